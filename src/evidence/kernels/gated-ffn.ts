import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape } from "./shape.ts";

/** Weights of a gated feed-forward network, stored [inputs, outputs]. */
export interface GatedFfnWeights<T> {
  /** [hidden, intermediate] */
  readonly gate: T;
  /** [hidden, intermediate] */
  readonly up: T;
  /** [intermediate, hidden] */
  readonly down: T;
}

/**
 * SwiGLU feed-forward network, (silu(x·W_gate) ⊙ (x·W_up))·W_down with silu(z) = z·σ(z) (Shazeer, "GLU Variants Improve
 * Transformer", 2020, eq. 6): 6·tokens·hidden·intermediate FLOPs in its products.
 *
 * @param x [tokens, hidden]
 * @returns [tokens, hidden]
 * @throws RidgepointError `invalid-value` where sizes do not fit.
 */
export function gatedFfn<T extends BackendTensor>(tf: TensorBackend<T>, x: T, { gate, up, down }: GatedFfnWeights<T>): T {
  const [, hidden = 0] = expectShape("x", x, [null, null]);
  const [, intermediate = 0] = expectShape("gate", gate, [hidden, null]);
  expectShape("up", up, [hidden, intermediate]);
  expectShape("down", down, [intermediate, hidden]);
  return tf.tidy(() => {
    const gated = tf.matMul(x, gate);
    const activated = tf.mul(tf.mul(gated, tf.sigmoid(gated)), tf.matMul(x, up));
    return tf.matMul(activated, down);
  });
}
