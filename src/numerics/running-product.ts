import { forwardReal, inverseReal, multiplyInto } from "./fft.ts";

/** Terms that are multiplied one by one; a power of two. */
const BLOCK = 128;

/**
 * Σ_{i<j} x_i w_{j−i} for j = 0, 1, …, where x_j is known only once the sum for j is: forward substitution in O(n log² n). Each
 * stretch of x that ends at a multiple of the block is multiplied, as soon as it is known, with as much of w as its length reaches
 * (J. van der Hoeven, "Relax, but don't be too lazy", J. Symb. Comput. 34, 2002). Errors are rounding, relative to the largest x.
 */
export class RunningProduct {
  /** x_0 … as far as they are known. */
  readonly values: Float64Array;
  readonly #w: Float64Array;
  readonly #sums: Float64Array;
  /** Transforms of w by the length of the stretch. */
  readonly #spectra = new Map<number, Float64Array>();
  #length = 0;

  /** @param count - how many x there will be. */
  constructor(w: Float64Array, count: number) {
    this.#w = w;
    this.values = new Float64Array(count);
    this.#sums = new Float64Array(count);
  }

  /** The sum for the next j. */
  next(): number {
    const j = this.#length;
    const w = this.#w;
    const { values } = this;
    let sum = this.#sums[j]!;
    for (let i = j - (j % BLOCK); i < j; i++) sum += values[i]! * w[j - i]!;
    return sum;
  }

  push(x: number): void {
    this.values[this.#length++] = x;
    if (this.#length % BLOCK === 0 && this.#length < this.values.length) this.#spread();
  }

  /** Scales all x so far. */
  scale(factor: number): void {
    for (const column of [this.values, this.#sums]) for (let i = 0; i < column.length; i++) column[i] = column[i]! * factor;
  }

  #spread(): void {
    const end = this.#length;
    const span = end & -end;
    let spectrum = this.#spectra.get(span);
    if (spectrum === undefined) {
      spectrum = forwardReal(this.#w.subarray(0, 2 * span), 2 * span);
      this.#spectra.set(span, spectrum);
    }
    const product = forwardReal(this.values.subarray(end - span, end), 2 * span);
    multiplyInto(product, spectrum);
    // What wraps around falls on the places before the end.
    const later = inverseReal(product);
    for (let k = Math.min(span, this.values.length - end) - 1; k >= 0; k--) this.#sums[end + k] = this.#sums[end + k]! + later[span + k]!;
  }
}
