import { describe, expect, test } from "vitest";
import { fit } from "../../src/calibration/fit.ts";
import { pooledParameters } from "../../src/calibration/pooled.ts";
import { constantsFor, constantValue, type ConstantKey } from "../../src/constants/lookup.ts";

const ampere: ConstantKey = { family: "nvidia-ampere", engine: "pytorch", generation: "2025" };
const hopper: ConstantKey = { family: "nvidia-hopper", engine: "vllm", generation: "2025" };
const ada: ConstantKey = { family: "nvidia-ada", engine: "vllm", generation: "2025" };

describe("pooled parameters", () => {
  test("one unknown for each place at which a constant may differ in the data", () => {
    const { parameters } = pooledParameters(["gemmMemoryEfficiency", "gemmOperandFeedRows", "gemmCallSeconds"], [ampere, hopper]);
    expect(parameters.map(({ name }) => name)).toEqual([
      "gemmMemoryEfficiency", "gemmMemoryEfficiency@nvidia-ampere", "gemmMemoryEfficiency@nvidia-hopper", "gemmOperandFeedRows",
      // An engine that only one family has cannot be told from the family.
      "gemmCallSeconds", "gemmCallSeconds@nvidia-ampere", "gemmCallSeconds@nvidia-hopper",
    ]);
    expect(parameters.every(({ prior, sd }) => prior === 0 && sd > 0)).toBe(true);
  });

  test("no offsets are the priors; others keep their base", () => {
    const base = { gemmFillSeconds: { "": { logOffset: 0.5, logSd: 0.1, observations: 3 } } };
    const pooled = pooledParameters(["gemmMemoryEfficiency"], [ampere, hopper], base);
    const zero = constantsFor(ampere, pooled.at([0, 0, 0]));
    const prior = constantsFor(ampere, base);
    expect(zero).toEqual(prior);
    expect(zero.gemmFillSeconds / constantValue("gemmFillSeconds", ampere, {})).toBeCloseTo(Math.exp(0.5), 12);
  });

  test("recovers a family's constant through the registry; an absent family moves with the parent only", () => {
    const truth = { gemmFillSeconds: { "nvidia-ampere": { logOffset: 0.3, logSd: 0, observations: 0 } } };
    const keys = [...Array.from({ length: 40 }, () => ampere), ...Array.from({ length: 40 }, () => hopper)];
    const pooled = pooledParameters(["gemmFillSeconds"], [ampere, hopper]);
    const logs = (of: (key: ConstantKey) => number): Float64Array => Float64Array.from(keys, (key) => Math.log(of(key)));
    const result = fit({
      parameters: pooled.parameters, observed: logs((key) => constantValue("gemmFillSeconds", key, truth)),
      predict: (x) => { const fitted = pooled.at(x); return logs((key) => constantValue("gemmFillSeconds", key, fitted)); },
    });
    const fitted = pooled.fitted(result);
    expect(Math.log(constantValue("gemmFillSeconds", ampere, fitted) / constantValue("gemmFillSeconds", ampere, truth))).toBeCloseTo(0, 2);
    expect(Math.log(constantValue("gemmFillSeconds", hopper, fitted) / constantValue("gemmFillSeconds", hopper, truth))).toBeCloseTo(0, 2);
    const moved = Math.log(constantValue("gemmFillSeconds", ada, fitted) / constantValue("gemmFillSeconds", ada, {}));
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(0.3);
    expect(fitted.gemmFillSeconds?.["nvidia-ampere"]?.observations).toBe(40);
  });
});
