import { runServer } from "../queueing/simulation/run-server.ts";
import type { Router, RunLength, ServerAnswer, ServerLoad, ServerOptions, ServiceLevel } from "../queueing/simulation/server-types.ts";
import { definedOnly } from "../quantities/defined.ts";
import type { TokenLengths } from "../workloads/types.ts";
import { requestCacheBytes } from "../memory/kv.ts";
import type { StageFootprint } from "../memory/footprint.ts";
import { clientLengths, engineLoad, engineServiceLevel, seenByClients } from "./client-side.ts";
import { stepFunctionOf, type EngineModel } from "./engine-model.ts";

/** What is simulated beside the engine: load, lengths, and how long. */
export interface SimulationRequest {
  readonly load: ServerLoad;
  readonly inputTokens: TokenLengths;
  readonly outputTokens: TokenLengths;
  readonly prefixHitTokens: number;
  readonly speculative?: { readonly tokens: number; readonly acceptance: number };
  readonly serviceLevel?: ServiceLevel;
  /** Default `round-robin`. */
  readonly router?: Router;
  readonly run: RunLength;
}

/** Runs the server simulator with the step times of `engine`, `dp` replicas behind a router; times are as clients see them. */
export function simulateEngine(engine: EngineModel, request: SimulationRequest): ServerAnswer {
  return seenByClients(runServer(simulationOptions(engine, request)), engine);
}

/**
 * Options of the simulator for an engine: batching policy, cache and step times. Its answer holds the engine's times; clients see
 * them later ({@link seenByClients}).
 */
export function simulationOptions(engine: EngineModel, request: SimulationRequest): ServerOptions {
  const { traits, limits, plan } = engine;
  const kv = tokenCapacity(engine);
  return {
    load: engineLoad(request.load, engine),
    inputTokens: clientLengths(request.inputTokens, request.load),
    outputTokens: clientLengths(request.outputTokens, request.load),
    ...(request.prefixHitTokens > 0 ? { prefixHitTokens: request.prefixHitTokens } : {}),
    stepTime: { stepSeconds: stepFunctionOf(engine) },
    policy: {
      kind: traits.mixesPrefillWithDecode ? (traits.cutsPrompts ? "chunked" : "mixed") : engine.inputTokens === undefined ? "prefill-first-chunked" : "prefill-first",
      schedulesAhead: limits.schedulesAhead,
      pollSteps: limits.pollSteps,
      ...(Number.isFinite(limits.gatherPrompts) ? { gatherPrompts: limits.gatherPrompts } : {}),
      ...(Number.isFinite(limits.maxBatchedTokens) ? { maxBatchedTokens: limits.maxBatchedTokens * plan.attentionDp } : {}),
      ...(Number.isFinite(limits.maxRunningRequests) ? { maxRunningRequests: limits.maxRunningRequests } : {}),
    },
    ...(Number.isFinite(kv) ? { kv: { capacityTokens: kv, blockTokens: traits.kvBlockTokens, admission: traits.admission } } : {}),
    ...definedOnly({ speculative: request.speculative, serviceLevel: request.serviceLevel && engineServiceLevel(request.serviceLevel, engine) }),
    replicas: plan.dp,
    router: request.router ?? "round-robin",
    run: request.run,
  };
}

/**
 * Cache of one engine in tokens of full-attention length: what a request of the mean kind costs per token, so that windows and
 * recurrent state count as they do in bytes.
 */
function tokenCapacity(engine: EngineModel): number {
  let least = Infinity;
  for (let stage = 0; stage < engine.capacity.stages.length; stage++) {
    const cache = (engine.capacity.stages[stage] as StageFootprint).cache;
    const bytes = Math.max(0, engine.capacity.cacheBytes[stage] as number);
    const tokens = 4096;
    const perToken = requestCacheBytes(cache, tokens) / tokens;
    if (perToken > 0) least = Math.min(least, bytes / perToken);
  }
  return least === Infinity ? Infinity : Math.floor(least / engine.capacity.blockTokens) * engine.capacity.blockTokens * engine.plan.attentionDp;
}
