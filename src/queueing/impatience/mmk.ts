import { gaussLegendre } from "../../numerics/quadrature.ts";
import { cappedMoment, type Law } from "../../workloads/law.ts";
import { exponentialLaw } from "../../workloads/laws/exponential.ts";
import { erlangB } from "../many-servers/erlang.ts";
import { impatientQueue, noWaitLattice, stepWithin, type OfferedLattice, type OfferedMoments } from "./offered.ts";
import type { ImpatientQueue } from "./types.ts";

/** Cells of the lattices for percentiles, and of the sums for means on either side of the density's peak. */
const CELLS = 4096;
const SIDE_CELLS = 20;

/**
 * M/M/k with patience of any law, first come, first served, any load (Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005): the
 * offered wait V has an atom at 0 and the density `λ·e^{λ∫_0^x Ḡ(u)du − kμx}/(E + λJ)`, with `J` the integral of the exponential and
 * `E = 1/B(k−1, λ/μ)`. Exponential patience is Erlang's A.
 *
 * @param rate - Poisson arrivals, 1/s.
 */
export function mmkImpatient(rate: number, serviceSeconds: number, servers: number, patience: Law): ImpatientQueue {
  const drain = servers / serviceSeconds;
  /** ln of the density, up to a constant. */
  const exponent = (x: number): number => rate * cappedMoment(patience, 1, x) - drain * x;
  const { from, peak, end, highest } = reach(exponent, rate, drain, patience);
  const density = (x: number): number => Math.exp(exponent(x) - highest);
  const cells = cellsOf(density, patience, from, peak, end);
  // Everything relative to e^{highest}: E + λJ = e^{highest}(E·e^{−highest} + λJ').
  const start = Math.exp(-highest) / erlangB(rate * serviceSeconds, servers - 1);
  const norm = start + rate * cells.mass;
  const scale = rate / norm;
  const empty = start / norm;
  const share = empty + scale * cells.accepted;
  const moments: OfferedMoments = {
    waitProbability: scale * cells.mass,
    abandonProbability: 1 - share,
    wait: [scale * cells.wait[0], scale * cells.wait[1]],
    served: [(scale * cells.served[0]) / share, (scale * cells.served[1]) / share],
  };
  const atoms = Array.from(patience.atoms().values);
  const latticeOver = (range: number): OfferedLattice => {
    if (patience.high === 0) return noWaitLattice(range);
    const h = stepWithin(range, patience.high, CELLS);
    const count = Math.ceil(range / h - 1e-9);
    const offered = new Float64Array(count + 1);
    const served = new Float64Array(count + 1);
    let all = moments.waitProbability;
    let patient = 1 - empty / share;
    for (let j = 0; j <= count; j++) {
      offered[j] = Math.max(0, all);
      served[j] = (j + 0.5) * h >= patience.high ? 0 : Math.max(0, patient);
      const cell = cellIntegrals(density, patience, atoms, j * h, (j + 1) * h);
      all -= scale * cell.mass;
      patient -= (scale * cell.accepted) / share;
    }
    return { offered: { h, tail: offered }, served: { h, tail: served } };
  };
  const queue = impatientQueue(exponentialLaw(serviceSeconds), patience, (rate * serviceSeconds * share) / servers, moments, latticeOver);
  return { ...queue, abandonProbability: Math.max(0, moments.abandonProbability) };
}

/** Where the density is highest, that value's logarithm, and where it has fallen to 1e-17 of it on either side. */
function reach(exponent: (x: number) => number, rate: number, drain: number, patience: Law): { from: number; peak: number; end: number; highest: number } {
  // The exponent rises while λ·P(patience > x) exceeds the drain.
  const peak = rate > drain ? patience.quantile(Math.min(1 - 1e-15, 1 - drain / rate)) : 0;
  const highest = exponent(peak);
  // It is concave, and no steeper than the larger rate.
  const least = 39 / Math.max(rate, drain);
  let before = least;
  while (before < peak && exponent(peak - before) - highest > -39) before *= 1.25;
  let after = least;
  while (exponent(peak + after) - highest > -39) after *= 1.25;
  return { from: Math.max(0, peak - before), peak, end: peak + after, highest };
}

interface CellSums {
  readonly mass: number;
  readonly accepted: number;
  readonly wait: readonly [number, number];
  readonly served: readonly [number, number];
}

/**
 * Integrals of the density, of its patient part, and of the moments, over [from, end] in cells broken where it or the patience bends.
 * The logarithm of the density is concave: cells that are even on either side of the peak resolve it however narrow it is.
 */
function cellsOf(density: (x: number) => number, patience: Law, from: number, peak: number, end: number): CellSums {
  // Where a density may be infinite its edges crowd; who loses patience there does not bend what is integrated here.
  const bends = [...patience.atoms().values, ...patience.edges().filter((x) => x === patience.low || patience.cdf(x) > 1e-6)].filter((x) => x > from && x < end);
  const edges = [from];
  for (let j = 1; j <= SIDE_CELLS && peak > from; j++) edges.push(from + ((peak - from) * j) / SIDE_CELLS);
  for (let j = 1; j <= SIDE_CELLS; j++) edges.push(peak + ((end - peak) * j) / SIDE_CELLS);
  for (const x of bends) edges.push(x);
  edges.sort((x, y) => x - y);
  const sums = { mass: 0, accepted: 0, wait: [0, 0] as [number, number], served: [0, 0] as [number, number] };
  const { nodes, weights } = gaussLegendre(8);
  for (let p = 1; p < edges.length; p++) {
    const half = (edges[p]! - edges[p - 1]!) / 2;
    const middle = (edges[p]! + edges[p - 1]!) / 2;
    for (let i = 0; i < 8; i++) {
      const x = middle + half * nodes[i]!;
      const v = half * weights[i]! * density(x);
      const accepted = v * patience.tail(x);
      sums.mass += v;
      sums.accepted += accepted;
      sums.wait[0] += v * cappedMoment(patience, 1, x);
      sums.wait[1] += v * cappedMoment(patience, 2, x);
      sums.served[0] += accepted * x;
      sums.served[1] += accepted * x * x;
    }
  }
  return sums;
}

/** Both integrals over one cell, in pieces between the atoms of the patience. */
function cellIntegrals(
  density: (x: number) => number,
  patience: Law,
  atoms: readonly number[],
  from: number,
  to: number,
): { mass: number; accepted: number } {
  const { nodes, weights } = gaussLegendre(3);
  let mass = 0;
  let accepted = 0;
  let left = from;
  for (const right of [...atoms.filter((x) => x > from && x < to), to]) {
    const half = (right - left) / 2;
    for (let i = 0; i < 3; i++) {
      const x = (left + right) / 2 + half * nodes[i]!;
      const v = half * weights[i]! * density(x);
      mass += v;
      accepted += v * patience.tail(x);
    }
    left = right;
  }
  return { mass, accepted };
}
