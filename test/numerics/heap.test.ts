import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyedHeap, NumberHeap } from "../../src/numerics/heap.ts";

describe("NumberHeap", () => {
  it("gives numbers back in order, whatever is pushed in between", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ noNaN: true }), { nil: null }), { maxLength: 300 }), (program) => {
        const heap = new NumberHeap();
        const model: number[] = [];
        for (const step of program) {
          if (step !== null) {
            heap.push(step);
            model.push(step);
            model.sort((a, b) => a - b);
          } else if (model.length > 0) expect(heap.pop() === model.shift()).toBe(true);
          expect(heap.size).toBe(model.length);
          expect(heap.top === (model[0] ?? Number.POSITIVE_INFINITY)).toBe(true);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("replaceTop is pop and push", () => {
    const heap = new NumberHeap();
    for (const key of [5, 3, 8, 1]) heap.push(key);
    heap.replaceTop(6);
    expect([heap.pop(), heap.pop(), heap.pop(), heap.pop()]).toEqual([3, 5, 6, 8]);
    heap.push(1);
    heap.clear();
    expect(heap.top).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("KeyedHeap", () => {
  it("orders by key, then by order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 }), (keys) => {
        const heap = new KeyedHeap();
        for (const [i, key] of keys.entries()) heap.push(key, i, i);
        const wanted = keys.map((key, i) => ({ key, i })).sort((a, b) => a.key - b.key || a.i - b.i);
        for (const { key, i } of wanted) {
          expect([heap.topKey, heap.topItem]).toEqual([key, i]);
          expect(heap.pop()).toBe(i);
        }
        expect(heap.topKey).toBe(Number.POSITIVE_INFINITY);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
