import { digamma } from "../../numerics/gamma.ts";
import { findRoot } from "../../numerics/roots.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import type { Distribution } from "../types.ts";
import { goodnessOf, type Goodness } from "./goodness.ts";
import { fitLognormalMixture } from "./lognormal-mixture.ts";
import { average, sampleOf, type Sample } from "./sample.ts";

/** Laws that can be fitted. */
export type FitFamily =
  | "deterministic"
  | "exponential"
  | "gamma"
  | "lognormal"
  | "hyperexponential"
  | "uniform"
  | "tokens-lognormal"
  | "tokens-geometric"
  | "tokens-uniform";

/** By matching mean and variance, or by maximum likelihood. */
export type FitMethod = "moments" | "likelihood";

/** A fitted law. */
export interface Fit extends Goodness {
  /** Of the law. */
  readonly family: FitFamily;
  /** How it was fitted. */
  readonly method: FitMethod;
  /** The law, as other functions take it. */
  readonly distribution: Distribution;
}

interface Family {
  readonly parameters: number;
  readonly counts: boolean;
  readonly moments: (sample: Sample) => Distribution;
  readonly likelihood: (sample: Sample) => Distribution;
}

const FAMILIES: Readonly<Record<FitFamily, Family>> = {
  deterministic: both(1, false, ({ mean }) => ({ dist: "deterministic", value: mean })),
  exponential: both(1, false, ({ mean }) => ({ dist: "exponential", mean })),
  uniform: {
    parameters: 2,
    counts: false,
    moments: ({ mean, variance }) => {
      const half = Math.sqrt(3 * variance);
      return { dist: "uniform", low: Math.max(0, mean - half), high: mean + half };
    },
    likelihood: ({ values }) => ({ dist: "uniform", low: values[0]!, high: values[values.length - 1]! }),
  },
  gamma: {
    parameters: 2,
    counts: false,
    moments: ({ mean, variance }) => ({ dist: "gamma", shape: mean ** 2 / variance, scale: variance / mean }),
    likelihood: gammaLikelihood,
  },
  lognormal: {
    parameters: 2,
    counts: false,
    moments: lognormalMoments,
    likelihood: (sample) => {
      const mu = average(sample, Math.log);
      return { dist: "lognormal", mu, sigma: Math.sqrt(average(sample, (x) => (Math.log(x) - mu) ** 2)) };
    },
  },
  hyperexponential: { parameters: 3, counts: false, moments: balancedMeans, likelihood: hyperexponentialLikelihood },
  "tokens-geometric": both(1, true, ({ mean }) => ({ dist: "tokens-geometric", mean })),
  "tokens-uniform": both(2, true, ({ values }) => ({ dist: "tokens-uniform", min: values[0]!, max: values[values.length - 1]! })),
  "tokens-lognormal": {
    parameters: 2,
    counts: true,
    moments: (sample) => {
      // Rounding up adds about half a token to the continuous law.
      const { mu, sigma } = lognormalMoments({ ...sample, mean: sample.mean - 0.5 });
      return { dist: "tokens-lognormal", mu, sigma, max: sample.values[sample.values.length - 1]! };
    },
    likelihood: (sample) => {
      const max = sample.values[sample.values.length - 1]!;
      const { mus, sigmas } = fitLognormalMixture(sample, 1, max);
      return { dist: "tokens-lognormal", mu: mus[0]!, sigma: sigmas[0]!, max };
    },
  },
};

/** Names of the families. */
export const FIT_FAMILIES: readonly FitFamily[] = Object.keys(FAMILIES) as FitFamily[];

/**
 * Fits a law to a sample, for example the service times or token counts of a trace.
 *
 * @param data - finite numbers of at least 0 (above 0 for gamma, lognormal and hyperexponential laws; whole for token laws).
 * @param method - default maximum likelihood. Moments keep the sample's mean and variance, which a queue feels most.
 * @throws RidgepointError `invalid-value` where the sample cannot come from the family.
 */
export function fitDistribution(data: ArrayLike<number>, family: FitFamily, method: FitMethod = "likelihood"): Fit {
  const sample = sampleOf(data);
  const { parameters, counts, moments, likelihood } = FAMILIES[family];
  if (counts && !sample.values.every((value) => Number.isInteger(value) && value >= (family === "tokens-uniform" ? 0 : 1))) {
    throw unfit(family, "token laws need whole numbers of at least 1");
  }
  const positive = family === "gamma" || family === "lognormal" || family === "hyperexponential";
  if (positive && !(sample.values[0]! > 0)) throw unfit(family, "it needs values above 0");
  if (!(sample.variance > 0) && family !== "deterministic" && parameters > 1) throw unfit(family, "all values are equal; use deterministic");
  const distribution = (method === "moments" ? moments : likelihood)(sample);
  return { family, method, distribution, ...goodnessOf(distribution, sample, parameters) };
}

/**
 * Fits several families by maximum likelihood and sorts by Akaike's criterion, best first; families that cannot fit are left out, so that a
 * sample that none of them can have gives an empty list.
 */
export function fitBest(data: ArrayLike<number>, families: readonly FitFamily[]): readonly Fit[] {
  const fits: Fit[] = [];
  for (const family of families) {
    try {
      fits.push(fitDistribution(data, family));
    } catch (error) {
      if (!(error instanceof RidgepointError)) throw error;
    }
  }
  return fits.filter((fit) => !Number.isNaN(fit.aic)).sort((a, b) => a.aic - b.aic);
}

function both(parameters: number, counts: boolean, fit: (sample: Sample) => Distribution): Family {
  return { parameters, counts, moments: fit, likelihood: fit };
}

function unfit(family: FitFamily, reason: string): RidgepointError {
  return new RidgepointError("invalid-value", `values cannot come from ${family}: ${reason}`, { path: "values" });
}

function lognormalMoments({ mean, variance }: Sample): { dist: "lognormal"; mu: number; sigma: number } {
  const s2 = Math.log1p(variance / mean ** 2);
  return { dist: "lognormal", mu: Math.log(mean) - s2 / 2, sigma: Math.sqrt(s2) };
}

/** ln k − ψ(k) = ln mean − mean ln (the left side falls in k). */
function gammaLikelihood(sample: Sample): Distribution {
  const gap = Math.log(sample.mean) - average(sample, Math.log);
  const miss = (u: number): number => u - digamma(Math.exp(u)) - gap;
  let low = Math.log(0.5 / gap) - 2;
  let high = low + 4;
  while (miss(low) < 0) low -= 2;
  while (miss(high) > 0) high += 2;
  const shape = Math.exp(findRoot(miss, low, high, 1e-13));
  return { dist: "gamma", shape, scale: sample.mean / shape };
}

/** Two phases with balanced means p_1 m_1 = p_2 m_2 (Whitt 1982); for a squared variation of at least 1. */
function balancedMeans({ mean, variance }: Sample): Extract<Distribution, { dist: "hyperexponential" }> {
  const c = variance / mean ** 2;
  if (!(c >= 1)) throw unfit("hyperexponential", "its squared coefficient of variation is at least 1");
  const p = (1 + Math.sqrt((c - 1) / (c + 1))) / 2;
  return { dist: "hyperexponential", probabilities: [p, 1 - p], means: [mean / (2 * p), mean / (2 * (1 - p))] };
}

/** Two phases by EM, from a short and a long one. */
function hyperexponentialLikelihood(sample: Sample): Distribution {
  let p = 0.5;
  let short = sample.mean / 3;
  let long = sample.mean * 2;
  let previous = -Infinity;
  for (let round = 0; round < 5000; round++) {
    let first = 0;
    let firstTime = 0;
    let logLikelihood = 0;
    for (let i = 0; i < sample.values.length; i++) {
      const x = sample.values[i]!;
      const a = (p / short) * Math.exp(-x / short);
      const b = ((1 - p) / long) * Math.exp(-x / long);
      const share = (sample.counts[i]! * a) / (a + b);
      first += share;
      firstTime += share * x;
      logLikelihood += sample.counts[i]! * Math.log(a + b);
    }
    p = first / sample.count;
    short = firstTime / first;
    long = (sample.mean * sample.count - firstTime) / (sample.count - first);
    if (logLikelihood - previous < 1e-10 * Math.abs(logLikelihood) && round > 20) break;
    previous = logLikelihood;
  }
  return { dist: "hyperexponential", probabilities: [p, 1 - p], means: [short, long] };
}
