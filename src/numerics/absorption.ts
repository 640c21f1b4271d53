import { firstAtLeast } from "./roots.ts";
import { poissonWindow } from "./poisson.ts";

/** Time until a Markov chain in continuous time is absorbed. */
export interface AbsorptionLaw {
  /** P(time > t). */
  readonly tail: (t: number) => number;
  /** inf{t : P(time ≤ t) ≥ q}. */
  readonly quantile: (q: number) => number;
}

/** Jumps up to here are counted one by one, beyond by squaring where the states are few. */
const JUMPS = 20_000;
const FEW_STATES = 64;
/** Jumps of the matrix that is squared. */
const BASE_JUMPS = 8;

/**
 * The law of an absorption time by uniformisation: with jumps at the constant rate Λ, `P(time > t) = Σ_k Pois(k; Λt)·u_k`, u_k the
 * mass that is left after k jumps (Jensen 1953). All terms are positive, the error is that of the Poisson cut, below 1e-15. Few states
 * and many jumps (rates that differ by orders of magnitude): the matrix of a short time is squared, again without a difference
 * anywhere; its relative error is that of one digit times the number of jumps.
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
    if (rate * t > JUMPS && initial.length <= FEW_STATES) return squaredTail(initial, rate * t, step);
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

/** initial·M^(2^s)·1 with M the transition matrix over `jumps`/2^s jumps on average. */
function squaredTail(initial: Float64Array, jumps: number, step: (from: Float64Array, to: Float64Array) => void): number {
  const n = initial.length;
  const squarings = Math.ceil(Math.log2(jumps / BASE_JUMPS));
  const { first, probabilities } = poissonWindow(jumps / 2 ** squarings, 1e-17);
  let matrix: Float64Array[] = Array.from({ length: n }, (_, row) => {
    let from = new Float64Array(n);
    let to = new Float64Array(n);
    from[row] = 1;
    const mean = new Float64Array(n);
    for (let k = 0; k < first + probabilities.length; k++) {
      if (k >= first) for (let j = 0; j < n; j++) mean[j] = mean[j]! + probabilities[k - first]! * from[j]!;
      step(from, to);
      [from, to] = [to, from];
    }
    return mean;
  });
  for (let s = 0; s < squarings; s++) {
    const old = matrix;
    matrix = old.map((row) => {
      const product = new Float64Array(n);
      for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) product[j] = product[j]! + row[k]! * old[k]![j]!;
      return product;
    });
  }
  return initial.reduce((total, p, row) => total + p * sum(matrix[row]!), 0);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
