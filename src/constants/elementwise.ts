import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of kernels that stream: norms, softmax, activations. */
export const elementwiseConstants = {
  streamFraction: {
    prior: 0.8, scope: "family", bounds: [0.2, 1], ideal: 1,
  },
  streamCacheFraction: {
    prior: 0.5, scope: "global", bounds: [0.1, 1], ideal: 1,
  },
  softmaxExtraReads: {
    prior: 0.8, scope: "engine", bounds: [0.05, 3],
  },
  normExtraReads: {
    prior: 0.5, scope: "engine", bounds: [0.01, 4],
    priorByEngine: { pytorch: 0.05, vllm: 1.5 },
  },
  sortPasses: {
    prior: 30, scope: "global", bounds: [4, 200], ideal: 4,
  },
  elementwiseCallSeconds: {
    prior: 4e-6, scope: "family+engine", bounds: [0.2e-6, 500e-6],
    priorByEngine: { pytorch: 35e-6 },
  },
  softmaxCallSeconds: {
    prior: 4e-6, scope: "family+engine", bounds: [0.2e-6, 500e-6],
    priorByEngine: { pytorch: 16e-6 },
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `elementwiseConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const elementwiseProvenance = {
  streamFraction: {
    unit: "1", priorLogSd: 0.08, poolLogSd: 0.06,
    meaning: "Share of the memory bandwidth that an element-wise kernel reaches on large operands, reads and writes together.",
    source: "Stream triad over the datasheet: 0.86 A100 80GB, 0.74 H200, 0.92 H100 PCIe, 0.94 A40, 0.76 MI210, 0.90 V100 (published GPU stream tests).",
  },
  streamCacheFraction: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.15,
    meaning: "Share of the last-level cache's read rate for operands that lie in it, reads and writes together.",
    source: "Published cache rates are of reads alone.",
  },
  softmaxExtraReads: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Further passes of softmax over its input: maximum and sum before the result.",
    source: "Safe softmax reads its input three times, online softmax twice (Milakov, Gimelshein, arXiv:1805.02867); the cache serves a part.",
  },
  normExtraReads: {
    unit: "1", priorLogSd: 0.6, poolLogSd: 0.5,
    meaning: "Further passes of a norm over its input: the mean square before the result, and conversions.",
    source: "One further read where a row leaves the unit's registers; vLLM's early kernel reads scalars, which halves its rate again.",
  },
  sortPasses: {
    unit: "1", priorLogSd: 0.5, poolLogSd: 0.2,
    meaning: "Passes of a full sort of logits for top-k and top-p sampling over its keys and indices, with soft-max, running sum, masks and scatter.",
    source: "An 8-bit radix sort passes over 32-bit keys 4 times (ideal; Onesweep, arXiv:2206.01784). Rows of a batch are sorted by two such sorts, with payloads of 8 bytes and histograms, and written back by a scatter that uses 4 bytes of a 32-byte sector. A wide judgement.",
  },
  elementwiseCallSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.5,
    meaning: "Time of a norm or activation call that has almost nothing to do.",
    source: "One kernel at the null-kernel floor (TaxBreak, Table III). PyTorch from Python, one call at a time: LLMCompass (ISCA 2024) lists 45 µs on A100, 28 and 21 µs on MI210.",
  },
  softmaxCallSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.5,
    meaning: "The same of a softmax call.",
    source: "As elementwiseCallSeconds; LLMCompass lists 12 µs on A100, 22 µs on MI210.",
  },
} as const satisfies Record<keyof typeof elementwiseConstants, ConstantProvenance>;
