import type { RandomStream } from "../../../numerics/random.ts";
import type { Sampler } from "../../../workloads/sampling.ts";

const AHEAD = 256;

/** Variates of a stream that nobody else draws from, drawn many at a time: the same numbers at less than the price of one by one. */
export class DrawnAhead {
  readonly #draw: Sampler;
  readonly #stream: RandomStream;
  readonly #values = new Float64Array(AHEAD);
  #place = AHEAD;

  constructor(draw: Sampler, stream: RandomStream) {
    this.#draw = draw;
    this.#stream = stream;
  }

  next(): number {
    if (this.#place === AHEAD) this.#refill();
    return this.#values[this.#place++] as number;
  }

  #refill(): void {
    for (let i = 0; i < AHEAD; i++) this.#values[i] = this.#draw(this.#stream);
    this.#place = 0;
  }
}
