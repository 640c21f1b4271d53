import { concurrencyPerReplica } from "../memory/capacity.ts";
import { RidgepointError } from "../quantities/errors.ts";
import type { Machine } from "../roofline/machine.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import { meanContext, type RequestLengths, type SteadyState } from "../serving/steady.ts";
import { checkScenario } from "./check-scenario.ts";
import { constantsOf, difference, leversOf, type EffectOf } from "./explain-effects.ts";
import { explainPools } from "./explain-pools.ts";
import { decodeStep, prefillStep } from "./explain-steps.ts";
import type { Effect, ExplainedStep, Explanation } from "./explain-types.ts";
import { requestLengths, steadyOf } from "./loaded.ts";
import { engineOf, resolveBase, resolvePlan, type ResolvedBase } from "./resolve.ts";
import { predictEngine } from "./serving.ts";
import type { Scenario } from "./types.ts";

/**
 * Explains a prediction: its prefill and decode step by operator and by roof, what 1 % more of everything would buy, and the
 * constants that it leans on with where they come from. Means in closed form throughout, so that the parts add up.
 *
 * Disaggregated pools are explained together: the prefill step of the one and the decode step of the other, at the load that the
 * simulator finds; a lever moves the devices of both.
 *
 * Effects are one-sided differences at +1 %: f(1.01)/f(1) − 1, in per cent.
 *
 * @throws RidgepointError as `predict` does; `unsupported` for traces.
 * @example explain({ model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "bf16" },
 *   load: { mode: "static", batch: 8 }, inputTokens: 1024, outputTokens: 256 }).levers[0]
 */
export function explain(scenario: Scenario): Explanation {
  checkScenario(scenario);
  if (scenario.disaggregated !== undefined) return explainPools(scenario, scenario.disaggregated);
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
  const effectOf: EffectOf = (change) => difference(before, figures(change(base.machine)));
  return {
    prediction,
    steps: stepsOf(engine, base, scenario),
    levers: leversOf(effectOf),
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

function stepsOf(engine: EngineModel, base: ResolvedBase, scenario: Scenario): ExplainedStep[] {
  const lengths = requestLengths(scenario);
  const { load } = scenario;
  const running = load.mode === "static" ? staticRequests(engine, load.batch, lengths) : null;
  const state = running === null ? steadyOf(engine, load, lengths) : undefined;
  const steps = [prefillStep(engine, base, lengths, running ?? 1, state?.running)];
  if (lengths.outputTokens > 1) {
    const decoding = running ?? (state as SteadyState).decoding;
    steps.push(decodeStep(engine, base, decoding, load.mode === "static" ? lengths.inputTokens + lengths.outputTokens / 2 : meanContext(lengths)));
  }
  return steps;
}

/** Requests of a static batch that run together on one replica. */
function staticRequests(engine: EngineModel, batch: number, lengths: RequestLengths): number {
  const fits = concurrencyPerReplica(engine.capacity, Math.round(lengths.inputTokens + lengths.outputTokens)) * engine.plan.attentionDp;
  return Math.max(1, Math.min(Math.ceil(batch / engine.plan.dp), fits, engine.limits.maxRunningRequests));
}

export type { ConstantUse, Effect, ExplainedOperator, ExplainedStep, Explanation, Lever, LeverName } from "./explain-types.ts";
