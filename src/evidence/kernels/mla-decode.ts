import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape } from "./shape.ts";
import { invalidValue } from "../../quantities/errors.ts";

/** Up-projections of multi-head latent attention, by head. */
export interface MlaUpProjections<T> {
  /** Keys from the latent: [heads, nopeDim, latentDim]. */
  readonly key: T;
  /** Values from the latent: [heads, latentDim, valueDim]. */
  readonly value: T;
}

/**
 * Core of absorbed MLA decode: all heads attend over one shared latent (and its rotary key) per token, so a cached row of
 * latentDim + ropeDim elements is read once for all heads (DeepSeek-AI, "DeepSeek-V2", 2024, section 2.1.2 and appendix C).
 *
 * @param query [batch, heads, latentDim + ropeDim], the key up-projection absorbed
 * @param cache [batch, tokens, latentDim + ropeDim]
 * @param scale 1/√(nopeDim + ropeDim) in DeepSeek V2 and V3, without YaRN's correction
 * @returns [batch, heads, latentDim]
 * @throws RidgepointError `invalid-value` where sizes do not fit, or `latentDim` is not in 1 … the width of the cache.
 */
export function mlaDecode<T extends BackendTensor>(tf: TensorBackend<T>, query: T, cache: T, latentDim: number, scale: number): T {
  const [batch = 0, , width = 0] = expectShape("query", query, [null, null, null]);
  const [, tokens = 0] = expectShape("cache", cache, [batch, null, width]);
  if (!(latentDim >= 1 && latentDim <= width)) throw invalidValue("latentDim", latentDim, `is not in 1 … ${width}, the width of the cache`);
  return tf.tidy(() => {
    const scores = tf.matMul(tf.mul(query, tf.fill([1], scale)), cache, false, true);
    return tf.matMul(tf.softmax(scores, -1), tf.slice(cache, [0, 0, 0], [batch, tokens, latentDim]));
  });
}

/**
 * Absorbs the key up-projection into the query: q_latent = q_nope · W_uk for each head, then the rotary part beside it
 * (DeepSeek-AI, "DeepSeek-V2", 2024, section 2.1.2).
 *
 * @param queryNope [batch, heads, nopeDim]
 * @param queryRope [batch, heads, ropeDim]
 * @returns [batch, heads, latentDim + ropeDim]
 * @throws RidgepointError `invalid-value` where sizes do not fit.
 */
export function mlaAbsorbQuery<T extends BackendTensor>(tf: TensorBackend<T>, queryNope: T, queryRope: T, up: MlaUpProjections<T>): T {
  const [batch = 0, heads = 0, nopeDim = 0] = expectShape("queryNope", queryNope, [null, null, null]);
  expectShape("queryRope", queryRope, [batch, heads, null]);
  expectShape("up.key", up.key, [heads, nopeDim, null]);
  return tf.tidy(() => tf.concat([byHead(tf, queryNope, up.key), queryRope], 2));
}

/**
 * Values of each head from its attended latent.
 *
 * @param latent [batch, heads, latentDim]
 * @returns [batch, heads, valueDim]
 * @throws RidgepointError `invalid-value` where sizes do not fit.
 */
export function mlaExpandValue<T extends BackendTensor>(tf: TensorBackend<T>, latent: T, up: MlaUpProjections<T>): T {
  const [, heads = 0, latentDim = 0] = expectShape("latent", latent, [null, null, null]);
  expectShape("up.value", up.value, [heads, latentDim, null]);
  return tf.tidy(() => byHead(tf, latent, up.value));
}

/** One product for each head: [batch, heads, in] by [heads, in, out] gives [batch, heads, out]. */
function byHead<T extends BackendTensor>(tf: TensorBackend<T>, x: T, weights: T): T {
  return tf.transpose(tf.matMul(tf.transpose(x, [1, 0, 2]), weights), [1, 0, 2]);
}
