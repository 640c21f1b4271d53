import { createStream, type RandomStream } from "../../../src/numerics/random.ts";
import { lawOf } from "../../../src/workloads/distributions.ts";
import type { Distribution } from "../../../src/workloads/types.ts";

/** Random parameters of cases, reproducible by their seed. */
export class Draw {
  readonly #stream: RandomStream;

  constructor(seed: number) {
    this.#stream = createStream(seed);
  }

  /** Uniform in [low, high], with three digits: the cases are to be read. */
  real(low: number, high: number): number {
    return Number((low + (high - low) * this.#stream.uniform()).toPrecision(3));
  }

  /** A whole number in low … high. */
  whole(low: number, high: number): number {
    return low + this.#stream.integer(high - low + 1);
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.#stream.integer(choices.length)] as T;
  }

  list<T>(length: number, make: (i: number) => T): T[] {
    return Array.from({ length }, (_, i) => make(i));
  }

  exponential(): Distribution {
    return { dist: "exponential", mean: this.real(0.3, 3) };
  }

  fixed(): Distribution {
    return { dist: "deterministic", value: this.real(0.3, 3) };
  }

  /** Any law of the contract whose moments a simulation of some 10⁵ requests can see (c² up to about 3). */
  law(): Distribution {
    return this.one([this.exponential, this.fixed, this.smooth, this.smooth, this.counted]).call(this);
  }

  /** A law with a density. */
  smooth(): Distribution {
    const share = this.real(0.2, 0.8);
    const low = this.real(0, 1);
    return this.one<Distribution>([
      { dist: "exponential", mean: this.real(0.3, 3) },
      { dist: "gamma", shape: this.real(0.5, 4), scale: this.real(0.3, 1) },
      { dist: "erlang", phases: this.whole(2, 6), mean: this.real(0.3, 3) },
      { dist: "hyperexponential", probabilities: [share, 1 - share], means: [this.real(0.2, 1), this.real(1, 3)] },
      { dist: "uniform", low, high: low + this.real(0.5, 2) },
      { dist: "lognormal", mu: this.real(-1, 1), sigma: this.real(0.2, 0.9) },
    ]);
  }

  /**
   * A law of few or of many atoms. No quantile of the contract (0.5, 0.9, 0.95, 0.99) lies within 0.01 of a step of its
   * distribution function where that can be avoided: there a sample decides between two atoms by chance.
   */
  counted(): Distribution {
    const share = this.one([0.3, 0.4, 0.6, 0.7]);
    return this.one<Distribution>([
      { dist: "empirical", values: this.list(this.one([3, 5, 7]), () => this.real(0.2, 3)) },
      { dist: "tokens-pmf", values: [1, this.whole(2, 4), this.whole(5, 8)], probabilities: [share, (1 - share) / 2, (1 - share) / 2] },
      this.tokens(),
    ]);
  }

  /** A law of token counts. */
  tokens(): Distribution {
    const min = this.whole(1, 5);
    return this.one<Distribution>([
      { dist: "tokens-geometric", mean: this.real(2, 30) },
      { dist: "tokens-uniform", min, max: min - 1 + this.one([7, 9, 13, 17, 23, 27]) },
      { dist: "tokens-lognormal", mu: this.real(1, 3), sigma: this.real(0.3, 0.9), max: this.whole(20, 80) },
      { dist: "tokens-pmf", values: [this.whole(1, 3), this.whole(4, 9), this.whole(10, 30)], probabilities: [0.4, 0.35, 0.25] },
    ]);
  }
}

export const meanOf = (law: Distribution): number => lawOf(law).mean;
