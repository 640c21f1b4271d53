import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growingRun } from "../../src/serving/growing-batch.ts";
import { staticRun } from "../../src/serving/static.ts";
import type { EngineModel } from "../../src/serving/engine-model.ts";
import { engineOf, resolveBase, resolvePlan } from "../../src/predict/resolve.ts";

const engine = (hardware: string, name = "vllm"): EngineModel => {
  const base = resolveBase({
    model: "meta-llama/Llama-2-7b-hf", hardware, engine: name, engineVersion: "0.6", precision: { weights: "fp16" },
    load: { mode: "static", batch: 1 }, inputTokens: 1, outputTokens: 1,
  });
  return engineOf(base, resolvePlan(base.architecture, { tp: 1 }, 1));
};
const cramped = engine("a100-sxm-40");
const roomy = engine("a100-sxm-80");

describe("a batch whose cache grows with it", () => {
  it("is the plain batch where all of it fits, but for the coarser sum over contexts", () => {
    const plain = staticRun(roomy, 8, 512, 256);
    const grown = growingRun(roomy, 8, 512, 256, 0);
    expect(plain.waves).toBe(1);
    expect(grown.waves).toBe(1);
    expect(grown.firstTokenSeconds).toBeCloseTo(plain.firstTokenSeconds, 12);
    expect(grown.totalSeconds / plain.totalSeconds).toBeCloseTo(1, 3);
  });

  it("ends after a batch that all fits, and before batches of what fits whole, one after another", () => {
    fc.assert(fc.property(fc.integer({ min: 20, max: 120 }), fc.integer({ min: 128, max: 1024 }), fc.integer({ min: 128, max: 1024 }), (requests, input, output) => {
      const reserved: EngineModel = { ...cramped, traits: { ...cramped.traits, admission: "reserve" } };
      const endless: EngineModel = { ...cramped, capacity: { ...cramped.capacity, cacheBytes: cramped.capacity.cacheBytes.map(() => 1e15) } };
      const seconds = staticRun(cramped, requests, input, output).totalSeconds;
      expect(seconds).toBeGreaterThanOrEqual(staticRun(endless, requests, input, output).totalSeconds * 0.995);
      expect(seconds).toBeLessThanOrEqual(staticRun(reserved, requests, input, output).totalSeconds * 1.05);
    }), { seed: 1, numRuns: 60 });
  });

  it("of very many requests takes about as long for each as one of many", () => {
    const each = (requests: number): number => growingRun(cramped, requests, 512, 512, 0).totalSeconds / requests;
    // Rounds after the 64th take as long as that one.
    expect(Math.abs(each(100_000) / each(20_000) - 1)).toBeLessThan(0.05);
    const run = growingRun(cramped, 100_000, 512, 512, 0);
    expect(run.breakdown.seconds / run.totalSeconds).toBeCloseTo(1, 6);
  });
});
