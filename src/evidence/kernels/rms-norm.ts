import { invalidValue } from "../../quantities/errors.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape, sizeOf } from "./shape.ts";

/**
 * Root-mean-square norm over the last axis, y = x/√(mean(x²) + ε) ⊙ w (Zhang & Sennrich, "Root Mean Square Layer
 * Normalization", 2019, eq. 4; ε as in its implementations).
 *
 * @param x [..., columns]
 * @param weight [columns]
 * @param epsilon guard against a row of zeros; a model's config.json calls it `rms_norm_eps`. Positive.
 * @returns the shape of x
 * @throws RidgepointError `invalid-value` where `weight` has other columns than `x`, or ε is not above 0.
 */
export function rmsNorm<T extends BackendTensor>(tf: TensorBackend<T>, x: T, weight: T, epsilon: number): T {
  expectShape("weight", weight, [sizeOf(x, -1)]);
  if (!(epsilon > 0)) throw invalidValue("epsilon", epsilon, "is not above 0");
  return tf.tidy(() => {
    const meanSquare = tf.mean(tf.square(x), -1, true);
    const inverse = tf.rsqrt(tf.add(meanSquare, tf.fill([1], epsilon)));
    return tf.mul(tf.mul(x, inverse), weight);
  });
}
