import { describe, expect, it } from "vitest";
import { evaluateCase } from "../../src/contract/index.ts";
import { divisors } from "../../src/deployments/plan.ts";
import { withBestMemoryPlan, withBestPlan } from "../../src/planner/best-plan.ts";
import { memoryOf } from "../../src/predict/memory.ts";
import { predict } from "../../src/predict/serving.ts";
import type { Load, Scenario } from "../../src/predict/types.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";

const scenario = (load: Load, change: Partial<Scenario> = {}): Scenario => ({
  model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", devices: 8, precision: { weights: "fp8" }, load, inputTokens: 1024, outputTokens: 128, ...change,
});

function failure(run: () => unknown): RidgepointError {
  try {
    run();
  } catch (error) {
    if (error instanceof RidgepointError) return error;
  }
  throw new Error("no RidgepointError");
}

describe("a deployment of several devices without a plan", () => {
  const loads: readonly Load[] = [
    { mode: "static", batch: 4 }, { mode: "static", batch: 256 }, { mode: "offline" }, { mode: "closed", concurrency: 8 }, { mode: "closed", concurrency: 400 },
    { mode: "open", ratePerSecond: 0.5 }, { mode: "open", ratePerSecond: 12 },
  ];

  it.each(loads)("gets no worse a plan than any that exists, for %o", (load) => {
    const { question, warnings } = withBestPlan(scenario(load));
    const score = (plan: NonNullable<Scenario["plan"]>): number => {
      const { values } = predict(scenario(load, { plan }), { method: "closed-form" });
      if (load.mode === "static") return -(values.batchSeconds as number);
      return load.mode === "open" ? -(values.requestSeconds as number) : (values.outputTokensPerSecond as number);
    };
    const best = score(question.plan ?? {});
    for (const tp of divisors(8)) {
      for (const pp of divisors(8 / tp)) {
        try {
          expect(score({ tp, pp, dp: 8 / tp / pp }) - best, `tp ${tp} pp ${pp}`).toBeLessThanOrEqual(1.1e-4 * Math.abs(best));
        } catch (error) {
          if (!(error instanceof RidgepointError)) throw error;
        }
      }
    }
    expect(warnings).toEqual([expect.stringMatching(/^plan is absent: .* of 10 plans on these devices$/)]);
  });

  it("keeps a plan that it has, and asks for none on one device", () => {
    for (const own of [scenario({ mode: "offline" }, { plan: { tp: 8 } }), scenario({ mode: "offline" }, { model: "gpt2", devices: 1 })]) {
      expect(withBestPlan(own)).toEqual({ question: own, warnings: [] });
    }
  });

  it("shards experts, splits layers for llama.cpp, and plans the pools of a disaggregated deployment apart", () => {
    const moe = withBestPlan(scenario({ mode: "offline" }, { model: "deepseek-v3", hardware: "h200", devices: 16, precision: { weights: "fp8_block" } })).question.plan;
    expect(moe?.ep).toBeGreaterThan(1);
    expect(withBestPlan(scenario({ mode: "static", batch: 1 }, { engine: "llama.cpp", devices: 4 })).question.plan).toMatchObject({ tp: 1, pp: 4 });
    const { devices: _, ...rest } = scenario({ mode: "open", ratePerSecond: 2 });
    const pools = withBestPlan({ ...rest, disaggregated: { prefill: { devices: 4 }, decode: { devices: 4, plan: { tp: 4 } } } });
    expect(pools.warnings).toHaveLength(1);
    expect(pools.question.disaggregated).toMatchObject({ prefill: { devices: 4, plan: expect.anything() }, decode: { devices: 4, plan: { tp: 4 } } });
    expect(predict(pools.question).values.ttftSeconds).toBeGreaterThan(0);
  });

  it("says how near the best plan comes where none will do", () => {
    const small = failure(() => withBestPlan(scenario({ mode: "offline" }, { hardware: "l4", devices: 2 })));
    expect(small.code).toBe("infeasible");
    expect(small.details.missingBytes).toBeGreaterThan(1e9);
    const slow = failure(() => withBestPlan(scenario({ mode: "open", ratePerSecond: 1e4 })));
    expect(slow.code).toBe("unstable");
    const most = Math.max(...[1, 2, 4, 8].map((tp) => failure(() => predict(scenario({ mode: "open", ratePerSecond: 1e4 }, { plan: { tp, dp: 8 / tp } }))).details.capacityPerSecond ?? 0));
    expect(slow.details.capacityPerSecond).toBeGreaterThanOrEqual(most);
  });

  it("is asked for memory: the plan that holds the most requests", () => {
    const question = { model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", devices: 8, precision: { weights: "bf16" }, inputTokens: 1000, outputTokens: 100 } as const;
    const held = (plan: NonNullable<Scenario["plan"]>): number => memoryOf({ ...question, plan }).maxConcurrency ?? 0;
    const best = held(withBestMemoryPlan(question).question.plan ?? {});
    for (const tp of [2, 4, 8]) for (const pp of divisors(8 / tp)) expect(held({ tp, pp, dp: 8 / tp / pp })).toBeLessThanOrEqual(best);
    const { hardware: _, ...bare } = question;
    expect(withBestMemoryPlan(bare).question.plan).toMatchObject({ tp: 8 });
    expect(withBestMemoryPlan({ ...bare, devices: 1 })).toMatchObject({ warnings: [] });
  });

  it("is answered by the contract, with a warning that says which plan it was", () => {
    const common = { model: "meta-llama/Llama-3.1-8B", hardware: "a100-sxm-80", devices: 4, precision: { weights: "bf16" }, input_tokens: 256, output_tokens: 32 };
    for (const kind of [{ kind: "memory" }, { kind: "serving", load: { mode: "offline" } }]) {
      expect(evaluateCase({ ...common, ...kind })).toMatchObject({ values: expect.anything(), warnings: expect.arrayContaining([expect.stringMatching(/^plan is absent: /)]) });
    }
  });
});
