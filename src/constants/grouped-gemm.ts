import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of routed experts: two grouped products with what surrounds them. */
export const groupedGemmConstants = {
  groupedCallKernels: {
    prior: 9, scope: "engine", bounds: [1, 60],
  },
  groupedMatrixEfficiency: {
    prior: 0.8, scope: "family", bounds: [0.2, 1], ideal: 1,
  },
  groupedMemoryEfficiency: {
    prior: 0.9, scope: "family", bounds: [0.3, 1], ideal: 1,
  },
  groupedExpertSeconds: {
    prior: 0.05e-6, scope: "global", bounds: [1e-9, 2e-6],
  },
  groupedRowPasses: {
    prior: 1.3, scope: "engine", bounds: [0.2, 5],
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `groupedGemmConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const groupedGemmProvenance = {
  groupedCallKernels: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.3,
    meaning: "Dependent kernels of one call of a routed-expert layer, in units of gemmCallSeconds.",
    source: "Choice, count and prefix of tokens per expert, gather, two products, activation, scatter (TensorRT-LLM and vLLM fused MoE): 7 to 12 launches.",
  },
  groupedMatrixEfficiency: {
    unit: "1", priorLogSd: 0.2, poolLogSd: 0.15,
    meaning: "Rate of multiplication in a grouped product over that of a single one.",
    source: "DeepGEMM's table of grouped products reaches 0.85 to 0.95 of its single ones: tiles share fewer operands.",
  },
  groupedMemoryEfficiency: {
    unit: "1", priorLogSd: 0.12, poolLogSd: 0.1,
    meaning: "Rate at which weights of many experts are streamed over that of one matrix.",
    source: "Each expert's tile row starts its own streams; visited experts are known only on the device.",
  },
  groupedExpertSeconds: {
    unit: "s", priorLogSd: 0.7, poolLogSd: 0.4,
    meaning: "Time of routing and problem set-up for each local expert of a call.",
    source: "Prefix sums and pointer arrays over the experts by one or few units.",
  },
  groupedRowPasses: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Traffic of gather, activation and scatter over the rows they must move once each, at memory rate.",
    source: "Rows of 16 bits gathered and scattered by index reach less than a stream's rate; small batches stay in the cache.",
  },
} as const satisfies Record<keyof typeof groupedGemmConstants, ConstantProvenance>;
