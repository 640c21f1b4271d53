/** A list of table places that is emptied and filled again all the time: a typed array with a count, nothing is allocated. */
export class SlotList {
  items: Int32Array<ArrayBuffer> = new Int32Array(16);
  count = 0;

  push(value: number): void {
    if (this.count === this.items.length) {
      const wider = new Int32Array(2 * this.count);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.count++] = value;
  }

  clear(): void {
    this.count = 0;
  }

  /** Removes a value if it is there. */
  remove(value: number): boolean {
    const { items, count } = this;
    for (let i = 0; i < count; i++) {
      if (items[i] === value) {
        items.copyWithin(i, i + 1, count);
        this.count--;
        return true;
      }
    }
    return false;
  }

  /** Sorts by a key of each value, ascending: insertion, for the few that happen at one moment. */
  sortBy(keys: Float64Array): void {
    const { items, count } = this;
    for (let i = 1; i < count; i++) {
      const value = items[i] as number;
      const key = keys[value] as number;
      let j = i;
      for (; j > 0 && (keys[items[j - 1] as number] as number) > key; j--) items[j] = items[j - 1] as number;
      items[j] = value;
    }
  }
}

/** The same for numbers. */
export class NumberList {
  items: Float64Array<ArrayBuffer> = new Float64Array(16);
  count = 0;

  push(value: number): void {
    if (this.count === this.items.length) {
      const wider = new Float64Array(2 * this.count);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.count++] = value;
  }

  clear(): void {
    this.count = 0;
  }
}
