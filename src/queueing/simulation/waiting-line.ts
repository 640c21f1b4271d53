import { KeyedHeap } from "../../numerics/heap.ts";

/** Requests waiting for admission, first come first served: a ring of table places that also takes a request back in front. */
export class WaitingRing {
  #ring = new Int32Array(64);
  #head = 0;
  size = 0;

  /** The first request. Only when `size` > 0. */
  head(): number {
    return this.#ring[this.#head] as number;
  }

  push(slot: number): void {
    if (this.size === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.size++) & (this.#ring.length - 1)] = slot;
  }

  pushFront(slot: number): void {
    if (this.size === this.#ring.length) this.#grow();
    this.#head = (this.#head - 1) & (this.#ring.length - 1);
    this.#ring[this.#head] = slot;
    this.size++;
  }

  shift(): number {
    const slot = this.#ring[this.#head] as number;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.size--;
    return slot;
  }

  #grow(): void {
    const old = this.#ring;
    const ring = new Int32Array(2 * old.length);
    for (let i = 0; i < this.size; i++) ring[i] = old[(this.#head + i) & (old.length - 1)] as number;
    this.#ring = ring;
    this.#head = 0;
  }
}

/** Requests waiting in order of a rank, ties in order of their number: the same face as {@link WaitingRing}. */
export class WaitingRanks {
  readonly #heap = new KeyedHeap();
  readonly #rankOf: (slot: number) => number;
  readonly #numberOf: (slot: number) => number;

  constructor(rankOf: (slot: number) => number, numberOf: (slot: number) => number) {
    this.#rankOf = rankOf;
    this.#numberOf = numberOf;
  }

  get size(): number {
    return this.#heap.size;
  }

  head(): number {
    return this.#heap.topItem;
  }

  push(slot: number): void {
    this.#heap.push(this.#rankOf(slot), this.#numberOf(slot), slot);
  }

  /** A request that was preempted keeps its rank. */
  pushFront(slot: number): void {
    this.push(slot);
  }

  shift(): number {
    return this.#heap.pop();
  }
}

export type WaitingLine = WaitingRing | WaitingRanks;
