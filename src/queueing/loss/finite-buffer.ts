import { addPoisson } from "../../numerics/poisson.ts";
import { stationary } from "../../numerics/markov.ts";
import type { Law } from "../../workloads/law.ts";
import { lawNodes } from "../../workloads/nodes.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import type { ModulatedArrivals } from "../many-servers/modulated.ts";
import { positionTimes } from "../many-servers/positions.ts";

/** A queue that refuses requests when its places are full. Times are those of admitted requests. */
export interface FiniteQueue {
  /** P(an arrival is refused). */
  readonly blockingProbability: number;
  /** P(no server is busy). */
  readonly idleProbability: number;
  /** Mean number waiting or in service. */
  readonly meanInSystem: number;
  /** P(an admitted request waits). */
  readonly waitProbability: number;
}

/** {@link FiniteQueue} with the laws of the times. */
export interface FiniteQueueTimes extends FiniteQueue {
  /** Time in the queue. */
  readonly wait: TimeLaw;
  /** Arrival to end. */
  readonly sojourn: TimeLaw;
}

/**
 * M/M/k with `buffer` waiting places: birth and death, `P(n) ∝ Π_{j≤n} λ/(min(j, k)μ)`; a request is blocked with P(k + buffer)
 * (Kleinrock, Queueing Systems I, section 3.6). Any load.
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param serviceSeconds - mean of the exponential service, s.
 * @param buffer - waiting places beside the k in service.
 */
export function mmkFinite(rate: number, serviceSeconds: number, servers: number, buffer: number): FiniteQueueTimes {
  return mmppMkFinite({ rates: [rate], generator: [[0]] }, serviceSeconds, servers, buffer);
}

/**
 * {@link mmkFinite} with Markov-modulated arrivals: a finite chain over (number in system, state).
 *
 * @param serviceSeconds - mean of the exponential service, s.
 * @param buffer - waiting places beside the k in service.
 */
export function mmppMkFinite(arrivals: ModulatedArrivals, serviceSeconds: number, servers: number, buffer: number): FiniteQueueTimes {
  const mu = 1 / serviceSeconds;
  const m = arrivals.rates.length;
  const places = servers + buffer;
  const law = m === 1 ? birthDeath(arrivals.rates[0]! / mu, servers, places) : modulatedChain(arrivals, mu, servers, places);
  const waiting = new Float64Array(buffer);
  let flow = 0;
  let blocked = 0;
  let waitFlow = 0;
  let inSystem = 0;
  let idle = 0;
  for (let n = 0; n <= places; n++) {
    let mass = 0;
    let seen = 0;
    for (let i = 0; i < m; i++) {
      mass += law[n * m + i]!;
      seen += law[n * m + i]! * arrivals.rates[i]!;
    }
    if (n === 0) idle = mass;
    inSystem += n * mass;
    flow += seen;
    if (n === places) blocked = seen;
    else if (n >= servers) {
      waiting[n - servers] = seen;
      waitFlow += seen;
    }
  }
  const admitted = flow - blocked;
  return {
    blockingProbability: blocked / flow,
    idleProbability: idle,
    meanInSystem: inSystem,
    waitProbability: waitFlow / admitted,
    ...positionTimes(
      waiting.map((seen) => seen / admitted),
      servers * mu,
      mu,
    ),
  };
}

function birthDeath(load: number, servers: number, places: number): Float64Array {
  const law = new Float64Array(places + 1);
  let log = 0;
  let highest = 0;
  for (let n = 1; n <= places; n++) {
    log += Math.log(load / Math.min(n, servers));
    law[n] = log;
    highest = Math.max(highest, log);
  }
  let total = 0;
  for (let n = 0; n <= places; n++) total += law[n] = Math.exp(law[n]! - highest);
  return law.map((p) => p / total);
}

function modulatedChain(arrivals: ModulatedArrivals, mu: number, servers: number, places: number): Float64Array {
  const m = arrivals.rates.length;
  const states = (places + 1) * m;
  const rates = new Float64Array(states * states);
  for (let n = 0; n <= places; n++) {
    for (let i = 0; i < m; i++) {
      const row = (n * m + i) * states;
      for (let j = 0; j < m; j++) if (j !== i) rates[row + n * m + j] = arrivals.generator[i]![j]!;
      if (n < places) rates[row + (n + 1) * m + i] = arrivals.rates[i]!;
      if (n > 0) rates[row + (n - 1) * m + i] = Math.min(n, servers) * mu;
    }
  }
  return stationary(rates, states, 2 * m - 1);
}

/**
 * M/G/1 with `buffer` waiting places, any load: the chain of the number left behind at service ends, n = 0 … buffer, then
 * `P(block) = 1 − 1/(π_0 + ρ)` (Takagi, Queueing Analysis 2, chapter 5). Means by Little's law; laws of times are not given.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @param buffer - waiting places beside the one in service.
 */
export function mg1Finite(service: Law, rate: number, buffer: number): FiniteQueue & { readonly meanWaitSeconds: number } {
  const places = buffer + 1;
  const { x, weight } = lawNodes(service);
  const arrivals = new Float64Array(places + 1);
  for (let i = 0; i < x.length; i++) addPoisson(arrivals, 0, rate * x[i]!, weight[i]!);
  const chain = new Float64Array(places * places);
  for (let n = 0; n < places; n++) {
    const from = Math.max(n, 1) - 1;
    // Arrivals beyond the last place are lost.
    for (let j = 0; j < arrivals.length; j++) {
      const to = Math.min(places - 1, from + j);
      chain[n * places + to] = chain[n * places + to]! + arrivals[j]!;
    }
  }
  const left = stationary(chain, places, 1);
  const rho = rate * service.mean;
  const norm = left[0]! + rho;
  const blocking = 1 - 1 / norm;
  let inSystem = places * blocking;
  for (let n = 0; n < places; n++) inSystem += (n * left[n]!) / norm;
  const admittedRate = rate / norm;
  return {
    blockingProbability: blocking,
    idleProbability: left[0]! / norm,
    meanInSystem: inSystem,
    waitProbability: 1 - left[0]!,
    meanWaitSeconds: inSystem / admittedRate - service.mean,
  };
}

