import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QuantileSketch } from "../../src/numerics/quantile-sketch.ts";
import { createStream } from "../../src/numerics/random.ts";

const positive = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
/** inf{t : F(t) ≥ q} of a sample. */
const quantileOf = (values: readonly number[], q: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(q * values.length * (1 - 1e-14)) - 1)]!;

describe("QuantileSketch", () => {
  it("stays inside its stated error for any sample", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(positive, fc.constant(0)), { minLength: 1, maxLength: 200 }), fc.integer({ min: 2, max: 10 }), (values, subBits) => {
        const sketch = new QuantileSketch(subBits);
        for (const value of values) sketch.addAll(Float64Array.of(value), 1);
        expect(sketch.count).toBe(values.length);
        for (const q of [0.001, 0.1, 0.5, 0.9, 0.99, 1]) {
          const exact = quantileOf(values, q);
          expect(Math.abs(sketch.quantile(q) - exact)).toBeLessThanOrEqual(sketch.relativeError * exact);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("returns atoms exactly, the one at zero too", () => {
    const sketch = new QuantileSketch();
    sketch.addProgression(0, 0, 1, 40);
    sketch.addProgression(0.1, 0, 1, 30);
    sketch.addProgression(Math.PI, 0, 1, 30);
    expect(sketch.quantile(0.4)).toBe(0);
    expect(sketch.quantile(0.41)).toBe(0.1);
    expect(sketch.quantile(0.7)).toBe(0.1);
    expect(sketch.quantile(0.71)).toBe(Math.PI);
  });

  it("returns an atom that stands beside a density, whatever rounding does to it", () => {
    const sketch = new QuantileSketch(4);
    const n = 10_000;
    // Half the mass at 1, half spread over 1 … 2, in a bin of 1 … 1.0625 together.
    const stream = createStream(1);
    for (let i = 0; i < n; i++) sketch.addAll(Float64Array.of(stream.uniform() < 0.5 ? 1 + 1e-13 * (i % 7) : 1 + stream.uniform()), 1);
    for (const q of [0.1, 0.4, 0.48]) expect(sketch.quantile(q)).toBeCloseTo(1, 10);
    expect(sketch.quantile(0.6)).toBeCloseTo(1.2, 1);
    const [left, right] = [new QuantileSketch(4), new QuantileSketch(4)];
    for (let i = 0; i < 100; i++) {
      left.addAll(Float64Array.of(3), 1);
      right.addAll(Float64Array.of(i % 4 === 0 ? 3.1 : 3), 1);
    }
    left.merge(right);
    expect(left.quantile(0.8)).toBe(3);
  });

  it("is far better than stated for a smooth law", () => {
    const sketch = new QuantileSketch(7);
    const n = 200_000;
    // The quantiles of the exponential law themselves, so that the sample has no error of its own.
    for (let i = 0; i < n; i++) sketch.addAll(Float64Array.of(-Math.log1p(-(i + 0.5) / n)), 1);
    for (const q of [0.05, 0.5, 0.95, 0.99]) expect(sketch.quantile(q) / -Math.log1p(-q)).toBeCloseTo(1, 4);
  });

  it("merging is adding everything to one sketch", () => {
    fc.assert(
      fc.property(fc.array(positive, { maxLength: 50 }), fc.array(positive, { maxLength: 50 }), (left, right) => {
        const [a, b, all] = [new QuantileSketch(6), new QuantileSketch(6), new QuantileSketch(6)];
        for (const value of left) a.addAll(Float64Array.of(value), 1);
        for (const value of right) b.addAll(Float64Array.of(value), 1);
        for (const value of [...left, ...right]) all.addAll(Float64Array.of(value), 1);
        a.merge(b);
        expect(a.count).toBe(all.count);
        for (const q of [0.1, 0.5, 0.9, 1]) expect(a.quantile(q)).toBe(all.quantile(q));
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(() => new QuantileSketch(6).merge(new QuantileSketch(7))).toThrow(RangeError);
  });

  it("a progression is its terms one by one", () => {
    const step = fc.oneof(fc.constant(0), fc.double({ min: -1e-3, max: 1e-3, noNaN: true }));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), step, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 5 }), (first, slope, terms, weight) => {
        const start = slope < 0 ? first + 0.4 : first;
        const [bulk, single] = [new QuantileSketch(5), new QuantileSketch(5)];
        bulk.addProgression(start, slope, terms, weight);
        for (let i = 0; i < terms; i++) single.addProgression(start + slope * i, 0, 1, weight);
        expect(bulk.count).toBe(single.count);
        for (const q of [0.01, 0.3, 0.5, 0.77, 1]) {
          const exact = single.quantile(q);
          expect(Math.abs(bulk.quantile(q) - exact)).toBeLessThanOrEqual(bulk.relativeError * exact + 1e-12);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("is 0 where there is nothing", () => {
    expect(new QuantileSketch().count).toBe(0);
    expect(new QuantileSketch().quantile(0.5)).toBe(0);
  });

  it("refuses a resolution that it cannot have", () => {
    expect(() => new QuantileSketch(0)).toThrow(RangeError);
    expect(() => new QuantileSketch(15)).toThrow(RangeError);
  });
});
