import { InvalidArgumentError } from "commander";
import type { Distribution, TokenLengths } from "../../workloads/types.ts";

/** Token lengths: a number, or a distribution of the contract as JSON. Its fields are checked where it is used. */
export function tokenLengths(text: string): TokenLengths {
  const value = Number(text.replaceAll(/[,_]/g, ""));
  if (Number.isInteger(value) && value >= 1) return value;
  if (text.trimStart().startsWith("{")) {
    try {
      return JSON.parse(text) as Distribution;
    } catch (error) {
      throw new InvalidArgumentError(`It is not JSON: ${(error as Error).message}.`);
    }
  }
  throw new InvalidArgumentError('It must be a number of tokens, or a distribution such as {"dist": "tokens-geometric", "mean": 200}.');
}
