import { stationary } from "../../numerics/markov.ts";
import { erlangC } from "../many-servers/erlang.ts";
import { requireStable } from "../stable.ts";

/** Mean figures of join-the-shortest-queue. */
export interface ShortestQueue {
  /** Mean number at all servers. */
  readonly meanInSystem: number;
  /** Arrival to end, s. */
  readonly meanSojournSeconds: number;
  /** Time in the queue, s. */
  readonly meanWaitSeconds: number;
  /** P(an arrival finds no replica idle). */
  readonly waitProbability: number;
}

/**
 * Join the shortest queue with two exponential replicas, from the chain of both lengths (the longer at most `limit` ahead of nothing):
 * exact up to the mass of the last states, which is below 1e-9 for ρ ≤ 0.9 with the default limit. Between M/M/2 (a lower bound of the
 * wait, one queue for both) and random choice. More replicas: {@link powerOfChoices} for the limit, simulation for the rest.
 *
 * @param rate - Poisson arrivals at the router, 1/s.
 * @param serviceSeconds - mean of the exponential service, s.
 * @throws RidgepointError `unstable` where λ is not below 2/serviceSeconds.
 */
export function shortestOfTwo(rate: number, serviceSeconds: number): ShortestQueue {
  const mu = 1 / serviceSeconds;
  requireStable(rate, 2 * mu, `2 replicas with a mean service of ${serviceSeconds} s`);
  const rho = rate / (2 * mu);
  // The total falls like ρ^total, the lengths stay close together: lengths of half the total and a dozen more suffice.
  const limit = Math.min(70, Math.ceil(Math.log(1e-10) / Math.log(rho) / 2) + 12);
  const n = limit + 1;
  // State (shorter i, longer j), i ≤ j.
  const index = (i: number, j: number): number => (j * (j + 1)) / 2 + i;
  const states = (n * (n + 1)) / 2;
  const rates = new Float64Array(states * states);
  const add = (from: number, i: number, j: number, value: number): void => {
    const place = from * states + index(Math.min(i, j), Math.max(i, j));
    rates[place] = rates[place]! + value;
  };
  for (let j = 0; j < n; j++) {
    for (let i = 0; i <= j; i++) {
      const from = index(i, j);
      if (i < limit) add(from, i + 1, j, rate);
      if (i > 0) add(from, i - 1, j, mu);
      if (j > 0) add(from, i, j - 1, mu);
    }
  }
  // A step changes j by one at most, so it moves by at most j + 1 places in this order.
  const law = stationary(rates, states, n + 1);
  let meanInSystem = 0;
  let busy = 0;
  for (let j = 0; j < n; j++) {
    for (let i = 0; i <= j; i++) {
      const p = law[index(i, j)]!;
      meanInSystem += (i + j) * p;
      if (i > 0) busy += p;
    }
  }
  const meanSojournSeconds = meanInSystem / rate;
  return { meanInSystem, meanSojournSeconds, meanWaitSeconds: meanSojournSeconds - serviceSeconds, waitProbability: busy };
}

/**
 * Many exponential replicas, each request joins the shortest of d chosen at random: in the limit the share of replicas with at least i
 * requests is `ρ^((dⁱ−1)/(d−1))` (Vvedenskaya, Dobrushin and Karpelevich 1996; Mitzenmacher 2001); d = 1 is random routing.
 *
 * @param rho - load of one replica, λE[S]/replicas.
 * @param serviceSeconds - mean of the exponential service, s.
 * @param choices - d, replicas that a request looks at.
 * @throws RidgepointError `unstable` where ρ ≥ 1.
 */
export function powerOfChoices(rho: number, serviceSeconds: number, choices: number): ShortestQueue {
  requireStable(rho / serviceSeconds, 1 / serviceSeconds, "one replica's share");
  let meanInSystem = 0;
  let exponent = 0;
  let share = 1;
  const first = rho;
  for (let i = 1; i < 100_000; i++) {
    exponent = exponent * choices + 1;
    share = Math.exp(exponent * Math.log(rho));
    meanInSystem += share;
    if (share < 1e-17) break;
  }
  const meanSojournSeconds = (meanInSystem / rho) * serviceSeconds;
  return { meanInSystem, meanSojournSeconds, meanWaitSeconds: meanSojournSeconds - serviceSeconds, waitProbability: first ** choices };
}

/**
 * The least P(wait) that any router can reach with k exponential replicas: one queue for all, Erlang C.
 *
 * @param rate - Poisson arrivals at the router, 1/s; below replicas/serviceSeconds.
 * @param serviceSeconds - mean of the exponential service, s.
 * @returns the share of requests that wait, 0 … 1 ({@link erlangC}).
 */
export function bestPossibleWaitProbability(rate: number, serviceSeconds: number, replicas: number): number {
  return erlangC(rate * serviceSeconds, replicas);
}
