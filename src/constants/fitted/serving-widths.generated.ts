// Written by scripts/calibrate-steps.mjs from held-back residuals; measured data as in steps.generated.ts.
import type { ServingWidths } from "../interval-types.ts";

export const servingWidths: ServingWidths = {
 "families": [
  "amd-cdna3",
  "intel-gaudi",
  "nvidia-ada",
  "nvidia-ampere",
  "nvidia-blackwell",
  "nvidia-hopper",
  "sambanova-rdu"
 ],
 "devices": [
  "a100-pcie-80",
  "a100-sxm-40",
  "a100-sxm-80",
  "a40",
  "b200-sxm",
  "gaudi2",
  "h100-pcie-80",
  "h100-sxm5-80",
  "h200-sxm-141",
  "l40s",
  "mi300x",
  "rtx-3090",
  "rtx-4090",
  "rtx-a6000",
  "sn40l"
 ],
 "models": [
  "Deci/DeciLM-7B",
  "EleutherAI/gpt-j-6b",
  "Qwen/Qwen2-7B",
  "Qwen/Qwen3-14B",
  "Qwen/Qwen3-235B-A22B-FP8",
  "Qwen/Qwen3-32B",
  "Qwen/Qwen3-8B",
  "bigscience/bloom-7b1",
  "deepseek-ai/DeepSeek-R1",
  "deepseek-ai/DeepSeek-V3",
  "facebook/opt-6.7b",
  "google/gemma-3-12b-it",
  "google/gemma-3-27b-it",
  "meta-llama/Llama-2-70b-hf",
  "meta-llama/Llama-2-7b-hf",
  "meta-llama/Llama-3.1-70B",
  "meta-llama/Llama-3.1-8B",
  "meta-llama/Meta-Llama-3-70B",
  "meta-llama/Meta-Llama-3-8B",
  "mistralai/Mistral-7B-v0.1",
  "neuralmagic/Meta-Llama-3-8B-Instruct-FP8",
  "nvidia/NVIDIA-Nemotron-Nano-12B-v2",
  "nvidia/NVIDIA-Nemotron-Nano-9B-v2"
 ],
 "engines": [
  "deepspeed-mii",
  "llama.cpp",
  "sambaflow",
  "sglang",
  "tensorrt-llm",
  "vllm"
 ],
 "table": {
  "rate|dense|*": {
   "configurations": [
    -0.467,
    0.101
   ],
   "device": [
    -0.465,
    0.074
   ],
   "model": [
    -0.461,
    0.104
   ],
   "engine": [
    -0.499,
    0.131
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.467,
    0.101
   ],
   "device": [
    -0.465,
    0.074
   ],
   "model": [
    -0.461,
    0.104
   ],
   "engine": [
    -0.499,
    0.131
   ]
  },
  "rate|dense|vllm": {
   "configurations": [
    -0.51,
    -0.051
   ],
   "device": [
    -0.498,
    -0.085
   ],
   "model": [
    -0.502,
    -0.057
   ]
  },
  "rate|dense|tensorrt-llm": {
   "configurations": [
    -0.136,
    0.212
   ],
   "device": [
    -0.286,
    0.17
   ],
   "model": [
    -0.138,
    0.211
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.23,
    0.268
   ],
   "device": [
    -0.322,
    0.275
   ],
   "model": [
    -0.298,
    0.346
   ],
   "engine": [
    -0.304,
    0.512
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.229,
    0.258
   ],
   "device": [
    -0.337,
    0.23
   ],
   "model": [
    -0.274,
    0.323
   ],
   "engine": [
    -0.376,
    0.404
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.204,
    0.193
   ],
   "device": [
    -0.261,
    0.174
   ],
   "model": [
    -0.21,
    0.196
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.295,
    1.264
   ],
   "device": [
    -0.331,
    1.247
   ],
   "model": [
    -0.228,
    1.281
   ],
   "engine": [
    -0.18,
    1.319
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.42,
    1.43
   ],
   "device": [
    -0.396,
    1.485
   ],
   "model": [
    -0.397,
    1.448
   ],
   "engine": [
    -0.253,
    1.512
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.22,
    1.455
   ],
   "device": [
    -0.221,
    1.527
   ],
   "model": [
    -0.192,
    1.518
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.227,
    0.258
   ],
   "device": [
    -0.357,
    0.145
   ],
   "model": [
    -0.234,
    0.247
   ],
   "engine": [
    -0.429,
    0.097
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.246,
    0.271
   ],
   "device": [
    -0.35,
    0.174
   ],
   "model": [
    -0.238,
    0.318
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.558,
    1.56
   ],
   "device": [
    -0.445,
    1.632
   ],
   "model": [
    -0.5,
    1.574
   ],
   "engine": [
    -0.364,
    1.641
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.601,
    2.172
   ],
   "device": [
    -0.241,
    2.214
   ],
   "model": [
    -0.408,
    2.163
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.197,
    0.191
   ],
   "device": [
    -0.317,
    0.181
   ],
   "model": [
    -0.263,
    0.601
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.364,
    0.646
   ],
   "device": [
    -0.368,
    0.768
   ],
   "model": [
    -0.232,
    0.812
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.22,
    0.232
   ],
   "device": [
    -0.388,
    0.127
   ],
   "model": [
    -0.226,
    0.221
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.529,
    1.191
   ],
   "device": [
    -0.461,
    1.176
   ],
   "model": [
    -0.536,
    1.194
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.456,
    0.778
   ],
   "device": [
    -0.603,
    1.246
   ],
   "model": [
    -0.451,
    0.773
   ],
   "engine": [
    -0.639,
    1.09
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.456,
    0.778
   ],
   "device": [
    -0.603,
    1.246
   ],
   "model": [
    -0.451,
    0.773
   ],
   "engine": [
    -0.639,
    1.09
   ]
  },
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -0.252,
    0.436
   ],
   "device": [
    -0.621,
    0.579
   ],
   "model": [
    -0.225,
    0.389
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.731,
    0.727
   ],
   "device": [
    -0.786,
    1.388
   ],
   "model": [
    -0.721,
    0.651
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.171,
    0.317
   ],
   "device": [
    -0.172,
    0.378
   ],
   "model": [
    -0.169,
    0.348
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.169,
    1.003
   ],
   "device": [
    -0.189,
    1.636
   ],
   "model": [
    -0.188,
    1.02
   ]
  },
  "batch|dense|sambaflow": {
   "configurations": [
    -0.611,
    2.237
   ],
   "device": [
    -0.729,
    2.221
   ],
   "model": [
    -0.631,
    2.234
   ]
  },
  "tpot|dense|llama.cpp": {
   "configurations": [
    -0.27,
    0.382
   ],
   "device": [
    -0.339,
    0.421
   ],
   "model": [
    -0.378,
    0.31
   ]
  }
 }
};
