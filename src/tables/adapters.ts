import type { Column, Table } from "./types.ts";

/** Adapters to data-frame libraries. Each takes the library as an argument, so that none of them is a dependency. */

/** What is used of danfojs (or danfojs-node). */
export interface DanfoLike<Frame> {
  /** As of danfojs. */
  readonly DataFrame: new (data: Record<string, unknown[]>) => Frame;
}

/** What is used of apache-arrow. */
export interface ArrowLike {
  /** Takes a record of arrays; Arrow's own type is narrower than what it takes. */
  tableFromArrays(columns: never): unknown;
}

/** What is used of arquero. */
export interface ArqueroLike<AqTable> {
  /** As of arquero. */
  table(columns: Record<string, readonly unknown[]>, names?: string[]): AqTable;
}

/** What is used of hyparquet-writer. */
export interface ParquetWriterLike<Bytes> {
  /** As of hyparquet-writer. */
  parquetWriteBuffer(options: { readonly columnData: ParquetColumn[] }): Bytes;
}

/** A column as hyparquet-writer takes it. */
export interface ParquetColumn {
  /** Of the column. */
  readonly name: string;
  /** Its values. */
  readonly data: unknown[];
  /** As Parquet stores them. */
  readonly type: "DOUBLE" | "STRING" | "BOOLEAN";
  /** Whether values may be missing. */
  readonly nullable: boolean;
}

/**
 * A danfojs data frame. Absent cells are null, which danfojs counts as missing.
 * @example toDataFrame(dfd, tableOf(plan(question).deployments)).print()
 */
export function toDataFrame<Frame>(danfo: DanfoLike<Frame>, table: Table): Frame {
  return new danfo.DataFrame(Object.fromEntries(table.columns.map(({ name, values }) => [name, [...values]])));
}

/** An Apache Arrow table: numbers as 64-bit floats (a typed array where none is absent), texts and flags as Arrow infers them. */
export function toArrow<Arrow extends ArrowLike>(arrow: Arrow, table: Table): ReturnType<Arrow["tableFromArrays"]> {
  const columns: Record<string, Float64Array | readonly unknown[]> = Object.fromEntries(table.columns.map((column) => [column.name, dense(column) ?? [...column.values]]));
  return arrow.tableFromArrays(columns as never) as ReturnType<Arrow["tableFromArrays"]>;
}

/** An arquero table, columns in their order. */
export function toArquero<AqTable>(aq: ArqueroLike<AqTable>, table: Table): AqTable {
  return aq.table(Object.fromEntries(table.columns.map(({ name, values }) => [name, values])), table.columns.map(({ name }) => name));
}

/** The bytes of a Parquet file: doubles, UTF-8 texts and booleans, nullable where a cell is absent. */
export function toParquet<Bytes>(writer: ParquetWriterLike<Bytes>, table: Table): Bytes {
  const types = { number: "DOUBLE", string: "STRING", boolean: "BOOLEAN" } as const;
  return writer.parquetWriteBuffer({
    columnData: table.columns.map(({ name, type, values }) => ({ name, data: [...values], type: types[type], nullable: values.some((value) => value === null) })),
  });
}

function dense(column: Column): Float64Array | null {
  return column.type === "number" && column.values.every((value) => value !== null) ? Float64Array.from(column.values as readonly number[]) : null;
}
