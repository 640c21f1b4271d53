import { firstAtLeast } from "../../numerics/roots.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import { requireStable } from "../stable.ts";

/**
 * Erlang B: the share of requests lost by `servers` servers without waiting places under `load` erlang,
 * `B_j = aB_{j−1}/(j + aB_{j−1})` (Erlang 1917). Depends on the service law by its mean only.
 *
 * @param load - offered load λE[S], erlang.
 * @returns the share lost, 0 … 1.
 */
export function erlangB(load: number, servers: number): number {
  let blocking = 1;
  for (let j = 1; j <= servers; j++) blocking = (load * blocking) / (j + load * blocking);
  return blocking;
}

/**
 * Erlang C: the share of requests that wait in M/M/k, `C = B/(1 − ρ(1 − B))`, load < servers (Erlang 1917).
 *
 * @param load - offered load λE[S], erlang.
 * @returns the share that waits, 0 … 1.
 */
export function erlangC(load: number, servers: number): number {
  const blocking = erlangB(load, servers);
  return blocking / (1 - (load / servers) * (1 - blocking));
}

/** M/M/k, first come, first served. */
export interface MmkQueue {
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
 * M/M/k: `P(W > t) = C e^{−(kμ−λ)t}`, `E[W] = C/(kμ−λ)`; T = W + S with independent terms
 * (Kleinrock, Queueing Systems I, section 3.5).
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param serviceSeconds - mean of the exponential service, s.
 * @throws RidgepointError `unstable` where λ ≥ kμ.
 */
export function mmk(rate: number, serviceSeconds: number, servers: number): MmkQueue {
  const mu = 1 / serviceSeconds;
  requireStable(rate, servers * mu, `${servers} servers with a mean service of ${serviceSeconds} s`);
  const load = rate * serviceSeconds;
  const waiting = erlangC(load, servers);
  const drain = servers * mu - rate;
  return {
    utilisation: load / servers,
    waitProbability: waiting,
    idleProbability: emptyProbability(load, servers, waiting),
    wait: atomAndExponential(waiting, drain),
    sojourn: exponentialSojourn(waiting, drain, mu),
  };
}

/** P(0) from P(wait) = a^k/k!·P(0)/(1 − ρ), in logarithms against overflow. */
function emptyProbability(load: number, servers: number, waiting: number): number {
  if (load === 0) return 1;
  let log = Math.log(waiting * (1 - load / servers));
  for (let j = 1; j <= servers; j++) log -= Math.log(load / j);
  return Math.exp(log);
}

/** 0 with probability 1 − p, else exponential with rate δ. */
export function atomAndExponential(p: number, delta: number): TimeLaw {
  return {
    meanSeconds: p / delta,
    varianceSecondsSquared: (p * (2 - p)) / delta ** 2,
    tail: (t) => (t < 0 ? 1 : p * Math.exp(-delta * t)),
    quantile: (q) => (q <= 1 - p ? 0 : Math.log(p / (1 - q)) / delta),
  };
}

/** Sum of such a wait (positive with probability p, then of rate δ) and an independent exponential service of rate μ. */
export function exponentialSojourn(p: number, delta: number, mu: number): TimeLaw {
  const gap = mu - delta;
  // P(E_δ + E_μ > t) = e^{−μt}(1 + μ(e^{(μ−δ)t} − 1)/(μ − δ)), written so that μ = δ is no special case.
  const grown = (t: number): number => (Math.abs(gap * t) < 1e-300 ? t : Math.expm1(gap * t) / gap);
  const tail = (t: number): number => {
    if (t < 0) return 1;
    if (gap * t > 600) return p * (mu / gap) * Math.exp(-delta * t);
    return Math.exp(-mu * t) * (1 + p * mu * grown(t));
  };
  const mean = p / delta + 1 / mu;
  return {
    meanSeconds: mean,
    varianceSecondsSquared: (p * (2 - p)) / delta ** 2 + 1 / mu ** 2,
    tail,
    quantile: (q) => {
      let high = mean;
      while (tail(high) > 1 - q) high *= 2;
      return firstAtLeast((t) => 1 - tail(t), q, 0, high, 1e-14);
    },
  };
}
