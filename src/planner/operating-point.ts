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

/** Rates of steady states are exact to a few per mille: how far a rate may be above one of more requests inside. */
export const slack = 1.01;
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
export function operatingPoint(engine: EngineModel, running: number, limit: number, lengths: RequestLengths, state = steadyState(engine, running, lengths)): OperatingPoint {
  return { state, ...firstTokens(engine, state), tpotP95Seconds: crowdedTpot(engine, running, limit, lengths) };
}

/** 95th percentile of TPOT: that of a moment with more requests inside than in the mean. */
function crowdedTpot(engine: EngineModel, running: number, limit: number, lengths: RequestLengths): number {
  if (!(lengths.outputTokens > 1)) return 0;
  return steadyState(engine, Math.min(limit, running + normal95 * Math.sqrt(running)), lengths).tpotSeconds;
}

function firstTokens(engine: EngineModel, state: SteadyState): Pick<OperatingPoint, "ttftSeconds" | "ttftP95Seconds"> {
  const service = state.prefillSeconds;
  const utilisation = Math.min(0.999, state.requestsPerSecond * service);
  const wait = (utilisation * service) / (2 * (1 - utilisation));
  const residual = state.decodeStepSeconds;
  const path = requestPathSeconds(engine);
  const waitP95 = utilisation > 0.05 ? Math.max(0, (service / (2 * (1 - utilisation))) * (exponential95 + Math.log(utilisation))) : 0;
  return { ttftSeconds: path + wait + residual / 2 + service, ttftP95Seconds: path + Math.max(waitP95, wait) + residual + service };
}

/** What one engine carries with so many requests inside, and what that comes to. */
export interface LoadPoint {
  readonly running: number;
  readonly requestsPerSecond: number;
  readonly ttftP95Seconds: number;
  /** Absent until an objective that the first token holds asks for it. */
  tpotP95Seconds?: number;
}

/**
 * The busiest point at which one engine holds the objective, by bisection over the requests inside: latencies grow with them.
 * Null where not even a lone request is fast enough, or where the point is of no use.
 *
 * @param limit - requests that the engine admits.
 * @param hopeless - whether the engine is of no use under any objective; asked where a lone request is fast enough.
 * @param tooSlow - whether an engine that carries at most so many requests per second is of no use: then the search ends.
 * @param known - points of this engine that were looked at before, whatever the objective was; grows. The bisection begins alike for
 *   every objective, so that a slightly different one needs few new points.
 */
export function busiestPoint(
  engine: () => EngineModel, limit: number, objective: Objective, lengths: RequestLengths, hopeless: () => boolean, tooSlow: (requestsPerSecond: number) => boolean,
  known: LoadPoint[] = [],
): LoadPoint | null {
  if (!(limit >= 1)) return null;
  const at = (running: number): LoadPoint => {
    for (const point of known) if (point.running === running) return point;
    const state = steadyState(engine(), running, lengths);
    const point = { running, requestsPerSecond: state.requestsPerSecond, ttftP95Seconds: firstTokens(engine(), state).ttftP95Seconds };
    known.push(point);
    return point;
  };
  const { ttftP95Seconds = Infinity, tpotP95Seconds = Infinity } = objective;
  const holds = (point: LoadPoint): boolean => !(point.ttftP95Seconds > ttftP95Seconds)
    && !((point.tpotP95Seconds ??= crowdedTpot(engine(), point.running, limit, lengths)) > tpotP95Seconds);
  let best = at(1);
  if (!holds(best) || hopeless()) return null;
  const most = Math.min(limit, 1e5);
  // An open load needs room above its mean: a full engine has no steady state.
  let high = at(Math.max(1, most - normal95 * Math.sqrt(most)));
  if (holds(high)) return high;
  for (;;) {
    // More inside, more requests per second: what holds the objective carries fewer.
    if (tooSlow(high.requestsPerSecond * slack)) return null;
    if (!(high.running > best.running * 1.02 && high.running - best.running > 0.5)) return best;
    const middle = at(Math.sqrt(best.running * high.running));
    if (holds(middle)) best = middle;
    else high = middle;
  }
}

/** The point at which one engine carries `rate` requests per second. */
export function pointAtRate(engine: EngineModel, rate: number, busiest: number, lengths: RequestLengths): OperatingPoint {
  const limit = admissionLimit(engine, lengths);
  let low = 0;
  let high = busiest;
  let carries: SteadyState | undefined;
  for (let round = 0; round < 30 && high - low > 1e-3 * high; round++) {
    const middle = (low + high) / 2;
    const state = steadyState(engine, middle, lengths);
    if (state.requestsPerSecond < rate) low = middle;
    else {
      high = middle;
      carries = state;
    }
  }
  return operatingPoint(engine, high, limit, lengths, carries);
}
