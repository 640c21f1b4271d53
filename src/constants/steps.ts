import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of a whole step: dependent launches, host work, sampling. */
export const stepConstants = {
  dependentKernelSeconds: {
    prior: 3e-6, scope: "family+age", bounds: [0.2e-6, 20e-6],
    // Fused programs without a host in the loop: about 3 kernel calls a token against 800 on a GPU (SN40L lecture, arXiv:2405.07518).
    priorByFamily: { "sambanova-rdu": 0.5e-6, "google-tpu": 0.5e-6, "groq-lpu": 0.3e-6, "intel-gaudi": 6e-6 },
  },
  eagerKernelSeconds: {
    prior: 6e-6, scope: "engine", bounds: [1e-6, 60e-6],
    priorByEngine: { "tensorrt-llm": 3e-6, fastertransformer: 3e-6, "llama.cpp": 3e-6, sambaflow: 1e-6, "vllm/2023": 9e-6, "deepspeed-mii": 9e-6 },
  },
  stepHostSeconds: {
    prior: 0.35e-3, scope: "engine", bounds: [1e-6, 50e-3],
    priorByEngine: { "vllm/2024": 1.5e-3, "vllm/2023": 6e-3, "deepspeed-mii": 3e-3, "llama.cpp": 0.1e-3, sambaflow: 0.1e-3, fastertransformer: 0.2e-3, "tensorrt-llm/2024": 0.4e-3 },
  },
  requestHostSeconds: {
    prior: 4.5e-6, scope: "engine", bounds: [0.1e-6, 1e-3],
    priorByEngine: { "vllm/2024": 50e-6, "vllm/2023": 100e-6, "deepspeed-mii": 100e-6, "tensorrt-llm/2024": 10e-6 },
  },
  requestPathSeconds: {
    prior: 20e-3, scope: "engine", bounds: [0.1e-3, 0.5],
    priorByEngine: { "llama.cpp": 3e-3, sambaflow: 10e-3, fastertransformer: 5e-3 },
  },
  expertFirstTokenSeconds: {
    prior: 50e-3, scope: "family+engine", bounds: [0.1e-3, 0.5],
    priorByEngine: { "llama.cpp": 1e-3, sambaflow: 1e-3, fastertransformer: 1e-3 },
  },
  unfusedLayerKernels: {
    prior: 1, scope: "family+engine", bounds: [0.3, 4],
  },
  expertSkew: {
    prior: 0.3, scope: "global", bounds: [1e-3, 4], ideal: 0,
  },
  engineMatrixEfficiency: {
    prior: 1, scope: "family+age", bounds: [0.02, 1.5], ideal: 1,
    priorByEngine: { "llama.cpp": 0.5, "deepspeed-mii": 0.8, "vllm/2023": 0.9 },
  },
  engineMemoryEfficiency: {
    prior: 1, scope: "family+age", bounds: [0.02, 1.5], ideal: 1,
    priorByEngine: { "llama.cpp": 0.8, "deepspeed-mii": 0.9, "vllm/2023": 0.95 },
  },
  engineAttentionEfficiency: {
    prior: 1, scope: "family+age", bounds: [0.02, 1.5], ideal: 1,
    priorByEngine: { "llama.cpp": 0.8, "deepspeed-mii": 0.8 },
  },
  prefillStepSeconds: {
    prior: 2e-3, scope: "engine", bounds: [1e-6, 50e-3],
    priorByEngine: { "tensorrt-llm/2024": 1e-3, fastertransformer: 0.5e-3, "llama.cpp": 0.3e-3, sambaflow: 0.3e-3 },
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `stepConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const stepProvenance = {
  dependentKernelSeconds: {
    unit: "s", priorLogSd: 0.35, poolLogSd: 0.25,
    meaning: "From one kernel of a captured graph to the next that depends on it: launch, drain and ramp of a kernel that has little to do.",
    source: "Between 1.3 µs for a 64 KiB kernel in a CUDA graph (H200, A100) and the null-kernel floor of 4.5 to 4.7 µs (TaxBreak, Table III).",
  },
  eagerKernelSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.3,
    meaning: "Host time to dispatch one kernel without graph capture: framework and driver, per kernel, serial.",
    source: "Null-kernel launch 2.26 to 2.37 µs (SKIP profiler, arXiv:2504.11750) plus dispatch: 60 to 100 µs for an eager layer of a dozen kernels.",
  },
  stepHostSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.5,
    meaning: "Host time of one step that the device waits for: scheduler, input preparation, sampling hand-over.",
    source: "Order of a Python scheduler iteration with overlap; older engines serialise more of it. First set on the runs that also move it.",
  },
  requestHostSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.6,
    meaning: "Host time of one step for each running request: block tables, sampling parameters, detokenisation.",
    source: "Per-request loops of a Python scheduler; older engines did them on the critical path. First set on the runs that also move it.",
  },
  requestPathSeconds: {
    unit: "s", priorLogSd: 0.6, poolLogSd: 0.4,
    meaning: "What a served request spends outside the engine's steps before its first token is seen: HTTP, tokeniser, queues, detokeniser, client.",
    source: "Order of a Python server before an engine (vLLM blog of 5 September 2024: a third of the time in the API server). A judgement.",
  },
  expertFirstTokenSeconds: {
    unit: "s", priorLogSd: 0.8, poolLogSd: 0.4,
    meaning: "How much later the first token of a model with routed experts is seen, beyond its path and steps, while other answers go on.",
    source: "Seen with two engines and two such models, and not with a dense one; its cause is not known. A wide guess.",
  },
  unfusedLayerKernels: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.25,
    meaning: "Dependent kernels of routed experts and latent attention over those counted: how far an engine fuses them on a family.",
    source: "1: choice, permutation, two products, activation, sum, and absorbed attention in parts. TensorRT-LLM fuses them for few tokens, on Blackwell alone. A judgement.",
  },
  expertSkew: {
    unit: "1", priorLogSd: 0.6, poolLogSd: 0.3,
    meaning: "Variance of the popularity of a layer's routed experts, squared mean = 1; 0: all alike.",
    source: "Between Mixtral (arXiv:2401.04088, figure 7: about 0.1) and DeepSeek-V3 on one domain (arXiv:2412.19437, figure 9: up to 1). A judgement.",
  },
  engineMatrixEfficiency: {
    unit: "1", priorLogSd: 0.05, poolLogSd: 0.2,
    meaning: "What an engine's kernels reach of the rate that tuned matrix kernels have on the device, in compute-bound work.",
    source: "1 by definition for tuned kernels. llama.cpp dequantises inside its kernels; late engines run untuned ones. Shares by engine are judgements.",
  },
  engineMemoryEfficiency: {
    unit: "1", priorLogSd: 0.05, poolLogSd: 0.2,
    meaning: "What an engine's kernels reach of the rate that tuned kernels have on the device, in memory-bound work.",
    source: "1 by definition for vendor-tuned kernels; see engineMatrixEfficiency.",
  },
  engineAttentionEfficiency: {
    unit: "1", priorLogSd: 0.1, poolLogSd: 0.25,
    meaning: "What an engine's own attention kernels reach of the rate that tuned kernels have on the device.",
    source: "1 by definition for tuned kernels. Attention kernels come from the engine, not from the vendor's library. Shares by engine are judgements.",
  },
  prefillStepSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.5,
    meaning: "Host time of a step that holds prompt tokens, beyond the dispatch of its kernels: such a step is not replayed from a captured graph.",
    source: "Admission, block allocation and metadata of a new prompt in a Python scheduler. First set on the runs that also move it.",
  },
} as const satisfies Record<keyof typeof stepConstants, ConstantProvenance>;
