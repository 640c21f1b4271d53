import type { OwnCalibration } from "../../calibration/own-profile.ts";
import type { ErrorStatistics } from "../../evidence/validation/error-table.ts";
import type { ValidationReport } from "../../evidence/validation/validation.ts";
import type { Profile } from "../../predict/types.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { MeasurementFile } from "../input/own-runs.ts";
import type { Terminal } from "../terminal.ts";
import { digits, none, withUnit } from "./figures.ts";
import { printList, printTable, printText } from "./print.ts";

/** What a calibration prints. */
export interface CalibrationPrint {
  readonly files: readonly MeasurementFile[];
  readonly fitted: OwnCalibration;
  readonly profile: Profile;
  readonly before: ValidationReport;
  readonly after: ValidationReport;
  readonly out: string;
}

const right = (header: string, cells: readonly string[], group?: string): TextColumn => ({ header, align: "right", cells, ...(group === undefined ? {} : { group }) });
const percent = (ratio: number | undefined): string => (ratio === undefined ? none : (100 * ratio).toFixed(1));

/** Errors before and after, the constants that moved, and how far held-back runs are off. */
export function printCalibration(terminal: Terminal, { files, fitted, before, after, out }: CalibrationPrint): void {
  for (const { name, format, runs } of files) printText(terminal, `${name}: ${runs.length} ${runs.length === 1 ? "run" : "runs"} (${format})`);
  const rows = (before.files[0]?.slices ?? []).map((slice, index) => [slice, after.files[0]?.slices[index] ?? slice] as const);
  const pair = (header: string, of: (errors: ErrorStatistics) => string): TextColumn[] => [right("before", rows.map(([slice]) => of(slice)), header), right("after", rows.map(([, slice]) => of(slice)), header)];
  printTable(terminal, "Errors of these runs", [
    { header: "hardware", cells: rows.map(([{ slice }]) => slice["hardware"] ?? "") }, { header: "engine", cells: rows.map(([{ slice }]) => slice["engine"] ?? "") },
    { header: "figure", cells: rows.map(([{ value }]) => value) }, right("n", rows.map(([{ n }]) => String(n))),
    ...pair("median %", ({ medianError }) => percent(medianError)), ...pair("bias", ({ bias }) => (bias === undefined ? none : bias.toFixed(2))),
    ...pair("hi/lo", ({ intervalRatio }) => (intervalRatio === undefined ? none : intervalRatio.toFixed(2))),
  ]);
  const { moved, residuals } = fitted;
  if (moved.length === 0) {
    terminal.print("\n");
    printText(terminal, "No constant moved: these runs tell none of them better than the shipped measurements do.");
  } else {
    const value = (unit: string, figure: number): string => (unit === "s" ? withUnit(figure, "s") : digits(figure));
    printTable(terminal, "Constants that moved", [
      { header: "constant", cells: moved.map(({ name }) => name) }, { header: "of", cells: moved.map(({ place }) => place) },
      right("shipped", moved.map(({ unit, shipped }) => value(unit, shipped))), right("now", moved.map((constant) => value(constant.unit, constant.value))),
      right("±", moved.map(({ logSd }) => `${Math.round(100 * logSd)} %`)), right("figures", moved.map(({ observations }) => String(observations))),
    ]);
  }
  printTable(terminal, "Held back in turn: how far off with these constants", [
    { header: "device", cells: residuals.map(({ device }) => device) }, { header: "engine", cells: residuals.map(({ engine }) => engine) },
    { header: "level", cells: residuals.map(({ level }) => level) }, right("figures", residuals.map(({ runs }) => String(runs))),
    right("error %", residuals.map(({ logSd }) => percent(Math.expm1(logSd)))),
  ]);
  printList(terminal, "Assumed", files.flatMap(({ notes }) => notes));
  printList(terminal, "Not used", fitted.leftOut.map(({ name, reason }) => `${name}: ${reason}`));
  terminal.print("\n");
  printText(terminal, `Written to ${out}. Use it with --profile of predict, explain, plan, simulate and validate, or as the field \`profile\` of a case.`);
}
