import { beforeAll, describe, expect, it } from "vitest";
import type { BackendTensor, TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import { plainBlock } from "../../../src/evidence/kernels/plain/block.ts";
import type { BlockNumbers, PlainBlockShape } from "../../../src/evidence/kernels/plain/block.ts";
import { transformerBlock } from "../../../src/evidence/kernels/transformer-block.ts";
import type { BlockWeights } from "../../../src/evidence/kernels/transformer-block.ts";
import { backends, expectClose, numbers, tensor, use } from "./support.ts";

const shape: PlainBlockShape = {
  batch: 2, tokens: 9, hidden: 16, intermediate: 24, heads: 4, kvHeads: 2, headDim: 6, epsilon: 1e-5, ropeBase: 10_000, topK: 2,
};
const { hidden, intermediate, heads, kvHeads, headDim } = shape;
const experts = 4;
const scaled = (length: number, seed: number): Float32Array => numbers(length, seed).map((value) => value / 4);
const ffn = (seed: number) => ({ gate: scaled(hidden * intermediate, seed), up: scaled(hidden * intermediate, seed + 1), down: scaled(intermediate * hidden, seed + 2) });

function weightsOf(routed: boolean) {
  return {
    attentionNorm: numbers(hidden, 61), query: scaled(hidden * heads * headDim, 62), key: scaled(hidden * kvHeads * headDim, 63),
    value: scaled(hidden * kvHeads * headDim, 64), output: scaled(heads * headDim * hidden, 65), feedForwardNorm: numbers(hidden, 66),
    feedForward: routed ? { router: numbers(hidden * experts, 67), experts: [1, 2, 3, 4].map((e) => ffn(70 + 3 * e)) } : ffn(68),
  } satisfies BlockNumbers;
}

describe.each(backends)("a transformer block on %s", (name) => {
  let tf: TensorBackend;
  beforeAll(async () => {
    tf = await use(name);
  });

  function tensorsOf(w: ReturnType<typeof weightsOf>): BlockWeights<BackendTensor> {
    const ffnTensors = (f: ReturnType<typeof ffn>) =>
      ({ gate: tensor(tf, f.gate, [hidden, intermediate]), up: tensor(tf, f.up, [hidden, intermediate]), down: tensor(tf, f.down, [intermediate, hidden]) });
    return {
      attentionNorm: tensor(tf, w.attentionNorm, [hidden]), feedForwardNorm: tensor(tf, w.feedForwardNorm, [hidden]),
      query: tensor(tf, w.query, [hidden, heads * headDim]), key: tensor(tf, w.key, [hidden, kvHeads * headDim]),
      value: tensor(tf, w.value, [hidden, kvHeads * headDim]), output: tensor(tf, w.output, [heads * headDim, hidden]),
      feedForward: "router" in w.feedForward
        ? { router: tensor(tf, w.feedForward.router, [hidden, experts]), experts: w.feedForward.experts.map(ffnTensors) }
        : ffnTensors(w.feedForward),
    };
  }

  describe.each([["dense", false], ["routed", true]])("%s", (_, routed) => {
    it.each([null, 4])("prefill, then two decode steps, window %s", (window) => {
      const numbersOf = weightsOf(routed);
      const weights = tensorsOf(numbersOf);
      const x = numbers(shape.batch * shape.tokens * hidden, 81);
      const prefill = transformerBlock(tf, tensor(tf, x, [2, 9, hidden]), weights, null, { ...shape, window });
      const plainPrefill = plainBlock(x, numbersOf, null, { ...shape, window });
      expect(prefill.hidden.shape).toEqual([2, 9, hidden]);
      expectClose(prefill.hidden, plainPrefill.hidden);
      expectClose(prefill.cache.key, plainPrefill.cache.key);
      let { cache } = prefill;
      let plainCache = plainPrefill.cache;
      for (const step of [1, 2]) {
        const token = numbers(2 * hidden, 90 + step);
        const decoded = transformerBlock(tf, tensor(tf, token, [2, 1, hidden]), weights, cache, { ...shape, window });
        const expected = plainBlock(token, numbersOf, plainCache, { ...shape, window, tokens: 1 });
        expectClose(decoded.hidden, expected.hidden);
        cache = decoded.cache;
        plainCache = expected.cache;
        expect(cache.key.shape).toEqual([2, kvHeads, 9 + step, headDim]);
      }
    });

    it("decode after prefill is the longer prefill's last token", () => {
      const weights = tensorsOf(weightsOf(routed));
      const x = tensor(tf, numbers(2 * 9 * hidden, 95), [2, 9, hidden]);
      const whole = transformerBlock(tf, x, weights, null, shape).hidden;
      const before = transformerBlock(tf, tf.slice(x, [0, 0, 0], [2, 8, hidden]), weights, null, shape);
      const last = transformerBlock(tf, tf.slice(x, [0, 8, 0], [2, 1, hidden]), weights, before.cache, shape);
      expectClose(last.hidden, tf.slice(whole, [0, 8, 0], [2, 1, hidden]).dataSync());
    });
  });
});
