import * as v from "valibot";
import { unitSpellings, type Dimension } from "../quantities/units.ts";
import type {
  Disagreement, FlagField, LinkFile, NumberField, PriceFile, QuantityField, ScaleUpFile, Source, TextField,
} from "./file.ts";

export type Schema<Output> = v.GenericSchema<unknown, Output>;

/** What the files of all four sorts are made of. */
export interface SchemaParts {
  /** `{"value": 3.35, "unit": "TB/s", "sources": ["ST"]}`, in an own device also "3.35 TB/s", or null. */
  readonly quantity: (dimension: Dimension) => Schema<QuantityField>;
  readonly number: Schema<NumberField>;
  readonly text: Schema<TextField>;
  readonly flag: Schema<FlagField>;
  readonly id: Schema<string>;
  readonly notes: Schema<string[]>;
  readonly sources: Schema<Record<string, Source>>;
  readonly disagreements: Schema<Disagreement[]>;
  readonly price: Schema<PriceFile>;
  readonly link: Schema<LinkFile>;
  readonly scaleUp: Schema<ScaleUpFile>;
}

/** A key that may be absent. */
export const may: typeof v.exactOptional = v.exactOptional;

/** Makes the parts; one part is one object, so that a published schema can name it once. */
export function schemaParts(): SchemaParts {
  const words = v.pipe(v.string(), v.nonEmpty("is empty"));
  const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.+-]*$/, "is not an id; use lower-case letters, digits, '-', '.' and '+'"));
  const tags = v.pipe(v.array(words), v.minLength(1, "names no source"));
  const positive = v.pipe(
    v.number(), v.finite("is not finite"), v.gtValue(0, "is not above 0; leave an unknown figure out or write null"),
  );
  const whole = v.pipe(positive, v.integer("is not a whole number"));
  const noted = { sources: tags, note: may(words) };
  const made = new Map<Dimension, Schema<QuantityField>>();
  const quantity = (dimension: Dimension): Schema<QuantityField> => {
    const known = made.get(dimension);
    if (known !== undefined) return known;
    const schema = quantityOf(dimension, positive, noted);
    made.set(dimension, schema);
    return schema;
  };
  const text: Schema<TextField> = v.nullable(v.union([v.strictObject({ value: words, ...noted }), words]));
  const number: Schema<NumberField> = v.nullable(v.union([v.strictObject({ value: whole, ...noted }), whole]));
  const flag: Schema<FlagField> = v.nullable(v.union([v.strictObject({ value: v.boolean(), ...noted }), v.boolean()]));
  const linkEntries = {
    fabric: may(v.nullable(id)),
    description: may(text),
    bandwidth: may(quantity("bytes-per-second")),
    bothWays: may(quantity("bytes-per-second")),
  };
  return {
    quantity, number, text, flag, id,
    notes: v.array(words),
    sources: v.record(v.string(), v.strictObject({
      title: words, url: v.nullable(words), path: may(words), commit: may(words), date: may(words), note: may(words),
    })),
    disagreements: v.array(v.strictObject({ figures: v.array(words), says: words, choice: words })),
    price: v.strictObject({
      usdPerDeviceHour: positive,
      provider: words,
      kind: v.picklist(["on-demand", "spot", "reserved", "other"]),
      date: v.nullable(words),
      read: may(words),
      terms: may(words),
      sources: tags,
    }),
    link: v.strictObject(linkEntries),
    scaleUp: v.strictObject({
      ...linkEntries,
      topology: v.picklist(["switched", "mesh", "torus-2d", "torus-3d", "pcie", "none"]),
      domain: may(number),
    }),
  };
}

function quantityOf<Noted extends v.ObjectEntries>(dimension: Dimension, positive: Schema<number>, noted: Noted): Schema<QuantityField> {
  const units = unitSpellings(dimension);
  const escaped = units.map((unit) => unit.replaceAll(/[$.*+?^{}()|[\]\\/]/g, String.raw`\$&`));
  const shorthand = new RegExp(`^[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)? ?(${escaped.join("|")})$`);
  const unit = v.picklist(units, `is not a unit of ${dimension}; use one of ${units.slice(0, 12).join(", ")}`);
  return v.nullable(v.union([
    v.strictObject({ value: positive, unit, ...noted }),
    v.pipe(v.string(), v.regex(shorthand, `is not a quantity in ${dimension}, such as "1 ${units[2] ?? units[0] ?? ""}"`)),
  ])) as unknown as Schema<QuantityField>;
}
