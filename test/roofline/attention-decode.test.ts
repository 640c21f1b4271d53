import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attentionDecodeSeconds, decodeCallSeconds, decodeRoofs } from "../../src/roofline/attention-decode.ts";
import type { Machine } from "../../src/roofline/machine.ts";
import { mlaDecodeSeconds, mlaPrefillSeconds } from "../../src/roofline/mla.ts";
import { attentionPrefillSeconds } from "../../src/roofline/attention-prefill.ts";
import { faster, gpus, machine } from "./machines.ts";

const shapes = fc.record({
  id: fc.constantFrom(...gpus), batch: fc.integer({ min: 1, max: 512 }), context: fc.integer({ min: 1, max: 65536 }), kvHeads: fc.constantFrom<number>(1, 2, 8, 32),
  group: fc.constantFrom<number>(1, 4, 8, 16, 64), headDim: fc.constantFrom(64, 128, 192, 256), kvBytes: fc.constantFrom(1, 2), resident: fc.constantFrom(0, 1),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;
const decode = (m: Machine, s: Shape, span = Infinity): number =>
  attentionDecodeSeconds(m, s.batch, s.context, s.kvHeads * s.group, s.kvHeads, s.headDim, s.headDim, span, s.kvBytes, s.resident);
const latent = (m: Machine, s: Shape): number => mlaDecodeSeconds(m, s.batch, s.context, s.kvHeads * s.group, 512, 64, Infinity, s.kvBytes, s.resident);
const engines = fc.constantFrom("vllm", "tensorrt-llm", "an unknown engine");

for (const [name, seconds] of [["decode attention", decode], ["latent decode attention", latent]] as const) {
  describe(name, () => {
    it("is never faster than the datasheet allows", () => {
      fc.assert(fc.property(shapes, engines, (s, engine) => {
        expect(seconds(machine(s.id, engine), s)).toBeGreaterThanOrEqual(seconds(machine(s.id, "ideal"), s));
      }), { seed: 1, numRuns: 500 });
    });

    it("is no slower on a device with more FLOP/s or more bandwidth", () => {
      fc.assert(fc.property(shapes, engines, fc.constantFrom("peak" as const, "memory" as const), fc.double({ min: 1, max: 1.5, noNaN: true }), (s, engine, part, factor) => {
        const m = machine(s.id, engine);
        expect(seconds(faster(m, part, factor), s)).toBeLessThanOrEqual(seconds(m, s) * (1 + 1e-12));
      }), { seed: 1, numRuns: 500 });
    });

    it("takes longer for more context, and no less for twice the requests", () => {
      fc.assert(fc.property(shapes, engines, (s, engine) => {
        const m = machine(s.id, engine);
        const t = seconds(m, s);
        expect(seconds(m, { ...s, context: s.context + 1000 })).toBeGreaterThan(t);
        // Filling the device with requests saves the merging of split contexts at most.
        expect(seconds(m, { ...s, batch: 2 * s.batch })).toBeGreaterThanOrEqual(t - m.constants.decodeReductionSeconds);
      }), { seed: 1, numRuns: 300 });
    });

    it("reaches most of the bandwidth over a long cache of many requests", () => {
      for (const id of gpus) {
        const s: Shape = { id, batch: 256, context: 32768, kvHeads: 2, group: 4, headDim: 128, kvBytes: 2, resident: 0 };
        const m = machine(id);
        const t = decode(m, s);
        expect(decodeRoofs.bytes / t / m.memoryBytesPerSecond).toBeGreaterThan(0.7);
        expect(decodeRoofs.bytes / t / m.memoryBytesPerSecond).toBeLessThan(1);
      }
    });
  });
}

describe("decode attention", () => {
  it("is slower cold than from the last-level cache", () => {
    const shape: Shape = { id: "h100-sxm5-80", batch: 16, context: 4096, kvHeads: 1, group: 8, headDim: 128, kvBytes: 2, resident: 0 };
    const m = machine("h100-sxm5-80");
    expect(decode(m, { ...shape, resident: 1 })).toBeLessThan(decode(m, shape));
    // A set of several caches' size is not found there.
    const large = { ...shape, batch: 512 };
    expect(decode(m, { ...large, resident: 1 })).toBe(decode(m, large));
  });

  it("reads a window, not the context", () => {
    const shape: Shape = { id: "h100-sxm5-80", batch: 64, context: 65536, kvHeads: 8, group: 4, headDim: 128, kvBytes: 2, resident: 0 };
    const m = machine("h100-sxm5-80");
    expect(decode(m, shape, 4096)).toBeCloseTo(decode(m, { ...shape, context: 4096 }), 15);
  });

  it("counts each KV head once in a grouped kernel: an eighth of the bytes with eight query heads a KV head", () => {
    const ideal = machine("h100-sxm5-80", "ideal");
    const shape: Shape = { id: "h100-sxm5-80", batch: 64, context: 8192, kvHeads: 32, group: 1, headDim: 128, kvBytes: 2, resident: 0 };
    decode(ideal, shape);
    const { bytes, flops } = decodeRoofs;
    decode(ideal, { ...shape, kvHeads: 4, group: 8 });
    expect(bytes / decodeRoofs.bytes).toBeCloseTo(8, 1);
    expect(decodeRoofs.flops).toBe(flops);
  });

  it("falls to the per-head kernel where the engine's grouped one ends", () => {
    // TensorRT-LLM's grouped kernels are built for up to 32 query heads a KV head; beyond, each head reads the cache by itself.
    const m = machine("h100-sxm5-80", "tensorrt-llm");
    const at = (heads: number): number => attentionDecodeSeconds(m, 8, 8192, heads, 1, 256, 256, Infinity, 2, 1) + decodeCallSeconds(m, heads, 1, 2);
    expect(at(64) / at(32)).toBeGreaterThan(5);
    const other = machine("h100-sxm5-80", "vllm");
    const grouped = (heads: number): number => attentionDecodeSeconds(other, 8, 8192, heads, 1, 256, 256, Infinity, 2, 1);
    expect(grouped(64) / grouped(32)).toBeLessThan(3);
  });
});

describe("latent attention", () => {
  it("reads one latent head whatever the heads, and expands it to full keys in prefill", () => {
    const ideal = machine("h100-sxm5-80", "ideal");
    mlaDecodeSeconds(ideal, 1, 4096, 128, 512, 64, Infinity, 2, 0);
    const cache = 4096 * 576 * 2;
    expect(decodeRoofs.bytes).toBe(cache + 128 * (2 * 512 + 64) * 2);
    expect(decodeRoofs.flops).toBe(2 * 128 * 4096 * (576 + 512));
    expect(mlaPrefillSeconds(ideal, 1, 4096, 4096, 16, 128, 64, 128, Infinity, 2, 1, 1))
      .toBe(attentionPrefillSeconds(ideal, 1, 4096, 4096, 16, 16, 192, 128, true, Infinity, 2, 0, 1));
  });

  it("walks one context alone where the kernel does not split: the time does not depend on the requests", () => {
    // 32,768 tokens in tiles of 64 rows, 2,176 FLOPs a row and token, at 40 % of one SM's 2.9 TFLOP/s: 3.9 ms.
    const m = machine("a100-sxm-80", "tensorrt-llm");
    const at = (batch: number): number => mlaDecodeSeconds(m, batch, 32768, 8, 512, 64, Infinity, 2, 1);
    expect(at(16) / at(1)).toBeLessThan(1.05);
    expect(at(1)).toBeGreaterThan(2e-3);
    expect(at(1)).toBeLessThan(6e-3);
    // Engines that split are an order of magnitude faster there.
    expect(at(1) / mlaDecodeSeconds(machine("a100-sxm-80", "vllm"), 1, 32768, 8, 512, 64, Infinity, 2, 1)).toBeGreaterThan(10);
  });

  it("reaches FlashMLA's published rates on Hopper", () => {
    // FlashMLA README (DeepSeek, 2025): up to 3,000 GB/s memory-bound and 660 TFLOP/s compute-bound on H800 SXM5.
    const m = machine("h800-sxm", "sglang");
    const bound = mlaDecodeSeconds(m, 256, 16384, 16, 512, 64, Infinity, 2, 0);
    expect(decodeRoofs.bytes / bound / 1e9).toBeGreaterThan(2600);
    expect(decodeRoofs.bytes / bound / 1e9).toBeLessThan(3350);
    const compute = mlaDecodeSeconds(m, 128, 65536, 128, 512, 64, Infinity, 2, 0);
    expect(decodeRoofs.flops / compute / 1e12).toBeGreaterThan(0.8 * 660);
    expect(decodeRoofs.flops / compute / 1e12).toBeLessThan(740);
  });
});
