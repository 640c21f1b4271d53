import type { CaseError, EvaluatedCase } from "../../contract/evaluate.ts";
import { errorStatistics, type ComparedFigure, type ErrorStatistics } from "./error-table.ts";
import type { MeasuredCase } from "./measured-case.ts";
import { weightedQuantile } from "./statistics.ts";

/** Errors of one slice: the figures of one name in the cases that share their labels. */
export interface SliceErrors extends ErrorStatistics {
  /** The labels by name, in the order asked for. */
  readonly slice: Readonly<Record<string, string>>;
  /** Contract name of the figure. */
  readonly value: string;
}

/** Errors of one file (or other source) of measured cases. */
export interface FileErrors {
  readonly file: string;
  readonly cases: number;
  readonly answered: number;
  readonly slices: readonly SliceErrors[];
  /** By figure, over the whole file. */
  readonly values: readonly SliceErrors[];
  /** How much repeated measurements differ (largest over smallest, less 1), where the file says: the noise under every error. */
  readonly noise?: { readonly cases: number; readonly median: number; readonly p90: number };
}

/** Errors of one level and figure over all files. */
export interface PooledErrors extends SliceErrors {
  /** Slices with an answer; the macro averages count each once, so that a large file does not decide. */
  readonly slices: number;
  readonly macroMedianError?: number;
  readonly macroMeanError?: number;
}

/** What a validation gives. */
export interface ValidationReport {
  readonly by: readonly string[];
  readonly cases: number;
  readonly answered: number;
  readonly files: readonly FileErrors[];
  readonly pooled: readonly PooledErrors[];
  /** Cases without an answer by error code. */
  readonly errors: Readonly<Record<string, number>>;
  /** The figures that are furthest off, where asked for. */
  readonly worst: readonly WorstFigure[];
}

/** A figure and how far it is off. */
export interface WorstFigure {
  readonly value: string;
  readonly predicted: number;
  readonly measured: number;
  readonly case: Readonly<Record<string, unknown>>;
}

/** Collects answers and sums them up. What it holds is a few numbers a figure, not the cases. */
export interface Validation {
  add(file: string, measured: MeasuredCase, answer: EvaluatedCase): void;
  report(): ValidationReport;
}

interface Point extends ComparedFigure {
  readonly file: string;
  readonly level: string;
  readonly labels: readonly string[];
  readonly value: string;
}

/** Options of {@link startValidation}. */
export interface ValidationOptions {
  /** Labels to group by: fields of `slice`, else of the case itself. Default hardware, engine. */
  readonly by?: readonly string[];
  /** How many of the worst figures to keep, of each name. Default 0. */
  readonly worst?: number;
}

/** Starts to collect errors: give it each measured case and its answer (`evaluateCase`), then ask for the report. */
export function startValidation(options: ValidationOptions = {}): Validation {
  const by = options.by ?? ["hardware", "engine"];
  const keep = options.worst ?? 0;
  const points: Point[] = [];
  const files = new Map<string, { cases: number; answered: number; noise: number[] }>();
  const errors: Record<string, number> = {};
  const worst = new Map<string, WorstFigure[]>();
  return {
    add(file, measured, answer) {
      const tally = files.get(file) ?? { cases: 0, answered: 0, noise: [] };
      files.set(file, tally);
      tally.cases++;
      if (measured.noise !== undefined) tally.noise.push(measured.noise);
      const error = "error" in answer ? (answer.error as CaseError).code : undefined;
      if (error === undefined) tally.answered++;
      else errors[error] = (errors[error] ?? 0) + 1;
      const shared = { file, weight: measured.weight, level: labelOf(measured, "level"), labels: by.map((name) => labelOf(measured, name)), ...(error === undefined ? {} : { error }) };
      for (const [value, figure] of Object.entries(measured.expected)) {
        const point = { ...shared, value, measured: figure, ...answeredFigure(answer, value) };
        points.push(point);
        if (keep > 0 && point.predicted !== undefined) keepWorst(worst, keep, { value, predicted: point.predicted, measured: figure, case: measured.case });
      }
    },
    report: () => ({
      by, errors,
      cases: [...files.values()].reduce((sum, { cases }) => sum + cases, 0), answered: [...files.values()].reduce((sum, { answered }) => sum + answered, 0),
      files: [...files].map(([file, tally]) => fileErrors(file, tally, points.filter((point) => point.file === file), by)),
      pooled: pooledErrors(points), worst: [...worst.values()].flat(),
    }),
  };
}

function answeredFigure(answer: EvaluatedCase, value: string): Pick<ComparedFigure, "predicted" | "interval90"> {
  if ("error" in answer) return {};
  const { values, intervals90 } = answer as { values: Record<string, unknown>; intervals90?: Record<string, readonly [number, number]> };
  const predicted = values[value];
  const interval90 = intervals90?.[value];
  return typeof predicted !== "number" ? {} : { predicted, ...(interval90 === undefined ? {} : { interval90 }) };
}

/** A label of `slice`, else a field of the case; objects (inline models, devices) have none. */
function labelOf({ slice, case: c }: MeasuredCase, name: string): string {
  const field = slice[name] ?? c[name];
  return typeof field === "object" || field === undefined ? "" : String(field);
}

function fileErrors(file: string, { cases, answered, noise }: { cases: number; answered: number; noise: number[] }, points: readonly Point[], by: readonly string[]): FileErrors {
  const named = (labels: readonly string[]): Record<string, string> => Object.fromEntries(by.map((name, index) => [name, labels[index] ?? ""]));
  const slices = grouped(points, ({ value, labels }) => [value, ...labels].join("\u0001")).map((group): SliceErrors => {
    const { value, labels } = group[0] as Point;
    return { slice: named(labels), value, ...errorStatistics(group) };
  });
  const spread = noise.map((value) => [value, 1] as const);
  return {
    file, cases, answered, slices,
    values: grouped(points, ({ value }) => value).map((group) => ({ slice: {}, value: (group[0] as Point).value, ...errorStatistics(group) })),
    ...(noise.length === 0 ? {} : { noise: { cases: noise.length, median: weightedQuantile(spread, 0.5), p90: weightedQuantile(spread, 0.9) } }),
  };
}

function pooledErrors(points: readonly Point[]): PooledErrors[] {
  return grouped(points, ({ level, value }) => `${level}\u0001${value}`).map((group) => {
    const { level, value } = group[0] as Point;
    const parts = grouped(group, ({ file, labels }) => [file, ...labels].join("\u0001")).map(errorStatistics).filter(({ answered }) => answered > 0);
    const mean = (figures: readonly (number | undefined)[]): number | undefined => (figures.length === 0 ? undefined : figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0) / figures.length);
    const [macroMedianError, macroMeanError] = [mean(parts.map(({ medianError }) => medianError)), mean(parts.map(({ meanError }) => meanError))];
    return {
      slice: { level }, value, ...errorStatistics(group), slices: parts.length,
      ...(macroMedianError === undefined ? {} : { macroMedianError }), ...(macroMeanError === undefined ? {} : { macroMeanError }),
    };
  });
}

/** Groups in the order of their keys. */
function grouped(points: readonly Point[], keyOf: (point: Point) => string): Point[][] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = keyOf(point);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function keepWorst(worst: Map<string, WorstFigure[]>, most: number, figure: WorstFigure): void {
  const off = ({ predicted, measured }: WorstFigure): number => Math.abs(Math.log(predicted / measured));
  const list = worst.get(figure.value) ?? [];
  worst.set(figure.value, list);
  list.push(figure);
  list.sort((a, b) => off(b) - off(a));
  if (list.length > most) list.pop();
}
