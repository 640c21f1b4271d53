import { invalidValue } from "../quantities/errors.ts";
import {
  joinPath,
  numberField,
  numberList,
  optionalNumber,
  probabilityList,
  refuseUnknown,
  requireField,
  requireRecord,
} from "./fields.ts";
import type { Distribution, TokenDistribution } from "./types.ts";

type Fields = Readonly<Record<string, unknown>>;

/** For each law: its fields, and the reader that checks them. */
const READERS: Readonly<Record<Distribution["dist"], { fields: readonly string[]; read: (f: Fields, path: string) => Distribution }>> = {
  exponential: {
    fields: ["mean"],
    read: (f, path) => ({ dist: "exponential", mean: numberField(f, "mean", path, { above: 0 }) }),
  },
  deterministic: {
    fields: ["value"],
    read: (f, path) => ({ dist: "deterministic", value: numberField(f, "value", path, { atLeast: 0 }) }),
  },
  gamma: {
    fields: ["shape", "scale"],
    read: (f, path) => ({
      dist: "gamma",
      shape: numberField(f, "shape", path, { above: 0 }),
      scale: numberField(f, "scale", path, { above: 0 }),
    }),
  },
  erlang: {
    fields: ["phases", "mean"],
    read: (f, path) => ({
      dist: "erlang",
      phases: numberField(f, "phases", path, { integer: true, atLeast: 1, atMost: 1_000_000 }),
      mean: numberField(f, "mean", path, { above: 0 }),
    }),
  },
  hyperexponential: {
    fields: ["probabilities", "means"],
    read: (f, path) => {
      const probabilities = probabilityList(requireField(f, "probabilities", path), joinPath(path, "probabilities"));
      const means = numberList(requireField(f, "means", path), joinPath(path, "means"), { above: 0 });
      sameLength(probabilities, means, joinPath(path, "means"));
      return { dist: "hyperexponential", probabilities, means };
    },
  },
  uniform: {
    fields: ["low", "high"],
    read: (f, path) => {
      const low = numberField(f, "low", path, { atLeast: 0 });
      return { dist: "uniform", low, high: numberField(f, "high", path, { atLeast: low }) };
    },
  },
  lognormal: {
    fields: ["mu", "sigma"],
    read: (f, path) => ({
      dist: "lognormal",
      mu: numberField(f, "mu", path, { atLeast: -200, atMost: 200 }),
      sigma: numberField(f, "sigma", path, { atLeast: 0, atMost: 10 }),
    }),
  },
  empirical: {
    fields: ["values"],
    read: (f, path) => ({
      dist: "empirical",
      values: numberList(requireField(f, "values", path), joinPath(path, "values"), { atLeast: 0 }),
    }),
  },
  "tokens-lognormal": {
    fields: ["mu", "sigma", "max"],
    read: (f, path) => ({
      dist: "tokens-lognormal",
      mu: numberField(f, "mu", path, { atLeast: -200, atMost: 200 }),
      sigma: numberField(f, "sigma", path, { atLeast: 0, atMost: 10 }),
      max: numberField(f, "max", path, { integer: true, atLeast: 1, atMost: 10_000_000 }),
    }),
  },
  "tokens-geometric": {
    fields: ["mean"],
    read: (f, path) => ({ dist: "tokens-geometric", mean: numberField(f, "mean", path, { atLeast: 1 }) }),
  },
  "tokens-uniform": {
    fields: ["min", "max"],
    read: (f, path) => {
      const min = optionalNumber(f, "min", path, { integer: true, atLeast: 0 });
      const max = numberField(f, "max", path, { integer: true, atLeast: min ?? 1, atMost: 10_000_000 });
      return min === undefined ? { dist: "tokens-uniform", max } : { dist: "tokens-uniform", min, max };
    },
  },
  "tokens-pmf": {
    fields: ["values", "probabilities"],
    read: (f, path) => {
      const values = numberList(requireField(f, "values", path), joinPath(path, "values"), { integer: true, atLeast: 0 });
      const probabilities = probabilityList(requireField(f, "probabilities", path), joinPath(path, "probabilities"));
      sameLength(values, probabilities, joinPath(path, "probabilities"));
      return { dist: "tokens-pmf", values, probabilities };
    },
  },
};

/** Names of the laws of the contract. */
export const DISTRIBUTION_NAMES: readonly Distribution["dist"][] = Object.keys(READERS) as Distribution["dist"][];

/**
 * Reads a DIST of the contract.
 *
 * @param path - where it stands, for messages: `service.tokens`.
 * @throws RidgepointError `unknown-field`, `missing-field`, `invalid-value`, with the path of the field.
 */
export function parseDistribution(value: unknown, path: string): Distribution {
  const record = requireRecord(value, path, `a distribution such as {"dist": "exponential", "mean": 1}`);
  const name = requireField(record, "dist", path);
  const reader = typeof name === "string" && Object.hasOwn(READERS, name) ? READERS[name as Distribution["dist"]] : undefined;
  if (reader === undefined) throw invalidValue(joinPath(path, "dist"), name, `is not a distribution; known are ${DISTRIBUTION_NAMES.join(", ")}`);
  refuseUnknown(record, ["dist", ...reader.fields], path);
  return reader.read(record, path);
}

/** True where every value of the law is a whole number. */
export function isTokenLaw(law: Distribution): law is TokenDistribution {
  return law.dist.startsWith("tokens-");
}

/**
 * Reads a DIST whose values must be whole numbers: a `tokens-…` law, or `deterministic` and `empirical` with integers.
 *
 * @param atLeast - the smallest value allowed.
 */
export function parseCounts(value: unknown, path: string, atLeast = 0): Distribution {
  const law = parseDistribution(value, path);
  const fits = (count: number): boolean => Number.isInteger(count) && count >= atLeast;
  const whole =
    (law.dist === "deterministic" && fits(law.value)) ||
    (law.dist === "empirical" && law.values.every(fits)) ||
    (law.dist === "tokens-pmf" && law.values.every(fits)) ||
    (law.dist === "tokens-uniform" && fits(law.min ?? 1)) ||
    law.dist === "tokens-lognormal" ||
    law.dist === "tokens-geometric";
  if (whole) return law;
  throw invalidValue(path, value, `must be a law of whole numbers from ${atLeast}, such as tokens-geometric`);
}

function sameLength(first: readonly number[], second: readonly number[], path: string): void {
  if (first.length !== second.length) throw invalidValue(path, second, `must have as many entries as its partner, ${first.length}`);
}
