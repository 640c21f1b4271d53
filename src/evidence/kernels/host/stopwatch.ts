import type { BackendTensor } from "../backend.ts";
import { wallClock } from "./clock.ts";
import type { Clock } from "./clock.ts";

/** Something to time: runs once and gives what must be freed. */
export interface Timed {
  readonly name: string;
  readonly run: () => readonly BackendTensor[];
}

/** Seconds of one run. */
export interface Timing {
  readonly name: string;
  /** Lower decile of the samples: a busy machine only ever adds time. */
  readonly seconds: number;
  /** Upper quartile over that: how noisy the machine was. */
  readonly spread: number;
  /** Seconds of one run in each window. */
  readonly samples: readonly number[];
}

/** Options of {@link timeInterleaved}. */
export interface StopwatchOptions {
  /** Time to spend. Three rounds are run even where they take longer. */
  readonly budgetSeconds: number;
  /** A window lasts as long as the clock says that saw the least of it. Default: the time that passes. */
  readonly clocks?: readonly Clock[];
  /** Called between two items. */
  readonly onProgress?: (spentSeconds: number, budgetSeconds: number) => void;
}

const minimumRounds = 3;
const maximumRounds = 25;
/** Timed windows of one item in a row. */
const windowsPerRound = 3;
/** Untimed windows before: meanwhile the engine may have dropped compiled code, and the processor what it had in its caches. */
const warmingWindows = 6;
/** A run is repeated until it fills this time, for clocks are coarse. */
const longestWindowSeconds = 0.001;
/** An item that would take more of the budget than this is left out. */
const largestShare = 0.04;
/** Runs of an item that is longer than a window: a warming one and one for each window of each round, and those that size it. */
const fewestRuns = minimumRounds * (windowsPerRound + 1) + 3;

/**
 * Times all items in rounds, each round every item for a few windows, so that a busy spell of the machine falls on all of
 * them alike and a quantile drops it.
 *
 * Operations must be finished when they return, as those of the native, WebAssembly and JavaScript backends are.
 *
 * @returns for each item its timing, or null where it is too slow for the budget
 */
export function timeInterleaved(items: readonly Timed[], options: StopwatchOptions): readonly (Timing | null)[] {
  const { budgetSeconds, clocks = [wallClock], onProgress } = options;
  const [clock = wallClock] = clocks;
  const windows = minimumRounds * (windowsPerRound + warmingWindows);
  const windowMs = 1000 * Math.min(longestWindowSeconds, (0.5 * budgetSeconds) / (windows * items.length));
  const longestMs = (1000 * largestShare * budgetSeconds) / fewestRuns;
  const start = clock();
  const spentSeconds = (): number => (clock() - start) / 1000;
  const repeats = items.map((item) => repeatsToFill(windowMs, longestMs, item, clocks));
  const samples: number[][] = items.map(() => []);
  const warmSeconds = spentSeconds();
  for (let round = 0; round < maximumRounds; round++) {
    const perRound = round === 0 ? 0 : (spentSeconds() - warmSeconds) / round;
    if (round >= minimumRounds && spentSeconds() + perRound > budgetSeconds) break;
    items.forEach((item, at) => {
      const runs = repeats[at] ?? 0;
      if (runs === 0) return;
      onProgress?.(spentSeconds(), budgetSeconds);
      warm(item, warmingWindows * windowMs, clock);
      for (let window = 0; window < windowsPerRound; window++) {
        samples[at]?.push(milliseconds(item, runs, clocks) / runs / 1000);
      }
    });
  }
  return items.map(({ name }, at) => timingOf(name, samples[at] ?? []));
}

function timingOf(name: string, samples: readonly number[]): Timing | null {
  const sorted = samples.toSorted((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const seconds = quantile(0.1);
  return seconds > 0 ? { name, seconds, spread: quantile(0.75) / seconds, samples } : null;
}

/** Doubles the repeats until they fill the window; on the way the code gets compiled. 0 where one run is too long. */
function repeatsToFill(windowMs: number, longestMs: number, item: Timed, clocks: readonly Clock[]): number {
  once(item);
  for (let repeats = 1; ; repeats *= 2) {
    const taken = milliseconds(item, repeats, clocks);
    if (repeats === 1 && taken > longestMs && milliseconds(item, 1, clocks) > longestMs) return 0;
    if (taken >= windowMs || repeats >= 4096) return Math.max(1, Math.round((repeats * windowMs) / Math.max(taken, windowMs / repeats)));
  }
}

/** Time of some runs, by the clock that saw the least of it. */
function milliseconds(item: Timed, runs: number, clocks: readonly Clock[]): number {
  const begun = clocks.map((clock) => clock());
  for (let run = 0; run < runs; run++) once(item);
  return Math.min(...clocks.map((clock, which) => clock() - (begun[which] ?? 0)));
}

function warm(item: Timed, ms: number, clock: Clock): void {
  const begun = clock();
  do once(item); while (clock() - begun < ms);
}

function once(item: Timed): void {
  for (const tensor of item.run()) tensor.dispose();
}
