import { invalidValue } from "../quantities/errors.ts";

/** Refuses what is not a positive finite number; NaN fails. */
export function positive(value: number, path: string): number {
  if (!(value > 0 && value < Infinity)) throw invalidValue(path, value, "is not a positive number");
  return value;
}

/** Refuses what is negative, infinite or no number. */
export function nonNegative(value: number, path: string): number {
  if (!(value >= 0 && value < Infinity)) throw invalidValue(path, value, "is not a number of at least 0");
  return value;
}
