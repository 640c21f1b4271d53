import type { RandomStream } from "../numerics/random.ts";
import { invalidValue } from "../quantities/errors.ts";
import type { Distribution } from "./types.ts";

/** Draws one variate from a stream. */
export type Sampler = (stream: RandomStream) => number;

/**
 * Prepares a law for drawing; tables are built once, a draw allocates nothing. A draw has the law's unit. The law is taken as valid.
 *
 * @throws RidgepointError `invalid-value` for a distribution without a known name.
 */
export function samplerOf(law: number | Distribution): Sampler {
  if (typeof law === "number") return () => law;
  switch (law.dist) {
    case "exponential": {
      const { mean } = law;
      return (stream) => mean * stream.exponential();
    }
    case "deterministic": {
      const { value } = law;
      return () => value;
    }
    case "gamma": {
      const { shape, scale } = law;
      return (stream) => scale * stream.gamma(shape);
    }
    case "erlang": {
      const { phases, mean } = law;
      const scale = mean / phases;
      return (stream) => scale * stream.gamma(phases);
    }
    case "hyperexponential": {
      const branch = aliasTable(law.probabilities);
      const means = Float64Array.from(law.means);
      return (stream) => (means[branch(stream)] as number) * stream.exponential();
    }
    case "uniform": {
      const { low, high } = law;
      return (stream) => low + (high - low) * stream.uniform();
    }
    case "lognormal": {
      const { mu, sigma } = law;
      return (stream) => stream.lognormal(mu, sigma);
    }
    case "empirical": {
      const values = Float64Array.from(law.values);
      return (stream) => values[stream.integer(values.length)] as number;
    }
    case "tokens-lognormal": {
      const { mu, sigma, max } = law;
      return (stream) => Math.min(Math.max(1, Math.ceil(stream.lognormal(mu, sigma))), max);
    }
    case "tokens-geometric": {
      if (law.mean <= 1) return () => 1;
      const scale = -1 / Math.log1p(-1 / law.mean);
      return (stream) => stream.geometricWithScale(scale);
    }
    case "tokens-uniform": {
      const min = law.min ?? 1;
      const count = law.max - min + 1;
      return (stream) => min + stream.integer(count);
    }
    case "tokens-pmf": {
      const values = Float64Array.from(law.values);
      const place = aliasTable(law.probabilities);
      return (stream) => values[place(stream)] as number;
    }
    default:
      throw invalidValue("dist", (law as { dist: unknown }).dist, "is not a known distribution");
  }
}

/** Walker's alias method (Vose 1991): draws place i with probability proportional to `weights[i]` from one uniform. */
export function aliasTable(weights: readonly number[]): Sampler {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keep = new Float64Array(n);
  const alias = new Int32Array(n);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < n; i++) {
    keep[i] = ((weights[i] as number) * n) / total;
    ((keep[i] as number) < 1 ? small : large).push(i);
  }
  while (small.length > 0 && large.length > 0) {
    const low = small.pop() as number;
    const high = large[large.length - 1] as number;
    alias[low] = high;
    keep[high] = (keep[high] as number) - (1 - (keep[low] as number));
    if ((keep[high] as number) < 1) {
      large.pop();
      small.push(high);
    }
  }
  for (const rest of [...small, ...large]) keep[rest] = 1;
  return (stream) => {
    const u = stream.uniform() * n;
    const place = Math.floor(u);
    return u - place < (keep[place] as number) ? place : (alias[place] as number);
  };
}
