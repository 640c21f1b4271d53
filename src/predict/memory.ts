import { resolveHardware } from "../hardware/resolve.ts";
import { invalidValue } from "../quantities/errors.ts";
import { parametersOf } from "../models/parameters.ts";
import { weightFormats } from "../deployments/formats.ts";
import type { PartialPlan } from "../deployments/plan.ts";
import type { Engine, Precisions } from "../deployments/types.ts";
import { engineName, traitsOf } from "../deployments/engines.ts";
import { completeFigures } from "../constants/device-priors.ts";
import { activationBytes } from "../memory/activations.ts";
import { cacheCapacityTokens, capacityOf, concurrencyPerReplica, requireFit, type Capacity } from "../memory/capacity.ts";
import { weightsBytesOf } from "../memory/footprint.ts";
import { cacheGeometry, requestCacheBytes } from "../memory/kv.ts";
import { passOf } from "../operators/pass.ts";
import { lengthMoments } from "../workloads/lengths.ts";
import { resolveModel, resolvePlan } from "./resolve.ts";
import type { HardwareReference, ModelReference } from "./types.ts";

/** What to count the memory of. */
export interface MemoryQuestion {
  /** What is counted. */
  readonly model: ModelReference;
  /** The device that it should fit on; without one only what needs no device is counted. */
  readonly hardware?: HardwareReference;
  /** Id of the server that holds the devices. */
  readonly node?: string;
  /** Default 1, or what the plan occupies. */
  readonly devices?: number;
  /** Degrees of parallelism; absent ones are 1. */
  readonly plan?: PartialPlan;
  /** The serving engine, for what it keeps beside weights and cache; vLLM by default. */
  readonly engine?: Engine;
  /** Number formats of weights and cache. */
  readonly precision: Precisions;
  /** Prompt tokens of one request; default 1. */
  readonly inputTokens?: number;
  /** Output tokens of one request; default 1. */
  readonly outputTokens?: number;
}

/** Exact counts; those that need a device are absent without one. */
export interface MemoryAnswer {
  /** All of the language model. */
  readonly parameters: number;
  /** Those that a token passes: without the routed experts that it does not visit. */
  readonly activeParameters: number;
  /** Of modules for multi-token prediction, beside `parameters`. */
  readonly mtpParameters: number;
  /** Of a vision tower, beside `parameters`. */
  readonly visionParameters: number;
  /** The whole model, each tensor once. */
  readonly weightsBytes: number;
  /** KV cache of one token in all layers, each once, B; 0 where only a state is kept. */
  readonly kvBytesPerToken: number;
  /** KV cache of one whole request, windows counted, B. */
  readonly kvBytesPerRequest: number;
  /** Recurrent and convolution state of one request, B. */
  readonly stateBytesPerRequest: number;
  /** Of a prefill of `inputTokens`, on one device. */
  readonly activationBytes: number;
  /** On the fullest device, B. */
  readonly weightsBytesPerDevice?: number;
  /** Absent for a model that keeps a state alone: nothing limits its tokens. */
  readonly kvCapacityTokens?: number;
  /** Requests of this length that the deployment holds at once. */
  readonly maxConcurrency?: number;
  /** Longest sequence that one replica holds alone. */
  readonly largestContextTokens?: number;
  /** Weights and cache of a device in each pipeline stage. */
  readonly stages?: Capacity["stages"];
  /** Of one device, in all. */
  readonly memoryBytesPerDevice?: number;
  /** What the engine may use of it. */
  readonly usableBytesPerDevice?: number;
  /** What the engine keeps beside weights and cache: its own bytes and the activations of its largest step. */
  readonly reservedBytesPerDevice?: number;
}

/**
 * Counts parameters, weights, KV cache, state and activations of a model, and, with a device, what the deployment holds.
 * @throws RidgepointError as `predict` does for model, hardware, precision and plan; `infeasible` with the missing bytes where weights and
 *   one request do not fit.
 */
export function memoryOf(question: MemoryQuestion): MemoryAnswer {
  if (typeof question !== "object" || question === null) throw invalidValue("question", question, "is not an object with model and precision");
  const architecture = resolveModel(question.model);
  const formats = weightFormats(question.precision, architecture);
  const input = lengthMoments(question.inputTokens ?? 1, "input_tokens").mean;
  const output = lengthMoments(question.outputTokens ?? 1, "output_tokens").mean;
  const plan = resolvePlan(architecture, question.plan, question.devices);
  const pass = passOf(architecture, plan, formats);
  const whole = cacheGeometry(architecture, { tp: 1 }, formats);
  const counts = parametersOf(architecture);
  const answer = {
    parameters: counts.total,
    activeParameters: counts.active,
    mtpParameters: counts.mtp,
    visionParameters: counts.vision,
    weightsBytes: weightsBytesOf(architecture, formats),
    kvBytesPerToken: whole.bytesPerToken,
    kvBytesPerRequest: requestCacheBytes(whole, input + output) - whole.stateBytes,
    stateBytesPerRequest: whole.stateBytes,
    activationBytes: activationBytes(pass, formats, input),
  };
  if (question.hardware === undefined) return answer;
  const { device } = resolveHardware(question.hardware, question.node === undefined ? {} : { node: question.node });
  const traits = traitsOf(engineName(question.engine ?? "vllm"));
  const workspace = Number.isFinite(traits.maxBatchedTokens) ? traits.maxBatchedTokens : input;
  const { memoryBytes } = completeFigures(device);
  const capacity = capacityOf(pass, architecture, plan, formats, memoryBytes, traits, workspace / plan.attentionDp);
  requireFit(capacity, input + output, device.id);
  const tokensHeld = cacheCapacityTokens(capacity);
  return {
    ...answer,
    weightsBytesPerDevice: capacity.weightsBytesPerDevice,
    ...(Number.isFinite(tokensHeld) ? { kvCapacityTokens: tokensHeld, largestContextTokens: largestContext(capacity) } : {}),
    maxConcurrency: concurrencyPerReplica(capacity, input + output) * capacity.replicas,
    stages: capacity.stages,
    memoryBytesPerDevice: memoryBytes,
    usableBytesPerDevice: capacity.usableBytes,
    reservedBytesPerDevice: capacity.reservedBytes,
  };
}

/** Largest number of tokens of which one request fits, by bisection over the (monotone) cache bytes of a request. */
export function largestContext(capacity: Capacity): number {
  let low = 0;
  let high = 2 ** 40;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (concurrencyPerReplica(capacity, middle) >= 1) low = middle;
    else high = middle;
  }
  return low;
}
