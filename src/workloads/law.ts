import { gaussLegendre } from "../numerics/quadrature.ts";

/** A complex number. */
export interface Complex {
  /** Real part. */
  readonly re: number;
  /** Imaginary part. */
  readonly im: number;
}

/** Point masses: `values` ascending and distinct. */
export interface Atoms {
  readonly values: Float64Array;
  readonly probabilities: Float64Array;
}

/** The order of a moment. */
export type Order = 0 | 1 | 2 | 3;

/**
 * What analysis needs to know of a law of a non-negative quantity X. Laws may have a density, atoms, or both (a capped
 * lognormal has both). Tails and partial moments are computed from the upper side, so that they keep their relative
 * accuracy where 1 − cdf would cancel.
 */
export interface Law {
  /** Ends of the support; `high` may be Infinity. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly variance: number;
  /** E[X], E[X²], E[X³]. */
  readonly moments: readonly [number, number, number];
  /** P(X > x). */
  readonly tail: (x: number) => number;
  /** P(X ≤ x). */
  readonly cdf: (x: number) => number;
  /** E[X^k; X > x]. */
  readonly upperMoment: (k: Order, x: number) => number;
  /** E[((X − x)⁺)^k] for k = 1, 2, 3. */
  readonly excess: (k: 1 | 2 | 3, x: number) => number;
  /** inf{x : P(X ≤ x) ≥ q} for 0 < q < 1. */
  readonly quantile: (q: number) => number;
  /** The point masses. An infinite sequence ends where what is left does not count in double precision. */
  readonly atoms: () => Atoms;
  /** Density of the part without atoms; absent where there is none. */
  readonly density?: (x: number) => number;
  /** Ascending points between which the density is smooth enough for a Gauss rule of 8 points; empty without a density. */
  readonly edges: () => readonly number[];
  /** Laplace–Stieltjes transform E[e^{−sX}], Re s ≥ 0; absent where it has no closed form. */
  readonly laplace?: (re: number, im: number) => Complex;
}

/** What a family has to say about itself; the rest of a {@link Law} follows. */
export interface LawParts {
  readonly low: number;
  readonly high: number;
  readonly moments: readonly [number, number, number];
  /** Where m2 − m1² would cancel. */
  readonly variance?: number;
  readonly upperMoment: (k: Order, x: number) => number;
  readonly excess?: (k: 1 | 2 | 3, x: number) => number;
  readonly cdf?: (x: number) => number;
  readonly quantile: (q: number) => number;
  readonly atoms?: () => Atoms;
  readonly density?: (x: number) => number;
  readonly edges?: () => readonly number[];
  readonly laplace?: (re: number, im: number) => Complex;
}

/** No point masses. */
export const NO_ATOMS: Atoms = { values: new Float64Array(0), probabilities: new Float64Array(0) };

/** Completes a law from what its family says. */
export function completeLaw(parts: LawParts): Law {
  const { low, high, moments, upperMoment } = parts;
  const inner = parts.excess ?? ((k, x) => Math.max(0, excessOfUpper(upperMoment, k, x)));
  const excess = (k: 1 | 2 | 3, x: number): number => {
    if (x >= high) return 0;
    return x <= low ? polynomialExcess(moments, k, x) : inner(k, x);
  };
  const tail = (x: number): number => (x < low ? 1 : x >= high ? 0 : upperMoment(0, x));
  const law: Law = {
    low,
    high,
    mean: moments[0],
    variance: parts.variance ?? Math.max(0, moments[1] - moments[0] ** 2),
    moments,
    tail,
    cdf: parts.cdf ?? ((x) => 1 - tail(x)),
    upperMoment: (k, x) => (x >= high ? 0 : x < low ? (k === 0 ? 1 : moments[k - 1]!) : upperMoment(k, x)),
    excess,
    quantile: parts.quantile,
    atoms: parts.atoms ?? (() => NO_ATOMS),
    ...(parts.density === undefined ? {} : { density: parts.density }),
    edges: parts.edges ?? (() => (parts.density === undefined ? [] : logarithmicEdges(law))),
    ...(parts.laplace === undefined ? {} : { laplace: parts.laplace }),
  };
  return law;
}

/**
 * Edges in geometric progression above the lower end, at most 0.7 standard deviations (of the logarithm) apart, from where the
 * law has no weight in its first moment to where it has none in its third.
 */
function logarithmicEdges(law: Law): readonly number[] {
  const { low, mean } = law;
  const spread = Math.sqrt(law.variance) / (mean - low);
  const width = 0.7 * Math.min(1, spread);
  let first = mean - low;
  while (first > 1e-18 * mean && law.cdf(low + first) > 1e-18) first /= 2;
  let last = mean - low;
  while (low + last < law.high && law.upperMoment(3, low + last) > 1e-17 * law.moments[2]) last *= 1.25;
  last = Math.min(last, law.high - low);
  const panels = Math.max(1, Math.ceil(Math.log(last / first) / width));
  const edges = Array.from({ length: panels }, (_, i) => low + first * (last / first) ** (i / panels));
  return [...edges, low + last];
}

/** E[(X − x)^k] below the support, where nothing is cut off. */
function polynomialExcess([m1, m2, m3]: readonly [number, number, number], k: 1 | 2 | 3, x: number): number {
  if (k === 1) return m1 - x;
  if (k === 2) return m2 - 2 * x * m1 + x * x;
  return m3 - 3 * x * m2 + 3 * x * x * m1 - x * x * x;
}

function excessOfUpper(upper: (k: Order, x: number) => number, k: 1 | 2 | 3, x: number): number {
  if (k === 1) return upper(1, x) - x * upper(0, x);
  if (k === 2) return upper(2, x) - 2 * x * upper(1, x) + x * x * upper(0, x);
  return upper(3, x) - 3 * x * upper(2, x) + 3 * x * x * upper(1, x) - x * x * x * upper(0, x);
}

/** `E[X^k; X ≤ x]`: the part of a moment below x. */
export function lowerMoment(law: Law, k: Order, x: number): number {
  const all = k === 0 ? 1 : law.moments[k - 1]!;
  return Math.max(0, all - law.upperMoment(k, x));
}

/** `E[min(X, x)^k]`: the moments of a law with the part above x censored. */
export function cappedMoment(law: Law, k: 1 | 2 | 3, x: number): number {
  if (x >= law.high) return law.moments[k - 1]!;
  if (x <= law.low) return x ** k;
  // Far below the mean, a difference of whole moments would lose the digits.
  if (x ** k < 1e-5 * law.moments[k - 1]!) return x ** k * law.tail(x) + smallMoment(law, k, x);
  if (k === 1) return law.mean - law.excess(1, x);
  return lowerMoment(law, k, x) + x ** k * law.tail(x);
}

/** E[X^k; X ≤ x] by integration, for an x that few reach from above. */
function smallMoment(law: Law, k: 1 | 2 | 3, x: number): number {
  const { values, probabilities } = law.atoms();
  let sum = 0;
  for (let i = 0; i < values.length && values[i]! <= x; i++) sum += probabilities[i]! * values[i]! ** k;
  const { density, low } = law;
  if (density === undefined) return sum;
  // A density may be infinite at its lower end: t = low + (x − low)u³ takes the edge off.
  const { nodes, weights } = gaussLegendre(16);
  for (let i = 0; i < nodes.length; i++) {
    const u = (1 + nodes[i]!) / 2;
    const t = low + (x - low) * u ** 3;
    sum += (weights[i]! / 2) * 3 * u * u * (x - low) * t ** k * density(t);
  }
  return sum;
}

/** Coefficient of variation squared, `Var X/E[X]²`; without a unit. */
export function squaredVariation(law: Law): number {
  return law.variance / law.mean ** 2;
}
