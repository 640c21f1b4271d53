import { paragraph, toText, type TextColumn } from "../../tables/text.ts";
import { toCsv } from "../../tables/csv.ts";
import { tableOf } from "../../tables/table-of.ts";
import type { Terminal } from "../terminal.ts";

/** Prints a result of the library as JSON, its own field names; what is not finite is null. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.print(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints rows of results as CSV, nested fields as columns of their own. */
export function printCsv(terminal: Terminal, rows: readonly object[]): void {
  terminal.print(toCsv(tableOf(rows)));
}

/** Prints a table under a heading. */
export function printTable(terminal: Terminal, heading: string | null, columns: readonly TextColumn[]): void {
  if (heading !== null) terminal.print(`\n${terminal.bold(heading)}\n`);
  terminal.print(toText(columns, { width: terminal.width, style: heading === null ? terminal.bold : terminal.dim }));
}

/** Prints a sentence, wrapped; not at its no-break spaces, which are printed as plain ones. */
export function printText(terminal: Terminal, text: string): void {
  terminal.print(`${paragraph(text, terminal.width).replaceAll("\u00a0", " ")}\n`);
}

/** Prints sentences as a list under a heading; nothing where there are none. */
export function printList(terminal: Terminal, heading: string, sentences: readonly string[]): void {
  if (sentences.length === 0) return;
  terminal.print(`\n${terminal.bold(heading)}\n`);
  for (const sentence of sentences) terminal.print(`${paragraph(`- ${sentence}`, terminal.width, "  ")}\n`);
}
