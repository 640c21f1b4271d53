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
    -0.179,
    0.262
   ],
   "device": [
    -0.205,
    0.224
   ],
   "model": [
    -0.22,
    0.28
   ],
   "engine": [
    -0.179,
    0.314
   ]
  },
  "power|*|*": {
   "configurations": [
    -0.179,
    0.262
   ],
   "device": [
    -0.205,
    0.224
   ],
   "model": [
    -0.22,
    0.28
   ],
   "engine": [
    -0.179,
    0.314
   ]
  },
  "power|dense|vllm": {
   "configurations": [
    -0.11,
    0.248
   ],
   "device": [
    -0.145,
    0.209
   ],
   "model": [
    -0.159,
    0.245
   ]
  },
  "rate|dense|*": {
   "configurations": [
    -0.134,
    0.181
   ],
   "device": [
    -0.224,
    0.166
   ],
   "model": [
    -0.198,
    0.195
   ],
   "engine": [
    -0.265,
    0.163
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.134,
    0.181
   ],
   "device": [
    -0.224,
    0.166
   ],
   "model": [
    -0.198,
    0.195
   ],
   "engine": [
    -0.265,
    0.163
   ]
  },
  "rate|dense|vllm": {
   "configurations": [
    -0.144,
    0.134
   ],
   "device": [
    -0.218,
    0.068
   ],
   "model": [
    -0.138,
    0.161
   ]
  },
  "rate|dense|tensorrt-llm": {
   "configurations": [
    -0.127,
    0.215
   ],
   "device": [
    -0.224,
    0.187
   ],
   "model": [
    -0.213,
    0.212
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.172,
    0.15
   ],
   "device": [
    -0.227,
    0.187
   ],
   "model": [
    -0.256,
    0.298
   ],
   "engine": [
    -0.338,
    0.351
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.172,
    0.188
   ],
   "device": [
    -0.239,
    0.196
   ],
   "model": [
    -0.252,
    0.29
   ],
   "engine": [
    -0.325,
    0.32
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.177,
    0.137
   ],
   "device": [
    -0.2,
    0.174
   ],
   "model": [
    -0.216,
    0.208
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.287,
    1.042
   ],
   "device": [
    -0.256,
    1.14
   ],
   "model": [
    -0.218,
    1.122
   ],
   "engine": [
    -0.188,
    0.97
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.292,
    1.051
   ],
   "device": [
    -0.346,
    1.141
   ],
   "model": [
    -0.268,
    1.109
   ],
   "engine": [
    -0.229,
    1.052
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.179,
    1.106
   ],
   "device": [
    -0.135,
    1.181
   ],
   "model": [
    -0.144,
    1.155
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.176,
    0.265
   ],
   "device": [
    -0.282,
    0.231
   ],
   "model": [
    -0.246,
    0.28
   ],
   "engine": [
    -0.259,
    0.196
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.173,
    0.284
   ],
   "device": [
    -0.275,
    0.299
   ],
   "model": [
    -0.18,
    0.307
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.309,
    1.066
   ],
   "device": [
    -0.385,
    1.141
   ],
   "model": [
    -0.328,
    1.109
   ],
   "engine": [
    -0.256,
    1.19
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.237,
    1.668
   ],
   "device": [
    -0.345,
    1.772
   ],
   "model": [
    -0.221,
    1.721
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.143,
    0.15
   ],
   "device": [
    -0.215,
    0.153
   ],
   "model": [
    -0.184,
    0.593
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.336,
    0.51
   ],
   "device": [
    -0.363,
    0.8
   ],
   "model": [
    -0.269,
    0.705
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.195,
    0.265
   ],
   "device": [
    -0.285,
    0.15
   ],
   "model": [
    -0.27,
    0.262
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.363,
    0.786
   ],
   "device": [
    -0.423,
    0.878
   ],
   "model": [
    -0.398,
    0.892
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.2,
    0.455
   ],
   "device": [
    -0.256,
    1.121
   ],
   "model": [
    -0.222,
    0.481
   ],
   "engine": [
    -0.455,
    0.79
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.2,
    0.455
   ],
   "device": [
    -0.256,
    1.121
   ],
   "model": [
    -0.222,
    0.481
   ],
   "engine": [
    -0.455,
    0.79
   ]
  },
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -0.211,
    0.434
   ],
   "device": [
    -0.648,
    0.498
   ],
   "model": [
    -0.225,
    0.352
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.192,
    0.456
   ],
   "device": [
    -0.225,
    1.366
   ],
   "model": [
    -0.299,
    0.476
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.146,
    0.2
   ],
   "device": [
    -0.16,
    0.319
   ],
   "model": [
    -0.131,
    0.236
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.184,
    0.414
   ],
   "device": [
    -0.16,
    0.939
   ],
   "model": [
    -0.201,
    0.539
   ]
  },
  "batch|dense|sambaflow": {
   "configurations": [
    -0.473,
    2.259
   ],
   "device": [
    -0.617,
    2.223
   ],
   "model": [
    -0.521,
    2.251
   ]
  },
  "tpot|dense|llama.cpp": {
   "configurations": [
    -0.172,
    0.155
   ],
   "device": [
    -0.23,
    0.214
   ],
   "model": [
    -0.361,
    0.189
   ]
  }
 }
};
