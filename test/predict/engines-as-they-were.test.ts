import { describe, expect, it } from "vitest";
import { engineSources, engineTraits } from "../../src/deployments/engines.ts";
import { predict } from "../../src/predict/serving.ts";
import type { Scenario } from "../../src/predict/types.ts";
import { machineOf } from "../../src/roofline/machine-of.ts";
import { attentionDecodeSeconds } from "../../src/roofline/attention-decode.ts";
import { device } from "../../src/hardware/lookup.ts";

const scenario: Scenario = {
  model: "mistralai/Mistral-7B-v0.1", hardware: "a100-sxm-80", engine: "tensorrt-llm", engineVersion: "0.17", precision: { weights: "fp16", kv: "fp16" },
  load: { mode: "offline" }, inputTokens: 20_000, outputTokens: 2000,
};

describe("engines as they were", () => {
  it("each has a source for its settings, and no other name has", () => {
    expect(Object.keys(engineSources).sort()).toEqual(Object.keys(engineTraits).sort());
    for (const source of Object.values(engineSources)) expect(source.length).toBeGreaterThan(20);
  });

  it("TensorRT-LLM before 0.18 keeps whole contexts, says so, and holds fewer long requests", () => {
    const old = predict(scenario);
    const now = predict({ ...scenario, engineVersion: "1.0" });
    expect(old.warnings.join()).toMatch(/sliding windows/);
    expect(now.warnings.join()).not.toMatch(/sliding windows/);
    // 22,000 tokens against a window of 4,096.
    expect(old.values.maxConcurrency as number).toBeLessThan(0.3 * (now.values.maxConcurrency as number));
    expect(predict({ ...scenario, model: "meta-llama/Llama-3.1-8B" }).warnings.join()).not.toMatch(/sliding windows/);
  });

  it("TensorRT-LLM's share is of the memory that weights leave free: more cache than a share of the whole where weights are most of it", () => {
    const large: Scenario = { ...scenario, model: "meta-llama/Llama-3.1-70B", devices: 2, plan: { tp: 2 }, inputTokens: 1000, outputTokens: 1000 };
    expect(predict(large).values.kvCapacityTokens as number).toBeGreaterThan(1.5 * (predict({ ...large, engine: "vllm" }).values.kvCapacityTokens as number));
  });

  it("per-head kernels read the cache of a group once for each of its heads, where an engine's build has them", () => {
    const seconds = (id: string, engine: string, generation: string, kvHeads: number): number =>
      attentionDecodeSeconds(machineOf(device(id), { engine, generation }), 64, 2048, 32, kvHeads, 128, 128, Infinity, 2, 0);
    const gain = (id: string, engine: string, generation: string): number => seconds(id, engine, generation, 32) / seconds(id, engine, generation, 8);
    expect(gain("h100-sxm5-80", "vllm", "2024")).toBeLessThan(0.8 * gain("h100-sxm5-80", "vllm", "2025"));
    // The blocks of a group lie on dies with a cache each: its heads read as if each had a KV head of its own.
    expect(gain("mi300x", "vllm", "2024")).toBeCloseTo(1, 2);
    expect(gain("mi300x", "vllm", "2025")).toBeGreaterThan(2);
  });
});
