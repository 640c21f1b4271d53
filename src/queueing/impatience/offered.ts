import { firstAtLeast } from "../../numerics/roots.ts";
import type { Law } from "../../workloads/law.ts";
import { zoomedLaws } from "../mg1/zoom.ts";
import { tailAt, type TailLattice } from "../mg1/wait-lattice.ts";
import type { ImpatientQueue } from "./types.ts";

/** The wait that a request with unlimited patience would have, and that of the served, on [0, range]. */
export interface OfferedLattice {
  /** P(V > t) of the offered wait V. */
  readonly offered: TailLattice;
  /** P(V > t | served). */
  readonly served: TailLattice;
}

/** What is known before any percentile is asked for. */
export interface OfferedMoments {
  readonly waitProbability: number;
  readonly abandonProbability: number;
  /** E[min(V, X)], E[min(V, X)²]. */
  readonly wait: readonly [number, number];
  /** E[V | served], E[V² | served]. */
  readonly served: readonly [number, number];
}

/**
 * The step of a lattice over a range, such that a point lies where the patience ends. Where that is a tiny part of the range the
 * lattice only just sees it: such waits hardly count beside times that fill the range.
 */
export function stepWithin(range: number, patienceEnd: number, points: number): number {
  if (patienceEnd >= range) return range / points;
  const wanted = Math.max(64, Math.round((points * patienceEnd) / range));
  const affordable = Math.floor((16 * points * patienceEnd) / range);
  return affordable < 1 ? range / points : patienceEnd / Math.min(wanted, affordable);
}

/** The lattices where nobody waits. */
export function noWaitLattice(range: number): OfferedLattice {
  const nothing = { h: range, tail: new Float64Array(2) };
  return { offered: nothing, served: nothing };
}

/** Puts the laws of an impatient queue together from its offered wait. */
export function impatientQueue(
  service: Law,
  patience: Law,
  utilisation: number,
  moments: OfferedMoments,
  latticeOver: (range: number) => OfferedLattice,
): ImpatientQueue {
  const { wait, served, waitProbability, abandonProbability } = moments;
  const sheets = new Map<number, OfferedLattice>();
  const sheet = (range: number): OfferedLattice => {
    let found = sheets.get(range);
    if (found === undefined) {
      found = latticeOver(range);
      sheets.set(range, found);
    }
    return found;
  };
  const scale = Math.max(service.mean / 4, served[0], wait[0]);
  const servedLaws = zoomedLaws(service, (range) => sheet(range).served, scale);
  // Ranges in powers of two, so that neighbouring times share a lattice.
  const rangeFor = (t: number): number => 2 ** Math.ceil(Math.log2(t) + 0.25);
  const waitTail = (t: number): number => {
    if (t < 0) return 1;
    if (t >= patience.high) return 0;
    return (t === 0 ? waitProbability : tailAt(sheet(rangeFor(t)).offered, t)) * patience.tail(t);
  };
  const waitQuantile = (q: number): number => {
    if (1 - waitTail(0) >= q) return 0;
    let high = scale;
    while (waitTail(high) > 1 - q) high *= 2;
    while (high > 0 && waitTail(high / 2) <= 1 - q) high /= 2;
    return firstAtLeast((t) => 1 - waitTail(t), q, high / 2, high, 1e-12);
  };
  return {
    utilisation,
    waitProbability,
    abandonProbability,
    wait: {
      meanSeconds: wait[0],
      varianceSecondsSquared: Math.max(0, wait[1] - wait[0] ** 2),
      tail: waitTail,
      quantile: waitQuantile,
    },
    served: {
      meanSeconds: served[0],
      varianceSecondsSquared: Math.max(0, served[1] - served[0] ** 2),
      tail: servedLaws.waitTail,
      quantile: servedLaws.waitQuantile,
    },
    sojourn: {
      meanSeconds: served[0] + service.mean,
      varianceSecondsSquared: Math.max(0, served[1] - served[0] ** 2) + service.variance,
      tail: servedLaws.sojournTail,
      quantile: servedLaws.sojournQuantile,
    },
  };
}
