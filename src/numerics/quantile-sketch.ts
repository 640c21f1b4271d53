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
  /** Four numbers a bin, side by side: count, least and greatest value, upper end. */
  #bins: Float64Array = new Float64Array(0);
  #length = 0;
  #zeros = 0;

  /** @param subBits - 1 … 14; bins of relative width 2^−subBits. Default 8: error below 0.4 %. */
  constructor(subBits = 8) {
    if (!(subBits >= 1 && subBits <= 14)) throw new RangeError("subBits must lie in 1 … 14");
    this.subBits = subBits;
    this.#shift = 20 - subBits;
  }

  /** Number of values (sum of weights). Sums over the bins: not for inner loops. */
  get count(): number {
    let count = this.#zeros;
    for (let i = 0; i < this.#length; i++) count += this.#bins[4 * i] as number;
    return count;
  }

  /** Largest relative error of a quantile. */
  get relativeError(): number {
    return 2 ** -this.subBits;
  }

  /** Counts one value; NaN and negative values are the caller's fault and count as zero. */
  add(value: number): void {
    if (!(value >= SMALLEST)) {
      this.#zeros++;
      return;
    }
    DOUBLE[0] = value;
    let place = ((WORDS[HIGH] as number) >>> this.#shift) - this.#base;
    if (place < 0 || place >= this.#length) place = this.#reach(place + this.#base);
    const bins = this.#bins;
    const at = 4 * place;
    bins[at] = (bins[at] as number) + 1;
    if (value < (bins[at + 1] as number)) bins[at + 1] = value;
    if (value > (bins[at + 2] as number)) bins[at + 2] = value;
  }

  /** Counts a value `weight` times. */
  addWeighted(value: number, weight: number): void {
    if (!(value >= SMALLEST)) {
      this.#zeros += weight;
      return;
    }
    const at = 4 * this.#place(value);
    addRange(this.#bins, at, value, value, weight);
  }

  /** Counts `first`, `first + step`, … (`terms` of them), each `weight` times, in time that grows with bins only. */
  addProgression(first: number, step: number, terms: number, weight: number): void {
    if (terms <= 0) return;
    const last = first + step * (terms - 1);
    if (step < 0) {
      this.addProgression(last, -step, terms, weight);
      return;
    }
    let from = 0;
    let value = first;
    if (!(first >= SMALLEST)) {
      from = last >= SMALLEST ? Math.ceil((SMALLEST - first) / step) : terms;
      this.#zeros += from * weight;
      if (from === terms) return;
      value = first + step * from;
    }
    for (;;) {
      const at = 4 * this.#place(value);
      const edge = this.#bins[at + 3] as number;
      if (last < edge) {
        addRange(this.#bins, at, value, last, (terms - from) * weight);
        return;
      }
      // The first term in a later bin; rounding may put it one off, which costs a bin no more than a term.
      const until = Math.min(terms, Math.max(from + 1, Math.ceil((edge - first) / step)));
      addRange(this.#bins, at, value, first + step * (until - 1), (until - from) * weight);
      if (until === terms) return;
      from = until;
      value = first + step * from;
    }
  }

  /** Adds all values of another sketch of the same resolution. */
  merge(other: QuantileSketch): void {
    if (other.subBits !== this.subBits) throw new RangeError("only sketches of one resolution can be merged");
    this.#zeros += other.#zeros;
    for (let i = 0; i < other.#length; i++) {
      const count = other.#bins[4 * i] as number;
      if (count === 0) continue;
      let place = i + other.#base - this.#base;
      if (place < 0 || place >= this.#length) place = this.#reach(i + other.#base);
      const bins = this.#bins;
      const at = 4 * place;
      bins[at] = (bins[at] as number) + count;
      bins[at + 1] = Math.min(bins[at + 1] as number, other.#bins[4 * i + 1] as number);
      bins[at + 2] = Math.max(bins[at + 2] as number, other.#bins[4 * i + 2] as number);
    }
  }

  /** Forgets all values and keeps the memory. */
  clear(): void {
    this.#zeros = 0;
    empty(this.#bins);
  }

  /** inf{t : F(t) ≥ q} of the values; 0 of an empty sketch. */
  quantile(q: number): number {
    // The tolerance keeps q·n from asking for one value more because of rounding.
    const target = q * this.count * (1 - 1e-14);
    if (target <= this.#zeros) return 0;
    let below = this.#zeros;
    let place = -1;
    for (let i = 0; i < this.#length; i++) {
      const count = this.#bins[4 * i] as number;
      if (count === 0) continue;
      place = i;
      if (below + count >= target) break;
      below += count;
    }
    const count = this.#bins[4 * place] as number;
    const least = this.#bins[4 * place + 1] as number;
    const greatest = this.#bins[4 * place + 2] as number;
    const rank = Math.min(Math.ceil(target - below), count) - 1;
    return count > 1 ? least + (greatest - least) * Math.max(0, rank / (count - 1)) : least;
  }

  /** Place of the bin of a value that is not zero. */
  #place(value: number): number {
    DOUBLE[0] = value;
    const place = ((WORDS[HIGH] as number) >>> this.#shift) - this.#base;
    return place < 0 || place >= this.#length ? this.#reach(place + this.#base) : place;
  }

  /** Makes room for a bin and returns its place. */
  #reach(bin: number): number {
    const octave = 1 << this.subBits;
    const old = this.#length;
    // A few octaves more than asked for, since the next value is likely to lie near.
    const room = old === 0 ? 4 : 8;
    const low = old > 0 && bin >= this.#base ? this.#base : Math.max(0, (Math.floor(bin / octave) - room) * octave);
    const high = old > 0 && bin < this.#base ? this.#base + old : (Math.floor(bin / octave) + 1 + room) * octave;
    const bins = new Float64Array(4 * (high - low));
    empty(bins);
    WORDS[1 - HIGH] = 0;
    for (let i = 0; i < high - low; i++) {
      WORDS[HIGH] = (low + i + 1) << this.#shift;
      bins[4 * i + 3] = DOUBLE[0] as number;
    }
    if (old > 0) bins.set(this.#bins, 4 * (this.#base - low));
    this.#bins = bins;
    this.#length = high - low;
    this.#base = low;
    return bin - low;
  }
}

function empty(bins: Float64Array): void {
  for (let at = 0; at < bins.length; at += 4) {
    bins[at] = 0;
    bins[at + 1] = Number.POSITIVE_INFINITY;
    bins[at + 2] = 0;
  }
}

/** Counts `weight` values from `least` to `greatest` into the bin at a place of the array. */
function addRange(bins: Float64Array, at: number, least: number, greatest: number, weight: number): void {
  bins[at] = (bins[at] as number) + weight;
  if (least < (bins[at + 1] as number)) bins[at + 1] = least;
  if (greatest > (bins[at + 2] as number)) bins[at + 2] = greatest;
}

const SMALLEST = 2 ** -60;
const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
/** Place of the word with the exponent: 1 on little-endian machines. */
const HIGH = ((): 0 | 1 => {
  DOUBLE[0] = 1;
  return WORDS[1] === 0x3ff00000 ? 1 : 0;
})();
