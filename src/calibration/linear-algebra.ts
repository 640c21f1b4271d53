/** Inverse of a symmetric positive-definite matrix by Cholesky decomposition; NaN where it is not positive definite. */
export function symmetricInverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] as number;
  const lower = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(matrix, i, j);
      for (let k = 0; k < j; k++) sum -= at(lower, i, k) * at(lower, j, k);
      (lower[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / at(lower, j, j);
    }
  }
  const inverse = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let column = 0; column < n; column++) {
    const y = new Array<number>(n).fill(0);
    for (let i = column; i < n; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k++) sum -= at(lower, i, k) * (y[k] as number);
      y[i] = sum / at(lower, i, i);
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = y[i] as number;
      for (let k = i + 1; k < n; k++) sum -= at(lower, k, i) * at(inverse, k, column);
      (inverse[i] as number[])[column] = sum / at(lower, i, i);
    }
  }
  return inverse;
}

/** Weighted median of absolute values: the smallest |x| at which half of the weight is reached. */
export function medianAbsolute(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const order = Array.from({ length: values.length }, (_, i) => i)
    .sort((a, b) => Math.abs(values[a] as number) - Math.abs(values[b] as number));
  let total = 0;
  for (const i of order) total += weights === undefined ? 1 : (weights[i] as number);
  let reached = 0;
  for (const i of order) {
    reached += weights === undefined ? 1 : (weights[i] as number);
    if (reached >= total / 2) return Math.abs(values[i] as number);
  }
  return 0;
}
