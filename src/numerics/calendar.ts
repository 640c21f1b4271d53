/** Buckets to begin with; a power of two. */
const BUCKETS = 256;
/** Searches after which the width of a bucket is thought over. */
const SEARCHES = 256;

/**
 * Items that end at whole numbers (iterations), in buckets of equal width that are used again each lap: R. Brown, "Calendar
 * queues" (CACM 31, 1988). To add an item, to find the smallest end and to take it costs the same whatever the number of
 * items: less than half of a binary heap's price at 64. The width follows what is found; answers do not depend on it.
 *
 * Items are small integers (places in somebody's tables), none is in twice, and no end lies before one that was taken.
 */
export class Calendar {
  /** First item of each bucket, and of each item the next in its bucket; −1: none. */
  #heads = new Int32Array(BUCKETS).fill(-1);
  #next = new Int32Array(BUCKETS);
  #ends = new Float64Array(BUCKETS);
  /** One bit for each bucket that holds items. */
  #held = new Int32Array(BUCKETS / 32);
  /** Items with the smallest end, taken out of their bucket and not yet popped. */
  #due = new Int32Array(BUCKETS);
  #dueCount = 0;
  #size = 0;
  /** The smallest end; NaN: not known. */
  #top = Infinity;
  /** Buckets per unit: 1/width. */
  #scale = 1;
  /** No end lies before this bucket, counted from 0 and not anew each lap. */
  #from = 0;
  /** Since the width was last thought over: searches, items looked at in their own lap, and items of later laps. */
  #searches = 0;
  #seen = 0;
  #passed = 0;

  get size(): number {
    return this.#size;
  }

  /** The smallest end; +∞ when empty. */
  get top(): number {
    if (Number.isNaN(this.#top)) this.#top = this.#find();
    return this.#top;
  }

  push(end: number, item: number): void {
    if (item >= this.#next.length) this.#widen(item);
    if (2 * this.#size >= this.#heads.length) this.#rebuild(2 * this.#heads.length, this.#scale);
    this.#ends[item] = end;
    this.#link(end, item);
    this.#size++;
    if (end < this.#top) this.#top = end;
  }

  /** Takes an item with the smallest end, and returns it. Only when `size` > 0. */
  pop(): number {
    if (this.#dueCount === 0) this.#gather();
    const item = this.#due[--this.#dueCount] as number;
    if (--this.#size === 0) this.#top = Infinity;
    else if (this.#dueCount === 0) this.#top = Number.NaN;
    return item;
  }

  /** Takes an item out before its end; not between the pops of one end. */
  remove(item: number): void {
    const next = this.#next;
    const end = this.#ends[item] as number;
    const bucket = Math.floor(end * this.#scale) & (this.#heads.length - 1);
    let place = this.#heads[bucket] as number;
    if (place === item) this.#setHead(bucket, next[item] as number);
    else {
      while (next[place] !== item) place = next[place] as number;
      next[place] = next[item] as number;
    }
    if (--this.#size === 0) this.#top = Infinity;
    else if (end === this.#top) this.#top = Number.NaN;
  }

  /** Moves the items with the smallest end from their bucket to `#due`. */
  #gather(): void {
    const end = this.top;
    const next = this.#next;
    this.#from = Math.floor(end * this.#scale);
    const bucket = this.#from & (this.#heads.length - 1);
    let kept = -1;
    let count = 0;
    for (let item = this.#heads[bucket] as number; item >= 0; ) {
      const after = next[item] as number;
      if (this.#ends[item] === end) this.#due[count++] = item;
      else {
        next[item] = kept;
        kept = item;
      }
      item = after;
    }
    this.#dueCount = count;
    this.#setHead(bucket, kept);
  }

  /** The smallest end: in the first bucket that holds one of its own lap. */
  #find(): number {
    if (++this.#searches === SEARCHES) this.#consider();
    const mask = this.#heads.length - 1;
    const held = this.#held;
    const start = this.#from & mask;
    let word = start >> 5;
    let bits = (held[word] as number) & (-1 << (start & 31));
    for (let words = held.length; words >= 0; words--) {
      while (bits !== 0) {
        const bucket = (word << 5) + 31 - Math.clz32(bits & -bits);
        const lap = this.#from + ((bucket - start) & mask);
        let smallest = Infinity;
        const limit = (lap + 1) / this.#scale;
        for (let item = this.#heads[bucket] as number; item >= 0; item = this.#next[item] as number) {
          const end = this.#ends[item] as number;
          if (end >= limit) this.#passed++;
          else {
            this.#seen++;
            if (end < smallest) smallest = end;
          }
        }
        if (smallest < limit) return smallest;
        bits &= bits - 1;
      }
      word = (word + 1) % held.length;
      bits = held[word] as number;
    }
    return this.#findAnywhere();
  }

  /** The smallest end where none lies within a lap. */
  #findAnywhere(): number {
    let smallest = Infinity;
    for (let head of this.#heads) {
      for (; head >= 0; head = this.#next[head] as number) smallest = Math.min(smallest, this.#ends[head] as number);
    }
    this.#passed += this.#heads.length;
    return smallest;
  }

  /** Narrower buckets where they are full (ends are whole, so 1 is narrow enough), a longer lap where it is short. */
  #consider(): void {
    if (this.#seen > 4 * SEARCHES && this.#scale < 1) this.#rebuild(this.#heads.length, 2 * this.#scale);
    else if (this.#passed > SEARCHES) this.#rebuild(this.#heads.length, Math.min(this.#scale / 2, this.#fitting()));
    this.#searches = 0;
    this.#seen = 0;
    this.#passed = 0;
  }

  /** The scale at which a lap reaches four times as far as the mean end. */
  #fitting(): number {
    const now = this.#from / this.#scale;
    let sum = 0;
    for (let head of this.#heads) for (; head >= 0; head = this.#next[head] as number) sum += (this.#ends[head] as number) - now;
    return 2 ** -Math.ceil(Math.log2(Math.max(1, (4 * sum) / this.#size / this.#heads.length)));
  }

  #link(end: number, item: number): void {
    const bucket = Math.floor(end * this.#scale) & (this.#heads.length - 1);
    this.#next[item] = this.#heads[bucket] as number;
    this.#setHead(bucket, item);
  }

  #setHead(bucket: number, item: number): void {
    this.#heads[bucket] = item;
    const word = bucket >> 5;
    const bit = 1 << (bucket & 31);
    this.#held[word] = item >= 0 ? (this.#held[word] as number) | bit : (this.#held[word] as number) & ~bit;
  }

  #rebuild(buckets: number, scale: number): void {
    const items: number[] = [];
    for (let head of this.#heads) for (; head >= 0; head = this.#next[head] as number) items.push(head);
    const now = this.#from / this.#scale;
    this.#heads = new Int32Array(buckets).fill(-1);
    this.#held = new Int32Array(buckets / 32);
    this.#scale = scale;
    this.#from = Math.floor(now * scale);
    for (const item of items) this.#link(this.#ends[item] as number, item);
  }

  /** Room for items up to `item`. */
  #widen(item: number): void {
    const size = 2 ** Math.ceil(Math.log2(item + 1));
    const [next, ends, due] = [new Int32Array(size), new Float64Array(size), new Int32Array(size)];
    next.set(this.#next);
    ends.set(this.#ends);
    due.set(this.#due);
    this.#next = next;
    this.#ends = ends;
    this.#due = due;
  }
}
