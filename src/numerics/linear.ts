/** Small dense matrices, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** The zero matrix. */
export function zeros(rows: number, columns: number = rows): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/** A matrix from its entries. */
export function matrixOf(rows: number, columns: number, entry: (i: number, j: number) => number): Matrix {
  const m = zeros(rows, columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) m.data[i * columns + j] = entry(i, j);
  return m;
}

/** The identity of size n. */
export function identity(n: number): Matrix {
  return matrixOf(n, n, (i, j) => (i === j ? 1 : 0));
}

/** a·b. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const m = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const x = a.data[i * a.columns + k]!;
      if (x === 0) continue;
      for (let j = 0; j < b.columns; j++) m.data[i * b.columns + j] = m.data[i * b.columns + j]! + x * b.data[k * b.columns + j]!;
    }
  }
  return m;
}

/** x·a + y·b. */
export function combine(x: number, a: Matrix, y: number, b: Matrix): Matrix {
  return matrixOf(a.rows, a.columns, (i, j) => x * a.data[i * a.columns + j]! + y * b.data[i * a.columns + j]!);
}

/** The row vector v·a. */
export function rowTimes(v: ArrayLike<number>, a: Matrix): Float64Array {
  const out = new Float64Array(a.columns);
  for (let i = 0; i < a.rows; i++) {
    const x = v[i]!;
    for (let j = 0; j < a.columns; j++) out[j] = out[j]! + x * a.data[i * a.columns + j]!;
  }
  return out;
}

/** Solves a·X = b by elimination with partial pivoting. Throws `RangeError` where a is singular. */
export function solve(a: Matrix, b: Matrix): Matrix {
  const n = a.rows;
  const m = b.columns;
  const left = a.data.slice();
  const right = b.data.slice();
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(left[i * n + column]!) > Math.abs(left[pivot * n + column]!)) pivot = i;
    const top = left[pivot * n + column]!;
    if (!(Math.abs(top) > 0)) throw new RangeError("solve: the matrix is singular");
    if (pivot !== column) {
      swapRows(left, n, pivot, column);
      swapRows(right, m, pivot, column);
    }
    for (let i = column + 1; i < n; i++) {
      const factor = left[i * n + column]! / top;
      if (factor === 0) continue;
      for (let j = column; j < n; j++) left[i * n + j] = left[i * n + j]! - factor * left[column * n + j]!;
      for (let j = 0; j < m; j++) right[i * m + j] = right[i * m + j]! - factor * right[column * m + j]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j < m; j++) {
      let sum = right[i * m + j]!;
      for (let k = i + 1; k < n; k++) sum -= left[i * n + k]! * right[k * m + j]!;
      right[i * m + j] = sum / left[i * n + i]!;
    }
  }
  return { rows: n, columns: m, data: right };
}

function swapRows(data: Float64Array, columns: number, i: number, j: number): void {
  for (let k = 0; k < columns; k++) {
    const kept = data[i * columns + k]!;
    data[i * columns + k] = data[j * columns + k]!;
    data[j * columns + k] = kept;
  }
}

/** a⁻¹. */
export function inverse(a: Matrix): Matrix {
  return solve(a, identity(a.rows));
}
