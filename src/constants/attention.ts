import { ampereClass, nvidiaBuilds } from "./families.ts";
import { mlaConstants } from "./mla.ts";
import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of attention over queries and keys of one prompt (prefill). */
export const attentionPrefillConstants = {
  attentionCallSeconds: {
    unit: "s", prior: 10e-6, priorLogSd: 0.3, poolLogSd: 0.3, scope: "family+engine", bounds: [0.5e-6, 200e-6], ideal: 0,
  },
  attentionQuantiseCallSeconds: {
    unit: "s", prior: 3e-6, priorLogSd: 0.5, poolLogSd: 0.3, scope: "engine", bounds: [0.1e-6, 50e-6], ideal: 0,
  },
  attentionMatrixFraction: {
    unit: "1", prior: 0.68, priorLogSd: 0.1, poolLogSd: 0.1, scope: "family", bounds: [0.2, 1], ideal: 1,
  },
  attentionNarrowMatrixFraction: {
    unit: "1", prior: 0.58, priorLogSd: 0.15, poolLogSd: 0.12, scope: "family", bounds: [0.15, 1], ideal: 1,
  },
  softmaxFlopsPerScore: {
    unit: "FLOP", prior: 16, priorLogSd: 0.2, poolLogSd: 0.15, scope: "global", bounds: [2, 64], ideal: 0,
  },
  attentionSerialShare: {
    unit: "1", prior: 0.7, priorLogSd: 0.15, poolLogSd: 0.15, scope: "family", bounds: [0.05, 1], ideal: 0.05,
    priorByFamily: { ...ampereClass(1), "nvidia-hopper": 0.4, "nvidia-blackwell": 0.15 },
  },
  attentionTileTokens: {
    unit: "tokens", prior: 128, priorLogSd: 0.01, poolLogSd: 0.01, scope: "global", bounds: [64, 256], ideal: 1,
  },
  attentionHeadPadding: {
    unit: "1", prior: 0.7, priorLogSd: 0.3, poolLogSd: 0.2, scope: "engine", bounds: [0.01, 1], ideal: 0,
  },
  attentionTileSeconds: {
    unit: "s", prior: 2e-6, priorLogSd: 0.4, poolLogSd: 0.25, scope: "family", bounds: [0.02e-6, 20e-6], ideal: 0,
    priorByFamily: { ...ampereClass(1.5e-6), "nvidia-hopper": 3e-6, "nvidia-blackwell": 3e-6, "google-tpu": 0.5e-6, "intel-gaudi": 0.5e-6 },
  },
  attentionTailFraction: {
    unit: "1", prior: 0.5, priorLogSd: 0.3, poolLogSd: 0.2, scope: "global", bounds: [0.02, 1], ideal: 0,
  },
  attentionPreparationPasses: {
    unit: "1", prior: 1, priorLogSd: 0.3, poolLogSd: 0.3, scope: "engine", bounds: [0.02, 2], ideal: 0,
    priorByEngine: { "tensorrt-llm": 1, vllm: 0.3, sglang: 0.3, pytorch: 0.05 },
  },
  attentionMemoryFraction: {
    unit: "1", prior: 0.88, priorLogSd: 0.03, poolLogSd: 0.03, scope: "family", bounds: [0.3, 1], ideal: 1,
  },
  attentionCacheFraction: {
    unit: "1", prior: 0.65, priorLogSd: 0.25, poolLogSd: 0.15, scope: "global", bounds: [0.2, 1], ideal: 1,
  },
  attentionCacheReach: {
    unit: "1", prior: 0.75, priorLogSd: 0.2, poolLogSd: 0.1, scope: "global", bounds: [0.2, 1.2], ideal: 0,
  },
} as const satisfies Record<string, ConstantDefinition>;

/** Constants of attention of one new token over a cache (decode). */
export const attentionDecodeConstants = {
  decodeCallSeconds: {
    unit: "s", prior: 5e-6, priorLogSd: 0.3, poolLogSd: 0.3, scope: "family+engine", bounds: [0.3e-6, 100e-6], ideal: 0,
  },
  perHeadDecodeCallSeconds: {
    unit: "s", prior: 7e-6, priorLogSd: 0.3, poolLogSd: 0.3, scope: "family+engine", bounds: [0.3e-6, 100e-6], ideal: 0,
  },
  decodeMemoryFraction: {
    unit: "1", prior: 0.92, priorLogSd: 0.05, poolLogSd: 0.04, scope: "family", bounds: [0.3, 1], ideal: 1,
  },
  decodeUnitBytesPerClock: {
    unit: "B", prior: 64, priorLogSd: 0.3, poolLogSd: 0.2, scope: "global", bounds: [8, 1e12], ideal: 1e12,
  },
  decodeMatrixFraction: {
    unit: "1", prior: 0.18, priorLogSd: 0.4, poolLogSd: 0.2, scope: "family", bounds: [0.02, 1], ideal: 1,
  },
  decodeVectorFraction: {
    unit: "1", prior: 0.12, priorLogSd: 0.4, poolLogSd: 0.2, scope: "family", bounds: [0.02, 1], ideal: 1,
  },
  decodeBlockSeconds: {
    unit: "s", prior: 3.5e-6, priorLogSd: 0.4, poolLogSd: 0.3, scope: "family+engine", bounds: [0.05e-6, 30e-6], ideal: 0,
  },
  decodeNarrowBlockSeconds: {
    unit: "s", prior: 1.5e-6, priorLogSd: 0.4, poolLogSd: 0.3, scope: "family+engine", bounds: [0.05e-6, 30e-6], ideal: 0,
  },
  perHeadBlockSeconds: {
    unit: "s", prior: 1.4e-6, priorLogSd: 0.4, poolLogSd: 0.3, scope: "family+engine", bounds: [0.05e-6, 30e-6], ideal: 0,
  },
  decodeQueryElementSeconds: {
    unit: "s", prior: 0.8e-9, priorLogSd: 0.4, poolLogSd: 0.2, scope: "global", bounds: [0.01e-9, 10e-9], ideal: 0,
  },
  decodeSplitTokens: {
    unit: "tokens", prior: 256, priorLogSd: 0.4, poolLogSd: 0.2, scope: "engine", bounds: [32, 4096], ideal: 1,
  },
  decodeBlocksPerUnit: {
    unit: "1", prior: 3, priorLogSd: 0.5, poolLogSd: 0.2, scope: "engine", bounds: [1, 16], ideal: 16,
  },
  decodeReductionSeconds: {
    unit: "s", prior: 3e-6, priorLogSd: 0.3, poolLogSd: 0.3, scope: "family+engine", bounds: [0.1e-6, 30e-6], ideal: 0,
  },
  decodeGroupMinimum: {
    unit: "1", prior: 1, priorLogSd: 0.01, poolLogSd: 0.01, scope: "engine", bounds: [1, 1e9], ideal: 1,
    priorByEngine: { "tensorrt-llm": 2, fastertransformer: 1e9, ...nvidiaBuilds(["vllm/2024", "vllm/2023"], 1e9) },
  },
  decodeNarrowGroupMinimum: {
    unit: "1", prior: 1, priorLogSd: 0.01, poolLogSd: 0.01, scope: "engine", bounds: [1, 1e9], ideal: 1,
    priorByEngine: { "tensorrt-llm": 2, "tensorrt-llm/2024": 1e9, fastertransformer: 1e9, ...nvidiaBuilds(["vllm/2024", "vllm/2023"], 1e9) },
  },
  decodeGroupLimit: {
    unit: "1", prior: 1e9, priorLogSd: 0.01, poolLogSd: 0.01, scope: "engine", bounds: [1, 1e9], ideal: 1e9,
    priorByEngine: { "tensorrt-llm": 32 },
  },
} as const satisfies Record<string, ConstantDefinition>;

export const attentionConstants = { ...attentionPrefillConstants, ...attentionDecodeConstants, ...mlaConstants } as const;

/** What each of `attentionPrefillConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const attentionPrefillProvenance = {
  attentionCallSeconds: {
    meaning: "Time of a prefill attention call that has almost nothing to do: launch and drain of the preparation kernel (rotary embedding, cache write) and of the attention kernel.",
    source: "Two dependent kernels at the null-kernel floor of 4.5 to 4.7 µs on H100 and H200 (TaxBreak, Table III).",
  },
  attentionQuantiseCallSeconds: {
    meaning: "What a narrow (8-bit) KV cache adds to a prefill attention call: the launch of the quantising kernel.",
    source: "One dependent kernel of the stepConstants prior.",
  },
  attentionMatrixFraction: {
    meaning: "Share of the 16-bit matrix peak that the two matrix products of attention reach while they run.",
    source: "FlashAttention-2 (arXiv:2307.08691): up to 73 % of the A100's peak, softmax included; FlashAttention-3 (arXiv:2407.08608): 75 % of the H100's.",
  },
  attentionNarrowMatrixFraction: {
    meaning: "The same share of the 8-bit peak, where both operands are stored in 8 bits and the device multiplies them so.",
    source: "FlashAttention-3 (arXiv:2407.08608): close to 1.2 PFLOP/s in FP8 on H100, 60 % of the peak.",
  },
  softmaxFlopsPerScore: {
    meaning: "Vector work of one query–key score in units of the vector peak: scale, maximum, subtract, exponential, sum, convert, and the rescaling of the output.",
    source: "About eight instructions a score in the inner loop of FlashAttention-2 (arXiv:2307.08691, Algorithm 1), each worth one fused multiply-add of the peak.",
  },
  attentionSerialShare: {
    meaning: "How much of the softmax runs after the matrix products instead of beside them: 1 is the sum of their times, 0 the smooth maximum.",
    source: "Matrix instructions are synchronous up to Ada and asynchronous from Hopper on, where two warp groups alternate (FlashAttention-3, arXiv:2407.08608, section 3.1). Blackwell keeps accumulators in a memory of their own, and other warps do the softmax: 0.71 of the peak for FlashAttention-4 on B200, 1.3 times cuDNN 9.13 (Together AI, 2026).",
  },
  attentionTileTokens: {
    meaning: "Queries and keys that one thread block works on at once; what does not fill a tile is computed all the same.",
    source: "128 × 128 tiles for head sizes up to 128 (FlashAttention-2 and -3).",
  },
  attentionHeadPadding: {
    meaning: "Part of the way from the head size to the next power of two that kernels compute on (192 → 256).",
    source: "Kernels are instantiated for few head sizes; the others are padded.",
  },
  attentionTileSeconds: {
    meaning: "Time of one tile on one compute unit beside its arithmetic: start of the block, first loads, last stores.",
    source: "About four dependent memory round trips of 0.7 µs. Up to Ada two blocks share a unit and hide half of each other's; the wide asynchronous blocks from Hopper on run alone. Systolic devices pipeline tiles.",
  },
  attentionTailFraction: {
    meaning: "Part of the longest tile by which the busiest unit outlasts the mean.",
    source: "Graham's bound for list scheduling is 1 (SIAM J. Appl. Math. 17, 1969); the expected excess is about half of it.",
  },
  attentionPreparationPasses: {
    meaning: "Times that a prefill attention call reads and writes Q, K and V before attention proper (rotary embedding, conversion, cache write), where the call includes it.",
    source: "TensorRT-LLM's attention operator does all of it; vLLM and SGLang write the cache only; a bare attention function does none.",
  },
  attentionMemoryFraction: {
    meaning: "Share of the memory bandwidth at which attention streams its operands.",
    source: "Large reads: 0.87 to 0.92 of the datasheet on A100 80GB, 0.81 on H200, 0.97 on H100 PCIe (published GPU stream tests).",
  },
  attentionCacheFraction: {
    meaning: "Share of the last-level cache's rate that attention reaches on operands that lie in it.",
    source: "Published cache read rates are of pure read loops.",
  },
  attentionCacheReach: {
    meaning: "Share of the last-level cache that operands may fill before half of them have to come from memory.",
    source: "Published cache tests keep their rate up to about 33 MB of the 50 MB of an H100 PCIe.",
  },
} as const satisfies Record<keyof typeof attentionPrefillConstants, ConstantProvenance>;

/** What each of `attentionDecodeConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const attentionDecodeProvenance = {
  decodeCallSeconds: {
    meaning: "Time of a decode attention call beside its blocks: launch and drain.",
    source: "Null-kernel floor of 4.5 to 4.7 µs on H100 and H200 (TaxBreak, Table III).",
  },
  perHeadDecodeCallSeconds: {
    meaning: "The same for the kernel that works on each query head by itself.",
    source: "As decodeCallSeconds, with the preparation of the query in the same kernel.",
  },
  decodeMemoryFraction: {
    meaning: "Share of the memory bandwidth at which a full device streams the KV cache.",
    source: "Large reads: 0.87 to 0.92 of the datasheet on A100 80GB, 0.97 on H100 PCIe, 0.97 on L40 (published GPU stream tests).",
  },
  decodeUnitBytesPerClock: {
    meaning: "Bytes that one compute unit can take in each clock: what bounds a batch too small to fill the device.",
    source: "64 bytes a clock between cache and SM (NVIDIA A100 white paper: 5,120 bytes a clock for the device).",
  },
  decodeMatrixFraction: {
    meaning: "Share of the 16-bit matrix peak that a decode kernel reaches on its small tiles of grouped query heads.",
    source: "One tile of 8 to 32 query rows has a single dependent chain of products and softmax; large tiles reach 0.7.",
  },
  decodeVectorFraction: {
    meaning: "Share of the vector peak that the kernel for single query heads reaches.",
    source: "Loads and conversions of 16- or 8-bit operands take several instructions for each multiply-add.",
  },
  decodeBlockSeconds: {
    meaning: "Time of one block of a grouped decode kernel on one unit beside the tokens it reads.",
    source: "About five dependent memory round trips of 0.7 µs: page table, query, first keys, first values, output.",
  },
  decodeNarrowBlockSeconds: {
    meaning: "The same over an 8-bit cache, where other kernels serve.",
    source: "8-bit caches are served by newer, pipelined kernels where they are native; half the bytes are in flight.",
  },
  perHeadBlockSeconds: {
    meaning: "The same for the kernel that works on each query head by itself, of which several blocks share a unit.",
    source: "As decodeBlockSeconds over two to three blocks a unit.",
  },
  decodeQueryElementSeconds: {
    meaning: "Time of a block for each element of its query rows: loads, conversion, output and its normalisation.",
    source: "About one element a clock through one warp's pipeline.",
  },
  decodeSplitTokens: {
    meaning: "Tokens of context below which one sequence is not split over several blocks.",
    source: "FlashDecoding and TensorRT-LLM's multi-block mode split contexts of a few hundred tokens and more.",
  },
  decodeBlocksPerUnit: {
    meaning: "Blocks for each compute unit up to which contexts are split.",
    source: "Split heuristics aim at a few waves of blocks.",
  },
  decodeReductionSeconds: {
    meaning: "Merging of the partial results of split contexts.",
    source: "One dependent kernel, or a device-wide wait of the last block.",
  },
  decodeGroupMinimum: {
    meaning: "Query heads that must share a KV head before the grouped kernel is taken.",
    source: "TensorRT-LLM documentation, GPT attention: the XQA kernel serves grouped and multi-query attention, the masked multi-head kernel the rest. FlashAttention and FlashInfer have one kernel for all. The paged attention kernels of vLLM up to 0.5 (csrc/attention) work on one query head a block and read its KV head for each; builds for other vendors attend with kernels of their own (ROCm's multiplies the heads of a group on matrix units).",
  },
  decodeNarrowGroupMinimum: {
    meaning: "The same where the cache is stored in 8 bits.",
    source: "As decodeGroupMinimum; in TensorRT-LLM 0.8 and 0.9, a model with a quarter of the KV heads decodes at the rate of one with all (H100 and H200, FP8, in its own performance tables), which the grouped kernel would not.",
  },
  decodeGroupLimit: {
    meaning: "Query heads of one KV head beyond which the grouped kernel is not built.",
    source: "TensorRT-LLM: XQA kernels are generated for up to 32 query heads a KV head (measured times step by six times above it).",
  },
} as const satisfies Record<keyof typeof attentionDecodeConstants, ConstantProvenance>;
