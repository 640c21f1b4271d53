import { invalidValue } from "../quantities/errors.ts";
import { engineGenerations, engineTraits } from "./catalogue/engines.ts";
import type { EngineTraits } from "./engine-traits.ts";

export { engineSources, engineTraits } from "./catalogue/engines.ts";
export type { EngineTraits } from "./engine-traits.ts";

/**
 * An engine's name as tables of engines have it. Names that every object has ("constructor") are no key of any of them.
 * @throws RidgepointError `invalid-value` for what is no name.
 */
export function engineName(engine: string, path = "engine"): string {
  if (typeof engine !== "string" || engine.trim() === "") throw invalidValue(path, engine, 'is not the name of an engine, such as "vllm"');
  const name = engine.trim().toLowerCase();
  return name in {} ? `${name}-engine` : name;
}

/** Traits of a named engine; the nearest (vLLM's) for an unknown one. */
export function traitsOf(engine: string): EngineTraits {
  return engineTraits[engine] ?? (engineTraits["vllm"] as EngineTraits);
}

/** What else a scenario says about the age of its software. */
export interface SoftwareHints {
  readonly version: string | undefined;
  readonly staticBatch: boolean;
  /** Separate pools for prompts and answers: no engine had them before 2025. */
  readonly disaggregated: boolean;
}

/** Software generation of an engine: the constants of host work differ between generations, not between patches. */
export function generationOf(engine: string, { version, staticBatch, disaggregated }: SoftwareHints): string {
  const traits = traitsOf(engine);
  if (disaggregated) return traits.defaultGeneration;
  const lines = engineGenerations[engine];
  if (version !== undefined && lines !== undefined) {
    const numbers = (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    for (const [atLeast, generation] of lines) {
      if (compare(numbers, atLeast) >= 0) return generation;
    }
  }
  return staticBatch ? traits.defaultStaticGeneration : traits.defaultGeneration;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
