import type { Architecture } from "../models/types.ts";
import { encoderLayers } from "../models/cache.ts";
import type { Plan } from "../deployments/types.ts";
import type { WeightFormats } from "../deployments/formats.ts";
import type { EngineTraits } from "../deployments/engines.ts";
import type { Machine } from "../roofline/machine.ts";
import { capacityOf, type Capacity } from "../memory/capacity.ts";
import { passOf } from "../operators/pass.ts";
import { stageLayers } from "../deployments/plan.ts";
import type { Pass, StepShape } from "../operators/types.ts";
import { timeStep, timeStepTwice } from "../steps/step-time.ts";
import { accumulate, emptyStepTime, type StepMode, type StepTime } from "../steps/types.ts";

/** Limits of one engine beside memory, as the user or its documentation sets them. */
export interface EngineLimits {
  readonly maxRunningRequests: number;
  readonly maxBatchedTokens: number;
  readonly graphs: boolean;
  /** A step is put together while the one before it runs. */
  readonly schedulesAhead: boolean;
  /** Decoding steps from one look for new requests to the next. */
  readonly pollSteps: number;
  /** Prompts that end the wait of the first found, which else lasts `pollSteps`; Infinity: none waits for others. */
  readonly gatherPrompts: number;
  /** See {@link EngineKernels}. */
  readonly sortsLogits: boolean;
  readonly fusesNorms: boolean;
  readonly besidesExperts: boolean;
}

/**
 * One engine: the devices of one replica (tp × pp × attention_dp), what they hold, and how long their steps take. The unit
 * that serves; `dp` of them stand side by side.
 */
export interface EngineModel {
  readonly architecture: Architecture;
  readonly plan: Plan;
  readonly formats: WeightFormats;
  readonly machine: Machine;
  readonly traits: EngineTraits;
  readonly limits: EngineLimits;
  readonly pass: Pass;
  readonly capacity: Capacity;
  /** Micro-batches that a pipeline works on at once; 1 without a pipeline or where the engine runs its stages one after another. */
  readonly pipelineDepth: number;
  /** Slowest stage's share of the layers times the number of stages: 1 for an even pipeline. */
  readonly stageImbalance: number;
  /** Of an encoder–decoder: input tokens of a request in the mean, by which a context is told apart into input and output. */
  readonly inputTokens?: number | undefined;
}

/**
 * Puts the parts of one engine together.
 * @param passes - those of other engines, by plan, which no device changes; grows.
 */
export function engineModel(
  architecture: Architecture, plan: Plan, formats: WeightFormats, machine: Machine, traits: EngineTraits, limits: EngineLimits, passes?: Map<Plan, Pass>,
  inputTokens?: number,
): EngineModel {
  const layers = architecture.pattern.length - encoderLayers(architecture);
  const stages = stageLayers(layers, plan.pp);
  const workspaceTokens = Number.isFinite(limits.maxBatchedTokens) ? Math.min(limits.maxBatchedTokens, 32_768) : 8192;
  const pass = passes?.get(plan) ?? passOf(architecture, plan, formats, limits);
  passes?.set(plan, pass);
  return {
    architecture, plan, formats, machine, traits, limits, pass,
    capacity: capacityOf(pass, architecture, plan, formats, machine.memoryBytes, traits, workspaceTokens / plan.attentionDp),
    pipelineDepth: traits.pipelines ? plan.pp : 1,
    stageImbalance: ((stages[0] as number) * plan.pp) / layers,
    inputTokens,
  };
}

/** One iteration of an engine as its ranks see it. */
export interface Iteration {
  /** What one rank computes. */
  readonly shape: StepShape;
  readonly mode: StepMode;
  /** By how much the slowest stage of a pipeline is slower than an even one. */
  readonly factor: number;
}

/**
 * The share of one rank in an iteration in which `decodeRequests` requests decode at a mean context of `decodeContext` tokens and
 * `prefillRequests` prompts have `prefillTokens` tokens computed, whose last queries see `prefillContext` tokens.
 *
 * Attention replicas share the requests evenly, the fullest one decides. A pipeline of depth p works on p micro-batches at
 * once: a request's token then takes p turns of the slowest stage, each with a p-th of the batch.
 */
export function iterationOf(
  engine: EngineModel, decodeRequests: number, decodeContext: number, prefillTokens: number, prefillRequests: number, prefillContext: number,
): Iteration {
  const { plan, pipelineDepth, limits } = engine;
  const depth = Math.max(1, Math.min(pipelineDepth, Math.max(decodeRequests + prefillRequests, 1)));
  const share = plan.attentionDp * depth;
  const decode = share === 1 ? decodeRequests : evenShare(decodeRequests, share);
  const prefilling = share === 1 ? prefillRequests : prefillRequests > 0 ? Math.max(1, prefillRequests / share) : 0;
  const tokens = prefillRequests > 0 ? (prefillTokens / prefillRequests) * prefilling : 0;
  return {
    shape: {
      decodeSequences: decode, decodeContext, prefillTokens: tokens, prefillSequences: prefilling, prefillContext,
      logitRows: decode + prefilling,
      decodeInput: engine.inputTokens,
    },
    // Each attention replica has a scheduler of its own.
    mode: { graphs: limits.graphs && prefillTokens === 0, hostRequests: decode + prefilling },
    factor: depth > 1 ? engine.stageImbalance : 1,
  };
}

/** Time of one iteration; parameters as {@link iterationOf}. */
export function iterationTime(
  engine: EngineModel, decodeRequests: number, decodeContext: number, prefillTokens: number, prefillRequests: number, prefillContext: number,
  out: StepTime,
): StepTime {
  const { shape, mode, factor } = iterationOf(engine, decodeRequests, decodeContext, prefillTokens, prefillRequests, prefillContext);
  timeStep(engine.pass, shape, engine.machine, mode, out);
  if (factor !== 1) accumulate(out, out, factor - 1);
  return out;
}

/** Times of two iterations in which the same requests decode, at a mean context of `decodeContext` tokens and of `otherContext`. */
export function decodeTimes(engine: EngineModel, decodeRequests: number, decodeContext: number, otherContext: number, out: StepTime, otherOut: StepTime): void {
  const { shape, mode, factor } = iterationOf(engine, decodeRequests, decodeContext, 0, 0, 0);
  timeStepTwice(engine.pass, shape, { ...shape, decodeContext: otherContext }, engine.machine, mode, out, otherOut);
  if (factor === 1) return;
  accumulate(out, out, factor - 1);
  accumulate(otherOut, otherOut, factor - 1);
}

/** The fullest of `shares` equal shares, between the mean and the ceiling: a batch that is large against them is even. */
function evenShare(requests: number, shares: number): number {
  return requests <= shares ? Math.min(requests, 1) : requests / shares;
}

/** Step function of the server simulator: seconds of an iteration from its counts. */
export function stepFunctionOf(engine: EngineModel): (
  decodeRequests: number, contextTokens: number, prefillTokens: number, prefillPairs: number, prefillRequests: number,
) => number {
  const out = emptyStepTime();
  return (decodeRequests, contextTokens, prefillTokens, prefillPairs, prefillRequests) => {
    const decodeContext = decodeRequests > 0 ? contextTokens / decodeRequests : 0;
    const requests = prefillTokens > 0 ? Math.max(1, prefillRequests) : 0;
    // A causal chunk of q queries that ends at context c has q·c − q(q − 1)/2 pairs.
    const queries = requests > 0 ? prefillTokens / requests : 0;
    const prefillContext = requests > 0 ? Math.max(queries, prefillPairs / prefillTokens + (queries - 1) / 2) : 0;
    return iterationTime(engine, decodeRequests, decodeContext, prefillTokens, requests, prefillContext, out).seconds;
  };
}
