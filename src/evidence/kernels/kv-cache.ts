import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape } from "./shape.ts";

/** Keys and values of one layer. */
export interface KvCache<T> {
  /** [batch, kvHeads, tokens, headDim] */
  readonly key: T;
  /** [batch, kvHeads, tokens, valueHeadDim] */
  readonly value: T;
}

/**
 * A cache with more tokens. Tensors of TensorFlow.js do not change, so the old cache is copied; an engine writes in place.
 * The caller disposes of the old one.
 *
 * @returns [batch, kvHeads, tokens of both, …] of key and value.
 * @throws RidgepointError `invalid-value` where the keys differ in batch, heads or width.
 */
export function appendToCache<T extends BackendTensor>(tf: TensorBackend<T>, cache: KvCache<T> | null, more: KvCache<T>): KvCache<T> {
  if (cache === null) return more;
  const [batch = 0, kvHeads = 0, , headDim = 0] = expectShape("cache.key", cache.key, [null, null, null, null]);
  expectShape("key", more.key, [batch, kvHeads, null, headDim]);
  return { key: tf.concat([cache.key, more.key], 2), value: tf.concat([cache.value, more.value], 2) };
}
