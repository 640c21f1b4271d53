import { gammaLower, gammaUpper, logFactorial } from "./gamma.ts";

/** P(Pois(mean) = j). */
export function poissonMass(j: number, mean: number): number {
  if (mean === 0) return j === 0 ? 1 : 0;
  return Math.exp(j * Math.log(mean) - mean - logFactorial(j));
}

/** P(Pois(mean) ≤ j), from the lower side. */
export function poissonCdf(j: number, mean: number): number {
  return j < 0 ? 0 : gammaUpper(Math.floor(j) + 1, mean);
}

/** P(Pois(mean) > j), from the upper side: also the cdf at `mean` of an Erlang law of j + 1 phases with rate 1. */
export function poissonTail(j: number, mean: number): number {
  return j < 0 ? 1 : gammaLower(Math.floor(j) + 1, mean);
}

/** A stretch of probabilities: p[i] = P(first + i). */
export interface Window {
  readonly first: number;
  readonly probabilities: Float64Array;
}

/**
 * The Poisson masses that are not negligible: what lies outside has mass below about `epsilon`. Recursion outwards from the
 * mode, so that neither end underflows.
 */
export function poissonWindow(mean: number, epsilon = 1e-18): Window {
  if (!(mean > 0)) return { first: 0, probabilities: Float64Array.of(1) };
  const mode = Math.floor(mean);
  // A mass so far from the mode is below 1e-19.
  const reach = Math.ceil(9.5 * Math.sqrt(mean) + 24);
  const before = Math.min(mode, reach);
  const masses = new Float64Array(before + reach + 1);
  masses[before] = poissonMass(mode, mean);
  let low = before;
  for (; low > 0; low--) {
    const p = (masses[low]! * (mode - before + low)) / mean;
    if (p < epsilon) break;
    masses[low - 1] = p;
  }
  let high = before;
  for (; high < masses.length - 1; high++) {
    const p = (masses[high]! * mean) / (mode - before + high + 1);
    if (p < epsilon) break;
    masses[high + 1] = p;
  }
  return { first: mode - before + low, probabilities: masses.subarray(low, high + 1) };
}

/** Adds weight·P(Pois(mean) = j) to target[offset + j]; what falls beyond the end goes to the last place. */
export function addPoisson(target: Float64Array, offset: number, mean: number, weight: number, epsilon = 1e-18): void {
  const { first, probabilities } = poissonWindow(mean, epsilon);
  const last = target.length - 1;
  for (let i = 0; i < probabilities.length; i++) {
    const place = Math.min(last, offset + first + i);
    target[place] = target[place]! + weight * probabilities[i]!;
  }
}
