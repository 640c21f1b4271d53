import type { CountingArray, Meter } from "./meter.ts";

/**
 * Softmax of each row, as {@link softmax}: the maximum is taken off first.
 *
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainSoftmax(meter: Meter, x: CountingArray, rows: number, columns: number): CountingArray {
  const y = meter.result(rows * columns, x.bytesPerElement);
  for (let row = 0; row < rows; row++) {
    const scores = Array.from({ length: columns }, (_, column) => x.get(row * columns + column));
    softmaxInRegisters(meter, scores).forEach((value, column) => y.set(row * columns + column, value));
  }
  return y;
}

/** Softmax of numbers that are at hand already; used inside fused kernels, where scores never reach memory. */
export function softmaxInRegisters(meter: Meter, scores: readonly number[]): number[] {
  const largest = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  meter.specialOps += scores.length;
  meter.elementwiseOps += 4 * scores.length; // compare, subtract, add, divide
  return powers.map((power) => power / total);
}

/**
 * Root-mean-square norm of each row, as {@link rmsNorm}.
 *
 * @param epsilon - added to the mean square.
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainRmsNorm(meter: Meter, x: CountingArray, weight: CountingArray, rows: number, columns: number, epsilon: number): CountingArray {
  const y = meter.result(rows * columns, x.bytesPerElement);
  for (let row = 0; row < rows; row++) {
    const values: number[] = [];
    let squares = 0;
    for (let column = 0; column < columns; column++) {
      const value = x.get(row * columns + column);
      values.push(value);
      squares += value * value;
      meter.elementwiseOps += 2;
    }
    const inverse = 1 / Math.sqrt(squares / columns + epsilon);
    meter.specialOps++;
    values.forEach((value, column) => {
      y.set(row * columns + column, value * inverse * weight.get(column));
      meter.elementwiseOps += 2;
    });
  }
  return y;
}

/**
 * Residual addition and {@link plainRmsNorm} of the sum in one kernel: both inputs are read once, both results written once.
 *
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainResidualRmsNorm(
  meter: Meter, x: CountingArray, residual: CountingArray, weight: CountingArray, rows: number, columns: number, epsilon: number,
): { readonly sum: CountingArray; readonly normed: CountingArray } {
  const sum = meter.result(rows * columns, x.bytesPerElement);
  const normed = meter.result(rows * columns, x.bytesPerElement);
  for (let row = 0; row < rows; row++) {
    const values = Array.from({ length: columns }, (_, column) => x.get(row * columns + column) + residual.get(row * columns + column));
    const inverse = 1 / Math.sqrt(values.reduce((total, value) => total + value * value, 0) / columns + epsilon);
    values.forEach((value, column) => {
      sum.set(row * columns + column, value);
      normed.set(row * columns + column, value * inverse * weight.get(column));
    });
    meter.elementwiseOps += 5 * columns;
    meter.specialOps++;
  }
  return { sum, normed };
}

/**
 * Rows of a table by their index.
 *
 * @returns [indices, columns]
 * @throws RangeError for an index outside the table.
 */
export function plainGather(meter: Meter, table: CountingArray, indices: readonly number[], columns: number): CountingArray {
  const y = meter.result(indices.length * columns, table.bytesPerElement);
  indices.forEach((index, row) => {
    for (let column = 0; column < columns; column++) y.set(row * columns + column, table.get(index * columns + column));
  });
  return y;
}
