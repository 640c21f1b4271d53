import { type Figure, secondsOf } from "./figure.ts";

const STEPS = 20_000_000;

/** A chain of dependent double operations: nothing to vectorise, nothing to cache, the same on every machine. */
function chain(steps: number): number {
  let x = 0.5;
  for (let step = 0; step < steps; step++) x = 3.9 * x * (1 - x) + 1e-9 * Math.sqrt(x);
  return x;
}

/** The loop that other figures are divided by, so that they compare across machines. */
export function run(): readonly Figure[] {
  if (!(chain(STEPS) > 0)) throw new Error("the calibration loop left its interval");
  const seconds = Array.from({ length: 7 }, () => secondsOf(() => chain(STEPS))).sort((a, b) => a - b);
  return [
    {
      name: "calibration loop",
      value: STEPS / (seconds[3] ?? Number.NaN),
      unit: "1/s",
      method: `steps of x ← 3.9·x·(1 − x) + 10⁻⁹·√x, median of 7 runs of ${STEPS / 1e6} million`,
    },
  ];
}
