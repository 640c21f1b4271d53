import type { IntervalLevel } from "../constants/intervals.ts";
import type { Profile } from "./types.ts";

/** Held-back errors of a user's runs by level, on the device and engine that a prediction is about. */
export type OwnResiduals = Readonly<Partial<Record<IntervalLevel, OwnErrors>>>;

interface OwnErrors {
  readonly runs: number;
  readonly logSd: number;
  /** Whether the model was among those measured. */
  readonly modelMeasured: boolean;
}

/** Runs that the shipped width of an interval counts for beside the user's own. */
const shippedRuns = 4;
/** Standard deviations in the half-width of a 90 % interval of a normal distribution. */
const halfWidthSds = 1.645;

/** What a profile knows about a device with an engine. */
export function ownResiduals(profile: Profile | undefined, device: string, engine: string, model: string): OwnResiduals {
  const own: Partial<Record<IntervalLevel, OwnErrors>> = {};
  for (const { level, runs, logSd, models, ...place } of profile?.residuals ?? []) {
    if (place.device === device && place.engine === engine) own[level] = { runs, logSd, modelMeasured: models.includes(model) };
  }
  return own;
}

/**
 * Half-width of an interval on the log scale given the shipped one and the user's errors; undefined where there are none. The
 * variance is the mean of both, each by its number of runs (the mode of a scaled inverse χ² posterior whose prior has `shippedRuns`
 * degrees of freedom: Gelman et al., Bayesian Data Analysis, section 2.6). Where another model was measured, it may widen and not
 * narrow.
 */
export function ownHalfWidth(shipped: number, level: IntervalLevel, own: OwnResiduals): number | undefined {
  const errors = own[level];
  if (errors === undefined) return undefined;
  const ownHalf = halfWidthSds * errors.logSd;
  const pooled = Math.sqrt((shippedRuns * shipped * shipped + errors.runs * ownHalf * ownHalf) / (shippedRuns + errors.runs));
  return errors.modelMeasured ? pooled : Math.max(shipped, pooled);
}
