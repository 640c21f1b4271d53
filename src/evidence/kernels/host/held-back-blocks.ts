import { transformerBlock } from "../transformer-block.ts";
import type { BlockShape } from "../transformer-block.ts";
import type { KernelCase, MakeTensor } from "./kernel-case.ts";

interface BlockCase extends BlockShape {
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

const common = { epsilon: 1e-5, ropeBase: 10_000 } as const;
const tiny = { ...common, hidden: 256, intermediate: 512, heads: 4, kvHeads: 2, headDim: 64, experts: 0, topK: 1 } as const;
const small = { ...common, hidden: 512, intermediate: 1024, heads: 8, kvHeads: 2, headDim: 64, experts: 0, topK: 1 } as const;
const routed = { ...tiny, intermediate: 256, experts: 8, topK: 2 } as const;

const blocks: readonly BlockCase[] = [
  { ...tiny, batch: 1, tokens: 32, past: 0 }, { ...tiny, batch: 1, tokens: 128, past: 0 }, { ...tiny, batch: 4, tokens: 32, past: 0 },
  { ...small, batch: 1, tokens: 64, past: 0 }, { ...small, batch: 1, tokens: 32, past: 96 }, { ...routed, batch: 1, tokens: 32, past: 0 },
  { ...routed, batch: 2, tokens: 32, past: 0 },
  { ...tiny, batch: 1, tokens: 1, past: 127 }, { ...tiny, batch: 8, tokens: 1, past: 127 }, { ...small, batch: 1, tokens: 1, past: 255 },
  { ...small, batch: 4, tokens: 1, past: 127 }, { ...small, batch: 16, tokens: 1, past: 63 }, { ...routed, batch: 1, tokens: 1, past: 127 },
  { ...routed, batch: 8, tokens: 1, past: 63 },
];

/** Whole transformer blocks in prefill, in a chunk of one and in decode, dense and routed. */
export function heldBackBlocks(): readonly KernelCase[] {
  return blocks.map((block): KernelCase => ({
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
  }));
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
