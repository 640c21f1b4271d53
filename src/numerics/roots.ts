/**
 * A root of a continuous function between `low` and `high`, whose values there have opposite signs (or one is 0).
 * R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 4.
 *
 * @param tolerance - absolute error of the root; default two units of the last place of the larger end.
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number = 2 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high)),
): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) throw new RangeError(`findRoot: no change of sign between ${low} and ${high}`);
  let c = a;
  let fc = fa;
  let step = b - a;
  let previous = step;
  for (let i = 0; i < 500; i++) {
    // b is the best point so far, c the other end of the bracket, a the point before b.
    if (fb * fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previous = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      fa = fb;
      b = c;
      fb = fc;
      c = a;
      fc = fa;
    }
    const least = Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) return b;
    const trial = Math.abs(previous) >= least && Math.abs(fa) > Math.abs(fb) ? interpolate(a, fa, b, fb, c, fc) : Number.NaN;
    const accept = Math.abs(trial) < Math.min(1.5 * Math.abs(half) - least / 2, Math.abs(previous) / 2) && trial * half > 0;
    previous = accept ? step : half;
    step = accept ? trial : half;
    a = b;
    fa = fb;
    b += Math.abs(step) > least ? step : Math.sign(half) * least;
    fb = f(b);
  }
  return b;
}

/** Step from b by inverse quadratic interpolation, or by the secant where only two points differ. */
function interpolate(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  const p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1));
}

/**
 * The smallest x in [low, high] with f(x) ≥ level for a non-decreasing f that may jump: bisection to the last place.
 * The answer satisfies f(x) ≥ level, so at a jump it is the place of the jump itself, rounded upwards.
 */
export function firstAtLeast(f: (x: number) => number, level: number, low: number, high: number, relative = 1e-13): number {
  if (f(low) >= level) return low;
  let a = low;
  let b = high;
  for (let i = 0; i < 200 && b - a > relative * Math.abs(b); i++) {
    const middle = (a + b) / 2;
    if (f(middle) >= level) b = middle;
    else a = middle;
  }
  return b;
}
