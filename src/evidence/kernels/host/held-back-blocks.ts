import { blockCase } from "./block-case.ts";
import type { BlockCase } from "./block-case.ts";
import type { KernelCase } from "./kernel-case.ts";

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
  return blocks.map(blockCase);
}
