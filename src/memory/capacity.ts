import type { Architecture } from "../models/types.ts";
import type { Plan } from "../deployments/types.ts";
import type { WeightFormats } from "../deployments/formats.ts";
import type { EngineTraits } from "../deployments/engines.ts";
import type { Pass } from "../operators/types.ts";
import { RidgepointError } from "../quantities/errors.ts";
import { activationBytes } from "./activations.ts";
import { stageFootprints, type StageFootprint } from "./footprint.ts";
import { requestCacheBytes } from "./kv.ts";

/** What a deployment of one plan can hold, stage by stage. */
export interface Capacity {
  readonly stages: readonly StageFootprint[];
  /** Bytes left for the cache on the device of each stage, after weights and the engine's reserve. May be negative. */
  readonly cacheBytes: readonly number[];
  /** Bytes that the engine may use of each device. */
  readonly usableBytes: number;
  /** Weights of the fullest device. */
  readonly weightsBytesPerDevice: number;
  /** What the engine keeps beside weights and cache. */
  readonly reservedBytes: number;
  /** Attention replicas: dp × attention_dp, each with a cache of its own. */
  readonly replicas: number;
  readonly blockTokens: number;
}

/**
 * Capacity of every stage: usable share of the device less weights, the engine's own bytes and the activations of its largest
 * step; or the engine's share of what those leave free.
 */
export function capacityOf(
  pass: Pass, architecture: Architecture, plan: Plan, formats: WeightFormats, deviceBytes: number, traits: EngineTraits, stepTokens: number,
): Capacity {
  const stages = stageFootprints(pass, architecture, plan, formats, traits.embeddingOnHost);
  const usableBytes = traits.shareOfFree ? deviceBytes : deviceBytes * traits.memoryShare;
  const cacheShare = traits.shareOfFree ? traits.memoryShare : 1;
  const reservedBytes = traits.reservedBytes + activationBytes(pass, formats, stepTokens);
  let weightsBytesPerDevice = 0;
  const cacheBytes = stages.map((stage) => {
    weightsBytesPerDevice = Math.max(weightsBytesPerDevice, stage.weightsBytes);
    const free = usableBytes - reservedBytes - stage.weightsBytes;
    return free > 0 ? free * cacheShare : free;
  });
  return { stages, cacheBytes, usableBytes, weightsBytesPerDevice, reservedBytes, replicas: plan.dp * plan.attentionDp, blockTokens: traits.kvBlockTokens };
}

/** Requests of `tokens` tokens that one attention replica holds at once; 0 where not even one fits. */
export function concurrencyPerReplica(capacity: Capacity, tokens: number): number {
  let least = Infinity;
  for (let stage = 0; stage < capacity.stages.length; stage++) {
    const cache = (capacity.stages[stage] as StageFootprint).cache;
    const bytes = capacity.cacheBytes[stage] as number;
    const request = requestCacheBytes(cache, tokens, capacity.blockTokens);
    const fits = bytes < 0 ? 0 : request > 0 ? Math.floor(bytes / request) : Infinity;
    if (fits < least) least = fits;
  }
  return least;
}

/** Tokens of cache of the whole deployment, each inside every window. */
export function cacheCapacityTokens(capacity: Capacity): number {
  let least = Infinity;
  for (let stage = 0; stage < capacity.stages.length; stage++) {
    const perToken = (capacity.stages[stage] as StageFootprint).cache.bytesPerToken;
    if (perToken > 0) least = Math.min(least, Math.max(0, capacity.cacheBytes[stage] as number) / perToken);
  }
  return least === Infinity ? Infinity : Math.floor(least / capacity.blockTokens) * capacity.blockTokens * capacity.replicas;
}

/**
 * Checks that weights and one request of `tokens` tokens fit on every device.
 * @throws RidgepointError `infeasible` with the missing bytes and the stage that lacks them.
 */
export function requireFit(capacity: Capacity, tokens: number, deviceName: string): void {
  for (let stage = 0; stage < capacity.stages.length; stage++) {
    const footprint = capacity.stages[stage] as StageFootprint;
    const needed = requestCacheBytes(footprint.cache, tokens, capacity.blockTokens);
    const missingBytes = Math.ceil(needed - (capacity.cacheBytes[stage] as number));
    if (!(missingBytes > 0)) continue;
    const device = capacity.stages.length > 1 ? `${deviceName} of pipeline stage ${stage}` : deviceName;
    throw new RidgepointError(
      "infeasible",
      `${missingBytes} bytes are missing on each ${device}: weights ${Math.round(footprint.weightsBytes)}, one request of ${tokens} tokens ${Math.round(needed)} `
        + `and the engine's ${Math.round(capacity.reservedBytes)} bytes against ${Math.round(capacity.usableBytes)} usable; shard over more devices or store fewer bits`,
      { missingBytes, device },
    );
  }
}
