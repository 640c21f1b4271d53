import { findRoot } from "../../numerics/roots.ts";
import type { Law } from "../../workloads/law.ts";
import { realLaplace } from "../../workloads/nodes.ts";
import { requireStable } from "../stable.ts";
import { exponentialSojourn, atomAndExponential, type MmkQueue } from "./erlang.ts";

/** GI/M/k; no `idleProbability`, which is a time average and not one over arrivals. */
export type RenewalQueue = Omit<MmkQueue, "idleProbability">;

/**
 * Renewal arrivals and k exponential servers (Takács 1962): with `σ = A*(kμ(1−σ))`, `P(W > t) = P(wait)·e^{−kμ(1−σ)t}`;
 * one server: P(wait) = σ. For k servers, with `φ_j = A*(jμ)` and `C_j = Π_{i≤j} φ_i/(1−φ_i)`,
 * `P(wait)·(1−σ) = [1/(1−σ) + Σ_{j=1}^k binom(k,j)/(C_j(1−φ_j))·(k(1−φ_j)−j)/(k(1−σ)−j)]^{−1}`.
 *
 * @param interarrival - law of the gaps between arrivals, s.
 * @param serviceSeconds - mean of the exponential service, s.
 * @throws RidgepointError `unstable` where the mean rate of arrivals is not below kμ.
 */
export function gimk(interarrival: Law, serviceSeconds: number, servers: number): RenewalQueue {
  const mu = 1 / serviceSeconds;
  const rate = 1 / interarrival.mean;
  requireStable(rate, servers * mu, `${servers} servers with a mean service of ${serviceSeconds} s`);
  const transform = realLaplace(interarrival);
  const sigma = decayRatio(interarrival, transform, servers * mu);
  const waiting = servers === 1 ? sigma : takacs(transform, mu, servers, sigma) / (1 - sigma);
  const drain = servers * mu * (1 - sigma);
  return {
    utilisation: rate / (servers * mu),
    waitProbability: waiting,
    wait: atomAndExponential(waiting, drain),
    sojourn: exponentialSojourn(waiting, drain, mu),
  };
}

/**
 * The root of σ = A*(δ(1 − σ)) in (0, 1), found in g = 1 − σ from `δ·(1 − A*(δg))/(δg) = 1`, which has no root at 0. Close to
 * saturation 1 − A* would cancel; its series does not.
 */
function decayRatio(interarrival: Law, transform: (s: number) => number, drain: number): number {
  const [m1, m2, m3] = interarrival.moments;
  const slope = (s: number): number => (s * m1 < 1e-4 ? m1 - (s * m2) / 2 + (s * s * m3) / 6 : (1 - transform(s)) / s);
  const miss = (gap: number): number => drain * slope(drain * gap) - 1;
  if (!(miss(1) < 0)) return 0;
  return 1 - findRoot(miss, 0, 1, 1e-17);
}

/** Takács' sum; `x0 = k(1 − σ)` is a root of the numerator of its ratio, so where j comes close the ratio is taken from both sides. */
function takacs(transform: (s: number) => number, mu: number, k: number, sigma: number): number {
  const x0 = k * (1 - sigma);
  const quotient = (x: number): number => (k * (1 - transform(x * mu)) - x) / (x0 - x);
  const around = (j: number, step: number): number => (quotient(j - step) + quotient(j + step)) / 2;
  const ratio = (j: number): number => (Math.abs(x0 - j) > 1e-3 ? quotient(j) : (4 * around(j, 0.01) - around(j, 0.02)) / 3);
  let sum = 1 / (1 - sigma);
  let product = 1;
  let binomial = 1;
  for (let j = 1; j <= k; j++) {
    const phi = transform(j * mu);
    product *= phi / (1 - phi);
    binomial = (binomial * (k - j + 1)) / j;
    sum += (binomial / (product * (1 - phi))) * ratio(j);
  }
  return 1 / sum;
}

/**
 * Loss of renewal arrivals at k exponential servers without waiting places (Palm 1943):
 * `1/B = Σ_{j=0}^k binom(k,j) Π_{i=1}^j (1−φ_i)/φ_i`, `φ_i = A*(iμ)`.
 *
 * @param interarrival - law of the gaps between arrivals, s.
 * @param serviceSeconds - mean of the exponential service, s.
 * @returns the share lost, 0 … 1.
 */
export function renewalLoss(interarrival: Law, serviceSeconds: number, servers: number): number {
  const transform = realLaplace(interarrival);
  let sum = 1;
  let product = 1;
  let binomial = 1;
  for (let j = 1; j <= servers; j++) {
    const phi = transform(j / serviceSeconds);
    product *= (1 - phi) / phi;
    binomial = (binomial * (servers - j + 1)) / j;
    sum += binomial * product;
  }
  return 1 / sum;
}
