import { RidgepointError } from "../quantities/errors.ts";
import { definedOnly } from "../quantities/defined.ts";
import { lengthMoments } from "../workloads/lengths.ts";
import { traceRate } from "../workloads/trace/rate.ts";
import type { TokenLengths } from "../workloads/types.ts";
import { admissionLimit, steadyState, type RequestLengths, type SteadyState } from "../serving/steady.ts";
import { arrivalsAtRate } from "../queueing/arrivals.ts";
import { meanFirstTokenSeconds } from "../serving/first-token.ts";
import type { SimulationRequest } from "../serving/simulated.ts";
import type { LatencySummary, ServerAnswer, ServerFigures, ServerLoad, ServiceLevel } from "../queueing/simulation/server-types.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import { memoryUse } from "./static.ts";
import { modelPeak } from "./figures.ts";
import { levelInterval, type Familiarity } from "./intervals.ts";
import type { Interval, Load, PredictOptions, Scenario, ServingFigure, ServingValues, Simulated } from "./types.ts";

/** Lengths of a scenario's requests as the closed forms need them. */
export function requestLengths(scenario: Scenario): RequestLengths {
  const { load } = scenario;
  const trace = load.mode === "trace" ? load.requests : undefined;
  const of = (field: "inputTokens" | "outputTokens"): TokenLengths => (trace === undefined ? scenario[field] : { dist: "empirical", values: trace.map((request) => request[field]) });
  const input = lengthMoments(of("inputTokens"), "input_tokens");
  const output = lengthMoments(of("outputTokens"), "output_tokens");
  const hits = trace?.reduce((sum, { prefixHitTokens = 0 }) => sum + prefixHitTokens / trace.length, 0);
  const cached = Math.min(hits ?? scenario.prefixHitTokens ?? 0, input.mean - 1);
  return { inputTokens: input.mean, freshTokens: input.mean - cached, outputTokens: output.mean, biasedOutputTokens: output.biased };
}

/**
 * The steady state in which a load leaves an engine, in closed form; throws `unstable` with the capacity.
 *
 * @param ends - of an open load, asked of states with fewer requests inside than the load keeps: true ends the search there.
 */
export function steadyOf(
  engine: EngineModel, load: Load, lengths: RequestLengths, ends?: (fewer: SteadyState & { readonly waiting: number }) => boolean,
): SteadyState & { readonly waiting: number } {
  const most = admissionLimit(engine, lengths);
  const dp = engine.plan.dp;
  if (load.mode === "offline") return { ...steadyState(engine, unbounded(most), lengths), waiting: 0 };
  if (load.mode === "closed") {
    const users = load.concurrency / dp;
    const running = Math.min(users, most);
    const state = steadyState(engine, running, lengths);
    return { ...state, waiting: (users - running) / state.requestsPerSecond };
  }
  const rate = (load.mode === "open" ? load.ratePerSecond : load.mode === "trace" ? traceRate(load.requests) : 0) / dp;
  const full = steadyState(engine, unbounded(most), lengths);
  if (!(rate < full.requestsPerSecond)) {
    // A trace ends: what is too much for a while is carried later.
    if (load.mode === "trace") return { ...full, waiting: 0 };
    const capacity = full.requestsPerSecond * dp;
    throw new RidgepointError(
      "unstable", `load.rate_per_s = ${rate * dp} exceeds the capacity of ${capacity.toPrecision(4)}; lower the rate or add replicas`,
      { path: "load.rate_per_s", value: rate * dp, capacityPerSecond: capacity },
    );
  }
  let low = 0;
  let high = unbounded(most);
  let state = full;
  for (let round = 0; round < 40 && high - low > 1e-4 * high; round++) {
    const middle = (low + high) / 2;
    state = steadyState(engine, middle, lengths);
    if (state.requestsPerSecond < rate) {
      low = middle;
      if (ends?.({ ...state, waiting: 0 })) break;
    } else high = middle;
  }
  return { ...state, waiting: 0 };
}

/** A load without bound on running requests needs some bound to be a number. */
function unbounded(most: number): number {
  return Number.isFinite(most) ? Math.max(1, most) : 4096;
}

/** What of a scenario is simulated, and for how long: some thousand requests unless told. */
export function simulationRequest(scenario: Scenario, { run = {}, serviceLevel }: PredictOptions): SimulationRequest {
  const load = serverLoad(scenario.load);
  const { speculative, router, prefixHitTokens = 0, inputTokens, outputTokens } = scenario;
  return {
    load, inputTokens, outputTokens, prefixHitTokens,
    ...definedOnly({ speculative, router, serviceLevel }),
    run: { requests: 4000, ...(load.requests !== undefined || run.precision !== undefined ? {} : { replications: 4 }), ...run },
  };
}

/** A time's mean and percentiles, under the names of its figures. */
function latencyInto(values: ServingValues, name: "ttft" | "tpot" | "itl" | "request", { meanSeconds, ...percentiles }: LatencySummary): void {
  values[`${name}Seconds`] = meanSeconds;
  for (const [percentile, seconds] of Object.entries(percentiles)) values[`${name}P${percentile.slice(1)}` as ServingFigure] = seconds;
}

/** What the simulator measured, as figures of a prediction; how exactly it did comes back. */
export function valuesOfAnswer(answer: ServerAnswer, lengths: RequestLengths, values: ServingValues, options: PredictOptions, warnings: string[]): Simulated {
  figuresInto(answer, lengths, values, options.serviceLevel);
  const { halfWidth95, measuredRequests: requests, replications, precise } = answer;
  if (precise === false) warnings.push(`run.precision = ${options.run?.precision} is not reached with ${requests} requests; raise run.maximumRequests, or give a longer trace`);
  if (halfWidth95 === undefined) return { requests, replications };
  const halfWidths95: ServingValues = {};
  figuresInto(halfWidth95, lengths, halfWidths95, options.serviceLevel);
  return { requests, replications, halfWidths95 };
}

function figuresInto(figures: ServerFigures, lengths: RequestLengths, values: ServingValues, serviceLevel: ServiceLevel | undefined): void {
  for (const name of lengths.outputTokens > 1 ? (["ttft", "tpot", "itl", "request"] as const) : (["ttft", "request"] as const)) latencyInto(values, name, figures[name]);
  values.requestsPerSecond = figures.requestsPerSecond;
  values.outputTokensPerSecond = figures.outputTokensPerSecond;
  values.totalTokensPerSecond = figures.inputTokensPerSecond + figures.outputTokensPerSecond;
  values.runningBatch = figures.runningRequests;
  if (serviceLevel === undefined) return;
  values.attainment = figures.attainment;
  values.goodputRequestsPerSecond = figures.goodputRequestsPerSecond;
}

/**
 * 90 % interval of the share of requests inside a service level: the share if all times were longer, or shorter, by what their own
 * intervals say.
 */
export function attainmentInterval(level: ServiceLevel, familiarity: Familiarity, simulateWith: (level: ServiceLevel) => ServerAnswer): Interval {
  const share = (end: 0 | 1): number => simulateWith(longerBy(level, (of) => levelInterval(of, familiarity)[end])).attainment;
  return [share(1), share(0)];
}

/** Bounds that a simulation must keep so that times longer by these logarithms keep the level. */
export function longerBy({ ttftSeconds = Infinity, tpotSeconds = Infinity, requestSeconds = Infinity, ...rest }: ServiceLevel, log: (of: "ttft" | "tpot") => number): ServiceLevel {
  const [ttft, tpot] = [Math.exp(-log("ttft")), Math.exp(-log("tpot"))];
  return { ...rest, ttftSeconds: ttftSeconds * ttft, tpotSeconds: tpotSeconds * tpot, requestSeconds: requestSeconds * tpot };
}

/** Figures of a steady state without a simulation: means only. */
export function steadyFigures(
  engine: EngineModel, load: Load, state: SteadyState & { readonly waiting: number }, lengths: RequestLengths, values: ServingValues,
): void {
  const dp = engine.plan.dp;
  values.ttftSeconds = load.mode === "closed"
    ? meanFirstTokenSeconds(engine, state, lengths, state.waiting, load.concurrency, load.requests)
    : meanFirstTokenSeconds(engine, state, lengths, state.waiting);
  if (lengths.outputTokens > 1) values.tpotSeconds = state.tpotSeconds;
  values.requestSeconds = values.ttftSeconds + (lengths.outputTokens - 1) * state.tpotSeconds;
  values.requestsPerSecond = state.requestsPerSecond * dp;
  values.outputTokensPerSecond = values.requestsPerSecond * lengths.outputTokens;
  values.totalTokensPerSecond = values.requestsPerSecond * (lengths.outputTokens + lengths.inputTokens);
  values.runningBatch = state.running * dp;
}

/** MFU and MBU of a steady state. */
export function utilisation(engine: EngineModel, state: SteadyState, lengths: RequestLengths, values: ServingValues): void {
  values.mfu = state.flopsPerSecond / (engine.plan.pp * modelPeak(engine));
  if (state.tpotSeconds > 0) {
    values.mbu = memoryUse(engine, state.decoding, lengths.inputTokens + lengths.biasedOutputTokens / 2, state.tpotSeconds);
  }
}

/** A load as the simulator takes it. */
export function serverLoad(load: Load): ServerLoad {
  switch (load.mode) {
    case "closed": return { mode: "closed", concurrency: load.concurrency, ...definedOnly({ requests: load.requests }) };
    case "open": return { mode: "open", arrivals: arrivalsAtRate(load.arrivals ?? { process: "poisson", rate_per_s: load.ratePerSecond }, load.ratePerSecond) };
    case "trace": return { mode: "trace", requests: load.requests };
    default: return { mode: "offline" };
  }
}
