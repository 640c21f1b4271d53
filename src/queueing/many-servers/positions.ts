import { poissonWindow } from "../../numerics/poisson.ts";
import { firstAtLeast } from "../../numerics/roots.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";

/**
 * Wait and sojourn under exponential services when the place in the queue is known: a request that finds all servers busy and j
 * others waiting waits for j + 1 service ends at the rate of all servers, then for its own service.
 *
 * `P(W > t) = Σ_i Pois(i; δt)·P(more than i ends are needed)`; the sojourn adds one stage of rate μ.
 *
 * @param waiting - waiting[j] = P(an admitted request finds all servers busy and j waiting); the rest starts at once.
 * @param drain - δ = kμ.
 * @param mu - rate of one service.
 */
export function positionTimes(waiting: Float64Array, drain: number, mu: number): { wait: TimeLaw; sojourn: TimeLaw } {
  // left[i]: still waiting after i service ends; served[i]: waiting or in service after i jumps at rate δ.
  const n = waiting.length;
  const left = new Float64Array(n + 1);
  let first = 0;
  let second = 0;
  for (let j = n - 1; j >= 0; j--) {
    left[j] = left[j + 1]! + waiting[j]!;
    first += (waiting[j]! * (j + 1)) / drain;
    second += (waiting[j]! * (j + 1) * (j + 2)) / drain ** 2;
  }
  const stays = [left[0]!];
  let inService = 1 - left[0]!;
  const present = [1];
  const presentAfter = (i: number): number => {
    while (present.length <= i && present[present.length - 1]! > 1e-18) {
      const k = present.length;
      const now = left[Math.min(n, k)]!;
      inService = inService * (1 - mu / drain) + (stays[k - 1]! - now);
      stays.push(now);
      present.push(now + inService);
    }
    return present[i] ?? 0;
  };
  const mixed = (after: (i: number) => number) => (t: number): number => {
    if (t < 0) return 1;
    const window = poissonWindow(drain * t);
    let total = 0;
    for (let i = 0; i < window.probabilities.length; i++) total += window.probabilities[i]! * after(window.first + i);
    return total;
  };
  const waitTail = mixed((i) => left[Math.min(n, i)]!);
  const sojournTail = mixed(presentAfter);
  const variance = second - first ** 2;
  return {
    wait: { meanSeconds: first, varianceSecondsSquared: variance, tail: waitTail, quantile: quantileOf(waitTail, 1 / drain) },
    sojourn: {
      meanSeconds: first + 1 / mu,
      varianceSecondsSquared: variance + 1 / mu ** 2,
      tail: sojournTail,
      quantile: quantileOf(sojournTail, 1 / mu),
    },
  };
}

/** The quantile function of a tail, by doubling and bisection. */
export function quantileOf(tail: (t: number) => number, start: number): (q: number) => number {
  return (q) => {
    if (1 - tail(0) >= q) return 0;
    let high = start;
    while (tail(high) > 1 - q) high *= 2;
    return firstAtLeast((t) => 1 - tail(t), q, 0, high, 1e-12);
  };
}
