import type { DeviceFamily } from "../hardware/types.ts";
import { engineRecipes } from "./catalogue/recipes.ts";
import type { EngineTraits, Gathering } from "./engine-traits.ts";

export type { Recipe } from "./engine-traits.ts";

/** What a recipe is chosen by. */
export interface BenchmarkRun {
  readonly family: DeviceFamily;
  readonly experts: boolean;
  readonly users: number;
  /** The longest prompt or answer; undefined where it is not known. */
  readonly longestTokens: number | undefined;
}

/** How an engine is set up. */
export interface EngineSettings {
  readonly traits: EngineTraits;
  readonly pollSteps: number;
  readonly balanceSteps: number | undefined;
  readonly gathering: Gathering | undefined;
  /** What the recipes set, in words; empty where there is none. */
  readonly says: readonly string[];
}

/** Settings of an engine: its own, and in a benchmark run those of its published recipes. */
export function settingsOf(engine: string, traits: EngineTraits, run: BenchmarkRun | undefined): EngineSettings {
  let merged = traits;
  let pollSteps = 1;
  let balanceSteps: number | undefined;
  let gathering: Gathering | undefined;
  const says: string[] = [];
  for (const recipe of (run && engineRecipes[engine]) ?? []) {
    const { family, experts, users, longestTokens = Infinity } = run as BenchmarkRun;
    if (recipe.families?.includes(family) === false || (recipe.experts ?? experts) !== experts || (recipe.longestTokens ?? Infinity) < longestTokens) continue;
    says.push(recipe.says);
    merged = { ...merged, ...recipe.settings };
    balanceSteps ??= recipe.balanceSteps;
    gathering ??= recipe.gathering;
    for (const [from, steps] of recipe.pollSteps ?? []) if (users >= from) pollSteps = steps;
  }
  return { traits: merged, pollSteps, balanceSteps, gathering, says };
}
