import { RidgepointError } from "../quantities/errors.ts";
import { runServer } from "../queueing/simulation/run-server.ts";
import { recordersOf } from "../queueing/simulation/simulate-server.ts";
import type { RunLength, ServerAnswer, ServerOptions, ServerRequestTimes, ServiceLevel } from "../queueing/simulation/server-types.ts";
import { requestPathSeconds, seenByClients } from "../serving/client-side.ts";
import { simulationOptions } from "../serving/simulated.ts";
import { checkScenario } from "./check-scenario.ts";
import { memoryFigures } from "./figures.ts";
import { requestLengths, simulationRequest, steadyOf } from "./loaded.ts";
import { engineOf, resolveBase, resolvePlan } from "./resolve.ts";
import type { TraceRequest } from "../workloads/types.ts";
import type { Scenario } from "./types.ts";

/** What to look at beside the figures of the run. */
export interface SimulateOptions {
  /** Bounds that each request should keep. */
  readonly serviceLevel?: ServiceLevel;
  /** Width of a bin of the time series; absent: no time series. */
  readonly timeSeriesSeconds?: number;
  /** Keep the times of every request of a trace or a finite run. */
  readonly keepRequests?: boolean;
  /** How long to simulate, and from which seed. */
  readonly run?: RunLength;
}

/**
 * Simulates a scenario, event by event: every figure of the run, with the share of requests inside a service level, a time series,
 * or every request. `predict` runs the same simulator and keeps less.
 *
 * @throws RidgepointError as `predict` does; `unsupported` for static batches, which need no simulation, and for pools.
 * @example simulate({ model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { weights: "bf16" },
 *   load: { mode: "open", ratePerSecond: 4 }, inputTokens: 1024, outputTokens: 256 }, { timeSeriesSeconds: 10 }).ttft.p99Seconds
 */
export function simulate(scenario: Scenario, options: SimulateOptions = {}): ServerAnswer {
  checkScenario(scenario);
  const { load } = scenario;
  if (load.mode === "static") throw new RidgepointError("unsupported", "a static batch is computed, not simulated: use predict, or another load", { path: "load.mode" });
  if (scenario.disaggregated !== undefined) throw new RidgepointError("unsupported", "pools are simulated by predict", { path: "disaggregated" });
  const base = resolveBase(scenario);
  const engine = engineOf(base, resolvePlan(base.architecture, scenario.plan, scenario.devices));
  if (load.mode === "trace") memoryFigures(engine, longest(load.requests));
  else {
    const lengths = requestLengths(scenario);
    memoryFigures(engine, Math.ceil(lengths.inputTokens + lengths.outputTokens));
    // A load above the capacity is told at once, not when the queue has grown.
    steadyOf(engine, load, lengths);
  }
  const run: ServerOptions = {
    ...simulationOptions(engine, simulationRequest(scenario, options)), run: options.run ?? {},
    ...(options.timeSeriesSeconds === undefined ? {} : { timeSeriesSeconds: options.timeSeriesSeconds }),
    ...(options.keepRequests === undefined ? {} : { keepRequests: options.keepRequests }),
  };
  const answer = runServer(run, recordersOf(run));
  return { ...seenByClients(answer, engine), ...(answer.requests === undefined ? {} : { requests: laterTokens(answer.requests, requestPathSeconds(engine)) }) };
}

/** Kept requests as clients see them: tokens come later by the request's path. */
function laterTokens(requests: ServerRequestTimes, seconds: number): ServerRequestTimes {
  const later = (times: Float64Array): Float64Array => times.map((at) => at + seconds);
  return { ...requests, firstTokenSeconds: later(requests.firstTokenSeconds), lastTokenSeconds: later(requests.lastTokenSeconds) };
}

/** Tokens of the longest request of a trace. */
function longest(requests: readonly TraceRequest[]): number {
  return requests.reduce((most, { inputTokens, outputTokens }) => Math.max(most, inputTokens + outputTokens), 1);
}
