import { html } from "htl";
import type { PooledErrors } from "../../src/evidence/validation/index.ts";
import { scoreCases, type Scored } from "./accuracy.ts";
import { table } from "./elements.ts";
import { digits, none, percent } from "./figures.ts";
import { textOf } from "./planner/dropped.ts";
import type { PublishedError } from "./published.ts";

/** A file field whose value is the scored cases; starts with the text given. */
export function casesField(first: { readonly name: string; readonly text: string }): HTMLElement & { value: Scored | null } {
  const file = html`<input type="file" accept=".jsonl,.ndjson,.json,.gz,.txt" name="cases" class="rp-hidden" aria-label="Measured cases">` as HTMLInputElement;
  const bar = html`<progress max="1" value="0" aria-label="scoring"></progress>` as HTMLProgressElement;
  const note = html`<span class="rp-note" role="status"></span>`;
  const whole = html`<div class="rp-buttons"><label class="button">Open measured cases…${file}</label>${bar}${note}</div>` as HTMLElement & { value: Scored | null };
  whole.value = null;
  let run = 0;
  const score = async (text: string, name: string): Promise<void> => {
    const mine = ++run;
    const steps = scoreCases(text, name);
    for (let step = steps.next(); ; step = steps.next()) {
      if (mine !== run) return;
      if (step.done === true) {
        bar.value = 1;
        note.textContent = `${name}: ${step.value.report.answered} of ${step.value.report.cases} cases answered`;
        whole.value = step.value;
        whole.dispatchEvent(new CustomEvent("input"));
        return;
      }
      bar.value = step.value.done / Math.max(1, step.value.all);
      note.textContent = `${step.value.done} of ${step.value.all} cases`;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const take = (chosen: File | undefined): void => {
    if (chosen !== undefined) void textOf(chosen).then((text) => score(text, chosen.name), (fault: Error) => (note.textContent = fault.message));
  };
  file.onchange = (event) => {
    event.stopPropagation();
    take(file.files?.[0]);
  };
  whole.ondragover = (event) => event.preventDefault();
  whole.ondrop = (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files[0]);
  };
  void score(first.text, first.name);
  return whole;
}

/** Errors as a table: how far off, which way, and how often the interval holds. */
export function errorTable(rows: readonly PooledErrors[], name: string): HTMLElement {
  const labels = [...new Set(rows.flatMap(({ slice }) => Object.keys(slice)))];
  return table(rows, [
    ...labels.map((label) => ({ header: label, cell: ({ slice }: PooledErrors) => slice[label] ?? "" })),
    { header: "Figure", cell: ({ value }) => value },
    { header: "Measured", number: true, cell: ({ n }) => digits(n, 9) },
    { header: "Answered", number: true, cell: ({ answered }) => digits(answered, 9) },
    { header: "Median error", number: true, cell: ({ medianError }) => percent(medianError) },
    { header: "Predicted / measured", number: true, cell: ({ bias }) => (bias === undefined ? none : digits(bias)) },
    { header: "In the 90 % interval", number: true, cell: ({ coverage }) => percent(coverage) },
    { header: "High / low of it", number: true, cell: ({ intervalRatio }) => (intervalRatio === undefined ? none : digits(intervalRatio)) },
  ], name);
}

/** The published errors as a table; what is not answered says so. */
export function publishedTable(rows: readonly PublishedError[]): HTMLElement {
  return table(rows, [
    { header: "Measurements", cell: ({ file }) => file },
    { header: "Figure", cell: ({ value }) => value },
    { header: "Answered", number: true, cell: ({ answered, n }) => (answered === n ? digits(n, 9) : `${digits(answered, 9)} of ${digits(n, 9)}`) },
    { header: "Median error", number: true, cell: ({ medianError }) => percent(medianError) },
    { header: "of the datasheet alone", number: true, cell: ({ ideal }) => percent(ideal?.medianError) },
    { header: "Predicted / measured", number: true, cell: ({ bias }) => (bias === undefined ? none : digits(bias)) },
    { header: "In the 90 % interval", number: true, cell: ({ coverage, intervals }) => (intervals === 0 ? none : percent(coverage)) },
  ], "published");
}
