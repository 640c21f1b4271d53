import type { Law } from "../../workloads/law.ts";
import { requireStable } from "../stable.ts";
import { waitLattice } from "./wait-lattice.ts";
import { zoomedLaws } from "./zoom.ts";

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
  const none = rho === 0;
  const laws = zoomedLaws(
    service,
    (range) => (none ? { h: range, tail: new Float64Array(2) } : waitLattice(service, rho, range)),
    none ? 1 : meanWait + service.mean,
  );
  return {
    utilisation: rho,
    wait: { meanSeconds: meanWait, varianceSecondsSquared: varianceWait, tail: laws.waitTail, quantile: laws.waitQuantile },
    sojourn: {
      meanSeconds: meanWait + service.mean,
      varianceSecondsSquared: varianceWait + service.variance,
      tail: laws.sojournTail,
      quantile: laws.sojournQuantile,
    },
  };
}

/**
 * Sojourn of a class in M/G/1 FCFS: it waits as everybody does and is served by its own law.
 *
 * @param service - law of the service over all classes. @param rate - arrivals of all classes, 1/s. @param own - the class's law.
 */
export function mg1FcfsClass(service: Law, rate: number, own: Law): TimeLaw {
  const { wait } = mg1Fcfs(service, rate);
  const rho = rate * service.mean;
  const laws = zoomedLaws(own, (range) => waitLattice(service, rho, range), wait.meanSeconds + own.mean);
  return {
    meanSeconds: wait.meanSeconds + own.mean,
    varianceSecondsSquared: wait.varianceSecondsSquared + own.variance,
    tail: laws.sojournTail,
    quantile: laws.sojournQuantile,
  };
}
