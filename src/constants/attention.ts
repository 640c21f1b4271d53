import { ampereClass, cdnaFamilies, pagedBuilds } from "./families.ts";
import { mlaConstants } from "./mla.ts";
import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of attention over queries and keys of one prompt (prefill). */
export const attentionPrefillConstants = {
  attentionCallSeconds: {
    prior: 10e-6, scope: "family+engine", bounds: [0.5e-6, 200e-6],
  },
  attentionQuantiseCallSeconds: {
    prior: 3e-6, scope: "engine", bounds: [0.1e-6, 50e-6],
  },
  attentionMatrixFraction: {
    prior: 0.68, scope: "family", bounds: [0.2, 1], ideal: 1,
  },
  attentionNarrowMatrixFraction: {
    prior: 0.58, scope: "family", bounds: [0.15, 1], ideal: 1,
  },
  softmaxFlopsPerScore: {
    prior: 16, scope: "global", bounds: [2, 64],
  },
  attentionSerialShare: {
    prior: 0.7, scope: "family", bounds: [0.05, 1], ideal: 0.05,
    priorByFamily: { ...ampereClass(1), "nvidia-hopper": 0.4, "nvidia-blackwell": 0.15 },
  },
  attentionTileTokens: {
    prior: 128, scope: "global", bounds: [64, 256], ideal: 1,
  },
  attentionHeadPadding: {
    prior: 0.7, scope: "engine", bounds: [0.01, 1],
  },
  attentionTileSeconds: {
    prior: 2e-6, scope: "family", bounds: [0.02e-6, 20e-6],
    priorByFamily: { ...ampereClass(1.5e-6), "nvidia-hopper": 3e-6, "nvidia-blackwell": 3e-6, "google-tpu": 0.5e-6, "intel-gaudi": 0.5e-6 },
  },
  attentionTailFraction: {
    prior: 0.5, scope: "global", bounds: [0.02, 1],
  },
  attentionPreparationPasses: {
    prior: 1, scope: "engine", bounds: [0.02, 2],
    priorByEngine: { "tensorrt-llm": 1, vllm: 0.3, sglang: 0.3, pytorch: 0.05 },
  },
  attentionMemoryFraction: {
    prior: 0.88, scope: "family", bounds: [0.3, 1], ideal: 1,
  },
  attentionCacheFraction: {
    prior: 0.65, scope: "global", bounds: [0.2, 1], ideal: 1,
  },
  attentionCacheReach: {
    prior: 0.75, scope: "global", bounds: [0.2, 1.2],
  },
} as const satisfies Record<string, ConstantDefinition>;

/** Constants of attention of one new token over a cache (decode). */
export const attentionDecodeConstants = {
  decodeCallSeconds: {
    prior: 5e-6, scope: "family+engine", bounds: [0.3e-6, 100e-6],
  },
  perHeadDecodeCallSeconds: {
    prior: 7e-6, scope: "family+engine", bounds: [0.3e-6, 100e-6],
  },
  decodeMemoryFraction: {
    prior: 0.92, scope: "family", bounds: [0.3, 1], ideal: 1,
  },
  decodeUnitBytesPerClock: {
    prior: 64, scope: "global", bounds: [8, 1e12], ideal: 1e12,
  },
  decodeMatrixFraction: {
    prior: 0.18, scope: "family", bounds: [0.02, 1], ideal: 1,
  },
  decodeVectorFraction: {
    prior: 0.12, scope: "family", bounds: [0.02, 1], ideal: 1,
  },
  decodeBlockSeconds: {
    prior: 3.5e-6, scope: "family+engine", bounds: [0.05e-6, 30e-6],
  },
  decodeNarrowBlockSeconds: {
    prior: 1.5e-6, scope: "family+engine", bounds: [0.05e-6, 30e-6],
  },
  perHeadBlockSeconds: {
    prior: 1.4e-6, scope: "family+engine", bounds: [0.05e-6, 30e-6],
  },
  decodeQueryElementSeconds: {
    prior: 0.8e-9, scope: "global", bounds: [0.01e-9, 10e-9],
  },
  decodeSplitTokens: {
    prior: 256, scope: "engine", bounds: [32, 4096], ideal: 1,
  },
  decodeBlocksPerUnit: {
    prior: 3, scope: "engine", bounds: [1, 16], ideal: 16,
  },
  decodeReductionSeconds: {
    prior: 3e-6, scope: "family+engine", bounds: [0.1e-6, 30e-6],
  },
  decodeGroupMinimum: {
    prior: 1, scope: "engine", bounds: [1, 1e9], ideal: 1,
    priorByEngine: { "tensorrt-llm": 2, "tensorrt-llm/2024": 1e9, fastertransformer: 1e9, ...pagedBuilds(["vllm/2024", "vllm/2023"], 1e9) },
  },
  decodeNarrowGroupMinimum: {
    prior: 1, scope: "engine", bounds: [1, 1e9], ideal: 1,
    priorByEngine: { "tensorrt-llm": 2, "tensorrt-llm/2024": 1e9, fastertransformer: 1e9, ...pagedBuilds(["vllm/2024", "vllm/2023"], 1e9) },
  },
  perHeadRepeatedReads: {
    prior: 0, scope: "family", bounds: [0, 1],
    priorByFamily: { "amd-cdna2": 1, "amd-cdna3": 1, "amd-cdna4": 1 },
  },
  softwareNarrowOperations: { prior: 30, scope: "engine", bounds: [1, 300] },
  unsplitDecodeBlocks: {
    prior: 1e9, scope: "engine", bounds: [1, 1e9], ideal: 1e9,
    priorByEngine: pagedBuilds(["vllm/2024", "vllm/2023"], 512, cdnaFamilies),
  },
  unsplitDecodeShare: {
    prior: 0.5, scope: "family", bounds: [0.05, 1], ideal: 1,
  },
  decodeGroupLimit: {
    prior: 1e9, scope: "engine", bounds: [1, 1e9], ideal: 1e9,
    priorByEngine: { "tensorrt-llm": 32 },
  },
} as const satisfies Record<string, ConstantDefinition>;

export const attentionConstants = { ...attentionPrefillConstants, ...attentionDecodeConstants, ...mlaConstants } as const;

/** What each of `attentionPrefillConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const attentionPrefillProvenance = {
  attentionCallSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Time of a prefill attention call with almost nothing to do: launch and drain of the preparation and the attention kernel.",
    source: "Two dependent kernels at the null-kernel floor of 4.5 to 4.7 µs on H100 and H200 (TaxBreak, Table III).",
  },
  attentionQuantiseCallSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.3,
    meaning: "What a narrow (8-bit) KV cache adds to a prefill attention call: the launch of the quantising kernel.",
    source: "One dependent kernel of the stepConstants prior.",
  },
  attentionMatrixFraction: {
    unit: "1", priorLogSd: 0.1, poolLogSd: 0.1,
    meaning: "Share of the 16-bit matrix peak that the two matrix products of attention reach while they run.",
    source: "FlashAttention-2 (arXiv:2307.08691): up to 73 % of the A100's peak, softmax included; FlashAttention-3 (arXiv:2407.08608): 75 % of the H100's.",
  },
  attentionNarrowMatrixFraction: {
    unit: "1", priorLogSd: 0.15, poolLogSd: 0.12,
    meaning: "The same share of the 8-bit peak, where both operands are stored in 8 bits and the device multiplies them so.",
    source: "FlashAttention-3 (arXiv:2407.08608): close to 1.2 PFLOP/s in FP8 on H100, 60 % of the peak.",
  },
  softmaxFlopsPerScore: {
    unit: "FLOP", priorLogSd: 0.2, poolLogSd: 0.15,
    meaning: "Vector work of one query–key score in FLOPs of the vector peak: its softmax, conversion, and the rescaling of the output.",
    source: "About eight instructions a score in FlashAttention-2 (arXiv:2307.08691, Algorithm 1), each a fused multiply-add of the peak.",
  },
  attentionSerialShare: {
    unit: "1", priorLogSd: 0.15, poolLogSd: 0.15,
    meaning: "How much of the softmax runs after the matrix products instead of beside them: 1 is the sum of their times, 0 the smooth maximum.",
    source: "Matrix instructions are synchronous up to Ada; from Hopper on two warp groups alternate (FlashAttention-3, arXiv:2407.08608, section 3.1); on Blackwell other warps do the softmax (FlashAttention-4, 0.71 of a B200's peak; Together AI, 2026).",
  },
  attentionTileTokens: {
    unit: "tokens", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Queries and keys that one thread block works on at once; what does not fill a tile is computed all the same.",
    source: "128 × 128 tiles for head sizes up to 128 (FlashAttention-2 and -3).",
  },
  attentionHeadPadding: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Part of the way from the head size to the next power of two that kernels compute on (192 → 256).",
    source: "Kernels are instantiated for few head sizes; the others are padded.",
  },
  attentionTileSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.25,
    meaning: "Time of one tile on one compute unit beside its arithmetic: start of the block, first loads, last stores.",
    source: "About four memory round trips of 0.7 µs, of which two blocks on a unit hide half (up to Ada). Systolic devices pipeline tiles.",
  },
  attentionTailFraction: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Part of the longest tile by which the busiest unit outlasts the mean.",
    source: "Graham's bound for list scheduling is 1 (SIAM J. Appl. Math. 17, 1969); the expected excess is about half of it.",
  },
  attentionPreparationPasses: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Times that a prefill call reads and writes Q, K and V before attention proper (rotary embedding, conversion, cache write).",
    source: "TensorRT-LLM's attention operator does all of it; vLLM and SGLang write the cache only; a bare attention function does none.",
  },
  attentionMemoryFraction: {
    unit: "1", priorLogSd: 0.03, poolLogSd: 0.03,
    meaning: "Share of the memory bandwidth at which attention streams its operands.",
    source: "Large reads: 0.87 to 0.92 of the datasheet on A100 80GB, 0.81 on H200, 0.97 on H100 PCIe (published GPU stream tests).",
  },
  attentionCacheFraction: {
    unit: "1", priorLogSd: 0.25, poolLogSd: 0.15,
    meaning: "Share of the last-level cache's rate that attention reaches on operands that lie in it.",
    source: "Published cache read rates are of pure read loops.",
  },
  attentionCacheReach: {
    unit: "1", priorLogSd: 0.2, poolLogSd: 0.1,
    meaning: "Share of the last-level cache that operands may fill before half of them have to come from memory.",
    source: "Published cache tests keep their rate up to about 33 MB of the 50 MB of an H100 PCIe.",
  },
} as const satisfies Record<keyof typeof attentionPrefillConstants, ConstantProvenance>;

/** What each of `attentionDecodeConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const attentionDecodeProvenance = {
  decodeCallSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Time of a decode attention call beside its blocks: launch and drain.",
    source: "Null-kernel floor of 4.5 to 4.7 µs on H100 and H200 (TaxBreak, Table III).",
  },
  perHeadDecodeCallSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "The same for the kernel that works on each query head by itself.",
    source: "As decodeCallSeconds, with the preparation of the query in the same kernel.",
  },
  decodeMemoryFraction: {
    unit: "1", priorLogSd: 0.05, poolLogSd: 0.04,
    meaning: "Share of the memory bandwidth at which a full device streams the KV cache.",
    source: "Large reads: 0.87 to 0.92 of the datasheet on A100 80GB, 0.97 on H100 PCIe, 0.97 on L40 (published GPU stream tests).",
  },
  decodeUnitBytesPerClock: {
    unit: "B", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Bytes that one compute unit can take in each clock: what bounds a batch too small to fill the device.",
    source: "64 bytes a clock between cache and SM (NVIDIA A100 white paper: 5,120 bytes a clock for the device).",
  },
  decodeMatrixFraction: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Share of the 16-bit matrix peak that a decode kernel reaches on its small tiles of grouped query heads.",
    source: "One tile of 8 to 32 query rows has a single dependent chain of products and softmax; large tiles reach 0.7.",
  },
  decodeVectorFraction: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Share of the vector peak that the kernel for single query heads reaches.",
    source: "Loads and conversions of 16- or 8-bit operands take several instructions for each multiply-add.",
  },
  decodeBlockSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "Time of one block of a grouped decode kernel on one unit beside the tokens it reads.",
    source: "About five dependent memory round trips of 0.7 µs: page table, query, first keys, first values, output.",
  },
  decodeNarrowBlockSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "The same over an 8-bit cache, where other kernels serve.",
    source: "8-bit caches are served by newer, pipelined kernels where they are native; half the bytes are in flight.",
  },
  perHeadBlockSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "The same for the kernel that works on each query head by itself, of which several blocks share a unit.",
    source: "As decodeBlockSeconds over two to three blocks a unit.",
  },
  decodeQueryElementSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Time of a block for each element of its query rows: loads, conversion, output and its normalisation.",
    source: "About one element a clock through one warp's pipeline.",
  },
  decodeSplitTokens: {
    unit: "tokens", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Tokens of context below which one sequence is not split over several blocks.",
    source: "FlashDecoding and TensorRT-LLM's multi-block mode split contexts of a few hundred tokens and more.",
  },
  decodeBlocksPerUnit: {
    unit: "1", priorLogSd: 0.5, poolLogSd: 0.2,
    meaning: "Blocks for each compute unit up to which contexts are split.",
    source: "Split heuristics aim at a few waves of blocks.",
  },
  decodeReductionSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Merging of the partial results of split contexts.",
    source: "One dependent kernel, or a device-wide wait of the last block.",
  },
  decodeGroupMinimum: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Query heads that must share a KV head before the grouped kernel is taken.",
    source: "TensorRT-LLM documentation, GPT attention: XQA for grouped heads, masked multi-head for the rest. vLLM's own up to 0.5 (csrc/attention) read a KV head for each query head; FlashAttention and FlashInfer do not.",
  },
  decodeNarrowGroupMinimum: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "The same where the cache is stored in 8 bits.",
    source: "As decodeGroupMinimum. TensorRT-LLM 0.8 and 0.9: told from its own FP8 tables, where a model with a quarter of the KV heads decodes no faster.",
  },
  perHeadRepeatedReads: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Share of a KV head's reads by its second and further query heads that go past the unit's cache, where each query head has a block of its own.",
    source: "Neighbouring blocks meet in one L2 on NVIDIA devices; CDNA deals them out to dies with an L2 each (AMD, CDNA 3 white paper).",
  },
  softwareNarrowOperations: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "Vector instructions that widen one element of an 8-bit floating-point cache on devices without such a format.",
    source: "CUDA's software path for e4m3 (cuda_fp8.hpp): about 20 integer instructions, subnormal numbers shifted in a loop, then to 32 bits and scaled.",
  },
  unsplitDecodeBlocks: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Blocks, one a sequence and query head, beyond which a per-head kernel walks each context in one block instead of splitting it.",
    source: "vLLM's paged attention, which decodes on AMD devices: version 1 where max_num_partitions is 1 or num_seqs · num_heads > 512, else partitions of 512 tokens (vllm/attention/ops/paged_attn.py, 2024).",
  },
  unsplitDecodeShare: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "What such an unsplit kernel reaches of the rate of a split one.",
    source: "A block of 128 threads walks all keys, meets at a barrier, and walks all values; the many blocks of a split kernel hide each other's latency. A judgement.",
  },
  decodeGroupLimit: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Query heads of one KV head beyond which the grouped kernel is not built.",
    source: "TensorRT-LLM: XQA kernels are generated for up to 32 query heads a KV head (measured times step by six times above it).",
  },
} as const satisfies Record<keyof typeof attentionDecodeConstants, ConstantProvenance>;
