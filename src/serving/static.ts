import { concurrencyPerReplica } from "../memory/capacity.ts";
import { emptyStepTime } from "../steps/types.ts";
import type { EngineModel } from "./engine-model.ts";
import { growingRun } from "./growing-batch.ts";
import { decodeSeconds, prefillSeconds, type StaticRun } from "./phases.ts";

/**
 * A batch that starts together and runs to completion on one engine: prefill of all prompts, in steps of at most the chunk
 * budget, then output − 1 decode steps. What does not fit in the cache waits and runs in waves; where the cache grows with its
 * requests, those that no longer fit are put off and taken up again ({@link growingRun}).
 *
 * The decode time is the integral of the step time over the growing context, by two-point Gauss–Legendre quadrature: exact
 * for a step time cubic in the context.
 */
export function staticRun(whole: EngineModel, requests: number, inputTokens: number, outputTokens: number, cachedTokens = 0): StaticRun {
  // A batch that is handed over as one stays one: the stages of a pipeline take turns.
  const engine = whole.pipelineDepth > 1 ? { ...whole, pipelineDepth: 1 } : whole;
  const fits = concurrencyPerReplica(engine.capacity, inputTokens + outputTokens) * engine.plan.attentionDp;
  if (engine.traits.admission === "grow" && requests > Math.min(fits, engine.limits.maxRunningRequests)) {
    return growingRun(engine, requests, inputTokens, outputTokens, cachedTokens);
  }
  const waveRequests = Math.max(1, Math.min(requests, fits, engine.limits.maxRunningRequests));
  const fullWaves = Math.floor(requests / waveRequests);
  const rest = requests - fullWaves * waveRequests;
  const total = emptyStepTime();
  const step = emptyStepTime();
  let firstToken = prefillSeconds(engine, waveRequests, inputTokens, cachedTokens, fullWaves, step, total);
  let decode = decodeSeconds(engine, waveRequests, inputTokens, outputTokens, fullWaves, step, total);
  if (rest > 0) {
    firstToken += prefillSeconds(engine, rest, inputTokens, cachedTokens, 1, step, total);
    decode += decodeSeconds(engine, rest, inputTokens, outputTokens, 1, step, total);
  }
  const waves = fullWaves + (rest > 0 ? 1 : 0);
  return {
    // The last wave has its first tokens when all waves before it have ended.
    firstTokenSeconds: waves === 1 ? firstToken : firstToken + (decode * (waves - 1)) / waves,
    decodeSeconds: decode, totalSeconds: firstToken + decode,
    tpotSeconds: outputTokens > 1 ? decode / waves / (outputTokens - 1) : 0, waves, waveRequests, breakdown: total, flops: total.flops,
  };
}
