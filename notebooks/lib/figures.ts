// How pages print figures: the same words as the command's.
export { digits, dollars, milliseconds, none, percent, range, significant } from "../../src/cli/output/figures.ts";
export { boundWords, planWords, precisionWords } from "../../src/cli/output/words.ts";
export { formatBytes, formatCount, formatFlopRate, formatJoules, formatPerSecond, formatRate, formatSeconds, formatUsd, formatWatts } from "../../src/quantities/format.ts";
