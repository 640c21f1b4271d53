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

/** The Poisson masses that are not negligible: what lies outside has mass below about `epsilon`. */
export function poissonWindow(mean: number, epsilon = 1e-18): Window {
  if (!(mean > 0)) return { first: 0, probabilities: Float64Array.of(1) };
  // A mass so far from the mode is below 1e-19.
  const reach = Math.ceil(9.5 * Math.sqrt(mean) + 24);
  const first = Math.max(0, Math.floor(mean) - reach);
  const masses = new Float64Array(Math.floor(mean) + reach + 1 - first);
  addPoisson(masses, -first, mean, 1, epsilon);
  let low = 0;
  while (masses[low] === 0) low++;
  let high = masses.length;
  while (masses[high - 1] === 0) high--;
  return { first: first + low, probabilities: masses.subarray(low, high) };
}

/**
 * Adds weight·P(Pois(mean) = j) to target[offset + j]; what falls beyond the end goes to the last place. Recursion outwards from the
 * mode, so that neither end underflows.
 */
export function addPoisson(target: Float64Array, offset: number, mean: number, weight: number, epsilon = 1e-18): void {
  const last = target.length - 1;
  const mode = Math.floor(mean);
  const peak = poissonMass(mode, mean);
  for (let j = mode, p = peak; j >= 0 && (p >= epsilon || j === mode); p *= j / mean, j--) {
    const place = Math.min(last, offset + j);
    target[place] = target[place]! + weight * p;
  }
  for (let j = mode + 1, p = (peak * mean) / j; p >= epsilon; j++, p *= mean / j) {
    const place = Math.min(last, offset + j);
    target[place] = target[place]! + weight * p;
  }
}
