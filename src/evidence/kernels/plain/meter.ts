/** What one run of a metered kernel did. Bytes count each element once, however often it was touched. */
export interface KernelCounts {
  /** Multiply-adds of matrix products; two FLOPs each. */
  readonly multiplyAdds: number;
  /** Additions, multiplications, divisions and comparisons outside matrix products. */
  readonly elementwiseOps: number;
  /** Exponentials, sigmoids and roots. */
  readonly specialOps: number;
  /** Bytes of distinct elements read from operands that live in memory. */
  readonly bytesRead: number;
  /** Bytes of distinct elements written to results that live in memory. */
  readonly bytesWritten: number;
  /** Reads and writes of single elements, repeats included: what a machine without registers and caches would move. */
  readonly accesses: number;
}

/**
 * An array that counts: how often it is read and written, and which of its elements were. The loops of this folder
 * reach their operands only through it, so that counts come from what was touched, never from a formula.
 */
export class CountingArray {
  readonly values: Float64Array;
  readonly bytesPerElement: number;
  reads = 0;
  writes = 0;
  readonly #wasRead: Uint8Array;
  readonly #wasWritten: Uint8Array;

  constructor(values: Float64Array, bytesPerElement: number) {
    this.values = values;
    this.bytesPerElement = bytesPerElement;
    this.#wasRead = new Uint8Array(values.length);
    this.#wasWritten = new Uint8Array(values.length);
  }

  /**
   * Reads an element.
   * @throws RangeError for an index outside the array.
   */
  get(at: number): number {
    const value = this.values[at];
    if (value === undefined) throw new RangeError(`index ${at} is outside an array of ${this.values.length} elements`);
    this.reads++;
    this.#wasRead[at] = 1;
    return value;
  }

  /**
   * Writes an element.
   * @throws RangeError for an index outside the array.
   */
  set(at: number, value: number): void {
    if (!(at >= 0 && at < this.values.length)) throw new RangeError(`index ${at} is outside an array of ${this.values.length} elements`);
    this.writes++;
    this.#wasWritten[at] = 1;
    this.values[at] = value;
  }

  /** Elements read at least once. */
  get elementsRead(): number {
    return sum(this.#wasRead);
  }

  /** Elements written at least once. */
  get elementsWritten(): number {
    return sum(this.#wasWritten);
  }
}

/** Counts the arithmetic of one kernel and keeps the arrays that it touches. */
export class Meter {
  multiplyAdds = 0;
  elementwiseOps = 0;
  specialOps = 0;
  readonly #arrays: CountingArray[] = [];

  /** An operand in memory. @param bytesPerElement of the format that it is stored in; 2 for 16 bits */
  operand(values: ArrayLike<number>, bytesPerElement = 2): CountingArray {
    return this.#keep(new CountingArray(Float64Array.from(values), bytesPerElement));
  }

  /** A result in memory. */
  result(length: number, bytesPerElement = 2): CountingArray {
    return this.#keep(new CountingArray(new Float64Array(length), bytesPerElement));
  }

  /** What was counted so far. */
  get counts(): KernelCounts {
    let bytesRead = 0;
    let bytesWritten = 0;
    let accesses = 0;
    for (const array of this.#arrays) {
      bytesRead += array.elementsRead * array.bytesPerElement;
      bytesWritten += array.elementsWritten * array.bytesPerElement;
      accesses += array.reads + array.writes;
    }
    const { multiplyAdds, elementwiseOps, specialOps } = this;
    return { multiplyAdds, elementwiseOps, specialOps, bytesRead, bytesWritten, accesses };
  }

  #keep(array: CountingArray): CountingArray {
    this.#arrays.push(array);
    return array;
  }
}

function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}
