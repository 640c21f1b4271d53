import type { BackendTensor, TensorBackend } from "./backend.ts";

/**
 * Softmax over the last axis, y_j = exp(x_j − max x)/Σ_i exp(x_i − max x). The maximum is taken off first, so that large
 * scores do not overflow.
 *
 * @param x any shape
 * @returns the same shape; each row sums to 1
 */
export function softmax<T extends BackendTensor>(tf: TensorBackend<T>, x: T): T {
  return tf.softmax(x, -1);
}
