import type { Law } from "../../workloads/law.ts";
import type { TimeMoments } from "../mg1/delay.ts";
import { waitLattice } from "../mg1/wait-lattice.ts";
import { requireStable } from "../stable.ts";

/**
 * M/G/1 processor sharing: `E[T] = m1/(1−ρ)`, whatever the law (Sakata, Noguchi and Oizumi 1969), and (Yashkov 1983)
 * `Var[T | S = x] = 2/(1−ρ)²·∫_0^x (x − t) P(W > t) dt` with W the wait of the same M/G/1 under FCFS, so that
 * `Var T = (Var S + 2∫_0^∞ P(W > t) E[(S − t)⁺] dt)/(1−ρ)²`.
 *
 * The integral runs over lattices of growing step, each over the part that the one before did not reach.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @param own - law of the class that is asked for, where classes with different laws share the server; default `service`.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1ProcessorSharing(service: Law, rate: number, own: Law = service): TimeMoments {
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  const rho = rate * service.mean;
  let variance: number | undefined;
  return {
    meanSeconds: own.mean / (1 - rho),
    // Computed when it is asked for: the mean needs no lattice.
    get varianceSecondsSquared() {
      variance ??= (own.variance + 2 * waitedExcess(service, rho, own)) / (1 - rho) ** 2;
      return variance;
    },
  };
}

/** ∫_0^∞ P(W > t) E[(S − t)⁺] dt. */
function waitedExcess(service: Law, rho: number, own: Law): number {
  let integral = 0;
  let reached = 0;
  for (let range = 4 * Math.min(service.mean, own.mean); ; range *= 8) {
    const { h, tail } = waitLattice(service, rho, Math.min(range, own.high));
    const last = tail.length - 1;
    const values = (j: number): number => tail[j]! * own.excess(1, j * h);
    const start = Math.round(reached / h);
    for (let j = start; j < last; j += 2) integral += (h / 3) * (values(j) + 4 * values(j + 1) + values(j + 2));
    reached = h * last;
    const rest = (tail[last]! * own.excess(2, reached)) / 2;
    if (reached >= own.high || rest < 1e-9 * integral || integral === 0) return integral;
  }
}
