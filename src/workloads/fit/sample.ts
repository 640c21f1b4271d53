import { RidgepointError } from "../../quantities/errors.ts";

/** A sample in sorted order with its repetitions counted, and its moments. */
export interface Sample {
  /** Values in all. */
  readonly count: number;
  /** Ascending and distinct. */
  readonly values: Float64Array;
  /** How often each occurs. */
  readonly counts: Float64Array;
  /** Of all values. */
  readonly mean: number;
  /** Population variance. */
  readonly variance: number;
}

/**
 * Reads a sample, of any unit.
 *
 * @throws RidgepointError `invalid-value` at `path` where it is empty or holds a number that is negative or not finite.
 */
export function sampleOf(data: ArrayLike<number>, path = "values"): Sample {
  if (data.length === 0) throw new RidgepointError("invalid-value", `${path} is empty: a fit needs at least one value`, { path });
  const sorted = Float64Array.from(data).sort();
  const lowest = sorted[0]!;
  const highest = sorted[sorted.length - 1]!;
  if (!(lowest >= 0 && highest < Infinity)) {
    throw new RidgepointError("invalid-value", `${path} must hold finite numbers of at least 0, not ${lowest >= 0 ? highest : lowest}`, { path });
  }
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    if (values[values.length - 1] === value) counts[counts.length - 1] = counts[counts.length - 1]! + 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length;
  return { count: sorted.length, values: Float64Array.from(values), counts: Float64Array.from(counts), mean, variance };
}

/** Mean of f over the sample. */
export function average({ count, values, counts }: Sample, f: (value: number) => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += counts[i]! * f(values[i]!);
  return sum / count;
}
