import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStream } from "../../src/numerics/random.ts";
import { deterministicLaw, lawOf, lognormalTokens, tokenProbabilities } from "../../src/workloads/distributions.ts";
import { cappedMoment, lowerMoment, type Law } from "../../src/workloads/law.ts";
import { affineLaw, cappedLaw, mixtureLaw } from "../../src/workloads/laws/combined.ts";
import { momentsOf } from "../../src/workloads/moments.ts";
import { expectation, lawNodes, realLaplace } from "../../src/workloads/nodes.ts";
import { exponentialMean, fixedValue } from "../../src/workloads/recognise.ts";
import { samplerOf } from "../../src/workloads/sampling.ts";
import type { Distribution } from "../../src/workloads/types.ts";

const distributions: readonly Distribution[] = [
  { dist: "exponential", mean: 2 },
  { dist: "deterministic", value: 3 },
  { dist: "gamma", shape: 2.5, scale: 3 },
  { dist: "gamma", shape: 0.3, scale: 1 },
  { dist: "erlang", phases: 40, mean: 3 },
  { dist: "hyperexponential", probabilities: [0.9, 0.1], means: [0.1, 20] },
  { dist: "uniform", low: 1, high: 3 },
  { dist: "lognormal", mu: 1, sigma: 1.2 },
  { dist: "lognormal", mu: 1, sigma: 0.1 },
  { dist: "empirical", values: [1, 2, 2, 7.5] },
  { dist: "tokens-lognormal", mu: 7, sigma: 0.7, max: 1600 },
  { dist: "tokens-geometric", mean: 50 },
  { dist: "tokens-uniform", max: 100 },
  { dist: "tokens-uniform", min: 5, max: 9 },
  { dist: "tokens-pmf", values: [10, 3, 300], probabilities: [0.5, 0.3, 0.2] },
];
const named: readonly (readonly [string, Law])[] = [
  ...distributions.map((distribution) => [JSON.stringify(distribution).slice(0, 60), lawOf(distribution)] as const),
  ["capped lognormal", cappedLaw(lawOf({ dist: "lognormal", mu: 7, sigma: 0.7 }), 1600)],
  ["shifted gamma", affineLaw(lawOf({ dist: "gamma", shape: 2, scale: 1 }), 2, 5)],
  ["scaled geometric", lawOf({ dist: "tokens-geometric", mean: 50 }, 0.02, 0.1)],
  ["atom and density", mixtureLaw([0.3, 0.7], [deterministicLaw(2), lawOf({ dist: "erlang", phases: 20, mean: 5 })])],
];

test.each(distributions.map((distribution) => [JSON.stringify(distribution).slice(0, 60), distribution] as const))("%s: moments are those of its law, to the bit", (_, distribution) => {
  const { mean, moments } = lawOf(distribution);
  expect(momentsOf(distribution)).toEqual([mean, moments[1]]);
});

describe.each(named)("%s", (_, law) => {
  test("nodes carry mass 1 and the moments", () => {
    const { x, weight } = lawNodes(law);
    let mass = 0;
    const moments = [0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      mass += weight[i]!;
      for (let k = 0; k < 3; k++) moments[k] = moments[k]! + weight[i]! * x[i]! ** (k + 1);
    }
    expect(mass).toBeCloseTo(1, 11);
    for (let k = 0; k < 3; k++) expect(moments[k]! / law.moments[k]!).toBeCloseTo(1, 9);
    expect(law.variance).toBeCloseTo(moments[1]! - moments[0]! ** 2, 7 - Math.ceil(Math.log10(1 + law.moments[1])));
  });

  test("tail, partial moments and excess agree with one another", () => {
    for (const q of [0.05, 0.4, 0.9, 0.999]) {
      const x = law.quantile(q) * 1.0001;
      const tail = law.tail(x);
      expect(tail + law.cdf(x)).toBeCloseTo(1, 12);
      expect(lowerMoment(law, 1, x) + law.upperMoment(1, x)).toBeCloseTo(law.mean, 9);
      expect(law.excess(1, x)).toBeCloseTo(law.upperMoment(1, x) - x * tail, 9);
      // d/dx E[((X − x)⁺)²] = −2E[(X − x)⁺], except for rounding.
      const h = 1e-4 * x;
      const slope = (law.excess(2, x + h) - law.excess(2, x - h)) / (2 * h);
      expect(slope / law.mean).toBeCloseTo((-2 * law.excess(1, x)) / law.mean, 3);
      expect(cappedMoment(law, 1, x)).toBeCloseTo(law.mean - law.excess(1, x), 9);
    }
    expect(law.excess(1, -1)).toBeCloseTo(law.mean + 1, 9);
  });

  test("quantile is inf{x : P(X ≤ x) ≥ q}", () => {
    for (const q of [0.01, 0.3, 0.5, 0.77, 0.99]) {
      const x = law.quantile(q);
      expect(law.cdf(x * (1 + 1e-9) + 1e-12)).toBeGreaterThanOrEqual(q - 1e-9);
      expect(law.cdf(x * (1 - 1e-6) - 1e-9)).toBeLessThanOrEqual(q + 1e-9);
    }
  });

  test("the closed transform is the expectation of e^{−sX}", () => {
    const s = 0.7 / law.mean;
    expect(realLaplace(law)(s)).toBeCloseTo(expectation(law, (x) => Math.exp(-s * x)), 9);
    if (law.laplace !== undefined) {
      const { re, im } = law.laplace(s, 3 * s);
      expect(re).toBeCloseTo(expectation(law, (x) => Math.exp(-s * x) * Math.cos(3 * s * x)), 7);
      expect(im).toBeCloseTo(-expectation(law, (x) => Math.exp(-s * x) * Math.sin(3 * s * x)), 7);
    }
  });
});

describe("sampling", () => {
  test.each(distributions.map((distribution) => [JSON.stringify(distribution).slice(0, 60), distribution] as const))("%s: mean and tail", (_, distribution) => {
    const law = lawOf(distribution);
    const draw = samplerOf(distribution);
    const stream = createStream(4);
    const n = 60_000;
    const high = law.quantile(0.9);
    let sum = 0;
    let above = 0;
    for (let i = 0; i < n; i++) {
      const x = draw(stream);
      sum += x;
      if (x > high) above++;
    }
    expect(Math.abs(sum / n - law.mean)).toBeLessThanOrEqual(4.5 * Math.sqrt(law.variance / n) + 1e-9);
    const tail = law.tail(high);
    expect(Math.abs(above / n - tail)).toBeLessThanOrEqual(4.5 * Math.sqrt((tail * (1 - tail)) / n));
  });
});

describe("tokens and caps", () => {
  test("N = min(⌈X⌉, max): an atom at max, not a renormalised law", () => {
    const { values, probabilities } = lognormalTokens(7, 0.7, 1600);
    expect(values[values.length - 1]).toBe(1600);
    // P(X > 1599) from the normal law.
    expect(probabilities[probabilities.length - 1]).toBeCloseTo(lawOf({ dist: "lognormal", mu: 7, sigma: 0.7 }).tail(1599), 14);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
  });

  test("a cap is censoring: E[min(N, c)] = Σ_{n<c} P(N > n)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (cap) => {
        const law = lawOf({ dist: "tokens-geometric", mean: 50 });
        let sum = 0;
        for (let n = 0; n < cap; n++) sum += law.tail(n);
        expect(cappedLaw(law, cap).mean).toBeCloseTo(sum, 10);
        expect(cappedMoment(law, 1, cap)).toBeCloseTo(sum, 10);
      }),
      { seed: 5, numRuns: 30 },
    );
  });

  test("probabilities of counts, also of a law with a density, rounded up", () => {
    expect(Array.from(tokenProbabilities({ dist: "tokens-uniform", max: 4 }))).toEqual([0, 0.25, 0.25, 0.25, 0.25]);
    const pmf = tokenProbabilities({ dist: "exponential", mean: 3 }, 5);
    expect(pmf[1]).toBeCloseTo(1 - Math.exp(-1 / 3), 14);
    expect(pmf[5]).toBeCloseTo(Math.exp(-4 / 3), 14);
  });

  test("laws under other names are recognised", () => {
    expect(exponentialMean(lawOf({ dist: "gamma", shape: 1, scale: 3 }))).toBe(3);
    expect(exponentialMean(lawOf({ dist: "hyperexponential", probabilities: [0.5, 0.5], means: [2, 2] }))).toBeCloseTo(2, 14);
    expect(exponentialMean(lawOf({ dist: "gamma", shape: 1.001, scale: 3 }))).toBeUndefined();
    expect(fixedValue(lawOf({ dist: "tokens-pmf", values: [7], probabilities: [1] }, 0.5, 1))).toBe(4.5);
  });
});
