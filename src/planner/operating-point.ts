import { requestPathSeconds } from "../serving/client-side.ts";
import { admissionLimit, steadyState, type RequestLengths, type SteadyState } from "../serving/steady.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { Objective } from "./types.ts";

/** Name of the approximation, as results give it. */
export const approximation =
  "steady state of continuous batching in closed form; requests inside as a Poisson number (M/G/∞), prompts as an M/G/1 queue of prefill steps, tails exponential";

/** One engine at one load, with approximate percentiles. */
export interface OperatingPoint {
  readonly state: SteadyState;
  readonly ttftSeconds: number;
  readonly ttftP95Seconds: number;
  readonly tpotP95Seconds: number;
}

const normal95 = 1.6449;
/** −ln(1 − 0.95): the 95th percentile of an exponential in units of its mean. */
const exponential95 = 2.9957;

/**
 * Mean and 95th percentile of TTFT and TPOT of an open Poisson load that keeps `running` requests inside.
 *
 * The number inside fluctuates like a Poisson variable with that mean, so the 95th percentile of TPOT is taken at
 * n + 1.645·√n. A prompt waits for the step in progress and for the prompts before it: an M/G/1 queue whose service is the
 * prompt's share of its prefill steps; given that it waits, the wait is exponential with mean s/(2(1 − ρ)).
 */
export function operatingPoint(engine: EngineModel, running: number, limit: number, lengths: RequestLengths): OperatingPoint {
  const state = steadyState(engine, running, lengths);
  const crowded = Math.min(limit, running + normal95 * Math.sqrt(running));
  const tpotP95 = lengths.outputTokens > 1 ? steadyState(engine, crowded, lengths).tpotSeconds : 0;
  const service = state.prefillSeconds;
  const utilisation = Math.min(0.999, state.requestsPerSecond * service);
  const wait = (utilisation * service) / (2 * (1 - utilisation));
  const residual = state.decodeStepSeconds;
  const path = requestPathSeconds(engine);
  const waitP95 = utilisation > 0.05 ? Math.max(0, (service / (2 * (1 - utilisation))) * (exponential95 + Math.log(utilisation))) : 0;
  return {
    state,
    ttftSeconds: path + wait + residual / 2 + service,
    ttftP95Seconds: path + Math.max(waitP95, wait) + residual + service,
    tpotP95Seconds: tpotP95,
  };
}

/** Whether a point holds every bound of the objective. */
export function holds(point: OperatingPoint, objective: Objective): boolean {
  return !(point.ttftP95Seconds > (objective.ttftP95Seconds ?? Infinity)) && !(point.tpotP95Seconds > (objective.tpotP95Seconds ?? Infinity));
}

/**
 * The busiest point at which one engine holds the objective, by bisection over the requests inside: latencies grow with them.
 * Null where not even a lone request is fast enough.
 *
 * @param tooSlow - whether an engine that carries at most so many requests per second is of no use: then the search ends with that rate.
 */
export function busiestPoint(
  engine: EngineModel, objective: Objective, lengths: RequestLengths, tooSlow: (requestsPerSecond: number) => boolean,
): { readonly point: OperatingPoint; readonly running: number } | { readonly atMost: number } | null {
  const limit = admissionLimit(engine, lengths);
  if (!(limit >= 1)) return null;
  const most = Math.min(limit, 1e5);
  const lone = operatingPoint(engine, 1, limit, lengths);
  if (!holds(lone, objective)) return null;
  // An open load needs room above its mean: a full engine has no steady state.
  const ceiling = Math.max(1, most - normal95 * Math.sqrt(most));
  let low = 1;
  let point = lone;
  let high = ceiling;
  const top = operatingPoint(engine, ceiling, limit, lengths);
  if (holds(top, objective)) return { point: top, running: ceiling };
  if (tooSlow(top.state.requestsPerSecond)) return { atMost: top.state.requestsPerSecond };
  while (high > low * 1.02 && high - low > 0.5) {
    const middle = Math.sqrt(low * high);
    const at = operatingPoint(engine, middle, limit, lengths);
    if (holds(at, objective)) {
      low = middle;
      point = at;
    } else {
      // More inside, more requests per second: what holds the objective carries fewer.
      if (tooSlow(at.state.requestsPerSecond)) return { atMost: at.state.requestsPerSecond };
      high = middle;
    }
  }
  return { point, running: low };
}

/** The point at which one engine carries `rate` requests per second. */
export function pointAtRate(engine: EngineModel, rate: number, busiest: number, lengths: RequestLengths): OperatingPoint {
  const limit = admissionLimit(engine, lengths);
  let low = 0;
  let high = busiest;
  for (let round = 0; round < 30 && high - low > 1e-3 * high; round++) {
    const middle = (low + high) / 2;
    if (steadyState(engine, middle, lengths).requestsPerSecond < rate) low = middle;
    else high = middle;
  }
  return operatingPoint(engine, high, limit, lengths);
}
