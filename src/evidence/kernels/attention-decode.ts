import { keysOf } from "./attention-prefill.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { groupedQueryAttention } from "./grouped-query-attention.ts";
import type { KvCache } from "./kv-cache.ts";
import { expectShape } from "./shape.ts";
import { expectVisibility, visibleKeys } from "./visible-keys.ts";

/** Options of decode attention. */
export interface AttentionDecodeOptions {
  /** The token sees at most this many cached tokens, itself included; null or absent sees all. */
  readonly window?: number | null;
  /** What the scores are multiplied by. Default 1/√headDim. */
  readonly scale?: number;
}

/**
 * Attention of one new token of each sequence over its KV cache, the new token's own key and value being in the cache
 * already: 4·batch·heads·context·headDim FLOPs while 2·batch·kvHeads·context·headDim cached elements are read.
 *
 * @param query [batch, heads, headDim]
 * @returns [batch, heads, valueHeadDim]
 * @throws RidgepointError `invalid-value` where sizes do not fit, or the window is not a whole number of at least 1.
 */
export function attentionDecode<T extends BackendTensor>(
  tf: TensorBackend<T>, query: T, cache: KvCache<T>, options: AttentionDecodeOptions = {},
): T {
  const [batch = 0, heads = 0, headDim = 0] = expectShape("query", query, [null, null, null]);
  const [, , contextTokens = 0] = expectShape("cache.key", cache.key, [batch, null, null, headDim]);
  const [, , , valueHeadDim = 0] = expectShape("cache.value", cache.value, [batch, null, contextTokens, null]);
  const visibility = { causal: true, window: options.window ?? null };
  expectVisibility(visibility);
  const seen = visibleKeys(contextTokens - 1, contextTokens, visibility);
  return tf.tidy(() => {
    const tensors = {
      query: tf.reshape(query, [batch, heads, 1, headDim]),
      key: keysOf(tf, cache.key, seen),
      value: keysOf(tf, cache.value, seen),
    };
    const scale = options.scale ?? 1 / Math.sqrt(headDim);
    return tf.reshape(groupedQueryAttention(tf, tensors, { scale }), [batch, heads, valueHeadDim]);
  });
}
