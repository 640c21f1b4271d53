import { invalidValue } from "../quantities/errors.ts";

/** Far above any figure, and far below where products of three of them overflow. */
const most = 1e30;

/** Refuses what is not a positive finite number; NaN fails. */
export function positive(value: number, path: string): number {
  if (!(typeof value === "number" && value > 1 / most && value < most)) throw invalidValue(path, value, "is not a positive number");
  return value;
}

/** Refuses what is negative, infinite or no number. */
export function nonNegative(value: number, path: string): number {
  if (!(typeof value === "number" && value >= 0 && value < most)) throw invalidValue(path, value, "is not a number of at least 0");
  return value;
}

/** Refuses what holds no fields. */
export function object<T>(value: T, path: string): T {
  if (typeof value !== "object" || value === null) throw invalidValue(path, value, "is not an object");
  return value;
}
