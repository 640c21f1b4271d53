import type { BackendTensor, TensorBackend } from "../backend.ts";
import type { OpName, OpRecord } from "./op-record.ts";

/** A backend that writes down what it is asked to do. */
export interface TracingBackend<T extends BackendTensor> {
  readonly tf: TensorBackend<T>;
  /** Operations in the order in which they ran; grows while kernels run. */
  readonly records: readonly OpRecord[];
}

/**
 * Wraps a backend so that every operation leaves a record of the shapes of its operands. Results are the wrapped backend's.
 */
export function tracingBackend<T extends BackendTensor>(inner: TensorBackend<T>): TracingBackend<T> {
  const records: OpRecord[] = [];
  const made = new WeakSet<T>();
  const note = (op: OpName, inputs: readonly T[], output: T, more: Partial<OpRecord> = {}): T => {
    records.push({
      op, inputs: inputs.map((input) => [...input.shape]), output: [...output.shape],
      fresh: inputs.map((input) => made.has(input)), inner: 0, transposeB: false, permutation: [], axis: 0, ...more,
    });
    const isNewData = op !== "reshape" || inputs.some((input) => made.has(input));
    if (isNewData) made.add(output);
    return output;
  };
  const tf: TensorBackend<T> = {
    tensor: (values, shape, dtype) => note("tensor", [], inner.tensor(values, shape, dtype)),
    fill: (shape, value) => note("fill", [], inner.fill(shape, value)),
    matMul: (a, b, transposeA = false, transposeB = false) =>
      note("matMul", [a, b], inner.matMul(a, b, transposeA, transposeB), { inner: a.shape.at(transposeA ? -2 : -1) ?? 0, transposeB }),
    add: (a, b) => note("add", [a, b], inner.add(a, b)),
    sub: (a, b) => note("sub", [a, b], inner.sub(a, b)),
    mul: (a, b) => note("mul", [a, b], inner.mul(a, b)),
    div: (a, b) => note("div", [a, b], inner.div(a, b)),
    square: (x) => note("square", [x], inner.square(x)),
    rsqrt: (x) => note("rsqrt", [x], inner.rsqrt(x)),
    sigmoid: (x) => note("sigmoid", [x], inner.sigmoid(x)),
    softmax: (x, dim) => note("softmax", [x], inner.softmax(x, dim)),
    sum: (x, axis, keepDims) => note("sum", [x], inner.sum(x, axis, keepDims), { axis: axis ?? 0 }),
    mean: (x, axis, keepDims) => note("mean", [x], inner.mean(x, axis, keepDims), { axis: axis ?? 0 }),
    reshape: (x, shape) => note("reshape", [x], inner.reshape(x, shape)),
    transpose: (x, permutation) =>
      note("transpose", [x], inner.transpose(x, permutation), { permutation: permutation ?? x.shape.map((_, axis) => x.shape.length - 1 - axis) }),
    concat: (tensors, axis = 0) => note("concat", tensors, inner.concat(tensors, axis), { axis }),
    slice: (x, begin, size) => note("slice", [x], inner.slice(x, begin, size)),
    gather: (x, indices, axis = 0) => note("gather", [x, indices], inner.gather(x, indices, axis), { axis }),
    topk: (x, k, sorted) => {
      const result = inner.topk(x, k, sorted);
      note("topk", [x], result.values);
      return result;
    },
    tidy: (fn) => inner.tidy(fn),
  };
  return { tf, records };
}
