import { figureErrors, type ErrorTerm } from "./intervals.ts";
import type { ServingFigure } from "./types.ts";

/**
 * Errors that a figure is made of; undefined for exact counts. Those of a static batch are of its time where others are of a rate,
 * for its rates are what it holds over its time; how many run is given.
 */
export function errorTerms(figure: ServingFigure, staticBatch: boolean): readonly ErrorTerm[] | undefined {
  const terms = figureErrors[figure];
  if (!staticBatch || terms === undefined) return terms;
  if (figure === "runningBatch") return undefined;
  return terms.map(({ level, inverse }) => (level === "rate" ? { level: "batch", inverse: !inverse } : { level, inverse }));
}
