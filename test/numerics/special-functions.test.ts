import stdlibErfc from "@stdlib/math-base-special-erfc";
import { describe, expect, test } from "vitest";
import { digamma, gammaLower, gammaTerm, gammaUpper, logFactorial, logGamma } from "../../src/numerics/gamma.ts";
import { erf, erfc, normalCdf, normalDensity, normalQuantile, normalTail } from "../../src/numerics/normal.ts";
import { poissonCdf, poissonMass, poissonTail, poissonWindow } from "../../src/numerics/poisson.ts";

describe("normal law", () => {
  test("erfc agrees with stdlib to 1e-15 from −6 to 26", () => {
    for (let x = -6; x < 26; x += 0.0137) expect(Math.abs(erfc(x) / stdlibErfc(x) - 1)).toBeLessThan(1e-15);
    expect(erfc(30)).toBe(0);
    expect(erf(0.3) + erfc(0.3)).toBeCloseTo(1, 15);
  });

  test("tails keep their relative accuracy where 1 − cdf has none", () => {
    // Abramowitz and Stegun, table 26.2: Q(10) = 7.61985e-24.
    expect(normalTail(10)).toBeCloseTo(7.619853024160527e-24, 37);
    expect(normalCdf(-10)).toBe(normalTail(10));
  });

  test("the quantile inverts the cdf from 1e-15 upwards", () => {
    for (let q = 1e-15; q < 0.5; q *= 1.7) {
      expect(Math.abs(normalCdf(normalQuantile(q)) / q - 1)).toBeLessThan(1e-12);
      expect(normalQuantile(1 - q)).toBeCloseTo(-normalQuantile(q), q > 1e-6 ? 8 : 1);
    }
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalDensity(0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 16);
  });
});

describe("gamma functions", () => {
  test("logGamma at points with closed forms, and on both sides of the change of method", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(logGamma(12)).toBeCloseTo(Math.log(39_916_800), 13);
    expect(logFactorial(170)).toBeCloseTo(706.573062245787, 10);
    const step = 1e-6;
    expect((logGamma(12 + step) - logGamma(12 - step)) / (2 * step)).toBeCloseTo(digamma(12), 6);
  });

  test("incomplete gamma: whole shapes are Poisson sums, other shapes agree with the error function", () => {
    expect(gammaUpper(3, 10)).toBeCloseTo(Math.exp(-10) * 61, 16);
    expect(gammaUpper(0.5, 4)).toBeCloseTo(erfc(2), 15);
    expect(gammaLower(1, 1e-10)).toBeCloseTo(1e-10, 20);
    expect(gammaUpper(1, 700) / Math.exp(-700)).toBeCloseTo(1, 12);
    for (const [a, x] of [[2.5, 1], [2.5, 9], [400, 380], [400, 430]] as const) {
      expect(gammaUpper(a, x) + gammaLower(a, x)).toBeCloseTo(1, 14);
      expect(gammaUpper(a + 1, x) - gammaUpper(a, x)).toBeCloseTo(gammaTerm(a, x), 13);
    }
  });

  test("digamma(1) is minus Euler's constant", () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 14);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 13);
  });
});

describe("Poisson law", () => {
  test.each([0.01, 1, 37.5, 1e4])("window of mean %d holds all mass and the mean", (mean) => {
    const { first, probabilities } = poissonWindow(mean);
    const total = probabilities.reduce((sum, p) => sum + p, 0);
    const first1 = probabilities.reduce((sum, p, i) => sum + p * (first + i), 0);
    expect(total).toBeCloseTo(1, 12);
    expect(first1 / mean).toBeCloseTo(1, 11);
    expect(probabilities[0]).toBeCloseTo(poissonMass(first, mean), 15);
  });

  test("cdf and tail are complements, each accurate on its side", () => {
    expect(poissonCdf(2, 3)).toBeCloseTo(Math.exp(-3) * (1 + 3 + 4.5), 15);
    expect(poissonTail(50, 3) / poissonMass(51, 3)).toBeCloseTo(1.0612, 3);
    expect(poissonCdf(-1, 3)).toBe(0);
    expect(poissonTail(-1, 3)).toBe(1);
  });
});
