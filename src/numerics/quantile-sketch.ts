/**
 * A streaming histogram of non-negative values with logarithmic bins: constant memory, mergeable, quantiles with a stated
 * relative error.
 *
 * Every octave is cut into 2^`subBits` equal bins (the leading mantissa bits of the double are the bin), so a bin is never
 * wider than 2^−subBits of its lower end: a quantile is off by less than that ({@link relativeError}). Each bin remembers
 * its least and greatest value, and a quantile is interpolated between them: an atom that is alone in its bin is returned
 * exactly, a smooth law to far below the stated error. Values below 2^−60 count as the atom at zero.
 */
export class QuantileSketch {
  readonly #shift: number;
  readonly subBits: number;
  /** Number of the bin at place 0 of the arrays. */
  #base = 0;
  #counts: Float64Array = new Float64Array(0);
  #least: Float64Array = new Float64Array(0);
  #greatest: Float64Array = new Float64Array(0);
  #total = 0;
  #zeros = 0;

  /** @param subBits - 1 … 14; bins of relative width 2^−subBits. Default 8: error below 0.4 %. */
  constructor(subBits = 8) {
    if (!(subBits >= 1 && subBits <= 14)) throw new RangeError("subBits must lie in 1 … 14");
    this.subBits = subBits;
    this.#shift = 20 - subBits;
  }

  /** Number of values (sum of weights). */
  get count(): number {
    return this.#total;
  }

  /** Largest relative error of a quantile. */
  get relativeError(): number {
    return 2 ** -this.subBits;
  }

  /** Counts one value; NaN and negative values are the caller's fault and count as zero. */
  add(value: number): void {
    this.#total++;
    if (!(value >= SMALLEST)) {
      this.#zeros++;
      return;
    }
    DOUBLE[0] = value;
    let place = ((WORDS[HIGH] as number) >>> this.#shift) - this.#base;
    if (place < 0 || place >= this.#counts.length) place = this.#reach(place + this.#base);
    (this.#counts[place] as number)++;
    if (value < (this.#least[place] as number)) this.#least[place] = value;
    if (value > (this.#greatest[place] as number)) this.#greatest[place] = value;
  }

  /** Counts a value `weight` times. */
  addWeighted(value: number, weight: number): void {
    this.#total += weight;
    if (!(value >= SMALLEST)) {
      this.#zeros += weight;
      return;
    }
    DOUBLE[0] = value;
    let place = ((WORDS[HIGH] as number) >>> this.#shift) - this.#base;
    if (place < 0 || place >= this.#counts.length) place = this.#reach(place + this.#base);
    this.#counts[place] = (this.#counts[place] as number) + weight;
    if (value < (this.#least[place] as number)) this.#least[place] = value;
    if (value > (this.#greatest[place] as number)) this.#greatest[place] = value;
  }

  /** Counts `first`, `first + step`, … (`terms` of them), each `weight` times, in time that grows with bins only. */
  addProgression(first: number, step: number, terms: number, weight: number): void {
    if (terms <= 0) return;
    if (step < 0) {
      this.addProgression(first + step * (terms - 1), -step, terms, weight);
      return;
    }
    const last = first + step * (terms - 1);
    if (first >= SMALLEST && this.#binOf(first) === this.#binOf(last)) {
      this.addWeighted(first, terms * weight);
      if (last > first) this.addWeighted(last, 0);
      return;
    }
    let from = 0;
    while (from < terms) {
      const value = first + step * from;
      const edge = this.#upperEdge(value);
      let until = last < edge ? terms : Math.min(terms, Math.max(from + 1, Math.ceil((edge - first) / step)));
      if (until < terms && first + step * until < edge) until++;
      this.addWeighted(value, weight);
      const rest = until - from - 1;
      if (rest > 0) this.addWeighted(Math.min(first + step * (until - 1), last), rest * weight);
      from = until;
    }
  }

  /** Adds all values of another sketch of the same resolution. */
  merge(other: QuantileSketch): void {
    if (other.subBits !== this.subBits) throw new RangeError("only sketches of one resolution can be merged");
    this.#total += other.#total;
    this.#zeros += other.#zeros;
    for (let i = 0; i < other.#counts.length; i++) {
      const count = other.#counts[i] as number;
      if (count === 0) continue;
      let place = i + other.#base - this.#base;
      if (place < 0 || place >= this.#counts.length) place = this.#reach(i + other.#base);
      this.#counts[place] = (this.#counts[place] as number) + count;
      this.#least[place] = Math.min(this.#least[place] as number, other.#least[i] as number);
      this.#greatest[place] = Math.max(this.#greatest[place] as number, other.#greatest[i] as number);
    }
  }

  /** Forgets all values and keeps the memory. */
  clear(): void {
    this.#total = 0;
    this.#zeros = 0;
    this.#counts.fill(0);
    this.#least.fill(Number.POSITIVE_INFINITY);
    this.#greatest.fill(0);
  }

  /** inf{t : F(t) ≥ q} of the values; 0 of an empty sketch. */
  quantile(q: number): number {
    // The tolerance keeps q·n from asking for one value more because of rounding.
    const target = q * this.#total * (1 - 1e-14);
    if (this.#total === 0 || target <= this.#zeros) return 0;
    let below = this.#zeros;
    let place = -1;
    for (let i = 0; i < this.#counts.length; i++) {
      const count = this.#counts[i] as number;
      if (count === 0) continue;
      place = i;
      if (below + count >= target) break;
      below += count;
    }
    const least = this.#least[place] as number;
    const greatest = this.#greatest[place] as number;
    const count = this.#counts[place] as number;
    const rank = Math.min(Math.ceil(target - below), count) - 1;
    return count > 1 ? least + (greatest - least) * Math.max(0, rank / (count - 1)) : least;
  }

  #binOf(value: number): number {
    DOUBLE[0] = value;
    return (WORDS[HIGH] as number) >>> this.#shift;
  }

  #upperEdge(value: number): number {
    if (!(value >= SMALLEST)) return SMALLEST;
    DOUBLE[0] = value;
    WORDS[HIGH] = (((WORDS[HIGH] as number) >>> this.#shift) + 1) << this.#shift;
    WORDS[1 - HIGH] = 0;
    return DOUBLE[0] as number;
  }

  /** Makes room for a bin and returns its place. */
  #reach(bin: number): number {
    const octave = 1 << this.subBits;
    const old = this.#counts.length;
    // A few octaves more than asked for, since the next value is likely to lie near.
    const room = old === 0 ? 4 : 8;
    const low = old > 0 && bin >= this.#base ? this.#base : Math.max(0, (Math.floor(bin / octave) - room) * octave);
    const high = old > 0 && bin < this.#base ? this.#base + old : (Math.floor(bin / octave) + 1 + room) * octave;
    const offset = this.#base - low;
    const counts = new Float64Array(high - low);
    const least = new Float64Array(high - low).fill(Number.POSITIVE_INFINITY);
    const greatest = new Float64Array(high - low);
    if (old > 0) {
      counts.set(this.#counts, offset);
      least.set(this.#least, offset);
      greatest.set(this.#greatest, offset);
    }
    this.#counts = counts;
    this.#least = least;
    this.#greatest = greatest;
    this.#base = low;
    return bin - low;
  }
}

const SMALLEST = 2 ** -60;
const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
/** Place of the word with the exponent: 1 on little-endian machines. */
const HIGH = ((): 0 | 1 => {
  DOUBLE[0] = 1;
  return WORDS[1] === 0x3ff00000 ? 1 : 0;
})();
