import { machineOf } from "../roofline/machine-of.ts";
import type { Machine } from "../roofline/machine.ts";
import { iterationOf, type EngineModel, type Iteration } from "../serving/engine-model.ts";
import type { RequestLengths } from "../serving/steady.ts";
import { breakdownStep, type OperatorPart } from "../steps/breakdown.ts";
import type { ExplainedOperator, ExplainedStep } from "./explain-types.ts";
import { evenlyAround, familiarityOf, levelAround } from "./intervals.ts";
import { kernelHalfWidth, measuredKernels, type KernelErrorKind } from "./kernel-intervals.ts";
import type { ResolvedBase } from "./resolve.ts";

/** The same device by its datasheet alone. */
function idealOf(base: ResolvedBase): Machine {
  return machineOf(base.device, { engine: "ideal", generation: base.generation });
}

/** What a prefill step of an engine holds: as many whole prompts as it takes of `requests`; of a longer one, the chunk in the middle. */
export function prefillShape(engine: EngineModel, lengths: RequestLengths, requests: number): { readonly tokens: number; readonly prompts: number; readonly context: number } {
  const budget = engine.limits.maxBatchedTokens;
  const prompts = Math.max(1, Math.min(requests, Math.floor(budget / lengths.freshTokens)));
  const tokens = Math.min(prompts * lengths.freshTokens, budget);
  const context = lengths.freshTokens > budget ? lengths.inputTokens - lengths.freshTokens + (lengths.freshTokens + budget) / 2 : lengths.inputTokens;
  return { tokens, prompts, context };
}

/** The prefill step by operator; with so many requests `running` at once on a replica, where they come and go. */
export function prefillStep(engine: EngineModel, base: ResolvedBase, lengths: RequestLengths, requests: number, running?: number): ExplainedStep {
  const { tokens, prompts, context } = prefillShape(engine, lengths, requests);
  const what = `${prompts === 1 ? "one prompt" : `${prompts} prompts`}, ${Math.round(tokens)} new tokens`;
  return explained("prefill", what, engine, base, iterationOf(engine, 0, 0, tokens, prompts, context), running);
}

/** A decode step of `decoding` requests on each replica that hold `held` tokens each, by operator. */
export function decodeStep(engine: EngineModel, base: ResolvedBase, decoding: number, held: number): ExplainedStep {
  const what = `${Number(decoding.toPrecision(3))} requests on each replica, ${Math.round(held)} tokens of context each`;
  return explained("decode", what, engine, base, iterationOf(engine, decoding, held, 0, 0, 0));
}

function explained(phase: ExplainedStep["phase"], what: string, engine: EngineModel, base: ResolvedBase, { shape, mode, factor }: Iteration, running?: number): ExplainedStep {
  const { machine } = engine;
  const { seconds, parts, byRoof } = breakdownStep(engine.pass, shape, machine, idealOf(base), mode, factor);
  const intervalOf = ({ kind, seconds: own, idealSeconds }: OperatorPart): Pick<ExplainedOperator, "interval90"> => {
    // Operators err as the measured kernels of their kind do.
    const errors = kind === "attention" || kind === "mla" ? `${kind}_${phase}` : kind === "experts" ? "grouped_gemm" : kind === "elementwise" ? "row" : kind;
    if (!Object.hasOwn(measuredKernels, errors) || machine.ideal) return {};
    return { interval90: evenlyAround(own, kernelHalfWidth(errors as KernelErrorKind, machine, base.engine, idealSeconds / own)) };
  };
  const operators = parts
    .map((part, order): ExplainedOperator => ({ ...part, order, share: part.seconds / seconds, efficiency: part.idealSeconds / part.seconds, ...intervalOf(part) }))
    .filter((part) => part.seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  return {
    phase, what, seconds, operators, byRoof,
    interval90: levelAround(seconds, phase === "prefill" ? "ttft" : "tpot", familiarityOf(engine, base.engine, base.own, running)),
    efficiency: parts.reduce((sum, part) => sum + part.idealSeconds, 0) / seconds,
  };
}
