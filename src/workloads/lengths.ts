import { invalidValue } from "../quantities/errors.ts";
import { momentsOf } from "./moments.ts";
import { parseCounts } from "./parse.ts";
import type { TokenLengths } from "./types.ts";

/** First moments of a token length. */
export interface LengthMoments {
  readonly mean: number;
  /** E[N²]/E[N]: the mean length of the request that is met at a random time (size-biased). */
  readonly biased: number;
}

/**
 * Moments of a number or a distribution of token counts.
 * @throws RidgepointError `invalid-value` at `path` for a length below `atLeast` or not finite.
 */
export function lengthMoments(lengths: TokenLengths, path: string, atLeast = 1): LengthMoments {
  if (typeof lengths === "number") {
    if (!(Number.isInteger(lengths) && lengths >= atLeast && lengths <= 1e9)) {
      throw invalidValue(path, lengths, `is not a whole number from ${atLeast}, or a distribution`);
    }
    return { mean: lengths, biased: lengths };
  }
  const [mean, second] = momentsOf(parseCounts(lengths, path, atLeast));
  return { mean, biased: mean > 0 ? second / mean : 0 };
}
