import type { BackendTensor } from "../backend.ts";

/** Something to time: runs once and gives what must be freed. */
export interface Timed {
  readonly name: string;
  readonly run: () => readonly BackendTensor[];
}

/** Seconds of one run. */
export interface Timing {
  readonly name: string;
  /** Median over the rounds. */
  readonly seconds: number;
  /** Quartiles over the rounds: how noisy the machine was. */
  readonly quartileSeconds: readonly [number, number];
  readonly rounds: number;
}

/** Options of {@link timeInterleaved}. */
export interface StopwatchOptions {
  /** Time to spend. At least three rounds are run, however long they take. */
  readonly budgetSeconds: number;
  /** A clock in milliseconds. Default `performance.now`. */
  readonly now?: () => number;
  /** A run is repeated until it fills this time, for clocks are coarse. Default 0.001. */
  readonly windowSeconds?: number;
}

const minimumRounds = 3;
const maximumRounds = 25;

/**
 * Times all items in rounds, each round every item once, so that a busy spell of the machine falls on all of them alike and
 * a median drops it. The first run of each item is not counted: it compiles.
 *
 * Operations must be finished when they return, as those of the native, WebAssembly and JavaScript backends are.
 */
export function timeInterleaved(items: readonly Timed[], options: StopwatchOptions): readonly Timing[] {
  const now = options.now ?? ((): number => performance.now());
  const windowMs = (options.windowSeconds ?? 0.001) * 1000;
  const start = now();
  const repeats = items.map((item) => repeatsToFill(windowMs, item, now));
  const samples: number[][] = items.map(() => []);
  for (let round = 0; round < maximumRounds; round++) {
    const spent = (now() - start) / 1000;
    const next = round === 0 ? 0 : spent / (round + 1);
    if (round >= minimumRounds && spent + next > options.budgetSeconds) break;
    items.forEach((item, at) => {
      const runs = repeats[at] ?? 1;
      const begun = now();
      for (let run = 0; run < runs; run++) once(item);
      samples[at]?.push((now() - begun) / runs / 1000);
    });
  }
  return items.map(({ name }, at) => {
    const sorted = (samples[at] ?? []).sort((a, b) => a - b);
    const quantile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
    return { name, seconds: quantile(0.5), quartileSeconds: [quantile(0.25), quantile(0.75)] as const, rounds: sorted.length };
  });
}

/** Doubles the repeats until they fill the window; on the way the code gets compiled. */
function repeatsToFill(windowMs: number, item: Timed, now: () => number): number {
  once(item);
  for (let repeats = 1; ; repeats *= 2) {
    const begun = now();
    for (let run = 0; run < repeats; run++) once(item);
    const taken = now() - begun;
    if (taken >= windowMs || repeats >= 4096) return Math.max(1, Math.round((repeats * windowMs) / Math.max(taken, windowMs / repeats)));
  }
}

function once(item: Timed): void {
  for (const tensor of item.run()) tensor.dispose();
}
