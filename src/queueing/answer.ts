import { lawOf } from "../workloads/distributions.ts";
import { analyse } from "./answer/analyse.ts";
import { bestCap, capSweep } from "./cap/sweep.ts";
import { simulateQueue } from "./simulation/simulate-queue.ts";
import { RidgepointError } from "../quantities/errors.ts";
import type { Analysis } from "./answer/values.ts";
import type { QueueAnswer, QueueCase, SimulationAnswer } from "./types.ts";
import { parseQueueCapCase, parseQueueCase } from "./validate/case.ts";

/** Precision of simulated values where the case gives none. */
export const DEFAULT_PRECISION = 0.005;
/** Seed where the case gives none: the same case has the same answer. */
export const DEFAULT_SEED = 1;

/**
 * Answers a case of the contract's kind `queue`.
 *
 * Analysis first: `method` is `exact` (closed forms, finite sums and chains) or `numerical` (lattices, uniformisation, integration:
 * relative error of means and variances at most 1e-5, of percentiles at most 2e-4). What analysis does not give (percentiles of the
 * size-based disciplines, KV limits, general services on several servers, …) comes from independent replications; then `method` is
 * `simulation`, the weakest part, every value has a `ci95`, and those that analysis knows are its values, with the analysis's own error
 * as their interval.
 *
 * @param value - the case as read from JSON, or a {@link QueueCase}; checked field by field.
 * @throws RidgepointError `missing-field`, `unknown-field`, `invalid-value`, `unsupported`, `infeasible`, or `unstable` with the capacity.
 */
export function answerQueue(value: unknown): QueueAnswer {
  const checked = parseQueueCase(value);
  const analysis = analyse(checked);
  if (analysis?.complete === true) return { values: finite(analysis.values), method: analysis.method };
  const simulated = simulate(checked, analysis);
  if (simulated === undefined) return { values: finite(analysis!.values), method: analysis!.method };
  return join(analysis, simulated);
}

/** The simulator's answer; undefined where it does not know the case and analysis gives something. */
function simulate(c: QueueCase, analysis: Analysis | undefined): SimulationAnswer | undefined {
  try {
    return simulateQueue(c, { precision: c.precision ?? DEFAULT_PRECISION, seed: c.seed ?? DEFAULT_SEED });
  } catch (error) {
    if (analysis !== undefined && error instanceof RidgepointError && error.code === "unsupported") return undefined;
    throw error;
  }
}

/** Values of the analysis replace simulated ones; their intervals are the error of the analysis. */
function join(analysis: Analysis | undefined, simulated: SimulationAnswer): QueueAnswer {
  const values: Record<string, number | readonly number[]> = { ...simulated.values };
  const ci95: Record<string, readonly [number, number] | readonly (readonly [number, number])[]> = { ...simulated.ci95 };
  for (const [name, value] of Object.entries(analysis?.values ?? {})) {
    if (typeof value !== "number") continue;
    values[name] = value;
    const half = (analysis?.relativeError ?? 1e-6) * Math.abs(value);
    ci95[name] = [Math.max(0, value - half), value + half];
  }
  return { values: finite(values), method: "simulation", ci95 };
}

/** Nothing that is not a finite number leaves. */
function finite(values: Readonly<Record<string, number | readonly number[]>>): Record<string, number | readonly number[]> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => [value].flat().every((x) => Number.isFinite(x))));
}

/** The answer of kind `queue-cap`. */
export interface QueueCapAnswer {
  /** The best cap and what it costs. */
  readonly values: { /** The cap with the least cost, tokens. */ readonly best_cap_tokens: number; /** Mean wait there, and the price of lost tokens, s. */ readonly best_cost: number };
  /** How it was found. */
  readonly method: "exact";
}

/**
 * Answers a case of kind `queue-cap`: the integer cap of at least 1 that minimises `E[W] + weight·E[(N − cap)⁺]` in M/G/1 FCFS among the
 * stable ones.
 *
 * @throws RidgepointError `missing-field`, `unknown-field` or `invalid-value`, with its path; `unstable` where even a cap of 1 is.
 */
export function answerQueueCap(value: unknown): QueueCapAnswer {
  const { arrivals, service, loss_weight_s_per_token: weight } = parseQueueCapCase(value);
  const affine = { perTokenSeconds: service.per_token_s, fixedSeconds: service.fixed_s };
  const { capTokens, cost } = bestCap(capSweep(lawOf(service.tokens), affine, arrivals.rate_per_s), weight);
  return { values: { best_cap_tokens: capTokens, best_cost: cost }, method: "exact" };
}
