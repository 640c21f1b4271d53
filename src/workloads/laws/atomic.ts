import { completeLaw, type Atoms, type Complex, type Law, type Order } from "../law.ts";

/**
 * A law of point masses. Sums of p·v^k from above make every tail a look-up in the sorted values.
 *
 * @param values - ascending and distinct, at least one.
 * @param probabilities - positive, summing to 1.
 */
export function atomicLaw({ values, probabilities }: Atoms): Law {
  const n = values.length;
  // sums[k][i] = Σ_{j ≥ i} p_j v_j^k
  const sums = [0, 1, 2, 3].map(() => new Float64Array(n + 1));
  for (let i = n - 1; i >= 0; i--) {
    const v = values[i]!;
    let term = probabilities[i]!;
    for (const sum of sums) {
      sum[i] = sum[i + 1]! + term;
      term *= v;
    }
  }
  const mean = sums[1]![0]!;
  let variance = 0;
  for (let i = 0; i < n; i++) variance += probabilities[i]! * (values[i]! - mean) ** 2;
  const above = (x: number): number => firstAbove(values, x);
  return completeLaw({
    low: values[0]!,
    high: values[n - 1]!,
    moments: [mean, sums[2]![0]!, sums[3]![0]!],
    variance,
    upperMoment: (k: Order, x) => sums[k]![above(x)]!,
    excess: (k, x) => {
      const i = above(x);
      const s0 = sums[0]![i]!;
      const s1 = sums[1]![i]!;
      if (k === 1) return Math.max(0, s1 - x * s0);
      const s2 = sums[2]![i]!;
      if (k === 2) return Math.max(0, s2 - 2 * x * s1 + x * x * s0);
      return Math.max(0, sums[3]![i]! - 3 * x * s2 + 3 * x * x * s1 - x * x * x * s0);
    },
    quantile: (q) => {
      let i = 0;
      let j = n - 1;
      // The first value with P(X > value) ≤ 1 − q; a hair of slack, since sums of decimals miss round figures by one bit.
      const level = (1 - q) * (1 + 1e-12);
      while (i < j) {
        const middle = (i + j) >> 1;
        if (sums[0]![middle + 1]! <= level) j = middle;
        else i = middle + 1;
      }
      return values[i]!;
    },
    atoms: () => ({ values, probabilities }),
    laplace: (re, im) => transform(values, probabilities, re, im),
  });
}

function transform(values: Float64Array, probabilities: Float64Array, re: number, im: number): Complex {
  let x = 0;
  let y = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    const size = probabilities[i]! * Math.exp(-re * v);
    x += size * Math.cos(im * v);
    y -= size * Math.sin(im * v);
  }
  return { re: x, im: y };
}

/** Index of the first value above x. */
export function firstAbove(values: Float64Array, x: number): number {
  let i = 0;
  let j = values.length;
  while (i < j) {
    const middle = (i + j) >> 1;
    if (values[middle]! <= x) i = middle + 1;
    else j = middle;
  }
  return i;
}

/** Sorts, adds up equal values, drops zero probabilities and normalises. */
export function collectAtoms(values: ArrayLike<number>, weights: ArrayLike<number> | undefined): Atoms {
  const order = Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => weights === undefined || weights[i]! > 0)
    .sort((i, j) => values[i]! - values[j]!);
  const kept: number[] = [];
  const mass: number[] = [];
  let total = 0;
  for (const i of order) {
    const weight = weights === undefined ? 1 : weights[i]!;
    total += weight;
    if (kept.length > 0 && kept[kept.length - 1] === values[i]) mass[mass.length - 1] = mass[mass.length - 1]! + weight;
    else {
      kept.push(values[i]!);
      mass.push(weight);
    }
  }
  return { values: Float64Array.from(kept), probabilities: Float64Array.from(mass, (weight) => weight / total) };
}
