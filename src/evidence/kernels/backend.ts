/** Number formats of tensors that the kernels use. */
export type TensorType = "float32" | "int32" | "bool" | "complex64" | "string";

/** What the kernels ask of a tensor: `tf.Tensor` of TensorFlow.js has it. */
export interface BackendTensor {
  readonly shape: readonly number[];
  readonly dtype: TensorType;
  dataSync(): ArrayLike<number>;
  dispose(): void;
}

/** What a `tidy` scope may return: its tensors survive the scope. */
export type TensorResult<T> = T | T[] | { [name: string]: T };

/**
 * The few operations of TensorFlow.js that the reference kernels are written in. `import * as tf from "@tensorflow/tfjs"`
 * is such a backend, and so are `@tensorflow/tfjs-node`, `@tensorflow/tfjs-core` with a registered backend, and the
 * tracing backends of this folder. The library never imports TensorFlow.js by itself: the caller injects it.
 *
 * Semantics are those of TensorFlow.js 4 (https://js.tensorflow.org/api/latest/).
 *
 * @example
 * ```ts
 * import * as tfjs from "@tensorflow/tfjs";
 * const tf: TensorBackend<tfjs.Tensor> = tfjs;
 * const product: tfjs.Tensor = gemm(tf, tfjs.eye(3), tfjs.ones([3, 2]));
 * ```
 */
export interface TensorBackend<T extends BackendTensor = BackendTensor> {
  tensor(values: Float32Array | Int32Array, shape: number[], dtype: "float32" | "int32"): T;
  fill(shape: number[], value: number): T;
  matMul(a: T, b: T, transposeA?: boolean, transposeB?: boolean): T;
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  square(x: T): T;
  rsqrt(x: T): T;
  sigmoid(x: T): T;
  softmax(x: T, dim?: number): T;
  sum(x: T, axis?: number, keepDims?: boolean): T;
  mean(x: T, axis?: number, keepDims?: boolean): T;
  reshape(x: T, shape: number[]): T;
  transpose(x: T, permutation?: number[]): T;
  concat(tensors: T[], axis?: number): T;
  slice(x: T, begin: number[], size: number[]): T;
  gather(x: T, indices: T, axis?: number): T;
  topk(x: T, k?: number, sorted?: boolean): { values: T; indices: T };
  tidy<R extends TensorResult<T>>(fn: () => R): R;
}
