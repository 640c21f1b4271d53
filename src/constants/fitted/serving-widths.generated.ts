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
  "power|dense|*": {
   "configurations": [
    -0.172,
    0.283
   ],
   "device": [
    -0.176,
    0.225
   ],
   "model": [
    -0.192,
    0.279
   ],
   "engine": [
    -0.192,
    0.337
   ]
  },
  "power|*|*": {
   "configurations": [
    -0.172,
    0.283
   ],
   "device": [
    -0.176,
    0.225
   ],
   "model": [
    -0.192,
    0.279
   ],
   "engine": [
    -0.192,
    0.337
   ]
  },
  "power|dense|vllm": {
   "configurations": [
    -0.114,
    0.253
   ],
   "device": [
    -0.144,
    0.225
   ],
   "model": [
    -0.176,
    0.255
   ]
  },
  "rate|dense|*": {
   "configurations": [
    -0.123,
    0.181
   ],
   "device": [
    -0.164,
    0.15
   ],
   "model": [
    -0.149,
    0.174
   ],
   "engine": [
    -0.206,
    0.149
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.123,
    0.181
   ],
   "device": [
    -0.164,
    0.15
   ],
   "model": [
    -0.149,
    0.174
   ],
   "engine": [
    -0.206,
    0.149
   ]
  },
  "rate|dense|vllm": {
   "configurations": [
    -0.137,
    0.137
   ],
   "device": [
    -0.177,
    0.109
   ],
   "model": [
    -0.132,
    0.139
   ]
  },
  "rate|dense|tensorrt-llm": {
   "configurations": [
    -0.122,
    0.218
   ],
   "device": [
    -0.155,
    0.182
   ],
   "model": [
    -0.153,
    0.21
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.222,
    0.278
   ],
   "device": [
    -0.324,
    0.276
   ],
   "model": [
    -0.326,
    0.36
   ],
   "engine": [
    -0.253,
    0.466
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.216,
    0.278
   ],
   "device": [
    -0.305,
    0.254
   ],
   "model": [
    -0.299,
    0.341
   ],
   "engine": [
    -0.287,
    0.403
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.151,
    0.183
   ],
   "device": [
    -0.179,
    0.188
   ],
   "model": [
    -0.162,
    0.217
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.259,
    0.947
   ],
   "device": [
    -0.28,
    0.974
   ],
   "model": [
    -0.188,
    0.984
   ],
   "engine": [
    -0.19,
    0.951
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.328,
    1.192
   ],
   "device": [
    -0.335,
    1.257
   ],
   "model": [
    -0.292,
    1.238
   ],
   "engine": [
    -0.288,
    1.259
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.192,
    1.029
   ],
   "device": [
    -0.212,
    1.015
   ],
   "model": [
    -0.212,
    1.05
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.195,
    0.285
   ],
   "device": [
    -0.267,
    0.208
   ],
   "model": [
    -0.206,
    0.292
   ],
   "engine": [
    -0.334,
    0.172
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.194,
    0.285
   ],
   "device": [
    -0.246,
    0.261
   ],
   "model": [
    -0.2,
    0.355
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.456,
    1.531
   ],
   "device": [
    -0.368,
    1.602
   ],
   "model": [
    -0.383,
    1.557
   ],
   "engine": [
    -0.369,
    1.604
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.489,
    2.184
   ],
   "device": [
    -0.224,
    2.228
   ],
   "model": [
    -0.293,
    2.168
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.152,
    0.16
   ],
   "device": [
    -0.225,
    0.161
   ],
   "model": [
    -0.18,
    0.614
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.34,
    0.551
   ],
   "device": [
    -0.363,
    0.695
   ],
   "model": [
    -0.185,
    0.758
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.195,
    0.258
   ],
   "device": [
    -0.303,
    0.173
   ],
   "model": [
    -0.208,
    0.231
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.396,
    1.035
   ],
   "device": [
    -0.393,
    0.98
   ],
   "model": [
    -0.383,
    0.974
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.258,
    0.614
   ],
   "device": [
    -0.482,
    1.145
   ],
   "model": [
    -0.34,
    0.651
   ],
   "engine": [
    -0.437,
    0.937
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.258,
    0.614
   ],
   "device": [
    -0.482,
    1.145
   ],
   "model": [
    -0.34,
    0.651
   ],
   "engine": [
    -0.437,
    0.937
   ]
  },
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -0.245,
    0.397
   ],
   "device": [
    -0.633,
    0.498
   ],
   "model": [
    -0.247,
    0.349
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.396,
    0.74
   ],
   "device": [
    -0.633,
    1.3
   ],
   "model": [
    -0.593,
    0.768
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.144,
    0.38
   ],
   "device": [
    -0.171,
    0.373
   ],
   "model": [
    -0.14,
    0.377
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.188,
    0.62
   ],
   "device": [
    -0.155,
    1.227
   ],
   "model": [
    -0.205,
    0.658
   ]
  },
  "batch|dense|sambaflow": {
   "configurations": [
    -0.533,
    2.25
   ],
   "device": [
    -0.718,
    2.221
   ],
   "model": [
    -0.561,
    2.249
   ]
  },
  "tpot|dense|llama.cpp": {
   "configurations": [
    -0.253,
    0.405
   ],
   "device": [
    -0.396,
    0.457
   ],
   "model": [
    -0.382,
    0.36
   ]
  }
 }
};
