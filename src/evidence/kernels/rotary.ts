import { invalidValue } from "../../quantities/errors.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { sizeOf } from "./shape.ts";

/** Cosines and sines of rotary positions, each [tokens, headDim/2]. */
export interface RotaryTable<T> {
  readonly cosine: T;
  readonly sine: T;
}

/**
 * Angles of rotary position embedding: token at position p turns pair i by p·base^(−2i/headDim)
 * (Su et al., "RoFormer", 2021, section 3.2.2).
 *
 * @param firstPosition - position of the first row, from 0.
 * @param headDim - even.
 * @param base `rope_theta` of a config.json
 * @returns cosines and sines, each [tokens, headDim/2].
 * @throws RidgepointError `invalid-value` for an odd `headDim`, or a base that is not above 0.
 */
export function rotaryTable<T extends BackendTensor>(
  tf: TensorBackend<T>, firstPosition: number, tokens: number, headDim: number, base: number,
): RotaryTable<T> {
  if (!(Number.isInteger(headDim) && headDim >= 2 && headDim % 2 === 0)) throw invalidValue("headDim", headDim, "is not an even number of at least 2");
  if (!(base > 0)) throw invalidValue("base", base, "is not above 0");
  const half = headDim / 2;
  const cosine = new Float32Array(tokens * half);
  const sine = new Float32Array(tokens * half);
  const frequencies = Float64Array.from({ length: half }, (_, pair) => base ** ((-2 * pair) / headDim));
  for (let row = 0; row < tokens; row++) {
    for (let pair = 0; pair < half; pair++) {
      const angle = (firstPosition + row) * (frequencies[pair] ?? NaN);
      cosine[row * half + pair] = Math.cos(angle);
      sine[row * half + pair] = Math.sin(angle);
    }
  }
  return { cosine: tf.tensor(cosine, [tokens, half], "float32"), sine: tf.tensor(sine, [tokens, half], "float32") };
}

/**
 * Turns each head by its position; element i is paired with element i + headDim/2, as the checkpoints in Transformers'
 * layout want it.
 *
 * @param x [..., tokens, headDim]
 * @param table rows for the same tokens
 * @returns the shape of x
 * @throws RidgepointError `invalid-value` for a tensor without an axis.
 */
export function rotate<T extends BackendTensor>(tf: TensorBackend<T>, x: T, table: RotaryTable<T>): T {
  const half = sizeOf(x, -1) / 2;
  const rank = x.shape.length;
  const begin = x.shape.map(() => 0);
  const size = [...x.shape.slice(0, -1), half];
  return tf.tidy(() => {
    const first = tf.slice(x, begin, size);
    const second = tf.slice(x, [...begin.slice(0, -1), half], size);
    const turnedFirst = tf.sub(tf.mul(first, table.cosine), tf.mul(second, table.sine));
    const turnedSecond = tf.add(tf.mul(second, table.cosine), tf.mul(first, table.sine));
    return tf.concat([turnedFirst, turnedSecond], rank - 1);
  });
}
