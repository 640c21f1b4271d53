import type { RandomStream } from "../../numerics/random.ts";
import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { BATCHES, FEWEST, jackknife } from "./batch-jackknife.ts";
import { type Replication, replicate } from "./replications.ts";
import type { RequestRecorder } from "./request-recorder.ts";
import { type ServerConfig, serverConfig } from "./server-config.ts";
import { acrossReplications, figuresOf, mergeMetrics, preciseEnough } from "./server-figures.ts";
import type { ServerMetrics } from "./server-metrics.ts";
import { ServerSimulation } from "./server-simulation.ts";
import { sourceStreams } from "./server-source.ts";
import type { ServerAnswer, ServerOptions, ServerTraceRequest } from "./server-types.ts";
import type { TimeSeriesRecorder } from "./time-series.ts";

/** A replication under way, of the whole server or of the plain one. */
type Simulation = Pick<ServerSimulation, "advance" | "source" | "present" | "now" | "completed">;

/** What a run may use beyond its options: who wants none of them does not carry it. */
export interface RunParts {
  /** Watches the first replication. */
  readonly series?: TimeSeriesRecorder | undefined;
  /** Keeps the requests of the first replication. */
  readonly kept?: RequestRecorder | undefined;
  /** Requests from which on a trace has intervals; a hundred where this is absent. */
  readonly needs?: (trace: readonly ServerTraceRequest[], config: ServerConfig) => number;
  /** The faster simulation of what it can simulate. */
  readonly plain?: (config: ServerConfig, streams: readonly RandomStream[], kept: RequestRecorder | undefined) => Simulation | undefined;
}

const REPLICATIONS = 8;
/** Of finite runs that must reach a precision, to begin with. */
const FINITE_REPLICATIONS = 4;
const MOST_REPLICATIONS = 1000;
const REQUESTS = 20_000;
const MAXIMUM_REQUESTS = 2_000_000;

/** What `simulateServer` does, with its parts passed in. */
export function runServer(options: ServerOptions, { series, kept, plain, needs }: RunParts = {}): ServerAnswer {
  const config = serverConfig(options);
  const finite = options.load.requests !== undefined;
  const { precision, replications, seed = 1 } = options.run ?? {};
  const recorded = options.load.mode === "trace";
  const count = replications ?? (!finite ? REPLICATIONS : precision === undefined || recorded ? 1 : FINITE_REPLICATIONS);
  if (!(Number.isInteger(count) && count >= 1 && count <= MOST_REPLICATIONS)) throw invalidValue("run.replications", count, "must be a whole number in 1 … 1000");
  if (!Number.isFinite(seed)) throw invalidValue("run.seed", seed, "must be a finite number");
  if (precision !== undefined && !(precision > 0)) throw invalidValue("run.precision", precision, "must be positive");
  const start = (from: number, to: number): Simulation[] =>
    sourceStreams(seed, to).slice(from).map((streams, i) => {
      const [watches, keeps] = from + i === 0 ? [series, kept] : [];
      return (watches === undefined ? plain?.(config, streams, keeps) : undefined) ?? new ServerSimulation(config, streams, watches, keeps);
    });
  const simulations = start(0, count);
  const needed = options.load.mode === "trace" ? (needs?.(options.load.requests, config) ?? FEWEST) : 0;
  const windows = recorded ? batchesOfTrace(simulations, needed) : finite ? finished(simulations, start, config) : steady(simulations, config);
  const found = answer(windows, config, recorded ? count : undefined, series, kept);
  return windows.length === 1 && recorded ? { ...found, requestsForInterval: needed } : found;
}

/**
 * A trace is run as it is, in batches: again it would give the same, up to what the router and the speculation draw. How far its figures
 * may be from those of traffic alike is told by its own parts.
 */
function batchesOfTrace(simulations: readonly Simulation[], needed: number): ServerMetrics[] {
  const { total } = (simulations[0] as Simulation).source;
  const count = total < needed ? 1 : BATCHES;
  return Array.from({ length: count }, (_, i) =>
    mergeMetrics(simulations.map((simulation) => simulation.advance(i + 1 === count ? Infinity : Math.floor(((i + 1) * total) / count) - simulation.completed))));
}

/** Runs to the last token, twice as many until they are precise enough or as many as may be spent. */
function finished(simulations: readonly Simulation[], start: (from: number, to: number) => readonly Simulation[], config: ServerConfig): ServerMetrics[] {
  const { precision, maximumRequests = MAXIMUM_REQUESTS } = config.options.run ?? {};
  const each = (simulations[0] as Simulation).source.total;
  const windows: ServerMetrics[] = [];
  for (let fresh = simulations, next = 0; ; fresh = start(windows.length, next)) {
    for (const simulation of fresh) windows.push(simulation.advance(Infinity));
    next = 2 * windows.length;
    const enough = next > MOST_REPLICATIONS || next * each > maximumRequests;
    if (precision === undefined || enough || answer(windows, config).precise) return windows;
  }
}

function steady(simulations: readonly Simulation[], config: ServerConfig): ServerMetrics[] {
  const run = config.options.run ?? {};
  const { precision } = run;
  const requests = run.requests ?? REQUESTS;
  if (!(requests >= 1 && requests < Infinity)) throw invalidValue("run.requests", requests, "must be a positive number");
  // Three rounds of users are left out, and two at least are counted, whole: seven eighths of these.
  const users = config.options.load.mode === "closed" ? config.options.load.concurrency : 0;
  if (users > 0) for (const simulation of simulations) simulation.advance(3 * users);
  return replicate<ServerMetrics>(simulations as readonly Replication<ServerMetrics>[], {
    initial: Math.max((16 / 7) * users, requests / simulations.length),
    most: Math.max(requests, run.maximumRequests ?? MAXIMUM_REQUESTS) / simulations.length,
    merge: mergeMetrics,
    check: () => checkStability(simulations, config),
    ...(precision === undefined
      ? {}
      : { precise: (kept: readonly ServerMetrics[]) => answer(kept, config).precise === true }),
  });
}

/** @param runs - of a trace, whose windows are batches of them. */
function answer(
  windows: readonly ServerMetrics[], config: ServerConfig, runs?: number, series?: TimeSeriesRecorder, kept?: RequestRecorder,
): ServerAnswer {
  const figures = windows.map((window) => figuresOf(window, config));
  const replicated = acrossReplications(figures);
  const mean = runs === undefined ? replicated.mean : figuresOf(mergeMetrics(windows), config);
  const halfWidth95 = figures.length < 2 ? undefined : runs === undefined ? replicated.halfWidth : jackknife(windows, config);
  const precision = config.options.run?.precision;
  return {
    ...mean,
    ...(halfWidth95 ? { halfWidth95 } : {}),
    measuredRequests: windows.reduce((sum, window) => sum + window.completed, 0),
    simulatedSeconds: windows.reduce((sum, window) => sum + window.seconds, 0),
    replications: runs ?? windows.length,
    ...(precision === undefined ? {} : { precise: halfWidth95 !== undefined && preciseEnough(mean, halfWidth95, precision) }),
    ...(series ? { timeSeries: series.result() } : {}),
    ...(kept ? { requests: kept.times } : {}),
  };
}

/**
 * Throws `unstable` when an open load exceeds what the server completes with a backlog that never ends: below that rate
 * the queue is stable, above it grows without limit. Looked at only once so many wait that it may be.
 */
function checkStability(simulations: readonly Simulation[], config: ServerConfig): void {
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

/**
 * Requests per second that the server completes when there is always work: the capacity of an open load.
 *
 * @throws RidgepointError as {@link simulateServer} does for its options.
 */
export function saturatedRate(options: ServerOptions): number {
  const { seed, requests } = options.run ?? {};
  return runServer({
    ...options,
    load: { mode: "offline" },
    run: { replications: 4, requests: requests ?? REQUESTS, ...(seed === undefined ? {} : { seed }) },
  }).requestsPerSecond;
}
