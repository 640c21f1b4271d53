import { InvalidArgumentError } from "commander";
import { parseQuantity } from "../../quantities/parse.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import type { Dimension } from "../../quantities/units.ts";

/** Readers of option values. What they refuse is a wrong use of the command (exit status 2). */

export function positiveInteger(text: string): number {
  const value = Number(text.replaceAll(/[,_]/g, ""));
  if (!(Number.isInteger(value) && value >= 1)) throw new InvalidArgumentError("It must be an integer of at least 1.");
  return value;
}

export function nonNegativeInteger(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(Number.isInteger(value) && value >= 0)) throw new InvalidArgumentError("It must be an integer of at least 0.");
  return value;
}

export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < Infinity)) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}

export function nonNegativeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value < Infinity)) throw new InvalidArgumentError("It must be a number of at least 0.");
  return value;
}

/** A share of a whole, above 0 and below 1. */
export function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError("It must be a fraction between 0 and 1.");
  return value;
}

/** A bare number in base units, or a number with a unit: "0.05", "50ms", "50 ms". */
export function quantity(dimension: Dimension): (text: string) => number {
  return (text) => {
    const bare = Number(text);
    if (text.trim() !== "" && bare >= 0 && bare < Infinity) return bare;
    try {
      return parseQuantity(text, dimension);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof RidgepointError ? `It ${error.message.replace(/^quantity = "[^"]*" /, "")}.` : String(error));
    }
  };
}

/** Pixels of a picture: below 240 its labels have no room. */
export function pictureWidth(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 240 && value <= 4000)) throw new InvalidArgumentError("It must be a number of pixels from 240 to 4000.");
  return value;
}

export function commaList(text: string): string[] {
  const words = text.split(",").map((word) => word.trim()).filter((word) => word !== "");
  if (words.length === 0) throw new InvalidArgumentError("It must be a list with commas between.");
  return words;
}

/** Repeated `id=price` words into a record. */
export function priceList(text: string, before: Record<string, number> | undefined): Record<string, number> {
  const prices = { ...before };
  for (const word of commaList(text)) {
    const at = word.lastIndexOf("=");
    const price = Number(word.slice(at + 1));
    if (at < 1 || !(price > 0 && price < Infinity)) throw new InvalidArgumentError("It must be a device id, =, and dollars per device-hour: h100=2.29.");
    prices[word.slice(0, at).trim()] = price;
  }
  return prices;
}
