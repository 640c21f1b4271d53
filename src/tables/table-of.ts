import { invalidValue } from "../quantities/errors.ts";
import type { Cell, Column, Table } from "./types.ts";

/** Fields of one row by their column names, in order. */
type FlatRow = ReadonlyMap<string, Cell>;

/**
 * Rows of results as typed columns, in the order in which fields first appear.
 *
 * A field of an object becomes a column of its own (`plan.tp`), a pair of numbers two (`ttftSeconds.low`, `ttftSeconds.high`: in
 * this library a pair is an interval), a list of texts one text joined by "; ". What a row lacks is null, and so are numbers
 * that are not finite: a data frame has no use for an infinite capacity.
 *
 * @param rows predictions, deployments, devices, evaluated cases: any plain objects.
 * @throws RidgepointError `invalid-value` where a field is a number in one row and a text in another.
 * @example tableOf(plan(question).deployments).columns.map((column) => column.name) // ["hardware", "devices", "plan.tp", …]
 */
export function tableOf(rows: readonly object[]): Table {
  const flat = rows.map(flatten);
  const names = new Set<string>();
  for (const row of flat) for (const name of row.keys()) names.add(name);
  return { columns: [...names].map((name) => columnOf(name, flat)), rowCount: rows.length };
}

/** The columns of that name in that order; what the table lacks is left out. */
export function select(table: Table, names: readonly string[]): Table {
  const columns = names.map((name) => table.columns.find((column) => column.name === name)).filter((column) => column !== undefined);
  return { columns, rowCount: table.rowCount };
}

/** The rows of a table as objects, the inverse of `tableOf` for flat rows. */
export function rowsOf(table: Table): Record<string, Cell>[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name, values }) => [name, values[row] ?? null])));
}

function columnOf(name: string, rows: readonly FlatRow[]): Column {
  const values = rows.map((row) => row.get(name) ?? null);
  const type = typeof values.find((value) => value !== null);
  const other = values.find((value) => value !== null && typeof value !== type);
  if (other !== undefined) throw invalidValue(name, other, `is not a ${type} as in the rows before it`);
  // Cells without any figure have no type of their own.
  return { name, type: type === "undefined" || type === "object" ? "string" : type, values } as Column;
}

function flatten(row: object): FlatRow {
  const flat = new Map<string, Cell>();
  for (const [name, value] of Object.entries(row)) put(flat, name, value);
  return flat;
}

function put(flat: Map<string, Cell>, name: string, value: unknown): void {
  if (value === undefined) return;
  if (value === null || typeof value === "string" || typeof value === "boolean") flat.set(name, value);
  else if (typeof value === "number") flat.set(name, Number.isFinite(value) ? value : null);
  else if (Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === "number")) {
    put(flat, `${name}.low`, value[0]);
    put(flat, `${name}.high`, value[1]);
  } else if (Array.isArray(value) && value.every((item) => typeof item !== "object")) flat.set(name, value.join("; "));
  else if (typeof value === "object") for (const [key, part] of Object.entries(value)) put(flat, `${name}.${key}`, part);
}
