import { lognormalTokens } from "./distributions.ts";
import type { Atoms } from "./law.ts";
import { collectAtoms } from "./laws/atomic.ts";
import type { Distribution } from "./types.ts";

/** E[X] and E[X²]. */
export type Moments = readonly [first: number, second: number];

/** First moments of a distribution that `parseDistribution` has checked: those of its law (`lawOf`), without tails and transforms. */
export function momentsOf(distribution: Distribution): Moments {
  switch (distribution.dist) {
    case "exponential":
      return exponential(distribution.mean);
    case "deterministic":
      return point(distribution.value);
    case "gamma":
      return gamma(distribution.shape, distribution.scale);
    case "erlang": {
      const { phases, mean } = distribution;
      return phases === 1 ? exponential(mean) : gamma(phases, mean / phases);
    }
    case "hyperexponential": {
      const { probabilities, means } = distribution;
      const total = probabilities.reduce((sum, p) => sum + p, 0);
      const sum = (k: 0 | 1): number => means.reduce((before, mean, i) => before + ((probabilities[i] as number) / total) * exponential(mean)[k], 0);
      return [sum(0), sum(1)];
    }
    case "uniform": {
      const { low, high } = distribution;
      return [(low + high) / 2, (low * low + low * high + high * high) / 3];
    }
    case "lognormal": {
      const { mu, sigma } = distribution;
      return [Math.exp(mu + (sigma * sigma) / 2), Math.exp(2 * mu + (4 * sigma * sigma) / 2)];
    }
    case "tokens-lognormal":
      return ofAtoms(lognormalTokens(distribution.mu, distribution.sigma, distribution.max));
    case "tokens-geometric": {
      const { mean } = distribution;
      return [mean, (2 - 1 / mean) * mean ** 2];
    }
    case "tokens-uniform": {
      const { min = 1, max } = distribution;
      const values = Float64Array.from({ length: max - min + 1 }, (_, i) => min + i);
      return ofAtoms({ values, probabilities: new Float64Array(values.length).fill(1 / values.length) });
    }
    case "empirical":
      return ofAtoms(collectAtoms(distribution.values, undefined));
    case "tokens-pmf":
      return ofAtoms(collectAtoms(distribution.values, distribution.probabilities));
  }
}

function exponential(mean: number): Moments {
  return [mean, 2 * mean ** 2];
}

function gamma(shape: number, scale: number): Moments {
  const first = shape * scale;
  return [first, first * (shape + 1) * scale];
}

function point(value: number): Moments {
  return [value, value * value];
}

/** Sums from the largest value down, as `atomicLaw` adds them. */
function ofAtoms({ values, probabilities }: Atoms): Moments {
  let first = 0;
  let second = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    const term = (probabilities[i] as number) * (values[i] as number);
    first += term;
    second += term * (values[i] as number);
  }
  return [first, second];
}
