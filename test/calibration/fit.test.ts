import { describe, expect, test } from "vitest";
import { effectiveWeights, fit, type FitParameter } from "../../src/calibration/fit.ts";
import { medianAbsolute, symmetricInverse } from "../../src/calibration/linear-algebra.ts";

/** Deterministic standard normals (Box–Muller over a linear congruential stream). */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Roofline with two unknowns: t = t0 + bytes / (bandwidth · efficiency). */
const bytes = Array.from({ length: 200 }, (_, i) => 10 ** (3 + i / 40));
const time = (launch: number, efficiency: number, size: number): number => launch + size / (2e12 * efficiency);
const predictTime = (logs: ArrayLike<number>): Float64Array =>
  Float64Array.from(bytes, (size) => Math.log(time(Math.exp(logs[0] as number), Math.exp(logs[1] as number), size)));
const loose: FitParameter[] = [
  { name: "launch", prior: Math.log(5e-6), sd: 1 },
  { name: "efficiency", prior: Math.log(0.6), sd: 0.5, bounds: [Math.log(0.2), 0] },
];

describe("fit", () => {
  test("recovers known constants from noisy data, with standard errors that cover them", () => {
    let covered = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const normal = normals(seed);
      const observed = bytes.map((size) => Math.log(time(2.4e-6, 0.85, size)) + 0.05 * normal());
      const result = fit({ parameters: loose, predict: predictTime, observed, degreesOfFreedom: Infinity });
      expect(result.converged).toBe(true);
      expect(Math.abs((result.logs[0] as number) - Math.log(2.4e-6))).toBeLessThan(0.04);
      expect(Math.abs((result.logs[1] as number) - Math.log(0.85))).toBeLessThan(0.04);
      expect(result.residualSd).toBeGreaterThan(0.035);
      expect(result.residualSd).toBeLessThan(0.065);
      if (Math.abs((result.logs[0] as number) - Math.log(2.4e-6)) < 1.645 * (result.parameters[0]?.sd as number)) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(14);
    expect(covered).toBeLessThanOrEqual(20);
  });

  test("a tenth of wild points moves a robust fit little and a plain one much", () => {
    const normal = normals(7);
    const observed = bytes.map((size, i) => Math.log(time(2.4e-6, 0.85, size)) + 0.02 * normal() + (i % 10 === 3 ? 1.5 : 0));
    const robust = fit({ parameters: loose, predict: predictTime, observed });
    const plain = fit({ parameters: loose, predict: predictTime, observed, degreesOfFreedom: Infinity });
    const error = (logs: Float64Array): number => Math.abs((logs[0] as number) - Math.log(2.4e-6));
    expect(error(robust.logs)).toBeLessThan(0.03);
    expect(error(plain.logs)).toBeGreaterThan(3 * error(robust.logs));
    expect(robust.robustWeights[3]).toBeLessThan(0.1);
  });

  test("is the conjugate posterior where the model is linear", () => {
    // One parameter, model constant: posterior mean = (n·ȳ/σ² + prior/sd²)/(n/σ² + 1/sd²), sd = (n/σ² + 1/sd²)^−½.
    const observed = Array.from({ length: 9 }, () => 1);
    const result = fit({
      parameters: [{ name: "a", prior: 0, sd: 0.1 }], predict: (logs) => observed.map(() => logs[0] as number), observed,
      degreesOfFreedom: Infinity, noiseFloor: 0.6, rounds: 30,
    });
    const sigma = result.residualSd;
    const precision = 9 / sigma ** 2 + 1 / 0.1 ** 2;
    expect(result.logs[0]).toBeCloseTo(9 / sigma ** 2 / precision, 4);
    expect(result.parameters[0]?.sd).toBeCloseTo(precision ** -0.5, 6);
  });

  test("says which parameters sit at their prior and which at a limit", () => {
    const observed = bytes.map((size) => Math.log(time(2.4e-6, 1.3, size)));
    const result = fit({
      parameters: [...loose, { name: "unused", prior: -1, sd: 0.3 }], predict: predictTime, observed,
    });
    expect(result.parameters.map(({ identified }) => identified)).toEqual([true, true, false]);
    expect(result.parameters.map(({ atBound }) => atBound)).toEqual([false, true, false]);
    expect(result.parameters[2]).toMatchObject({ log: -1, observations: 0 });
    expect(result.parameters[2]?.sd).toBeCloseTo(0.3, 6);
  });

  test("pools: a family with three points moves part of the way, an absent one is the parent", () => {
    // Families A (60 points, log 1) and B (3 points, log 0): global ± 1, offsets ± 0.3.
    const family = [...Array.from({ length: 60 }, () => 1), ...Array.from({ length: 3 }, () => 2)];
    const normal = normals(3);
    const observed = family.map((f) => (f === 1 ? 1 : 0) + 0.5 * normal());
    const result = fit({
      parameters: [
        { name: "x", prior: 0, sd: 1 }, { name: "x@A", prior: 0, sd: 0.3 }, { name: "x@B", prior: 0, sd: 0.3 }, { name: "x@C", prior: 0, sd: 0.3 },
      ],
      predict: (logs) => family.map((f) => (logs[0] as number) + (logs[f] as number)), observed,
    });
    const [global, a, b, c] = result.logs as unknown as [number, number, number, number];
    expect(global + a).toBeCloseTo(1, 0);
    expect(global + b).toBeLessThan(global + c - 0.05);
    expect(global + b).toBeGreaterThan(0);
    expect(c).toBeCloseTo(0, 6);
  });

  test("weights: a sweep of a thousand counts as its cap, so a prior keeps its say", () => {
    const groups = [...Array.from({ length: 1000 }, () => "sweep"), "other"];
    const weights = effectiveWeights(groups, 20);
    expect(weights[0]).toBeCloseTo(0.02, 12);
    expect(weights[1000]).toBe(1);
    const observed = groups.map(() => 0.5);
    const parameters = [{ name: "a", prior: 0, sd: 0.1 }];
    const predict = (logs: Float64Array): number[] => groups.map(() => logs[0] as number);
    const heavy = fit({ parameters, predict, observed, noiseFloor: 0.3 });
    const light = fit({ parameters, predict, observed, weights, noiseFloor: 0.3 });
    expect(heavy.logs[0]).toBeGreaterThan(0.48);
    expect(light.logs[0]).toBeLessThan(0.4);
  });

  test("refuses what cannot be fitted", () => {
    const base = { parameters: loose, predict: predictTime, observed: bytes.map(() => 0) };
    expect(() => fit({ ...base, observed: bytes.map(() => NaN) })).toThrow(/observed\[0\]/);
    expect(() => fit({ ...base, observed: [] })).toThrow(/at least one/);
    expect(() => fit({ ...base, weights: [1] })).toThrow(/200 entries/);
    expect(() => fit({ ...base, predict: () => bytes.map(() => NaN) })).toThrow(/predict/);
    expect(() => fit({ ...base, predict: () => [1] })).toThrow(/must be 200/);
    expect(() => fit({ ...base, parameters: [{ name: "a", prior: 0, sd: 0 }] })).toThrow(/sd/);
  });
});

describe("linear algebra", () => {
  test("the inverse of a symmetric matrix times the matrix is the identity", () => {
    const matrix = [[4, 1, 0.5], [1, 3, -0.2], [0.5, -0.2, 2]];
    const inverse = symmetricInverse(matrix);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let sum = 0;
        for (let k = 0; k < 3; k++) sum += (matrix[i]?.[k] as number) * (inverse[k]?.[j] as number);
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });

  test("weighted median of absolute values", () => {
    expect(medianAbsolute([-3, 1, 2])).toBe(2);
    expect(medianAbsolute([-3, 1, 2], [10, 1, 1])).toBe(3);
    expect(medianAbsolute([])).toBe(0);
  });
});
