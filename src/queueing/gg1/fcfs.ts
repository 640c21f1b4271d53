import { convolve } from "../../numerics/fft.ts";
import { walkMaximum } from "../../numerics/random-walk.ts";
import { squaredVariation, type Law } from "../../workloads/law.ts";
import type { FcfsQueue } from "../mg1/fcfs.ts";
import { zoomedLaws } from "../mg1/zoom.ts";
import type { TailLattice } from "../mg1/wait-lattice.ts";
import { requireStable } from "../stable.ts";
import { latticeMasses } from "./lattice.ts";

/** G/G/1: P(wait) is not the utilisation. */
export interface RenewalFcfsQueue extends FcfsQueue {
  readonly waitProbability: number;
}

/** Longest transform that is tried. */
const MOST_POINTS = 2 ** 19;

/**
 * GI/G/1 first come, first served: W is the largest partial sum of service less interarrival times (Lindley 1952), found on lattices of
 * step h, h/2 and h/4 by `walkMaximum` and extrapolated. Relative error about 1e-6 of means and variances, 1e-5 of percentiles.
 *
 * @returns undefined where that is not within reach: both laws without a density (W then has atoms everywhere), a density that is infinite
 *   at 0, tails so heavy or loads so high that the lattice would be too long.
 * @throws RidgepointError `unstable`.
 */
export function gg1Fcfs(interarrival: Law, service: Law): RenewalFcfsQueue | undefined {
  const rate = 1 / interarrival.mean;
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  if ((interarrival.density === undefined && service.density === undefined) || !plain(interarrival) || !plain(service)) return undefined;
  const h = stepOf(interarrival, service);
  if (h === undefined) return undefined;
  const fine = solve(interarrival, service, h / 4);
  const middle = solve(interarrival, service, h / 2);
  const coarse = solve(interarrival, service, h);
  const moment = (masses: Float64Array, step: number, k: number): number => masses.reduce((sum, p, j) => sum + p * (j * step) ** k, 0);
  const square = (k: number): number => (4 * moment(fine, h / 4, k) - moment(middle, h / 2, k)) / 3;
  const meanSeconds = square(1);
  const varianceSecondsSquared = Math.max(0, square(2) - meanSeconds ** 2);
  // The lattice counts what lies within half a step of 0 as 0: an error of first order, removed together with the second.
  const noWait = Math.min(1, (8 * fine[0]! - 6 * middle[0]! + coarse[0]!) / 3);
  const wait = tailOf(fine, middle, h / 2, 1 - noWait);
  const laws = zoomedLaws(service, (range) => stretched(wait, range), meanSeconds + service.mean);
  return {
    utilisation: rate * service.mean,
    waitProbability: 1 - noWait,
    wait: { meanSeconds, varianceSecondsSquared, tail: laws.waitTail, quantile: laws.waitQuantile },
    sojourn: {
      meanSeconds: meanSeconds + service.mean,
      varianceSecondsSquared: varianceSecondsSquared + service.variance,
      tail: laws.sojournTail,
      quantile: laws.sojournQuantile,
    },
  };
}

/** Atoms only, or a density only that stays finite at 0: otherwise errors are not in powers of h. */
function plain(law: Law): boolean {
  if (law.density === undefined) return true;
  return law.atoms().values.length === 0 && law.density(law.low + 1e-9 * law.mean) * law.mean < 100;
}

/** A step that resolves both laws, divides a fixed time, and keeps the transform of h/4 within bounds. */
function stepOf(interarrival: Law, service: Law): number | undefined {
  const small = Math.min(interarrival.mean, service.mean);
  // Heavy traffic decay of W per second, about twice the drift over the variance.
  const decay = (2 * (interarrival.mean - service.mean)) / (interarrival.variance + service.variance);
  const wide = Math.max(spanOf(interarrival), spanOf(service)) > (MOST_POINTS / 8) * small * 0.01;
  if (wide || squaredVariation(service) > 30) return undefined;
  let h = small / 64;
  const shortest = (4 * 200) / (decay * MOST_POINTS);
  if (shortest > h) {
    if (shortest > small / 12) return undefined;
    h = shortest;
  }
  const fixed = [interarrival, service].find((law) => law.low === law.high);
  return fixed === undefined ? h : fixed.low / Math.ceil(fixed.low / h);
}

/** What lies beyond has no part in the second moment. */
function spanOf(law: Law): number {
  if (law.high < Infinity) return law.high;
  let span = law.mean * 4;
  while (law.excess(2, span) > 1e-13 * law.moments[1]) span *= 1.3;
  return span;
}

function solve(interarrival: Law, service: Law, h: number): Float64Array {
  const gaps = latticeMasses(interarrival, h, spanOf(interarrival)).reverse();
  const sizes = latticeMasses(service, h, spanOf(service));
  return walkMaximum({ masses: convolve(gaps, sizes), down: gaps.length - 1 });
}

function tailOf(fine: Float64Array, coarse: Float64Array, h: number, waits: number): TailLattice {
  const half = (masses: Float64Array): ((j: number) => number) => {
    const tail = new Float64Array(masses.length + 1);
    // From the far end, so that small tails keep their digits.
    for (let j = masses.length - 1; j >= 0; j--) tail[j] = tail[j + 1]! + masses[j]!;
    return (j) => (j >= masses.length ? 0 : tail[j + 1]! + masses[j]! / 2);
  };
  const one = half(fine);
  const two = half(coarse);
  const tail = new Float64Array(coarse.length + 1);
  tail[0] = waits;
  for (let j = 1; j < tail.length; j++) tail[j] = Math.min(tail[j - 1]!, Math.max(0, (4 * one(2 * j) - two(j)) / 3));
  return { h, tail };
}

/** The same lattice, cut or filled with zeros to the range asked for. */
function stretched({ h, tail }: TailLattice, range: number): TailLattice {
  const length = Math.min(400_000, Math.max(8, Math.ceil(range / h) + 1));
  const out = new Float64Array(length);
  out.set(tail.subarray(0, length));
  return { h, tail: out };
}
