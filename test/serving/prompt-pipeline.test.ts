import { describe, expect, it } from "vitest";
import { predict } from "../../src/predict/serving.ts";

/** Rate of a prompt of 4,096 tokens over `stages` devices that hold a part of the layers each, under an engine with one launching host. */
function rate(model: string, stages: number): number {
  return predict({
    model, hardware: "rtx-a6000", devices: stages, plan: { tp: 1, pp: stages }, engine: "llama.cpp", precision: { weights: "q4_k_m", kv: "fp16" },
    load: { mode: "static", batch: 1 }, inputTokens: 4096, outputTokens: 1,
  }).values.prefillTokensPerSecond as number;
}

describe("a prompt over the stages of a pipeline that one host launches", () => {
  it("overlaps by as many micro-batches as the launch queue of a device holds: eight layers a stage fit in thrice, twenty do not fit in", () => {
    // 4 micro-batches of 8 layers at most 4 deep, 8 in all: 8 / (1 + 7 / d) for d between 2.5 and 4.
    const small = rate("meta-llama/Meta-Llama-3-8B", 4) / rate("meta-llama/Meta-Llama-3-8B", 1);
    expect(small).toBeGreaterThan(2);
    expect(small).toBeLessThan(3);
    // A queue shorter than a stage lets 4 / (4 − q) stages overlap, q < 1: less than 4/3.
    const large = rate("meta-llama/Meta-Llama-3-70B", 4) / rate("meta-llama/Meta-Llama-3-70B", 1);
    expect(large).toBeGreaterThan(1.05);
    expect(large).toBeLessThan(4 / 3);
  });
});
