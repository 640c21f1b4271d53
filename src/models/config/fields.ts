import { RidgepointError, brief, invalidValue } from "../../quantities/errors.ts";
import { isInert, isStructural } from "./inert.ts";

/** One field name, or its synonyms; where a config holds several synonyms they must agree. */
export type Names = string | readonly string[];

/** The name to speak of in errors. */
export const firstName = (names: Names): string => (typeof names === "string" ? names : (names[0] ?? ""));

/** Tells whether an entry is one of a closed set. */
export const oneOf =
  <const T extends string | number>(...allowed: readonly T[]) =>
  (entry: unknown): entry is T =>
    allowed.some((known) => known === entry);

/** Largest dimension that is believed: keeps products of two dimensions below 2⁵³. */
const largestCount = 2 ** 26;

/**
 * A section of a config that is being read. Every accessor notes which fields were understood, so that `finish` can refuse
 * the ones that were not. A field that is null counts as absent, as in Transformers, except for `nullable`.
 */
export interface Fields {
  readonly path: string;
  /** The field is present and not null. */
  has(name: Names): boolean;
  /** A whole number of at least 1. Without a fallback the field is required. */
  count(name: Names, fallback?: number): number;
  /** A whole number of at least 0. */
  natural(name: Names, fallback?: number): number;
  /** A whole number of at least 1; null where the field is null, the fallback where it is absent. */
  nullable(name: Names, fallback: number | null): number | null;
  /** A finite number above 0. */
  positive(name: Names, fallback?: number): number;
  flag(name: Names, fallback: boolean): boolean;
  /** One of a closed set of strings. */
  choice<T extends string>(name: Names, allowed: readonly T[], fallback?: T): T;
  /** A string; null where absent. */
  text(name: Names): string | null;
  /** An array of one entry for each layer, each from a closed set; null where absent. */
  perLayer<T extends string | number | boolean>(
    name: Names,
    length: number,
    allowed: (entry: unknown) => entry is T,
  ): readonly T[] | null;
  /** Any array; null where absent. */
  list(name: Names): readonly unknown[] | null;
  /** A nested object; null where absent. */
  section(name: Names): Fields | null;
  /** The objects of an array, each with its own path; empty where absent. */
  entries(name: string): readonly Fields[];
  /** The field's raw value. */
  raw(name: Names): unknown;
  /** Marks fields as understood and without effect on counts. */
  accept(...names: readonly string[]): void;
  /** Throws for a field that holds a value which this reader does not understand. */
  refuse(name: string, why: string): never;
  /** Throws for the first structural field that nobody has read, here and in the sections that were opened. */
  finish(): void;
}

/**
 * Wraps an object of a config.
 * @throws RidgepointError `invalid-value` where it is not an object
 */
export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidValue(path, value, "must be an object such as the content of a config.json");
  }
  const record = value as Readonly<Record<string, unknown>>;
  const read = new Set<string>();
  const sections: Fields[] = [];

  const find = (name: Names): { key: string; value: unknown } | null => {
    let found: { key: string; value: unknown } | null = null;
    for (const key of typeof name === "string" ? [name] : name) {
      read.add(key);
      const entry = Object.hasOwn(record, key) ? record[key] : undefined;
      if (entry === undefined || entry === null) continue;
      if (found !== null && typeof entry !== "object" && entry !== found.value) {
        throw invalidValue(`${path}.${key}`, entry, `contradicts ${found.key} = ${String(found.value)}; keep one of them`);
      }
      found ??= { key, value: entry };
    }
    return found;
  };
  const missing = (name: Names): RidgepointError => {
    const field = `${path}.${firstName(name)}`;
    return new RidgepointError("missing-field", `${field} is missing and has no default; add it`, { path: field });
  };
  const whole = (name: Names, least: number, fallback: number | undefined): number => {
    const found = find(name);
    if (found === null) {
      if (fallback === undefined) throw missing(name);
      return fallback;
    }
    return wholeNumber(found.value, `${path}.${found.key}`, least);
  };

  const fields: Fields = {
    path,
    has: (name) => find(name) !== null,
    count: (name, fallback) => whole(name, 1, fallback),
    natural: (name, fallback) => whole(name, 0, fallback),
    nullable: (name, fallback) => {
      const keys = typeof name === "string" ? [name] : name;
      const isNull = keys.some((key) => Object.hasOwn(record, key) && record[key] === null);
      const found = find(name);
      if (found === null) return isNull ? null : fallback;
      return wholeNumber(found.value, `${path}.${found.key}`, 1);
    },
    positive: (name, fallback) => {
      const found = find(name);
      if (found === null) {
        if (fallback === undefined) throw missing(name);
        return fallback;
      }
      if (typeof found.value !== "number" || !(found.value > 0) || !(found.value < largestCount)) {
        throw invalidValue(`${path}.${found.key}`, found.value, "must be a number above 0");
      }
      return found.value;
    },
    flag: (name, fallback) => {
      const found = find(name);
      if (found === null) return fallback;
      if (typeof found.value !== "boolean") throw invalidValue(`${path}.${found.key}`, found.value, "must be true or false");
      return found.value;
    },
    choice: (name, allowed, fallback) => {
      const found = find(name);
      if (found === null) {
        if (fallback === undefined) throw missing(name);
        return fallback;
      }
      const match = allowed.find((entry) => entry === found.value);
      if (match === undefined) throw unsupportedValue(`${path}.${found.key}`, found.value, `is none of ${allowed.join(", ")}`);
      return match;
    },
    text: (name) => {
      const found = find(name);
      if (found === null) return null;
      if (typeof found.value !== "string") throw invalidValue(`${path}.${found.key}`, found.value, "must be a string");
      return found.value;
    },
    perLayer: (name, length, allowed) => {
      const found = find(name);
      if (found === null) return null;
      const list = found.value;
      const field = `${path}.${found.key}`;
      if (!Array.isArray(list)) throw invalidValue(field, list, "must be an array with an entry for each layer");
      if (list.length !== length) throw invalidValue(`${field}.length`, list.length, `must be the number of layers, ${length}`);
      return list.map((entry: unknown, index) => {
        if (!allowed(entry))
          throw unsupportedValue(`${field}[${index}]`, entry, "is not a kind of layer that this family is known to have");
        return entry;
      });
    },
    list: (name) => {
      const found = find(name);
      if (found === null) return null;
      if (!Array.isArray(found.value)) throw invalidValue(`${path}.${found.key}`, found.value, "must be an array");
      return found.value as readonly unknown[];
    },
    section: (name) => {
      const found = find(name);
      if (found === null) return null;
      const section = fieldsOf(found.value, `${path}.${found.key}`);
      sections.push(section);
      return section;
    },
    entries: (name) => {
      const list = find(name)?.value;
      if (!Array.isArray(list)) return [];
      const made = list.map((entry: unknown, index) => fieldsOf(entry, `${path}.${name}[${index}]`));
      sections.push(...made);
      return made;
    },
    raw: (name) => find(name)?.value,
    accept: (...names) => {
      for (const name of names) read.add(name);
    },
    refuse: (name, why) => {
      throw unsupportedValue(`${path}.${name}`, record[name], why);
    },
    finish: () => {
      for (const key of Object.keys(record)) {
        if (read.has(key) || isInert(key) || isEmpty(record[key]) || !isStructural(key)) continue;
        const field = `${path}.${key}`;
        throw new RidgepointError(
          "unknown-field",
          `${field} = ${brief(record[key])} is not understood for this model type and may change its counts; ` +
            "remove it if it does not, or describe the model with fields of a known type",
          { path: field, value: record[key] },
        );
      }
      for (const section of sections) section.finish();
    },
  };
  return fields;
}

function wholeNumber(value: unknown, path: string, least: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > largestCount) {
    throw invalidValue(path, value, `must be a whole number from ${least} to ${largestCount}`);
  }
  return value;
}

function unsupportedValue(path: string, value: unknown, fault: string): RidgepointError {
  return new RidgepointError("unsupported", `${path} = ${brief(value)} ${fault}`, { path, value });
}

/** Null, false, zero, an empty string, list or object: nothing that could change a count. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
