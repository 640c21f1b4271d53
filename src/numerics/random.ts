import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { exponentialZiggurat, normalZiggurat } from "./ziggurat.ts";

const TWO_POW_MINUS_52 = 2 ** -52;
const TWO_POW_20 = 2 ** 20;

/**
 * A reproducible stream of random numbers: xoroshiro128+ (pure-rand) behind samplers that allocate nothing.
 *
 * Every method draws from the same stream, so a program that calls them in the same order gets the same numbers from the
 * same seed. `uniform` is exact on every platform; the others call `Math.log` or `Math.exp` now and then, which engines
 * may round differently in the last bit.
 */
export class RandomStream {
  readonly #generator: JumpableRandomGenerator;

  /** Use {@link createStream}; the constructor takes a generator that is already seeded. */
  constructor(generator: JumpableRandomGenerator) {
    this.#generator = generator;
  }

  /** 32 random bits as a signed integer. */
  bits(): number {
    return this.#generator.next();
  }

  /** Uniform on the open interval (0, 1), with 52 bits: never 0 and never 1, so logarithms are safe. */
  uniform(): number {
    const high = this.#generator.next() >>> 0;
    const low = this.#generator.next() >>> 12;
    return (high * TWO_POW_20 + low + 0.5) * TWO_POW_MINUS_52;
  }

  /** Uniform integer in 0 … `count` − 1 (bias below `count`·2⁻⁵²). */
  integer(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return exponentialZiggurat(this.#generator);
  }

  /** Standard normal. */
  normal(): number {
    return normalZiggurat(this.#generator);
  }

  /** Lognormal: exp(mu + sigma Z). */
  lognormal(mu: number, sigma: number): number {
    return Math.exp(mu + sigma * normalZiggurat(this.#generator));
  }

  /**
   * Gamma with scale 1. Marsaglia and Tsang, "A simple method for generating gamma variables" (ACM TOMS 26, 2000),
   * with their boost for shapes below 1.
   */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normalZiggurat(this.#generator);
      const t = 1 + c * x;
      if (t <= 0) continue;
      const v = t * t * t;
      const u = this.uniform();
      const x2 = x * x;
      if (u < 1 - 0.0331 * x2 * x2) return d * v;
      if (Math.log(u) < 0.5 * x2 + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  /**
   * Geometric on 1, 2, …: trials up to and with the first success of probability `success`. Ceiling of an exponential
   * with rate −ln(1 − success), which is exact. For speed in a loop compute `scale = −1/log1p(−success)` once and use
   * `geometricWithScale`.
   */
  geometric(success: number): number {
    return success >= 1 ? 1 : this.geometricWithScale(-1 / Math.log1p(-success));
  }

  /** {@link geometric} with `scale = −1/ln(1 − success)` computed beforehand. */
  geometricWithScale(scale: number): number {
    return Math.max(1, Math.ceil(exponentialZiggurat(this.#generator) * scale));
  }
}

/**
 * The stream number `index` of a `seed`. Streams of one seed are 2⁶⁴ draws apart (xoroshiro128+ jump), so they do not
 * overlap. Costs O(index) jumps of about a microsecond: take consecutive small indices.
 *
 * @param seed - any finite number; its integer part up to 2⁵³ counts. Equal seeds give equal streams.
 * @param index - 0, 1, 2, …
 */
export function createStream(seed: number, index = 0): RandomStream {
  const generator = seededGenerator(seed);
  for (let i = 0; i < index; i++) generator.jump();
  return new RandomStream(generator);
}

/**
 * The first `count` streams of a seed; the same as `createStream(seed, 0 … count − 1)`, in O(count).
 *
 * @param seed - any finite number; its integer part up to 2⁵³ counts.
 */
export function createStreams(seed: number, count: number): RandomStream[] {
  const generator = seededGenerator(seed);
  const streams: RandomStream[] = [];
  for (let i = 0; i < count; i++) {
    streams.push(new RandomStream(generator.clone()));
    generator.jump();
  }
  return streams;
}

/** Neighbouring seeds must not give correlated states, hence the mixing (the finaliser of MurmurHash3). */
function seededGenerator(seed: number): JumpableRandomGenerator {
  const whole = Number.isFinite(seed) ? Math.trunc(seed) : 0;
  const state: number[] = [];
  let low = whole | 0;
  let high = Math.floor(whole / 2 ** 32) | 0;
  for (let i = 0; i < 4; i++) {
    low = (low + 0x9e3779b9) | 0;
    high = mix(high ^ low);
    state.push(mix(low ^ high) | 0);
  }
  // The all-zero state is the one fixed point of the generator.
  if (!state.some((word) => word !== 0)) state[0] = 1;
  return xoroshiro128plusFromState(state);
}

function mix(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
