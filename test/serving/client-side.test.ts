import { describe, expect, it } from "vitest";
import { predict } from "../../src/predict/serving.ts";
import { lengthMoments } from "../../src/workloads/lengths.ts";
import { clientLengths } from "../../src/serving/client-side.ts";
import { firstTokenSeconds } from "../../src/serving/first-token.ts";
import { steadyState } from "../../src/serving/steady.ts";
import { engineOf, resolveBase, resolvePlan } from "../../src/predict/resolve.ts";
import type { Scenario } from "../../src/predict/types.ts";

const scenario: Scenario = {
  model: "meta-llama/Llama-3.1-70B", hardware: "h200-sxm-141", devices: 4, plan: { tp: 4 }, engine: "vllm", precision: { weights: "fp8" },
  load: { mode: "closed", concurrency: 16, requests: 160 }, inputTokens: 922, outputTokens: 922,
};

describe("lengths of a closed load", () => {
  it("are drawn around a stated number with its mean; laws and other loads keep theirs", () => {
    for (const [requests, tokens] of [[160, 922], [undefined, 4096], [10, 3], [undefined, 1]] as const) {
      const load = { mode: "closed", ...(requests === undefined ? {} : { requests }) } as const;
      expect(lengthMoments(clientLengths(tokens, load), "input_tokens").mean).toBeCloseTo(tokens, 9);
    }
    const law = { dist: "tokens-geometric", mean: 100 } as const;
    expect(clientLengths(law, { mode: "closed" })).toBe(law);
    expect(clientLengths(100, { mode: "offline" })).toBe(100);
  });
});

describe("the first token of a closed load", () => {
  it("comes from the closed form as from the simulator", () => {
    for (const [concurrency, inputTokens] of [[4, 922], [16, 922], [64, 922], [8, 7373], [64, 7373]] as const) {
      const at: Scenario = { ...scenario, inputTokens, load: { mode: "closed", concurrency, requests: 10 * concurrency } };
      const closed = predict(at, { method: "closed-form" }).values.ttftSeconds as number;
      const simulated = predict(at).values.ttftSeconds as number;
      expect(Math.abs(Math.log(closed / simulated)), `${concurrency} × ${inputTokens}`).toBeLessThan(0.15);
    }
  });

  it("is later with experts than its steps say, and not under the ideal engine", () => {
    const moe: Scenario = { ...scenario, model: "Qwen/Qwen3-235B-A22B", devices: 8, plan: { tp: 8 }, load: { mode: "closed", concurrency: 16 } };
    const base = resolveBase(moe);
    const engine = engineOf(base, resolvePlan(base.architecture, moe.plan, 8));
    const lengths = { inputTokens: 922, freshTokens: 922, outputTokens: 922, biasedOutputTokens: 922 };
    const inside = firstTokenSeconds(engine, steadyState(engine, 16, lengths), lengths);
    const seen = predict(moe, { method: "closed-form" }).values.ttftSeconds as number;
    expect(seen - inside).toBeCloseTo(engine.machine.constants.requestPathSeconds + engine.machine.constants.expertFirstTokenSeconds, 6);
    expect(resolveBase({ ...moe, engine: "ideal" }).machine.constants.expertFirstTokenSeconds).toBe(0);
  });
});
