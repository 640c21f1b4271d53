import { invalidValue } from "../../../quantities/errors.ts";
import type { BackendTensor, TensorBackend, TensorType } from "../backend.ts";
import { elementsOf } from "./op-record.ts";

/** A tensor without elements. */
export interface ShapeTensor extends BackendTensor {
  readonly shape: readonly number[];
}

/** Choices of a top-k over `rows` rows of `columns` columns: k different columns for each row, row after row. */
export type TopKChooser = (rows: number, columns: number, k: number) => Int32Array;

/**
 * A backend that computes shapes and nothing else: a kernel that runs on it tells, through a tracing backend, which
 * operations it would run, at the cost of microseconds and without a single weight.
 *
 * @param choose which experts tokens take, for nothing here has values. Default {@link roundRobin}.
 * @throws RidgepointError `invalid-value` from its operations, where shapes do not fit each other.
 */
export function shapeBackend(choose: TopKChooser = roundRobin): TensorBackend<ShapeTensor> {
  return {
    tensor: (values, shape, dtype) => {
      if (values.length !== elementsOf(shape)) throw invalidValue("values.length", values.length, `does not fill the shape [${shape.join(", ")}]`);
      return of(shape, dtype, values);
    },
    fill: (shape) => of(shape),
    matMul: (a, b, transposeA = false, transposeB = false) => of(productShape(a.shape, b.shape, transposeA, transposeB)),
    add: (a, b) => of(broadcast(a.shape, b.shape)),
    sub: (a, b) => of(broadcast(a.shape, b.shape)),
    mul: (a, b) => of(broadcast(a.shape, b.shape)),
    div: (a, b) => of(broadcast(a.shape, b.shape)),
    square: (x) => of(x.shape),
    rsqrt: (x) => of(x.shape),
    sigmoid: (x) => of(x.shape),
    softmax: (x) => of(x.shape),
    sum: (x, axis, keepDims) => of(reduced(x.shape, axis, keepDims)),
    mean: (x, axis, keepDims) => of(reduced(x.shape, axis, keepDims)),
    reshape: (x, shape) => {
      if (elementsOf(shape) !== elementsOf(x.shape)) throw invalidValue("shape", shape, `holds other than the ${elementsOf(x.shape)} elements of [${x.shape.join(", ")}]`);
      return of(shape, x.dtype);
    },
    transpose: (x, permutation = x.shape.map((_, axis) => x.shape.length - 1 - axis)) => of(permutation.map((axis) => x.shape[axis] ?? NaN), x.dtype),
    concat: (tensors, axis = 0) => of(joined(tensors, axis)),
    slice: (_, __, size) => of(size),
    gather: (x, indices, axis = 0) => of([...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)], x.dtype),
    topk: (x, k = 1) => {
      const columns = x.shape.at(-1) ?? 0;
      const shape = [...x.shape.slice(0, -1), k];
      return { values: of(shape), indices: of(shape, "int32", choose(elementsOf(x.shape) / columns, columns, k)) };
    },
    tidy: (fn) => fn(),
  };
}

/** Token after token takes the next experts in turn: perfectly balanced. */
export function roundRobin(rows: number, columns: number, k: number): Int32Array {
  return Int32Array.from({ length: rows * k }, (_, at) => at % columns);
}

function of(shape: readonly number[], dtype: TensorType = "float32", values?: ArrayLike<number>): ShapeTensor {
  return {
    shape: [...shape],
    dtype,
    dataSync: () => {
      if (values === undefined) throw invalidValue("dataSync", shape, "was asked of a tensor without elements");
      return values;
    },
    dispose: () => undefined,
  };
}

function broadcast(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const [left, right] = [a[axis - rank + a.length] ?? 1, b[axis - rank + b.length] ?? 1];
    if (left !== right && left !== 1 && right !== 1) throw invalidValue("b.shape", b, `does not broadcast with [${a.join(", ")}]`);
    return Math.max(left, right);
  });
}

function productShape(a: readonly number[], b: readonly number[], transposeA: boolean, transposeB: boolean): number[] {
  const [rows, innerA] = transposeA ? [a.at(-1), a.at(-2)] : [a.at(-2), a.at(-1)];
  const [innerB, columns] = transposeB ? [b.at(-1), b.at(-2)] : [b.at(-2), b.at(-1)];
  if (innerA !== innerB) throw invalidValue("b.shape", b, `has ${innerB} where [${a.join(", ")}] has ${innerA} inner elements`);
  return [...broadcast(a.slice(0, -2), b.slice(0, -2)), rows ?? NaN, columns ?? NaN];
}

function reduced(shape: readonly number[], axis: number | undefined, keepDims = false): number[] {
  if (axis === undefined) return keepDims ? shape.map(() => 1) : [];
  const at = axis < 0 ? axis + shape.length : axis;
  return keepDims ? shape.map((size, i) => (i === at ? 1 : size)) : shape.filter((_, i) => i !== at);
}

function joined(tensors: readonly ShapeTensor[], axis: number): number[] {
  const first = tensors[0];
  if (first === undefined) throw invalidValue("tensors", tensors, "is empty");
  const total = tensors.reduce((sum, tensor) => sum + (tensor.shape[axis] ?? NaN), 0);
  return first.shape.map((size, i) => (i === axis ? total : size));
}
