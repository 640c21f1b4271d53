import { geometricSeries } from "../../numerics/power-series.ts";
import type { Law } from "../../workloads/law.ts";
import { residualCells, residualMasses } from "./residual.ts";

/** P(W > jh) for j = 0 … count, on a lattice of step h. */
export interface TailLattice {
  readonly h: number;
  readonly tail: Float64Array;
}

/**
 * Tail of the wait of M/G/1 FCFS on [0, range]. W is a geometric(ρ) number of residual service times (Beneš), so its masses are
 * the power series (1 − ρ)/(1 − ρ·R(z)); Richardson's step between h and h/2 removes the error in h².
 *
 * The value at 0 is exact, ρ: the atom 1 − ρ is no lattice artefact.
 */
export function waitLattice(service: Law, rho: number, range: number): TailLattice {
  // Close to 0 the law is smooth and its growth above the atom small: fewer points, without the rounding of the transform.
  const close = range < service.mean / 4;
  const count = close ? 512 : 4096;
  const h = range / count;
  const { fine, coarse } = (close ? residualCells : residualMasses)(service, h / 2, 2 * count + 2);
  const fineTail = trapezoidTail(geometricSeries(fine, 1 - rho, rho));
  const coarseTail = trapezoidTail(geometricSeries(coarse, 1 - rho, rho));
  const tail = new Float64Array(count + 1);
  tail[0] = rho;
  for (let j = 1; j <= count; j++) {
    const value = (4 * fineTail[2 * j]! - coarseTail[j]!) / 3;
    tail[j] = Math.min(tail[j - 1]!, Math.max(0, value));
  }
  return { h, tail };
}

/** The last point of a lattice. */
export function rangeOf({ h, tail }: TailLattice): number {
  return h * (tail.length - 1);
}

/** 1 − cdf at the lattice points, a lattice mass standing half on either side of its point. */
function trapezoidTail(masses: Float64Array): Float64Array {
  const tail = new Float64Array(masses.length);
  let sum = 0;
  for (let j = 0; j < masses.length; j++) {
    tail[j] = 1 - sum - masses[j]! / 2;
    sum += masses[j]!;
  }
  return tail;
}

/** Tail between lattice points by the cubic through four neighbours, or linear where the cubic leaves the bracket. */
export function tailAt({ h, tail }: TailLattice, x: number): number {
  const last = tail.length - 1;
  const u = x / h;
  const j = Math.min(last - 1, Math.floor(u));
  const s = u - j;
  const b = tail[j]!;
  const c = tail[j + 1]!;
  const linear = b + s * (c - b);
  if (j === 0 || j + 2 > last) return linear;
  const a = tail[j - 1]!;
  const d = tail[j + 2]!;
  const cubic = linear - (s * (1 - s) * ((2 - s) * (a - 2 * b + c) + (1 + s) * (b - 2 * c + d))) / 6;
  return cubic <= b && cubic >= c ? cubic : linear;
}
