import { definedOnly } from "../quantities/defined.ts";
import type { LatencySummary, ServerAnswer, ServerLoad, ServiceLevel } from "../queueing/simulation/server-types.ts";
import type { TokenLengths } from "../workloads/types.ts";
import { hasExperts } from "../operators/experts.ts";
import type { EngineModel } from "./engine-model.ts";

/**
 * How far the lengths of a finite run are drawn around a stated number, up and down, as a share of it: between 0.8 and 1.0 of the nominal
 * length is what published benchmarks do (`--random-range-ratio 0.8` of vLLM's client), a ninth around the mean. Where lengths are
 * said to be alike without end they are: users keep in step, one behind the other, and measured first tokens show it.
 */
const drawnSpread = 1 / 9;

/**
 * Stages of a request's path, about alike (connection, HTTP, tokeniser, hand-over): it varies by half of its mean, an exponential time
 * by all of it. Users of equal requests keep in step the better the less it varies. A judgement.
 */
const pathPhases = 4;

/** What lengths hang on: the mode, and whether a run is finite. */
type LoadKind = { readonly mode: ServerLoad["mode"] | "static"; readonly requests?: unknown };

/** Lengths of a load as clients send them: a stated number of a closed load becomes a law around it with the same mean; laws stay. */
export function clientLengths(tokens: TokenLengths, load: LoadKind): TokenLengths {
  if (typeof tokens !== "number" || load.mode !== "closed") return tokens;
  if (load.requests === undefined) return tokens;
  const half = Math.floor(tokens * drawnSpread);
  return half < 1 ? tokens : { dist: "tokens-uniform", min: tokens - half, max: tokens + half };
}

/** The longest prompt that clients send of a load with stated lengths; undefined for a law without end or lengths that only a trace knows. */
export function longestPrompt(tokens: TokenLengths, load: LoadKind): number | undefined {
  const lengths = load.mode === "trace" ? undefined : clientLengths(tokens, load);
  return typeof lengths === "object" ? lengths.dist === "tokens-uniform" ? lengths.max : undefined : lengths;
}

/** Seconds that a request spends outside the engine's steps before its first token is seen. */
export function requestPathSeconds({ machine, pass }: EngineModel): number {
  const { requestPathSeconds: path, expertFirstTokenSeconds } = machine.constants;
  return hasExperts(pass) ? path + expertFirstTokenSeconds : path;
}

/** The load as the engine sees it: a user's next request reaches it after the way to the client and back. */
export function engineLoad(load: ServerLoad, engine: EngineModel): ServerLoad {
  const mean = requestPathSeconds(engine);
  if (load.mode !== "closed" || load.thinkSeconds !== undefined || !(mean > 0)) return load;
  return { ...load, thinkSeconds: { dist: "erlang", phases: pathPhases, mean } };
}

/** Bounds on what a client sees, as bounds on what the engine does. */
export function engineServiceLevel(level: ServiceLevel, engine: EngineModel): ServiceLevel {
  const path = requestPathSeconds(engine);
  // What is no time stays so, and is refused where the options are checked.
  const inside = (seconds: number): number => (seconds > 0 ? Math.max(Number.MIN_VALUE, seconds - path) : seconds);
  return {
    ...level,
    ...definedOnly({ ttftSeconds: level.ttftSeconds && inside(level.ttftSeconds), requestSeconds: level.requestSeconds && inside(level.requestSeconds) }),
  };
}

/** What clients see of a simulated engine: its times from arrival, later by the request's path; kept requests stay as the engine saw them. */
export function seenByClients(answer: ServerAnswer, engine: EngineModel): ServerAnswer {
  const path = requestPathSeconds(engine);
  return { ...answer, ttft: later(answer.ttft, path), request: later(answer.request, path) };
}

function later(summary: LatencySummary, seconds: number): LatencySummary {
  return Object.fromEntries(Object.entries(summary).map(([figure, value]: [string, number]) => [figure, value + seconds])) as unknown as LatencySummary;
}
