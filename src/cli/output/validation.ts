import type { ErrorStatistics } from "../../evidence/validation/error-table.ts";
import type { SliceErrors, ValidationReport, WorstFigure } from "../../evidence/validation/validation.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { digits, none } from "./figures.ts";
import { printTable, printText } from "./print.ts";

/** The error table: a part for each file, then all of them by level. */
export function printValidation(terminal: Terminal, report: ValidationReport): void {
  for (const { file, cases, answered, slices, values, noise } of report.files) {
    printTable(terminal, `${file}: ${answered} of ${cases} cases answered`, [...labelColumns(report.by, slices), ...errorColumns(slices)]);
    if (slices.length > values.length) printTable(terminal, "all of them", [...labelColumns([], values), ...errorColumns(values)]);
    if (noise !== undefined) printText(terminal, `Repeated measurements differ by ${percent(noise.median)} % in the median, ${percent(noise.p90)} % at the 90th percentile (${noise.cases} cases).`);
  }
  if (report.files.length > 1) {
    printTable(terminal, "all files", [...labelColumns(["level"], report.pooled), ...errorColumns(report.pooled)]);
  }
  if (report.worst.length > 0) printWorst(terminal, report.worst);
  const failures = Object.entries(report.errors).map(([code, count]) => `${code} ${count}`);
  terminal.print("\n");
  if (failures.length > 0) printText(terminal, `Cases without an answer: ${failures.join(", ")}.`);
  printText(terminal, "median and mean: |predicted/measured − 1|; bias: median of predicted/measured; rank: Spearman's correlation; in 90 %: measured figures inside the prediction's interval; hi/lo: its median width.");
}

function printWorst(terminal: Terminal, worst: readonly WorstFigure[]): void {
  const right = (header: string, cells: readonly string[]): TextColumn => ({ header, align: "right", cells });
  printTable(terminal, "furthest off", [
    { header: "figure", cells: worst.map(({ value }) => value) },
    right("predicted", worst.map(({ predicted }) => digits(predicted))), right("measured", worst.map(({ measured }) => digits(measured))),
    right("ratio", worst.map(({ predicted, measured }) => plain(predicted / measured))),
    { header: "case", cells: worst.map(({ case: c }) => fieldsOf(c)) },
  ]);
}

/** "hardware h100-sxm5-80, plan.tp 8, …": the fields of a case that a line can show. */
function fieldsOf(record: Readonly<Record<string, unknown>>, path = ""): string {
  return Object.entries(record).filter(([name]) => name !== "kind" && name !== "config" && name !== "spec").map(([name, value]) =>
    (typeof value === "object" && value !== null ? fieldsOf(value as Record<string, unknown>, `${path}${name}.`) : `${path}${name} ${value}`)).filter((text) => text !== "").join(", ");
}

/** One row a slice, as CSV and data frames take it. */
export function validationRows(report: ValidationReport): object[] {
  return report.files.flatMap(({ file, slices }) => slices.map(({ slice, ...rest }) => ({ file, ...slice, ...rest })));
}

function labelColumns(names: readonly string[], rows: readonly SliceErrors[]): TextColumn[] {
  return [
    ...names.map((name) => ({ header: name, cells: rows.map(({ slice }) => slice[name] ?? "") })),
    { header: "figure", cells: rows.map(({ value }) => value) },
  ];
}

/** Columns of error statistics; those that say nothing (all answered, no intervals) are left out. */
export function errorColumns(rows: readonly ErrorStatistics[]): TextColumn[] {
  const right = (header: string, cells: readonly string[]): TextColumn => ({ header, align: "right", cells });
  const columns = [
    right("n", rows.map(({ n }) => digits(n, 9))),
    ...(rows.every(({ n, answered }) => n === answered) ? [] : [right("answered", rows.map(({ answered }) => digits(answered, 9)))]),
    right("median %", rows.map(({ medianError }) => percent(medianError))), right("mean %", rows.map(({ meanError }) => percent(meanError))),
    right("bias", rows.map(({ bias }) => plain(bias))), right("rank", rows.map(({ rankCorrelation }) => plain(rankCorrelation, 3))),
  ];
  if (rows.every(({ intervals }) => intervals === 0)) return columns;
  return [...columns, right("in 90 %", rows.map(({ coverage }) => (coverage === undefined ? none : `${Math.round(100 * coverage)} %`))), right("hi/lo", rows.map(({ intervalRatio }) => plain(intervalRatio)))];
}

function percent(ratio: number | undefined): string {
  return ratio === undefined ? none : (100 * ratio).toFixed(ratio >= 10 ? 0 : 1);
}

function plain(value: number | undefined, decimals = 2): string {
  return value === undefined ? none : value >= 1000 ? value.toExponential(1) : value.toFixed(decimals);
}
