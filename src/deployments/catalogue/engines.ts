import type { EngineTraits } from "../engine-traits.ts";

const MiB = 2 ** 20;

/** Later than any generation. */
const never = "9999";

const vllm: EngineTraits = {
  memoryShare: 0.9, shareOfFree: false, embeddingOnHost: false, reservedBytes: 600 * MiB, kvBlockTokens: 16, maxBatchedTokens: 8192, budgetOfOnePrompt: false, maxRunningRequests: 1024,
  mixesPrefillWithDecode: true, cutsPrompts: true, admission: "grow", graphs: true, promptStepsInFlight: 1, splitsLayers: true, pipelines: true, windowsSince: "2023",
  schedulesAheadSince: never, fusesNormsSince: never, besidesExpertsSince: "2025", sortsLogits: true, modelSamplingSince: "2025", fp8KvUnder: ["fp8", "nvfp4"], defaultGeneration: "2025", defaultStaticGeneration: "2024",
};

/** Documented behaviour of each engine with a prior. Others take vLLM's. */
export const engineTraits: Readonly<Record<string, EngineTraits>> = {
  vllm,
  sglang: {
    ...vllm, fullMemoryShare: 0.95, kvBlockTokens: 1, maxRunningRequests: 2048, mixesPrefillWithDecode: false, schedulesAheadSince: "2025", fusesNormsSince: "2025", sortsLogits: false, fp8KvUnder: ["nvfp4"],
  },
  "tensorrt-llm": {
    ...vllm, shareOfFree: true, budgetOfOnePrompt: true, windowsSince: "2025", schedulesAheadSince: "2025", fusesNormsSince: "2025", sortsLogits: false, kvBlockTokens: 32, maxRunningRequests: 2048, cutsPrompts: false, admission: "reserve", fp8KvUnder: ["fp8", "fp8_block", "mxfp8", "nvfp4", "mxfp4", "int8"], defaultGeneration: "2025b",
  },
  "deepspeed-mii": {
    ...vllm, kvBlockTokens: 64, maxBatchedTokens: 2048, maxRunningRequests: 512, graphs: false, pipelines: false, defaultGeneration: "2024",
  },
  tgi: {
    ...vllm, maxBatchedTokens: 4096, maxRunningRequests: 256, mixesPrefillWithDecode: false,
  },
  "llama.cpp": {
    ...vllm, embeddingOnHost: true, sortsLogits: false, promptStepsInFlight: 4, splitsLayers: false, admission: "reserve", memoryShare: 1, reservedBytes: 400 * MiB, kvBlockTokens: 1, maxBatchedTokens: 512, maxRunningRequests: 256,
    pipelines: false, defaultGeneration: "2024",
  },
  sambaflow: {
    ...vllm, sortsLogits: false, admission: "reserve", memoryShare: 1, reservedBytes: 0, kvBlockTokens: 1, maxBatchedTokens: Infinity, mixesPrefillWithDecode: false, defaultGeneration: "2024",
  },
  fastertransformer: {
    ...vllm, sortsLogits: false, admission: "reserve", memoryShare: 1, kvBlockTokens: 1, maxBatchedTokens: Infinity, graphs: false, mixesPrefillWithDecode: false, defaultGeneration: "2023",
  },
  neuronx: {
    ...vllm, sortsLogits: false, admission: "reserve", memoryShare: 1, kvBlockTokens: 1, maxBatchedTokens: Infinity, mixesPrefillWithDecode: false,
  },
  ideal: {
    ...vllm, sortsLogits: false, admission: "reserve", memoryShare: 1, reservedBytes: 0, kvBlockTokens: 1, maxBatchedTokens: Infinity, maxRunningRequests: Infinity,
  },
};

/** Release lines by year, newest first: an engine version at least this one belongs to the generation. */
export const engineGenerations: Readonly<Record<string, readonly (readonly [version: readonly number[], generation: string])[]>> = {
  vllm: [[[0, 8], "2025"], [[0, 3], "2024"], [[0], "2023"]],
  sglang: [[[0, 4], "2025"], [[0], "2024"]],
  "tensorrt-llm": [[[1, 1], "2025b"], [[0, 18], "2025"], [[0, 10], "2024b"], [[0], "2024"]],
  tgi: [[[3], "2025"], [[1, 2], "2024"], [[0], "2023"]],
};

/** Where the settings of each engine stand. Apart, so that a bundle that does not tell it does not carry it. */
export const engineSources: Readonly<Record<string, string>> = {
  vllm: "vLLM documentation, engine arguments (v0.9 and after): gpu_memory_utilization 0.9, block_size 16, max_num_batched_tokens 8192 (API server on 80 GB class devices), max_num_seqs 1024; the published per-tensor FP8 and NVFP4 checkpoints (ModelOpt) carry an FP8 KV scheme that the engine follows; generation_config auto (v0.7 and after) takes the model's own temperature, top_k and top_p, which the PyTorch sampler (FlashInfer's is opt-in) answers by sorting; shared experts of SharedFusedMoE run on a stream of their own (VLLM_DISABLE_SHARED_EXPERTS_STREAM false)",
  sglang: "SGLang server arguments: mem_fraction_static 0.85 to 0.93 by the memory of the device (the whole less about 1.5 MB for each token of a chunk), 0.95 in published recipes where the weights leave little room (SemiAnalysisAI/InferenceX, benchmarks/dsr1_fp8_b200.sh, commit 1fc5d73), chunked_prefill_size 8192, page_size 1, enable_mixed_chunk off; overlap schedule on since v0.4 (disable_overlap_schedule false); enable_flashinfer_allreduce_fusion set for its large models on Hopper and Blackwell, shared experts fused with the routed ones or on an alternate stream",
  "tensorrt-llm": "TensorRT-LLM documentation: kv_cache free_gpu_memory_fraction 0.9 (of what is free once the model is loaded), max_attention_window_size the whole length unless told, tokens_per_block 32, capacity policy GUARANTEED_NO_EVICT, max_num_tokens 8192 by default and max_input_len + max_batch_size − 1 in its serving examples (examples/models/core/qwen: \"we want to limit the number of prefill requests to 1 with in-flight batching\"), max_batch_size 2048, in-flight batching mixes context and generation, disable_overlap_scheduler false (PyTorch backend), enable_chunked_context off; AllReduce with fused residual add, RMSNorm and quantisation, shared experts in a stream of their own (maybe_execute_in_parallel); published FP8 and FP4 checkpoints carry an FP8 KV scheme",
  "deepspeed-mii": "DeepSpeed-MII documentation: blocked KV of 64 tokens, Dynamic SplitFuse with 2,048-token forward passes",
  tgi: "text-generation-inference launcher arguments: cuda_memory_fraction, max_batch_prefill_tokens 4096",
  "llama.cpp": "llama.cpp: the token embedding stays on the CPU, n_ubatch 512, layers split over devices run one after another (split mode layer), but for micro-batches of a prompt, of which GGML_SCHED_MAX_COPIES = 4 are under way",
  sambaflow: "SN40L paper, arXiv:2405.07518: fused kernels launched by hardware, weights resident in HBM",
  fastertransformer: "NVIDIA FasterTransformer guide: static batches, contiguous KV cache",
  neuronx: "AWS NeuronX Distributed inference: ahead-of-time compiled graphs with contiguous KV",
  ideal: "the datasheet roofline: no engine",
};
