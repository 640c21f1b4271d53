/** Operations of a backend that do work; `tidy` only frees. */
export type OpName =
  | "tensor" | "fill" | "matMul" | "add" | "sub" | "mul" | "div" | "square" | "rsqrt" | "sigmoid" | "softmax" | "sum" | "mean"
  | "reshape" | "transpose" | "concat" | "slice" | "gather" | "topk";

/** One executed operation with the shapes that it met. */
export interface OpRecord {
  readonly op: OpName;
  readonly inputs: readonly (readonly number[])[];
  readonly output: readonly number[];
  /** Inner size of a product; 0 for other operations. */
  readonly inner: number;
  /** The second operand of a product is read transposed. */
  readonly transposeB: boolean;
  /** For each input, whether it was made inside the trace. What was not is a weight or a cache, and comes from afar. */
  readonly fresh: readonly boolean[];
  /** Order of the axes of a transposition; empty for other operations. */
  readonly permutation: readonly number[];
  /** The axis of a concatenation; 0 for other operations. */
  readonly axis: number;
}

/** Work of a list of operations, counted from the operands that they met. */
export interface TraceCounts {
  readonly operations: number;
  /** Multiply-adds of matrix products. */
  readonly multiplyAdds: number;
  /** Elements of every operand of every operation: nothing is fused, so each intermediate is written and read again. */
  readonly elementsRead: number;
  readonly elementsWritten: number;
}

/** Elements of a tensor of this shape. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Operations that give another view of the same elements. */
export function isView(record: OpRecord): boolean {
  return record.op === "reshape";
}

/** Elements of the operands that were there before the trace, each read of them counted. */
export function persistentElements(records: readonly OpRecord[]): number {
  return records.filter((record) => !isView(record)).reduce((total, { op, inputs, output, fresh }) => {
    const read = inputs.map((shape, at) => (fresh[at] === true ? 0 : op === "slice" || op === "gather" ? elementsOf(output) : elementsOf(shape)));
    return total + read.reduce((sum, elements) => sum + elements, 0);
  }, 0);
}

/** Sums the work of a trace: operations, multiply-adds, elements read and written; views cost nothing. */
export function countTrace(records: readonly OpRecord[]): TraceCounts {
  let multiplyAdds = 0;
  let elementsRead = 0;
  let elementsWritten = 0;
  let operations = 0;
  for (const record of records) {
    if (isView(record)) continue;
    operations++;
    multiplyAdds += elementsOf(record.output) * record.inner;
    elementsWritten += elementsOf(record.output);
    elementsRead += readBy(record);
  }
  return { operations, multiplyAdds, elementsRead, elementsWritten };
}

/** A slice and a gather read what they give (and the indices); all other operations read all that they are given. */
function readBy({ op, inputs, output }: OpRecord): number {
  if (op === "slice") return elementsOf(output);
  if (op === "gather") return elementsOf(output) + elementsOf(inputs[1] ?? [0]);
  return inputs.reduce((total, shape) => total + elementsOf(shape), 0);
}
