/** One measured figure of `npm run bench`: every file of this folder that exports `run` returns a list of them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** "1/s" for rates, "s" for times, "B" for sizes. */
  readonly unit: "1/s" | "s" | "B" | "1";
  /** What was run, how often, and what varied: enough to repeat it. */
  readonly method: string;
  /** The bar that the project holds itself to on its reference machine (2 cores, Node 20), where it has one. */
  readonly bar?: { readonly atLeast: number } | { readonly atMost: number };
}

/** Seconds of wall-clock that `work` takes. */
export function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/**
 * Calls `work(i)` with i = 0, 1, 2, … for about `seconds` after a warm-up of a fifth of it, in slices, and returns calls per second
 * of the median slice, so that one pause of the machine does not decide.
 */
export function ratePerSecond(work: (index: number) => void, seconds = 2): number {
  let index = 0;
  const runFor = (duration: number, calls: number): number => {
    const start = performance.now();
    let done = 0;
    while (performance.now() - start < duration * 1000) {
      for (let call = 0; call < calls; call++) work(index++);
      done += calls;
    }
    return (1000 * done) / (performance.now() - start);
  };
  const calls = Math.max(1, Math.floor(runFor(seconds / 5, 1) / 1000));
  const slices = Array.from({ length: 9 }, () => runFor(seconds / 9, calls)).sort((a, b) => a - b);
  return slices[4] ?? Number.NaN;
}
