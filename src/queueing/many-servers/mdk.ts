import { poissonWindow } from "../../numerics/poisson.ts";
import { walkMaximum } from "../../numerics/random-walk.ts";
import { firstAtLeast } from "../../numerics/roots.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import { requireStable } from "../stable.ts";

/** M/D/k, first come, first served. */
export interface MdkQueue {
  /** Busy share of a server. */
  readonly utilisation: number;
  /** P(an arrival waits). */
  readonly waitProbability: number;
  /** P(no server is busy). */
  readonly idleProbability: number;
  /** Time in the queue. */
  readonly wait: TimeLaw;
  /** Arrival to end. */
  readonly sojourn: TimeLaw;
}

/**
 * M/D/k exactly. Over one service time D the number in system obeys `X' = (X − k)⁺ + Pois(λD)` (Crommelin 1932), so the queue is a
 * reflected random walk; `E[W] = E[Q]/λ`, `E[W²] = E[Q(Q−1)]/λ²`, and for (m−1)D ≤ x < mD
 * `P(W ≤ x) = Σ_{j<mk} P(Q ≤ mk−1−j)·Pois(j; λ(mD−x))` (Franx 2001).
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param serviceSeconds - the fixed service D, s.
 * @throws RidgepointError `unstable` where λD ≥ k.
 */
export function mdk(rate: number, serviceSeconds: number, servers: number): MdkQueue {
  const d = serviceSeconds;
  const load = rate * d;
  requireStable(rate, servers / d, `${servers} servers with a service of ${d} s`);
  const arrivals = poissonWindow(load);
  const queue = walkMaximum(stepsOf(arrivals.first, arrivals.probabilities, servers));
  const atMost = new Float64Array(queue.length);
  let sum = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < queue.length; i++) {
    sum += queue[i]!;
    atMost[i] = Math.min(1, sum);
    first += i * queue[i]!;
    second += i * (i - 1) * queue[i]!;
  }
  const cumulative = (i: number): number => (i < 0 ? 0 : i < atMost.length ? atMost[i]! : 1);
  const cdf = (x: number): number => {
    if (x < 0) return 0;
    const m = Math.floor(x / d) + 1;
    const window = poissonWindow(rate * (m * d - x));
    let total = 0;
    for (let i = 0; i < window.probabilities.length; i++) {
      total += window.probabilities[i]! * cumulative(m * servers - 1 - window.first - i);
    }
    return Math.min(1, total);
  };
  const meanWait = first / rate;
  const varianceWait = second / rate ** 2 - meanWait ** 2;
  const noWait = cdf(0);
  const quantile = (q: number): number => {
    if (q <= noWait) return 0;
    let high = d / servers;
    while (cdf(high) < q) high *= 2;
    return firstAtLeast(cdf, q, 0, high, 1e-12);
  };
  return {
    utilisation: load / servers,
    waitProbability: 1 - noWait,
    idleProbability: queue[0]! * Math.exp(-load),
    wait: { meanSeconds: meanWait, varianceSecondsSquared: varianceWait, tail: (t) => 1 - cdf(t), quantile },
    sojourn: {
      meanSeconds: meanWait + d,
      varianceSecondsSquared: varianceWait,
      tail: (t) => 1 - cdf(t - d),
      quantile: (q) => quantile(q) + d,
    },
  };
}

/** Steps of arrivals minus k, from a stretch of the arrivals' law. */
function stepsOf(first: number, probabilities: Float64Array, k: number): { masses: Float64Array; down: number } {
  if (first > k) {
    const masses = new Float64Array(probabilities.length + first - k);
    masses.set(probabilities, first - k);
    return { masses, down: 0 };
  }
  return { masses: probabilities, down: k - first };
}
