// Predictions beside measurements: what `ridgepoint validate` prints, as functions.
export { errorStatistics, type ComparedFigure, type ErrorStatistics } from "./error-table.ts";
export { parseMeasuredCase, type MeasuredCase } from "./measured-case.ts";
export { rankCorrelation, ranksOf, weightedQuantile, type Weighted } from "./statistics.ts";
export {
  startValidation, type FileErrors, type PooledErrors, type SliceErrors, type Validation, type ValidationOptions, type ValidationReport, type WorstFigure,
} from "./validation.ts";
