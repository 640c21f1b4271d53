import { memo } from "../../numerics/memo.ts";
import type { Law } from "../../workloads/law.ts";
import { requireStable } from "../stable.ts";
import { waitLattice } from "./wait-lattice.ts";
import { type ZoomedLaws, zoomedLaws } from "./zoom.ts";

/** A law that an analysis returns. */
export interface TimeLaw {
  /** s. */
  readonly meanSeconds: number;
  /** s². */
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
  /** Time in the queue. */
  readonly wait: TimeLaw;
  /** Arrival to end. */
  readonly sojourn: TimeLaw;
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
  return mg1FcfsClasses(service, rate, []);
}

/**
 * Sojourn of a class in M/G/1 FCFS: it waits as everybody does and is served by its own law.
 *
 * @param service - law of the service over all classes, s.
 * @param rate - Poisson arrivals of all classes, 1/s.
 * @param own - law of the class's service, s.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1FcfsClass(service: Law, rate: number, own: Law): TimeLaw {
  return mg1FcfsClasses(service, rate, [own]).classes[0]!;
}

/** {@link mg1Fcfs} and the sojourns of {@link mg1FcfsClass}, which share the lattices of the wait. */
export function mg1FcfsClasses(service: Law, rate: number, own: readonly Law[]): FcfsQueue & { readonly classes: readonly TimeLaw[] } {
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  const rho = rate * service.mean;
  const [, m2, m3] = service.moments;
  const meanWait = (rate * m2) / (2 * (1 - rho));
  const varianceWait = (rate * m3) / (3 * (1 - rho)) + meanWait ** 2;
  const none = rho === 0;
  const latticeOver = memo((range: number) => (none ? { h: range, tail: new Float64Array(2) } : waitLattice(service, rho, range)));
  const lawsOf = (law: Law): ZoomedLaws => zoomedLaws(law, latticeOver, none ? 1 : meanWait + service.mean);
  const sojournOf = (law: Law, { sojournTail, sojournQuantile }: ZoomedLaws): TimeLaw => ({
    meanSeconds: meanWait + law.mean,
    varianceSecondsSquared: varianceWait + law.variance,
    tail: sojournTail,
    quantile: sojournQuantile,
  });
  const laws = lawsOf(service);
  return {
    utilisation: rho,
    wait: { meanSeconds: meanWait, varianceSecondsSquared: varianceWait, tail: laws.waitTail, quantile: laws.waitQuantile },
    sojourn: sojournOf(service, laws),
    classes: own.map((law) => sojournOf(law, lawsOf(law))),
  };
}
