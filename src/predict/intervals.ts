import { intervalWidths, type IntervalLevel } from "../constants/intervals.ts";
import type { Machine } from "../roofline/machine.ts";
import { ownWidth, type OwnResiduals } from "./own-residuals.ts";
import type { Interval, ServingFigure, ServingValues } from "./types.ts";

/** Level of the error model that a figure belongs to; exact counts have none. */
const levels: Readonly<Partial<Record<ServingFigure, IntervalLevel>>> = {
  ttftSeconds: "ttft", ttftP50Seconds: "ttft", ttftP90Seconds: "ttft", ttftP95Seconds: "ttft", ttftP99Seconds: "ttft",
  firstTokenBatchSeconds: "batch", prefillTokensPerSecond: "batch",
  tpotSeconds: "tpot", tpotP50Seconds: "tpot", tpotP90Seconds: "tpot", tpotP95Seconds: "tpot", tpotP99Seconds: "tpot",
  itlP99Seconds: "ttft", requestSeconds: "tpot", requestP50Seconds: "tpot", requestP90Seconds: "tpot", requestP95Seconds: "tpot",
  requestP99Seconds: "tpot", batchSeconds: "batch", decodeTokensPerSecond: "batch", outputTokensPerSecond: "rate", totalTokensPerSecond: "rate",
  requestsPerSecond: "rate", runningBatch: "rate", mfu: "rate", mbu: "rate", powerWatts: "power", energyPerOutputTokenJoules: "power",
  energyPerRequestJoules: "power", usdPerMillionOutputTokens: "rate", usdPerMillionTokens: "rate", outputTokensPerUsd: "rate",
};

/** What is known about a case, which decides how wide its intervals are. */
export interface Familiarity {
  readonly machine: Machine;
  readonly engine: string;
  /** The user's own held-back errors on this device with this engine. */
  readonly own: OwnResiduals;
}

/**
 * 90 % intervals: each figure times and over the factor that the held-back residuals of its level and familiarity give. A
 * time and the rate made of it share one factor, so that derived figures are as wide as what they derive from.
 * @param exact - figures that this load fixes, such as the running batch of a static one.
 */
export function intervalsOf(values: ServingValues, familiarity: Familiarity, exact: readonly ServingFigure[] = []): Partial<Record<ServingFigure, Interval>> {
  const intervals: Partial<Record<ServingFigure, Interval>> = {};
  for (const key in values) {
    const figure = key as ServingFigure;
    const level = levels[figure];
    const value = values[figure];
    if (level === undefined || value === undefined || exact.includes(figure)) continue;
    const shipped = intervalWidths(level, familiarity.machine.family, familiarity.engine, essentialsDerived(familiarity.machine));
    const factor = ownWidth(shipped, level, familiarity.own);
    // A share of a peak cannot pass it.
    const most = figure === "mfu" || figure === "mbu" ? Math.max(value, 1) : Infinity;
    intervals[figure] = [value / factor, Math.min(most, value * factor)];
  }
  return intervals;
}

/** Whether a figure that most of a step's time rests on is a prior and not the device's own. */
export function essentialsDerived(machine: Machine): boolean {
  return machine.derived.includes("16-bit matrix peak") || machine.derived.includes("memory bandwidth");
}
