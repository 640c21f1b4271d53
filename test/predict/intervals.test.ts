import { describe, expect, it } from "vitest";
import { logInterval, type IntervalLevel } from "../../src/constants/intervals.ts";
import { crowdedFrom } from "../../src/constants/interval-types.ts";
import { heldBackInterval } from "../../src/constants/serving-widths.ts";
import { errorTerms } from "../../src/predict/error-terms.ts";
import { levelInterval, type Familiarity } from "../../src/predict/intervals.ts";
import { predict } from "../../src/predict/serving.ts";
import type { Interval, Scenario, ServingFigure } from "../../src/predict/types.ts";

const served: Scenario = {
  model: "meta-llama/Llama-3.1-70B", hardware: "h200-sxm-141", devices: 4, plan: { tp: 4 }, engine: "vllm", precision: { weights: "fp8" },
  load: { mode: "closed", concurrency: 16 }, inputTokens: 1024, outputTokens: 256, prices: { usdPerDeviceHour: 3 },
};
const batch: Scenario = { ...served, load: { mode: "static", batch: 16 } };
const levels: readonly IntervalLevel[] = ["ttft", "tpot", "batch", "rate", "power"];
const known = { device: "h200-sxm-141", model: "meta-llama/Llama-3.1-70B", engine: "vllm", form: "dense" } as const;

function intervals(scenario: Scenario): { at: (figure: ServingFigure) => Interval; value: (figure: ServingFigure) => number } {
  const { values, intervals90 } = predict(scenario, { method: "closed-form" });
  return { at: (figure) => intervals90[figure] as Interval, value: (figure) => values[figure] as number };
}

describe("90 % intervals", () => {
  it("hold what they are about, and nothing of them is negative or without end", () => {
    for (const scenario of [served, batch, { ...served, engine: "an-engine-of-its-own" }, { ...served, hardware: "tpu-v5p" }]) {
      const { values, intervals90 } = predict(scenario, { method: "closed-form" });
      for (const [figure, interval] of Object.entries(intervals90)) {
        const value = values[figure as ServingFigure] as number;
        expect(interval[0], figure).toBeGreaterThan(0);
        expect(interval[0], figure).toBeLessThanOrEqual(value);
        expect(interval[1], figure).toBeGreaterThanOrEqual(value);
        expect(interval[1], figure).toBeLessThan(Infinity);
      }
    }
  });

  it("of what is derived are those of what it derives from: dollars a token of tokens a second, rates of a batch of its time", () => {
    for (const scenario of [served, batch]) {
      const { at, value } = intervals(scenario);
      const [low, high] = at("outputTokensPerSecond");
      const [cheap, dear] = at("usdPerMillionOutputTokens");
      expect(cheap * high).toBeCloseTo(value("usdPerMillionOutputTokens") * value("outputTokensPerSecond"), 6);
      expect(dear * low).toBeCloseTo(cheap * high, 6);
    }
    const { at, value } = intervals(batch);
    const product = value("batchSeconds") * value("outputTokensPerSecond");
    expect(at("batchSeconds")[0] * at("outputTokensPerSecond")[1]).toBeCloseTo(product, 6);
    expect(at("batchSeconds")[1] * at("outputTokensPerSecond")[0]).toBeCloseTo(product, 6);
    expect(predict(batch).intervals90.runningBatch).toBeUndefined();
  });

  it("of a static batch, written out figure by figure, are those of the table of errors", () => {
    const familiarity: Familiarity = { ...known, family: "nvidia-hopper", derived: false, own: {} };
    const { values, intervals90 } = predict(batch);
    for (const figure of Object.keys(values) as ServingFigure[]) {
      const terms = errorTerms(figure, true);
      const interval = intervals90[figure];
      expect(interval === undefined, figure).toBe(terms === undefined);
      if (terms === undefined || interval === undefined) continue;
      const squares = [0, 1].map((side) => terms.reduce((sum, { level, inverse }) => sum + (levelInterval(level, familiarity)[inverse ? 1 - side : side] as number) ** 2, 0));
      const [low, high] = [-1, 1].map((sign, side) => (values[figure] as number) * Math.exp(sign * Math.sqrt(squares[side] as number)));
      expect(interval[0] / (low as number), figure).toBeCloseTo(1, 9);
      expect(interval[1] / (figure === "mfu" || figure === "mbu" ? Math.min(high as number, 1) : (high as number)), figure).toBeCloseTo(1, 9);
    }
  });

  it("of energy are wider than those of power and of the rate, and narrower than both together", () => {
    const { at } = intervals(served);
    const width = (figure: ServingFigure): number => Math.log(at(figure)[1] / at(figure)[0]);
    const energy = width("energyPerOutputTokenJoules");
    expect(energy).toBeGreaterThan(Math.max(width("powerWatts"), width("outputTokensPerSecond")));
    expect(energy).toBeLessThan(width("powerWatts") + width("outputTokensPerSecond"));
  });

  it("of something new are those of what was left out; of two new things they hold both", () => {
    for (const level of levels.filter((each) => each !== "power")) {
      const device = heldBackInterval(level, { ...known, device: "new" });
      const model = heldBackInterval(level, { ...known, model: "new" });
      const both = heldBackInterval(level, { ...known, device: "new", model: "new" });
      if (device === undefined || model === undefined || both === undefined) throw new Error(`${level} has no held-back residuals`);
      expect(both).toEqual([Math.min(device[0], model[0]), Math.max(device[1], model[1])]);
    }
  });

  it("of a measured device under software of a year that was not measured on its family are those of a new device", () => {
    for (const level of levels) {
      expect(heldBackInterval(level, { ...known, age: "nvidia-hopper/2025" })).toEqual(heldBackInterval(level, known));
      expect(heldBackInterval(level, { ...known, device: "mi300x", age: "amd-cdna3/2025" })).toEqual(heldBackInterval(level, { ...known, device: "new" }));
    }
  });

  it("of first tokens follow how many requests run at once", () => {
    const width = (running: number): number => {
      const [low, high] = intervals({ ...served, load: { mode: "closed", concurrency: running } }).at("ttftSeconds");
      return high / low;
    };
    expect(width(crowdedFrom + 1)).toBeGreaterThan(width(crowdedFrom));
    expect(width(crowdedFrom)).toBeCloseTo(width(1), 9);
  });

  it("of a family that was never measured, or of figures that are priors, are wider", () => {
    for (const level of levels) {
      const width = (more: object): number => {
        const [low, high] = logInterval(level, { ...known, family: "nvidia-hopper", derived: false, ...more });
        return high - low;
      };
      expect(width({ family: "groq-lpu" })).toBeGreaterThan(width({}));
      expect(width({ derived: true })).toBeGreaterThan(width({}));
    }
  });
});
