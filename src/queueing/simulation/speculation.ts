import type { RandomStream } from "../../numerics/random.ts";

/**
 * How many iterations a request needs under speculative decoding. An iteration that proposes k tokens yields j + 1 of them
 * with probability a^j (1 − a) for j < k and k + 1 with probability a^k (Leviathan, Kalman and Matias 2023, eq. 1).
 *
 * The count is drawn exactly and in logarithmic time: the law of the sum over 2, 4, … 256 iterations is tabulated, and as
 * long as 2^i iterations cannot overshoot the tokens that are left, their sum is drawn at once.
 */
export class SpeculativeSteps {
  readonly #most: number;
  /** Distribution functions of the tokens of 2^i iterations; place t stands for t + 2^i tokens. */
  readonly #laws: Float64Array[] = [];

  constructor(tokens: number, acceptance: number) {
    this.#most = tokens + 1;
    let law = new Float64Array(this.#most);
    for (let j = 0; j < tokens; j++) law[j] = acceptance ** j * (1 - acceptance);
    law[tokens] = acceptance ** tokens;
    for (let level = 0; level <= LEVELS; level++) {
      let sum = 0;
      this.#laws.push(law.map((p) => (sum += p)));
      if (level < LEVELS) law = convolve(law);
    }
  }

  /** Iterations until `tokens` tokens exist (the last may have yielded more). */
  draw(stream: RandomStream, tokens: number): number {
    let left = tokens;
    let steps = 0;
    for (let level = LEVELS; level >= 0 && left > 0; level--) {
      const count = 2 ** level;
      while (left >= count * this.#most || (level === 0 && left > 0)) {
        left -= count + this.#place(level, stream.uniform());
        steps += count;
      }
    }
    return steps;
  }

  #place(level: number, u: number): number {
    const law = this.#laws[level]!;
    let low = 0;
    let high = law.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (law[middle]! < u) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const LEVELS = 8;

function convolve(law: Float64Array): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(2 * law.length - 1);
  for (let i = 0; i < law.length; i++) {
    const p = law[i]!;
    if (p > 1e-300) for (let j = 0; j < law.length; j++) sum[i + j]! += p * law[j]!;
  }
  return sum;
}
