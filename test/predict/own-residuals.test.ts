import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownHalfWidth, ownResiduals, type OwnResiduals } from "../../src/predict/own-residuals.ts";
import type { Profile } from "../../src/predict/types.ts";
import { predict } from "../../src/predict/serving.ts";
import type { Scenario } from "../../src/predict/types.ts";

const own = (runs: number, logSd: number, modelMeasured = true): OwnResiduals => ({ tpot: { runs, logSd, modelMeasured } });

describe("ownHalfWidth", () => {
  it("lies between the shipped half-width and that of the user's own errors, nearer to the latter the more runs there are", () => {
    fc.assert(fc.property(fc.double({ min: 0.05, max: 1.1, noNaN: true }), fc.double({ min: 0.005, max: 0.8, noNaN: true }), fc.integer({ min: 1, max: 40 }), (shipped, logSd, runs) => {
      const few = ownHalfWidth(shipped, "tpot", own(runs, logSd)) as number;
      const more = ownHalfWidth(shipped, "tpot", own(runs + 1, logSd)) as number;
      const limit = 1.645 * logSd;
      expect(few).toBeGreaterThanOrEqual(Math.min(shipped, limit) - 1e-12);
      expect(few).toBeLessThanOrEqual(Math.max(shipped, limit) + 1e-12);
      expect(Math.abs(more - limit)).toBeLessThanOrEqual(Math.abs(few - limit) + 1e-12);
    }), { seed: 1 });
  });

  it("leaves other levels alone, and an unmeasured model is never narrowed", () => {
    expect(ownHalfWidth(0.26, "ttft", own(10, 0.01))).toBeUndefined();
    expect(ownHalfWidth(0.26, "tpot", own(10, 0.01, false))).toBeCloseTo(0.26, 12);
    expect(ownHalfWidth(0.26, "tpot", own(10, 0.5, false))).toBeGreaterThan(0.4);
  });
});

const profile = (logSd: number): Profile => ({
  constants: {}, residuals: [{ device: "h100-sxm5-80", engine: "vllm", level: "tpot", models: ["meta-llama/Llama-3.1-8B"], runs: 12, logSd }],
});
const scenario: Scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "bf16" }, load: { mode: "static", batch: 8 }, inputTokens: 512, outputTokens: 64,
};
const ratio = (more: Partial<Scenario>): number => {
  const [low, high] = predict({ ...scenario, ...more }).intervals90.tpotSeconds as readonly [number, number];
  return high / low;
};

describe("a profile's residuals", () => {
  it("are matched by device and engine", () => {
    expect(ownResiduals(profile(0.1), "h100-sxm5-80", "vllm", "x")).toEqual({ tpot: { runs: 12, logSd: 0.1, modelMeasured: false } });
    expect(ownResiduals(profile(0.1), "h200-sxm-141", "vllm", "x")).toEqual({});
    expect(ownResiduals(profile(0.1), "h100-sxm5-80", "sglang", "x")).toEqual({});
    expect(ownResiduals(undefined, "h100-sxm5-80", "vllm", "x")).toEqual({});
  });

  it("narrow the interval of a prediction where they are small, widen it where they are large, and reach no other device", () => {
    expect(ratio({ profile: profile(0.02) })).toBeLessThan(ratio({}));
    expect(ratio({ profile: profile(0.5) })).toBeGreaterThan(ratio({}));
    expect(ratio({ profile: profile(0.02), hardware: "h200-sxm-141" })).toBe(ratio({ hardware: "h200-sxm-141" }));
  });
});
