import { emptyStepTime } from "../steps/types.ts";
import { requestPathSeconds } from "./client-side.ts";
import { iterationTime, type EngineModel } from "./engine-model.ts";
import { gatheringSteps, meanContext, promptsPerBudget, stepsBetweenLooks, type RequestLengths, type SteadyState } from "./steady.ts";

/**
 * Mean time from admission to the first token in a steady state whose prompts arrive out of step with each other.
 *
 * A prompt waits for the rest of the step in progress (or of those until the engine looks for it), E[T²]/2E[T] over plain and prompt steps; then for prompts before it that
 * its first step does not take along; then for its own steps. An engine that schedules ahead lets it wait for one whole step more. The queue of prompts is that of one server with deterministic
 * service s (a prompt's share of full steps) seen by one of n users: R = s·(1 + Q·(n − 1)/n − U/2), Q = λR, U = λs
 * (arrival theorem of mean value analysis, with half of a service left of the one in progress). Where a step takes k prompts,
 * only every k-th of those before it delays it.
 */
export function firstTokenSeconds(engine: EngineModel, state: SteadyState, lengths: RequestLengths): number {
  const { decodeStepSeconds: plain, promptStepSeconds: prompt, promptShare } = state;
  const mixed = engine.traits.mixesPrefillWithDecode;
  // Where prompts run alone, they are steps beside the plain ones and not in their place.
  const shareOf = (share: number): number => (state.decoding > 0 ? share / (mixed ? 1 : 1 + share) : 1);
  const own = shareOf(promptShare);
  const step = (1 - own) * plain + own * prompt;
  // From one look for new requests to the next: some plain steps, or one with prompts.
  const looks = stepsBetweenLooks(engine);
  const ownLooks = looks === 1 ? own : shareOf(Math.min(1, promptShare * looks));
  const between = plain * looks;
  const residual = ((1 - ownLooks) * between * between + ownLooks * prompt * prompt) / (2 * ((1 - ownLooks) * between + ownLooks * prompt));
  const most = promptsPerBudget(engine, state.decoding, lengths.freshTokens);
  const service = prompt / Math.max(most, Math.min(state.promptsInStep, 1));
  const load = Math.min(1, state.requestsPerSecond * service);
  const others = Math.max(0, 1 - 1 / Math.max(1, state.running));
  const stay = (service * (1 - load / 2)) / Math.max(1 - load * others, 1e-3);
  // An engine that others keep busy has settled the next step too, where it schedules ahead.
  const settled = engine.limits.schedulesAhead ? others * step : 0;
  // The first of λT + 1 waits for T steps, those who come meanwhile for half of them in the mean.
  const perStep = promptShare * state.promptsInStep;
  const gathering = gatheringSteps(engine, perStep);
  const gathered = (plain * gathering * (1 + (perStep * gathering) / 2)) / (1 + perStep * gathering);
  return residual + gathered + settled + Math.max(0, stay - service) / Math.max(1, most) + state.prefillSeconds;
}

/**
 * Mean time to the first token of `requests` prompts that reach an idle engine at once, as those that open a benchmark run do:
 * steps full of prompts, one after another, the requests before already decoding; over all of them (m + 1)/2 steps for m.
 */
export function burstFirstTokenSeconds(engine: EngineModel, requests: number, lengths: RequestLengths): number {
  const most = promptsPerBudget(engine, 0, lengths.freshTokens);
  const together = Math.min(requests, Math.max(1, Math.floor(most)));
  const step = emptyStepTime();
  const decoding = engine.traits.mixesPrefillWithDecode ? Math.max(0, requests - together) / 2 : 0;
  const tokens = most < 1 ? engine.limits.maxBatchedTokens : together * lengths.freshTokens;
  const context = most < 1 ? lengths.inputTokens - lengths.freshTokens / 2 : lengths.inputTokens;
  iterationTime(engine, decoding, meanContext(lengths), tokens, together, context, step);
  const perPrompt = step.seconds / (most < 1 ? most : together);
  return (perPrompt * (requests + together)) / 2;
}

/**
 * Mean TTFT as clients see it, in closed form: the request's path outside the engine, the wait for a place in it (`waitingSeconds`),
 * and the first token's time inside; of a finite run of `requests` by `users`, whose first `users` come at once.
 */
export function meanFirstTokenSeconds(
  engine: EngineModel, state: SteadyState, lengths: RequestLengths, waitingSeconds: number, users = 0, requests = Infinity,
): number {
  const path = requestPathSeconds(engine);
  const steady = firstTokenSeconds(engine, state, lengths);
  if (requests === Infinity) return path + waitingSeconds + steady;
  const opening = Math.min(1, users / requests);
  return path + waitingSeconds + opening * burstFirstTokenSeconds(engine, Math.max(1, state.running), lengths) + (1 - opening) * steady;
}
