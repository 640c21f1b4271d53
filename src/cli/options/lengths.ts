import { InvalidArgumentError } from "commander";
import type { Distribution, TokenLengths } from "../../workloads/types.ts";

/** Laws that can be written short, `name:first,second`, with their fields in that order. */
const shortLaws: Readonly<Record<string, readonly string[]>> = {
  exponential: ["mean"], deterministic: ["value"], gamma: ["shape", "scale"], erlang: ["phases", "mean"], uniform: ["low", "high"],
  lognormal: ["mu", "sigma"], "tokens-lognormal": ["mu", "sigma", "max"], "tokens-geometric": ["mean"], "tokens-uniform": ["min", "max"],
};

/** A distribution of the contract: as JSON, or short as in "exponential:0.2". Its fields are checked where it is used. */
export function distribution(text: string): Distribution {
  if (text.trimStart().startsWith("{")) return json(text) as Distribution;
  const [name = "", rest] = text.split(/:(.*)/s);
  const fields = shortLaws[name];
  const numbers = (rest ?? "").split(",").map((word) => (word.trim() === "" ? NaN : Number(word)));
  if (fields === undefined || numbers.length !== fields.length || numbers.some(Number.isNaN)) {
    const known = Object.entries(shortLaws).map(([law, names]) => `${law}:${names.join(",")}`);
    throw new InvalidArgumentError(`It must be a distribution: as JSON, or one of ${known.join(" ")}.`);
  }
  return { dist: name, ...Object.fromEntries(fields.map((field, i) => [field, numbers[i]])) } as Distribution;
}

/** Token lengths: a number, or a distribution. */
export function tokenLengths(text: string): TokenLengths {
  const value = Number(text.replaceAll(/[,_]/g, ""));
  return Number.isInteger(value) && value >= 1 ? value : distribution(text);
}

/** A JSON value given as an option. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(`It is not JSON: ${(error as Error).message}.`);
  }
}
