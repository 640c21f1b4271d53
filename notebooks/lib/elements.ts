import { html } from "htl";
import type { Interval } from "../../src/index.ts";
import { range } from "./figures.ts";

/** One figure to show large. */
export interface Tile {
  readonly label: string;
  readonly value: string;
  /** What stands below: a 90 % interval or a remark. */
  readonly below?: string;
  /** For tests and for whoever links to it. */
  readonly name?: string;
  readonly bad?: boolean;
}

/** Figures side by side, each with its unit and its interval. */
export function tiles(list: readonly Tile[]): HTMLElement {
  return html`<div class="rp-tiles">${list.map(({ label, value, below, name, bad }) =>
    html`<div class="rp-tile" data-figure=${name ?? label}><div class="label">${label}</div><div class=${bad === true ? "value rp-bad" : "value"}>${value}</div><span class="interval">${below ?? ""}</span></div>`)}</div>`;
}

/** "90 %: 12–18 ms"; empty without an interval. */
export function ninety(interval: Interval | undefined, print: (value: number) => string): string {
  return interval === undefined ? "" : `90 %: ${range(interval, print)}`;
}

/** A column of a table. */
export interface TableColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row, index: number) => string | Node;
  readonly number?: boolean;
}

/** Rows as a table. Where it is too wide it scrolls sideways, the names stay in sight, and a shade says on which side there is more. */
export function table<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], name?: string): HTMLElement {
  const key = columns.findIndex(({ number }) => number !== true);
  const kind = (number: boolean | undefined, index: number): string => (number === true ? "number" : index === key ? "key" : "");
  return html`<div class="rp-table" data-table=${name ?? ""} tabindex="0" role="region" aria-label=${name ?? "table"}><table>
    <thead><tr>${columns.map(({ header, number }, at) => html`<th class=${kind(number, at)} scope="col">${header}</th>`)}</tr></thead>
    <tbody>${rows.map((row, index) => html`<tr>${columns.map(({ cell, number }, at) => html`<td class=${kind(number, at)}>${cell(row, index)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** A fault that the reader can mend: what is wrong, and the way out. */
export function fault(error: unknown): HTMLElement {
  return html`<div class="rp-fault" role="alert">${error instanceof Error ? error.message : String(error)}</div>`;
}

/** A picture, or, where the question has none, why: a notebook never shows a stack trace for a bad input. */
export function orFault(make: () => Node): Node {
  try {
    return make();
  } catch (error) {
    return fault(error);
  }
}
