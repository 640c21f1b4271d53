import { parseQuantity, toBaseUnit } from "../quantities/parse.ts";
import type { Dimension } from "../quantities/units.ts";
import type { NumberField, QuantityField, TextField } from "./file.ts";

/** A file's quantity in its base unit; null where nobody says. */
export function quantityOf(field: QuantityField | undefined, dimension: Dimension): number | null {
  if (field === undefined || field === null) return null;
  return typeof field === "string" ? parseQuantity(field, dimension) : toBaseUnit(field.value, field.unit, dimension);
}

export function bytesOf(field: QuantityField | undefined): number | null {
  return quantityOf(field, "bytes");
}

export function rateOf(field: QuantityField | undefined): number | null {
  return quantityOf(field, "bytes-per-second");
}

export function numberOf(field: NumberField | undefined): number | null {
  return typeof field === "object" && field !== null ? field.value : (field ?? null);
}

export function textOf(field: TextField | undefined): string | null {
  return typeof field === "object" && field !== null ? field.value : (field ?? null);
}

/** Memory labels: vendors write "80 GB" for what software sees as close to 80 GiB, so a decimal label is read as binary. */
export function labelBytesOf(field: QuantityField | undefined): number | null {
  const bytes = bytesOf(field);
  if (bytes === null || field === undefined || field === null) return bytes;
  const unit = typeof field === "string" ? field.replace(/^[0-9.eE+\s-]*/, "") : field.unit;
  const binary = /^([kMGTP])B$/.exec(unit)?.[1];
  if (binary === undefined) return bytes;
  return bytes / toBaseUnit(1, unit, "bytes") * toBaseUnit(1, `${binary === "k" ? "K" : binary}iB`, "bytes");
}

/** The smaller of two limits, either of which may be unknown. */
export function least(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
