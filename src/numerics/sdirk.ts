/**
 * The L-stable method SDIRK4 of order 4 with an embedded one of order 3 (Hairer and Wanner, Solving Ordinary Differential Equations II,
 * table 6.5): large steps where the solution is smooth, however fast single transitions are.
 */
const GAMMA = 1 / 4;
const STAGES = [
  [],
  [1 / 2],
  [17 / 50, -1 / 25],
  [371 / 1360, -137 / 2720, 15 / 544],
  [25 / 24, -49 / 48, 125 / 16, -85 / 12],
] as const;
const TIMES = [1 / 4, 3 / 4, 11 / 20, 1 / 2, 1] as const;
const WEIGHTS = [25 / 24, -49 / 48, 125 / 16, -85 / 12, 1 / 4] as const;
const EMBEDDED = [59 / 48, -17 / 96, 225 / 32, -85 / 12, 0] as const;

/**
 * Integrates the forward equations of a birth–death chain whose birth rate depends on time and whose death rates on the state.
 *
 * @param p - probabilities at `from`; not changed.
 * @param up - the rate from n to n + 1 at time t, the same in all states but the last, which has none.
 * @param down - down[n], the rate from n to n − 1.
 * @param tolerance - absolute error of a probability per step.
 * @param firstStep - a step to try first, s.
 * @returns probabilities at `to`, and the last step taken, to go on with.
 */
export function integrateBirthDeath(
  p: Float64Array,
  from: number,
  to: number,
  up: (t: number) => number,
  down: Float64Array,
  tolerance: number,
  firstStep: number,
): { p: Float64Array; step: number } {
  const n = p.length;
  const scratch = { inner: new Float64Array(n), factor: new Float64Array(n), slopes: STAGES.map(() => new Float64Array(n)) };
  let now: Float64Array = p.slice();
  let next: Float64Array = new Float64Array(n);
  let t = from;
  let step = Math.min(firstStep, to - from);
  let lasting = step;
  while (t < to) {
    const h = Math.min(step, to - t);
    const error = attempt(now, next, t, h, up, down, scratch);
    const factor = Math.min(4, Math.max(0.2, 0.9 * (tolerance / Math.max(error, 1e-300)) ** 0.25));
    if (error <= tolerance || h < 1e-12 * (to - from)) {
      [now, next] = [next, now];
      t = h === to - t ? to : t + h;
      // A step cut short by the end says nothing against longer ones.
      lasting = h < step ? step : h * factor;
      step = lasting;
    } else step = h * factor;
  }
  return { p: now, step: lasting };
}

interface Scratch {
  readonly inner: Float64Array;
  readonly factor: Float64Array;
  readonly slopes: readonly Float64Array[];
}

/** Writes the solution at t + h and returns the largest estimated error of a probability. */
function attempt(
  p: Float64Array,
  next: Float64Array,
  t: number,
  h: number,
  up: (t: number) => number,
  down: Float64Array,
  { inner, factor, slopes }: Scratch,
): number {
  const n = p.length;
  for (let stage = 0; stage < STAGES.length; stage++) {
    inner.set(p);
    STAGES[stage]!.forEach((a, j) => {
      const slope = slopes[j]!;
      for (let i = 0; i < n; i++) inner[i] = inner[i]! + h * a * slope[i]!;
    });
    stageSlope(inner, up(t + TIMES[stage]! * h), down, h * GAMMA, slopes[stage]!, factor);
  }
  const [k0, k1, k2, k3, k4] = slopes as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const [w0, w1, w2, w3, w4] = WEIGHTS;
  const [e0, e1, e2, e3] = EMBEDDED;
  let error = 0;
  for (let i = 0; i < n; i++) {
    const last = k4[i]!;
    next[i] = p[i]! + h * (w0 * k0[i]! + w1 * k1[i]! + w2 * k2[i]! + w3 * k3[i]! + w4 * last);
    const difference = (w0 - e0) * k0[i]! + (w1 - e1) * k1[i]! + (w2 - e2) * k2[i]! + (w3 - e3) * k3[i]! + w4 * last;
    error = Math.max(error, Math.abs(h * difference));
  }
  return error;
}

/** The slope k with k = A(p + weight·k), A the generator acting on columns: one tridiagonal system (Thomas). */
function stageSlope(p: Float64Array, up: number, down: Float64Array, weight: number, slope: Float64Array, factor: Float64Array): void {
  const n = p.length;
  const lower = -weight * up;
  let previousFactor = 0;
  let previous = 0;
  for (let i = 0; i < n; i++) {
    const birth = i + 1 < n ? up : 0;
    const death = i > 0 ? down[i]! : 0;
    const above = i + 1 < n ? down[i + 1]! : 0;
    let right = -(birth + death) * p[i]!;
    if (i > 0) right += up * p[i - 1]!;
    if (i + 1 < n) right += above * p[i + 1]!;
    const below = i > 0 ? lower : 0;
    const pivot = 1 + weight * (birth + death) - below * previousFactor;
    previousFactor = (-weight * above) / pivot;
    previous = (right - below * previous) / pivot;
    factor[i] = previousFactor;
    slope[i] = previous;
  }
  for (let i = n - 2; i >= 0; i--) slope[i] = slope[i]! - factor[i]! * slope[i + 1]!;
}
