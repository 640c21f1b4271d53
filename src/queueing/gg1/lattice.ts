import type { Law } from "../../workloads/law.ts";

/**
 * Masses of a law on the lattice 0, h, 2h, …: hat weights for a density (mass and mean kept, error in h²), and for atoms three
 * neighbours with the weights of quadratic interpolation, which also keep the second moment. Weights of atoms may be slightly negative:
 * they are a quadrature rule, not a law.
 *
 * @param span - what lies beyond is left out.
 */
export function latticeMasses(law: Law, h: number, span: number): Float64Array {
  const count = Math.ceil(Math.min(law.high, span) / h) + 2;
  const masses = new Float64Array(count + 1);
  if (law.density !== undefined && law.atoms().values.length === 0) {
    const excess = new Float64Array(count + 2);
    for (let j = 0; j < excess.length; j++) excess[j] = law.excess(1, j * h);
    masses[0] = 1 - (excess[0]! - excess[1]!) / h;
    for (let j = 1; j <= count; j++) masses[j] = (excess[j - 1]! - excess[j]! - (excess[j]! - excess[j + 1]!)) / h;
    return masses;
  }
  const { values, probabilities } = law.atoms();
  for (let i = 0; i < values.length; i++) {
    const place = values[i]! / h;
    const j = Math.max(1, Math.min(count - 1, Math.round(place)));
    const d = place - j;
    const p = probabilities[i]!;
    masses[j - 1] = masses[j - 1]! + (p * (d * d - d)) / 2;
    masses[j] = masses[j]! + p * (1 - d * d);
    masses[j + 1] = masses[j + 1]! + (p * (d * d + d)) / 2;
  }
  return masses;
}
