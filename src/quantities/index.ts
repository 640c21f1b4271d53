export { RidgepointError, invalidValue, type ErrorCode, type ErrorDetails, type Problem } from "./errors.ts";
export { numberFormats, type ComputeFormat, type NumberFormat, type Precision } from "./formats.ts";
export {
  formatBytes, formatCount, formatFlopRate, formatFlops, formatHertz, formatJoules, formatPerSecond, formatRate, formatRatio,
  formatSeconds, formatUsd, formatWatts, type ByteFormatOptions, type FormatOptions,
} from "./format.ts";
export { editDistance, nearest } from "./nearest.ts";
export { parseQuantity, toBaseUnit } from "./parse.ts";
export { unitOf, unitSpellings, type Dimension, type Unit } from "./units.ts";
