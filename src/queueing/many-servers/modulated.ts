import { combine, identity, inverse, matrixOf, multiply, rowTimes, solve, zeros, type Matrix } from "../../numerics/linear.ts";
import { stationaryLaw } from "../arrivals.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import { requireStable } from "../stable.ts";
import { positionTimes } from "./positions.ts";

/** A Markov-modulated Poisson process: rate `rates[i]` in state i, `generator[i][j]` the rate from i to j, both 1/s. */
export interface ModulatedArrivals {
  /** Arrivals in each state, 1/s. */
  readonly rates: readonly number[];
  /** Transition rates between states, 1/s; rows add up to 0. */
  readonly generator: readonly (readonly number[])[];
}

/** MMPP/M/k, first come, first served. */
export interface ModulatedQueue {
  /** Mean rate of arrivals, 1/s. */
  readonly ratePerSecond: number;
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

/** Stationary probabilities of the states. */
export function modulatingLaw({ generator }: ModulatedArrivals): Float64Array {
  return stationaryLaw(generator);
}

/** Mean arrival rate, 1/s. */
export function modulatedRate(arrivals: ModulatedArrivals): number {
  return modulatingLaw(arrivals).reduce((sum, p, i) => sum + p * arrivals.rates[i]!, 0);
}

/**
 * MMPP/M/k by matrix-geometric analysis (Neuts 1981): levels are the number in system; above k levels `π_{n+1} = π_n R` with
 * `Λ + R(Q − Λ − kμI) + kμR² = 0`, R by logarithmic reduction (Latouche and Ramaswami 1993); below, one matrix per level. A request
 * sees level n with probability `π_nΛ1/λ`, not π_n1: arrivals are denser in busy states.
 *
 * @param serviceSeconds - mean of the exponential service, s.
 * @throws RidgepointError `unstable` where the mean rate of arrivals is not below kμ.
 */
export function mmppMk(arrivals: ModulatedArrivals, serviceSeconds: number, servers: number): ModulatedQueue {
  const mu = 1 / serviceSeconds;
  const rate = modulatedRate(arrivals);
  requireStable(rate, servers * mu, `${servers} servers with a mean service of ${serviceSeconds} s`);
  const m = arrivals.rates.length;
  const up = matrixOf(m, m, (i, j) => (i === j ? arrivals.rates[i]! : 0));
  const level = (death: number): Matrix =>
    matrixOf(m, m, (i, j) => arrivals.generator[i]![j]! - (i === j ? arrivals.rates[i]! + death : 0));
  const r = levelRatio(up, level(servers * mu), servers * mu);
  // ratios[n]: π_{n+1} = π_n·ratios[n] for n < k; the last one is R.
  const ratios: Matrix[] = new Array<Matrix>(servers);
  ratios[servers - 1] = r;
  for (let n = servers - 2; n >= 0; n--) {
    const inside = combine(-1, level((n + 1) * mu), -(n + 2) * mu, ratios[n + 1]!);
    ratios[n] = multiply(up, inverse(inside));
  }
  const empty = nullVector(combine(1, level(0), mu, ratios[0]!));
  const seen = (pi: Float64Array): number => pi.reduce((sum, p, i) => sum + p * arrivals.rates[i]!, 0);
  const total = (pi: Float64Array): number => pi.reduce((sum, p) => sum + p, 0);
  let pi: Float64Array = empty;
  let mass = 0;
  let flow = 0;
  for (let n = 0; n < servers; n++) {
    mass += total(pi);
    flow += seen(pi);
    pi = rowTimes(pi, ratios[n]!);
  }
  // Levels k, k + 1, …
  const waiting: number[] = [];
  let rest = total(rowTimes(pi, inverse(combine(1, identity(m), -1, r))));
  mass += rest;
  let flowWaiting = 0;
  while (rest > 1e-18 * mass && waiting.length < 5_000_000) {
    const at = seen(pi);
    waiting.push(at);
    flowWaiting += at;
    rest -= total(pi);
    pi = rowTimes(pi, r);
    if (total(pi) < 1e-18 * mass) break;
  }
  flow += flowWaiting;
  const law = Float64Array.from(waiting, (at) => at / flow);
  return {
    ratePerSecond: rate,
    utilisation: rate / (servers * mu),
    waitProbability: flowWaiting / flow,
    idleProbability: total(empty) / mass,
    ...positionTimes(law, servers * mu, mu),
  };
}

/** R = Λ(−A1 − ΛG)^{−1}, G by logarithmic reduction. */
function levelRatio(up: Matrix, local: Matrix, drain: number): Matrix {
  const n = up.rows;
  const scaled = inverse(combine(-1, local, 0, local));
  let high = multiply(scaled, up);
  let low = multiply(scaled, matrixOf(n, n, (i, j) => (i === j ? drain : 0)));
  let g = low;
  let t = high;
  for (let round = 0; round < 60; round++) {
    const inside = combine(1, identity(n), -1, combine(1, multiply(high, low), 1, multiply(low, high)));
    high = solve(inside, multiply(high, high));
    low = solve(inside, multiply(low, low));
    g = combine(1, g, 1, multiply(t, low));
    t = multiply(t, high);
    if (t.data.every((x) => Math.abs(x) < 1e-17)) break;
  }
  return multiply(up, inverse(combine(-1, local, -1, multiply(up, g))));
}

/** The positive row vector with v·a = 0, a being a generator; scaled to sum 1. */
function nullVector(a: Matrix): Float64Array {
  const n = a.rows;
  const system = matrixOf(n, n, (i, j) => (i === n - 1 ? 1 : a.data[j * n + i]!));
  const right = zeros(n, 1);
  right.data[n - 1] = 1;
  return solve(system, right).data;
}
