import { visibleKeys } from "../visible-keys.ts";
import type { Visibility } from "../visible-keys.ts";
import type { CountingArray, Meter } from "./meter.ts";
import { softmaxInRegisters } from "./rows.ts";

/** Sizes of an attention kernel, in the words of the contract's `attention_prefill`. */
export interface AttentionShape extends Visibility {
  readonly batch: number;
  readonly queryTokens: number;
  readonly contextTokens: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Default headDim. */
  readonly valueHeadDim?: number;
  /** Default 1/√headDim. */
  readonly scale?: number;
}

/** Operands of an attention kernel, laid out [batch, heads, tokens, width]. */
export interface AttentionOperands {
  readonly query: CountingArray;
  readonly key: CountingArray;
  readonly value: CountingArray;
}

/**
 * Fused attention as {@link groupedQueryAttention} computes it, one query at a time; a key that a query may not see is neither read nor
 * multiplied.
 *
 * @returns [batch, heads, queryTokens, valueHeadDim]
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainAttention(meter: Meter, { query, key, value }: AttentionOperands, shape: AttentionShape): CountingArray {
  const { batch, queryTokens, contextTokens, heads, kvHeads, headDim } = shape;
  const valueDim = shape.valueHeadDim ?? headDim;
  const scale = shape.scale ?? 1 / Math.sqrt(headDim);
  const output = meter.result(batch * heads * queryTokens * valueDim, query.bytesPerElement);
  for (let item = 0; item < batch; item++) {
    for (let head = 0; head < heads; head++) {
      const kvHead = item * kvHeads + Math.floor(head / (heads / kvHeads));
      for (let token = 0; token < queryTokens; token++) {
        const row = (item * heads + head) * queryTokens + token;
        const { from, to } = visibleKeys(contextTokens - queryTokens + token, contextTokens, shape);
        const scores: number[] = [];
        for (let position = from; position < to; position++) {
          let dot = 0;
          for (let i = 0; i < headDim; i++) {
            dot += query.get(row * headDim + i) * key.get((kvHead * contextTokens + position) * headDim + i);
            meter.multiplyAdds++;
          }
          scores.push(dot * scale);
        }
        const weights = softmaxInRegisters(meter, scores);
        for (let i = 0; i < valueDim; i++) {
          let total = 0;
          weights.forEach((weight, at) => {
            total += weight * value.get((kvHead * contextTokens + from + at) * valueDim + i);
            meter.multiplyAdds++;
          });
          output.set(row * valueDim + i, total);
        }
      }
    }
  }
  return output;
}
