import { ampereClass } from "./families.ts";
import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of multi-head latent attention. */
export const mlaConstants = {
  mlaPrefillCallSeconds: {
    prior: 13e-6, scope: "family+engine", bounds: [0.5e-6, 200e-6],
  },
  mlaPreparationPasses: {
    prior: 0.3, scope: "engine", bounds: [0.01, 2],
  },
  mlaQuantisePasses: {
    prior: 1, scope: "engine", bounds: [0.05, 2],
  },
  mlaDecodeCallSeconds: {
    prior: 5e-6, scope: "family+engine", bounds: [0.3e-6, 100e-6],
  },
  mlaBlockSeconds: {
    prior: 7e-6, scope: "family+engine", bounds: [0.1e-6, 50e-6],
  },
  mlaQueryElementSeconds: {
    prior: 0.07e-9, scope: "global", bounds: [0.002e-9, 2e-9],
  },
  mlaMatrixFraction: {
    prior: 0.67, scope: "family", bounds: [0.1, 1], ideal: 1,
    priorByFamily: ampereClass(0.5),
  },
  mlaNarrowMatrixFraction: {
    prior: 0.5, scope: "family", bounds: [0.1, 1], ideal: 1,
  },
  mlaRowTile: {
    prior: 64, scope: "global", bounds: [1, 128], ideal: 1,
  },
  mlaSplitTokens: {
    prior: 128, scope: "engine", bounds: [32, 4096], ideal: 1,
  },
  mlaBlocksPerUnit: {
    prior: 1.3, scope: "engine", bounds: [1, 8], ideal: 8,
  },
  mlaCrowding: {
    prior: 1.1, scope: "family", bounds: [1, 2], ideal: 1,
  },
  mlaSplitsByEngine: {
    prior: 1, scope: "engine", bounds: [0, 1], ideal: 1,
    priorByEngine: { "tensorrt-llm": 0 },
  },
  mlaSplitsByFamily: {
    prior: 1, scope: "family", bounds: [0, 1], ideal: 1,
    priorByFamily: ampereClass(0),
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `mlaConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const mlaProvenance = {
  mlaPrefillCallSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Time of an MLA prefill call that has almost nothing to do.",
    source: "Three dependent kernels at the null-kernel floor of 4.5 to 4.7 µs (TaxBreak, Table III).",
  },
  mlaPreparationPasses: {
    unit: "1", priorLogSd: 0.5, poolLogSd: 0.3,
    meaning: "Times that an MLA prefill call reads and writes Q, K and V before attention proper.",
    source: "Only the rotary part (64 of 192) is rotated; the latent is copied to the cache.",
  },
  mlaQuantisePasses: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "The same passes where Q, K and V are converted to 8 bits first.",
    source: "One read in 16 bits and one write in 8.",
  },
  mlaDecodeCallSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Time of an MLA decode call beside its blocks: launch and drain.",
    source: "Null-kernel floor of 4.5 to 4.7 µs on H100 and H200 (TaxBreak, Table III).",
  },
  mlaBlockSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "Time of one block of an MLA decode kernel on one unit beside the tokens it reads.",
    source: "As decodeBlockSeconds, for query rows of 576 elements and a preparation kernel.",
  },
  mlaQueryElementSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Time of a block for each element of its query rows and outputs.",
    source: "As decodeQueryElementSeconds, over the eight to twelve warps of a block.",
  },
  mlaMatrixFraction: {
    unit: "1", priorLogSd: 0.15, poolLogSd: 0.2,
    meaning: "Share of the matrix peak that absorbed MLA decode reaches while its products run.",
    source: "FlashMLA (DeepSeek): 660 TFLOP/s on H800, 67 % of the peak with softmax. Up to Ada a tile of 64 tokens by 576 fills half of shared memory.",
  },
  mlaNarrowMatrixFraction: {
    unit: "1", priorLogSd: 0.25, poolLogSd: 0.2,
    meaning: "The same share of the 8-bit peak.",
    source: "As mlaMatrixFraction, less what 8-bit prefill attention loses (FlashAttention-3).",
  },
  mlaRowTile: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Query heads of one token that a block works on; fewer are padded.",
    source: "64 rows, the least of a Hopper warp-group product (FlashMLA).",
  },
  mlaSplitTokens: {
    unit: "tokens", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Tokens of context below which a sequence is not split over several blocks.",
    source: "FlashMLA's metadata splits contexts into pages of 64 tokens.",
  },
  mlaBlocksPerUnit: {
    unit: "1", priorLogSd: 0.2, poolLogSd: 0.15,
    meaning: "Blocks for each compute unit up to which contexts are split.",
    source: "One block fills a unit's shared memory; FlashMLA's scheduler gives each unit one.",
  },
  mlaCrowding: {
    unit: "1", priorLogSd: 0.15, poolLogSd: 0.15,
    meaning: "How much slower a block is when neighbouring units are busy too.",
    source: "Units share cache ports, clocks and power; 1 is no interference.",
  },
  mlaSplitsByEngine: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "1 where the engine's MLA decode kernel splits contexts on every device.",
    source: "The Triton kernels of vLLM and SGLang split on every device; TensorRT-LLM has FlashMLA for Hopper and later and an unsplit kernel before.",
  },
  mlaSplitsByFamily: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "1 where every engine's MLA decode kernel splits contexts on this family.",
    source: "As mlaSplitsByEngine: time on A100 is one block's walk over the whole context, whatever the batch.",
  },
} as const satisfies Record<keyof typeof mlaConstants, ConstantProvenance>;
