import { RidgepointError } from "../quantities/errors.ts";
import { answerKernel } from "./kernel.ts";
import { answerMemory } from "./memory.ts";
import { answerQueue, answerQueueCap } from "../queueing/answer.ts";
import { answerServing, type CaseResult } from "./serving.ts";

/** One line of `ridgepoint evaluate`: the id of the case with its result or its error. */
export type EvaluatedCase = { readonly id: unknown } & (CaseResult | { readonly error: CaseError });

/** Why a case has no result. */
export interface CaseError {
  /** What kind of problem it is. */
  readonly code: string;
  /** The field, the value and the way out. */
  readonly message: string;
  /** The field. */
  readonly path?: string;
  /** B that a device lacks, where the case is infeasible. */
  readonly missing_bytes?: number;
  /** The device that lacks them. */
  readonly device?: string;
  /** The largest load, where the case is unstable. */
  readonly capacity_per_s?: number;
}

const answers: Readonly<Record<string, (input: unknown) => CaseResult>> = {
  serving: answerServing,
  memory: answerMemory,
  kernel: answerKernel,
  queue: (input) => ({ ...answerQueue(input) }),
  "queue-cap": (input) => ({ ...answerQueueCap(input) }),
};

/**
 * Answers one case of the public contract. Never throws: what is wrong with a case is its result.
 * @param input the parsed case.
 */
export function evaluateCase(input: unknown): EvaluatedCase {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return { id: null, error: { code: "invalid-value", message: "a case is an object with a kind; see the contract", path: "case" } };
  }
  const id = (input as { id?: unknown }).id ?? null;
  try {
    return { id, ...answer(input as { kind?: unknown }) };
  } catch (error) {
    return { id, error: caseError(error) };
  }
}

/** Answers one line of JSON; a line that is not JSON is known by its number. Never throws, as {@link evaluateCase}. */
export function evaluateLine(line: string, lineNumber: number): EvaluatedCase {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    return { id: lineNumber, error: { code: "invalid-json", message: `line ${lineNumber} is not JSON: ${(error as Error).message}` } };
  }
  return evaluateCase(parsed);
}

function answer(input: { kind?: unknown }): CaseResult {
  const { kind } = input;
  if (kind === undefined) throw new RidgepointError("missing-field", `kind is missing; try ${Object.keys(answers).join(", ")}`, { path: "kind" });
  if (kind === "training") throw new RidgepointError("unsupported", 'kind = "training" is part of the contract and not answered by this version', { path: "kind", value: kind });
  const known = typeof kind === "string" && Object.hasOwn(answers, kind) ? answers[kind] : undefined;
  if (known === undefined) {
    throw new RidgepointError("invalid-value", `kind = ${JSON.stringify(kind)} is not a kind; try ${Object.keys(answers).join(", ")}`, { path: "kind", value: kind });
  }
  return known(input);
}

function caseError(error: unknown): CaseError {
  if (!(error instanceof RidgepointError)) {
    return { code: "unsupported", message: `the library failed on this case: ${error instanceof Error ? error.message : String(error)}; please report it` };
  }
  const { path, missingBytes, device, capacityPerSecond } = error.details;
  return {
    code: error.code, message: error.message,
    ...(path === undefined ? {} : { path }),
    ...(missingBytes === undefined ? {} : { missing_bytes: missingBytes }),
    ...(device === undefined ? {} : { device }),
    ...(capacityPerSecond === undefined ? {} : { capacity_per_s: capacityPerSecond }),
  };
}
