import type { TimeMoments } from "../mg1/delay.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import type { Method } from "../types.ts";

/** Values under the contract's names. */
export type Values = Record<string, number | readonly number[]>;

/** What analysis says of a case. */
export interface Analysis {
  readonly values: Values;
  readonly method: Exclude<Method, "simulation">;
  /** False where the case has further values (percentiles) that only simulation gives. */
  readonly complete: boolean;
  /** Relative error of the values; for those that stand beside simulated ones as intervals. Default 1e-6. */
  readonly relativeError?: number;
}

/** The quantiles of the contract. */
export const QUANTILES: readonly (readonly [label: string, q: number])[] = [
  ["p50", 0.5],
  ["p90", 0.9],
  ["p95", 0.95],
  ["p99", 0.99],
];

/** Adds mean and variance of a time: `mean_wait_s`, `var_wait_s`. */
export function putMoments(values: Values, prefix: string, what: string, { meanSeconds, varianceSecondsSquared }: TimeMoments): void {
  values[`${prefix}mean_${what}_s`] = meanSeconds;
  values[`${prefix}var_${what}_s`] = varianceSecondsSquared;
}

/** Adds mean, variance and quantiles of a time. */
export function putLaw(values: Values, prefix: string, what: string, law: TimeLaw): void {
  putMoments(values, prefix, what, law);
  for (const [label, q] of QUANTILES) values[`${prefix}${label}_${what}_s`] = law.quantile(q);
}

/** Adds mean and quantiles of the time to the first token. */
export function putFirstToken(values: Values, prefix: string, law: Pick<TimeLaw, "meanSeconds" | "quantile">): void {
  values[`${prefix}mean_ttft_s`] = law.meanSeconds;
  for (const [label, q] of QUANTILES) values[`${prefix}${label}_ttft_s`] = law.quantile(q);
}

/** A wait of 0: service starts at the arrival. */
export function putNoWait(values: Values, prefix: string): void {
  putMoments(values, prefix, "wait", { meanSeconds: 0, varianceSecondsSquared: 0 });
  for (const [label] of QUANTILES) values[`${prefix}${label}_wait_s`] = 0;
  putWaitProbability(values, prefix, 0);
}

/** Adds `p_wait` and `p_no_wait`. */
export function putWaitProbability(values: Values, prefix: string, probability: number): void {
  const p = Math.min(1, Math.max(0, probability));
  values[`${prefix}p_wait`] = p;
  values[`${prefix}p_no_wait`] = 1 - p;
}

/** Adds `mean_in_system` (Little's law) and `throughput_per_s`. */
export function putFlow(values: Values, prefix: string, ratePerSecond: number, meanSojournSeconds: number): void {
  values[`${prefix}mean_in_system`] = ratePerSecond * meanSojournSeconds;
  values[`${prefix}throughput_per_s`] = ratePerSecond;
}

/** Adds `utilisation` and `p_idle` of one server that is never idle while there is work. */
export function putOneServer(values: Values, load: number): void {
  values["utilisation"] = load;
  values["p_idle"] = 1 - load;
}
