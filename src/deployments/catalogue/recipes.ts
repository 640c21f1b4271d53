import type { DeviceFamily } from "../../hardware/types.ts";
import type { Recipe } from "../engine-traits.ts";

const amd: readonly DeviceFamily[] = ["amd-cdna3", "amd-cdna4"];

/** Published recipes for benchmark runs, by engine; later ones of a list go before earlier ones. */
export const engineRecipes: Readonly<Record<string, readonly Recipe[]>> = {
  sglang: [
    { says: "chunks of 16k tokens", families: ["nvidia-hopper", "nvidia-blackwell"], settings: { maxBatchedTokens: 16_384 } },
    {
      says: "fp8 cache, poll_steps 10, 30 from 16 users on", families: ["nvidia-blackwell"],
      settings: { fp8KvUnder: ["fp8", "fp8_block", "mxfp8", "nvfp4", "mxfp4"] }, pollSteps: [[1, 10], [16, 30]],
    },
    { says: "chunks of 128k tokens, poll_steps 4", families: amd, settings: { maxBatchedTokens: 131_072 }, pollSteps: [[1, 4]] },
    { says: "fp8 cache", families: ["amd-cdna3"], settings: { fp8KvUnder: ["fp8", "fp8_block"] } },
    { says: "fp8 cache under mxfp4", families: ["amd-cdna4"], settings: { fp8KvUnder: ["mxfp4"] } },
  ],
  vllm: [
    { says: "asynchronous scheduling", settings: { schedulesAheadSince: "2025" } },
    { says: "0.94 of memory", families: amd, settings: { memoryShare: 0.94 } },
    { says: "128k tokens a step, fp8 cache", families: amd, experts: false, settings: { maxBatchedTokens: 131_072, fp8KvUnder: ["fp8", "mxfp4"] } },
    { says: "fused all-reduces, fp8 cache", families: ["nvidia-blackwell"], settings: { fp8KvUnder: ["fp8", "nvfp4", "mxfp4"], fusesNormsSince: "2025" } },
  ],
  "tensorrt-llm": [
    { says: "balanced attention replicas", settings: {}, balanceSteps: 60 },
    { says: "0.8 of free memory for the cache", experts: true, settings: { memoryShare: 0.8 } },
    { says: "prompts gathered for 20 steps below tp 8", experts: false, longestTokens: 1024, settings: {}, gathering: { belowRanks: 8, steps: 20, budgetShare: 0.9 } },
  ],
};

/** Where the recipes stand. Apart, so that a bundle that does not tell it does not carry it. */
export const recipeSources: Readonly<Record<string, string>> = {
  sglang: "SemiAnalysisAI/InferenceX, benchmarks/dsr1_fp8_h200.sh, dsr1_fp8_b200.sh, dsr1_fp4_b200.sh and single_node/qwen3.5_fp8_b200.sh (commits 1fc5d73 and 01fa35c): chunked_prefill_size 32768, or 16384 where the weights leave little room, which is taken, and on Blackwell kv_cache_dtype fp8_e4m3 and scheduler_recv_interval 10, from 16 users on 30; dsr1_fp8_mi300x.sh, dsr1_fp8_mi325x.sh, dsr1_fp8_mi355x.sh and dsr1_fp4_mi355x.sh (1fc5d73): chunked-prefill-size 131072 to 196608, num-continuous-decode-steps 4, kv-cache-dtype fp8_e4m3 on MI300X, MI325X and under fp4",
  vllm: "SemiAnalysisAI/InferenceX, benchmarks/70b_fp8_b200_docker.sh (commit bb4c7f9), 70b_fp8_h200_slurm.sh (409e9a4), gptoss_fp4_b200.sh and gptoss_fp4_h100.sh (1fc5d73): async-scheduling true; on Blackwell enable_fi_allreduce_fusion (fuse_allreduce_rms), and kv-cache-dtype fp8 for gpt-oss; 70b_fp8_mi300x_docker.sh (4c5d415), 70b_fp8_mi325x_slurm.sh (59431f0), 70b_fp8_mi355x_slurm.sh (0bfb8e3): gpu-memory-utilization 0.94, max-num-batched-tokens 131072, kv-cache-dtype fp8; gptoss_fp4_mi300x.sh (1fc5d73): 0.95",
  "tensorrt-llm": "TensorRT-LLM, quick-start recipe for DeepSeek R1 (commit 0d2a785): kv_cache_free_gpu_memory_fraction 0.8; SemiAnalysisAI/InferenceX, benchmarks/dsr1_fp8_h200_trt.sh and dsr1_fp8_b200_trt.sh: 0.75 to 0.8, gptoss_fp4_b200_trt.sh: 0.85; attention_dp_config enable_balance true, timeout_iters 60; benchmarks/70b_fp8_h200_trt_slurm.sh (commit 73ef922): for 1k/1k and tp below 8 batch_wait_timeout_iters 20 and batch_wait_max_tokens_ratio 0.9 of max_num_tokens, the length of a whole request",
};
