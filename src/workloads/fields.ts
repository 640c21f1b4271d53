import { invalidValue, RidgepointError } from "../quantities/errors.ts";

/** Path of a field: `joinPath("service", "tokens")` is `service.tokens`, `joinPath("", "service")` is `service`. */
export function joinPath(path: string, name: string | number): string {
  if (typeof name === "number") return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}

/** The value as a record, or `invalid-value`. */
export function requireRecord(value: unknown, path: string, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidValue(path, value, `must be an object: ${what}`);
  return value as Readonly<Record<string, unknown>>;
}

/** Refuses fields that are not in `known`, so that a typo is never ignored. */
export function refuseUnknown(record: Readonly<Record<string, unknown>>, known: readonly string[], path: string): void {
  for (const name of Object.keys(record)) {
    if (known.includes(name)) continue;
    const at = joinPath(path, name);
    throw new RidgepointError("unknown-field", `${at} is not a field here; known are ${known.join(", ")}`, { path: at, value: record[name] });
  }
}

/** The field's value, or `missing-field`. */
export function requireField(record: Readonly<Record<string, unknown>>, name: string, path: string): unknown {
  const value = record[name];
  if (value !== undefined) return value;
  const at = joinPath(path, name);
  throw new RidgepointError("missing-field", `${at} is missing`, { path: at });
}

/** What a number has to satisfy, beside being finite. */
export interface NumberRule {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
  readonly integer?: boolean;
}

/** The value as a finite number within the rule, or `invalid-value` that says the rule. */
export function requireNumber(value: unknown, path: string, rule: NumberRule = {}): number {
  const ok =
    typeof value === "number" &&
    Number.isFinite(value) &&
    (rule.above === undefined || value > rule.above) &&
    (rule.atLeast === undefined || value >= rule.atLeast) &&
    (rule.below === undefined || value < rule.below) &&
    (rule.atMost === undefined || value <= rule.atMost) &&
    (rule.integer !== true || Number.isInteger(value));
  if (ok) return value;
  throw invalidValue(path, value, `must be ${describe(rule)}`);
}

function describe(rule: NumberRule): string {
  const parts = [rule.integer === true ? "an integer" : "a finite number"];
  if (rule.above !== undefined) parts.push(`above ${rule.above}`);
  if (rule.atLeast !== undefined) parts.push(`of at least ${rule.atLeast}`);
  if (rule.below !== undefined) parts.push(`below ${rule.below}`);
  if (rule.atMost !== undefined) parts.push(`of at most ${rule.atMost}`);
  return parts.join(" ");
}

/** A field that must be a number. */
export function numberField(record: Readonly<Record<string, unknown>>, name: string, path: string, rule: NumberRule = {}): number {
  return requireNumber(requireField(record, name, path), joinPath(path, name), rule);
}

/** A field that may be absent. */
export function optionalNumber(
  record: Readonly<Record<string, unknown>>,
  name: string,
  path: string,
  rule: NumberRule = {},
): number | undefined {
  const value = record[name];
  return value === undefined ? undefined : requireNumber(value, joinPath(path, name), rule);
}

/** A non-empty list of numbers, each within the rule. */
export function numberList(value: unknown, path: string, rule: NumberRule = {}): readonly number[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidValue(path, value, "must be a list of at least one number");
  return Array.from(value, (entry: unknown, i) => requireNumber(entry, joinPath(path, i), rule));
}

/** A list of probabilities that sum to 1 within 1e-6. */
export function probabilityList(value: unknown, path: string): readonly number[] {
  const list = numberList(value, path, { atLeast: 0, atMost: 1 + 1e-6 });
  const sum = list.reduce((total, p) => total + p, 0);
  if (!(Math.abs(sum - 1) <= 1e-6)) throw invalidValue(path, value, `must sum to 1, not to ${sum}`);
  return list;
}
