import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { devices } from "../../src/hardware/lookup.ts";
import { predictKernel } from "../../src/predict/kernel.ts";
import type { Kernel } from "../../src/predict/kernel-types.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";

const kernels: readonly Kernel[] = [
  { op: "gemm", m: 100, n: 4096, k: 4096 }, { op: "grouped_gemm", tokens: 512, experts: 64, topK: 8, hidden: 4096, intermediate: 2048, ep: 8 },
  { op: "attention_prefill", batch: 2, queryTokens: 1000, contextTokens: 3000, heads: 32, kvHeads: 8, headDim: 128 },
  { op: "attention_prefill", batch: 1, queryTokens: 4096, contextTokens: 4096, heads: 16, kvHeads: 16, headDim: 80, causal: false, kvPrecision: "fp8" },
  { op: "attention_decode", batch: 33, contextTokens: 5000, heads: 64, kvHeads: 8, headDim: 128, kvPrecision: "fp8" },
  { op: "mla_prefill", batch: 1, queryTokens: 2048, contextTokens: 2048, heads: 16, latentDim: 512, ropeDim: 64 },
  { op: "mla_decode", batch: 8, contextTokens: 9000, heads: 128, latentDim: 512, ropeDim: 64 },
  { op: "allreduce", bytes: 1 << 20, devices: 8 }, { op: "allgather", bytes: 1 << 24, devices: 4 }, { op: "reduce_scatter", bytes: 1 << 24, devices: 16 },
  { op: "alltoall", bytes: 1 << 22, devices: 64 }, { op: "p2p", bytes: 1 << 26, devices: 2 },
  { op: "rmsnorm", rows: 4096, columns: 8192 }, { op: "layernorm", rows: 1, columns: 1 }, { op: "softmax", rows: 64, columns: 100_000 },
  { op: "gelu", rows: 1 << 20, columns: 1 }, { op: "elementwise", rows: 1000, columns: 1000 },
];

const codeOf = (run: () => unknown): { code: string; path: string | undefined } => {
  try {
    run();
  } catch (error) {
    if (error instanceof RidgepointError) return { code: error.code, path: error.path };
    throw error;
  }
  return { code: "none", path: undefined };
};

describe("predictKernel", () => {
  it("answers every op on every device with finite figures inside an interval", () => {
    for (const { id, kind } of devices()) {
      if (kind === "mobile-soc") continue;
      for (const kernel of kernels) {
        const { latencySeconds, flops, bytes, interval90: [low, high] } = predictKernel({ hardware: id, ...kernel });
        expect(latencySeconds, `${id} ${kernel.op}`).toBeGreaterThan(0);
        expect(latencySeconds).toBeLessThan(10);
        expect(Number.isFinite(flops + bytes)).toBe(true);
        expect(low).toBeLessThan(latencySeconds);
        expect(high).toBeGreaterThan(latencySeconds);
        expect(high / low).toBeLessThan(25);
      }
    }
  });

  it("is the roofline under ideal", () => {
    const { latencySeconds, flops, bytes, interval90 } = predictKernel({ op: "attention_decode", hardware: "h100-sxm5-80", engine: "ideal", batch: 64, contextTokens: 4096, heads: 32, kvHeads: 8, headDim: 128 });
    expect(latencySeconds).toBe(Math.max(flops / 989.43e12, bytes / 3350e9));
    expect(interval90).toEqual([latencySeconds, latencySeconds]);
  });

  it("is wider where the device, its vendor or the engine is new", () => {
    const width = (hardware: string, engine?: string): number => {
      const { interval90: [low, high] } = predictKernel({ op: "attention_prefill", hardware, batch: 4, queryTokens: 4096, contextTokens: 4096, heads: 32, kvHeads: 8, headDim: 128, ...(engine === undefined ? {} : { engine }) });
      return Math.log(high / low);
    };
    expect(width("h200-sxm-141")).toBeGreaterThan(width("h100-sxm5-80"));
    expect(width("l40s")).toBeGreaterThan(width("h200-sxm-141"));
    expect(width("mi300x")).toBeGreaterThan(width("b200-sxm"));
    expect(width("h100-sxm5-80", "a new engine")).toBeGreaterThan(width("h100-sxm5-80"));
  });

  it("names what binds", () => {
    const on = (kernel: Kernel): string => predictKernel({ hardware: "h100-sxm5-80", ...kernel }).bound;
    expect(on({ op: "attention_prefill", batch: 4, queryTokens: 16384, contextTokens: 16384, heads: 32, kvHeads: 8, headDim: 128 })).toBe("compute");
    expect(on({ op: "attention_decode", batch: 256, contextTokens: 16384, heads: 32, kvHeads: 8, headDim: 128 })).toBe("hbm");
    expect(on({ op: "allreduce", bytes: 1 << 28, devices: 8 })).toBe("link");
    expect(on({ op: "rmsnorm", rows: 1, columns: 1024 })).toBe("launch");
  });

  it("takes a fabric by name: PCIe for a card, a network for nodes", () => {
    const at = (fabric?: string): number => predictKernel({ op: "allreduce", hardware: "h100-sxm5-80", bytes: 1 << 28, devices: 8, ...(fabric === undefined ? {} : { fabric }) }).latencySeconds;
    expect(at("fabric-nvlink4")).toBeCloseTo(at(), 12);
    expect(at("fabric-nvlink3")).toBeGreaterThan(at());
    expect(at("fabric-pcie5-x16")).toBeGreaterThan(4 * at());
    expect(at("fabric-ib-ndr")).toBeGreaterThan(4 * at());
    const spread = predictKernel({ op: "allreduce", hardware: "h100-sxm5-80", bytes: 1 << 28, devices: 32 });
    expect(spread.warnings.join(" ")).toMatch(/32 devices exceed the 8/);
  });

  it("refuses heads that do not divide, short contexts, unknown devices and sizes that are none", () => {
    const attention = { op: "attention_prefill", hardware: "h100-sxm5-80", batch: 1, queryTokens: 8, contextTokens: 8, heads: 32, kvHeads: 8, headDim: 128 } as const;
    expect(codeOf(() => predictKernel({ ...attention, kvHeads: 5 }))).toEqual({ code: "invalid-value", path: "kv_heads" });
    expect(codeOf(() => predictKernel({ ...attention, contextTokens: 7 }))).toEqual({ code: "invalid-value", path: "context_tokens" });
    const experts = { op: "grouped_gemm", hardware: "h100-sxm5-80", tokens: 8, experts: 8, topK: 2, hidden: 64, intermediate: 64 } as const;
    expect(codeOf(() => predictKernel({ ...experts, topK: 9 }))).toEqual({ code: "invalid-value", path: "top_k" });
    expect(codeOf(() => predictKernel({ ...experts, ep: 3 }))).toEqual({ code: "invalid-value", path: "ep" });
    expect(codeOf(() => predictKernel({ ...attention, hardware: "h1000" }))).toEqual({ code: "unknown-hardware", path: "hardware" });
    fc.assert(fc.property(fc.constantFrom(NaN, 0, -1, Infinity), (bad) => {
      expect(codeOf(() => predictKernel({ ...attention, batch: bad }))).toEqual({ code: "invalid-value", path: "batch" });
      expect(codeOf(() => predictKernel({ op: "allreduce", hardware: "h100-sxm5-80", bytes: bad, devices: 8 }))).toEqual({ code: "invalid-value", path: "bytes" });
    }), { seed: 1, numRuns: 4 });
  });
});
