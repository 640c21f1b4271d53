import { lawOf } from "../distributions.ts";
import type { Law } from "../law.ts";
import type { Distribution } from "../types.ts";
import type { Sample } from "./sample.ts";

/** How well a law fits a sample. */
export interface Goodness {
  /** Σ ln density, or Σ ln probability for a law of counts; −Infinity where the law cannot give a value. */
  readonly logLikelihood: number;
  /** Akaike's criterion, 2·parameters − 2·logLikelihood: smaller is better, between laws of the same kind. */
  readonly aic: number;
  /** Kolmogorov and Smirnov's largest distance between the two distribution functions. */
  readonly ksStatistic: number;
  /**
   * Probability of such a distance or a larger one if the law were true and known beforehand (asymptotic). After a fit to the same
   * sample, and for laws of counts, it is too large: small values reject, large ones prove nothing.
   */
  readonly ksPValue: number;
}

/**
 * Goodness of a distribution of the contract against a sample: likelihood, Akaike's criterion, Kolmogorov and Smirnov's distance.
 *
 * @param parameters - how many of the distribution's numbers were fitted to the sample.
 */
export function goodnessOf(distribution: Distribution, sample: Sample, parameters: number): Goodness {
  return lawGoodness(lawOf(distribution), sample, parameters);
}

/** Goodness of any law. */
export function lawGoodness(law: Law, sample: Sample, parameters: number): Goodness {
  const { values, counts, count } = sample;
  const smooth = law.density;
  let logLikelihood = 0;
  let distance = 0;
  let below = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    const probability = smooth === undefined ? atomAt(law, x) : smooth(x);
    logLikelihood += counts[i]! * Math.log(probability);
    const before = smooth === undefined ? 1 - atLeast(law, x) : law.cdf(x);
    distance = Math.max(distance, Math.abs(before - below));
    below += counts[i]! / count;
    distance = Math.max(distance, Math.abs(law.cdf(x) - below));
  }
  return { logLikelihood, aic: 2 * parameters - 2 * logLikelihood, ksStatistic: distance, ksPValue: kolmogorovTail(distance, count) };
}

/** P(X ≥ x) of a law of atoms. */
function atLeast(law: Law, x: number): number {
  return law.tail(x - 1e-9 * Math.max(1, Math.abs(x)));
}

function atomAt(law: Law, x: number): number {
  return Math.max(0, atLeast(law, x) - law.tail(x));
}

/** P(√n·D > d) of Kolmogorov's law with Stephens' correction for finite n (Numerical Recipes, 3rd ed., section 14.3.3). */
export function kolmogorovTail(distance: number, count: number): number {
  const root = Math.sqrt(count);
  const z = (root + 0.12 + 0.11 / root) * distance;
  if (z < 0.2) return 1;
  let sum = 0;
  for (let j = 1; j <= 100; j++) {
    const term = 2 * (j % 2 === 1 ? 1 : -1) * Math.exp(-2 * j * j * z * z);
    sum += term;
    if (Math.abs(term) < 1e-16) break;
  }
  return Math.min(1, Math.max(0, sum));
}
