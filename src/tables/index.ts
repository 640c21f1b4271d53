/**
 * Results as plain typed columns, and on into other tools.
 *
 * @module ridgepoint/tables
 */
export {
  toArquero, toArrow, toDataFrame, toParquet, type ArqueroLike, type ArrowLike, type DanfoLike, type ParquetColumn, type ParquetWriterLike,
} from "./adapters.ts";
export { toCsv, type CsvOptions } from "./csv.ts";
export {
  constantTable, deploymentTable, deviceTable, leverTable, memoryTable, operatorTable, paretoTable, predictionTable, queueTable, requestTable, timeSeriesTable, type LabelledPrediction,
} from "./results.ts";
export { rowsOf, select, tableOf } from "./table-of.ts";
export type { Cell, Column, Table } from "./types.ts";
