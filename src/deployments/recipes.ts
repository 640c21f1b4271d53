import type { DeviceFamily } from "../hardware/types.ts";
import { engineRecipes } from "./catalogue/recipes.ts";
import type { EngineTraits } from "./engine-traits.ts";

export type { Recipe } from "./engine-traits.ts";

/** What a recipe is chosen by. */
export interface BenchmarkRun {
  readonly family: DeviceFamily;
  readonly experts: boolean;
  readonly users: number;
}

/** How an engine is set up for a benchmark run. */
export interface BenchmarkSettings {
  readonly traits: EngineTraits;
  readonly pollSteps: number;
  readonly balanceSteps: number | undefined;
  /** What the recipes set, in words; empty where there is none. */
  readonly says: readonly string[];
}

/** Settings of an engine in a benchmark run, by its published recipes. */
export function benchmarkSettings(engine: string, traits: EngineTraits, { family, experts, users }: BenchmarkRun): BenchmarkSettings {
  let merged = traits;
  let pollSteps = 1;
  let balanceSteps: number | undefined;
  const says: string[] = [];
  for (const recipe of engineRecipes[engine] ?? []) {
    if ((recipe.families && !recipe.families.includes(family)) || (recipe.experts && !experts)) continue;
    says.push(recipe.says);
    merged = { ...merged, ...recipe.settings };
    balanceSteps ??= recipe.balanceSteps;
    for (const [from, steps] of recipe.pollSteps ?? []) if (users >= from) pollSteps = steps;
  }
  return { traits: merged, pollSteps, balanceSteps, says };
}
