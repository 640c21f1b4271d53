import { rankCorrelation, weightedQuantile, type Weighted } from "./statistics.ts";

/** One measured figure beside what was predicted for it. */
export interface ComparedFigure {
  readonly measured: number;
  readonly weight: number;
  /** Absent where the case was not answered, or its answer lacks the figure. */
  readonly predicted?: number;
  readonly interval90?: readonly [low: number, high: number];
  /** Code of the error that the case was answered with. */
  readonly error?: string;
}

/**
 * Errors of a group of figures. Errors are |predicted/measured − 1| and weighted by their cases; an unanswered figure counts
 * against `answered` and nothing else. Absent figures are those that the group does not define (no answer, fewer than three).
 */
export interface ErrorStatistics {
  /** Figures that were measured. */
  readonly n: number;
  readonly answered: number;
  /** Cases that were answered with `infeasible`. */
  readonly infeasible: number;
  /** Cases that were answered with another error. */
  readonly errors: number;
  /** Answers without the figure. */
  readonly missing: number;
  readonly medianError?: number;
  readonly meanError?: number;
  readonly p90Error?: number;
  /** Median of predicted/measured: above 1 where predictions are too high. */
  readonly bias?: number;
  readonly rankCorrelation?: number;
  /** Share of the answers whose 90 % interval holds the measured figure; an answer without an interval counts as missed. */
  readonly coverage?: number;
  /** Answers that have an interval. */
  readonly intervals: number;
  /** Median of high/low of the intervals. */
  readonly intervalRatio?: number;
}

/** The error statistics of a group. */
export function errorStatistics(figures: readonly ComparedFigure[]): ErrorStatistics {
  const answered: { readonly measured: number; readonly predicted: number; readonly weight: number }[] = [];
  const ratios: Weighted[] = [];
  const widths: Weighted[] = [];
  let [infeasible, errors, missing, intervals, covered] = [0, 0, 0, 0, 0];
  for (const { measured, predicted, weight, interval90, error } of figures) {
    if (error === "infeasible") infeasible++;
    else if (error !== undefined) errors++;
    else if (!isFigure(predicted)) missing++;
    if (error !== undefined || !isFigure(predicted)) continue;
    answered.push({ measured, predicted, weight });
    ratios.push([predicted / measured, weight]);
    if (interval90 === undefined || !interval90.every(Number.isFinite)) continue;
    const [low, high] = interval90;
    intervals++;
    if (low <= measured && measured <= high) covered++;
    if (low > 0) widths.push([high / low, weight]);
  }
  const off = ratios.map(([ratio, weight]): Weighted => [Math.abs(ratio - 1), weight]);
  const weights = off.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    n: figures.length, answered: answered.length, infeasible, errors, missing, intervals,
    ...finiteOnly({
      medianError: weightedQuantile(off, 0.5),
      meanError: off.reduce((sum, [error, weight]) => sum + error * weight, 0) / weights,
      p90Error: weightedQuantile(off, 0.9),
      bias: weightedQuantile(ratios, 0.5),
      rankCorrelation: rankCorrelation(answered.map(({ predicted }) => predicted), answered.map(({ measured }) => measured)),
      coverage: intervals > 0 ? covered / answered.length : NaN,
      intervalRatio: weightedQuantile(widths, 0.5),
    }),
  };
}

function isFigure(value: number | undefined): value is number {
  return value !== undefined && value > 0 && value < Infinity;
}

function finiteOnly<T extends Record<string, number>>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => Number.isFinite(value))) as Partial<T>;
}
