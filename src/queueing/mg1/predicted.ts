import { normalCdf, normalDensity } from "../../numerics/normal.ts";
import { gaussLegendre } from "../../numerics/quadrature.ts";
import type { Law } from "../../workloads/law.ts";
import { brokenEdges } from "../../workloads/nodes.ts";
import { requireStable } from "../stable.ts";
import { delayBusyPeriod, timeMoments, workWithOthers, type WorkStream } from "./delay.ts";
import type { ClassTimes } from "./priority.ts";
import { mg1Sjf } from "./size-based.ts";
import type { TimeMoments } from "./delay.ts";

/** Standard deviations beyond which 1e-10 of the normal law lies. */
const REACH = 6.5;
/**
 * Steps per standard deviation of the trapezoidal rule, which converges faster than any power on smooth decaying functions: means
 * within 1e-7 and variances within 2e-6 of those of finer steps up to loads of 0.99.
 */
const STEPS = 3;

/**
 * M/G/1 shortest predicted job first, without preemption: the rank is K = S·e^{σZ}, Z standard normal. Urgent are the requests of
 * smaller rank, whose load is `g(k) = λE[S; K ≤ k]`:
 * `E[T] = m1 + (λm2/2)·E[(1 − g(K))^{−2}]` (Mitzenmacher 2020, "Scheduling with predictions and the price of misprediction").
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @param logErrorSigma - σ ≥ 0; 0 is {@link mg1Sjf}.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1SjfPredicted(service: Law, rate: number, logErrorSigma: number): ClassTimes {
  if (logErrorSigma === 0) return mg1Sjf(service, rate);
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  // Moments are even and smooth in sigma where sizes have a density: below a small sigma, interpolate in its square.
  const smallest = 0.01 * Math.min(1, Math.sqrt(service.variance) / service.mean);
  if (service.density === undefined || logErrorSigma >= smallest) return smoothed(service, rate, logErrorSigma);
  const part = (logErrorSigma / smallest) ** 2;
  return between(mg1Sjf(service, rate), smoothed(service, rate, smallest), part);
}

function between(a: ClassTimes, b: ClassTimes, part: number): ClassTimes {
  const mix = (x: number, y: number): number => x + part * (y - x);
  const times = (x: TimeMoments, y: TimeMoments): TimeMoments => ({
    meanSeconds: mix(x.meanSeconds, y.meanSeconds),
    varianceSecondsSquared: mix(x.varianceSecondsSquared, y.varianceSecondsSquared),
  });
  return { wait: times(a.wait, b.wait), sojourn: times(a.sojourn, b.sojourn), waitProbability: a.waitProbability };
}

function smoothed(service: Law, rate: number, sigma: number): ClassTimes {
  const { u, weight } = logSizes(service, sigma);
  const sizes = u.map(Math.exp);
  const [m1, m2, m3] = service.moments;
  const all: WorkStream = { load: rate * m1, second: rate * m2, third: rate * m3 };
  const step = sigma / STEPS;
  const first = u[0]! - REACH * sigma;
  const count = Math.ceil((u[u.length - 1]! + REACH * sigma - first) / step);
  const wait = { first: 0, second: 0 };
  let waitTimesSize = 0;
  // Sizes far below the rank count in full; `passed` of them so far.
  let passed = 0;
  const full = [0, 0, 0];
  for (let k = 0; k <= count; k++) {
    // Nothing ends or starts in the gaps between the atoms.
    const next = u[passed];
    if (next !== undefined && next - (first + k * step) > REACH * sigma) k = Math.floor((next - REACH * sigma - first) / step);
    const y = first + k * step;
    while (passed < u.length && y - u[passed]! > REACH * sigma) {
      const x = sizes[passed]!;
      for (let j = 0, term = weight[passed]! * x; j < 3; j++, term *= x) full[j] = full[j]! + term;
      passed++;
    }
    let [s1, s2, s3] = full as [number, number, number];
    let density = 0;
    let sizeDensity = 0;
    for (let i = passed; i < u.length && u[i]! - y <= REACH * sigma; i++) {
      const z = (y - u[i]!) / sigma;
      const x = sizes[i]!;
      const w = weight[i]!;
      const below = w * x * normalCdf(z);
      s1 += below;
      s2 += below * x;
      s3 += below * x * x;
      const at = w * normalDensity(z);
      density += at;
      sizeDensity += at * x;
    }
    if (density === 0) continue;
    const urgent: WorkStream = { load: rate * s1, second: rate * s2, third: rate * s3 };
    const later: WorkStream = { load: all.load - urgent.load, second: all.second - urgent.second, third: all.third - urgent.third };
    const { first: mean, second } = delayBusyPeriod(workWithOthers(urgent, later), urgent);
    wait.first += (density * mean) / STEPS;
    wait.second += (density * second) / STEPS;
    waitTimesSize += (sizeDensity * mean) / STEPS;
  }
  const sojourn = { first: wait.first + m1, second: wait.second + 2 * waitTimesSize + m2 };
  return { wait: timeMoments(wait), sojourn: timeMoments(sojourn), waitProbability: all.load };
}

/**
 * The law of ln S as nodes: atoms, and Gauss points of the density on panels that are also short against σ, so that smoothing with
 * the normal kernel is exact to about nine digits.
 */
function logSizes(service: Law, sigma: number): { u: Float64Array; weight: Float64Array } {
  const nodes: [u: number, weight: number][] = [];
  const atoms = service.atoms();
  atoms.values.forEach((x, i) => {
    // A service of no length has no rank to compare; it counts as the smallest double.
    nodes.push([Math.log(Math.max(x, Number.MIN_VALUE)), atoms.probabilities[i]!]);
  });
  const density = service.density;
  if (density !== undefined) {
    const start = workless(service);
    const edges = brokenEdges(service).filter((edge) => edge > start);
    for (const [p, edge] of edges.entries()) {
      const low = Math.log(p === 0 ? start : edges[p - 1]!);
      const high = Math.log(edge);
      const pieces = Math.max(1, Math.ceil((high - low) / Math.min(0.7, 2 * sigma)));
      const half = (high - low) / (2 * pieces);
      // Against a wide kernel fewer nodes are as exact.
      const { nodes: t, weights } = gaussLegendre(half < sigma / 2 ? 5 : 8);
      for (let piece = 0; piece < pieces; piece++) {
        const middle = low + (2 * piece + 1) * half;
        for (let i = 0; i < t.length; i++) {
          const v = middle + half * t[i]!;
          const x = Math.exp(v);
          const w = half * weights[i]! * density(x) * x;
          if (w > 0) nodes.push([v, w]);
        }
      }
    }
    // Requests below the first panel bring no work, but they wait.
    const below = 1 - nodes.reduce((sum, [, w]) => sum + w, 0);
    if (below > 1e-13) nodes.push([Math.log(start), below]);
  }
  nodes.sort((a, b) => a[0] - b[0]);
  return { u: Float64Array.from(nodes, (node) => node[0]), weight: Float64Array.from(nodes, (node) => node[1]) };
}

/** A size below which lies no part of the work in double precision. */
function workless(service: Law): number {
  let x = service.mean;
  while (x > service.low && service.mean - service.upperMoment(1, x) > 1e-17 * service.mean) x /= 2;
  return Math.max(x, service.low);
}
