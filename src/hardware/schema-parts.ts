import * as v from "valibot";
import { unitSpellings, type Dimension } from "../quantities/units.ts";
import type { Disagreement, FlagField, LinkFile, NumberField, PriceFile, QuantityField, ScaleUpFile, Source, TextField } from "./file.ts";

type Schema<Output> = v.GenericSchema<unknown, Output>;
/** A key that may be absent. */
export const may: typeof v.exactOptional = v.exactOptional;

const text: Schema<string> = v.pipe(v.string(), v.nonEmpty("is empty"));
export const texts: Schema<string[]> = v.array(text);
export const id: Schema<string> = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.+-]*$/, "is not an id; use lower-case letters, digits, '-', '.' and '+'"),
);
const tags: Schema<string[]> = v.pipe(v.array(text), v.minLength(1, "names no source"));
const positive: Schema<number> = v.pipe(
  v.number(),
  v.finite("is not finite"),
  v.gtValue(0, "is not above 0; leave an unknown figure out or write null"),
);

const noted = { sources: tags, note: may(text) };

/** A quantity of one dimension: `{"value": 3.35, "unit": "TB/s", "sources": ["ST"]}`, "3.35 TB/s", or null. */
export function quantity(dimension: Dimension): Schema<QuantityField> {
  const units = unitSpellings(dimension);
  const escaped = units.map((unit) => unit.replaceAll(/[$.*+?^{}()|[\]\\/]/g, String.raw`\$&`));
  const shorthand = new RegExp(`^[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)? ?(${escaped.join("|")})$`);
  const unit = v.picklist(units, `is not a unit of ${dimension}; use one of ${units.slice(0, 12).join(", ")}`);
  return v.nullable(v.union([
    v.strictObject({ value: positive, unit, ...noted }),
    v.pipe(v.string(), v.regex(shorthand, `is not a quantity in ${dimension}, such as "1 ${units[2] ?? units[0] ?? ""}"`)),
  ]));
}

const count: Schema<number> = v.pipe(positive, v.integer("is not a whole number"));
export const counted: Schema<NumberField> = v.nullable(v.union([v.strictObject({ value: count, ...noted }), count]));
export const worded: Schema<TextField> = v.nullable(v.union([v.strictObject({ value: text, ...noted }), text]));
export const flagged: Schema<FlagField> = v.nullable(v.union([v.strictObject({ value: v.boolean(), ...noted }), v.boolean()]));

export const source: Schema<Source> = v.strictObject({
  title: text, url: v.nullable(text), path: may(text), commit: may(text), date: may(text), note: may(text),
});
export const sources: Schema<Record<string, Source>> = v.record(v.string(), source);

export const disagreements: Schema<Disagreement[]> = v.array(v.strictObject({ figures: texts, says: text, choice: text }));

export const price: Schema<PriceFile> = v.strictObject({
  usdPerDeviceHour: positive,
  provider: text,
  kind: v.picklist(["on-demand", "spot", "reserved", "other"]),
  date: v.nullable(text),
  read: may(text),
  terms: may(text),
  sources: tags,
});

const linkEntries = {
  fabric: may(v.nullable(id)),
  description: may(worded),
  bandwidth: may(quantity("bytes-per-second")),
  bothWays: may(quantity("bytes-per-second")),
};
export const link: Schema<LinkFile> = v.strictObject(linkEntries);
export const scaleUp: Schema<ScaleUpFile> = v.strictObject({
  ...linkEntries,
  topology: v.picklist(["switched", "mesh", "torus-2d", "torus-3d", "pcie", "none"]),
  domain: may(counted),
});
