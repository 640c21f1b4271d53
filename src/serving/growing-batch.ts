import { concurrencyPerReplica } from "../memory/capacity.ts";
import { accumulate, emptyStepTime } from "../steps/types.ts";
import { iterationTime, type EngineModel } from "./engine-model.ts";
import { prefillSeconds, type StaticRun } from "./phases.ts";

/** Points of context at which a growing batch is looked at. */
const growthSteps = 8;
/** Rounds of a growing batch that are followed one by one; the rest take as long as the last of them. */
const mostRounds = 64;

/**
 * A batch in an engine that admits a request when its prompt fits: all decode until the cache is full, then the last admitted are
 * put off, and those that stay finish. The others are taken up again, their tokens so far computed anew as a prompt, with the
 * prompts that still wait: rounds of the mean remaining length, until none is left.
 */
export function growingRun(engine: EngineModel, requests: number, inputTokens: number, outputTokens: number, cachedTokens: number): StaticRun {
  const total = emptyStepTime();
  const step = emptyStepTime();
  let left = requests;
  let input = inputTokens;
  let output = outputTokens;
  let prefill = 0;
  let decode = 0;
  let firstToken = 0;
  let tokenSeconds = 0;
  let waves = 0;
  let most = 0;
  while (left > 0) {
    const started = Math.min(left, mostAt(engine, input + 1));
    const prompts = prefillSeconds(engine, started, input, Math.min(cachedTokens, input - 1), 1, step, total);
    // All have had their first token once none of the first prompts waits.
    if (firstToken === 0 && started === left) firstToken = prefill + decode + prompts;
    prefill += prompts;
    const advance = (output - 1) / growthSteps;
    let running = started;
    let progress = 0;
    let round = 0;
    for (let at = 0; at < growthSteps && advance > 0; at++) {
      const kept = Math.min(running, mostAt(engine, input + 1 + (at + 1) * advance));
      progress += (running - kept) * (at + 0.5) * advance;
      running = kept;
      iterationTime(engine, running, input + 1 + (at + 0.5) * advance, 0, 0, 0, step);
      round += accumulate(step, total, advance);
    }
    decode += round;
    // Who is put off waits through the rounds that follow.
    tokenSeconds += round * (waves === 0 ? started : left);
    waves++;
    most = Math.max(most, started);
    left -= running;
    if (left > 0 && waves === mostRounds) {
      const rounds = left / running;
      accumulate(step, total, ((prompts + round) * rounds) / step.seconds);
      prefill += prompts * rounds;
      decode += round * rounds;
      waves += Math.ceil(rounds);
      break;
    }
    const meanProgress = left > 0 ? progress / left : 0;
    input += meanProgress;
    output -= meanProgress;
  }
  return {
    firstTokenSeconds: firstToken > 0 ? firstToken : prefill + decode, decodeSeconds: decode, totalSeconds: prefill + decode,
    tpotSeconds: outputTokens > 1 ? tokenSeconds / requests / (outputTokens - 1) : 0,
    waves, waveRequests: most, breakdown: total, flops: total.flops,
  };
}

/** Requests of `context` tokens that run at once; one always does, for its fit was checked. */
function mostAt(engine: EngineModel, context: number): number {
  const fit = concurrencyPerReplica(engine.capacity, Math.ceil(context)) * engine.plan.attentionDp;
  return Math.max(1, Math.min(fit, engine.limits.maxRunningRequests));
}
