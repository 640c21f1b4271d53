/**
 * A streaming histogram of non-negative values with logarithmic bins: constant memory, mergeable, quantiles with a stated
 * relative error.
 *
 * Every octave is cut into 2^`subBits` equal bins (the leading mantissa bits of the double are the bin), so a bin is never
 * wider than 2^−subBits of its lower end: a quantile is off by less than that ({@link relativeError}). A bin that has only
 * met one value returns it exactly, which keeps atoms; inside others a quantile is interpolated, which is far better than the
 * stated error for a smooth law. Values below 2^−60 count as the atom at zero.
 */
export class QuantileSketch {
  readonly #shift: number;
  readonly subBits: number;
  /** Number of the bin at place 0. */
  #base = 0;
  #length = 0;
  /** Two numbers a bin, side by side: the count, and the only value it has met (0: none yet, NaN: several). */
  #bins: Float64Array = new Float64Array(0);
  /** Lower ends of the bins, and of the one behind the last. */
  #edges: Float64Array = new Float64Array(1);
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
    for (let at = 0; at < 2 * this.#length; at += 2) count += this.#bins[at] as number;
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
    const at = 2 * place;
    bins[at] = (bins[at] as number) + 1;
    const only = bins[at + 1] as number;
    if (only !== value) bins[at + 1] = only === 0 ? value : Number.NaN;
  }

  /** Counts the first `count` of `values`: faster than one by one, since the processor can work on several at a time. */
  addAll(values: Float64Array, count: number): void {
    let bins = this.#bins;
    let base = this.#base;
    let length = this.#length;
    const shift = this.#shift;
    for (let i = 0; i < count; i++) {
      const value = values[i] as number;
      if (!(value >= SMALLEST)) {
        this.#zeros++;
        continue;
      }
      DOUBLE[0] = value;
      let place = ((WORDS[HIGH] as number) >>> shift) - base;
      if (place < 0 || place >= length) {
        place = this.#reach(place + base);
        bins = this.#bins;
        base = this.#base;
        length = this.#length;
      }
      const at = 2 * place;
      bins[at] = (bins[at] as number) + 1;
      const only = bins[at + 1] as number;
      if (only !== value) bins[at + 1] = only === 0 ? value : Number.NaN;
    }
  }

  /** Counts a value `weight` times. */
  addWeighted(value: number, weight: number): void {
    if (!(value >= SMALLEST)) this.#zeros += weight;
    else this.#addTo(this.#place(value), value, weight);
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
    if (!(first >= SMALLEST)) {
      from = last >= SMALLEST ? Math.min(terms, Math.ceil((SMALLEST - first) / step)) : terms;
      this.#zeros += from * weight;
    }
    while (from < terms) {
      const value = first + step * from;
      const place = this.#place(value);
      const edge = this.#edges[place + 1] as number;
      // The first term in a later bin; rounding may put it one off, by 1e-16 of the value.
      const until = last < edge ? terms : Math.min(terms, Math.max(from + 1, Math.ceil((edge - first) / step)));
      this.#addTo(place, until - from === 1 || step === 0 ? value : Number.NaN, (until - from) * weight);
      from = until;
    }
  }

  /** Adds all values of another sketch of the same resolution. */
  merge(other: QuantileSketch): void {
    if (other.subBits !== this.subBits) throw new RangeError("only sketches of one resolution can be merged");
    this.#zeros += other.#zeros;
    for (let i = 0; i < other.#length; i++) {
      const count = other.#bins[2 * i] as number;
      if (count === 0) continue;
      let place = i + other.#base - this.#base;
      if (place < 0 || place >= this.#length) place = this.#reach(i + other.#base);
      this.#addTo(place, other.#bins[2 * i + 1] as number, count);
    }
  }

  /** inf{t : F(t) ≥ q} of the values; 0 of an empty sketch. */
  quantile(q: number): number {
    // The tolerance keeps q·n from asking for one value more because of rounding.
    const target = q * this.count * (1 - 1e-14);
    if (target <= this.#zeros) return 0;
    let below = this.#zeros;
    let place = 0;
    for (let i = 0; i < this.#length; i++) {
      const count = this.#bins[2 * i] as number;
      if (count === 0) continue;
      place = i;
      if (below + count >= target) break;
      below += count;
    }
    const only = this.#bins[2 * place + 1] as number;
    if (!Number.isNaN(only)) return only;
    const least = this.#edges[place] as number;
    const share = Math.min(1, (target - below) / (this.#bins[2 * place] as number));
    return least + ((this.#edges[place + 1] as number) - least) * share;
  }

  /** @param value - NaN: several values of the bin. */
  #addTo(place: number, value: number, weight: number): void {
    const bins = this.#bins;
    const at = 2 * place;
    bins[at] = (bins[at] as number) + weight;
    const only = bins[at + 1] as number;
    if (only !== value) bins[at + 1] = only === 0 ? value : Number.NaN;
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
    const bins = new Float64Array(2 * (high - low));
    bins.set(this.#bins, old === 0 ? 0 : 2 * (this.#base - low));
    const edges = new Float64Array(high - low + 1);
    WORDS[1 - HIGH] = 0;
    for (let i = 0; i < edges.length; i++) {
      WORDS[HIGH] = (low + i) << this.#shift;
      edges[i] = DOUBLE[0] as number;
    }
    this.#bins = bins;
    this.#edges = edges;
    this.#length = high - low;
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
