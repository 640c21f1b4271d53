import { normalCdf, normalTail } from "../numerics/normal.ts";
import { atomicLaw, collectAtoms } from "./laws/atomic.ts";
import { affineLaw, cappedLaw, mixtureLaw } from "./laws/combined.ts";
import { exponentialLaw } from "./laws/exponential.ts";
import { gammaLaw } from "./laws/gamma.ts";
import { geometricLaw } from "./laws/geometric.ts";
import { lognormalLaw } from "./laws/lognormal.ts";
import { uniformLaw } from "./laws/uniform.ts";
import type { Atoms, Law } from "./law.ts";
import type { Distribution } from "./types.ts";

/** The law of one point, in any unit: s of a time, a count of tokens. */
export function deterministicLaw(value: number): Law {
  return atomicLaw({ values: Float64Array.of(value), probabilities: Float64Array.of(1) });
}

/**
 * The analytic view of a distribution of the contract, or of scale·X + shift with scale ≥ 0. Its unit is that of the
 * distribution: s of a time, a count of tokens. The distribution is taken as valid (`parseDistribution` checks one from outside).
 */
export function lawOf(distribution: Distribution, scale = 1, shift = 0): Law {
  if (scale === 0) return deterministicLaw(shift);
  // Geometric tokens have no largest value: their closed form takes the scale itself.
  if (distribution.dist === "tokens-geometric" && distribution.mean > 1) return geometricLaw(distribution.mean, scale, shift);
  return affineLaw(plainLaw(distribution), scale, shift);
}

function plainLaw(distribution: Distribution): Law {
  switch (distribution.dist) {
    case "exponential":
      return exponentialLaw(distribution.mean);
    case "deterministic":
      return deterministicLaw(distribution.value);
    case "gamma":
      return gammaLaw(distribution.shape, distribution.scale);
    case "erlang":
      return distribution.phases === 1
        ? exponentialLaw(distribution.mean)
        : gammaLaw(distribution.phases, distribution.mean / distribution.phases);
    case "hyperexponential": {
      const branches = distribution.means.flatMap((mean, i) => (distribution.probabilities[i]! > 0 ? [{ mean, p: distribution.probabilities[i]! }] : []));
      const total = branches.reduce((sum, { p }) => sum + p, 0);
      return mixtureLaw(
        branches.map(({ p }) => p / total),
        branches.map(({ mean }) => exponentialLaw(mean)),
      );
    }
    case "uniform":
      return distribution.high > distribution.low ? uniformLaw(distribution.low, distribution.high) : deterministicLaw(distribution.low);
    case "lognormal":
      return distribution.sigma > 0 ? lognormalLaw(distribution.mu, distribution.sigma) : deterministicLaw(Math.exp(distribution.mu));
    case "empirical":
      return atomicLaw(collectAtoms(distribution.values, undefined));
    case "tokens-lognormal":
      return atomicLaw(lognormalTokens(distribution.mu, distribution.sigma, distribution.max));
    case "tokens-geometric":
      return distribution.mean > 1 ? geometricLaw(distribution.mean) : deterministicLaw(1);
    case "tokens-uniform": {
      const min = distribution.min ?? 1;
      const values = Float64Array.from({ length: distribution.max - min + 1 }, (_, i) => min + i);
      return atomicLaw({ values, probabilities: new Float64Array(values.length).fill(1 / values.length) });
    }
    case "tokens-pmf":
      return atomicLaw(collectAtoms(distribution.values, distribution.probabilities));
  }
}

/**
 * N = min(⌈X⌉, max) for a lognormal X: P(N = n) = Φ((ln n − mu)/sigma) − Φ((ln(n − 1) − mu)/sigma), differences taken on the side
 * where the terms are small, and everything from max − 1 upwards at max.
 */
export function lognormalTokens(mu: number, sigma: number, max: number): Atoms {
  if (sigma === 0) return { values: Float64Array.of(Math.min(max, Math.max(1, Math.ceil(Math.exp(mu))))), probabilities: Float64Array.of(1) };
  const score = (n: number): number => (n <= 0 ? -Infinity : (Math.log(n) - mu) / sigma);
  // Beyond this the third moment has no digit left to gain: E[X³; X > x] = E[X³]·P(Z > score − 3 sigma).
  const last = Math.min(max, Math.ceil(Math.exp(Math.min(40, mu + 3 * sigma * sigma + 8.5 * sigma))));
  const values: number[] = [];
  const probabilities: number[] = [];
  let lower = score(0);
  for (let n = 1; n < last; n++) {
    const upper = score(n);
    const p = lower > 0 ? normalTail(lower) - normalTail(upper) : normalCdf(upper) - normalCdf(lower);
    if (p > 0) {
      values.push(n);
      probabilities.push(p);
    }
    lower = upper;
  }
  const rest = normalTail(lower);
  if (rest > 0) {
    values.push(last);
    probabilities.push(rest);
  }
  return { values: Float64Array.from(values), probabilities: Float64Array.from(probabilities) };
}

/**
 * Probabilities of whole numbers: `probabilities[n]` = P(N = n), n = 0, 1, …, with everything above `cap` at the cap. A law with a
 * density is rounded up, as tokens are: P(N = n) = P(n − 1 < X ≤ n).
 */
export function tokenProbabilities(distribution: Distribution, cap?: number): Float64Array {
  const law = lawOf(distribution);
  if (law.density === undefined) {
    const { values, probabilities } = (cap === undefined ? law : cappedLaw(law, cap)).atoms();
    const pmf = new Float64Array(Math.ceil(values[values.length - 1]!) + 1);
    for (let i = 0; i < values.length; i++) {
      const n = Math.ceil(values[i]!);
      pmf[n] = pmf[n]! + probabilities[i]!;
    }
    return pmf;
  }
  let last = cap ?? Math.ceil(law.quantile(0.5)) + 1;
  if (cap === undefined) while (law.tail(last) > 1e-16) last *= 2;
  const pmf = new Float64Array(last + 1);
  const half = law.quantile(0.5);
  for (let n = 0; n <= last; n++) {
    const from = n - 1;
    pmf[n] = n === last ? law.tail(from) : from > half ? law.tail(from) - law.tail(n) : law.cdf(n) - (n === 0 ? 0 : law.cdf(from));
  }
  return pmf;
}
