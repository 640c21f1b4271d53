import { numberFormats } from "../quantities/formats.ts";
import { cacheCapacityTokens, concurrencyPerReplica, requireFit } from "../memory/capacity.ts";
import { cacheGeometry } from "../memory/kv.ts";
import { devicePower } from "../economics/power.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { StepTime } from "../steps/types.ts";
import type { Bound, Scenario, ServingValues } from "./types.ts";

/** Memory figures of a deployment of `engine`s for requests of `tokens` tokens. */
export function memoryFigures(engine: EngineModel, tokens: number): ServingValues {
  requireFit(engine.capacity, tokens, engine.machine.id);
  const whole = cacheGeometry(engine.architecture, { tp: 1 }, engine.formats);
  const tokensHeld = cacheCapacityTokens(engine.capacity);
  return {
    weightsBytesPerDevice: engine.capacity.weightsBytesPerDevice,
    kvBytesPerToken: whole.bytesPerToken,
    // A model that keeps a state alone has no limit on tokens.
    ...(Number.isFinite(tokensHeld) ? { kvCapacityTokens: tokensHeld } : {}),
    maxConcurrency: Math.min(
      concurrencyPerReplica(engine.capacity, tokens) * engine.capacity.replicas, engine.limits.maxRunningRequests * engine.plan.dp),
  };
}

/** Devices of one engine. */
export function engineDevices(engine: EngineModel): number {
  return engine.plan.tp * engine.plan.pp * engine.plan.attentionDp;
}

/** Dense peak of one device in the format in which most of the model's products are computed. */
export function modelPeak(engine: EngineModel): number {
  const moe = engine.architecture.layerKinds.some((kind) => kind.feedForward.kind === "moe");
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

/** Power, joules and dollars from rates. `usage` is the share of time in which the devices work. */
export function addEconomics(
  values: ServingValues, engine: EngineModel, devices: number, step: StepTime, scenario: Scenario, price: number | undefined,
  tokens: { readonly input: number; readonly output: number }, usage = 1,
): void {
  const perDevice = engine.machine.idleWatts + usage * (devicePower(step, engine.machine) - engine.machine.idleWatts);
  values.powerWatts = perDevice * devices;
  const rate = values.outputTokensPerSecond;
  const requests = values.requestsPerSecond;
  if (rate !== undefined && rate > 0) values.energyPerOutputTokenJoules = values.powerWatts / rate;
  if (requests !== undefined && requests > 0) values.energyPerRequestJoules = values.powerWatts / requests;
  const usdPerHour = scenario.prices?.usdPerDeviceHour ?? price;
  if (usdPerHour === undefined || rate === undefined || !(rate > 0)) return;
  const usdPerSecond = (usdPerHour * devices) / 3600;
  values.usdPerMillionOutputTokens = (usdPerSecond / rate) * 1e6;
  values.usdPerMillionTokens = (usdPerSecond / (rate * (1 + tokens.input / tokens.output))) * 1e6;
  values.outputTokensPerUsd = rate / usdPerSecond;
}
