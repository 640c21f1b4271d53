import { invalidValue } from "../quantities/errors.ts";
import { joinPath, numberList, probabilityList, refuseUnknown, requireField, requireNumber, requireRecord, type NumberRule } from "./fields.ts";
import type { Distribution, TokenDistribution } from "./types.ts";

/** A number within a rule, which may hang on the fields before it; or a list of such numbers, or of probabilities. */
type Field = (NumberRule & { readonly optional?: boolean; readonly list?: "numbers" | "probabilities" }) | ((before: Readonly<Record<string, number>>) => NumberRule);

const positive: Field = { above: 0 };
const notNegative: Field = { atLeast: 0 };
const mu: Field = { atLeast: -200, atMost: 200 };
const sigma: Field = { atLeast: 0, atMost: 10 };
const probabilities: Field = { list: "probabilities" };
const mostTokens = 10_000_000;

/** The fields of each law, in the order in which they are read. */
const LAWS: Readonly<Record<Distribution["dist"], Readonly<Record<string, Field>>>> = {
  exponential: { mean: positive },
  deterministic: { value: notNegative },
  gamma: { shape: positive, scale: positive },
  erlang: { phases: { integer: true, atLeast: 1, atMost: 1_000_000 }, mean: positive },
  hyperexponential: { probabilities, means: { list: "numbers", above: 0 } },
  uniform: { low: notNegative, high: ({ low = 0 }) => ({ atLeast: low }) },
  lognormal: { mu, sigma },
  empirical: { values: { list: "numbers", atLeast: 0 } },
  "tokens-lognormal": { mu, sigma, max: { integer: true, atLeast: 1, atMost: mostTokens } },
  "tokens-geometric": { mean: { atLeast: 1 } },
  "tokens-uniform": { min: { optional: true, integer: true, atLeast: 0 }, max: ({ min = 1 }) => ({ integer: true, atLeast: min, atMost: mostTokens }) },
  "tokens-pmf": { values: { list: "numbers", integer: true, atLeast: 0 }, probabilities },
};

function readField(value: unknown, field: Field, path: string, before: Readonly<Record<string, unknown>>): unknown {
  if (typeof field === "function") return requireNumber(value, path, field(before as Readonly<Record<string, number>>));
  if (field.list === undefined) return requireNumber(value, path, field);
  const list = field.list === "numbers" ? numberList(value, path, field) : probabilityList(value, path);
  const partner = Object.values(before).find(Array.isArray);
  if (partner !== undefined && partner.length !== list.length) throw invalidValue(path, list, `must have as many entries as its partner, ${partner.length}`);
  return list;
}

/** Names of the laws of the contract. */
export const DISTRIBUTION_NAMES: readonly Distribution["dist"][] = Object.keys(LAWS) as Distribution["dist"][];

/**
 * Reads a DIST of the contract.
 *
 * @param path - where it stands, for messages: `service.tokens`.
 * @throws RidgepointError `unknown-field`, `missing-field`, `invalid-value`, with the path of the field.
 */
export function parseDistribution(value: unknown, path: string): Distribution {
  const record = requireRecord(value, path, `a distribution such as {"dist": "exponential", "mean": 1}`);
  const name = requireField(record, "dist", path);
  const fields = typeof name === "string" && Object.hasOwn(LAWS, name) ? LAWS[name as Distribution["dist"]] : undefined;
  if (fields === undefined) throw invalidValue(joinPath(path, "dist"), name, `is not a distribution; known are ${DISTRIBUTION_NAMES.join(", ")}`);
  refuseUnknown(record, ["dist", ...Object.keys(fields)], path);
  const law: Record<string, unknown> = { dist: name };
  for (const [key, field] of Object.entries(fields)) {
    const absent = record[key] === undefined && typeof field === "object" && field.optional === true;
    if (!absent) law[key] = readField(requireField(record, key, path), field, joinPath(path, key), law);
  }
  return law as unknown as Distribution;
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
