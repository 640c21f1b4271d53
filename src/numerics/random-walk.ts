import { forwardReal, inverseReal, powerOfTwo } from "./fft.ts";

/** Signed masses of steps: `masses[i]` of a step of i − down. */
export interface Steps {
  readonly masses: Float64Array;
  readonly down: number;
}

/**
 * The law of M = sup_n S_n ≥ 0 of a random walk on the integers with negative drift, which is the stationary law of
 * `Q ← (Q + step)⁺` (Lindley), by Wiener–Hopf factorisation: `E[z^M] = exp(−Σ_{k>0} c_k (z^k − 1))`, c_k the Laurent coefficients of
 * `ln(1 − E[z^step])` on a circle between 1 and the next real root, where the logarithm has no branch point (Grübel 1991).
 *
 * @returns P(M = 0), P(M = 1), … up to where the masses fall below 1e-17 of the largest.
 */
export function walkMaximum({ masses, down }: Steps): Float64Array {
  let mean = 0;
  let square = 0;
  for (let i = 0; i < masses.length; i++) {
    mean += masses[i]! * (i - down);
    square += masses[i]! * (i - down) ** 2;
  }
  if (!(mean < 0)) throw new RangeError(`walkMaximum: the drift ${mean} is not negative`);
  if (down >= masses.length - 1) return Float64Array.of(1);
  const s = bestTilt(masses, down, -mean / (square - mean * mean));
  // Coefficients fall by e^{−28} or more to half the size.
  const size = powerOfTwo(Math.max(2 * masses.length, 56 / s));
  const tilted = new Float64Array(size);
  for (let i = 0; i < masses.length; i++) {
    const place = (i - down + size) % size;
    tilted[place] = tilted[place]! + masses[i]! * Math.exp(s * (i - down));
  }
  const spectrum = forwardReal(tilted, size);
  for (let k = 0; k < spectrum.length; k += 2) {
    const re = 1 - spectrum[k]!;
    const im = -spectrum[k + 1]!;
    spectrum[k] = 0.5 * Math.log(re * re + im * im);
    spectrum[k + 1] = Math.atan2(im, re);
  }
  const coefficients = inverseReal(spectrum);
  coefficients.fill(0, size / 2);
  coefficients[0] = 0;
  const upper = forwardReal(coefficients, size);
  for (let k = 0; k < upper.length; k += 2) {
    const r = Math.exp(-upper[k]!);
    const angle = -upper[k + 1]!;
    upper[k] = r * Math.cos(angle);
    upper[k + 1] = r * Math.sin(angle);
  }
  const law = inverseReal(upper);
  let total = 0;
  let length = 1;
  for (let k = 0; k < size / 2; k++) {
    law[k] = Math.max(0, law[k]!) * Math.exp(-s * k);
    total += law[k]!;
    if (law[k]! > 1e-17 * total) length = k + 1;
  }
  return law.slice(0, length).map((p) => p / total);
}

/**
 * About the s > 0 that minimises E[e^{s·step}], a convex function with value 1 at 0 and a negative slope there. Any circle between 1
 * and the next root serves, so that a per cent of s is near enough.
 */
function bestTilt(masses: Float64Array, down: number, guess: number): number {
  const slope = (s: number): number => {
    let sum = 0;
    for (let i = 0; i < masses.length; i++) if (masses[i] !== 0) sum += masses[i]! * (i - down) * Math.exp(s * (i - down));
    return sum;
  };
  let low = 0;
  // No larger than what keeps e^{s·step} within range.
  const cap = 300 / Math.max(down, masses.length - 1 - down);
  // A normal step would have it at −mean/variance.
  let high = Math.min(cap, guess);
  while (high < cap && slope(high) < 0) {
    low = high;
    high = Math.min(cap, high * 1.5);
  }
  for (let i = 0; i < 60 && high - low > 0.01 * high; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return low > 0 ? low : high;
}
