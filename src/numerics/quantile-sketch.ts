/**
 * A streaming histogram of non-negative values with logarithmic bins: constant memory, mergeable, quantiles with a stated
 * relative error.
 *
 * Every octave is cut into 2^`subBits` equal bins (the leading mantissa bits of the double are the bin), so a bin is never
 * wider than 2^−subBits of its lower end: a quantile is off by less than that ({@link relativeError}). Inside a bin a
 * quantile is interpolated, which is far better than the stated error for a smooth law. A bin also counts how often it meets
 * one and the same value (to 1e-9, so that rounding does not hide it): an atom is returned itself, alone or beside a density.
 * Values below 2^−60 count as the atom at zero.
 */
export class QuantileSketch {
  readonly #shift: number;
  readonly subBits: number;
  /** Number of the bin at place 0. */
  #base = 0;
  #length = 0;
  /**
   * Three numbers a bin, side by side: the count, a value, and how often it was met. The value is the latest until one is met
   * twice in a row; then it stays.
   */
  #bins: Float64Array = new Float64Array(0);
  #zeros = 0;

  /** @param subBits - 1 … 14; bins of relative width 2^−subBits. Default 8: error below 0.4 %. */
  constructor(subBits = 8) {
    if (!(subBits >= 1 && subBits <= 14)) throw new RangeError("subBits must lie in 1 … 14");
    this.subBits = subBits;
    this.relativeError = 2 ** -subBits;
    this.#shift = 20 - subBits;
  }

  /** Number of values (sum of weights). Sums over the bins: not for inner loops. */
  get count(): number {
    let count = this.#zeros;
    for (let at = 0; at < 3 * this.#length; at += 3) count += this.#bins[at] as number;
    return count;
  }

  /** Largest relative error of a quantile. */
  readonly relativeError: number;

  /**
   * Counts the first `count` of `values`, many at a time since the processor can work on several; NaN and negative values are the
   * caller's fault and count as zero.
   */
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
      meet(bins, 3 * place, value, 1);
    }
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
      const edge = this.#edge(place + 1);
      // The first term in a later bin; rounding may put it one off, by 1e-16 of the value.
      const until = last < edge ? terms : Math.min(terms, Math.max(from + 1, Math.ceil((edge - first) / step)));
      if (until - from === 1 || step === 0) meet(this.#bins, 3 * place, value, (until - from) * weight);
      else this.#bins[3 * place] = (this.#bins[3 * place] as number) + (until - from) * weight;
      from = until;
    }
  }

  /** Adds all values of another sketch of the same resolution. */
  merge(other: QuantileSketch): void {
    if (other.subBits !== this.subBits) throw new RangeError("only sketches of one resolution can be merged");
    this.#zeros += other.#zeros;
    for (let i = 0; i < other.#length; i++) {
      const count = other.#bins[3 * i] as number;
      if (count === 0) continue;
      let place = i + other.#base - this.#base;
      if (place < 0 || place >= this.#length) place = this.#reach(i + other.#base);
      const bins = this.#bins;
      const at = 3 * place;
      const value = other.#bins[3 * i + 1] as number;
      const met = other.#bins[3 * i + 2] as number;
      bins[at] = (bins[at] as number) + count;
      if (same(value, bins[at + 1] as number)) bins[at + 2] = (bins[at + 2] as number) + met;
      else if (met > (bins[at + 2] as number)) {
        bins[at + 1] = value;
        bins[at + 2] = met;
      }
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
      const count = this.#bins[3 * i] as number;
      if (count === 0) continue;
      place = i;
      if (below + count >= target) break;
      below += count;
    }
    return this.#inside(place, target - below);
  }

  /** The value of rank `rank` of those in a bin: an atom, if there is one, among others that are spread evenly. */
  #inside(place: number, rank: number): number {
    const count = this.#bins[3 * place] as number;
    const atom = this.#bins[3 * place + 1] as number;
    const met = this.#bins[3 * place + 2] as number;
    const low = this.#edge(place);
    const high = this.#edge(place + 1);
    if (met === count) return atom;
    if (met <= 1) return low + (high - low) * Math.min(1, rank / count);
    const others = count - met;
    const below = (others * (atom - low)) / (high - low);
    if (rank <= below) return low + ((atom - low) * rank) / below;
    if (rank <= below + met) return atom;
    return atom + (high - atom) * Math.min(1, (rank - below - met) / (others - below));
  }

  /** Place of the bin of a value that is not zero. */
  #place(value: number): number {
    DOUBLE[0] = value;
    const place = ((WORDS[HIGH] as number) >>> this.#shift) - this.#base;
    return place < 0 || place >= this.#length ? this.#reach(place + this.#base) : place;
  }

  /** Lower end of the bin at a place. */
  #edge(place: number): number {
    const bin = this.#base + place;
    const octave = bin >> this.subBits;
    return (POWERS[octave] as number) * (1 + (bin - (octave << this.subBits)) * this.relativeError);
  }

  /** Makes room for a bin and returns its place. */
  #reach(bin: number): number {
    const octave = 1 << this.subBits;
    const old = this.#length;
    // More octaves than asked for, since the next value is likely to lie near, and as many again when that was too few.
    const room = old === 0 ? 3 : Math.max(4, old / octave);
    const low = old > 0 && bin >= this.#base ? this.#base : Math.max(0, (Math.floor(bin / octave) - room) * octave);
    const high = old > 0 && bin < this.#base ? this.#base + old : (Math.floor(bin / octave) + 1 + room) * octave;
    const bins = new Float64Array(3 * (high - low));
    bins.set(this.#bins, old === 0 ? 0 : 3 * (this.#base - low));
    this.#bins = bins;
    this.#length = high - low;
    this.#base = low;
    return bin - low;
  }
}

/** Counts a value `weight` times in the bin at a place of the array. */
function meet(bins: Float64Array, at: number, value: number, weight: number): void {
  bins[at] = (bins[at] as number) + weight;
  if (same(value, bins[at + 1] as number)) bins[at + 2] = (bins[at + 2] as number) + weight;
  else if ((bins[at + 2] as number) <= weight) {
    bins[at + 1] = value;
    bins[at + 2] = weight;
  }
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * a;
}

const SMALLEST = 2 ** -60;
/** 2 to the exponent of a double, by its biased exponent. */
const POWERS = Float64Array.from({ length: 2048 }, (_, biased) => 2 ** (biased - 1023));
const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
/** Place of the word with the exponent: 1 on little-endian machines. */
const HIGH = ((): 0 | 1 => {
  DOUBLE[0] = 1;
  return WORDS[1] === 0x3ff00000 ? 1 : 0;
})();
