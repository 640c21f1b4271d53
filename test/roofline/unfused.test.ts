import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AttentionOperator, GemmOperator, StepShape } from "../../src/operators/types.ts";
import { numberFormats, type Precision } from "../../src/quantities/formats.ts";
import { device } from "../../src/hardware/lookup.ts";
import { gemmSeconds } from "../../src/roofline/gemm.ts";
import { machineOf } from "../../src/roofline/machine-of.ts";
import type { Machine } from "../../src/roofline/machine.ts";
import { emptyOperatorTime, timeOperator } from "../../src/roofline/operator-time.ts";
import { machine } from "./machines.ts";

const llamaCpp = (id: string): Machine => machineOf(device(id), { engine: "llama.cpp", generation: "2024" });

const product = (weights: Precision, n = 4096, k = 4096): GemmOperator => ({
  kind: "gemm", name: "product", count: 1, kernels: 1, weightElements: n * k, weightBytes: n * k * numberFormats[weights].bytesPerElement,
  n, k, weights: numberFormats[weights], compute: "fp16", rows: "tokens", outputBytes: 2,
});
const attention = (heads: number, kvHeads: number, kv: Precision, span = Infinity): AttentionOperator => ({
  kind: "attention", name: "attention", count: 1, kernels: 2, weightElements: 0, weightBytes: 0, heads, kvHeads, headDim: 128, valueHeadDim: 128,
  span, causal: true, kv: numberFormats[kv], indexBytesPerToken: 0, indexFlopsPerPair: 0,
});
const prompt = (tokens: number, context = tokens): StepShape =>
  ({ decodeSequences: 0, decodeContext: 0, prefillTokens: tokens, prefillSequences: 1, prefillContext: context, logitRows: 1 });
const decoding = (sequences: number, context = 1024): StepShape =>
  ({ decodeSequences: sequences, decodeContext: context, prefillTokens: 0, prefillSequences: 0, prefillContext: 0, logitRows: sequences });

function seconds(operator: GemmOperator | AttentionOperator, shape: StepShape, m: Machine): number {
  const out = emptyOperatorTime();
  timeOperator(operator, shape, m, out);
  return out.seconds;
}

describe("products of an engine that fuses nothing", () => {
  it("write narrow weights out in 16 bits above 32 rows: then they take longer than 16-bit weights, by two bytes written and their own read", () => {
    const m = llamaCpp("a100-pcie-80");
    const wide = seconds(product("fp16"), prompt(512), m);
    const narrow = seconds(product("q4_k_m"), prompt(512), m);
    const written = (4096 * 4096 * (2 + 4.85 / 8)) / (m.memoryBytesPerSecond * m.constants.streamFraction);
    expect(narrow - wide).toBeCloseTo(m.constants.unpackedAccess * written, 12);
    expect(seconds(product("q4_k_m"), decoding(1), m)).toBeLessThan(seconds(product("fp16"), decoding(1), m));
  });

  it("take at least their weights at the rate that all units take in, one row at a time", () => {
    const m = llamaCpp("a100-pcie-80");
    const intake = (4096 * 14_336 * 2) / (108 * 1.41e9 * m.constants.vectorProductBytesPerClock);
    const alone = gemmSeconds(m, 1, 14_336, 4096, numberFormats.fp16, 2, Infinity, 1);
    expect(intake).toBeGreaterThan(alone);
    expect(seconds(product("fp16", 14_336), decoding(1), m)).toBeGreaterThan(intake);
    // Not by the vendor's kernels of two rows and more.
    expect(seconds(product("fp16", 14_336), decoding(2), m)).toBeLessThan(intake);
  });

  it("accumulate in 16 bits, which doubles the peak of cards that halve it for 32", () => {
    expect(llamaCpp("rtx-4090").peakFlopsPerSecond.fp16).toBe(330.3e12);
    expect(machine("rtx-4090").peakFlopsPerSecond.fp16).toBe(165.2e12);
    expect(llamaCpp("a100-pcie-80").peakFlopsPerSecond.fp16).toBe(312e12);
  });
});

describe("attention with stored scores", () => {
  it("grows with queries times the whole context, window or not, and is slower than a fused kernel", () => {
    const m = llamaCpp("rtx-a6000");
    const at = (context: number, span = Infinity): number => seconds(attention(32, 8, "fp16", span), prompt(512, context), m);
    expect(at(16_384) / at(8192)).toBeCloseTo(2, 1);
    expect(at(8192, 1024)).toBe(at(8192));
    expect(at(8192)).toBeGreaterThan(3 * seconds(attention(32, 8, "fp16"), prompt(512, 8192), machine("rtx-a6000")));
  });
});

describe("decode attention of older kernels", () => {
  it("on AMD devices leaves contexts whole above 512 blocks, which costs more than the blocks themselves", () => {
    const m = machineOf(device("mi300x"), { engine: "vllm", generation: "2024" });
    const at = (sequences: number): number => seconds(attention(32, 8, "fp16"), decoding(sequences), m);
    expect(at(17) / at(16)).toBeGreaterThan(1.5);
    expect(at(34) / at(17)).toBeLessThan(2.1);
  });

  it("widens an 8-bit floating-point cache in software where the device has no such format: slower than 16 bits", () => {
    const at = (id: string, kv: Precision): number => seconds(attention(32, 8, kv), decoding(64), machineOf(device(id), { engine: "vllm", generation: "2024" }));
    expect(at("a100-sxm-80", "fp8")).toBeGreaterThan(2 * at("a100-sxm-80", "fp16"));
    expect(at("h100-sxm5-80", "fp8")).toBeLessThan(at("h100-sxm5-80", "fp16"));
    expect(at("a100-sxm-80", "int8")).toBeLessThan(at("a100-sxm-80", "fp16"));
  });
});

describe("recurrent operators", () => {
  it("stream their states at the device's share of its bandwidth, at all of it under ideal", () => {
    const operator = {
      kind: "recurrent", name: "recurrent", count: 1, kernels: 5, weightElements: 0, weightBytes: 0, stateElements: 1e6, stateBytes: 4e6,
      flopsPerToken: 0, activationBytesPerToken: 0,
    } as const;
    fc.assert(fc.property(fc.constantFrom("a100-sxm-80", "h100-sxm5-80", "mi300x"), fc.constantFrom("vllm", "ideal"), fc.integer({ min: 1, max: 512 }), (id, engine, sequences) => {
      const m = machine(id, engine);
      const out = emptyOperatorTime();
      timeOperator(operator, decoding(sequences), m, out);
      expect(out.seconds).toBeCloseTo((8e6 * sequences) / (m.memoryBytesPerSecond * m.constants.streamFraction), 15);
      expect(m.constants.streamFraction < 1).toBe(engine === "vllm");
    }), { seed: 1, numRuns: 50 });
  });
});
