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
    0.264
   ],
   "device": [
    -0.176,
    0.219
   ],
   "model": [
    -0.192,
    0.265
   ],
   "engine": [
    -0.192,
    0.304
   ]
  },
  "power|*|*": {
   "configurations": [
    -0.172,
    0.264
   ],
   "device": [
    -0.176,
    0.219
   ],
   "model": [
    -0.192,
    0.265
   ],
   "engine": [
    -0.192,
    0.304
   ]
  },
  "power|dense|vllm": {
   "configurations": [
    -0.114,
    0.23
   ],
   "device": [
    -0.144,
    0.207
   ],
   "model": [
    -0.176,
    0.24
   ]
  },
  "rate|dense|*": {
   "configurations": [
    -0.122,
    0.149
   ],
   "device": [
    -0.168,
    0.147
   ],
   "model": [
    -0.147,
    0.168
   ],
   "engine": [
    -0.206,
    0.146
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.122,
    0.149
   ],
   "device": [
    -0.168,
    0.147
   ],
   "model": [
    -0.147,
    0.168
   ],
   "engine": [
    -0.206,
    0.146
   ]
  },
  "rate|dense|vllm": {
   "configurations": [
    -0.126,
    0.109
   ],
   "device": [
    -0.173,
    0.077
   ],
   "model": [
    -0.125,
    0.116
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
    0.274
   ],
   "device": [
    -0.323,
    0.276
   ],
   "model": [
    -0.318,
    0.36
   ],
   "engine": [
    -0.256,
    0.466
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.222,
    0.262
   ],
   "device": [
    -0.307,
    0.237
   ],
   "model": [
    -0.299,
    0.334
   ],
   "engine": [
    -0.298,
    0.399
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.164,
    0.154
   ],
   "device": [
    -0.185,
    0.159
   ],
   "model": [
    -0.177,
    0.189
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.287,
    1.03
   ],
   "device": [
    -0.322,
    1.059
   ],
   "model": [
    -0.207,
    1.068
   ],
   "engine": [
    -0.231,
    1.061
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.402,
    1.218
   ],
   "device": [
    -0.386,
    1.272
   ],
   "model": [
    -0.359,
    1.258
   ],
   "engine": [
    -0.353,
    1.289
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.261,
    1.09
   ],
   "device": [
    -0.262,
    1.07
   ],
   "model": [
    -0.239,
    1.092
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.218,
    0.262
   ],
   "device": [
    -0.288,
    0.181
   ],
   "model": [
    -0.214,
    0.282
   ],
   "engine": [
    -0.347,
    0.144
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.21,
    0.278
   ],
   "device": [
    -0.249,
    0.254
   ],
   "model": [
    -0.213,
    0.332
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.481,
    1.554
   ],
   "device": [
    -0.446,
    1.628
   ],
   "model": [
    -0.41,
    1.578
   ],
   "engine": [
    -0.481,
    1.629
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.481,
    2.213
   ],
   "device": [
    -0.216,
    2.25
   ],
   "model": [
    -0.292,
    2.198
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.152,
    0.156
   ],
   "device": [
    -0.228,
    0.161
   ],
   "model": [
    -0.197,
    0.614
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.335,
    0.671
   ],
   "device": [
    -0.349,
    0.814
   ],
   "model": [
    -0.178,
    0.882
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.224,
    0.247
   ],
   "device": [
    -0.323,
    0.154
   ],
   "model": [
    -0.226,
    0.219
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.441,
    0.798
   ],
   "device": [
    -0.446,
    0.869
   ],
   "model": [
    -0.441,
    0.883
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
