import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absorptionLaw } from "../../src/numerics/absorption.ts";
import { convolve, powerOfTwo } from "../../src/numerics/fft.ts";
import { geometricSeries } from "../../src/numerics/power-series.ts";
import { gaussLegendre, integrate } from "../../src/numerics/quadrature.ts";
import { RunningProduct } from "../../src/numerics/running-product.ts";
import { walkMaximum } from "../../src/numerics/random-walk.ts";
import { findRoot, firstAtLeast } from "../../src/numerics/roots.ts";
import { integrateBirthDeath } from "../../src/numerics/sdirk.ts";

describe("roots", () => {
  test("Brent finds roots to the last digits, also of functions that jump", () => {
    expect(findRoot((x) => x ** 3 - 2, 0, 5)).toBeCloseTo(2 ** (1 / 3), 14);
    expect(findRoot((x) => Math.cos(x) - x, 0, 5)).toBeCloseTo(0.7390851332151607, 14);
    expect(findRoot((x) => (x < 1 / 3 ? -1 : 1), 0, 5)).toBeCloseTo(1 / 3, 12);
    expect(() => findRoot((x) => x + 1, 0, 1)).toThrow("no change of sign");
  });

  test("firstAtLeast returns the place of a jump", () => {
    const step = (x: number): number => (x >= 0.7 ? 1 : 0);
    expect(firstAtLeast(step, 0.5, 0, 1)).toBeCloseTo(0.7, 12);
    expect(step(firstAtLeast(step, 0.5, 0, 1))).toBe(1);
    expect(firstAtLeast(step, 0, 0, 1)).toBe(0);
  });
});

describe("series and sums", () => {
  test("convolution equals the plain sum", () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const got = convolve(a, b);
        expect(got.length).toBe(a.length + b.length - 1);
        got.forEach((value, n) => {
          let sum = 0;
          for (let i = 0; i <= n; i++) sum += (a[i] ?? 0) * (b[n - i] ?? 0);
          expect(value).toBeCloseTo(sum, 12);
        });
      }),
      { seed: 3, numRuns: 50 },
    );
    expect(powerOfTwo(1000)).toBe(1024);
  });

  test("1/(1 − W(z)/2): the recursion and the transform give the same coefficients", () => {
    const w = Float64Array.from({ length: 3000 }, (_, j) => 0.01 * 0.99 ** j);
    const long = geometricSeries(w, 0.5, 0.5);
    const short = geometricSeries(w.slice(0, 1000), 0.5, 0.5);
    short.forEach((value, j) => {
      expect(long[j]).toBeCloseTo(value, 11);
    });
    // Geometric sums of geometric masses are geometric: ratio 0.99 + 0.01·0.5/(1 − 0.5·0.01) per step.
    const ratio = 0.99 / (1 - 0.005);
    expect(long[900]! / long[899]!).toBeCloseTo(ratio, 6);
  });

  test("forward substitution by transforms equals the plain sum, scaled on the way", () => {
    const count = 1500;
    const w = Float64Array.from({ length: count }, (_, j) => Math.sin(j) * 0.995 ** j);
    const product = new RunningProduct(w, count);
    const plain = new Float64Array(count);
    for (let j = 0; j < count; j++) {
      let sum = 0;
      for (let i = 0; i < j; i++) sum += plain[i]! * w[j - i]!;
      expect(product.next()).toBeCloseTo(sum, 11);
      plain[j] = 0.1 * sum + Math.cos(j);
      product.push(plain[j]!);
      if (j !== 700) continue;
      product.scale(0.5);
      for (let i = 0; i <= j; i++) plain[i] = plain[i]! / 2;
    }
  });

  test("Gauss rules and their running integrals", () => {
    expect(integrate(Math.exp, [0, 1, 3], 8)).toBeCloseTo(Math.exp(3) - 1, 11);
    const { nodes, cumulative } = gaussLegendre(8);
    nodes.forEach((x, i) => {
      let sum = 0;
      for (let j = 0; j < 8; j++) sum += cumulative[8 * i + j]! * Math.cos(nodes[j]!);
      expect(sum).toBeCloseTo(Math.sin(x) + Math.sin(1), 7);
    });
  });
});

describe("chains in time", () => {
  test("the largest partial sum of steps ±1 is geometric", () => {
    // Up with probability 0.3, down with 0.7: P(M ≥ k) = (3/7)^k.
    const law = walkMaximum({ masses: Float64Array.of(0.7, 0, 0.3), down: 1 });
    let tail = 1;
    for (let k = 0; k < 30; k++) {
      expect(law[k]! / (tail * (4 / 7))).toBeCloseTo(1, 9);
      tail *= 3 / 7;
    }
    expect(() => walkMaximum({ masses: Float64Array.of(0.5, 0, 0.5), down: 1 })).toThrow("drift");
  });

  test("absorption after two phases is hypoexponential", () => {
    // Rates 1 and 3: P(T > t) = (3e^{−t} − e^{−3t})/2.
    const { tail, quantile } = absorptionLaw(Float64Array.of(1, 0), 3, (from, to) => {
      to[0] = from[0]! * (2 / 3);
      to[1] = from[0]! / 3;
    });
    for (const t of [0.1, 1, 10]) expect(tail(t)).toBeCloseTo((3 * Math.exp(-t) - Math.exp(-3 * t)) / 2, 13);
    expect(tail(quantile(0.95))).toBeCloseTo(0.05, 11);
    expect(absorptionLaw(Float64Array.of(0.4), 1, (_, to) => to.fill(0)).quantile(0.5)).toBe(0);
  });

  test("birth–death integration: two states relax exponentially", () => {
    // Up 2, down 3: P(1) = 0.4(1 − e^{−5t}).
    const { p } = integrateBirthDeath(Float64Array.of(1, 0), 0, 0.7, () => 2, Float64Array.of(0, 3), 1e-10, 0.01);
    expect(p[1]).toBeCloseTo(0.4 * (1 - Math.exp(-3.5)), 8);
    expect(p[0]! + p[1]!).toBeCloseTo(1, 13);
  });
});
