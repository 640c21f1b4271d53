import { transformerBlock } from "../transformer-block.ts";
import type { BlockShape } from "../transformer-block.ts";
import type { KernelCase, MakeTensor } from "./kernel-case.ts";

/** Sizes of a transformer block and of its step. */
export interface BlockCase extends BlockShape {
  readonly batch: number;
  /** New tokens of each sequence. */
  readonly tokens: number;
  /** Tokens in the cache before. */
  readonly past: number;
  readonly hidden: number;
  readonly intermediate: number;
  /** 0 for a dense feed-forward network. */
  readonly experts: number;
}

/** A block with its operands. */
export function blockCase(block: BlockCase): KernelCase {
  return {
    name: nameOf(block), kind: block.tokens === 1 ? "decode block" : "prefill block",
    prepare: (tf, make) => {
      const weights = weightsOf(make, block);
      const x = make(block.batch, block.tokens, block.hidden);
      const cached = (): ReturnType<typeof make> => make(block.batch, block.kvHeads, block.past, block.headDim);
      const cache = block.past === 0 ? null : { key: cached(), value: cached() };
      return () => {
        const result = transformerBlock(tf, x, weights, cache, block);
        return [result.hidden, result.cache.key, result.cache.value];
      };
    },
  };
}

function weightsOf<T>(make: MakeTensor<T>, { hidden, intermediate, heads, kvHeads, headDim, experts }: BlockCase) {
  const ffn = (): { gate: T; up: T; down: T } => ({ gate: make(hidden, intermediate), up: make(hidden, intermediate), down: make(intermediate, hidden) });
  return {
    attentionNorm: make(hidden), feedForwardNorm: make(hidden), query: make(hidden, heads * headDim), key: make(hidden, kvHeads * headDim),
    value: make(hidden, kvHeads * headDim), output: make(heads * headDim, hidden),
    feedForward: experts === 0 ? ffn() : { router: make(hidden, experts), experts: Array.from({ length: experts }, ffn) },
  };
}

function nameOf({ batch, tokens, past, hidden, experts, topK }: BlockCase): string {
  const feedForward = experts === 0 ? "dense" : `${topK} of ${experts} experts`;
  const phase = tokens === 1 ? "decode" : past === 0 ? "prefill" : "chunk";
  return `${phase} block ${hidden}, ${feedForward}: ${batch}×${tokens} after ${past}`;
}
