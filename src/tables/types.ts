/** What one cell holds; null where there is no figure. */
export type Cell = number | string | boolean | null;

/** One column: all its cells are of one type or null. */
export type Column =
  | { readonly name: string; readonly type: "number"; readonly values: readonly (number | null)[] }
  | { readonly name: string; readonly type: "string"; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly type: "boolean"; readonly values: readonly (boolean | null)[] };

/** Results as columns of equal length: plain data that any data-frame library takes. */
export interface Table {
  /** In order. */
  readonly columns: readonly Column[];
  /** Values of every column. */
  readonly rowCount: number;
}
