import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightFormats } from "../../src/deployments/formats.ts";
import { singleDevicePlan } from "../../src/deployments/plan.ts";
import { weightsBytesOf } from "../../src/memory/footprint.ts";
import { model, parametersOf } from "../../src/models/index.ts";
import { causalPairs } from "../../src/operators/attention-pairs.ts";
import { distinctExperts } from "../../src/operators/experts.ts";
import { passOf } from "../../src/operators/pass.ts";
import type { StepShape } from "../../src/operators/types.ts";
import { passWork } from "../../src/operators/work.ts";

const llama = model("meta-llama/Llama-3.1-8B");
const bf16 = weightFormats({ weights: "bf16" }, llama);

function step(shape: Partial<StepShape>): StepShape {
  return { decodeSequences: 0, decodeContext: 0, prefillTokens: 0, prefillSequences: 0, prefillContext: 0, logitRows: 0, ...shape };
}

describe("causal pairs", () => {
  it("equal a loop over queries, with and without a window", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 80 }), (queries, before, span) => {
      let pairs = 0;
      for (let q = 0; q < queries; q++) pairs += Math.min(before + q + 1, span);
      expect(causalPairs(queries, before + queries, span)).toBe(pairs);
    }), { seed: 1, numRuns: 300 });
  });

  it("are half the square of a whole prompt, plus half the diagonal", () => {
    expect(causalPairs(1000, 1000, Infinity)).toBe((1000 * 1001) / 2);
  });
});

describe("a pass of a dense model", () => {
  it("goes through the projections of a narrower embedding: one behind it, one before the head", () => {
    const opt = model("facebook/opt-350m");
    const formats = weightFormats({ weights: "bf16" }, opt);
    const gemms = passOf(opt, singleDevicePlan, formats).operators.filter((operator) => operator.kind === "gemm" && operator.count === 1);
    expect(gemms.map((operator) => operator.kind === "gemm" && [operator.name, operator.n, operator.k])).toEqual([
      ["embedding.projection", 1024, 512], ["head.projection", 512, 1024], ["head", 50272, 512],
    ]);
    expect(weightsBytesOf(opt, formats)).toBe(2 * parametersOf(opt).total);
  });

  it("costs 2 FLOPs per weight of every matrix a token passes, the head included, the embedding not", () => {
    const counts = parametersOf(llama);
    const work = passWork(passOf(llama, singleDevicePlan, bf16), step({ decodeSequences: 1, decodeContext: 0, logitRows: 1 }));
    expect(work.flops).toBe(2 * (counts.total - counts.embedding - counts.norms));
  });

  it("reads each matrix once in decode, whatever the batch", () => {
    const pass = passOf(llama, singleDevicePlan, bf16);
    const one = passWork(pass, step({ decodeSequences: 1, decodeContext: 100, logitRows: 1 }));
    const many = passWork(pass, step({ decodeSequences: 64, decodeContext: 100, logitRows: 64 }));
    expect(many.weightBytes).toBe(one.weightBytes);
    expect(many.flops).toBeCloseTo(64 * one.flops, -3);
  });

  it("attends as a loop over layers, heads and tokens does", () => {
    const context = 37;
    let flops = 0;
    for (let layer = 0; layer < 32; layer++) for (let head = 0; head < 32; head++) for (let token = 0; token < context; token++) flops += 2 * 128 + 2 * 128;
    const pass = passOf(llama, singleDevicePlan, bf16);
    const without = passWork(pass, step({ decodeSequences: 1, decodeContext: 0 })).flops;
    const withContext = passWork(pass, step({ decodeSequences: 1, decodeContext: context }));
    expect(withContext.flops - without).toBe(flops);
    // GQA: 8 KV heads are read once for 32 query heads.
    expect(withContext.kvReadBytes).toBe(32 * context * 8 * (128 + 128) * 2);
  });

  it("is split by tensor parallelism without losing or adding a FLOP; each rank sends what it must", () => {
    for (const tp of [2, 4, 8]) {
      const whole = passWork(passOf(llama, singleDevicePlan, bf16), step({ decodeSequences: 4, decodeContext: 50, logitRows: 4 }));
      const shard = passWork(passOf(llama, { ...singleDevicePlan, tp }, bf16), step({ decodeSequences: 4, decodeContext: 50, logitRows: 4 }));
      expect(shard.flops * tp).toBe(whole.flops);
      // Two all-reduces a layer, one for the embedding, one gather of the logits: 2 bytes an element.
      expect(shard.messageBytes).toBe(4 * 2 * ((2 * 32 + 1) * 4096 + 128256));
    }
  });

  it("replicates KV heads where ranks outnumber them", () => {
    const at = (tp: number): number => passWork(passOf(llama, { ...singleDevicePlan, tp }, bf16), step({ decodeSequences: 1, decodeContext: 10 })).kvReadBytes;
    expect(at(8)).toBe(at(1) / 8);
    expect(at(16)).toBe(at(8));
  });
});

describe("experts", () => {
  it("touch E·(1 − (1 − k/E)^B) in expectation, as draws do", () => {
    const experts = 16, topK = 3, tokens = 5, runs = 20_000;
    let state = 12345;
    const random = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    let touched = 0;
    for (let run = 0; run < runs; run++) {
      const visited = new Set<number>();
      for (let token = 0; token < tokens; token++) {
        const own = new Set<number>();
        while (own.size < topK) own.add(Math.floor(random() * experts));
        for (const expert of own) visited.add(expert);
      }
      touched += visited.size;
    }
    expect(Math.abs(touched / runs / distinctExperts(experts, topK, tokens) - 1)).toBeLessThan(0.01);
  });

  it("are read as distinct experts, not as top-k per token: a peer's bug", () => {
    const mixtral = model("mistralai/Mixtral-8x7B-v0.1");
    const formats = weightFormats({ weights: "bf16" }, mixtral);
    const pass = passOf(mixtral, singleDevicePlan, formats);
    const bytes = (batch: number): number => passWork(pass, step({ decodeSequences: batch, decodeContext: 1 })).weightBytes;
    const experts = mixtral.pattern.length * 8 * 3 * 4096 * 14336 * 2;
    expect(bytes(64) - bytes(1)).toBeCloseTo(experts * (1 - 0.75 ** 64) - experts / 4, -6);
    expect(bytes(64)).toBeLessThan(2 * parametersOf(mixtral).total);
  });
});
