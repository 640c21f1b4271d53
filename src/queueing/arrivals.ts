import { stationary } from "../numerics/markov.ts";
import { invalidValue } from "../quantities/errors.ts";
import type { Arrivals, Distribution } from "../workloads/types.ts";
import { momentsOf } from "../workloads/moments.ts";

/** Stationary probabilities of the states of a continuous-time chain: `generator[i][j]` is the rate from i to j. */
export function stationaryLaw(generator: readonly (readonly number[])[]): Float64Array {
  return stationary(Float64Array.from(generator.flat()), generator.length);
}

/** Long-run arrivals, 1/s; 0 for a closed population. */
export function meanRate(arrivals: Arrivals): number {
  switch (arrivals.process) {
    case "poisson":
    case "sinusoidal":
      return arrivals.rate_per_s;
    case "classes":
      return arrivals.rates_per_s.reduce((sum, rate) => sum + rate, 0);
    case "renewal":
      return 1 / momentsOf(arrivals.interarrival)[0];
    case "mmpp":
      return stationaryLaw(arrivals.generator).reduce((sum, p, i) => sum + p * arrivals.rates_per_s[i]!, 0);
    case "closed":
      return 0;
  }
}

/**
 * An arrival process with the same shape and the mean rate `ratePerSecond`: gaps of a renewal process are stretched, rates of a
 * modulated one multiplied (its states last as long as before).
 * @throws RidgepointError `invalid-value` for gaps that are token counts, which cannot be stretched.
 */
export function arrivalsAtRate(arrivals: Arrivals, ratePerSecond: number): Arrivals {
  switch (arrivals.process) {
    case "poisson": case "sinusoidal": return { ...arrivals, rate_per_s: ratePerSecond };
    case "renewal": return { ...arrivals, interarrival: stretched(arrivals.interarrival, meanRate(arrivals) / ratePerSecond) };
    case "mmpp": {
      const factor = ratePerSecond / meanRate(arrivals);
      return { ...arrivals, rates_per_s: arrivals.rates_per_s.map((rate) => rate * factor) };
    }
    default: throw invalidValue("arrivals.process", arrivals.process, "does not describe an open load; try poisson, renewal, mmpp");
  }
}

/** The law of `factor` times a quantity. */
function stretched(law: Distribution, factor: number): Distribution {
  switch (law.dist) {
    case "exponential": return { ...law, mean: law.mean * factor };
    case "deterministic": return { ...law, value: law.value * factor };
    case "gamma": return { ...law, scale: law.scale * factor };
    case "erlang": return { ...law, mean: law.mean * factor };
    case "hyperexponential": return { ...law, means: law.means.map((mean) => mean * factor) };
    case "uniform": return { ...law, low: law.low * factor, high: law.high * factor };
    case "lognormal": return { ...law, mu: law.mu + Math.log(factor) };
    case "empirical": return { ...law, values: law.values.map((value) => value * factor) };
    default: throw invalidValue("arrivals.interarrival.dist", law.dist, "counts tokens; try exponential, gamma, lognormal");
  }
}
