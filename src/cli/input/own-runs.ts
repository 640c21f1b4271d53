import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { completeCase, type RunSettings } from "../../calibration/measurements/complete.ts";
import { readMeasurements } from "../../calibration/measurements/read.ts";
import type { OwnRun } from "../../calibration/profile-runs.ts";
import { servingNames } from "../../contract/names.ts";
import { scenarioOf } from "../../contract/serving.ts";
import { servingSchema } from "../../contract/serving-schema.ts";
import { parseStrict } from "../../contract/validate.ts";
import { parseMeasuredCase, type MeasuredCase } from "../../evidence/validation/measured-case.ts";
import type { ServingFigure } from "../../predict/types.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { readText } from "./files.ts";

/** One file of measurements, its runs as measured cases of the contract. */
export interface MeasurementFile {
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  readonly runs: readonly { readonly name: string; readonly measured: MeasuredCase }[];
  /** Newest day that a report names. */
  readonly date: string | undefined;
  readonly notes: readonly string[];
}

/** Reads a file of measurements and completes its runs by the settings. */
export function readMeasurementFile(path: string, settings: RunSettings): MeasurementFile {
  const name = basename(path);
  const { format, runs, caseLines } = readMeasurements(readText(path, "measurements"), name);
  const cases = caseLines.map(({ text, line }) => {
    const measured = parseMeasuredCase(text, line);
    return { name: `${name}, line ${line}`, measured: { ...measured, case: { ...measured.case, ...(measured.case["kind"] === "serving" ? settingsOver(measured.case, settings) : {}) } } };
  });
  const reported = runs.map((run) => {
    const completed = completeCase(run, settings, name);
    return { name: `${name}, ${run.place}`, measured: { case: completed, expected: run.expected, slice: {}, weight: 1 } };
  });
  return {
    name, format, runs: [...cases, ...reported],
    sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
    date: runs.flatMap(({ date }) => date ?? []).sort().at(-1),
    notes: runs.flatMap(({ place, notes }) => notes.map((note) => `${name}, ${place}: ${note}`)),
  };
}

/** Measured cases are whole; only a plan or an engine that they leave open is filled in. */
function settingsOver(own: RunSettings, settings: RunSettings): RunSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => own[name] === undefined));
}

const figures = Object.fromEntries(Object.entries(servingNames).map(([figure, name]) => [name, figure])) as Readonly<Record<string, ServingFigure>>;

/**
 * A measured case of kind serving as the calibration takes it.
 * @throws RidgepointError with the name of the run in the message.
 */
export function ownRun(name: string, { case: c, expected, weight }: MeasuredCase): OwnRun {
  try {
    const measured = Object.fromEntries(Object.entries(expected).flatMap(([value, figure]) => (figures[value] === undefined ? [] : [[figures[value], figure]])));
    return { name, weight, measured, scenario: scenarioOf(parseStrict(servingSchema, c)) };
  } catch (error) {
    if (!(error instanceof RidgepointError)) throw error;
    throw new RidgepointError(error.code, `${name}: ${error.message}`, error.details);
  }
}
