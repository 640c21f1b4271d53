import type { CountingArray, Meter } from "./meter.ts";

/** Sizes of a matrix product. */
export interface GemmShape {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/**
 * C[m,n] = A[m,k]·B[k,n] by three loops; `batch` products side by side. Accumulators stay in registers.
 *
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainGemm(meter: Meter, a: CountingArray, b: CountingArray, { m, n, k }: GemmShape, batch = 1): CountingArray {
  const c = meter.result(batch * m * n, a.bytesPerElement);
  for (let item = 0; item < batch; item++) {
    for (let row = 0; row < m; row++) {
      for (let column = 0; column < n; column++) {
        let total = 0;
        for (let inner = 0; inner < k; inner++) {
          total += a.get((item * m + row) * k + inner) * b.get((item * k + inner) * n + column);
          meter.multiplyAdds++;
        }
        c.set((item * m + row) * n + column, total);
      }
    }
  }
  return c;
}
