/** Keeps the blocks that the decoding requests of one engine need for its next iteration. */
export interface BlockLedger {
  /** Blocks for the next iteration. */
  readonly blocks: number;
  /** A request joins; `context` is that of its next iteration, `growth` what it gains in each. */
  add(slot: number, context: number, growth: number): void;
  /** A request leaves; `context` is that of the next iteration it would have had. */
  remove(slot: number, context: number): void;
  /** `steps` iterations pass. */
  advance(steps: number): void;
  /** The largest number of iterations ≤ `most` of which each finds its blocks among `available`; 0 if the next one does not. */
  iterationsWithin(available: number, most: number): number;
}

/**
 * Blocks that the decoding requests of one engine need for its next iteration, kept without looking at the requests one by
 * one: a request whose context is c needs ⌈c/block⌉, and all contexts grow by one token an iteration, so it is enough to
 * count the requests by the phase of their context within its block.
 */
export class KvLedger implements BlockLedger {
  readonly blockTokens: number;
  /** Requests by (context − 1) mod block, relative to `#turn`. */
  readonly #phases: Float64Array;
  #turn = 0;
  #requests = 0;
  blocks = 0;

  constructor(blockTokens: number) {
    this.blockTokens = blockTokens;
    this.#phases = new Float64Array(blockTokens);
  }

  add(_slot: number, context: number): void {
    const phase = this.#place(context);
    this.#phases[phase] = (this.#phases[phase] as number) + 1;
    this.#requests++;
    this.blocks += Math.ceil(context / this.blockTokens);
  }

  remove(_slot: number, context: number): void {
    const phase = this.#place(context);
    this.#phases[phase] = (this.#phases[phase] as number) - 1;
    this.#requests--;
    this.blocks -= Math.ceil(context / this.blockTokens);
  }

  advance(steps: number): void {
    this.blocks = this.#blocksAfter(steps);
    this.#turn = (this.#turn + steps) % this.blockTokens;
  }

  iterationsWithin(available: number, most: number): number {
    if (this.blocks > available) return 0;
    // Iteration k + 1 needs blocksAfter(k), which never falls with k.
    if (this.#requests === 0 || this.#blocksAfter(most - 1) <= available) return most;
    const rounds = Math.floor((available - this.blocks) / this.#requests);
    let steps = rounds * this.blockTokens;
    while (this.#blocksAfter(steps) <= available) steps++;
    return Math.min(steps, most);
  }

  #blocksAfter(steps: number): number {
    const rounds = Math.floor(steps / this.blockTokens);
    const rest = steps - rounds * this.blockTokens;
    let crossed = 0;
    // A phase p crosses into a new block after block − p iterations.
    for (let phase = this.blockTokens - rest; phase < this.blockTokens; phase++) {
      let place = phase - this.#turn;
      if (place < 0) place += this.blockTokens;
      crossed += this.#phases[place] as number;
    }
    return this.blocks + rounds * this.#requests + crossed;
  }

  #place(context: number): number {
    const place = (context - 1 - this.#turn) % this.blockTokens;
    return place < 0 ? place + this.blockTokens : place;
  }
}

/**
 * The same for speculative decoding, where each request grows at its own pace: looks at every request, but only when
 * something happens and not in every iteration.
 */
export class ScanLedger implements BlockLedger {
  readonly #blockTokens: number;
  #step = 0;
  #count = 0;
  #slots = new Int32Array(64).fill(-1);
  #contexts = new Float64Array(64);
  #since = new Float64Array(64);
  #growths = new Float64Array(64);
  blocks = 0;

  constructor(blockTokens: number) {
    this.#blockTokens = blockTokens;
  }

  add(slot: number, context: number, growth: number): void {
    if (this.#count === this.#slots.length) this.#grow();
    const place = this.#count++;
    this.#slots[place] = slot;
    this.#contexts[place] = context;
    this.#since[place] = this.#step;
    this.#growths[place] = growth;
    this.blocks += this.#ceil(context);
  }

  remove(slot: number): void {
    const place = this.#slots.indexOf(slot);
    this.blocks -= this.#ceil(this.#contextAt(place, 0));
    const last = --this.#count;
    this.#slots[place] = this.#slots[last]!;
    this.#contexts[place] = this.#contexts[last]!;
    this.#since[place] = this.#since[last]!;
    this.#growths[place] = this.#growths[last]!;
    this.#slots[last] = -1;
  }

  advance(steps: number): void {
    this.#step += steps;
    this.blocks = this.#blocksAfter(0);
  }

  iterationsWithin(available: number, most: number): number {
    if (this.blocks > available) return 0;
    if (this.#count === 0 || this.#blocksAfter(most - 1) <= available) return most;
    let fits = 0;
    let exceeds = most - 1;
    while (exceeds - fits > 1) {
      const middle = Math.floor((fits + exceeds) / 2);
      if (this.#blocksAfter(middle) <= available) fits = middle;
      else exceeds = middle;
    }
    return exceeds;
  }

  #blocksAfter(steps: number): number {
    let sum = 0;
    for (let place = 0; place < this.#count; place++) sum += this.#ceil(this.#contextAt(place, steps));
    return sum;
  }

  #contextAt(place: number, steps: number): number {
    return this.#contexts[place]! + this.#growths[place]! * (this.#step + steps - this.#since[place]!);
  }

  /** A context that is whole but for rounding must not cost a block. */
  #ceil(context: number): number {
    return Math.ceil(context / this.#blockTokens - 1e-9);
  }

  #grow(): void {
    const size = 2 * this.#count;
    const slots = new Int32Array(size).fill(-1);
    slots.set(this.#slots);
    this.#slots = slots;
    const wider = (column: Float64Array): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(size);
      grown.set(column);
      return grown;
    };
    this.#contexts = wider(this.#contexts);
    this.#since = wider(this.#since);
    this.#growths = wider(this.#growths);
  }
}
