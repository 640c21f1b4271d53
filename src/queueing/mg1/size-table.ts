import { gaussLegendre } from "../../numerics/quadrature.ts";
import type { Law } from "../../workloads/law.ts";
import type { WorkStream } from "./delay.ts";

const POINTS = 8;

/** A size with its probability and what the queue looks like from there. */
export interface SizeNode {
  readonly x: number;
  readonly weight: number;
  /** Work of requests strictly smaller, and of those not larger: they differ at an atom. */
  readonly smaller: WorkStream;
  readonly upTo: WorkStream;
  /** λP(S > x). */
  readonly largerRate: number;
  /** ∫_0^x dt/(1 − ρ(t)) and ∫_0^x λE[S²; S ≤ t]/(1 − ρ(t))³ dt: mean and variance of the time from first service to the end under SRPT. */
  readonly residenceMean: number;
  readonly residenceVariance: number;
}

/**
 * Walks through the sizes of a service law in ascending order: quadrature points where it has a density, its atoms as they are.
 * Sums over the nodes are expectations over the size of a request.
 *
 * @param breaks - sizes at which what is averaged jumps, beside the atoms.
 */
export function sizeTable(service: Law, rate: number, breaks: readonly number[] = []): readonly SizeNode[] {
  const [m1, m2, m3] = service.moments;
  const idle = 1 - rate * m1;
  const { nodes: gauss, weights, cumulative } = gaussLegendre(POINTS);
  const atoms = service.atoms();
  const density = service.density;
  const densityEdges = service.edges();
  const inside = breaks.filter((x) => x > (densityEdges[0] ?? Infinity) && x < densityEdges[densityEdges.length - 1]!);
  const edges = sortedUnion([...densityEdges, ...inside], atoms.values);
  const table: SizeNode[] = [];
  let mean = edges[0] ?? 0;
  let variance = 0;
  let nextAtom = 0;
  let mass = 0;

  const streamAt = (x: number, larger = service.upperMoment(1, x)): WorkStream => ({
    load: rate * (m1 - larger),
    second: rate * (m2 - service.upperMoment(2, x)),
    third: rate * (m3 - service.upperMoment(3, x)),
  });
  /** 1 − ρ(x), without cancellation near saturation. */
  const freeAt = (x: number): number => idle + rate * service.upperMoment(1, x);

  const atom = (x: number): void => {
    if (atoms.values[nextAtom] !== x) return;
    const p = atoms.probabilities[nextAtom++]!;
    const upTo = streamAt(x);
    const step = rate * p * x;
    const smaller = { load: upTo.load - step, second: upTo.second - step * x, third: upTo.third - step * x * x };
    table.push({ x, weight: p, smaller, upTo, largerRate: rate * service.tail(x), residenceMean: mean, residenceVariance: variance });
    mass += p;
  };

  if (edges.length > 0) atom(edges[0]!);
  const first = densityEdges[0] ?? Infinity;
  const last = densityEdges[densityEdges.length - 1] ?? -Infinity;
  for (let panel = 1; panel < edges.length; panel++) {
    const from = edges[panel - 1]!;
    const to = edges[panel]!;
    if (density === undefined || to <= first || from >= last) {
      // No mass inside: the load is constant from one atom to the next.
      const free = freeAt(from);
      mean += (to - from) / free;
      variance += ((to - from) * rate * (m2 - service.upperMoment(2, from))) / free ** 3;
      atom(to);
      continue;
    }
    const half = (to - from) / 2;
    const points = Array.from(gauss, (t) => {
      const x = (from + to) / 2 + half * t;
      const larger = service.upperMoment(1, x);
      const free = idle + rate * larger;
      const upTo = streamAt(x, larger);
      return { x, upTo, mean: half / free, variance: (half * upTo.second) / free ** 3 };
    });
    for (let i = 0; i < POINTS; i++) {
      const point = points[i]!;
      let residenceMean = mean;
      let residenceVariance = variance;
      for (let j = 0; j < POINTS; j++) {
        residenceMean += cumulative[i * POINTS + j]! * points[j]!.mean;
        residenceVariance += cumulative[i * POINTS + j]! * points[j]!.variance;
      }
      const weight = half * weights[i]! * density(point.x);
      mass += weight;
      const { x, upTo } = point;
      if (weight > 0) table.push({ x, weight, smaller: upTo, upTo, largerRate: rate * service.tail(x), residenceMean, residenceVariance });
    }
    for (let j = 0; j < POINTS; j++) {
      mean += weights[j]! * points[j]!.mean;
      variance += weights[j]! * points[j]!.variance;
    }
    atom(to);
  }
  return withLowerMass(table, 1 - mass);
}

/** Mass below the first panel (a gamma law of tiny shape) has no work: it joins the smallest node. */
function withLowerMass(table: readonly SizeNode[], below: number): readonly SizeNode[] {
  const node = table[0];
  return node === undefined || !(below > 1e-13) ? table : [{ ...node, weight: node.weight + below }, ...table.slice(1)];
}

function sortedUnion(a: ArrayLike<number>, b: ArrayLike<number>): readonly number[] {
  return [...new Set([...Array.from(a), ...Array.from(b)])].sort((x, y) => x - y);
}
