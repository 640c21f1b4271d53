/** Solves lower[i]·x[i−1] + diagonal[i]·x[i] + upper[i]·x[i+1] = right[i] (Thomas); the diagonal must dominate. */
export function solveTridiagonal(lower: Float64Array, diagonal: Float64Array, upper: Float64Array, right: Float64Array): Float64Array {
  const n = diagonal.length;
  const factor = new Float64Array(n);
  const x = new Float64Array(n);
  let pivot = diagonal[0]!;
  factor[0] = upper[0]! / pivot;
  x[0] = right[0]! / pivot;
  for (let i = 1; i < n; i++) {
    pivot = diagonal[i]! - lower[i]! * factor[i - 1]!;
    factor[i] = upper[i]! / pivot;
    x[i] = (right[i]! - lower[i]! * x[i - 1]!) / pivot;
  }
  for (let i = n - 2; i >= 0; i--) x[i] = x[i]! - factor[i]! * x[i + 1]!;
  return x;
}
