import { attentionDecode } from "./attention-decode.ts";
import { attentionPrefill } from "./attention-prefill.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { gatedFfn } from "./gated-ffn.ts";
import type { GatedFfnWeights } from "./gated-ffn.ts";
import { appendToCache } from "./kv-cache.ts";
import type { KvCache } from "./kv-cache.ts";
import { rmsNorm } from "./rms-norm.ts";
import { rotaryTable, rotate } from "./rotary.ts";
import { routedMoe } from "./routed-moe.ts";
import type { RoutedMoeWeights } from "./routed-moe.ts";
import { expectShape } from "./shape.ts";

/** Dimensions of a pre-norm block of the Llama kind, in the words of its config.json. */
export interface BlockShape {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** `rms_norm_eps` */
  readonly epsilon: number;
  /** `rope_theta` */
  readonly ropeBase: number;
  /** Experts that a token visits; only where the feed-forward network is routed. */
  readonly topK?: number;
  /** Sliding window; null or absent sees all. */
  readonly window?: number | null;
}

/** Weights of the block; matrices are stored [inputs, outputs]. */
export interface BlockWeights<T> {
  /** [hidden] */
  readonly attentionNorm: T;
  /** [hidden, heads·headDim] */
  readonly query: T;
  /** [hidden, kvHeads·headDim] */
  readonly key: T;
  /** [hidden, kvHeads·headDim] */
  readonly value: T;
  /** [heads·headDim, hidden] */
  readonly output: T;
  /** [hidden] */
  readonly feedForwardNorm: T;
  readonly feedForward: GatedFfnWeights<T> | RoutedMoeWeights<T>;
}

/** What a block gives: the hidden state and the cache, the new tokens included. */
export interface BlockResult<T> {
  /** [batch, tokens, hidden] */
  readonly hidden: T;
  readonly cache: KvCache<T>;
}

/**
 * One transformer block over new tokens: x + attention(norm(x)), then + feed-forward(norm(·)). With `cache` null and many
 * tokens it is a prefill, with a cache and one token a decode step, with both a chunk of a chunked prefill.
 *
 * @param x [batch, tokens, hidden]
 * @param cache of the tokens before, or null; it stays the caller's to dispose of
 * @throws RidgepointError `invalid-value` where sizes do not fit, or a figure of `shape` is out of range (an odd `headDim`, ε not above 0).
 */
export function transformerBlock<T extends BackendTensor>(
  tf: TensorBackend<T>, x: T, weights: BlockWeights<T>, cache: KvCache<T> | null, shape: BlockShape,
): BlockResult<T> {
  const [batch = 0, tokens = 0, width = 0] = expectShape("x", x, [null, null, null]);
  const { heads, kvHeads, headDim } = shape;
  const past = cache === null ? 0 : (cache.key.shape[2] ?? 0);
  const [hidden, key, value] = tf.tidy(() => {
    const rows = tf.reshape(x, [batch * tokens, width]);
    const normed = rmsNorm(tf, rows, weights.attentionNorm, shape.epsilon);
    const table = rotaryTable(tf, past, tokens, headDim, shape.ropeBase);
    const project = (matrix: T, count: number): T => splitHeads(tf, tf.matMul(normed, matrix), batch, tokens, count, headDim);
    const query = rotate(tf, project(weights.query, heads), table);
    const fresh = { key: rotate(tf, project(weights.key, kvHeads), table), value: project(weights.value, kvHeads) };
    const grown = appendToCache(tf, cache, fresh);
    const attended = attend(tf, query, grown, shape);
    const joined = tf.add(rows, tf.matMul(attended, weights.output));
    const fed = feed(tf, rmsNorm(tf, joined, weights.feedForwardNorm, shape.epsilon), weights.feedForward, shape);
    return [tf.reshape(tf.add(joined, fed), [batch, tokens, width]), grown.key, grown.value];
  }) as [T, T, T];
  return { hidden, cache: { key, value } };
}

function splitHeads<T extends BackendTensor>(tf: TensorBackend<T>, x: T, batch: number, tokens: number, heads: number, headDim: number): T {
  return tf.transpose(tf.reshape(x, [batch, tokens, heads, headDim]), [0, 2, 1, 3]);
}

/** Attention of the new tokens, heads joined again: [batch·tokens, heads·headDim]. */
function attend<T extends BackendTensor>(tf: TensorBackend<T>, query: T, cache: KvCache<T>, { window = null }: BlockShape): T {
  const [batch = 0, heads = 0, tokens = 0, headDim = 0] = query.shape;
  if (tokens === 1) {
    const one = attentionDecode(tf, tf.reshape(query, [batch, heads, headDim]), cache, { window });
    return tf.reshape(one, [batch, heads * headDim]);
  }
  const many = attentionPrefill(tf, { query, key: cache.key, value: cache.value }, { causal: true, window });
  return tf.reshape(tf.transpose(many, [0, 2, 1, 3]), [batch * tokens, heads * headDim]);
}

function feed<T extends BackendTensor>(tf: TensorBackend<T>, x: T, weights: GatedFfnWeights<T> | RoutedMoeWeights<T>, shape: BlockShape): T {
  return "router" in weights ? routedMoe(tf, x, weights, shape.topK ?? 1) : gatedFfn(tf, x, weights);
}
