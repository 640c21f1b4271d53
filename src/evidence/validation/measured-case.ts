import { RidgepointError, invalidValue } from "../../quantities/errors.ts";

/** A case of the evaluation contract with the figures that somebody measured for it: one line of a file of measurements. */
export interface MeasuredCase {
  readonly case: Readonly<Record<string, unknown>>;
  /** Measured figures under the contract's names, in SI units. */
  readonly expected: Readonly<Record<string, number>>;
  /** Labels to group by, such as `hardware`, `engine`, `model`, `level`. */
  readonly slice: Readonly<Record<string, string>>;
  /** 1 unless an input of the case had to be assumed. */
  readonly weight: number;
  /** Largest over smallest of the repeated measurements, less 1. */
  readonly noise?: number;
}

const fields = new Set(["case", "expected", "slice", "weight", "noise", "repeats", "note"]);

/**
 * Reads one line of measured cases.
 * @param line number of the line, for the errors
 * @throws RidgepointError `invalid-json`, `missing-field`, `unknown-field`, `invalid-value`; the path names the field.
 */
export function parseMeasuredCase(text: string, line: number): MeasuredCase {
  const at = (message: string): string => `line ${line}: ${message}`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new RidgepointError("invalid-json", at(`not JSON: ${(error as Error).message}`), { path: `line ${line}` });
  }
  try {
    return measuredCase(parsed);
  } catch (error) {
    if (error instanceof RidgepointError) throw new RidgepointError(error.code, at(error.message), error.details);
    throw error;
  }
}

function measuredCase(parsed: unknown): MeasuredCase {
  const record = objectAt(parsed, "line");
  for (const name of Object.keys(record)) {
    if (!fields.has(name)) {
      const hint = name === "kind" ? "; a measured case is {\"case\": {\"kind\": …}, \"expected\": {…}}" : `; try ${[...fields].join(", ")}`;
      throw new RidgepointError("unknown-field", `${name} is not a field of a measured case${hint}`, { path: name });
    }
  }
  const slice = record["slice"] === undefined ? {} : objectAt(record["slice"], "slice");
  const weight = record["weight"] ?? 1;
  const noise = record["noise"];
  if (!(typeof weight === "number" && weight > 0 && weight < Infinity)) throw invalidValue("weight", weight, "is not a number above 0");
  if (noise !== undefined && !(typeof noise === "number" && noise >= 0 && noise < Infinity)) throw invalidValue("noise", noise, "is not a number of at least 0");
  return {
    case: objectAt(record["case"], "case"), expected: expectedOf(record["expected"]), weight, ...(noise === undefined ? {} : { noise }),
    slice: Object.fromEntries(Object.entries(slice).map(([name, value]) => [name, String(value)])),
  };
}

function expectedOf(value: unknown): Record<string, number> {
  const expected = objectAt(value, "expected");
  for (const [name, figure] of Object.entries(expected)) {
    if (!(typeof figure === "number" && figure > 0 && figure < Infinity)) throw invalidValue(`expected.${name}`, figure, "is not a measured figure above 0");
  }
  if (Object.keys(expected).length === 0) throw invalidValue("expected", value, "holds no figure");
  return expected as Record<string, number>;
}

function objectAt(value: unknown, path: string): Record<string, unknown> {
  if (value === undefined) throw new RidgepointError("missing-field", `${path} is missing; a measured case is {"case": {…}, "expected": {…}}`, { path });
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidValue(path, value, "is not an object");
  return value as Record<string, unknown>;
}
