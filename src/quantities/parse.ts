import { invalidValue, type RidgepointError } from "./errors.ts";
import { unitOf, unitSpellings, type Dimension } from "./units.ts";

const pattern = /^(\$?)\s*([0-9][0-9,_]*(?:\.[0-9]+)?|\.[0-9]+)(e[+-]?[0-9]+)?\s*(\S*)$/i;

/** Units that are written often and mean two things. */
const ambiguous: Readonly<Record<string, string>> = {
  KB: "kB (1000 bytes) or KiB (1024 bytes)",
  "KB/s": "kB/s (1000 bytes) or KiB/s (1024 bytes)",
  K: "k (1000)",
};

/**
 * Reads a quantity such as "3.35 TB/s", "80 GiB", "989 TFLOP/s", "700 W", "2.29 USD/h", "$2.29/h", "50 ms" or "85 %".
 *
 * @param text a number, then a unit of the dimension. Prefixes are exact: GB is 10⁹ bytes, GiB is 2³⁰, Gb is 10⁹ bits.
 * @param dimension what is expected; another one is refused.
 * @param path name of the field in the error.
 * @returns the figure in the base unit of the dimension: B, B/s, FLOP, FLOP/s, s, W, J, Hz, USD, USD/h, 1, 1/s, or the plain ratio.
 * @throws RidgepointError `invalid-value` where the text is not a number with such a unit.
 */
export function parseQuantity(text: string, dimension: Dimension, path: string = "quantity"): number {
  const match = pattern.exec(text.trim());
  if (match === null) throw invalidValue(path, text, `is not a number with a unit; try ${example(dimension)}`);
  const [, dollar = "", digits = "", exponent = "", rest = ""] = match;
  const spelling = dollar === "" ? rest : `USD${rest}`;
  const value = scale(Number(digits.replaceAll(/[,_]/g, "") + exponent), factorOf(spelling, dimension, text, path));
  if (!(value >= 0 && value < Infinity)) throw invalidValue(path, text, "is out of the range of numbers");
  return value;
}

/** A value in a unit of `dimension`, in its base unit: `toBaseUnit(3.35, "TB/s", "bytes-per-second")`; throws as `parseQuantity` does. */
export function toBaseUnit(value: number, spelling: string, dimension: Dimension, path: string = "unit"): number {
  return scale(value, factorOf(spelling, dimension, spelling, path));
}

/** Fifteen digits are more than any source has and hide the rounding of the product: 66.9 TFLOP/s is 66.9e12, not one beside it. */
function scale(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

function factorOf(spelling: string, dimension: Dimension, given: string, path: string): number {
  const unit = unitOf(spelling);
  if (unit?.dimension === dimension) return unit.factor;
  if (dimension === "ratio" && spelling === "") return 1;
  throw refusal(spelling, dimension, given, path);
}

function refusal(spelling: string, dimension: Dimension, given: string, path: string): RidgepointError {
  const both = ambiguous[spelling];
  if (both !== undefined) return invalidValue(path, given, `is ambiguous; write ${both}`);
  const other = unitOf(spelling);
  const fault = spelling === "" ? "has no unit" : other === undefined
    ? `has the unknown unit "${spelling}"`
    : `is in ${other.dimension}, not in ${dimension}`;
  return invalidValue(path, given, `${fault}; try ${example(dimension)}`);
}

function example(dimension: Dimension): string {
  const spellings = unitSpellings(dimension).filter((spelling) => spelling !== "");
  return spellings.slice(0, 12).map((spelling) => `"1 ${spelling}"`).join(", ");
}
