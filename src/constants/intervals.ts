import type { DeviceFamily } from "../hardware/types.ts";
import type { Acquaintance, IntervalLevel } from "./interval-types.ts";
import { heldBackInterval, isMeasured } from "./serving-widths.ts";

export type { IntervalLevel } from "./interval-types.ts";

/** Whom an interval is about, and whether its device's own figures are known. */
export interface Subject extends Acquaintance {
  readonly family: DeviceFamily;
  /** A figure that most of the time rests on is a prior. */
  readonly derived: boolean;
}

/**
 * Half-widths on the log scale where no held-back residuals speak: power, for which few devices were measured, and whatever the
 * calibration had too few runs of.
 */
const withoutData: Readonly<Record<IntervalLevel, number>> = { ttft: 1.0, tpot: 0.35, batch: 0.5, rate: 0.5, power: 0.3 };
/** What a family without a measured run, and a figure that is a prior, add on either side: margins, not measurements. */
const unseenFamily = 0.22;
const derivedFigures = 0.4;

/** 90 % interval of log(measured/predicted); it holds 0, for the prediction is never outside its own interval. */
export function logInterval(level: IntervalLevel, subject: Subject): readonly [low: number, high: number] {
  const margin = (isMeasured(subject.family) ? 0 : unseenFamily) + (subject.derived ? derivedFigures : 0);
  const held = heldBackInterval(level, subject);
  const low = held === undefined ? -withoutData[level] : held[0];
  const high = held === undefined ? withoutData[level] : held[1];
  return [Math.min(0, low) - margin, Math.max(0, high) + margin];
}
