import { requireStable } from "../stable.ts";
import type { SharedRate } from "./unlimited.ts";

/** Processor sharing of at most `most` requests; the others wait, first come, first served. */
export interface LimitedSharing {
  /** Mean number waiting or in service. */
  readonly meanInSystem: number;
  /** P(nothing is there). */
  readonly emptyProbability: number;
  /** P(an arrival finds all places taken). */
  readonly waitProbability: number;
  /** Before service begins, s. */
  readonly meanWaitSeconds: number;
  /** Arrival to end, s. */
  readonly meanSojournSeconds: number;
}

/**
 * Limited processor sharing with exponential services: birth and death with death rate r(min(n, most))/m1,
 * r(n) = n/(fixed + perRequest·n) (Kleinrock, Queueing Systems I, section 3.1). Exact for exponential services only: the admission limit
 * breaks insensitivity.
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param meanServiceSeconds - mean service requirement at rate 1, s.
 * @param most - requests that share the server at once.
 * @throws RidgepointError `unstable` where λ is not below the capacity r(most)/m1.
 */
export function limitedSharing(rate: number, meanServiceSeconds: number, { fixed, perRequest }: SharedRate, most: number): LimitedSharing {
  const speed = (n: number): number => n / (fixed + perRequest * n);
  requireStable(rate, speed(most) / meanServiceSeconds, `${most} requests in service`);
  // P(n)/P(0) in logarithms: the products may overflow on the way.
  const logs = [0];
  for (let n = 1; n <= most; n++) logs.push(logs[n - 1]! + Math.log((rate * meanServiceSeconds) / speed(n)));
  const highest = Math.max(...logs);
  const masses = logs.map((log) => Math.exp(log - highest));
  const ratio = (rate * meanServiceSeconds) / speed(most);
  const top = masses[most]!;
  // Σ_{n>most} top·ratio^{n−most}, and the same times n − most.
  const beyond = (top * ratio) / (1 - ratio);
  const beyondExcess = beyond / (1 - ratio);
  const total = masses.reduce((sum, p) => sum + p, 0) + beyond;
  const within = masses.reduce((sum, p, n) => sum + n * p, 0);
  const meanInSystem = (within + most * beyond + beyondExcess) / total;
  return {
    meanInSystem,
    emptyProbability: masses[0]! / total,
    waitProbability: (top + beyond) / total,
    meanWaitSeconds: beyondExcess / total / rate,
    meanSojournSeconds: meanInSystem / rate,
  };
}
