// The public evaluation interface: what `ridgepoint evaluate` does to a line, as functions.
export { evaluateCase, evaluateLine, type CaseError, type EvaluatedCase } from "./evaluate.ts";
export type { CaseResult } from "./serving.ts";
