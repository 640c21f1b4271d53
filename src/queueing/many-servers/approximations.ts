import { normalCdf, normalDensity } from "../../numerics/normal.ts";
import { erlangC, mmk } from "./erlang.ts";

/**
 * Two-moment approximations of mean waits. They are for insight and for brackets; nothing here is exact, and no percentile follows
 * from them. Errors are those of E[W] for 2 … 8 servers at ρ = 0.8 … 0.9 against simulation.
 */

/** Load and variability of M/G/k or G/G/k. */
export interface ManyServers {
  /** Arrivals, 1/s. */
  readonly ratePerSecond: number;
  /** s. */
  readonly meanServiceSeconds: number;
  /** Var S/E[S]². */
  readonly squaredVariation: number;
  /** k. */
  readonly servers: number;
}

/**
 * `(1 + c²)/2·W(M/M/k)` (Lee and Longton 1959): −2 % (Erlang-4) to +6 % (lognormal or hyperexponential, c² 2 to 4).
 *
 * @returns mean wait, s.
 * @throws RidgepointError `unstable` where λE[S] ≥ k.
 */
export function leeLongtonWait(queue: ManyServers): number {
  return ((1 + queue.squaredVariation) / 2) * exponentialWait(queue);
}

/**
 * `c²·W(M/M/k) + (1 − c²)·W(M/D/k)` (Cosmetatos 1976): −0.3 % to +5 %.
 *
 * @returns mean wait, s.
 * @throws RidgepointError `unstable` where λE[S] ≥ k.
 */
export function cosmetatosWait(queue: ManyServers): number {
  const c = queue.squaredVariation;
  return c * exponentialWait(queue) + (1 - c) * deterministicWaitApproximation(queue);
}

/**
 * `(1 + c²)/(2c²/W(M/M/k) + (1 − c²)/W(M/D/k))` (Kimura 1986): −2 % to +3.8 %, the least biased. c² below about 2.
 *
 * @returns mean wait, s.
 * @throws RidgepointError `unstable` where λE[S] ≥ k.
 */
export function kimuraWait(queue: ManyServers): number {
  const c = queue.squaredVariation;
  return (1 + c) / ((2 * c) / exponentialWait(queue) + (1 - c) / deterministicWaitApproximation(queue));
}

/**
 * `W(M/D/k) ≈ W(M/M/k)/2·[1 + (1−ρ)(k−1)(√(4+5k)−2)/(16kρ)]` (Cosmetatos 1975). The exact value is {@link mdk}'s.
 *
 * @returns mean wait, s.
 * @throws RidgepointError `unstable` where λE[S] ≥ k.
 */
export function deterministicWaitApproximation(queue: ManyServers): number {
  const k = queue.servers;
  const rho = (queue.ratePerSecond * queue.meanServiceSeconds) / k;
  return (exponentialWait(queue) / 2) * (1 + ((1 - rho) * (k - 1) * (Math.sqrt(4 + 5 * k) - 2)) / (16 * k * rho));
}

/**
 * `C/(kμ−λ)·(c_a² + c_s²)/2` (Allen and Cunneen). One server: D/M/1 +96 %, +18 %, +4 % at ρ = 0.5, 0.8, 0.95; hyperexponential
 * arrivals (c² 4) +16 %, +2 %, 0 %. Eight servers with bursty renewal arrivals: −25 % at ρ = 0.8. Blind to correlated arrivals.
 *
 * @param arrivalSquaredVariation - c_a², Var/mean² of the gaps between arrivals.
 * @returns mean wait, s.
 * @throws RidgepointError `unstable` where λE[S] ≥ k.
 */
export function allenCunneenWait(queue: ManyServers, arrivalSquaredVariation: number): number {
  return (exponentialWait(queue) * (arrivalSquaredVariation + queue.squaredVariation)) / 2;
}

/**
 * {@link allenCunneenWait} times the factor of Krämer and Langenbach-Belz (1976): D arrivals within 1 %, Erlang-2 arrivals +9 % at
 * ρ = 0.5 to +1 % at 0.95, hyperexponential −2 % to −6 % (one server); eight servers with bursty arrivals −33 %.
 *
 * @param arrivalSquaredVariation - c_a², Var/mean² of the gaps between arrivals.
 * @returns mean wait, s.
 * @throws RidgepointError `unstable` where λE[S] ≥ k.
 */
export function kraemerLangenbachBelzWait(queue: ManyServers, arrivalSquaredVariation: number): number {
  const ca = arrivalSquaredVariation;
  const cs = queue.squaredVariation;
  const rho = (queue.ratePerSecond * queue.meanServiceSeconds) / queue.servers;
  const exponent = ca < 1 ? (-2 * (1 - rho) * (1 - ca) ** 2) / (3 * rho * (ca + cs)) : (-(1 - rho) * (ca - 1)) / (ca + 4 * cs);
  return allenCunneenWait(queue, ca) * (ca + cs === 0 ? 0 : Math.exp(exponent));
}

/**
 * Squared variation of departures, for the next stage: `1 + (1−ρ²)(c_a²−1) + ρ²(c_s²−1)/√k` (Whitt 1983, QNA).
 *
 * @param arrivalSquaredVariation - c_a², Var/mean² of the gaps between arrivals.
 */
export function departureSquaredVariation(queue: ManyServers, arrivalSquaredVariation: number): number {
  const rho = (queue.ratePerSecond * queue.meanServiceSeconds) / queue.servers;
  return 1 + (1 - rho ** 2) * (arrivalSquaredVariation - 1) + (rho ** 2 * (queue.squaredVariation - 1)) / Math.sqrt(queue.servers);
}

function exponentialWait({ ratePerSecond, meanServiceSeconds, servers }: ManyServers): number {
  return mmk(ratePerSecond, meanServiceSeconds, servers).wait.meanSeconds;
}

/**
 * The fewest servers for which the exact M/M/k (Erlang C) keeps P(wait) at or below `target`; about load + β√load with β from
 * {@link halfinWhittWaitProbability} (Halfin and Whitt 1981).
 *
 * @param load - offered load λE[S], erlang.
 * @param target - largest P(wait), 0 … 1.
 */
export function staffing(load: number, target: number): number {
  let servers = Math.floor(load) + 1;
  while (erlangC(load, servers) > target) servers++;
  return servers;
}

/**
 * The limit behind {@link staffing}, P(wait) ≈ 1/(1 + βΦ(β)/φ(β)) (Halfin and Whitt 1981).
 *
 * @param beta - (servers − load)/√load, above 0.
 */
export function halfinWhittWaitProbability(beta: number): number {
  return 1 / (1 + (beta * normalCdf(beta)) / normalDensity(beta));
}
