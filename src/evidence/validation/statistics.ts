/** A number with the weight that its case has. */
export type Weighted = readonly [value: number, weight: number];

/**
 * Weighted quantile: the smallest value at which a share `q` of the weight is passed, the mean of two where it falls between
 * them. For equal weights and q = 1/2 it is the median. NaN for no values.
 */
export function weightedQuantile(values: readonly Weighted[], q: number): number {
  const sorted = values.toSorted((a, b) => a[0] - b[0]);
  const wanted = q * sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const tolerance = 1e-12;
  let reached = 0;
  for (const [index, [value, weight]] of sorted.entries()) {
    reached += weight;
    if (reached > wanted + tolerance) return value;
    if (Math.abs(reached - wanted) <= tolerance) return (value + (sorted[index + 1]?.[0] ?? value)) / 2;
  }
  return sorted.at(-1)?.[0] ?? NaN;
}

/** Ranks from 0; equal values share the mean of their ranks. */
export function ranksOf(values: readonly number[]): Float64Array {
  const order = Array.from(values, (_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to++;
    for (let at = from; at <= to; at++) ranks[order[at] as number] = (from + to) / 2;
    from = to + 1;
  }
  return ranks;
}

/** Spearman's rank correlation, ties sharing their ranks; NaN for fewer than three pairs, or where one side is all alike. */
export function rankCorrelation(xs: readonly number[], ys: readonly number[]): number {
  if (xs.length < 3) return NaN;
  const [a, b] = [ranksOf(xs), ranksOf(ys)];
  const mean = (xs.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [(a[i] as number) - mean, (b[i] as number) - mean];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : NaN;
}
