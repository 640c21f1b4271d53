import { describe, expect, it } from "vitest";
import { weightFormats } from "../../src/deployments/formats.ts";
import { singleDevicePlan } from "../../src/deployments/plan.ts";
import { model, parametersOf, readConfig } from "../../src/models/index.ts";
import { passOf } from "../../src/operators/pass.ts";
import type { Pass, StepShape } from "../../src/operators/types.ts";
import { passWork } from "../../src/operators/work.ts";

const d = 24;
const [heads, headDim, ff, encoders, decoders, vocabulary] = [4, 5, 36, 3, 2, 97];
const tiny = readConfig({ model_type: "mt5", d_model: d, num_heads: heads, d_kv: headDim, d_ff: ff, num_layers: encoders, num_decoder_layers: decoders, vocab_size: vocabulary });
const pass = passOf(tiny, singleDevicePlan, weightFormats({ weights: "bf16" }, tiny));

function step(shape: Partial<StepShape>): StepShape {
  return { decodeSequences: 0, decodeContext: 0, prefillTokens: 0, prefillSequences: 0, prefillContext: 0, logitRows: 0, ...shape };
}

/** Requests as they are in a step: with an input, and the tokens that they have generated (none: the step encodes the input). */
interface Request {
  readonly input: number;
  readonly generated: number;
}

/** What the pass must do for them, token by token, head by head. */
function counted(requests: readonly Request[]): { flops: number; kvReadBytes: number; kvWriteBytes: number } {
  let flops = 0;
  let kvReadBytes = 0;
  let kvWriteBytes = 0;
  const product = (inputs: number, outputs: number): void => void (flops += 2 * inputs * outputs);
  const gated = (): void => { product(d, ff); product(d, ff); product(ff, d); };
  const attend = (keys: number): void => {
    for (let head = 0; head < heads; head++) for (let key = 0; key < keys; key++) flops += 2 * headDim + 2 * headDim;
  };
  const row = heads * 2 * headDim * 2;
  for (const { input, generated } of requests) {
    if (generated === 0) {
      for (let layer = 0; layer < encoders; layer++) {
        for (let token = 0; token < input; token++) {
          for (let matrix = 0; matrix < 4; matrix++) product(d, heads * headDim);
          attend(input);
          gated();
        }
        // Keys and values are read once by the kernel that has just been given them.
        kvReadBytes += input * row;
      }
      // Cross-attention's keys and values of each decoder layer.
      for (let layer = 0; layer < decoders; layer++) for (let token = 0; token < input; token++) { product(d, heads * headDim); product(d, heads * headDim); }
    }
    for (let layer = 0; layer < decoders; layer++) {
      for (let matrix = 0; matrix < 4; matrix++) product(d, heads * headDim);
      // The start token and those that were generated.
      attend(generated + 1);
      kvReadBytes += (generated + 1) * row;
      kvWriteBytes += row;
      product(d, heads * headDim);
      attend(input);
      kvReadBytes += input * row;
      product(heads * headDim, d);
      gated();
    }
    product(d, vocabulary);
  }
  return { flops, kvReadBytes, kvWriteBytes };
}

function work(shape: StepShape, of: Pass = pass): { flops: number; kvReadBytes: number; kvWriteBytes: number } {
  const { flops, kvReadBytes, kvWriteBytes } = passWork(of, shape);
  return { flops, kvReadBytes, kvWriteBytes };
}

describe("a pass of an encoder\u2013decoder", () => {
  it("encodes an input and makes the first token as loops over tokens, heads and keys do", () => {
    expect(work(step({ prefillTokens: 13, prefillSequences: 1, prefillContext: 13, logitRows: 1 }))).toEqual(counted([{ input: 13, generated: 0 }]));
    expect(work(step({ prefillTokens: 21, prefillSequences: 3, prefillContext: 7, logitRows: 3 }))).toEqual(counted([7, 7, 7].map((input) => ({ input, generated: 0 }))));
  });

  it("decodes as they do: the own tokens and all of the input", () => {
    expect(work(step({ decodeSequences: 1, decodeContext: 13 + 5, decodeInput: 13, logitRows: 1 }))).toEqual(counted([{ input: 13, generated: 5 }]));
    const unequal = [{ input: 4, generated: 1 }, { input: 11, generated: 3 }, { input: 9, generated: 14 }];
    expect(work(step({ decodeSequences: 3, decodeContext: 42 / 3, decodeInput: 24 / 3, logitRows: 3 }))).toEqual(counted(unequal));
  });

  it("does both in one step, side by side", () => {
    const both = [{ input: 13, generated: 5 }, { input: 6, generated: 0 }, { input: 6, generated: 0 }];
    const shape = step({ decodeSequences: 1, decodeContext: 18, decodeInput: 13, prefillTokens: 12, prefillSequences: 2, prefillContext: 6, logitRows: 3 });
    expect(work(shape)).toEqual(counted(both));
  });

  it("counts pairs of unequal prompts from the context that gives their causal pairs", () => {
    const inputs = [5, 13, 30];
    const tokens = 48;
    const causal = inputs.reduce((sum, q) => sum + (q * (q + 1)) / 2, 0);
    const context = causal / tokens + (tokens / 3 - 1) / 2;
    const { flops } = work(step({ prefillTokens: tokens, prefillSequences: 3, prefillContext: context, logitRows: 3 }));
    expect(flops).toBeCloseTo(counted(inputs.map((input) => ({ input, generated: 0 }))).flops, 5);
  });

  it("costs 2 FLOPs for each weight that a token passes: the encoder's for input, the decoder's for output tokens", () => {
    const { embedding, norms, other, total } = parametersOf(tiny);
    const ofInput = encoders * (4 * d * heads * headDim + 3 * d * ff) + decoders * 2 * d * heads * headDim;
    const matrices = total - embedding - norms - other;
    const attention = 4 * heads * headDim;
    const { flops } = work(step({ prefillTokens: 1, prefillSequences: 1, prefillContext: 1, logitRows: 1 }));
    expect(flops).toBe(2 * matrices + attention * (encoders + 2 * decoders));
    expect(work(step({ decodeSequences: 1, decodeContext: 2, decodeInput: 1, logitRows: 1 })).flops).toBe(2 * (matrices - ofInput) + attention * decoders * 3);
  });

  it("reads the encoder's weights only where there is an input", () => {
    const decode = passWork(pass, step({ decodeSequences: 1, decodeContext: 2, decodeInput: 1, logitRows: 1 })).weightBytes;
    const prefill = passWork(pass, step({ prefillTokens: 3, prefillSequences: 1, prefillContext: 3, logitRows: 1 })).weightBytes;
    expect(prefill - decode).toBe(2 * (encoders * (4 * d * heads * headDim + 3 * d * ff) + decoders * 2 * d * heads * headDim));
  });

  it("is split by tensor parallelism without losing or adding a FLOP, each sub-layer joined once", () => {
    const t5 = model("t5-3b");
    const formats = weightFormats({ weights: "bf16" }, t5);
    const shape = step({ decodeSequences: 3, decodeContext: 90, decodeInput: 64, prefillTokens: 128, prefillSequences: 2, prefillContext: 64, logitRows: 5 });
    const whole = passWork(passOf(t5, singleDevicePlan, formats), shape);
    const part = passWork(passOf(t5, { ...singleDevicePlan, tp: 8 }, formats), shape);
    expect(8 * part.flops).toBeCloseTo(whole.flops, -3);
    expect(8 * part.kvReadBytes).toBeCloseTo(whole.kvReadBytes, 0);
    // 24 layers of the encoder with 2 joins for 128 tokens, of the decoder with 3 for 5, both embeddings, and the gathered logits.
    expect(part.messageBytes).toBe(1024 * 2 * (24 * 2 * 128 + 24 * 3 * 5 + 128 + 5) + 32128 * 2 * 5);
  });

  it("hands inputs to every pipeline stage twice: along the encoder, and for cross-attention", () => {
    const t5 = model("t5-3b");
    const formats = weightFormats({ weights: "bf16" }, t5);
    const staged = passOf(t5, { ...singleDevicePlan, pp: 4 }, formats);
    const { messageBytes } = passWork(staged, step({ prefillTokens: 100, prefillSequences: 1, prefillContext: 100, logitRows: 1 }));
    expect(messageBytes).toBe(1024 * 2 * (2 * 3 * 100 + 3));
  });

  it("routes input and output tokens of a Switch Transformer apart, each to the experts of its own stack", () => {
    const switched = readConfig({ model_type: "switch_transformers", num_experts: 8, num_sparse_encoder_layers: 6, num_sparse_decoder_layers: 6, d_ff: 3072 });
    const experts = passOf(switched, singleDevicePlan, weightFormats({ weights: "bf16" }, switched)).operators.filter(({ kind }) => kind === "experts");
    expect(experts.map(({ name, count, sees }) => [name, count, sees])).toEqual([["encoder.experts", 6, "inputs"], ["experts", 6, undefined]]);
    const sharded = passOf(switched, { ...singleDevicePlan, tp: 4, ep: 4 }, weightFormats({ weights: "bf16" }, switched)).operators.find(({ kind }) => kind === "experts");
    expect(sharded).toMatchObject({ localExperts: 2, intermediate: 3072, topK: 1 });
  });
});
