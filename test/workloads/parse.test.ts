import { describe, expect, test } from "vitest";
import { RidgepointError } from "../../src/quantities/errors.ts";
import { parseCounts, parseDistribution } from "../../src/workloads/parse.ts";

function errorOf(run: () => unknown): RidgepointError {
  try {
    run();
  } catch (error) {
    if (error instanceof RidgepointError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("reading a distribution", () => {
  test("keeps what it is given", () => {
    expect(parseDistribution({ dist: "gamma", shape: 2, scale: 1 }, "service")).toEqual({ dist: "gamma", shape: 2, scale: 1 });
    expect(parseDistribution({ dist: "tokens-uniform", max: 3 }, "service")).toEqual({ dist: "tokens-uniform", max: 3 });
  });

  test.each([
    [3, "invalid-value", "s"],
    [{}, "missing-field", "s.dist"],
    [{ dist: "normal" }, "invalid-value", "s.dist"],
    [{ dist: "toString" }, "invalid-value", "s.dist"],
    [{ dist: "exponential" }, "missing-field", "s.mean"],
    [{ dist: "exponential", mean: 0 }, "invalid-value", "s.mean"],
    [{ dist: "exponential", mean: Number.NaN }, "invalid-value", "s.mean"],
    [{ dist: "exponential", mean: 1, rate: 2 }, "unknown-field", "s.rate"],
    [{ dist: "erlang", phases: 1.5, mean: 1 }, "invalid-value", "s.phases"],
    [{ dist: "uniform", low: 3, high: 2 }, "invalid-value", "s.high"],
    [{ dist: "hyperexponential", probabilities: [0.5, 0.4], means: [1, 2] }, "invalid-value", "s.probabilities"],
    [{ dist: "hyperexponential", probabilities: [0.5, 0.5], means: [1] }, "invalid-value", "s.means"],
    [{ dist: "empirical", values: [] }, "invalid-value", "s.values"],
    [{ dist: "empirical", values: [1, -1] }, "invalid-value", "s.values[1]"],
    [{ dist: "tokens-pmf", values: [1.5], probabilities: [1] }, "invalid-value", "s.values[0]"],
    [{ dist: "tokens-lognormal", mu: 1, sigma: 1, max: 0 }, "invalid-value", "s.max"],
  ])("%j is refused", (value, code, path) => {
    const error = errorOf(() => parseDistribution(value, "s"));
    expect({ code: error.code, path: error.path }).toEqual({ code, path });
  });

  test("counts are whole numbers of at least what is asked", () => {
    expect(parseCounts({ dist: "deterministic", value: 4 }, "t", 1)).toEqual({ dist: "deterministic", value: 4 });
    expect(errorOf(() => parseCounts({ dist: "exponential", mean: 4 }, "t")).code).toBe("invalid-value");
    expect(errorOf(() => parseCounts({ dist: "tokens-uniform", min: 0, max: 4 }, "t", 1)).code).toBe("invalid-value");
  });
});
