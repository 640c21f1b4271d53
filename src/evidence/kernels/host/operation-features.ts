import { elementsOf } from "../trace/op-record.ts";
import type { OpRecord } from "../trace/op-record.ts";

/**
 * What an operation costs is a sum of few physical terms; this is how much of each an operation has. The seconds of one unit
 * of each are the machine's constants, one set for each cost class.
 */
export interface OperationFeatures {
  /** Operations with one set of constants. */
  readonly costClass: string;
  /** Multiply-adds of a product with more than one row, the rows rounded up to whole tiles. */
  readonly tiledMultiplyAdds: number;
  /** Multiply-adds of a product with a single row (of each member of a batch). */
  readonly vectorMultiplyAdds: number;
  /** Elements of a second operand that must be packed for the multiplier first. */
  readonly packedElements: number;
  /** Bytes of a product's second operand, read again for each tile of rows. */
  readonly restreamedBytes: number;
  /** Bytes of that operand: the working set in which it is read again. */
  readonly restreamedSetBytes: number;
  /** Rows, or contiguous runs of elements, that are handled one by one. */
  readonly runs: number;
  /** Elements computed; 0 for operations that only move. */
  readonly elements: number;
  /** Elements summed one after another: a row longer than what the processor looks ahead cannot overlap with the next. */
  readonly serialElements: number;
  /** Bytes read and written that this trace made. */
  readonly freshBytes: number;
  /** Bytes read of weights and caches; between two uses lies all that the trace reads of such. */
  readonly persistentBytes: number;
}

const bytesPerElement = 4;
/** Elements of a row at which half of the overlap between rows is gone; about what a core keeps in flight. */
const lookAheadElements = 256;

/** @param rowTile rows that the multiplier takes together; a remainder costs a whole tile */
export function featuresOf(record: OpRecord, rowTile: number): OperationFeatures {
  const { op, inputs, output } = record;
  const written = elementsOf(output);
  const width = output.at(-1) ?? 1;
  const base = {
    costClass: op as string, tiledMultiplyAdds: 0, vectorMultiplyAdds: 0, packedElements: 0,
    restreamedBytes: 0, restreamedSetBytes: 0, runs: 0, elements: 0, serialElements: 0,
    ...bytesOf(record),
  };
  switch (op) {
    case "matMul": return { ...base, ...productFeatures(record, rowTile) };
    case "softmax": return { ...base, runs: written / width, elements: written };
    case "sigmoid": case "rsqrt": return { ...base, elements: written };
    case "sum": case "mean": return { ...base, ...reductionFeatures(record) };
    case "topk": {
      const columns = inputs[0]?.at(-1) ?? 1;
      const elements = elementsOf(inputs[0] ?? []);
      return { ...base, runs: elements / columns, elements };
    }
    case "gather": return { ...base, runs: elementsOf(inputs[1] ?? []), elements: written };
    case "slice": return { ...base, runs: sliceRuns(inputs[0] ?? [], output) };
    case "concat": return { ...base, runs: concatRuns(record) };
    case "transpose": return { ...base, elements: written, runs: written / (keepsLastAxis(record) ? width : 1) };
    case "add": case "sub": case "mul": case "div": return { ...base, runs: broadcasts(record) ? written / width : 0 };
    case "tensor": case "fill": return { ...base, elements: written };
    default: return base;
  }
}

/**
 * A product of one matrix with one matrix takes the fast path of a library (XNNPACK behind WebAssembly, the vendor's BLAS
 * behind TensorFlow); batches and transposed operands may take another, so they are classes of their own.
 */
function productFeatures({ inputs, output, inner, transposeB, fresh }: OpRecord, rowTile: number): Partial<OperationFeatures> {
  const columns = output.at(-1) ?? 1;
  const rows = output.at(-2) ?? 1;
  const batch = elementsOf(output) / (rows * columns);
  const tiledRows = Math.ceil(rows / rowTile) * rowTile;
  const single = batch === 1 && !transposeB;
  const rightBytes = bytesPerElement * elementsOf(inputs[1] ?? []);
  return {
    costClass: single ? "matMul" : transposeB ? "matMul.transposed" : "matMul.batched",
    tiledMultiplyAdds: rows === 1 ? 0 : batch * columns * inner * (single ? tiledRows : rows),
    vectorMultiplyAdds: rows === 1 ? batch * columns * inner : 0,
    restreamedBytes: single ? (tiledRows / rowTile) * rightBytes : 0,
    restreamedSetBytes: single ? rightBytes : 0,
    packedElements: single && fresh[1] === true ? elementsOf(inputs[1] ?? []) : 0,
    runs: single ? 0 : batch,
  };
}

/** Of slices and gathers the part that is taken; of views nothing. */
function bytesOf({ op, inputs, output, fresh }: OpRecord): Pick<OperationFeatures, "freshBytes" | "persistentBytes"> {
  if (op === "reshape") return { freshBytes: 0, persistentBytes: 0 };
  const taken = op === "slice" || op === "gather";
  const read = (wanted: boolean): number =>
    inputs.reduce((sum, shape, at) => sum + ((fresh[at] ?? false) === wanted ? elementsOf(taken ? output : shape) : 0), 0);
  return { freshBytes: bytesPerElement * (elementsOf(output) + read(true)), persistentBytes: bytesPerElement * read(false) };
}

function broadcasts({ inputs, output }: OpRecord): boolean {
  return inputs.some((shape) => elementsOf(shape) !== elementsOf(output));
}

function reductionFeatures({ op, inputs, axis }: OpRecord): Partial<OperationFeatures> {
  const shape = inputs[0] ?? [];
  const elements = elementsOf(shape);
  const last = axis === -1 || axis === shape.length - 1;
  const width = shape.at(axis) ?? 1;
  return {
    costClass: last ? op : `${op}.strided`,
    runs: elements / width,
    elements,
    serialElements: last ? (elements * width) / (width + lookAheadElements) : 0,
  };
}

/** A slice that is one piece of memory is one run; otherwise each row of the result is. */
function sliceRuns(from: readonly number[], to: readonly number[]): number {
  const firstCut = from.findIndex((size, axis) => size !== to[axis]);
  const inOnePiece = firstCut === -1 || to.slice(0, firstCut).every((size) => size === 1);
  return inOnePiece ? 1 : elementsOf(to.slice(0, -1));
}

/** Before the joined axis, each index copies one run of every tensor. */
function concatRuns({ inputs, output, axis }: OpRecord): number {
  return elementsOf(output.slice(0, axis)) * inputs.length;
}

function keepsLastAxis({ permutation }: OpRecord): boolean {
  return permutation.at(-1) === permutation.length - 1;
}
