import { definedOnly } from "../quantities/defined.ts";
import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import { cacheGeometry } from "../memory/kv.ts";
import { runServer } from "../queueing/simulation/run-server.ts";
import type { ServerAnswer, ServerOptions, ServiceLevel } from "../queueing/simulation/server-types.ts";
import { seenByClients } from "../serving/client-side.ts";
import { simulationOptions } from "../serving/simulated.ts";
import { attainmentInterval, requestLengths, simulationRequest, steadyOf, valuesOfAnswer } from "./loaded.ts";
import { addEconomics, boundOf, engineDevices, memoryFigures, wattsOf } from "./figures.ts";
import { familiarityOfPools, intervalsOf } from "./intervals.ts";
import { priceOf } from "./price.ts";
import { engineOf, resolveBase, resolvePlan, warningsOf, type ResolvedBase } from "./resolve.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { RequestLengths } from "../serving/steady.ts";
import type { Bound, Disaggregated, Pool, Prediction, PredictOptions, Scenario, ServingValues } from "./types.ts";

/** One pool, looked up: its engine is one replica. */
export interface ResolvedPool {
  readonly base: ResolvedBase;
  readonly engine: EngineModel;
  readonly devices: number;
}

/** Requests of a user in published runs of pools (SemiAnalysisAI/InferenceX: `num-prompts` is ten times `max-concurrency`). */
const requestsPerUser = 10;

/** Users of pools without end are known from no publication: what is known are runs, of which the opening burst is a large part. */
export function asRun(scenario: Scenario): Scenario {
  const { load } = scenario;
  if (load.mode !== "closed" || load.requests !== undefined) return scenario;
  return { ...scenario, load: { ...load, requests: Math.min(1e6, requestsPerUser * load.concurrency) } };
}

/**
 * Separate prefill and decode pools with the KV of each prompt moved between them: simulated as a tandem, each pool with its
 * own step times, the transfer over the senders' scale-out links (or the stated link) in between.
 */
export function predictDisaggregated(asked: Scenario, pools: Disaggregated, options: PredictOptions): Prediction {
  const scenario = asRun(asked);
  if (scenario.load.mode === "static" || scenario.load.mode === "offline") {
    throw new RidgepointError("unsupported", `disaggregated pools serve closed, open and trace loads, not ${scenario.load.mode}`, { path: "load.mode" });
  }
  const { prefill, decode } = resolvePools(scenario, pools);
  const lengths = requestLengths(scenario);
  const values: ServingValues = memoryFigures(decode.engine, Math.ceil(lengths.inputTokens + lengths.outputTokens));
  memoryFigures(prefill.engine, Math.ceil(lengths.inputTokens + 1));
  const simulateWith = (asked: PredictOptions): ServerAnswer => seenByClients(runServer(poolOptions(scenario, pools, { prefill, decode }, asked)), decode.engine);
  const answer = simulateWith(options);
  const warnings = warningsOf(decode.base, decode.engine);
  if (scenario !== asked) warnings.push(`load.requests is absent: ${requestsPerUser} a user`);
  const simulation = valuesOfAnswer(answer, lengths, values, options, warnings);
  const state = steadyOf(decode.engine, { mode: "closed", concurrency: Math.max(1, Math.round(answer.runningRequests)) }, { ...lengths, freshTokens: 1 });
  const prompts = steadyOf(prefill.engine, { mode: "offline" }, { ...lengths, outputTokens: 1, biasedOutputTokens: 1 });
  const watts = wattsOf(decode.engine, decode.devices, state.step) + wattsOf(prefill.engine, prefill.devices, prompts.step, Math.min(1, answer.busyFraction));
  const prices = poolPrices({ prefill, decode }, scenario, warnings);
  addEconomics(values, watts, prices && prices.prefill + prices.decode);
  const bound: Bound = answer.queue.meanSeconds > answer.request.meanSeconds / 2 ? "queue" : boundOf(state.step);
  const familiarity = familiarityOfPools(decode.engine, decode.base.own);
  const attainment = options.serviceLevel && attainmentInterval(options.serviceLevel, familiarity, (serviceLevel: ServiceLevel) => simulateWith({ serviceLevel }));
  return { values, bound, warnings, method: "simulation", simulation, intervals90: intervalsOf(values, familiarity, false, attainment) };
}

/** Options of the simulator for both pools, each with its own step times. */
export function poolOptions(scenario: Scenario, pools: Disaggregated, { prefill, decode }: ReturnType<typeof resolvePools>, options: PredictOptions): ServerOptions {
  const transferPerTokenSeconds = transferSeconds(prefill.engine, pools);
  checkTransfer(scenario, pools, transferPerTokenSeconds * requestLengths(scenario).inputTokens);
  const request = simulationRequest(scenario, options);
  const to = simulationOptions(decode.engine, request);
  return { ...to, disaggregated: { prefill: pool(simulationOptions(prefill.engine, request)), decode: pool(to), transferPerTokenSeconds } };
}

/** Both pools of a scenario. */
export function resolvePools(scenario: Scenario, pools: Disaggregated): { readonly prefill: ResolvedPool; readonly decode: ResolvedPool } {
  return {
    prefill: resolvePool(scenario, pools.prefill, "disaggregated.prefill"), decode: resolvePool(scenario, pools.decode, "disaggregated.decode"),
  };
}

/** Requests per second that each pool carries at most: prompts with their first token, and all tokens after it. */
export function poolCapacities(prefill: EngineModel, decode: EngineModel, lengths: RequestLengths): { readonly prefill: number; readonly decode: number } {
  const most = (engine: EngineModel, change: Partial<RequestLengths>): number =>
    steadyOf(engine, { mode: "offline" }, { ...lengths, ...change }).requestsPerSecond * engine.plan.dp;
  return { prefill: most(prefill, { outputTokens: 1, biasedOutputTokens: 1 }), decode: most(decode, { freshTokens: 1 }) };
}

/** Dollars per hour of each pool; undefined where a device has no price. */
export function poolPrices(
  { prefill, decode }: ReturnType<typeof resolvePools>, scenario: Scenario, warnings: string[],
): { readonly prefill: number; readonly decode: number } | undefined {
  const of = ({ base, devices }: ResolvedPool): number | undefined => {
    const price = priceOf(base.device, scenario, warnings);
    return price === undefined ? undefined : price * devices;
  };
  const first = of(prefill);
  const second = prefill.base.device === decode.base.device && first !== undefined ? (first / prefill.devices) * decode.devices : of(decode);
  return first === undefined || second === undefined ? undefined : { prefill: first, decode: second };
}

function resolvePool(scenario: Scenario, pool: Pool, path: string): ResolvedPool {
  const base = resolveBase(scenario, pool.hardware ?? scenario.hardware);
  const plan = resolvePlan(base.architecture, pool.plan, pool.devices, `${path}.plan`);
  const engine = engineOf(base, plan);
  return { base, engine, devices: engineDevices(engine) * plan.dp };
}

function pool({ replicas, stepTime, policy, kv }: ReturnType<typeof simulationOptions>): {
  readonly replicas: number; readonly stepTime: typeof stepTime; readonly maxRunningRequests?: number; readonly maxBatchedTokens?: number;
} {
  return {
    replicas: replicas ?? 1, stepTime, ...definedOnly({ maxRunningRequests: policy?.maxRunningRequests, maxBatchedTokens: policy?.maxBatchedTokens, kv }),
  };
}

/** Requests on their way between the pools at most; more never come to an end in a run of some thousand. */
const mostInTransfer = 1000;

function checkTransfer({ load }: Scenario, pools: Disaggregated, secondsOfPrompt: number): void {
  const inTransfer = load.mode === "open" ? load.ratePerSecond * secondsOfPrompt : 0;
  if (inTransfer <= mostInTransfer) return;
  throw invalidValue(
    "disaggregated.kv_link_bytes_per_s", pools.kvLinkBytesPerSecond ?? "the devices' own links",
    `takes ${secondsOfPrompt.toPrecision(3)} s for the cache of a prompt: ${Math.round(inTransfer)} would be on their way; give a faster link or a lower rate`,
  );
}

/** One token's cache over the stated link, or over the scale-out links of the ranks that hold it. */
function transferSeconds(engine: EngineModel, pools: Disaggregated): number {
  const bytes = cacheGeometry(engine.architecture, { tp: 1 }, engine.formats).bytesPerToken;
  const link = pools.kvLinkBytesPerSecond ?? engine.machine.scaleOutBytesPerSecond * engine.plan.tp * engine.plan.pp;
  return bytes / link;
}
