import { formatSeconds } from "../../src/quantities/format.ts";

// How pages print figures: the same words as the command's.
export { digits, dollars, milliseconds, none, percent, range, significant } from "../../src/cli/output/figures.ts";
export { boundWords, planWords, precisionWords } from "../../src/cli/output/words.ts";
export { siTick, tokenTick } from "../../src/plots/frame/ticks.ts";
export { formatBytes, formatCount, formatFlopRate, formatJoules, formatPerSecond, formatRate, formatSeconds, formatUsd, formatWatts } from "../../src/quantities/format.ts";

/** A time at a tick of an axis: zero has no unit. */
export function secondsTick(seconds: number): string {
  return seconds === 0 ? "0" : formatSeconds(seconds);
}
