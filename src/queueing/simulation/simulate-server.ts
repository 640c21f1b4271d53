import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { type Replication, replicate } from "./replications.ts";
import { type ServerConfig, serverConfig } from "./server-config.ts";
import { acrossReplications, figuresOf, mergeMetrics, preciseEnough } from "./server-figures.ts";
import type { ServerMetrics } from "./server-metrics.ts";
import { ServerSimulation } from "./server-simulation.ts";
import { sourceStreams } from "./server-source.ts";
import type { ServerAnswer, ServerOptions } from "./server-types.ts";

const REPLICATIONS = 8;
const REQUESTS = 20_000;
const MAXIMUM_REQUESTS = 2_000_000;

/**
 * Simulates an LLM server: continuous batching under the policy, KV cache, pools and routers of the options, from event to
 * event, so that a request costs the same whatever its number of tokens.
 *
 * A trace and a load with `requests` run once from an empty system to the last token (`run.replications` repeats them with
 * other random numbers). Other loads are steady states: independent replications, start-up removed, 95 % half-widths from
 * between the replications, continued until `run.precision` or `run.maximumRequests` is reached. Memory does not grow with
 * the number of requests. Same options and seed, same answer.
 *
 * Throws `invalid-value` and `missing-field` for the options, `infeasible` for a request that does not fit into the KV
 * cache, and `unstable` for an open load that the server cannot carry, with its capacity.
 */
export function simulateServer(options: ServerOptions): ServerAnswer {
  const config = serverConfig(options);
  const finite = options.load.requests !== undefined;
  const count = options.run?.replications ?? (finite ? 1 : REPLICATIONS);
  if (!(Number.isInteger(count) && count >= 1 && count <= 1000)) throw invalidValue("run.replications", count, "must be a whole number in 1 … 1000");
  const seed = options.run?.seed ?? 1;
  if (!Number.isFinite(seed)) throw invalidValue("run.seed", seed, "must be a finite number");
  const simulations = sourceStreams(seed, count).map(
    (streams, i) => new ServerSimulation(i === 0 ? config : withoutRecords(config), streams),
  );
  const windows = finite ? simulations.map((simulation) => simulation.advance(Number.POSITIVE_INFINITY)) : steady(simulations, config);
  return answer(simulations, windows, config);
}

function steady(simulations: readonly ServerSimulation[], config: ServerConfig): ServerMetrics[] {
  const run = config.options.run ?? {};
  const precision = run.precision;
  if (precision !== undefined && !(precision > 0)) throw invalidValue("run.precision", precision, "must be positive");
  const requests = run.requests ?? REQUESTS;
  if (!(requests >= 1 && requests < Number.POSITIVE_INFINITY)) throw invalidValue("run.requests", requests, "must be a positive number");
  return replicate<ServerMetrics>(simulations as readonly Replication<ServerMetrics>[], {
    initial: requests / simulations.length,
    most: Math.max(requests, run.maximumRequests ?? MAXIMUM_REQUESTS) / simulations.length,
    merge: mergeMetrics,
    check: () => checkStability(simulations, config),
    ...(precision === undefined
      ? {}
      : { precise: (kept: readonly ServerMetrics[]) => preciseEnough(kept.map((window) => figuresOf(window, config)), precision) }),
  });
}

function answer(simulations: readonly ServerSimulation[], windows: readonly ServerMetrics[], config: ServerConfig): ServerAnswer {
  const figures = windows.map((window) => figuresOf(window, config));
  const { mean, halfWidth } = acrossReplications(figures);
  const first = simulations[0] as ServerSimulation;
  const { timeSeries, requests } = first;
  return {
    ...mean,
    ...(figures.length > 1 ? { halfWidth95: halfWidth } : {}),
    measuredRequests: windows.reduce((sum, window) => sum + window.completed, 0),
    simulatedSeconds: windows.reduce((sum, window) => sum + window.seconds, 0),
    replications: windows.length,
    ...(timeSeries ? { timeSeries } : {}),
    ...(requests ? { requests } : {}),
  };
}

/** Time series and request times are kept of the first replication only. */
function withoutRecords(config: ServerConfig): ServerConfig {
  const { timeSeriesSeconds: _series, keepRequests: _keep, ...options } = config.options;
  return { ...config, options };
}

/**
 * Throws `unstable` when an open load exceeds what the server completes with a backlog that never ends: below that rate
 * the queue is stable, above it grows without limit. Looked at only once so many wait that it may be.
 */
function checkStability(simulations: readonly ServerSimulation[], config: ServerConfig): void {
  if (config.options.load.mode !== "open") return;
  let present = 0;
  let issued = 0;
  let seconds = 0;
  for (const simulation of simulations) {
    present += simulation.present;
    issued += simulation.source.issued;
    seconds += simulation.now;
  }
  if (present < 0.01 * issued) return;
  const rate = issued / seconds;
  const capacity = saturatedRate(config.options);
  if (rate < capacity) return;
  throw new RidgepointError(
    "unstable",
    `the load of ${rate.toPrecision(4)} requests per second exceeds the capacity of ${capacity.toPrecision(4)}; lower the rate or add replicas`,
    { path: "load", value: rate, capacityPerSecond: capacity },
  );
}

/** Requests per second that the server completes when there is always work: the capacity of an open load. */
export function saturatedRate(options: ServerOptions): number {
  const { timeSeriesSeconds: _series, keepRequests: _keep, ...rest } = options;
  const { seed, requests } = options.run ?? {};
  return simulateServer({
    ...rest,
    load: { mode: "offline" },
    run: { replications: 4, requests: requests ?? REQUESTS, ...(seed === undefined ? {} : { seed }) },
  }).requestsPerSecond;
}
