import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attentionPrefillSeconds, prefillRoofs } from "../../src/roofline/attention-prefill.ts";
import type { Machine } from "../../src/roofline/machine.ts";
import { parallelUnits } from "../../src/roofline/parallel-units.ts";
import { faster, gpus, machine } from "./machines.ts";

const shapes = fc.record({
  id: fc.constantFrom(...gpus), batch: fc.integer({ min: 1, max: 64 }), queries: fc.integer({ min: 1, max: 8192 }), before: fc.integer({ min: 0, max: 8192 }),
  kvHeads: fc.constantFrom(1, 2, 8), group: fc.constantFrom<number>(1, 4, 8), headDim: fc.constantFrom(64, 80, 128, 192, 256), kvBytes: fc.constantFrom(1, 2),
  span: fc.constantFrom(Infinity, 1024, 128), resident: fc.constantFrom(0, 1),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;
const seconds = (m: Machine, s: Shape, causal = true): number =>
  attentionPrefillSeconds(m, s.batch, s.queries, s.queries + s.before, s.kvHeads * s.group, s.kvHeads, s.headDim, s.headDim, causal, s.span, s.kvBytes, 1, s.resident);

describe("prefill attention", () => {
  it("computes half the square where it is causal, and all of it where it is not", () => {
    const ideal = machine("h100-sxm5-80", "ideal");
    attentionPrefillSeconds(ideal, 1, 4096, 4096, 32, 32, 128, 128, true, Infinity, 2, 0, 0);
    const causal = prefillRoofs.flops;
    attentionPrefillSeconds(ideal, 1, 4096, 4096, 32, 32, 128, 128, false, Infinity, 2, 0, 0);
    expect(prefillRoofs.flops).toBe(4 * 32 * 128 * 4096 * 4096);
    expect(causal / prefillRoofs.flops).toBeCloseTo(4097 / 8192, 12);
  });

  it("under ideal is the larger of FLOPs over peak and bytes over bandwidth", () => {
    fc.assert(fc.property(shapes, (s) => {
      const m = machine(s.id, "ideal");
      const t = seconds(m, s);
      const peak = m.peakFlopsPerSecond[s.kvBytes === 1 && m.peakFlopsPerSecond.fp8 > m.peakFlopsPerSecond.bf16 ? "fp8" : "bf16"];
      expect(t).toBeCloseTo(Math.max(prefillRoofs.flops / peak, prefillRoofs.bytes / m.memoryBytesPerSecond), 15);
    }), { seed: 1, numRuns: 300 });
  });

  it("is never faster than the datasheet allows", () => {
    fc.assert(fc.property(shapes, fc.constantFrom("vllm", "tensorrt-llm", "an unknown engine"), (s, engine) => {
      expect(seconds(machine(s.id, engine), s)).toBeGreaterThanOrEqual(seconds(machine(s.id, "ideal"), s));
    }), { seed: 1, numRuns: 500 });
  });

  it("is no slower on a device with more FLOP/s or more bandwidth", () => {
    fc.assert(fc.property(shapes, fc.constantFrom("peak" as const, "memory" as const), fc.double({ min: 1, max: 1.5, noNaN: true }), (s, part, factor) => {
      const m = machine(s.id);
      expect(seconds(faster(m, part, factor), s)).toBeLessThanOrEqual(seconds(m, s) * (1 + 1e-12));
    }), { seed: 1, numRuns: 500 });
  });

  it("takes longer for more queries, more context, more heads, and less within a window", () => {
    fc.assert(fc.property(shapes, (s) => {
      const m = machine(s.id);
      const t = seconds(m, s);
      expect(seconds(m, { ...s, queries: s.queries + 256 })).toBeGreaterThan(t);
      expect(seconds(m, { ...s, before: s.before + 256 })).toBeGreaterThanOrEqual(t);
      expect(seconds(m, { ...s, group: 2 * s.group })).toBeGreaterThan(t);
      expect(seconds(m, { ...s, span: 64 })).toBeLessThanOrEqual(t * (1 + 1e-12));
    }), { seed: 1, numRuns: 300 });
  });

  it("computes what an enumeration of causal tiles computes", () => {
    const m = machine("h100-sxm5-80", "vllm", {}, { attentionTileSeconds: 0, attentionTailFraction: 0, softmaxFlopsPerScore: 0, attentionSerialShare: 1 });
    const tile = m.constants.attentionTileTokens;
    const queries = Math.round(4 * tile);
    for (const before of [0, 1000, 5000]) {
      let scores = 0;
      for (let first = 0; first < queries; first += tile) scores += tile * (before + first + tile);
      attentionPrefillSeconds(m, 3, queries, before + queries, 8, 8, 128, 128, true, Infinity, 2, 0, 0);
      const peak = m.peakFlopsPerSecond.bf16 * m.constants.attentionMatrixFraction;
      expect(prefillRoofs.compute / ((3 * 8 * scores * 4 * 128) / peak)).toBeCloseTo(1, 2);
    }
  });

  it("uses at most the units that there are, however large or small they are", () => {
    expect(parallelUnits(machine("h100-sxm5-80"))).toBe(132);
    expect(parallelUnits(machine("mi300x"))).toBe(304);
    // A TensorCore of 197 TFLOP/s works on several tiles at once; cores of a wafer share one.
    expect(parallelUnits(machine("tpu-v5e"))).toBeGreaterThan(4);
    expect(parallelUnits(machine("wse3"))).toBeLessThan(900_000);
  });

  it("stays far above a matrix product that waits for its softmax, and below three quarters of the peak, over long prompts", () => {
    const rate = (id: string): number => {
      const t = attentionPrefillSeconds(machine(id), 1, 16384, 16384, 16, 16, 128, 128, true, Infinity, 2, 0, 0);
      return prefillRoofs.flops / t / 1e12;
    };
    expect(rate("a100-sxm-80")).toBeGreaterThan(0.4 * 312);
    expect(rate("a100-sxm-80")).toBeLessThan(0.75 * 312);
    expect(rate("h100-sxm5-80")).toBeGreaterThan(0.45 * 989);
    expect(rate("h100-sxm5-80")).toBeLessThan(0.75 * 989);
  });
});
