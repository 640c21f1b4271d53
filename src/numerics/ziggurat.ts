import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/**
 * Ziggurat samplers of the exponential and the normal law: Marsaglia and Tsang, "The ziggurat method for generating
 * random variables" (J. Stat. Softw. 5(8), 2000), 256 layers, with Doornik's care that layer number and abscissa use
 * different bits. One 52-bit abscissa and 8 layer bits come from two 32-bit words.
 */

const LAYERS = 256;
const TWO_POW_20 = 2 ** 20;
const TWO_POW_MINUS_52 = 2 ** -52;

/** Right end of the base strip and the common area of the strips, for 256 layers (Marsaglia and Tsang 2000). */
const EXPONENTIAL_EDGE = 7.69711747013104972;
const EXPONENTIAL_AREA = 3.949659822581572e-3;
const NORMAL_EDGE = 3.6541528853610088;
const NORMAL_AREA = 4.92867323399e-3;

interface Layers {
  /** Right ends: x[0] is the pseudo-width of the base strip, x[1] the edge, x[256] = 0. */
  readonly x: Float64Array;
  /** Density at those ends. */
  readonly f: Float64Array;
}

/** Made at the first use, so that an import costs nothing. */
let exponential: Layers | null = null;
let normal: Layers | null = null;

function exponentialLayers(): Layers {
  return layers(EXPONENTIAL_EDGE, EXPONENTIAL_AREA, (x) => Math.exp(-x), (y) => -Math.log(y));
}

function normalLayers(): Layers {
  return layers(
    NORMAL_EDGE,
    NORMAL_AREA,
    (x) => Math.exp(-0.5 * x * x),
    (y) => Math.sqrt(-2 * Math.log(y)),
  );
}

function layers(edge: number, area: number, density: (x: number) => number, inverse: (y: number) => number): Layers {
  const x = new Float64Array(LAYERS + 1);
  const f = new Float64Array(LAYERS + 1);
  x[0] = area / density(edge);
  x[1] = edge;
  for (let i = 2; i < LAYERS; i++) {
    const previous = x[i - 1] as number;
    x[i] = inverse(density(previous) + area / previous);
  }
  x[LAYERS] = 0;
  for (let i = 0; i <= LAYERS; i++) f[i] = density(x[i] as number);
  return { x, f };
}

function uniform(generator: RandomGenerator): number {
  return ((generator.next() >>> 0) * TWO_POW_20 + (generator.next() >>> 12) + 0.5) * TWO_POW_MINUS_52;
}

/** Exponential variate with mean 1. */
export function exponentialZiggurat(generator: RandomGenerator): number {
  const { x, f } = (exponential ??= exponentialLayers());
  // The law has no memory: beyond the edge the excess is again exponential, so the loop adds the edge and starts anew.
  let shift = 0;
  for (;;) {
    const low = generator.next();
    const u = ((generator.next() >>> 0) * TWO_POW_20 + (low >>> 12) + 0.5) * TWO_POW_MINUS_52;
    const layer = (low >>> 4) & 255;
    const value = u * (x[layer] as number);
    if (value < (x[layer + 1] as number)) return shift + value;
    if (layer === 0) {
      shift += EXPONENTIAL_EDGE;
      continue;
    }
    const floor = f[layer] as number;
    if (floor + uniform(generator) * ((f[layer + 1] as number) - floor) < Math.exp(-value)) return shift + value;
  }
}

/** Standard normal variate. */
export function normalZiggurat(generator: RandomGenerator): number {
  const { x, f } = (normal ??= normalLayers());
  for (;;) {
    const low = generator.next();
    const u = ((generator.next() >>> 0) * TWO_POW_20 + (low >>> 12) + 0.5) * (2 * TWO_POW_MINUS_52) - 1;
    const layer = (low >>> 4) & 255;
    const value = u * (x[layer] as number);
    if (Math.abs(value) < (x[layer + 1] as number)) return value;
    if (layer === 0) {
      const excess = normalTail(generator);
      return u < 0 ? -excess : excess;
    }
    const floor = f[layer] as number;
    if (floor + uniform(generator) * ((f[layer + 1] as number) - floor) < Math.exp(-0.5 * value * value)) return value;
  }
}

/** A normal variate conditioned to lie beyond the edge (Marsaglia 1964). */
function normalTail(generator: RandomGenerator): number {
  for (;;) {
    const a = -Math.log(uniform(generator)) / NORMAL_EDGE;
    const b = -Math.log(uniform(generator));
    if (b + b > a * a) return NORMAL_EDGE + a;
  }
}
