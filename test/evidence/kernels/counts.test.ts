// FLOPs and bytes of src/operators against what instrumented loops really touched: different code, no shared formula.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightFormats } from "../../../src/deployments/formats.ts";
import { singleDevicePlan } from "../../../src/deployments/plan.ts";
import { plainAttention } from "../../../src/evidence/kernels/plain/attention.ts";
import type { AttentionShape } from "../../../src/evidence/kernels/plain/attention.ts";
import { plainBlock } from "../../../src/evidence/kernels/plain/block.ts";
import type { BlockNumbers } from "../../../src/evidence/kernels/plain/block.ts";
import { plainExpertFfn, plainGatedFfn, plainSiluMultiply } from "../../../src/evidence/kernels/plain/feed-forward.ts";
import { plainGemm } from "../../../src/evidence/kernels/plain/gemm.ts";
import { Meter } from "../../../src/evidence/kernels/plain/meter.ts";
import type { CountingArray } from "../../../src/evidence/kernels/plain/meter.ts";
import { plainMlaDecode } from "../../../src/evidence/kernels/plain/mla.ts";
import { plainGather, plainResidualRmsNorm } from "../../../src/evidence/kernels/plain/rows.ts";
import { readConfig } from "../../../src/models/index.ts";
import { layerOperators, passOf } from "../../../src/operators/pass.ts";
import type { AttentionOperator, ExpertsOperator, GemmOperator, MlaOperator, Operator, StepShape } from "../../../src/operators/types.ts";
import { workOf } from "../../../src/operators/work.ts";
import { numberFormats } from "../../../src/quantities/formats.ts";
import { numbers } from "./support.ts";

const bf16 = numberFormats.bf16;
const common = { count: 1, kernels: 1, weightElements: 0, weightBytes: 0 } as const;
const idle: StepShape = { decodeSequences: 0, decodeContext: 0, prefillTokens: 0, prefillSequences: 0, prefillContext: 0, logitRows: 0 };
const prefill = (tokens: number, context = tokens, sequences = 1): StepShape =>
  ({ ...idle, prefillTokens: tokens * sequences, prefillSequences: sequences, prefillContext: context });
const decode = (sequences: number, context: number): StepShape => ({ ...idle, decodeSequences: sequences, decodeContext: context });

const bytesRead = (...arrays: CountingArray[]): number => arrays.reduce((sum, array) => sum + array.elementsRead * array.bytesPerElement, 0);
const bytesWritten = (...arrays: CountingArray[]): number => arrays.reduce((sum, array) => sum + array.elementsWritten * array.bytesPerElement, 0);

describe("products", () => {
  it.each([[1, 7, 5], [6, 3, 11], [16, 16, 16]])("%i × %i × %i", (m, n, k) => {
    const meter = new Meter();
    const [a, b] = [meter.operand(numbers(m * k)), meter.operand(numbers(k * n))];
    const c = plainGemm(meter, a, b, { m, n, k });
    const operator: GemmOperator = { ...common, kind: "gemm", name: "g", n, k, weights: bf16, compute: "bf16", rows: "tokens", outputBytes: 2 };
    const work = workOf(operator, prefill(m));
    expect(work.flops).toBe(2 * meter.multiplyAdds);
    expect(work.weightBytes).toBe(bytesRead(b));
    expect(work.activationBytes).toBe(bytesRead(a) + bytesWritten(c));
    expect(meter.counts.bytesRead + meter.counts.bytesWritten).toBe(work.weightBytes + work.activationBytes);
  });
});

function attentionCounts(shape: AttentionShape) {
  const { batch, queryTokens, contextTokens, heads, kvHeads, headDim, valueHeadDim = headDim } = shape;
  const meter = new Meter();
  const query = meter.operand(numbers(batch * heads * queryTokens * headDim));
  const key = meter.operand(numbers(batch * kvHeads * contextTokens * headDim));
  const value = meter.operand(numbers(batch * kvHeads * contextTokens * valueHeadDim));
  const output = plainAttention(meter, { query, key, value }, shape);
  return { flops: 2 * meter.multiplyAdds, kvReadBytes: bytesRead(key, value), activationBytes: bytesRead(query) + bytesWritten(output) };
}

function attentionOperator({ heads, kvHeads, headDim, valueHeadDim = headDim, window = null, causal = true }: AttentionShape): AttentionOperator {
  return {
    ...common, kind: "attention", name: "a", heads, kvHeads, headDim, valueHeadDim, span: window ?? Infinity, causal, kv: bf16,
    indexBytesPerToken: 0, indexFlopsPerPair: 0,
  };
}

describe("attention", () => {
  const shapes = fc.record({
    batch: fc.integer({ min: 1, max: 3 }), queryTokens: fc.integer({ min: 1, max: 9 }), past: fc.integer({ min: 0, max: 12 }),
    kvHeads: fc.integer({ min: 1, max: 3 }), group: fc.integer({ min: 1, max: 3 }), headDim: fc.integer({ min: 1, max: 4 }),
    valueHeadDim: fc.integer({ min: 1, max: 4 }), window: fc.option(fc.integer({ min: 1, max: 24 })), causal: fc.boolean(),
  }).map(({ past, group, ...shape }): AttentionShape => ({
    ...shape, contextTokens: shape.queryTokens + past, heads: shape.kvHeads * group, window: shape.causal ? shape.window : null,
  }));

  it("prefill: multiply-adds, cached rows read once for all heads of a group, queries and outputs", () => {
    fc.assert(fc.property(shapes, (shape) => {
      const counted = attentionCounts(shape);
      const work = workOf(attentionOperator(shape), prefill(shape.queryTokens, shape.contextTokens, shape.batch));
      expect(work.flops).toBeCloseTo(counted.flops, 6);
      if (shape.window === null) expect(work.kvReadBytes).toBeCloseTo(counted.kvReadBytes, 6);
      expect(work.activationBytes).toBe(counted.activationBytes);
    }), { seed: 1, numRuns: 150 });
  });

  it("prefill with a window reads the cached rows that some query sees, to within one row", () => {
    fc.assert(fc.property(shapes.filter(({ window }) => window !== null), (shape) => {
      const counted = attentionCounts(shape).kvReadBytes;
      const oneRow = 2 * shape.batch * shape.kvHeads * (shape.headDim + (shape.valueHeadDim ?? shape.headDim));
      const { kvReadBytes } = workOf(attentionOperator(shape), prefill(shape.queryTokens, shape.contextTokens, shape.batch));
      expect(kvReadBytes).toBeGreaterThanOrEqual(counted - 1e-6);
      expect(kvReadBytes).toBeLessThanOrEqual(counted + oneRow + 1e-6);
    }), { seed: 1, numRuns: 100 });
  });

  it("decode: one query each, at most a window of the cache", () => {
    fc.assert(fc.property(shapes, (drawn) => {
      const shape = { ...drawn, queryTokens: 1 };
      const counted = attentionCounts(shape);
      const work = workOf(attentionOperator(shape), decode(shape.batch, shape.contextTokens));
      expect(work.flops).toBe(counted.flops);
      expect(work.kvReadBytes).toBe(counted.kvReadBytes);
      expect(work.activationBytes).toBe(counted.activationBytes);
    }), { seed: 1, numRuns: 100 });
  });

  const mla: MlaOperator = {
    ...common, kind: "mla", name: "m", heads: 5, latentDim: 8, ropeDim: 3, nopeDim: 6, valueDim: 4, span: Infinity, kv: bf16,
    indexBytesPerToken: 0, indexFlopsPerPair: 0,
  };

  it("MLA decode: one latent row for all heads", () => {
    const [batch, contextTokens] = [3, 13];
    const { heads, latentDim, ropeDim } = mla;
    const meter = new Meter();
    const query = meter.operand(numbers(batch * heads * (latentDim + ropeDim)));
    const cache = meter.operand(numbers(batch * contextTokens * (latentDim + ropeDim)));
    const output = plainMlaDecode(meter, query, cache, { batch, contextTokens, heads, latentDim, ropeDim, scale: 1 });
    const work = workOf(mla, decode(batch, contextTokens));
    expect(work.flops).toBe(2 * meter.multiplyAdds);
    expect(work.kvReadBytes).toBe(bytesRead(cache));
    expect(work.activationBytes).toBe(bytesRead(query) + bytesWritten(output));
  });

  it("MLA prefill: not absorbed, every head has keys of nope + rope and values of its own", () => {
    const { heads, nopeDim, ropeDim, valueDim } = mla;
    const counted = attentionCounts({ batch: 2, queryTokens: 5, contextTokens: 9, heads, kvHeads: heads, headDim: nopeDim + ropeDim, valueHeadDim: valueDim });
    expect(workOf(mla, prefill(5, 9, 2)).flops).toBe(counted.flops);
  });
});

describe("routed experts", () => {
  const [hidden, intermediate, experts] = [3, 4, 8];
  const ffnElements = 3 * hidden * intermediate;

  /** topK different experts, uniformly: the first of a shuffle. */
  function choose(topK: number, random: () => number): number[] {
    const all = Array.from({ length: experts }, (_, expert) => expert);
    for (let at = 0; at < topK; at++) {
      const other = at + Math.floor(random() * (experts - at));
      [all[at], all[other]] = [all[other] as number, all[at] as number];
    }
    return all.slice(0, topK);
  }

  function count(tokens: number, topK: number, random: () => number) {
    const meter = new Meter();
    const x = meter.operand(numbers(tokens * hidden));
    const weights = Array.from({ length: experts }, () => ({
      gate: meter.operand(numbers(hidden * intermediate)), up: meter.operand(numbers(hidden * intermediate)), down: meter.operand(numbers(intermediate * hidden)),
    }));
    const routing = { experts: Array.from({ length: tokens }, () => choose(topK, random)), weights: Array.from({ length: tokens }, () => new Array<number>(topK).fill(1 / topK)) };
    plainExpertFfn(meter, x, weights, routing, { tokens, hidden, intermediate, experts, topK });
    return { flops: 2 * meter.multiplyAdds, weightBytes: bytesRead(...weights.flatMap(({ gate, up, down }) => [gate, up, down])) };
  }

  it("activations: above one read and write of each pair's rows, below what kernels without any fusion move", () => {
    const [tokens, topK] = [6, 2];
    const pairs = tokens * topK;
    const meter = new Meter();
    const x = meter.operand(numbers(pairs * hidden));
    const ffn = { gate: meter.operand(numbers(hidden * intermediate)), up: meter.operand(numbers(hidden * intermediate)), down: meter.operand(numbers(intermediate * hidden)) };
    plainGatedFfn(meter, x, ffn, { tokens: pairs, hidden, intermediate });
    const unfused = meter.counts.bytesRead + meter.counts.bytesWritten - bytesRead(ffn.gate, ffn.up, ffn.down);
    const { activationBytes } = workOf(operator(topK), prefill(tokens));
    expect(activationBytes).toBeLessThanOrEqual(unfused);
    expect(activationBytes).toBeGreaterThan(bytesRead(x) + 2 * pairs * hidden);
  });

  const operator = (topK: number): ExpertsOperator => ({
    ...common, kind: "experts", name: "e", experts, localExperts: experts, topK, hidden, intermediate, gated: true, weights: bf16,
    compute: "bf16", tokenReplicas: 1, ep: 1,
  });

  it.each([[1, 2], [2, 2], [5, 1], [6, 3], [12, 2], [3, 8]])("%i tokens, top %i: multiply-adds exactly, weights read in expectation", (tokens, topK) => {
    const runs = 400;
    const values = numbers(runs * tokens * topK, 5);
    let at = 0;
    const random = (): number => ((values[at++] ?? 0) + 1) / 2;
    const counts = Array.from({ length: runs }, () => count(tokens, topK, random));
    const work = workOf(operator(topK), prefill(tokens));
    for (const { flops } of counts) expect(flops).toBe(work.flops);
    const mean = counts.reduce((sum, { weightBytes }) => sum + weightBytes, 0) / runs;
    const variance = counts.reduce((sum, { weightBytes }) => sum + (weightBytes - mean) ** 2, 0) / (runs - 1);
    expect(Math.abs(mean - work.weightBytes)).toBeLessThanOrEqual(4 * Math.sqrt(variance / runs) + 1e-9);
    expect(mean % (2 * ffnElements) === 0 || variance > 0).toBe(true);
  });
});

describe("what only moves", () => {
  const config = {
    model_type: "llama", hidden_size: 12, intermediate_size: 20, num_hidden_layers: 1, num_attention_heads: 4, num_key_value_heads: 2,
    head_dim: 6, vocab_size: 40, rms_norm_eps: 1e-5, rope_theta: 10_000, max_position_embeddings: 64, tie_word_embeddings: false,
  };
  const architecture = readConfig(config);
  const formats = weightFormats({ weights: "bf16" }, architecture);
  const tokens = 7;
  const named = (name: string): Operator => {
    const found = passOf(architecture, singleDevicePlan, formats).operators.find((operator) => operator.name === name);
    if (found === undefined) throw new Error(`no operator ${name}`);
    return found;
  };

  it("residual add and norm in one kernel", () => {
    const meter = new Meter();
    const [x, residual, weight] = [meter.operand(numbers(tokens * 12)), meter.operand(numbers(tokens * 12, 2)), meter.operand(numbers(12, 3))];
    const { sum, normed } = plainResidualRmsNorm(meter, x, residual, weight, tokens, 12, 1e-5);
    const norms = 2;
    expect(workOf(named("norms"), prefill(tokens)).activationBytes).toBe(norms * (bytesRead(x, residual) + bytesWritten(sum, normed)));
    expect(named("norms").weightBytes).toBe(norms * bytesRead(weight));
  });

  it("gated activation", () => {
    const meter = new Meter();
    const [gate, up] = [meter.operand(numbers(tokens * 20)), meter.operand(numbers(tokens * 20, 2))];
    const y = plainSiluMultiply(meter, gate, up);
    expect(workOf(named("feed-forward.activation"), prefill(tokens)).activationBytes).toBe(bytesRead(gate, up) + bytesWritten(y));
  });

  it("embedding of different tokens", () => {
    const meter = new Meter();
    const table = meter.operand(numbers(40 * 12));
    const rows = plainGather(meter, table, [3, 1, 4, 15, 9, 2, 6], 12);
    expect(workOf(named("embedding"), prefill(tokens)).activationBytes).toBe(bytesRead(table) + bytesWritten(rows));
  });

  describe.each([["prefill", 7, 0], ["decode", 1, 10], ["chunk", 4, 6]])("a whole block, %s", (_, fresh, past) => {
    const batch = 2;
    const shape = { batch, tokens: fresh, hidden: 12, intermediate: 20, heads: 4, kvHeads: 2, headDim: 6, epsilon: 1e-5, ropeBase: 1e4 };
    const weights: BlockNumbers = {
      attentionNorm: numbers(12), query: numbers(12 * 24), key: numbers(12 * 12), value: numbers(12 * 12), output: numbers(24 * 12),
      feedForwardNorm: numbers(12), feedForward: { gate: numbers(12 * 20), up: numbers(12 * 20), down: numbers(20 * 12) },
    };
    const cache = past === 0 ? null
      : { key: Float64Array.from(numbers(batch * 2 * past * 6)), value: Float64Array.from(numbers(batch * 2 * past * 6)), tokens: past };
    const { kernels } = plainBlock(numbers(batch * fresh * 12), weights, cache, shape);
    const step = fresh === 1 ? decode(batch, past + 1) : prefill(fresh, past + fresh, batch);
    const context = { plan: singleDevicePlan, formats, hiddenSize: 12 };
    const layer = layerOperators(architecture, architecture.layerKinds[0] as (typeof architecture.layerKinds)[number], context, 1);
    const total = (key: "flops" | "weightBytes" | "kvReadBytes"): number => layer.reduce((sum, operator) => sum + workOf(operator, step)[key], 0);

    it("multiplies as often as its operators say", () => {
      expect(total("flops")).toBe(2 * kernels.reduce((sum, { counts }) => sum + counts.multiplyAdds, 0));
    });

    it("reads the bytes of its products' weights and of its cache", () => {
      const matrices = 2 * (12 * 24 + 2 * 12 * 12 + 24 * 12 + 3 * 12 * 20);
      expect(total("weightBytes")).toBe(matrices);
      const attention = kernels.find(({ name }) => name === "attention");
      const queryBytes = 2 * batch * fresh * 24;
      expect(total("kvReadBytes")).toBe((attention?.counts.bytesRead ?? NaN) - queryBytes);
    });
  });
});
