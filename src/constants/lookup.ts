import type { DeviceFamily } from "../hardware/types.ts";
import { constantDefinitions, type ConstantName, type ConstantSet } from "./registry.ts";
import type { ConstantDefinition, FittedConstant } from "./types.ts";

/** For whom constants are looked up. `generation` is the engine's software generation, for example `2023`. */
export interface ConstantKey {
  readonly family: DeviceFamily;
  readonly engine: string;
  readonly generation: string;
}

/** Fitted offsets by constant name: the product of a calibration, or a user's profile on top of it. */
export type FittedConstants = Readonly<Partial<Record<string, FittedConstant>>>;

export const constantNames: readonly ConstantName[] = Object.keys(constantDefinitions) as ConstantName[];

/** Family and year of an engine's generation. */
export function softwareAge(family: DeviceFamily, generation: string): string {
  return `${family}/${generation.slice(0, 4)}`;
}

/** Keys under which an offset of `definition` may be stored for `key`, from the most general to the most particular. */
export function offsetKeys(definition: ConstantDefinition, key: ConstantKey): readonly string[] {
  const generation = `${key.engine}/${key.generation}`;
  switch (definition.scope) {
    case "global": return [""];
    case "family": return ["", key.family];
    case "engine": return ["", key.engine, generation];
    case "family+age": return ["", softwareAge(key.family, key.generation), key.engine, generation, `${key.family}|${generation}`];
    case "family+engine": return ["", key.family, key.engine, generation, `${key.family}|${key.engine}`];
  }
}

/** Value of one constant: its prior, moved by every offset that applies, within its physical bounds. */
export function constantValue(name: ConstantName, key: ConstantKey, fitted: FittedConstants): number {
  const definition: ConstantDefinition = constantDefinitions[name];
  const byEngine = definition.priorByEngine;
  const generation = `${key.engine}/${key.generation}`;
  const prior = byEngine?.[`${key.family}|${generation}`] ?? byEngine?.[generation] ?? byEngine?.[key.engine]
    ?? definition.priorByFamily?.[key.family] ?? definition.prior;
  const offsets = fitted[name];
  if (offsets === undefined) return prior;
  let logOffset = 0;
  for (const at of offsetKeys(definition, key)) logOffset += offsets[at]?.logOffset ?? 0;
  return Math.min(definition.bounds[1], Math.max(definition.bounds[0], prior * Math.exp(logOffset)));
}

/** All constants for one family and engine; with `ideal` every fitted term is switched off. */
export function constantsFor(key: ConstantKey, fitted: FittedConstants, ideal = false): ConstantSet {
  const set: Record<string, number> = {};
  for (const name of constantNames) {
    set[name] = ideal ? (constantDefinitions[name] as ConstantDefinition).ideal ?? 0 : constantValue(name, key, fitted);
  }
  return set as ConstantSet;
}
