import { firstAtLeast } from "./roots.ts";
import { poissonWindow } from "./poisson.ts";

/** Time until a Markov chain in continuous time is absorbed. */
export interface AbsorptionLaw {
  /** P(time > t). */
  readonly tail: (t: number) => number;
  /** inf{t : P(time ≤ t) ≥ q}. */
  readonly quantile: (q: number) => number;
}

/**
 * The law of an absorption time by uniformisation: with jumps at the constant rate Λ, `P(time > t) = Σ_k Pois(k; Λt)·u_k`, u_k the
 * mass that is left after k jumps (Jensen 1953). All terms are positive, the error is that of the Poisson cut, below 1e-15.
 *
 * @param initial - probabilities of the transient states; what they lack to 1 is absorbed at time 0.
 * @param rate - Λ, at least every state's rate of leaving.
 * @param step - writes `from`·P into `to`, P the transition matrix of one jump restricted to the transient states.
 */
export function absorptionLaw(
  initial: Float64Array,
  rate: number,
  step: (from: Float64Array, to: Float64Array) => void,
): AbsorptionLaw {
  let from = initial.slice();
  let to = new Float64Array(initial.length);
  const left: number[] = [sum(from)];
  const leftAfter = (k: number): number => {
    while (left.length <= k && left[left.length - 1]! > 1e-18) {
      step(from, to);
      [from, to] = [to, from];
      left.push(sum(from));
    }
    return left[k] ?? 0;
  };
  const tail = (t: number): number => {
    if (t <= 0) return t < 0 ? 1 : left[0]!;
    const { first, probabilities } = poissonWindow(rate * t, 1e-17);
    let total = 0;
    for (let i = 0; i < probabilities.length; i++) total += probabilities[i]! * leftAfter(first + i);
    return total;
  };
  return {
    tail,
    quantile: (q) => {
      if (1 - left[0]! >= q) return 0;
      let high = 1 / rate;
      while (tail(high) > 1 - q) high *= 2;
      return firstAtLeast((t) => 1 - tail(t), q, 0, high, 1e-12);
    },
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
