import type { Cell, Table } from "./types.ts";

/** Options of `toCsv`. */
export interface CsvOptions {
  /** Between fields; a comma unless told. */
  readonly separator?: string;
}

/**
 * A table as RFC 4180 text with a header line: numbers with all their digits, absent cells empty, fields quoted where they hold
 * the separator, a quote or a line end.
 */
export function toCsv(table: Table, options: CsvOptions = {}): string {
  const separator = options.separator ?? ",";
  const line = (cells: readonly Cell[]): string => cells.map((cell) => field(cell, separator)).join(separator);
  const lines = [line(table.columns.map(({ name }) => name))];
  for (let row = 0; row < table.rowCount; row++) lines.push(line(table.columns.map(({ values }) => values[row] ?? null)));
  return `${lines.join("\n")}\n`;
}

function field(cell: Cell, separator: string): string {
  const text = cell === null ? "" : String(cell);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
