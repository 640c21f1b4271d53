import { describe, expect, test } from "vitest";
import { createStream } from "../../src/numerics/random.ts";
import { AZURE_CONVERSATION_2023, mixtureWorkloadTokens } from "../../src/workloads/azure-conversation-2023.ts";
import { lawOf } from "../../src/workloads/distributions.ts";
import { fitBest, fitDistribution, type FitFamily } from "../../src/workloads/fit/fit.ts";
import { goodnessOf, kolmogorovTail } from "../../src/workloads/fit/goodness.ts";
import { fitLognormalMixture, mixtureTokens } from "../../src/workloads/fit/lognormal-mixture.ts";
import { sampleOf } from "../../src/workloads/fit/sample.ts";
import { samplerOf } from "../../src/workloads/sampling.ts";
import type { Distribution } from "../../src/workloads/types.ts";

function draw(distribution: Distribution, count: number, seed = 1): Float64Array {
  const stream = createStream(seed);
  const next = samplerOf(distribution);
  return Float64Array.from({ length: count }, () => next(stream));
}

const truths: readonly (readonly [FitFamily, Distribution])[] = [
  ["exponential", { dist: "exponential", mean: 2 }],
  ["gamma", { dist: "gamma", shape: 2.5, scale: 0.4 }],
  ["lognormal", { dist: "lognormal", mu: 1, sigma: 0.8 }],
  ["hyperexponential", { dist: "hyperexponential", probabilities: [0.8, 0.2], means: [0.5, 6] }],
  ["tokens-lognormal", { dist: "tokens-lognormal", mu: 3, sigma: 0.7, max: 400 }],
  ["tokens-geometric", { dist: "tokens-geometric", mean: 30 }],
];

describe("fitting", () => {
  test.each(truths)("%s: likelihood and moments find the law that was drawn from", (family, truth) => {
    const data = draw(truth, 20_000);
    const sample = sampleOf(data);
    const exact = lawOf(truth);
    for (const method of ["likelihood", "moments"] as const) {
      const fit = fitDistribution(data, family, method);
      const law = lawOf(fit.distribution);
      expect(law.mean / exact.mean, method).toBeCloseTo(1, 1);
      // Two moments do not determine the three parameters of a hyperexponential law.
      expect(fit.ksStatistic, method).toBeLessThan(method === "likelihood" ? 0.016 : family === "hyperexponential" ? 0.15 : 0.05);
      if (method === "moments" && family !== "tokens-geometric" && family !== "exponential" && family !== "tokens-lognormal") {
        expect(law.mean).toBeCloseTo(sample.mean, 9);
        expect(law.variance).toBeCloseTo(sample.variance, 6);
      }
    }
    // No fit has a larger likelihood than the maximum, the truth included.
    const best = fitDistribution(data, family).logLikelihood;
    expect(best).toBeGreaterThanOrEqual(goodnessOf(truth, sample, 0).logLikelihood - 1e-6);
    expect(best).toBeGreaterThanOrEqual(fitDistribution(data, family, "moments").logLikelihood - 1e-6);
  });

  test("Akaike's criterion picks the family that was drawn from", () => {
    const data = draw({ dist: "lognormal", mu: 1, sigma: 0.8 }, 5_000);
    expect(fitBest(data, ["exponential", "gamma", "lognormal", "hyperexponential"])[0]?.family).toBe("lognormal");
  });

  test("a mixture of two lognormal laws is taken apart", () => {
    const truth = mixtureTokens({ weights: [0.7, 0.3], mus: [4, 6], sigmas: [0.5, 0.1] }, 1000);
    const { weights, mus, sigmas } = fitLognormalMixture(sampleOf(draw(truth, 20_000)), 2, 1000);
    const long = mus[0]! > mus[1]! ? 0 : 1;
    expect(weights[long]).toBeCloseTo(0.3, 1);
    expect(mus[long]).toBeCloseTo(6, 1);
    expect(sigmas[long]).toBeCloseTo(0.1, 1);
    expect(mus[1 - long]).toBeCloseTo(4, 1);
  });

  test("samples that cannot come from a family are refused", () => {
    expect(() => fitDistribution([], "exponential")).toThrow("empty");
    expect(() => fitDistribution([1, -2], "exponential")).toThrow("at least 0");
    expect(() => fitDistribution([0, 1], "lognormal")).toThrow("above 0");
    expect(() => fitDistribution([1.5], "tokens-geometric")).toThrow("whole numbers");
    expect(() => fitDistribution([2, 2], "gamma")).toThrow("use deterministic");
    expect(() => fitDistribution([1, 1.1], "hyperexponential", "moments")).toThrow("at least 1");
  });

  test("Kolmogorov's law: 5 % beyond 1.358, 1 % beyond 1.628 (Smirnov 1948)", () => {
    const n = 1e8;
    expect(kolmogorovTail(1.3581 / Math.sqrt(n), n)).toBeCloseTo(0.05, 3);
    expect(kolmogorovTail(1.6276 / Math.sqrt(n), n)).toBeCloseTo(0.01, 3);
  });
});

describe("Azure conversations of 2023", () => {
  test("the fitted laws have the means that were published", () => {
    const { meanInputTokens, meanOutputTokens, requests, spanSeconds } = AZURE_CONVERSATION_2023;
    expect([requests, spanSeconds]).toEqual([19_366, 3_502]);
    expect(lawOf(mixtureWorkloadTokens(AZURE_CONVERSATION_2023, "input")).mean / meanInputTokens).toBeCloseTo(1, 1.9);
    expect(lawOf(mixtureWorkloadTokens(AZURE_CONVERSATION_2023, "output")).mean / meanOutputTokens).toBeCloseTo(1, 1.9);
  });
});
