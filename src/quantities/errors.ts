/** Codes of the public contract; every error of the library carries one of them. */
export type ErrorCode =
  | "invalid-json"
  | "missing-field"
  | "unknown-field"
  | "invalid-value"
  | "unknown-model"
  | "unknown-hardware"
  | "unsupported"
  | "infeasible"
  | "unstable";

/** What an error tells beside its sentence. */
export interface ErrorDetails {
  /** Path of the offending field, for example `plan.tp`. */
  readonly path?: string;
  /** The offending value as it was given. */
  readonly value?: unknown;
  /** Bytes that are missing on `device`, where the code is `infeasible`. */
  readonly missingBytes?: number;
  /** The device (its place in the deployment, or its id) that lacks them. */
  readonly device?: string;
  /** The largest sustainable load, where the code is `unstable`. */
  readonly capacityPerSecond?: number;
  /** All problems, where one input has several. */
  readonly problems?: readonly Problem[];
}

/** One of several problems of one input. */
export interface Problem {
  /** What kind of problem it is. */
  readonly code: ErrorCode;
  /** The field, for example `plan.tp`. */
  readonly path: string;
  /** The field, the value and the way out. */
  readonly message: string;
}

/**
 * The one error class of the library. The message names the field, the value and the way out:
 * ``plan.tp = 3 does not divide 64 attention heads; try 1, 2, 4, 8``.
 */
export class RidgepointError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "RidgepointError";
    this.code = code;
    this.details = details;
  }

  /** Path of the offending field, where one is known. */
  get path(): string | undefined {
    return this.details.path;
  }
}

/** Shorthand for the commonest error: a field holds a value that it cannot hold. */
export function invalidValue(path: string, value: unknown, fault: string): RidgepointError {
  return new RidgepointError("invalid-value", `${path} = ${brief(value)} ${fault}`, { path, value });
}

/** A value as an error shows it; programs may pass what JSON cannot hold, such as a BigInt or an object that holds itself. */
export function brief(value: unknown): string {
  const text = json(value) ?? (typeof value === "object" ? "an object that is no JSON" : String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function json(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
