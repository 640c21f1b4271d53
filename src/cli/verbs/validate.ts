import type { Command } from "commander";
import { basename } from "node:path";
import { evaluateCase, type EvaluatedCase } from "../../contract/evaluate.ts";
import { pairedFigures, type PairedFigure } from "../../evidence/validation/compared.ts";
import { parseMeasuredCase, type MeasuredCase } from "../../evidence/validation/measured-case.ts";
import { startValidation, type ValidationReport } from "../../evidence/validation/validation.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { formatSeconds } from "../../quantities/format.ts";
import { linesOfFile } from "../input/file-lines.ts";
import { readProfile } from "../input/profile.ts";
import { commaList, nonNegativeInteger, positiveInteger } from "../options/parsers.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { printCsv, printJson } from "../output/print.ts";
import { progress } from "../output/progress.ts";
import { printValidation, validationRows } from "../output/validation.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface Options extends PictureFlags {
  readonly by: readonly string[];
  readonly value?: readonly string[];
  readonly limit?: number;
  readonly worst: number;
  readonly profile?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("<files...>", "measured cases: JSON Lines, packed (.gz) or not")
    .option("--by <fields>", "labels to group by, with commas between: fields of `slice`, or of the case", commaList, ["hardware", "engine"])
    .option("--value <names>", "only these figures, such as tpot_s,ttft_s", commaList)
    .option("--limit <n>", "cases of each file at most", positiveInteger)
    .option("--worst <n>", "print the figures that are furthest off", nonNegativeInteger, 0)
    .option("--profile <file>", "constants fitted on your own measurements (.json), for serving cases that have none")
    .option("--json", "the library's result as JSON")
    .option("--csv", "every slice as CSV");
  addPictureOptions(command, ["accuracy"]);
  command.addHelpText("after", "\nSee docs/validating.md for the form of a line. The exit status is 1 where a line has another.");
  examples(command, [
    "ridgepoint validate measured.jsonl",
    "ridgepoint validate measured.jsonl --by model,precision --value tpot_s --worst 3",
    "ridgepoint validate measured.jsonl --csv",
    "ridgepoint validate measured.jsonl --value tpot_s --plot measured.svg",
  ]);
  command.action(async (files: readonly string[], options: Options) => {
    checkPicturePath(options);
    const figures: PairedFigure[] = [];
    const report = await validateFiles(terminal, files, options, options.plot === undefined ? () => undefined : (measured, answer) => void figures.push(...pairedFigures(measured, answer)));
    if (options.json === true) printJson(terminal, report);
    else if (options.csv === true) printCsv(terminal, validationRows(report));
    else printValidation(terminal, report);
    const drawn = mostFrequent(figures);
    await savePicture(terminal, options, {
      accuracy: ({ Plot, accuracyPlot }, look) => accuracyPlot(Plot, drawn, { quantity: drawn[0]?.figure ?? "", ...(/(?<!_per)_s$/.test(drawn[0]?.figure ?? "") ? { tickFormat: (seconds) => formatSeconds(seconds) } : {}), ...look }),
    }, { title: "Predicted against measured", subtitle: files.map((path) => basename(path)).join(", ") }, options.json === true || options.csv === true);
  });
}

/** A picture has one kind of figure, the one with the most points; `--value` chooses. */
function mostFrequent(figures: readonly PairedFigure[]): readonly PairedFigure[] {
  let most: readonly PairedFigure[] = [];
  for (const name of new Set(figures.map(({ figure }) => figure))) {
    const group = figures.filter(({ figure }) => figure === name);
    if (group.length > most.length) most = group;
  }
  return most;
}

/** Lines that are told one by one; a file of another kind has thousands of them. */
const toldLines = 10;

async function validateFiles(
  terminal: Terminal, files: readonly string[], { by, value, worst, limit = Infinity, profile }: Options, onCase: (measured: MeasuredCase, answer: EvaluatedCase) => void,
): Promise<ValidationReport> {
  const validation = startValidation({ by, worst });
  const fitted = profile === undefined ? null : readProfile(profile);
  const bar = progress(terminal, "cases");
  let [cases, bad] = [0, 0];
  for (const path of files) {
    const file = basename(path).replace(/\.(jsonl|ndjson)(\.gz)?$/, "");
    let taken = 0;
    for await (const block of linesOfFile(path)) {
      for (const { number, text } of block) {
        if (taken >= limit) break;
        let measured: MeasuredCase | null;
        try {
          measured = selected(parseMeasuredCase(text ?? "", number), value);
        } catch (error) {
          if (!(error instanceof RidgepointError)) throw error;
          bad++;
          if (bad <= toldLines) terminal.note(`ridgepoint: ${path}, ${error.message}\n`);
          continue;
        }
        if (measured === null) continue;
        taken++;
        cases++;
        const answer = evaluateCase(fitted !== null && measured.case["kind"] === "serving" ? { profile: fitted, ...measured.case } : measured.case);
        validation.add(file, measured, answer);
        onCase(measured, answer);
        bar.update(cases, null);
      }
      if (taken >= limit) break;
    }
  }
  bar.end();
  if (bad > toldLines) terminal.note(`ridgepoint: and ${bad - toldLines} more lines are not measured cases\n`);
  if (cases === 0) {
    const way = bad === 0 ? "" : "; the output of a benchmark program becomes measured cases with `ridgepoint calibrate … --cases`";
    throw new RidgepointError("invalid-value", `${files.join(", ")} ${files.length > 1 ? "hold" : "holds"} no measured case${value === undefined ? "" : ` of ${value.join(", ")}`}${way}`);
  }
  if (bad > 0) process.exitCode = 1;
  return validation.report();
}

/** The case with the figures that were asked for; null where it has none of them. */
function selected(measured: MeasuredCase, value: readonly string[] | undefined): MeasuredCase | null {
  if (value === undefined) return measured;
  const expected = Object.fromEntries(Object.entries(measured.expected).filter(([name]) => value.includes(name)));
  return Object.keys(expected).length === 0 ? null : { ...measured, expected };
}
