import { staticRun } from "../serving/static.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { ServingValues } from "./types.ts";
import type { StepTime } from "../steps/types.ts";
import { mfuOf } from "./figures.ts";

/** A static batch over `dp` engines: the fullest one decides when it ends. */
export function staticFigures(
  engine: EngineModel, batch: number, inputTokens: number, outputTokens: number, cachedTokens: number, values: ServingValues, warnings: string[],
): StepTime {
  const requests = Math.ceil(batch / engine.plan.dp);
  const run = staticRun(engine, requests, inputTokens, outputTokens, cachedTokens);
  if (run.waves > 1) {
    warnings.push(`the cache or the engine holds ${run.waveRequests * engine.plan.dp} of ${batch} requests at once: the batch runs in ${run.waves} waves`);
  }
  values.batchSeconds = run.totalSeconds;
  values.firstTokenBatchSeconds = run.firstTokenSeconds;
  values.requestSeconds = run.totalSeconds / (run.waves > 1 ? 2 * run.waves / (run.waves + 1) : 1);
  values.ttftSeconds = run.waves > 1 ? run.firstTokenSeconds * (run.waves + 1) / (2 * run.waves) : run.firstTokenSeconds;
  if (outputTokens > 1) {
    values.tpotSeconds = run.tpotSeconds;
    values.decodeTokensPerSecond = (batch * (outputTokens - 1)) / run.decodeSeconds;
  }
  values.prefillTokensPerSecond = (batch * (inputTokens - cachedTokens)) / (run.totalSeconds - run.decodeSeconds);
  values.outputTokensPerSecond = (batch * outputTokens) / run.totalSeconds;
  values.totalTokensPerSecond = (batch * (inputTokens + outputTokens)) / run.totalSeconds;
  values.requestsPerSecond = batch / run.totalSeconds;
  values.runningBatch = Math.min(batch, run.waveRequests * engine.plan.dp);
  values.mfu = mfuOf(engine, run.flops, run.totalSeconds);
  values.mbu = memoryUse(engine, values.runningBatch / engine.plan.dp, inputTokens + outputTokens / 2, run.tpotSeconds);
  return run.breakdown;
}

/** Bytes that a decode step must move on one device over what its memory moves in that time. */
export function memoryUse(engine: EngineModel, requests: number, context: number, stepSeconds: number): number {
  if (!(stepSeconds > 0)) return 0;
  const { pass, machine, plan } = engine;
  const sequences = requests / plan.attentionDp;
  let bytes = 0;
  for (const { sees, operators } of pass.sections) {
    // An encoder rests while its decoder works. Input and output tokens are alike in the cache: all are counted in one place.
    if (sees === "inputs") continue;
    const held = sees === "cross" ? 0 : context;
    for (const operator of operators) {
      if (operator.kind === "gemm") bytes += operator.n * operator.k * operator.weights.bytesPerElement * operator.count;
      else if (operator.kind === "experts") {
        const touched = -Math.expm1(sequences * operator.tokenReplicas * Math.log1p(-operator.topK / operator.experts));
        bytes += touched * operator.weightBytes * operator.count;
      } else if (operator.kind === "attention") {
        bytes += sequences * Math.min(held, operator.span) * operator.kvHeads * (operator.headDim + operator.valueHeadDim) * operator.kv.bytesPerElement * operator.count;
      } else if (operator.kind === "mla") {
        bytes += sequences * Math.min(held, operator.span) * (operator.latentDim + operator.ropeDim) * operator.kv.bytesPerElement * operator.count;
      } else if (operator.kind === "recurrent") bytes += 2 * sequences * operator.stateBytes * operator.count;
    }
  }
  return bytes / plan.pp / (stepSeconds * machine.memoryBytesPerSecond);
}
