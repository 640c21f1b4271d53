import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowKernelSeconds, streamingSeconds, type ElementwiseKind } from "../../src/roofline/elementwise.ts";
import { faster, gpus, machine } from "./machines.ts";

const kinds = fc.constantFrom<ElementwiseKind>("rmsnorm", "layernorm", "softmax", "gelu", "elementwise");

describe("streaming kernels", () => {
  it("read and write each operand once under ideal", () => {
    expect(rowKernelSeconds(machine("h100-sxm5-80", "ideal"), "softmax", 4096, 4096, 2, 0)).toBeCloseTo((2 * 4096 * 4096 * 2) / 3.35e12, 12);
  });

  it("are never faster than the datasheet's bandwidth from memory, nor slower on more of it", () => {
    fc.assert(fc.property(fc.constantFrom(...gpus), kinds, fc.integer({ min: 1, max: 1 << 16 }), fc.integer({ min: 1, max: 1 << 14 }), (id, kind, rows, columns) => {
      const m = machine(id);
      const t = rowKernelSeconds(m, kind, rows, columns, 2, 0);
      expect(t).toBeGreaterThanOrEqual(rowKernelSeconds(machine(id, "ideal"), kind, rows, columns, 2, 0));
      expect(rowKernelSeconds(faster(m, "memory", 1.3), kind, rows, columns, 2, 0)).toBeLessThanOrEqual(t);
      expect(rowKernelSeconds(m, kind, rows + 1, columns, 2, 0)).toBeGreaterThan(t);
    }), { seed: 1, numRuns: 500 });
  });

  it("are bound by the vector units where these are slow", () => {
    const slow = machine("h100-sxm5-80", "vllm", { vectorFlopsPerSecond: 1e12 });
    expect(streamingSeconds(slow, 1e6, 1e6, 1e9, 0)).toBeCloseTo(1e-3, 12);
  });

  it("pass over rows again where they outgrow the units' shared memory", () => {
    const m = machine("a100-sxm-80", "pytorch");
    const perByte = (columns: number): number => rowKernelSeconds(m, "layernorm", 1 << 14, columns, 2, 0) / columns;
    expect(perByte(65536) / perByte(1024)).toBeGreaterThan(1.3);
  });
});
