import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorStatistics, rankCorrelation, weightedQuantile } from "../../../src/evidence/validation/index.ts";

describe("weightedQuantile", () => {
  it("is the median for equal weights, and goes where the weight is", () => {
    expect(weightedQuantile([[3, 1], [1, 1], [2, 1]], 0.5)).toBe(2);
    expect(weightedQuantile([[1, 1], [3, 1]], 0.5)).toBe(2);
    expect(weightedQuantile([[1, 1], [2, 1], [9, 5]], 0.5)).toBe(9);
    expect(weightedQuantile([], 0.5)).toBeNaN();
  });

  it("a whole weight is so many repeats", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (pairs, tenth) => {
      const repeated = pairs.flatMap(([value, weight]) => Array.from({ length: weight }, () => [value, 1] as const));
      expect(weightedQuantile(pairs, tenth / 10)).toBe(weightedQuantile(repeated, tenth / 10));
    }), { seed: 1 });
  });
});

describe("rankCorrelation", () => {
  it("knows ties", () => {
    // By hand: ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / sqrt(4.5 · 5).
    expect(rankCorrelation([1, 2, 2, 4], [1, 2, 3, 4])).toBeCloseTo(0.9486832980505138, 12);
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(rankCorrelation([1, 2], [1, 2])).toBeNaN();
  });

  it("sees the order alone", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 20 }), (xs) => {
      expect(rankCorrelation(xs, xs.map((x) => Math.log(x) * 7))).toBeCloseTo(1, 12);
      expect(rankCorrelation(xs, xs.map((x) => 1 / x))).toBeCloseTo(-1, 12);
    }), { seed: 1 });
  });
});

describe("errorStatistics", () => {
  it("counts every figure once, and an unanswered one against the answers alone", () => {
    const statistics = errorStatistics([
      { measured: 1, weight: 1, predicted: 1.1, interval90: [0.9, 1.2] },
      { measured: 2, weight: 1, predicted: 2.2, interval90: [2.1, 2.3] },
      { measured: 4, weight: 1, predicted: 4.4 },
      { measured: 1, weight: 1, error: "infeasible" },
      { measured: 1, weight: 1, error: "unknown-model" },
      { measured: 1, weight: 1 },
    ]);
    expect(statistics).toMatchObject({ n: 6, answered: 3, infeasible: 1, errors: 1, missing: 1, intervals: 2 });
    expect(statistics.medianError).toBeCloseTo(0.1, 12);
    expect(statistics.meanError).toBeCloseTo(0.1, 12);
    expect(statistics.bias).toBeCloseTo(1.1, 12);
    // One of three answers: the second interval misses, the third answer has none.
    expect(statistics.coverage).toBeCloseTo(1 / 3, 12);
    expect(statistics.rankCorrelation).toBe(1);
  });

  it("says nothing where nothing was answered", () => {
    expect(errorStatistics([{ measured: 1, weight: 1, error: "unsupported" }])).toEqual({ n: 1, answered: 0, infeasible: 0, errors: 1, missing: 0, intervals: 0 });
  });
});
