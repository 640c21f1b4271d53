import type { CountingArray, Meter } from "./meter.ts";
import { softmaxInRegisters } from "./rows.ts";

/** Sizes of absorbed MLA decode, in the words of the contract's `mla_decode`. */
export interface MlaDecodeShape {
  readonly batch: number;
  readonly contextTokens: number;
  readonly heads: number;
  readonly latentDim: number;
  readonly ropeDim: number;
  readonly scale: number;
}

/**
 * Absorbed MLA decode as {@link mlaDecode}: one token of each sequence over one shared row per cached token.
 *
 * @param query - [batch, heads, latent + rope]
 * @param cache - [batch, tokens, latent + rope]
 * @returns [batch, heads, latent]
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainMlaDecode(meter: Meter, query: CountingArray, cache: CountingArray, shape: MlaDecodeShape): CountingArray {
  const { batch, contextTokens, heads, latentDim, ropeDim, scale } = shape;
  const width = latentDim + ropeDim;
  const output = meter.result(batch * heads * latentDim, query.bytesPerElement);
  for (let item = 0; item < batch; item++) {
    for (let head = 0; head < heads; head++) {
      const row = item * heads + head;
      const scores: number[] = [];
      for (let token = 0; token < contextTokens; token++) {
        let dot = 0;
        for (let i = 0; i < width; i++) {
          dot += query.get(row * width + i) * cache.get((item * contextTokens + token) * width + i);
          meter.multiplyAdds++;
        }
        scores.push(dot * scale);
      }
      const weights = softmaxInRegisters(meter, scores);
      for (let i = 0; i < latentDim; i++) {
        let total = 0;
        weights.forEach((weight, token) => {
          total += weight * cache.get((item * contextTokens + token) * width + i);
          meter.multiplyAdds++;
        });
        output.set(row * latentDim + i, total);
      }
    }
  }
  return output;
}
