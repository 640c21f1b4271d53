import { firstAtLeast } from "../../numerics/roots.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { gammaLaw } from "../../workloads/laws/gamma.ts";
import { exponentialMean } from "../../workloads/recognise.ts";
import type { Law } from "../../workloads/law.ts";
import { gg1Fcfs } from "../gg1/fcfs.ts";
import { mdk } from "../many-servers/mdk.ts";
import { mmk } from "../many-servers/erlang.ts";
import { gimk } from "../many-servers/renewal.ts";
import { mg1Fcfs, type TimeLaw } from "../mg1/fcfs.ts";
import { requireStable } from "../stable.ts";

/** Wait and sojourn of a request behind a router, over all replicas. */
export interface RoutedQueue {
  /** Busy share of the busiest replica. */
  readonly utilisation: number;
  /** P(an arrival waits). */
  readonly waitProbability: number;
  /** Time in the queue. */
  readonly wait: TimeLaw;
  /** Arrival to end. */
  readonly sojourn: TimeLaw;
}

/**
 * Replicas (one server each, FCFS) behind a router that chooses at random: thinning keeps arrivals Poisson, so each replica is M/G/1.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals at the router, 1/s.
 * @param shares - the share of each replica; equal ones for a random router, unequal ones for sessions or prefixes that stick to their
 *   replica ({@link affinityShares}). They sum to 1.
 * @throws RidgepointError `invalid-value` where the shares do not sum to 1; `unstable` where one replica is saturated, although the others
 *   may not be.
 */
export function randomRouting(service: Law, rate: number, shares: readonly number[]): RoutedQueue {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(Math.abs(sum - 1) < 1e-9)) throw new RidgepointError("invalid-value", `shares must sum to 1, not to ${sum}`, { path: "shares", value: shares });
  const queues = shares.filter((share) => share > 0).map((share) => ({ share, queue: mg1Fcfs(service, rate * share) }));
  const mixed = (of: (queue: ReturnType<typeof mg1Fcfs>) => TimeLaw): TimeLaw => mixtureOfTimes(queues.map(({ share, queue }) => ({ share, law: of(queue) })));
  return {
    utilisation: Math.max(...queues.map(({ queue }) => queue.utilisation)),
    waitProbability: queues.reduce((total, { share, queue }) => total + share * queue.utilisation, 0),
    wait: mixed((queue) => queue.wait),
    sojourn: mixed((queue) => queue.sojourn),
  };
}

/**
 * Round robin: each replica sees every k-th arrival, gaps are Erlang-k. Exact for exponential services (GI/M/1), otherwise
 * {@link gg1Fcfs}; undefined where that does not reach.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals at the router, 1/s.
 * @throws RidgepointError `unstable` where λE[S] is not below the number of replicas.
 */
export function roundRobinRouting(service: Law, rate: number, replicas: number): RoutedQueue | undefined {
  if (replicas === 1) return randomRouting(service, rate, [1]);
  const interarrival = gammaLaw(replicas, 1 / rate);
  return exponentialMean(service) !== undefined ? gimk(interarrival, service.mean, 1) : gg1Fcfs(interarrival, service);
}

/**
 * Least work: a request joins the replica that will be free first. With FCFS replicas that is one queue in front of k servers
 * (Foss 1980), so exponential and fixed services are exact; undefined for others, which need simulation.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals at the router, 1/s.
 * @throws RidgepointError `unstable` where λE[S] is not below the number of replicas.
 */
export function leastWorkRouting(service: Law, rate: number, replicas: number): RoutedQueue | undefined {
  requireStable(rate, replicas / service.mean, `${replicas} replicas with a mean service of ${service.mean} s`);
  if (replicas === 1) return randomRouting(service, rate, [1]);
  if (service.low === service.high) return mdk(rate, service.mean, replicas);
  return exponentialMean(service) !== undefined ? mmk(rate, service.mean, replicas) : undefined;
}

/**
 * Shares of replicas when sessions stick to a replica: session i brings `weights[i]` of the load and goes to replica `i mod replicas` of
 * a list in random order. The busiest share, not the mean, decides stability.
 *
 * @returns the share of each replica; they sum to 1.
 */
export function affinityShares(weights: readonly number[], replicas: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = new Array<number>(replicas).fill(0);
  weights.forEach((weight, i) => {
    shares[i % replicas] = shares[i % replicas]! + weight / total;
  });
  return shares;
}

/** The law of a random choice between times. */
export function mixtureOfTimes(parts: readonly { readonly share: number; readonly law: TimeLaw }[]): TimeLaw {
  if (parts.length === 1) return parts[0]!.law;
  const meanSeconds = parts.reduce((sum, { share, law }) => sum + share * law.meanSeconds, 0);
  const second = parts.reduce((sum, { share, law }) => sum + share * (law.varianceSecondsSquared + law.meanSeconds ** 2), 0);
  const tail = (t: number): number => parts.reduce((sum, { share, law }) => sum + share * law.tail(t), 0);
  return {
    meanSeconds,
    varianceSecondsSquared: second - meanSeconds ** 2,
    tail,
    quantile: (q) => {
      const each = parts.map(({ law }) => law.quantile(q));
      return firstAtLeast((t) => 1 - tail(t), q, Math.min(...each), Math.max(...each), 1e-10);
    },
  };
}
