import { convolve } from "../../numerics/fft.ts";
import { memo } from "../../numerics/memo.ts";
import { walkMaximum } from "../../numerics/random-walk.ts";
import { squaredVariation, type Law } from "../../workloads/law.ts";
import type { FcfsQueue } from "../mg1/fcfs.ts";
import { zoomedLaws } from "../mg1/zoom.ts";
import type { TailLattice } from "../mg1/wait-lattice.ts";
import { requireStable } from "../stable.ts";
import { latticeMasses } from "./lattice.ts";

/** G/G/1: P(wait) is not the utilisation. */
export interface RenewalFcfsQueue extends FcfsQueue {
  /** P(an arrival waits). */
  readonly waitProbability: number;
}

/** Longest transform that is tried. */
const MOST_POINTS = 2 ** 19;
/** Steps of the coarsest lattice of moments to the smaller mean. */
const FEWEST_STEPS = 2.5;
/**
 * What Richardson's first and second step may differ by; the second is ten times as near. Less where a density ends between lattice points,
 * which makes errors irregular.
 */
const AGREEMENT = 7e-5;
const AGREEMENT_AT_ENDS = 1e-6;

/**
 * GI/G/1 first come, first served: W is the largest partial sum of service less interarrival times (Lindley 1952), found on lattices by
 * `walkMaximum`. Moments on lattices that are halved until Richardson's first and second step agree, probabilities on those of
 * step h, h/2 and h/4, extrapolated. Relative error a few 1e-6 of means and variances, 1e-5 of percentiles.
 *
 * @param interarrival - law of the gaps between arrivals, s.
 * @param service - law of the service time, s.
 * @returns undefined where that is not within reach: both laws without a density (W then has atoms everywhere), a density that is infinite
 *   at 0, tails so heavy or loads so high that the lattice would be too long.
 * @throws RidgepointError `unstable` where the mean service is not below the mean gap.
 */
export function gg1Fcfs(interarrival: Law, service: Law): RenewalFcfsQueue | undefined {
  const rate = 1 / interarrival.mean;
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  if ((interarrival.density === undefined && service.density === undefined) || !plain(interarrival) || !plain(service)) return undefined;
  const h = stepOf(interarrival, service);
  if (h === undefined) return undefined;
  const solve = solver(interarrival, service);
  const coarsest = fitting(interarrival, service, Math.min(interarrival.mean, service.mean) / FEWEST_STEPS);
  const ends = [interarrival, service].some((law) => law.density !== undefined && (law.low > 0 || law.high < Infinity));
  const [meanSeconds, square] = waitMoments(solve, coarsest, h / 4, ends ? AGREEMENT_AT_ENDS : AGREEMENT);
  const varianceSecondsSquared = Math.max(0, square - meanSeconds ** 2);
  // The lattice counts what lies within half a step of 0 as 0: an error of first order, removed together with the second.
  const waitProbability = (): number => 1 - Math.min(1, (8 * solve(h / 4)[0]! - 6 * solve(h / 2)[0]! + solve(h)[0]!) / 3);
  let wait: TailLattice | undefined;
  const latticeOver = (range: number): TailLattice => {
    wait ??= tailOf(solve(h / 4), solve(h / 2), h / 2, waitProbability());
    return stretched(wait, range);
  };
  const laws = zoomedLaws(service, latticeOver, meanSeconds + service.mean);
  return {
    utilisation: rate * service.mean,
    get waitProbability() {
      return waitProbability();
    },
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
  return fitting(interarrival, service, h);
}

/** The largest step up to h that divides a fixed time. */
function fitting(interarrival: Law, service: Law, h: number): number {
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

/** Masses of W by the step of the lattice. */
function solver(interarrival: Law, service: Law): (h: number) => Float64Array {
  // A lattice of half the step has all the points of the one before.
  const masses = ({ ...law }: Law): ((h: number) => Float64Array) => {
    const span = spanOf(law);
    const excess = memo((x: number) => law.excess(1, x));
    return (h) => latticeMasses({ ...law, excess: (k, x) => (k === 1 ? excess(x) : law.excess(k, x)) }, h, span);
  };
  const gaps = masses(interarrival);
  const sizes = masses(service);
  return memo((h: number) => {
    const down = gaps(h).reverse();
    const steps = convolve(down, sizes(h));
    // The rounding of the transform, which an exponential tilt would raise above everything.
    const rounding = 1e-14 * steps.reduce((most, p) => Math.max(most, p), 0);
    return walkMaximum({ masses: steps.map((p) => (Math.abs(p) < rounding ? 0 : p)), down: down.length - 1 });
  });
}

type Pair = readonly [number, number];

/** E[W] and E[W²] from lattices of step h, h/2, … ≥ finest. */
function waitMoments(solve: (h: number) => Float64Array, h: number, finest: number, agreement: number): Pair {
  const moments = (step: number): Pair => {
    const masses = solve(step);
    let first = 0;
    let second = 0;
    for (let j = 1; j < masses.length; j++) {
      first += masses[j]! * j;
      second += masses[j]! * j * j;
    }
    return [first * step, second * step * step];
  };
  const each = (of: (k: 0 | 1) => number): Pair => [of(0), of(1)];
  let plain = moments(h);
  let better: Pair | undefined;
  for (let step = h / 2; ; step /= 2) {
    const next = moments(step);
    const once = each((k) => (4 * next[k] - plain[k]) / 3);
    const before = better;
    const twice = before && each((k) => (16 * once[k] - before[k]) / 15);
    if (twice?.every((x, k) => Math.abs(x - once[k]!) <= agreement * x)) return twice;
    if (step / 2 < finest) return once;
    plain = next;
    better = once;
  }
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
