/**
 * Non-negative least squares by trying every subset of columns: min ‖A·x − b‖² with x ≥ 0. Exact, and cheap for the handful
 * of columns that a cost has (2^columns small solves).
 *
 * @param rows A, one array a row, at most 8 columns
 * @param right b
 */
export function nonNegativeFit(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const columns = rows[0]?.length ?? 0;
  let best: number[] = new Array<number>(columns).fill(0);
  let bestError = right.reduce((sum, value) => sum + value * value, 0);
  for (let subset = 1; subset < 2 ** columns; subset++) {
    const chosen = Array.from({ length: columns }, (_, column) => column).filter((column) => (subset >> column) & 1);
    const solution = leastSquares(rows.map((row) => chosen.map((column) => row[column] ?? 0)), right);
    if (solution === null || solution.some((value) => !(value >= 0))) continue;
    const full = new Array<number>(columns).fill(0);
    chosen.forEach((column, at) => (full[column] = solution[at] ?? 0));
    const error = rows.reduce((sum, row, at) => sum + (dot(row, full) - (right[at] ?? 0)) ** 2, 0);
    if (error < bestError) [best, bestError] = [full, error];
  }
  return best;
}

/** Normal equations with columns scaled to unit length; null where they are singular. */
function leastSquares(rows: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const size = rows[0]?.length ?? 0;
  const scale = Array.from({ length: size }, (_, column) => Math.sqrt(rows.reduce((sum, row) => sum + (row[column] ?? 0) ** 2, 0)));
  if (scale.some((length) => !(length > 0))) return null;
  const scaled = rows.map((row) => row.map((value, column) => value / (scale[column] ?? 1)));
  const matrix = Array.from({ length: size }, (_, i) =>
    [...Array.from({ length: size }, (_, j) => scaled.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
      scaled.reduce((sum, row, at) => sum + (row[i] ?? 0) * (right[at] ?? 0), 0)]);
  for (let pivot = 0; pivot < size; pivot++) {
    const line = matrix[pivot] as number[];
    const head = line[pivot] ?? 0;
    if (!(head > 1e-9)) return null; // Cholesky-like: what is left of a dependent column
    for (let i = 0; i < size; i++) {
      const other = matrix[i] as number[];
      if (i === pivot) continue;
      const factor = (other[pivot] ?? 0) / head;
      for (let j = pivot; j <= size; j++) other[j] = (other[j] ?? 0) - factor * (line[j] ?? 0);
    }
  }
  return matrix.map((line, at) => (line[size] ?? 0) / ((line[at] ?? 1) * (scale[at] ?? 1)));
}

function dot(row: readonly number[], x: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (x[at] ?? 0), 0);
}
