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
    -0.43,
    0.094
   ],
   "device": [
    -0.447,
    0.087
   ],
   "model": [
    -0.429,
    0.09
   ],
   "engine": [
    -0.46,
    0.149
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.43,
    0.094
   ],
   "device": [
    -0.447,
    0.087
   ],
   "model": [
    -0.429,
    0.09
   ],
   "engine": [
    -0.46,
    0.149
   ]
  },
  "rate|dense|vllm": {
   "configurations": [
    -0.488,
    -0.025
   ],
   "device": [
    -0.487,
    -0.067
   ],
   "model": [
    -0.471,
    -0.038
   ]
  },
  "rate|dense|tensorrt-llm": {
   "configurations": [
    -0.155,
    0.204
   ],
   "device": [
    -0.265,
    0.169
   ],
   "model": [
    -0.165,
    0.201
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.254,
    0.266
   ],
   "device": [
    -0.315,
    0.274
   ],
   "model": [
    -0.293,
    0.36
   ],
   "engine": [
    -0.335,
    0.374
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.249,
    0.254
   ],
   "device": [
    -0.318,
    0.254
   ],
   "model": [
    -0.284,
    0.349
   ],
   "engine": [
    -0.38,
    0.356
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.173,
    0.216
   ],
   "device": [
    -0.185,
    0.206
   ],
   "model": [
    -0.172,
    0.213
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.3,
    1.318
   ],
   "device": [
    -0.333,
    1.326
   ],
   "model": [
    -0.218,
    1.318
   ],
   "engine": [
    -0.185,
    1.372
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.431,
    1.417
   ],
   "device": [
    -0.389,
    1.484
   ],
   "model": [
    -0.363,
    1.432
   ],
   "engine": [
    -0.26,
    1.489
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.22,
    1.489
   ],
   "device": [
    -0.207,
    1.538
   ],
   "model": [
    -0.176,
    1.476
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.236,
    0.238
   ],
   "device": [
    -0.318,
    0.171
   ],
   "model": [
    -0.204,
    0.254
   ],
   "engine": [
    -0.43,
    0.109
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.247,
    0.266
   ],
   "device": [
    -0.332,
    0.173
   ],
   "model": [
    -0.19,
    0.331
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.557,
    1.564
   ],
   "device": [
    -0.438,
    1.627
   ],
   "model": [
    -0.448,
    1.575
   ],
   "engine": [
    -0.374,
    1.626
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.609,
    2.187
   ],
   "device": [
    -0.254,
    2.208
   ],
   "model": [
    -0.398,
    2.173
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.172,
    0.184
   ],
   "device": [
    -0.234,
    0.243
   ],
   "model": [
    -0.24,
    0.618
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.362,
    0.624
   ],
   "device": [
    -0.369,
    0.625
   ],
   "model": [
    -0.218,
    0.797
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.228,
    0.218
   ],
   "device": [
    -0.313,
    0.154
   ],
   "model": [
    -0.211,
    0.207
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.555,
    1.177
   ],
   "device": [
    -0.457,
    1.189
   ],
   "model": [
    -0.464,
    1.203
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.431,
    0.796
   ],
   "device": [
    -0.627,
    1.271
   ],
   "model": [
    -0.415,
    0.802
   ],
   "engine": [
    -0.659,
    1.132
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.431,
    0.796
   ],
   "device": [
    -0.627,
    1.271
   ],
   "model": [
    -0.415,
    0.802
   ],
   "engine": [
    -0.659,
    1.132
   ]
  },
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -0.274,
    0.443
   ],
   "device": [
    -0.69,
    0.577
   ],
   "model": [
    -0.277,
    0.449
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.701,
    0.758
   ],
   "device": [
    -0.727,
    1.415
   ],
   "model": [
    -0.688,
    0.789
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.195,
    0.306
   ],
   "device": [
    -0.169,
    0.303
   ],
   "model": [
    -0.203,
    0.293
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.191,
    1.006
   ],
   "device": [
    -0.189,
    1.664
   ],
   "model": [
    -0.195,
    1.039
   ]
  },
  "batch|dense|sambaflow": {
   "configurations": [
    -0.661,
    2.237
   ],
   "device": [
    -0.739,
    2.221
   ],
   "model": [
    -0.673,
    2.237
   ]
  },
  "tpot|dense|llama.cpp": {
   "configurations": [
    -0.288,
    0.377
   ],
   "device": [
    -0.341,
    0.415
   ],
   "model": [
    -0.353,
    0.36
   ]
  }
 }
};
