import { beforeAll, describe, expect, it } from "vitest";
import { attentionDecode } from "../../../src/evidence/kernels/attention-decode.ts";
import { attentionPrefill } from "../../../src/evidence/kernels/attention-prefill.ts";
import type { TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import { groupedQueryAttention } from "../../../src/evidence/kernels/grouped-query-attention.ts";
import { appendToCache } from "../../../src/evidence/kernels/kv-cache.ts";
import { mlaAbsorbQuery, mlaDecode, mlaExpandValue } from "../../../src/evidence/kernels/mla-decode.ts";
import { plainAttention } from "../../../src/evidence/kernels/plain/attention.ts";
import type { AttentionShape } from "../../../src/evidence/kernels/plain/attention.ts";
import { Meter } from "../../../src/evidence/kernels/plain/meter.ts";
import { plainMlaDecode } from "../../../src/evidence/kernels/plain/mla.ts";
import { backends, expectClose, numbers, tensor, use } from "./support.ts";

const base: AttentionShape = { batch: 2, queryTokens: 13, contextTokens: 13, heads: 4, kvHeads: 2, headDim: 8 };
const prefills: readonly [string, AttentionShape][] = [
  ["multi-head, causal", { ...base, kvHeads: 4 }],
  ["grouped, causal", base],
  ["multi-query, causal", { ...base, kvHeads: 1 }],
  ["not causal", { ...base, causal: false }],
  ["over a longer context (a chunk)", { ...base, contextTokens: 29 }],
  ["window of 5", { ...base, window: 5 }],
  ["window of 1", { ...base, window: 1 }],
  ["window beyond the context", { ...base, window: 99 }],
  ["wider values", { ...base, valueHeadDim: 12 }],
  ["own scale", { ...base, scale: 0.9 }],
];

function operands(shape: AttentionShape): { q: Float32Array; k: Float32Array; v: Float32Array } {
  const { batch, queryTokens, contextTokens, heads, kvHeads, headDim, valueHeadDim = headDim } = shape;
  return {
    q: numbers(batch * heads * queryTokens * headDim, 11),
    k: numbers(batch * kvHeads * contextTokens * headDim, 12),
    v: numbers(batch * kvHeads * contextTokens * valueHeadDim, 13),
  };
}

function plain(shape: AttentionShape, { q, k, v }: ReturnType<typeof operands>): Float64Array {
  const meter = new Meter();
  return plainAttention(meter, { query: meter.operand(q), key: meter.operand(k), value: meter.operand(v) }, shape).values;
}

describe.each(backends)("attention on %s", (name) => {
  let tf: TensorBackend;
  beforeAll(async () => {
    tf = await use(name);
  });

  const tensors = (shape: AttentionShape, { q, k, v }: ReturnType<typeof operands>) => ({
    query: tensor(tf, q, [shape.batch, shape.heads, shape.queryTokens, shape.headDim]),
    key: tensor(tf, k, [shape.batch, shape.kvHeads, shape.contextTokens, shape.headDim]),
    value: tensor(tf, v, [shape.batch, shape.kvHeads, shape.contextTokens, shape.valueHeadDim ?? shape.headDim]),
  });

  it.each(prefills)("prefill, %s", (_, shape) => {
    const values = operands(shape);
    const expected = plain(shape, values);
    for (const tileTokens of [1, 4, 13, 64]) expectClose(attentionPrefill(tf, tensors(shape, values), { ...shape, tileTokens }), expected);
  });

  it.each([null, 3])("decode with window %s", (window) => {
    const shape: AttentionShape = { ...base, queryTokens: 1, contextTokens: 21, window };
    const values = operands(shape);
    const { query, key, value } = tensors(shape, values);
    const one = attentionDecode(tf, tf.reshape(query, [2, 4, 8]), { key, value }, { window });
    expect(one.shape).toEqual([2, 4, 8]);
    expectClose(one, plain(shape, values));
  });

  it("a prefill is its chunks over a growing cache", () => {
    const values = operands(base);
    const { query, key, value } = tensors(base, values);
    const whole = attentionPrefill(tf, { query, key, value });
    const piece = (x: typeof query, from: number, to: number) => tf.slice(x, [0, 0, from, 0], [2, x.shape[1] ?? 0, to - from, 8]);
    const first = appendToCache(tf, null, { key: piece(key, 0, 6), value: piece(value, 0, 6) });
    const second = appendToCache(tf, first, { key: piece(key, 6, 13), value: piece(value, 6, 13) });
    const chunks = tf.concat([
      attentionPrefill(tf, { query: piece(query, 0, 6), ...first }), attentionPrefill(tf, { query: piece(query, 6, 13), ...second }),
    ], 2);
    expectClose(chunks, whole.dataSync());
  });

  it("grouped-query attention is multi-head attention with repeated keys", () => {
    const shape = { ...base, causal: false };
    const values = operands(shape);
    const { query, key, value } = tensors(shape, values);
    const repeat = tf.tensor(Int32Array.from([0, 0, 1, 1]), [4], "int32");
    const repeated = groupedQueryAttention(tf, { query, key: tf.gather(key, repeat, 1), value: tf.gather(value, repeat, 1) });
    expectClose(groupedQueryAttention(tf, { query, key, value }), repeated.dataSync());
  });

  it("absorbed MLA decode is the loops, and is plain attention over expanded keys and values", () => {
    const [batch, heads, tokens, nope, rope, latent, valueDim] = [2, 3, 11, 6, 4, 10, 5];
    const scale = 1 / Math.sqrt(nope + rope);
    const [queryNope, queryRope] = [numbers(batch * heads * nope, 21), numbers(batch * heads * rope, 22)];
    const cache = numbers(batch * tokens * (latent + rope), 23);
    const [upKey, upValue] = [numbers(heads * nope * latent, 24), numbers(heads * latent * valueDim, 25)];
    const up = { key: tensor(tf, upKey, [heads, nope, latent]), value: tensor(tf, upValue, [heads, latent, valueDim]) };
    const query = mlaAbsorbQuery(tf, tensor(tf, queryNope, [batch, heads, nope]), tensor(tf, queryRope, [batch, heads, rope]), up);
    const attended = mlaDecode(tf, query, tensor(tf, cache, [batch, tokens, latent + rope]), latent, scale);
    const meter = new Meter();
    const absorbed = meter.operand(query.dataSync());
    expectClose(attended, plainMlaDecode(meter, absorbed, meter.operand(cache), { batch, contextTokens: tokens, heads, latentDim: latent, ropeDim: rope, scale }).values);

    // Without absorption: every head has its own keys (nope from the latent, rope shared) and values.
    const width = nope + rope;
    const keys = new Float32Array(batch * heads * tokens * width);
    const values = new Float32Array(batch * heads * tokens * valueDim);
    const queries = new Float32Array(batch * heads * width);
    const read = (x: Float32Array, at: number): number => x[at] ?? NaN;
    for (let item = 0; item < batch; item++) {
      for (let head = 0; head < heads; head++) {
        const row = item * heads + head;
        for (let i = 0; i < width; i++) queries[row * width + i] = i < nope ? read(queryNope, row * nope + i) : read(queryRope, row * rope + i - nope);
        for (let token = 0; token < tokens; token++) {
          const cached = (item * tokens + token) * (latent + rope);
          for (let i = 0; i < width; i++) {
            let sum = i < nope ? 0 : read(cache, cached + latent + i - nope);
            if (i < nope) for (let l = 0; l < latent; l++) sum += read(upKey, (head * nope + i) * latent + l) * read(cache, cached + l);
            keys[(row * tokens + token) * width + i] = sum;
          }
          for (let i = 0; i < valueDim; i++) {
            let sum = 0;
            for (let l = 0; l < latent; l++) sum += read(upValue, (head * latent + l) * valueDim + i) * read(cache, cached + l);
            values[(row * tokens + token) * valueDim + i] = sum;
          }
        }
      }
    }
    const shape = { batch, queryTokens: 1, contextTokens: tokens, heads, kvHeads: heads, headDim: width, valueHeadDim: valueDim, scale };
    expectClose(mlaExpandValue(tf, attended, up), plain(shape, { q: queries, k: keys, v: values }));
  });

  it("refuses what cannot be", () => {
    const { query, key, value } = tensors(base, operands(base));
    expect(() => attentionPrefill(tf, { query, key, value }, { window: 0 })).toThrow("window = 0");
    expect(() => attentionPrefill(tf, { query, key, value }, { window: 2, causal: false })).toThrow("needs causal attention");
    const short = { key: tf.slice(key, [0, 0, 0, 0], [2, 2, 5, 8]), value: tf.slice(value, [0, 0, 0, 0], [2, 2, 5, 8]) };
    expect(() => attentionPrefill(tf, { query, ...short })).toThrow("exceeds the 5 keys");
    const odd = tf.slice(query, [0, 0, 0, 0], [2, 3, 13, 8]);
    expect(() => groupedQueryAttention(tf, { query: odd, key, value })).toThrow("does not divide the 3 query heads");
    expect(() => mlaDecode(tf, tensor(tf, numbers(8, 1), [1, 1, 8]), tensor(tf, numbers(16, 1), [1, 2, 8]), 9, 1)).toThrow("latentDim = 9");
  });
});
