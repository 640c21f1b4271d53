import { gaussLegendre } from "../../numerics/quadrature.ts";
import { cappedMoment, type Law } from "../../workloads/law.ts";
import { firstAtLeast } from "../../numerics/roots.ts";
import { erlangB } from "../many-servers/erlang.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import type { ImpatientQueue } from "./types.ts";

/** Cells on either side of the density's peak, and Gauss's nodes in each. */
const SIDE_CELLS = 20;
const NODES = 8;
/** After so many mean services hardly anybody is still served. */
const FORGOTTEN = 40;

/**
 * M/M/k with patience of any law, first come, first served, any load (Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005): the
 * offered wait V has an atom at 0 and the density `λ·e^{λ∫_0^x Ḡ(u)du − kμx}/(E + λJ)`, with `J` the integral of the exponential and
 * `E = 1/B(k−1, λ/μ)`. Exponential patience is Erlang's A.
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param serviceSeconds - mean of the exponential service, s.
 * @param patience - its law, s.
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
  const [meanWait, secondWait] = [scale * cells.wait[0], scale * cells.wait[1]];
  const [meanServed, secondServed] = [(scale * cells.served[0]) / share, (scale * cells.served[1]) / share];
  const waitProbability = scale * cells.mass;
  const waitTail = (t: number): number => (t < 0 ? 1 : t >= patience.high ? 0 : Math.min(1, scale * cells.beyond(t, "mass")) * patience.tail(t));
  const servedTail = (t: number): number => (t < 0 ? 1 : Math.min(1, (scale * cells.beyond(t, "accepted")) / share));
  /** Who has begun to be served by t is done by then but for e^{−(t − V)/E[S]}. */
  const sojournTail = (t: number): number =>
    t < 0 ? 1 : Math.min(1, servedTail(t) + (empty * Math.exp(-t / serviceSeconds) + scale * cells.unfinished(t, serviceSeconds)) / share);
  const law = (mean: number, variance: number, tail: (t: number) => number): TimeLaw => ({
    meanSeconds: mean, varianceSecondsSquared: Math.max(0, variance), tail, quantile: (q) => quantileOf(tail, q, Math.max(mean, serviceSeconds / servers)),
  });
  return {
    utilisation: (rate * serviceSeconds * share) / servers,
    waitProbability,
    abandonProbability: Math.max(0, 1 - share),
    wait: law(meanWait, secondWait - meanWait ** 2, waitTail),
    served: law(meanServed, secondServed - meanServed ** 2, servedTail),
    sojourn: law(meanServed + serviceSeconds, secondServed - meanServed ** 2 + serviceSeconds ** 2, sojournTail),
  };
}

/** inf{t : P(T > t) ≤ 1 − q}. */
function quantileOf(tail: (t: number) => number, q: number, scale: number): number {
  if (tail(0) <= 1 - q) return 0;
  let high = scale;
  while (tail(high) > 1 - q) high *= 2;
  while (high > 0 && tail(high / 2) <= 1 - q) high /= 2;
  return firstAtLeast((t) => -tail(t), q - 1, high / 2, high, 1e-12);
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
  /** Integral of the density, or of its patient part, from t on. */
  readonly beyond: (t: number, part: "mass" | "accepted") => number;
  /** Integral of the patient part times e^{−(t − x)/seconds} over x up to t. */
  readonly unfinished: (t: number, seconds: number) => number;
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
  const cells = edges.length - 1;
  const wait: [number, number] = [0, 0];
  const served: [number, number] = [0, 0];
  const places = new Float64Array(NODES * cells);
  const accepted = new Float64Array(NODES * cells);
  const after = { mass: new Float64Array(cells + 1), accepted: new Float64Array(cells + 1) };
  for (let p = cells - 1; p >= 0; p--) {
    const sums = { mass: 0, accepted: 0 };
    overCell(density, patience, edges[p]!, edges[p + 1]!, (x, mass, patient, i) => {
      places[NODES * p + i] = x;
      accepted[NODES * p + i] = patient;
      sums.mass += mass;
      sums.accepted += patient;
      wait[0] += mass * cappedMoment(patience, 1, x);
      wait[1] += mass * cappedMoment(patience, 2, x);
      served[0] += patient * x;
      served[1] += patient * x * x;
    });
    after.mass[p] = after.mass[p + 1]! + sums.mass;
    after.accepted[p] = after.accepted[p + 1]! + sums.accepted;
  }
  /** The cell of t, which lies inside. */
  const cellAt = (t: number): number => {
    let [low, high] = [0, cells];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (edges[middle]! <= t) low = middle;
      else high = middle;
    }
    return low;
  };
  const beyond = (t: number, part: "mass" | "accepted"): number => {
    if (t <= edges[0]!) return after[part][0]!;
    if (t >= edges[cells]!) return 0;
    const cell = cellAt(t);
    let sum = after[part][cell + 1]!;
    overCell(density, patience, t, edges[cell + 1]!, (_, mass, patient) => {
      sum += part === "mass" ? mass : patient;
    });
    return sum;
  };
  const unfinished = (t: number, seconds: number): number => {
    if (t <= edges[0]!) return 0;
    const last = t >= edges[cells]! ? cells : cellAt(t);
    let sum = 0;
    for (let cell = Math.max(0, cellAt(t - FORGOTTEN * seconds)); cell <= Math.min(last, cells - 1); cell++) {
      const [left, right] = [edges[cell]!, Math.min(t, edges[cell + 1]!)];
      const pieces = Math.ceil((right - left) / seconds);
      if (cell < last && pieces <= 1) {
        for (let i = NODES * cell; i < NODES * (cell + 1); i++) sum += accepted[i]! * Math.exp((places[i]! - t) / seconds);
        continue;
      }
      // Cells longer than a service are cut: its exponential is steep there.
      const [begin, step] = [Math.max(left, t - FORGOTTEN * seconds), Math.min(right - left, FORGOTTEN * seconds) / Math.min(pieces, FORGOTTEN)];
      for (let from = begin; from < right; from += step) {
        overCell(density, patience, from, Math.min(right, from + step), (x, _, patient) => {
          sum += patient * Math.exp((x - t) / seconds);
        });
      }
    }
    return sum;
  };
  return { mass: after.mass[0]!, accepted: after.accepted[0]!, wait, served, beyond, unfinished };
}

/** Gauss's nodes of one cell: place, and weight times density without and with P(patience > x). */
function overCell(
  density: (x: number) => number, patience: Law, from: number, to: number, each: (x: number, mass: number, patient: number, node: number) => void,
): void {
  const { nodes, weights } = gaussLegendre(NODES);
  const half = (to - from) / 2;
  for (let i = 0; i < NODES; i++) {
    const x = (from + to) / 2 + half * nodes[i]!;
    const mass = half * weights[i]! * density(x);
    each(x, mass, mass * patience.tail(x), i);
  }
}
