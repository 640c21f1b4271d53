/**
 * A binary min-heap of numbers in one typed array. To order items, pack them into the number, for example
 * `step · slots + slot` (exact below 2⁵³).
 */
export class NumberHeap {
  #keys = new Float64Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The smallest number; +∞ when empty. */
  get top(): number {
    return this.#size === 0 ? Infinity : (this.#keys[0] as number);
  }

  clear(): void {
    this.#size = 0;
  }

  push(key: number): void {
    if (this.#size === this.#keys.length) {
      const keys = new Float64Array(2 * this.#size);
      keys.set(this.#keys);
      this.#keys = keys;
    }
    const keys = this.#keys;
    let hole = this.#size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = keys[parent] as number;
      if (above <= key) break;
      keys[hole] = above;
      hole = parent;
    }
    keys[hole] = key;
  }

  /** Removes and returns the smallest number. Only when `size` > 0. */
  pop(): number {
    const keys = this.#keys;
    const top = keys[0] as number;
    const size = --this.#size;
    if (size > 0) sink(keys, size, keys[size] as number);
    return top;
  }

  /** Replaces the smallest number by `key`: cheaper than pop and push. Only when `size` > 0. */
  replaceTop(key: number): void {
    sink(this.#keys, this.#size, key);
  }
}

/** Puts `key` into the hole at the root. */
function sink(keys: Float64Array, size: number, key: number): void {
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    let below = keys[child] as number;
    if (child + 1 < size) {
      const right = keys[child + 1] as number;
      if (right < below) {
        below = right;
        child++;
      }
    }
    if (below >= key) break;
    keys[hole] = below;
    hole = child;
  }
  keys[hole] = key;
}

/**
 * A binary min-heap of integers (places in somebody's tables) with a key each; among equal keys the smaller `order` comes
 * first. Flat typed arrays, no allocation but for growth.
 */
export class KeyedHeap {
  #keys = new Float64Array(64);
  #orders = new Float64Array(64);
  #items = new Int32Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The smallest key; +∞ when empty. */
  get topKey(): number {
    return this.#size === 0 ? Infinity : (this.#keys[0] as number);
  }

  /** The first item. Only when `size` > 0. */
  get topItem(): number {
    return this.#items[0] as number;
  }

  push(key: number, order: number, item: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const orders = this.#orders;
    const items = this.#items;
    let hole = this.#size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = keys[parent] as number;
      if (above < key || (above === key && (orders[parent] as number) <= order)) break;
      keys[hole] = above;
      orders[hole] = orders[parent] as number;
      items[hole] = items[parent] as number;
      hole = parent;
    }
    keys[hole] = key;
    orders[hole] = order;
    items[hole] = item;
  }

  /** Removes the first item and returns it. Only when `size` > 0. */
  pop(): number {
    const keys = this.#keys;
    const orders = this.#orders;
    const items = this.#items;
    const top = items[0] as number;
    const size = --this.#size;
    if (size === 0) return top;
    const key = keys[size] as number;
    const order = orders[size] as number;
    const item = items[size] as number;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && before(keys, orders, right, child)) child = right;
      const below = keys[child] as number;
      if (below > key || (below === key && (orders[child] as number) >= order)) break;
      keys[hole] = below;
      orders[hole] = orders[child] as number;
      items[hole] = items[child] as number;
      hole = child;
    }
    keys[hole] = key;
    orders[hole] = order;
    items[hole] = item;
    return top;
  }

  #grow(): void {
    const size = 2 * this.#size;
    const keys = new Float64Array(size);
    const orders = new Float64Array(size);
    const items = new Int32Array(size);
    keys.set(this.#keys);
    orders.set(this.#orders);
    items.set(this.#items);
    this.#keys = keys;
    this.#orders = orders;
    this.#items = items;
  }
}

function before(keys: Float64Array, orders: Float64Array, a: number, b: number): boolean {
  const left = keys[a] as number;
  const right = keys[b] as number;
  return left < right || (left === right && (orders[a] as number) < (orders[b] as number));
}
