import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape } from "./shape.ts";

/**
 * Matrix product C[m,n] = A[m,k] · B[k,n]: 2·m·n·k FLOPs, (m·k + k·n + m·n) elements moved at least.
 *
 * @param a [m, k]
 * @param b [k, n]
 * @returns [m, n]
 * @throws RidgepointError `invalid-value` where the inner sizes differ.
 */
export function gemm<T extends BackendTensor>(tf: TensorBackend<T>, a: T, b: T): T {
  const [, inner = 0] = expectShape("a", a, [null, null]);
  expectShape("b", b, [inner, null]);
  return tf.matMul(a, b);
}
