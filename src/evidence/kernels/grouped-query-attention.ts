import { invalidValue } from "../../quantities/errors.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape } from "./shape.ts";

/** Queries of `heads` heads over keys and values of `kvHeads` heads. */
export interface AttentionTensors<T> {
  /** [batch, heads, queryTokens, headDim] */
  readonly query: T;
  /** [batch, kvHeads, contextTokens, headDim] */
  readonly key: T;
  /** [batch, kvHeads, contextTokens, valueHeadDim] */
  readonly value: T;
}

/** Options of grouped-query attention. */
export interface GroupedQueryOptions<T> {
  /** What the scores are multiplied by. Default 1/√headDim. */
  readonly scale?: number;
  /** Added to the scores, [queryTokens, contextTokens]; a very negative number hides a key. Default none. */
  readonly mask?: T;
}

/**
 * Softmax attention with fewer key heads than query heads, softmax(scale·QKᵀ + mask)·V (Ainslie et al., "GQA", 2023).
 * The heads of one group are folded into the rows of one matrix product, so that a key is read once for its whole group
 * and never repeated in memory. kvHeads = heads is multi-head attention, kvHeads = 1 multi-query attention.
 *
 * @returns [batch, heads, queryTokens, valueHeadDim]
 * @throws RidgepointError `invalid-value` where sizes differ or kvHeads does not divide heads.
 */
export function groupedQueryAttention<T extends BackendTensor>(
  tf: TensorBackend<T>, { query, key, value }: AttentionTensors<T>, options: GroupedQueryOptions<T> = {},
): T {
  const [batch = 0, heads = 0, queryTokens = 0, headDim = 0] = expectShape("query", query, [null, null, null, null]);
  const [, kvHeads = 0, contextTokens = 0] = expectShape("key", key, [batch, null, null, headDim]);
  const [, , , valueHeadDim = 0] = expectShape("value", value, [batch, kvHeads, contextTokens, null]);
  if (heads % kvHeads !== 0) throw invalidValue("key.shape[1]", kvHeads, `does not divide the ${heads} query heads`);
  const group = heads / kvHeads;
  const scale = options.scale ?? 1 / Math.sqrt(headDim);
  return tf.tidy(() => {
    const rows = tf.reshape(tf.mul(query, tf.fill([1], scale)), [batch * kvHeads, group * queryTokens, headDim]);
    const keys = tf.reshape(key, [batch * kvHeads, contextTokens, headDim]);
    let scores = tf.matMul(rows, keys, false, true);
    if (options.mask !== undefined) {
      expectShape("mask", options.mask, [queryTokens, contextTokens]);
      scores = tf.add(tf.reshape(scores, [batch * heads, queryTokens, contextTokens]), options.mask);
      scores = tf.reshape(scores, [batch * kvHeads, group * queryTokens, contextTokens]);
    }
    const values = tf.reshape(value, [batch * kvHeads, contextTokens, valueHeadDim]);
    return tf.reshape(tf.matMul(tf.softmax(scores, -1), values), [batch, heads, queryTokens, valueHeadDim]);
  });
}
