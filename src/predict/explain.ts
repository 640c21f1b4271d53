import { constantProvenance } from "../constants/provenance.ts";
import { RidgepointError } from "../quantities/errors.ts";
import { constantNames, offsetKeys, type ConstantKey } from "../constants/lookup.ts";
import { constantDefinitions } from "../constants/registry.ts";
import { withProfile } from "../constants/shipped.ts";
import type { ConstantDefinition } from "../constants/types.ts";
import { machineOf } from "../roofline/machine-of.ts";
import type { Machine } from "../roofline/machine.ts";
import { iterationOf, type EngineModel, type Iteration } from "../serving/engine-model.ts";
import { concurrencyPerReplica } from "../memory/capacity.ts";
import { meanContext, type RequestLengths } from "../serving/steady.ts";
import { breakdownStep } from "../steps/breakdown.ts";
import type { ConstantUse, Effect, ExplainedOperator, ExplainedStep, Explanation, LeverName } from "./explain-types.ts";
import { improvements, withConstant } from "./explain-levers.ts";
import { requestLengths, steadyOf } from "./loaded.ts";
import { engineOf, resolveBase, resolvePlan, type ResolvedBase } from "./resolve.ts";
import { predictEngine } from "./serving.ts";
import type { Scenario } from "./types.ts";

/**
 * Explains a prediction: its prefill and decode step by operator and by roof, what 1 % more of everything would buy, and the
 * constants that it leans on with where they come from. Means in closed form throughout, so that the parts add up.
 *
 * Effects are one-sided differences at +1 %: f(1.01)/f(1) − 1, in per cent.
 *
 * @throws RidgepointError as `predict` does; `unsupported` for disaggregated pools (explain each pool by itself) and traces.
 * @example explain({ model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "bf16" },
 *   load: { mode: "static", batch: 8 }, inputTokens: 1024, outputTokens: 256 }).levers[0]
 */
export function explain(scenario: Scenario): Explanation {
  if (scenario.disaggregated !== undefined) {
    throw new RidgepointError("unsupported", "disaggregated pools cannot be explained together; explain each pool with its own devices and plan", { path: "disaggregated" });
  }
  if (scenario.load.mode === "trace") {
    throw new RidgepointError("unsupported", "a trace has no one step to explain; explain an open load of its mean rate", { path: "load.mode" });
  }
  const base = resolveBase(scenario);
  const plan = resolvePlan(base.architecture, scenario.plan, scenario.devices);
  const on = (machine: Machine): EngineModel => engineOf({ ...base, machine }, plan);
  const engine = on(base.machine);
  const prediction = predictEngine(engine, base, scenario, { method: "closed-form" });
  const figures = (machine: Machine): Effect => figuresOf(on(machine), { ...base, machine }, scenario);
  const before = figuresOf(engine, base, scenario);
  const effectOf = (machine: Machine): Effect => difference(before, figures(machine));
  const levers = (Object.keys(improvements) as LeverName[])
    .map((name) => ({ name, effect: effectOf(improvements[name](base.machine, 1.01)) }))
    .sort((a, b) => strength(b.effect) - strength(a.effect));
  return {
    prediction,
    steps: stepsOf(engine, base, scenario),
    levers,
    constants: constantsOf(base, scenario, effectOf),
    derived: base.machine.derived,
  };
}

/** The figures that levers move; absent ones are 0, which no effect comes from. */
function figuresOf(engine: EngineModel, base: ResolvedBase, scenario: Scenario): Effect {
  const { values } = predictEngine(engine, base, scenario, { method: "closed-form" });
  const capacity = scenario.load.mode === "open" ? predictEngine(engine, base, { ...scenario, load: { mode: "offline" } }).values : values;
  return { ttft: values.ttftSeconds ?? 0, tpot: values.tpotSeconds ?? 0, throughput: capacity.outputTokensPerSecond ?? 0 };
}

function difference(before: Effect, after: Effect): Effect {
  const change = (figure: keyof Effect): number => (before[figure] > 0 ? 100 * (after[figure] / before[figure] - 1) : 0);
  return { ttft: change("ttft"), tpot: change("tpot"), throughput: change("throughput") };
}

function strength({ ttft, tpot, throughput }: Effect): number {
  return Math.max(Math.abs(ttft), Math.abs(tpot), Math.abs(throughput));
}

function constantsOf(base: ResolvedBase, scenario: Scenario, effectOf: (machine: Machine) => Effect): ConstantUse[] {
  const { machine } = base;
  const key: ConstantKey = { family: machine.family, engine: base.engine, generation: base.generation };
  const fitted = withProfile(scenario.profile?.constants ?? {});
  const uses = constantNames.filter((name) => machine.constants[name] !== 0).map((name): ConstantUse => {
    const definition: ConstantDefinition = constantDefinitions[name];
    const offsets = offsetKeys(definition, key).map((at) => fitted[name]?.[at]?.observations ?? 0);
    return {
      name, value: machine.constants[name], unit: definition.unit, ...constantProvenance[name], observations: Math.max(0, ...offsets),
      effect: effectOf(withConstant(machine, name, 1.01)),
    };
  });
  return uses.filter(({ effect }) => strength(effect) > 0.02).sort((a, b) => strength(b.effect) - strength(a.effect));
}

function stepsOf(engine: EngineModel, base: ResolvedBase, scenario: Scenario): ExplainedStep[] {
  const lengths = requestLengths(scenario);
  const ideal = machineOf(base.device, { engine: "ideal", generation: base.generation });
  const budget = engine.limits.maxBatchedTokens;
  const { load } = scenario;
  const running = load.mode === "static" ? staticRequests(engine, load.batch, lengths) : null;
  // As many whole prompts as a step takes; of a longer one, the chunk in the middle.
  const prompts = Math.max(1, Math.min(running ?? 1, Math.floor(budget / lengths.freshTokens)));
  const tokens = Math.min(prompts * lengths.freshTokens, budget);
  const context = lengths.freshTokens > budget ? lengths.inputTokens - lengths.freshTokens + (lengths.freshTokens + budget) / 2 : lengths.inputTokens;
  const steps = [
    explained("prefill", `${prompts === 1 ? "one prompt" : `${prompts} prompts`}, ${Math.round(tokens)} new tokens`, engine, ideal,
      iterationOf(engine, 0, 0, tokens, prompts, context)),
  ];
  if (lengths.outputTokens > 1) {
    const decoding = running ?? steadyOf(engine, load, lengths).decoding;
    const held = load.mode === "static" ? lengths.inputTokens + lengths.outputTokens / 2 : meanContext(lengths);
    steps.push(explained("decode", `${Number(decoding.toPrecision(3))} requests on each replica, ${Math.round(held)} tokens of context each`, engine, ideal,
      iterationOf(engine, decoding, held, 0, 0, 0)));
  }
  return steps;
}

/** Requests of a static batch that run together on one replica. */
function staticRequests(engine: EngineModel, batch: number, lengths: RequestLengths): number {
  const fits = concurrencyPerReplica(engine.capacity, Math.round(lengths.inputTokens + lengths.outputTokens)) * engine.plan.attentionDp;
  return Math.max(1, Math.min(Math.ceil(batch / engine.plan.dp), fits, engine.limits.maxRunningRequests));
}

function explained(phase: ExplainedStep["phase"], what: string, engine: EngineModel, ideal: Machine, { shape, mode, factor }: Iteration): ExplainedStep {
  const { seconds, parts, byRoof } = breakdownStep(engine.pass, shape, engine.machine, ideal, mode, factor);
  const operators = parts
    .map((part, order): ExplainedOperator => ({ ...part, order, share: part.seconds / seconds, efficiency: part.idealSeconds / part.seconds }))
    .filter((part) => part.seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  return { phase, what, seconds, operators, byRoof, efficiency: parts.reduce((sum, part) => sum + part.idealSeconds, 0) / seconds };
}

export type { ConstantUse, Effect, ExplainedOperator, ExplainedStep, Explanation, Lever, LeverName } from "./explain-types.ts";
