import { evaluateCase, type CaseError } from "../../src/contract/index.ts";
import { parseMeasuredCase, startValidation, type MeasuredCase, type ValidationReport } from "../../src/evidence/validation/index.ts";
import { pairedFigures, type PairedFigure } from "../../src/evidence/validation/compared.ts";
import { publishedRows, type PublishedError } from "./published.ts";

/** One measured figure with what was predicted for it, and its line. */
export interface ScoredFigure extends PairedFigure {
  readonly name: string;
}

/** Own cases, scored. */
export interface Scored {
  readonly report: ValidationReport;
  readonly figures: readonly ScoredFigure[];
  /** Lines that could not be read, with why. */
  readonly faults: readonly string[];
}

const mostShownFaults = 20;

/**
 * Predicts every measured case through the public contract and compares: what `ridgepoint validate` does, in this page. Yields how far
 * it is after each handful of cases, then the result.
 *
 * @param text JSON Lines, `{"case": …, "expected": …}` a line.
 */
export function* scoreCases(text: string, name: string): Generator<{ readonly done: number; readonly all: number }, Scored, void> {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== "");
  const validation = startValidation();
  const figures: ScoredFigure[] = [];
  const faults: string[] = [];
  for (const [index, { line, number }] of lines.entries()) {
    if (index % 4 === 0) yield { done: index, all: lines.length };
    let measured: MeasuredCase;
    try {
      measured = parseMeasuredCase(line, number);
    } catch (fault) {
      if (faults.length < mostShownFaults) faults.push((fault as Error).message);
      continue;
    }
    const answer = evaluateCase(measured.case);
    validation.add(name, measured, answer);
    if ("error" in answer) {
      if (faults.length < mostShownFaults) faults.push(`line ${number}: ${(answer.error as CaseError).message}`);
      continue;
    }
    for (const figure of pairedFigures(measured, answer)) figures.push({ ...figure, name: `line ${number}` });
  }
  return { report: validation.report(), figures, faults };
}

/** The published error table, where the site was built with one: by file of measurements and figure. Null without it. */
export function publishedAccuracy(): readonly PublishedError[] | null {
  const held: Record<string, unknown> = import.meta.glob("../../docs/accuracy.json", { eager: true, import: "default" });
  const [content] = Object.values(held);
  return content === undefined ? null : publishedRows(content);
}
