import { requestCacheBytes } from "../memory/kv.ts";
import type { StageFootprint } from "../memory/footprint.ts";
import { accumulate, emptyStepTime, type StepTime } from "../steps/types.ts";
import { iterationTime, type EngineModel } from "./engine-model.ts";

/** Moments of the lengths of the requests that an engine serves. */
export interface RequestLengths {
  readonly inputTokens: number;
  /** Prompt tokens that are not in a prefix cache. */
  readonly freshTokens: number;
  readonly outputTokens: number;
  /** E[O²]/E[O]: mean length of the answer that a running request will have (size-biased). */
  readonly biasedOutputTokens: number;
}

/** Mean behaviour of one engine with a steady number of requests inside. */
export interface SteadyState {
  /** Requests that are admitted: prefilling or decoding. */
  readonly running: number;
  /** Of those, requests that decode. */
  readonly decoding: number;
  readonly tpotSeconds: number;
  /** From admission to the first token. */
  readonly prefillSeconds: number;
  readonly requestsPerSecond: number;
  /** Time of a decode step without prompts. */
  readonly decodeStepSeconds: number;
  /** Time of a step with prompts, and how many prompts (or what part of one) it takes. */
  readonly promptStepSeconds: number;
  readonly promptsInStep: number;
  /** Share of the steps that hold prompts. */
  readonly promptShare: number;
  /** Breakdown of a mean step. */
  readonly step: StepTime;
  /** FLOPs of one rank per second. */
  readonly flopsPerSecond: number;
}

/** Tokens of context that a decoding request holds in the mean. */
export function meanContext(lengths: RequestLengths): number {
  return lengths.inputTokens + (lengths.biasedOutputTokens + 1) / 2;
}

/**
 * Requests that run at once on one engine, by cache and by its limit. With reservation each holds its whole length; where the
 * cache grows with the request, a staggered population holds half of its output in the mean.
 */
export function admissionLimit(engine: EngineModel, lengths: RequestLengths): number {
  const held = engine.traits.admission === "reserve" ? lengths.inputTokens + lengths.outputTokens : meanContext(lengths);
  let least = Infinity;
  for (let stage = 0; stage < engine.capacity.stages.length; stage++) {
    const footprint = engine.capacity.stages[stage] as StageFootprint;
    const request = requestCacheBytes(footprint.cache, held, engine.capacity.blockTokens);
    const whole = requestCacheBytes(footprint.cache, lengths.inputTokens + lengths.outputTokens, engine.capacity.blockTokens);
    const bytes = engine.capacity.cacheBytes[stage] as number;
    // One whole request must fit whatever the mean says.
    least = Math.min(least, bytes < whole ? 0 : Math.floor(bytes / request));
  }
  return Math.min(least * engine.plan.attentionDp, engine.limits.maxRunningRequests);
}

/**
 * Steady state of continuous batching with `running` requests inside.
 *
 * Each request decodes O − 1 times, so λ = b/(O − 1) prompts join per decode step of b requests. Several that wait for the
 * same step are computed in it (coalescing): a prompt takes s = max(fresh/budget, (1 − e^−λ)/λ) steps of its own in the mean; an
 * engine that looks for them every n-th step finds nλ, one that lets the first wait for T steps λT more.
 * Prompts ride with the decodes where the engine mixes them, and stop them where it does not. The mean time per output token
 * is the decode step plus the λ-fold extra of the prompt steps; the number decoding follows from Little's law.
 */
export function steadyState(engine: EngineModel, running: number, lengths: RequestLengths): SteadyState {
  const { freshTokens, outputTokens, inputTokens } = lengths;
  const decodeSteps = Math.max(0, outputTokens - 1);
  const budget = engine.limits.maxBatchedTokens;
  const context = meanContext(lengths);
  const decodeStep = emptyStepTime();
  const promptStep = emptyStepTime();
  let decoding = decodeSteps > 0 ? running : 0;
  let tpot = 0;
  let prefill = 0;
  let promptsPerStep = 0;
  let stepsPerPrompt = 1;
  let promptsInStep = 1;
  for (let round = 0; round < 4; round++) {
    if (decodeSteps > 0) iterationTime(engine, decoding, context, 0, 0, 0, decodeStep);
    promptsPerStep = decodeSteps > 0 ? decoding / decodeSteps : Infinity;
    const most = promptsPerBudget(engine, decoding, freshTokens);
    const ownSteps = Math.ceil(1 / most);
    const perLook = promptsPerStep * stepsBetweenLooks(engine);
    const gathered = promptsPerStep * gatheringSteps(engine, promptsPerStep);
    const coalesced = promptsPerStep === Infinity ? 1 / Math.max(1, Math.floor(Math.min(most, running))) : 1 / (perLook / -Math.expm1(-perLook) + gathered);
    stepsPerPrompt = Math.max(1 / most, coalesced);
    promptsInStep = Math.min(1 / stepsPerPrompt, Math.max(1, running));
    const tokensInStep = Math.min(budget, freshTokens / stepsPerPrompt);
    const mixed = engine.traits.mixesPrefillWithDecode;
    iterationTime(
      engine, mixed ? decoding : 0, context, tokensInStep, Math.max(1, promptsInStep),
      ownSteps > 1 ? inputTokens - freshTokens + (freshTokens + budget) / 2 : inputTokens, promptStep,
    );
    const extra = mixed ? promptStep.seconds - decodeStep.seconds : promptStep.seconds;
    tpot = decodeSteps > 0 ? decodeStep.seconds + promptsPerStep * stepsPerPrompt * extra : 0;
    prefill = Math.max(1, ownSteps) * promptStep.seconds;
    if (decodeSteps === 0) break;
    const next = (running * decodeSteps * tpot) / (decodeSteps * tpot + prefill);
    if (Math.abs(next - decoding) < 1e-3 * decoding) break;
    decoding = next;
  }
  const requestsPerSecond = decodeSteps > 0 ? decoding / (decodeSteps * tpot) : 1 / (stepsPerPrompt * promptStep.seconds);
  const share = decodeSteps > 0 ? Math.min(1, promptsPerStep * stepsPerPrompt) : 1;
  return {
    running, decoding, tpotSeconds: tpot, prefillSeconds: prefill, requestsPerSecond, decodeStepSeconds: decodeStep.seconds,
    promptStepSeconds: promptStep.seconds, promptsInStep, promptShare: share,
    step: blend(decodeStep, promptStep, decodeSteps > 0 ? share : 1, engine.traits.mixesPrefillWithDecode),
    flopsPerSecond: requestsPerSecond * (decodeSteps * (decoding > 0 ? decodeStep.flops / decoding : 0)
      + stepsPerPrompt * (promptStep.flops - (engine.traits.mixesPrefillWithDecode ? decodeStep.flops : 0))),
  };
}

/** Decoding steps from one look for new requests to the next, where an engine looks every so many. */
export function stepsBetweenLooks({ limits: { pollSteps, gatherPrompts } }: EngineModel): number {
  return gatherPrompts === Infinity ? pollSteps : 1;
}

/** Decoding steps that the first prompt found waits for others, where so many come per step; 0 for an engine that does not gather them. */
export function gatheringSteps({ limits: { pollSteps, gatherPrompts } }: EngineModel, promptsPerStep: number): number {
  return gatherPrompts === Infinity ? 0 : Math.min(pollSteps, (gatherPrompts - 1) / promptsPerStep);
}

/**
 * Prompts that a step takes at most beside `decoding` requests: the part of one where prompts are cut, whole ones (at least one)
 * where they are not.
 */
export function promptsPerBudget(engine: EngineModel, decoding: number, freshTokens: number): number {
  const budget = engine.limits.maxBatchedTokens;
  if (engine.traits.cutsPrompts || freshTokens > budget) return budget / freshTokens;
  return Math.max(1, Math.floor((budget - (engine.traits.mixesPrefillWithDecode ? decoding / engine.plan.attentionDp : 0)) / freshTokens));
}

/** Mean step: `share` of the decode steps carry prompts, or are followed by a step of prompts alone. */
function blend(decode: StepTime, prompt: StepTime, share: number, mixed: boolean): StepTime {
  const mean = emptyStepTime();
  accumulate(decode, mean, mixed ? 1 - share : 1);
  accumulate(prompt, mean, share);
  return mean;
}
