import { convolve } from "../../numerics/fft.ts";
import { firstAtLeast } from "../../numerics/roots.ts";
import type { Law } from "../../workloads/law.ts";
import { requireStable } from "../stable.ts";
import { tailAt, waitLattice, type TailLattice } from "./wait-lattice.ts";

/** A law that an analysis returns. */
export interface TimeLaw {
  readonly meanSeconds: number;
  readonly varianceSecondsSquared: number;
  /** P(time > t). */
  readonly tail: (seconds: number) => number;
  /** inf{t : P(time ≤ t) ≥ q}, 0 < q < 1. */
  readonly quantile: (q: number) => number;
}

/** M/G/1 first come, first served. */
export interface FcfsQueue {
  /** ρ = λE[S], the busy share, also P(an arrival waits). */
  readonly utilisation: number;
  readonly wait: TimeLaw;
  readonly sojourn: TimeLaw;
}

interface Lattices {
  readonly wait: TailLattice;
  /** ∫ f_W(w) P(S > t − w) dw at the lattice points: the part of P(T > t) of those who wait and are in service or end. */
  readonly served: () => Float64Array;
}

/**
 * M/G/1 FCFS, exact means and variances (Pollaczek and Khinchine) and numerical laws:
 * `E[W] = λm2/(2(1−ρ))`, `Var W = λm3/(3(1−ρ)) + E[W]²`, T = W + S with independent terms.
 *
 * Laws are computed when first asked for, on lattices zoomed to the quantile; relative error of quantiles about 1e-6.
 *
 * @param service - law of the service time, s; atoms are kept as atoms.
 * @param rate - Poisson arrivals, 1/s.
 * @throws RidgepointError `unstable` where ρ ≥ 1.
 */
export function mg1Fcfs(service: Law, rate: number): FcfsQueue {
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  const rho = rate * service.mean;
  const [, m2, m3] = service.moments;
  const meanWait = (rate * m2) / (2 * (1 - rho));
  const varianceWait = (rate * m3) / (3 * (1 - rho)) + meanWait ** 2;
  const lattices: Lattices[] = [];

  const latticeOver = (range: number): Lattices => {
    const wait = waitLattice(service, rho, range);
    let served: Float64Array | undefined;
    const made: Lattices = { wait, served: () => (served ??= servedTail(service, wait)) };
    lattices.push(made);
    return made;
  };
  /** A lattice whose points are dense enough at t: t lies in its upper seven eighths. */
  const latticeFor = (t: number): Lattices =>
    lattices.find(({ wait }) => t <= rangeOf(wait) && t >= rangeOf(wait) / 8) ?? latticeOver(t * 1.5);

  const waitTail = (t: number): number => (t < 0 ? 1 : t === 0 ? rho : tailAt(latticeFor(t).wait, t));
  const sojournTail = (t: number): number => (t < service.low || t <= 0 ? 1 : sojournTailOn(latticeFor(t), service, rho, t));

  const find = (q: number, guess: number, on: (lattice: Lattices) => (t: number) => number): number => {
    let lattice = latticeFor(guess);
    const seen = new Set<Lattices>();
    for (;;) {
      const range = rangeOf(lattice.wait);
      const tail = on(lattice);
      if (tail(range) > 1 - q) {
        lattice = latticeOver(range * 6);
        continue;
      }
      const t = firstAtLeast((x) => 1 - tail(x), q, 0, range, 1e-12);
      if (t >= range / 8 || t === 0 || seen.has(lattice)) return t;
      seen.add(lattice);
      lattice = latticeFor(t);
    }
  };
  const logOdds = (q: number): number => Math.max(0.1, -Math.log1p(-q));

  return {
    utilisation: rho,
    wait: {
      meanSeconds: meanWait,
      varianceSecondsSquared: varianceWait,
      tail: waitTail,
      quantile: (q) =>
        q <= 1 - rho ? 0 : find(q, (meanWait / rho) * Math.log(rho / (1 - q)) * 1.2, ({ wait }) => (t) => (t <= 0 ? rho : tailAt(wait, t))),
    },
    sojourn: {
      meanSeconds: meanWait + service.mean,
      varianceSecondsSquared: varianceWait + service.variance,
      tail: sojournTail,
      quantile: (q) =>
        rho === 0
          ? service.quantile(q)
          : find(q, (meanWait + service.mean) * logOdds(q), (lattice) => (t) => (t < service.low ? 1 : sojournTailOn(lattice, service, rho, t))),
    },
  };
}

function rangeOf({ h, tail }: TailLattice): number {
  return h * (tail.length - 1);
}

/**
 * P(T > t) = P(W > t) + (1 − ρ)P(S > t) + ∫ f_W(w)P(S > t − w) dw. The atoms of S show as jumps in the second term, which is
 * exact; the third has no jumps.
 */
function sojournTailOn({ wait, served }: Lattices, service: Law, rho: number, t: number): number {
  const values = served();
  const u = t / wait.h;
  const j = Math.min(values.length - 2, Math.floor(u));
  const s = u - j;
  const middle = values[j]! + s * (values[j + 1]! - values[j]!);
  return tailAt(wait, t) + (1 - rho) * service.tail(t) + middle;
}

/** f_W is taken constant in each cell, ∫P(S > u)du over a cell is exact by the difference of E[(S − u)⁺]. */
function servedTail(service: Law, { h, tail }: TailLattice): Float64Array {
  const n = tail.length - 1;
  const density = new Float64Array(n);
  const survival = new Float64Array(n);
  let excess = service.excess(1, 0);
  for (let j = 0; j < n; j++) {
    density[j] = (tail[j]! - tail[j + 1]!) / h;
    const next = service.excess(1, (j + 1) * h);
    survival[j] = excess - next;
    excess = next;
  }
  const product = convolve(density, survival, n);
  const out = new Float64Array(n + 1);
  out.set(product, 1);
  return out;
}
