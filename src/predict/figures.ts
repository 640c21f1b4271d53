import { numberFormats } from "../quantities/formats.ts";
import { cacheCapacityTokens, concurrencyPerReplica, requireFit } from "../memory/capacity.ts";
import { cacheGeometry } from "../memory/kv.ts";
import { routedExperts } from "../models/cache.ts";
import { devicePower } from "../economics/power.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { StepTime } from "../steps/types.ts";
import type { Bound, ServingValues } from "./types.ts";

/** Memory figures of a deployment of `engine`s for requests of `tokens` tokens. */
export function memoryFigures(engine: EngineModel, tokens: number): ServingValues {
  requireFit(engine.capacity, tokens, engine.machine.id);
  const whole = cacheGeometry(engine.architecture, { tp: 1 }, engine.formats);
  const tokensHeld = cacheCapacityTokens(engine.capacity);
  const values: ServingValues = {
    weightsBytesPerDevice: engine.capacity.weightsBytesPerDevice,
    kvBytesPerToken: whole.bytesPerToken,
    maxConcurrency: Math.min(
      concurrencyPerReplica(engine.capacity, tokens) * engine.capacity.replicas, engine.limits.maxRunningRequests * engine.plan.dp),
  };
  // A model that keeps a state alone has no limit on tokens.
  if (Number.isFinite(tokensHeld)) values.kvCapacityTokens = tokensHeld;
  return values;
}

/** Devices of one engine. */
export function engineDevices(engine: EngineModel): number {
  return engine.plan.tp * engine.plan.pp * engine.plan.attentionDp;
}

/** Dense peak of one device in the format in which most of the model's products are computed. */
export function modelPeak(engine: EngineModel): number {
  const moe = routedExperts(engine.architecture) > 0;
  return engine.machine.peakFlopsPerSecond[numberFormats[engine.formats.nameByRole[moe ? "experts" : "feed-forward"]].compute];
}

/**
 * Model FLOPs of one rank's pass over the dense peak: MFU of steps like `time`. A pass counts all layers, of which a pipeline
 * stage has its share at any time.
 */
export function mfuOf(engine: EngineModel, flops: number, seconds: number): number {
  return seconds > 0 ? flops / (seconds * engine.plan.pp * modelPeak(engine)) : 0;
}

/** What binds a step: the largest of its parts. */
export function boundOf(step: StepTime): Bound {
  const overhead = step.launchSeconds + step.hostSeconds;
  const largest = Math.max(step.computeSeconds, step.memorySeconds, step.linkSeconds, overhead);
  if (largest === step.memorySeconds) return "hbm";
  if (largest === step.computeSeconds) return "compute";
  return largest === step.linkSeconds ? "link" : "launch";
}

/** Power of `devices` of an engine's devices at steps like `step`, watts. `usage` is the share of time in which they work. */
export function wattsOf({ machine }: EngineModel, devices: number, step: StepTime, usage = 1): number {
  return devices * (machine.idleWatts + usage * (devicePower(step, machine) - machine.idleWatts));
}

/** Power, joules and dollars from the rates in `values`. */
export function addEconomics(values: ServingValues, watts: number, usdPerHour: number | undefined): void {
  values.powerWatts = watts;
  const { outputTokensPerSecond: rate = 0, totalTokensPerSecond: total = 0, requestsPerSecond: requests = 0 } = values;
  if (requests > 0) values.energyPerRequestJoules = watts / requests;
  if (!(rate > 0)) return;
  values.energyPerOutputTokenJoules = watts / rate;
  if (usdPerHour === undefined) return;
  const usdPerSecond = usdPerHour / 3600;
  values.usdPerMillionOutputTokens = (usdPerSecond / rate) * 1e6;
  values.usdPerMillionTokens = (usdPerSecond / total) * 1e6;
  values.outputTokensPerUsd = rate / usdPerSecond;
}
