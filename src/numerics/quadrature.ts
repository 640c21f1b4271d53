/** A Gauss–Legendre rule on [−1, 1] with the matrix of its running integrals. */
export interface GaussRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** Row-major: ∫_{−1}^{node i} f ≈ Σ_j cumulative[i·n + j]·f(node j). */
  readonly cumulative: Float64Array;
}

const rules = new Map<number, GaussRule>();

/** The Gauss–Legendre rule of n points (Newton on the Legendre polynomial); exact for polynomials of degree 2n − 1. */
export function gaussLegendre(n: number): GaussRule {
  const known = rules.get(n);
  if (known !== undefined) return known;
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (n - i - 0.25)) / (n + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 20; iteration++) {
      const p = legendre(x, n);
      slope = (n * (x * p[n]! - p[n - 1]!)) / (x * x - 1);
      const step = p[n]! / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  const rule = { nodes, weights, cumulative: cumulativeMatrix(nodes, weights) };
  rules.set(n, rule);
  return rule;
}

/** P_0(x) … P_n(x). */
function legendre(x: number, n: number): Float64Array {
  const p = new Float64Array(n + 1);
  p[0] = 1;
  if (n > 0) p[1] = x;
  for (let k = 1; k < n; k++) p[k + 1] = ((2 * k + 1) * x * p[k]! - k * p[k - 1]!) / (k + 1);
  return p;
}

/** Integrates the interpolant term by term: ∫_{−1}^x P_k = (P_{k+1}(x) − P_{k−1}(x))/(2k + 1). */
function cumulativeMatrix(nodes: Float64Array, weights: Float64Array): Float64Array {
  const n = nodes.length;
  const values = Array.from(nodes, (x) => legendre(x, n));
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const p = values[i]!;
    for (let j = 0; j < n; j++) {
      let sum = (nodes[i]! + 1) / 2;
      for (let k = 1; k < n; k++) sum += ((p[k + 1]! - p[k - 1]!) / 2) * values[j]![k]!;
      matrix[i * n + j] = sum * weights[j]!;
    }
  }
  return matrix;
}

/** ∫_a^b f by a Gauss–Legendre rule on each of the intervals between consecutive `edges`. */
export function integrate(f: (x: number) => number, edges: readonly number[], points = 16): number {
  const { nodes, weights } = gaussLegendre(points);
  let total = 0;
  for (let p = 1; p < edges.length; p++) {
    const half = (edges[p]! - edges[p - 1]!) / 2;
    const middle = (edges[p]! + edges[p - 1]!) / 2;
    let sum = 0;
    for (let i = 0; i < points; i++) sum += weights[i]! * f(middle + half * nodes[i]!);
    total += half * sum;
  }
  return total;
}
