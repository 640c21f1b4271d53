import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape } from "./shape.ts";

/** Options of a batched matrix product. */
export interface BatchedGemmOptions {
  /** B is given as [batch, n, k], as keys are in attention. Default false: [batch, k, n]. */
  readonly transposeB?: boolean;
}

/**
 * One matrix product for each member of a batch, C_i = A_i · B_i: 2·batch·m·n·k FLOPs.
 *
 * @param a [batch, m, k]
 * @param b [batch, k, n], or [batch, n, k] with `transposeB`
 * @returns [batch, m, n]
 * @throws RidgepointError `invalid-value` where sizes differ.
 */
export function batchedGemm<T extends BackendTensor>(tf: TensorBackend<T>, a: T, b: T, options: BatchedGemmOptions = {}): T {
  const transposeB = options.transposeB ?? false;
  const [batch = 0, , inner = 0] = expectShape("a", a, [null, null, null]);
  expectShape("b", b, transposeB ? [batch, null, inner] : [batch, inner, null]);
  return tf.matMul(a, b, false, transposeB);
}
