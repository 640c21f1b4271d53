/**
 * The public evaluation interface: what `ridgepoint evaluate` does to a line, as functions.
 *
 * @module ridgepoint/contract
 */
export { evaluateCase, evaluateLine, type CaseError, type EvaluatedCase } from "./evaluate.ts";
export { parseProfile } from "./profile-schema.ts";
export type { CaseResult } from "./serving.ts";
