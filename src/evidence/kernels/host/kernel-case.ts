import type { BackendTensor, TensorBackend } from "../backend.ts";
import { shapeBackend } from "../trace/shape-backend.ts";
import { tracingBackend } from "../trace/tracing-backend.ts";
import type { OpRecord } from "../trace/op-record.ts";

/** Makes a tensor that a kernel finds ready: a weight, an activation, a cache. */
export type MakeTensor<T> = (...shape: number[]) => T;

/** A kernel with its sizes, on any backend. */
export interface KernelCase {
  readonly name: string;
  /** Kernel or block, for tables. */
  readonly kind: string;
  /** Makes the operands, then gives the run itself. */
  readonly prepare: <T extends BackendTensor>(tf: TensorBackend<T>, make: MakeTensor<T>) => () => readonly T[];
}

/**
 * The operations of a case, found without running it.
 *
 * @throws RidgepointError `invalid-value` where the shapes of its kernel do not fit each other.
 */
export function traceOf({ prepare }: KernelCase): readonly OpRecord[] {
  const shapes = shapeBackend();
  const { tf, records } = tracingBackend(shapes);
  const run = prepare(tf, (...shape) => shapes.fill(shape, 0));
  const prepared = records.length;
  run();
  return records.slice(prepared);
}

/** Elements after which operands repeat themselves. */
const period = 65_537;

/** Operands in (−0.5, 0.5) from a linear congruential generator; zeros would flatter hardware that skips them. */
export function operandMaker<T extends BackendTensor>(tf: TensorBackend<T>, made: T[]): MakeTensor<T> {
  let state = 1;
  const noise = Float32Array.from({ length: period }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24 - 0.5;
  });
  return (...shape) => {
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    for (let at = 0; at < values.length; at += period) values.set(noise.subarray(0, values.length - at), at);
    const tensor = tf.tensor(values, shape, "float32");
    made.push(tensor);
    return tensor;
  };
}
