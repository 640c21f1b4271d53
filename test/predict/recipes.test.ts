import { describe, expect, it } from "vitest";
import { engineRecipes, recipeSources } from "../../src/deployments/catalogue/recipes.ts";
import { traitsOf } from "../../src/deployments/engines.ts";
import { settingsOf } from "../../src/deployments/recipes.ts";
import { engineOf, resolveBase } from "../../src/predict/resolve.ts";
import type { Scenario } from "../../src/predict/types.ts";

const run: Scenario = {
  model: "deepseek-ai/DeepSeek-R1", hardware: "b200-sxm", devices: 8, plan: { tp: 8 }, engine: "sglang", precision: { weights: "fp8_block" },
  load: { mode: "closed", concurrency: 16, requests: 160 }, inputTokens: 1024, outputTokens: 1024,
};

describe("recipes of benchmark runs", () => {
  it("have a source for each engine", () => {
    expect(Object.keys(recipeSources).sort()).toEqual(Object.keys(engineRecipes).sort());
  });

  it("hold for runs of a stated number of requests alone", () => {
    const open = resolveBase({ ...run, load: { mode: "open", ratePerSecond: 1 } });
    expect(open.limits.pollSteps).toBe(1);
    expect(open.traits).toEqual(traitsOf("sglang"));
    expect(resolveBase({ ...run, load: { mode: "closed", concurrency: 16 } }).limits.pollSteps).toBe(1);
    expect(resolveBase(run).limits.pollSteps).toBe(30);
  });

  it("follow the family and the users", () => {
    expect(resolveBase({ ...run, load: { mode: "closed", concurrency: 15, requests: 150 } }).limits.pollSteps).toBe(10);
    expect(resolveBase({ ...run, hardware: "h200-sxm-141" }).limits.pollSteps).toBe(1);
    const { traits } = settingsOf("sglang", traitsOf("sglang"), { family: "nvidia-blackwell", experts: false, users: 1, longestTokens: undefined });
    expect(traits.fp8KvUnder).toContain("fp8_block");
  });

  it("go behind what the scenario says", () => {
    expect(resolveBase({ ...run, pollSteps: 3 }).limits.pollSteps).toBe(3);
    expect(resolveBase({ ...run, maxBatchedTokens: 4096 }).limits.maxBatchedTokens).toBe(4096);
  });

  it("leave gathering to those who say for how long", () => {
    expect(resolveBase({ ...run, engine: "tensorrt-llm", pollSteps: 20, gatherPrompts: 2 }).limits).toMatchObject({ pollSteps: 20, gatherPrompts: 2 });
    expect(() => resolveBase({ ...run, engine: "tensorrt-llm", gatherPrompts: 2 })).toThrow(/gather_prompts = 2 needs poll_steps/);
  });

  it("give an engine more memory where its users would not fit", () => {
    const tight = { ...run, devices: 4, plan: { tp: 4 }, inputTokens: 8192, load: { mode: "closed", concurrency: 32, requests: 320 } } as const;
    const few = { ...tight, load: { mode: "closed", concurrency: 1, requests: 10 } } as const;
    const plan = { tp: 4, pp: 1, ep: 1, dp: 1, attentionDp: 1 };
    const bytes = (scenario: Scenario): number => engineOf(resolveBase(scenario), plan).capacity.cacheBytes[0] as number;
    expect(bytes(tight)).toBeGreaterThan(bytes(few));
  });

  it("let short prompts of dense models wait for each other below eight ranks", () => {
    const short: Scenario = { ...run, model: "meta-llama/Llama-3.1-70B", engine: "tensorrt-llm", precision: { weights: "fp8" }, inputTokens: 922, outputTokens: 922 };
    const at = (tp: number, scenario = short): object => engineOf(resolveBase(scenario), { tp, pp: 1, ep: 1, dp: 1, attentionDp: 1 }).limits;
    expect(at(4)).toMatchObject({ pollSteps: 20, gatherPrompts: 3, maxBatchedTokens: 2068 });
    expect(at(8)).toMatchObject({ pollSteps: 1, gatherPrompts: Infinity });
    expect(at(4, { ...short, outputTokens: 7373 })).toMatchObject({ pollSteps: 1 });
    expect(at(4, { ...short, maxBatchedTokens: 4096 })).toMatchObject({ pollSteps: 1, maxBatchedTokens: 4096 });
    expect(at(4, { ...short, model: run.model, devices: 4, plan: { tp: 4 } })).toMatchObject({ pollSteps: 1 });
  });

  it("let attention replicas wait for each other", () => {
    const base = resolveBase({ ...run, engine: "tensorrt-llm" });
    expect(engineOf(base, { tp: 1, pp: 1, ep: 8, dp: 1, attentionDp: 8 }).limits).toMatchObject({ pollSteps: 60, gatherPrompts: 8 });
    expect(engineOf(base, { tp: 8, pp: 1, ep: 1, dp: 1, attentionDp: 1 }).limits.pollSteps).toBe(1);
  });
});
