/** Mergeable heaps of jobs (leftist trees, Crane 1972) in flat arrays: merging and removing the root take O(log n). */
export class LeftistHeaps {
  #left = new Int32Array(256);
  #right = new Int32Array(256);
  #rank = new Int32Array(256);

  /** Makes a heap of one job. Jobs are places in somebody's tables, and their own nodes here. */
  single(job: number): void {
    if (job >= this.#left.length) {
      const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const grown = new Int32Array(Math.max(2 * old.length, job + 1));
        grown.set(old);
        return grown;
      };
      this.#left = wider(this.#left);
      this.#right = wider(this.#right);
      this.#rank = wider(this.#rank);
    }
    this.#left[job] = -1;
    this.#right[job] = -1;
    this.#rank[job] = 1;
  }

  /** Merges two heaps (roots, −1: empty) under `keys`, equal keys by the smaller place; returns the root. */
  merge(a: number, b: number, keys: Float64Array): number {
    if (a < 0) return b;
    if (b < 0) return a;
    const first = keys[b]! < keys[a]! || (keys[b] === keys[a] && b < a) ? b : a;
    const other = first === a ? b : a;
    const merged = this.merge(this.#right[first]!, other, keys);
    const left = this.#left[first]!;
    const leftRank = left < 0 ? 0 : this.#rank[left]!;
    const swap = leftRank < this.#rank[merged]!;
    this.#left[first] = swap ? merged : left;
    this.#right[first] = swap ? left : merged;
    this.#rank[first] = 1 + Math.min(leftRank, this.#rank[merged]!);
    return first;
  }

  /** Removes the root of a heap; returns the new root, −1 if none is left. */
  withoutRoot(root: number, keys: Float64Array): number {
    return this.merge(this.#left[root]!, this.#right[root]!, keys);
  }
}
