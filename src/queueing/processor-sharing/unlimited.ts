import { absorptionLaw } from "../../numerics/absorption.ts";
import { solveTridiagonal } from "../../numerics/tridiagonal.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import { requireStable } from "../stable.ts";

/** n requests in service share the total rate n/(fixed + perRequest·n) equally; neither number has a unit. */
export interface SharedRate {
  /** Whatever runs; no unit. */
  readonly fixed: number;
  /** For each request that runs; no unit. */
  readonly perRequest: number;
}

/** What insensitivity gives: the law of the number in system, whatever the service law. */
export interface SharedQueue {
  /** Mean number in service. */
  readonly meanInSystem: number;
  /** Its variance. */
  readonly varianceInSystem: number;
  /** P(nothing is there). */
  readonly emptyProbability: number;
  /** Arrival to end, s. */
  readonly meanSojournSeconds: number;
  /** P(n in system), n = 0, 1, … */
  readonly probability: (n: number) => number;
}

/**
 * Processor sharing with a state-dependent rate and no admission limit (Cohen 1979): insensitive,
 * `P(n) ∝ Π_{i≤n} λm1(fixed + perRequest·i)/i`. With x = λ·m1·perRequest and a = fixed/perRequest this is a negative binomial law:
 * `P(0) = (1−x)^{a+1}`, `E[n] = (a+1)x/(1−x)`; without a cost per request it is Poisson with mean λ·m1·fixed.
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param meanServiceSeconds - mean service requirement at rate 1.
 * @throws RidgepointError `unstable` where λ·m1·perRequest ≥ 1.
 */
export function sharedQueue(rate: number, meanServiceSeconds: number, { fixed, perRequest }: SharedRate): SharedQueue {
  const unit = rate * meanServiceSeconds;
  if (perRequest === 0) {
    const mean = unit * fixed;
    return {
      meanInSystem: mean,
      varianceInSystem: mean,
      emptyProbability: Math.exp(-mean),
      meanSojournSeconds: meanServiceSeconds * fixed,
      probability: productLaw(Math.exp(-mean), (n) => mean / n),
    };
  }
  requireStable(rate, 1 / (meanServiceSeconds * perRequest), "the total rate of many requests, 1/per_request");
  const x = unit * perRequest;
  const a = fixed / perRequest;
  const empty = Math.exp((a + 1) * Math.log1p(-x));
  return {
    meanInSystem: ((a + 1) * x) / (1 - x),
    varianceInSystem: ((a + 1) * x) / (1 - x) ** 2,
    emptyProbability: empty,
    meanSojournSeconds: ((a + 1) * meanServiceSeconds * perRequest) / (1 - x),
    probability: productLaw(empty, (n) => (x * (n + a)) / n),
  };
}

function productLaw(empty: number, ratio: (n: number) => number): (n: number) => number {
  const known = [empty];
  return (n) => {
    while (known.length <= n) known.push(known[known.length - 1]! * ratio(known.length));
    return known[n]!;
  };
}

/**
 * Sojourn under the same sharing when services are exponential: the tagged request and the n others form a Markov chain; moments by
 * a tridiagonal system, the law by uniformisation. (Plain processor sharing is fixed = 0, perRequest = 1.)
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param meanServiceSeconds - mean service requirement at rate 1, s.
 * @throws RidgepointError as {@link sharedQueue}.
 */
export function exponentialSharedSojourn(rate: number, meanServiceSeconds: number, sharing: SharedRate): TimeLaw {
  const queue = sharedQueue(rate, meanServiceSeconds, sharing);
  const initial: number[] = [];
  let left = 1;
  for (let n = 0; left > 1e-15 || n < 2; n++) {
    const p = queue.probability(n);
    initial.push(p);
    left -= p;
    if (n > queue.meanInSystem && p < 1e-17) break;
  }
  // Beyond the arrivals' own law the number may still grow during the sojourn.
  const size = Math.ceil(initial.length * 1.5) + 20;
  const start = new Float64Array(size);
  start.set(initial);
  // With n others, each of n + 1 requests is served at rate 1/(fixed + perRequest·(n + 1)).
  const each = Float64Array.from({ length: size }, (_, n) => 1 / (meanServiceSeconds * (sharing.fixed + sharing.perRequest * (n + 1))));
  const up = (n: number): number => (n + 1 < size ? rate : 0);
  const system = (right: Float64Array): Float64Array =>
    solveTridiagonal(
      Float64Array.from({ length: size }, (_, n) => -n * each[n]!),
      Float64Array.from({ length: size }, (_, n) => up(n) + (n + 1) * each[n]!),
      Float64Array.from({ length: size }, (_, n) => -up(n)),
      right,
    );
  const first = system(new Float64Array(size).fill(1));
  const second = system(first.map((m) => 2 * m));
  const mean = dot(start, first);
  let fastest = 0;
  for (let n = 0; n < size; n++) fastest = Math.max(fastest, up(n) + (n + 1) * each[n]!);
  const { tail, quantile } = absorptionLaw(start, fastest, (from, to) => {
    for (let n = 0; n < size; n++) {
      const stay = 1 - (up(n) + (n + 1) * each[n]!) / fastest;
      let mass = from[n]! * stay;
      if (n > 0) mass += (from[n - 1]! * rate) / fastest;
      if (n + 1 < size) mass += (from[n + 1]! * (n + 1) * each[n + 1]!) / fastest;
      to[n] = mass;
    }
  });
  return { meanSeconds: mean, varianceSecondsSquared: dot(start, second) - mean ** 2, tail, quantile };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
