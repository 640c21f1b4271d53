import { pagedBuilds } from "./families.ts";
import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of engines that compute a model operation by operation: what stands between products passes through memory. */
export const unfusedConstants = {
  activationPasses: {
    prior: 0, scope: "engine", bounds: [0, 40],
    priorByEngine: { "llama.cpp": 4 },
  },
  storedScorePasses: {
    prior: 0, scope: "engine", bounds: [0, 40],
    priorByEngine: { "llama.cpp": 6 },
  },
  unpackedAboveRows: {
    prior: 0, scope: "engine", bounds: [0, 1e9],
    priorByEngine: pagedBuilds(["llama.cpp/2024"], 32),
  },
  unpackedAccess: {
    prior: 1, scope: "engine", bounds: [0.5, 10], ideal: 1,
  },
  vectorProductBytesPerClock: {
    prior: 0, scope: "engine", bounds: [0, 128],
    priorByEngine: pagedBuilds(["llama.cpp/2024"], 6),
  },
  shortAccumulation: {
    prior: 0, scope: "engine", bounds: [0, 1],
    priorByEngine: pagedBuilds(["llama.cpp/2024"], 1),
  },
  launchesPerKernel: {
    prior: 1, scope: "engine", bounds: [1, 20], ideal: 1,
    priorByEngine: { "llama.cpp": 4 },
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `unfusedConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const unfusedProvenance = {
  activationPasses: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "Passes of 4 bytes over each input and output element of a matrix product in kernels of their own: conversion to and from 16 bits, norms, gates, additions; 0 where they are fused.",
    source: "Counted in ggml's graph of a Llama layer for 16-bit weights: conversions 1.5 passes (4 bytes read and 2 written of an input, the reverse of an output), norm, scale, residual and gate kernels in 32 bits about 1.7 more; a product reads and writes its operands once more. 0 for engines with fused kernels.",
  },
  storedScorePasses: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Passes over the 32-bit scores of a prompt's attention, all of query by context, where they are stored; 0 where attention is fused.",
    source: "Counted in ggml's CUDA backend: 2 bytes written by the product, 2 read and 4 written by their widening, 4 read and 4 written by the softmax, 4 read and 2 written by the narrowing, 2 read by the product with the values: 24 bytes. llama.cpp had flash attention off by default until August 2025 (llama-bench -fa 0).",
  },
  unpackedAboveRows: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Rows above which weights narrower than 16 bits are written out in 16 bits before a product by the vendor's library; 0 where kernels multiply them as stored.",
    source: "llama.cpp, ggml-cuda, first half of 2024: MMQ_MAX_BATCH_SIZE 32 on devices with 16-bit matrix units.",
  },
  unpackedAccess: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Time of that writing out, over the time to stream the narrow weights and the wide ones once.",
    source: "1 by definition for a kernel at stream rate.",
  },
  vectorProductBytesPerClock: {
    unit: "B/cycle", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Weight bytes that one unit takes in per clock in an engine's own matrix-vector kernel; 0 where no such kernel is used.",
    source: "Loads in flight over their latency (Little's law): 32 to 64 warps of 32 loads of 4 bytes make 4 to 8 KiB a unit, and memory answers after 600 to 1,000 cycles.",
  },
  shortAccumulation: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "1 where an engine has 16-bit products accumulated in 16 bits: devices that accumulate in 32 bits at half rate then multiply at full rate, which is half their 8-bit integer rate.",
    source: "llama.cpp, ggml-cuda: CUBLAS_COMPUTE_16F. Rates: NVIDIA Ampere GA102 whitepaper, appendix A (RTX 3090: 71 and 142 TFLOP/s, 285 TOP/s in 8 bits).",
  },
  launchesPerKernel: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Kernels launched for each that engines with fused kernels launch.",
    source: "ggml's graph of a Llama layer: about 45 kernels in a prompt step, where fused engines have 11.",
  },
} as const satisfies Record<keyof typeof unfusedConstants, ConstantProvenance>;
