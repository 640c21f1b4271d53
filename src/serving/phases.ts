import { accumulate, emptyStepTime, type StepTime } from "../steps/types.ts";
import { decodeTimes, iterationTime, type EngineModel } from "./engine-model.ts";

/** A static batch on one engine: what it took and where the time went. */
export interface StaticRun {
  /** Until every request of the first wave has its first token; of the whole batch where there is one wave. */
  readonly firstTokenSeconds: number;
  readonly decodeSeconds: number;
  readonly totalSeconds: number;
  /** Mean time per output token after the first, over the requests. */
  readonly tpotSeconds: number;
  readonly waves: number;
  /** Requests that ran together in a full wave. */
  readonly waveRequests: number;
  readonly breakdown: StepTime;
  /** Matrix FLOPs of one rank. */
  readonly flops: number;
}

/**
 * Prompts of `requests` requests, `repeats` times over: as many whole prompts in a step as the chunk budget takes; long prompts are cut.
 * Where the stages of a pipeline work on successive steps at once, d of them at most, k steps take the time of 1 + (k − 1)/d.
 */
export function prefillSeconds(
  engine: EngineModel, requests: number, inputTokens: number, cachedTokens: number, repeats: number, step: StepTime, total: StepTime,
): number {
  const fresh = Math.max(1, inputTokens - cachedTokens);
  const budget = engine.limits.maxBatchedTokens;
  if (fresh > budget) {
    const chunks = Math.ceil(fresh / budget);
    // Chunk i of n sees a context that grows; pairs add up to those of the whole prompt with the mean chunk end.
    const meanContext = cachedTokens + (fresh + budget) / 2;
    iterationTime(engine, 0, 0, fresh / chunks, 1, Math.min(inputTokens, meanContext), step);
    return accumulate(step, total, overlappedSteps(engine, requests * chunks) * repeats);
  }
  const perStep = Math.max(1, Math.min(requests, Math.floor(budget / fresh)));
  const steps = Math.floor(requests / perStep);
  iterationTime(engine, 0, 0, perStep * fresh, perStep, inputTokens, step);
  let seconds = accumulate(step, total, overlappedSteps(engine, steps) * repeats);
  const rest = requests - steps * perStep;
  if (rest > 0) {
    iterationTime(engine, 0, 0, rest * fresh, rest, inputTokens, step);
    seconds += accumulate(step, total, repeats);
  }
  return seconds;
}

/** Kernels that a host may have launched on a device before the first of them has run; then its next launch waits. CUDA's queue. */
const launchQueueKernels = 1024;

/**
 * Steps whose time `steps` of them take, each stage taking up the next when it has done its part. One host launches stage after
 * stage: where the kernels of a stage fill the queue q of their device, it waits there, and k/q < 1 queues of p stages overlap.
 */
function overlappedSteps(engine: EngineModel, steps: number): number {
  const { traits, plan } = engine;
  const most = Math.min(plan.pp, traits.promptStepsInFlight);
  if (!(most > 1 && steps > 1)) return steps;
  const queued = launchQueueKernels / stageKernels(engine);
  const depth = Math.min(most, queued < 1 ? plan.pp / (plan.pp - queued) : 1 + queued);
  return 1 + (steps - 1) / depth;
}

/** Kernels that one stage launches in a prompt step. */
function stageKernels({ pass, plan, machine }: EngineModel): number {
  let kernels = 0;
  for (const operator of pass.operators) {
    const unpacks = operator.kind === "gemm" && machine.constants.unpackedAboveRows > 0 && operator.weights.weightOnly;
    kernels += (unpacks ? 2 : 1) * operator.kernels * operator.count;
  }
  return (kernels * machine.constants.launchesPerKernel) / plan.pp;
}

const gaussNode = 0.5 / Math.sqrt(3);

/** output − 1 decode steps of `requests` requests, `repeats` times over, the context growing from input + 1. */
export function decodeSeconds(
  engine: EngineModel, requests: number, inputTokens: number, outputTokens: number, repeats: number, step: StepTime, total: StepTime,
): number {
  const steps = outputTokens - 1;
  if (!(steps > 0)) return 0;
  const middle = inputTokens + 1 + (steps - 1) / 2;
  if (steps === 1) {
    iterationTime(engine, requests, middle, 0, 0, 0, step);
    return accumulate(step, total, repeats);
  }
  const spread = gaussNode * steps;
  const later = emptyStepTime();
  decodeTimes(engine, requests, middle - spread, middle + spread, step, later);
  return accumulate(step, total, (steps * repeats) / 2) + accumulate(later, total, (steps * repeats) / 2);
}
