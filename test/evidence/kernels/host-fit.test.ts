import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandwidthAt } from "../../../src/evidence/kernels/host/bandwidth-curve.ts";
import { calibrationCases, mixedCases, referenceCases, streamCase, streamElements } from "../../../src/evidence/kernels/host/calibration-cases.ts";
import { heldBackBlocks } from "../../../src/evidence/kernels/host/held-back-blocks.ts";
import { heldBackKernels } from "../../../src/evidence/kernels/host/held-back-cases.ts";
import { traceOf } from "../../../src/evidence/kernels/host/kernel-case.ts";
import { nonNegativeFit } from "../../../src/evidence/kernels/host/non-negative-fit.ts";
import { fitCosts, predictTrace } from "../../../src/evidence/kernels/host/operation-costs.ts";
import type { OperationCosts } from "../../../src/evidence/kernels/host/operation-costs.ts";
import { featuresOf } from "../../../src/evidence/kernels/host/operation-features.ts";
import type { OpRecord } from "../../../src/evidence/kernels/trace/op-record.ts";
import { madeUpCosts } from "./made-up-machine.ts";

describe("non-negative fit", () => {
  it("finds the coefficients that made the data, and 0 where the best would be negative", () => {
    fc.assert(fc.property(
      fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 }), { minLength: 8, maxLength: 12 }),
      (truth, drawn) => {
        const rows = [[1, 0, 0], [0, 1, 0], [0, 0, 1], ...drawn]; // never singular
        const right = rows.map((row) => row.reduce((sum, value, at) => sum + value * (truth[at] ?? 0), 0));
        nonNegativeFit(rows, right).forEach((value, at) => expect(value).toBeCloseTo(truth[at] ?? NaN, 6));
      }), { seed: 1, numRuns: 100 });
    // y = 1 − x at x = 0, 1, 2: the unconstrained slope is −1; with slope 0 the best constant is the mean.
    const fitted = nonNegativeFit([[1, 0], [1, 1], [1, 2]], [1, 0.5, 0]);
    expect(fitted[0]).toBeCloseTo(0.5, 12);
    expect(fitted[1]).toBe(0);
  });

  it("is never worse than any point of a grid", () => {
    fc.assert(fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: -2, max: 4, noNaN: true })), { minLength: 3, maxLength: 6 }),
      (points) => {
        const error = (x: readonly number[]): number => points.reduce((sum, [a, b, y]) => sum + (a * (x[0] ?? 0) + b * (x[1] ?? 0) - y) ** 2, 0);
        const best = error(nonNegativeFit(points.map(([a, b]) => [a, b]), points.map(([, , y]) => y)));
        for (let i = 0; i <= 8; i++) for (let j = 0; j <= 8; j++) expect(best).toBeLessThanOrEqual(error([i / 4, j / 4]) + 1e-6);
      }), { seed: 1, numRuns: 60 });
  });
});

describe("bandwidth curve", () => {
  const curve = [{ workingSetBytes: 1e5, bytesPerSecond: 1e11 }, { workingSetBytes: 1e7, bytesPerSecond: 1e9 }];

  it("passes its points, is a power law between them and flat outside", () => {
    expect(bandwidthAt(curve, 1e5)).toBe(1e11);
    expect(bandwidthAt(curve, 1e7)).toBeCloseTo(1e9, 0);
    expect(bandwidthAt(curve, 1e6) / 1e10).toBeCloseTo(1, 10);
    expect(bandwidthAt(curve, 1)).toBe(1e11);
    expect(bandwidthAt(curve, 1e12)).toBe(1e9);
  });
});

const truth = madeUpCosts;

const observe = (cases: ReturnType<typeof calibrationCases>, costs: OperationCosts) =>
  cases.map((item) => ({ records: traceOf(item), seconds: predictTrace(costs, traceOf(item)) }));
const alone: OperationCosts = { ...truth, amongOthers: { slowdown: 0, classes: 22 } };

describe("fitting a machine", () => {
  // Operations alone are observed without the slowdown, lists of many with it.
  const fitted = fitCosts(observe(calibrationCases(), alone), observe(mixedCases(), truth), truth.bandwidth);

  it("finds the row tile and the slowdown among others", () => {
    expect(fitted.rowTile).toBe(4);
    expect(fitted.amongOthers.classes).toBe(22);
    expect(fitted.amongOthers.slowdown).toBeCloseTo(0.25, 2);
  });

  it("measures every class that a kernel or block needs", () => {
    const needed = new Set([...heldBackKernels(), ...heldBackBlocks()].flatMap((item) => traceOf(item).map((record) => featuresOf(record, 4).costClass)));
    expect([...needed].filter((costClass) => !(costClass in fitted.classes))).toEqual([]);
    expect(needed.size).toBeGreaterThan(15);
  });

  it("predicts kernels and blocks that it never saw as the machine would run them", () => {
    for (const item of [...heldBackKernels(), ...heldBackBlocks()]) {
      const records = traceOf(item);
      const ratio = predictTrace(fitted, records) / predictTrace(truth, records);
      expect(ratio, item.name).toBeCloseTo(1, 3);
    }
  });

  it("keeps calibration and held-back sizes apart", () => {
    const key = (record: OpRecord): string => JSON.stringify([record.op, record.inputs, record.output, record.axis, record.permutation]);
    const seen = new Set([...calibrationCases(), ...streamElements.map(streamCase)].map((item) => traceOf(item).map(key).join("|")));
    const held = [...heldBackKernels(), ...heldBackBlocks()];
    expect(held.filter((item) => seen.has(traceOf(item).map(key).join("|"))).map(({ name }) => name)).toEqual([]);
    const mixed = new Set(mixedCases().map((item) => traceOf(item).map(key).join("|")));
    expect(held.some((item) => mixed.has(traceOf(item).map(key).join("|")))).toBe(false);
    expect(heldBackKernels().length).toBeGreaterThanOrEqual(60);
    expect(heldBackBlocks().length).toBeGreaterThanOrEqual(12);
    expect(new Set(held.map(({ name }) => name)).size).toBe(held.length);
    expect(referenceCases().length).toBeGreaterThanOrEqual(10);
  });
});

describe("features", () => {
  const record = (op: OpRecord["op"], inputs: number[][], output: number[], more: Partial<OpRecord> = {}): OpRecord =>
    ({ op, inputs, output, fresh: inputs.map(() => true), inner: 0, transposeB: false, permutation: [], axis: 0, ...more });

  it("rows of a product go in whole tiles, and a single row is a class of work of its own", () => {
    const product = (rows: number) => featuresOf(record("matMul", [[rows, 10], [10, 20]], [rows, 20], { inner: 10 }), 4);
    expect([1, 2, 4, 5, 8].map((rows) => product(rows).tiledMultiplyAdds / 200)).toEqual([0, 4, 4, 8, 8]);
    expect([1, 2].map((rows) => product(rows).vectorMultiplyAdds)).toEqual([200, 0]);
    expect(product(9).restreamedBytes).toBe(3 * 4 * 200);
  });

  it("a slice of one piece is one run, a slice of columns one for each row", () => {
    expect(featuresOf(record("slice", [[8, 16, 4]], [3, 16, 4]), 4).runs).toBe(1);
    expect(featuresOf(record("slice", [[1, 16, 4]], [1, 5, 4]), 4).runs).toBe(1);
    expect(featuresOf(record("slice", [[8, 16, 4]], [8, 16, 2]), 4).runs).toBe(128);
    expect(featuresOf(record("slice", [[8, 16, 4]], [8, 5, 4]), 4).runs).toBe(40);
  });

  it("counts bytes of what the trace made apart from those of weights", () => {
    const features = featuresOf(record("matMul", [[2, 3], [3, 5]], [2, 5], { inner: 3, fresh: [true, false] }), 4);
    expect(features.freshBytes).toBe(4 * (6 + 10));
    expect(features.persistentBytes).toBe(4 * 15);
    expect(features.packedElements).toBe(0);
    expect(featuresOf(record("matMul", [[2, 3], [3, 5]], [2, 5], { inner: 3 }), 4).packedElements).toBe(15);
  });
});
