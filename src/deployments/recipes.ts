import type { DeviceFamily } from "../hardware/types.ts";
import { engineRecipes } from "./catalogue/recipes.ts";
import type { EngineTraits } from "./engine-traits.ts";

/**
 * What published recipes of an engine set for benchmark runs where they leave its defaults. Whoever reads a benchmark reads about
 * these settings, so a run of a stated number of requests takes them; what is open-ended takes the engine's defaults.
 */
export interface Recipe {
  /** Families of devices that it is for; absent: all. */
  readonly families?: readonly DeviceFamily[];
  /** It is for models with routed experts only. */
  readonly experts?: true;
  readonly settings: Partial<Pick<EngineTraits, "memoryShare" | "fp8KvUnder" | "maxBatchedTokens" | "schedulesAheadSince">>;
  /** Share of memory where the usual one would not hold all users: operators raise it until it does. */
  readonly fullMemoryShare?: number;
  /** Decoding steps between two looks for new requests, by the number of users from which they hold; the last that applies. */
  readonly pollSteps?: readonly (readonly [users: number, steps: number])[];
}

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
  readonly fullMemoryShare: number | undefined;
}

/** Settings of an engine in a benchmark run, by its published recipes. */
export function benchmarkSettings(engine: string, traits: EngineTraits, { family, experts, users }: BenchmarkRun): BenchmarkSettings {
  let merged = traits;
  let pollSteps = 1;
  let fullMemoryShare: number | undefined;
  for (const recipe of engineRecipes[engine] ?? []) {
    if ((recipe.families && !recipe.families.includes(family)) || (recipe.experts && !experts)) continue;
    merged = { ...merged, ...recipe.settings };
    fullMemoryShare = recipe.fullMemoryShare ?? fullMemoryShare;
    for (const [from, steps] of recipe.pollSteps ?? []) if (users >= from) pollSteps = steps;
  }
  return { traits: merged, pollSteps, fullMemoryShare };
}
