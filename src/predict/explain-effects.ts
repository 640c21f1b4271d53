import { constantNames, offsetKeys, type ConstantKey } from "../constants/lookup.ts";
import { constantProvenance } from "../constants/provenance.ts";
import { constantDefinitions, type ConstantName } from "../constants/registry.ts";
import { withProfile } from "../constants/shipped.ts";
import type { ConstantDefinition } from "../constants/types.ts";
import type { Machine } from "../roofline/machine.ts";
import type { ConstantUse, Effect, Lever, LeverName } from "./explain-types.ts";
import { improvements, withConstant } from "./explain-levers.ts";
import type { ResolvedBase } from "./resolve.ts";
import type { Scenario } from "./types.ts";

/** The effect of a change of a machine: of every machine of the deployment alike. */
export type EffectOf = (change: (machine: Machine) => Machine) => Effect;

/** What 1 % more of each thing buys, the most effective first. */
export function leversOf(effectOf: EffectOf): Lever[] {
  return (Object.keys(improvements) as LeverName[])
    .map((name) => ({ name, effect: effectOf((machine) => improvements[name](machine, 1.01)) }))
    .sort((a, b) => strength(b.effect) - strength(a.effect));
}

/** Relative change in per cent; nothing comes from a figure that is absent. */
export function difference(before: Effect, after: Effect): Effect {
  const change = (figure: keyof Effect): number => (before[figure] > 0 ? 100 * (after[figure] / before[figure] - 1) : 0);
  return { ttft: change("ttft"), tpot: change("tpot"), throughput: change("throughput") };
}

function strength({ ttft, tpot, throughput }: Effect): number {
  return Math.max(Math.abs(ttft), Math.abs(tpot), Math.abs(throughput));
}

/** The constants that a prediction leans on, with their values for the machine of `base`. */
export function constantsOf(base: ResolvedBase, scenario: Scenario, effectOf: EffectOf): ConstantUse[] {
  const { machine } = base;
  const key: ConstantKey = { family: machine.family, engine: base.engine, generation: base.generation };
  const fitted = withProfile(scenario.profile?.constants ?? {});
  const uses = constantNames.filter((name) => machine.constants[name] !== 0).map((name): ConstantUse => {
    const definition: ConstantDefinition = constantDefinitions[name];
    const { unit, meaning, source } = constantProvenance[name];
    const offsets = offsetKeys(definition, key).map((at) => fitted[name]?.[at]?.observations ?? 0);
    return {
      name, value: machine.constants[name], unit, meaning, source, observations: Math.max(0, ...offsets),
      effect: effectOf((each) => withConstant(each, name as ConstantName, 1.01)),
    };
  });
  return uses.filter(({ effect }) => strength(effect) > 0.02).sort((a, b) => strength(b.effect) - strength(a.effect));
}
