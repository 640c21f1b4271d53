import type { Law } from "./law.ts";

/**
 * The mean of a law that is exponential, whatever it is called; else undefined. An exponential law is the only one of these families
 * with density e^{−x/m}/m at three points.
 */
export function exponentialMean(law: Law): number | undefined {
  const { mean, density } = law;
  if (density === undefined || law.low !== 0 || law.high !== Infinity || law.atoms().values.length > 0) return undefined;
  const close = (x: number): boolean => Math.abs(density(x * mean) * mean * Math.exp(x) - 1) < 1e-12;
  return close(0.25) && close(1) && close(4) ? mean : undefined;
}

/** The value of a law of one point; else undefined. */
export function fixedValue(law: Law): number | undefined {
  return law.low === law.high ? law.low : undefined;
}
