/**
 * Blocks that the decoding requests of one engine need for its next iteration, kept without looking at the requests one by
 * one: a request whose context is c needs ⌈c/block⌉, and all contexts grow by one token an iteration, so it is enough to
 * count the requests by the phase of their context within its block.
 */
export class KvLedger {
  readonly blockTokens: number;
  /** Requests by (context − 1) mod block, relative to `#turn`. */
  readonly #phases: Float64Array;
  #turn = 0;
  #requests = 0;
  /** Blocks for the next iteration. */
  blocks = 0;

  constructor(blockTokens: number) {
    this.blockTokens = blockTokens;
    this.#phases = new Float64Array(blockTokens);
  }

  /** A request joins; `context` is that of its next iteration. */
  add(context: number): void {
    const phase = this.#place(context);
    this.#phases[phase] = (this.#phases[phase] as number) + 1;
    this.#requests++;
    this.blocks += Math.ceil(context / this.blockTokens);
  }

  /** A request leaves; `context` is that of the next iteration it would have had. */
  remove(context: number): void {
    const phase = this.#place(context);
    this.#phases[phase] = (this.#phases[phase] as number) - 1;
    this.#requests--;
    this.blocks -= Math.ceil(context / this.blockTokens);
  }

  /** `steps` iterations pass. */
  advance(steps: number): void {
    this.blocks = this.#blocksAfter(steps);
    this.#turn = (this.#turn + steps) % this.blockTokens;
  }

  /** The largest number of iterations ≤ `most` of which each finds its blocks among `available`; 0 if the next one does not. */
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
