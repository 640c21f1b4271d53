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
    0.261
   ],
   "device": [
    -0.183,
    0.223
   ],
   "model": [
    -0.191,
    0.283
   ],
   "engine": [
    -0.188,
    0.329
   ]
  },
  "power|*|*": {
   "configurations": [
    -0.172,
    0.261
   ],
   "device": [
    -0.183,
    0.223
   ],
   "model": [
    -0.191,
    0.283
   ],
   "engine": [
    -0.188,
    0.329
   ]
  },
  "power|dense|vllm": {
   "configurations": [
    -0.11,
    0.248
   ],
   "device": [
    -0.138,
    0.223
   ],
   "model": [
    -0.178,
    0.246
   ]
  },
  "rate|dense|*": {
   "configurations": [
    -0.125,
    0.18
   ],
   "device": [
    -0.193,
    0.141
   ],
   "model": [
    -0.143,
    0.168
   ],
   "engine": [
    -0.228,
    0.156
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.125,
    0.18
   ],
   "device": [
    -0.193,
    0.141
   ],
   "model": [
    -0.143,
    0.168
   ],
   "engine": [
    -0.228,
    0.156
   ]
  },
  "rate|dense|vllm": {
   "configurations": [
    -0.154,
    0.145
   ],
   "device": [
    -0.193,
    0.086
   ],
   "model": [
    -0.145,
    0.126
   ]
  },
  "rate|dense|tensorrt-llm": {
   "configurations": [
    -0.12,
    0.219
   ],
   "device": [
    -0.192,
    0.175
   ],
   "model": [
    -0.141,
    0.212
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.226,
    0.282
   ],
   "device": [
    -0.35,
    0.302
   ],
   "model": [
    -0.295,
    0.382
   ],
   "engine": [
    -0.256,
    0.421
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.226,
    0.254
   ],
   "device": [
    -0.333,
    0.265
   ],
   "model": [
    -0.274,
    0.333
   ],
   "engine": [
    -0.305,
    0.383
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.167,
    0.159
   ],
   "device": [
    -0.193,
    0.186
   ],
   "model": [
    -0.181,
    0.206
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.263,
    0.964
   ],
   "device": [
    -0.249,
    1.032
   ],
   "model": [
    -0.159,
    1.04
   ],
   "engine": [
    -0.172,
    0.959
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.361,
    1.227
   ],
   "device": [
    -0.332,
    1.279
   ],
   "model": [
    -0.325,
    1.242
   ],
   "engine": [
    -0.299,
    1.247
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.178,
    1.045
   ],
   "device": [
    -0.16,
    1.077
   ],
   "model": [
    -0.156,
    1.082
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.223,
    0.253
   ],
   "device": [
    -0.281,
    0.196
   ],
   "model": [
    -0.255,
    0.279
   ],
   "engine": [
    -0.357,
    0.155
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.234,
    0.254
   ],
   "device": [
    -0.269,
    0.254
   ],
   "model": [
    -0.243,
    0.35
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.499,
    1.512
   ],
   "device": [
    -0.4,
    1.61
   ],
   "model": [
    -0.43,
    1.558
   ],
   "engine": [
    -0.398,
    1.603
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.654,
    2.185
   ],
   "device": [
    -0.214,
    2.237
   ],
   "model": [
    -0.304,
    2.175
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.153,
    0.17
   ],
   "device": [
    -0.209,
    0.16
   ],
   "model": [
    -0.189,
    0.595
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.338,
    0.541
   ],
   "device": [
    -0.378,
    0.762
   ],
   "model": [
    -0.162,
    0.758
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.217,
    0.244
   ],
   "device": [
    -0.299,
    0.163
   ],
   "model": [
    -0.281,
    0.211
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.459,
    1.034
   ],
   "device": [
    -0.425,
    0.976
   ],
   "model": [
    -0.438,
    0.953
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.243,
    0.617
   ],
   "device": [
    -0.526,
    1.198
   ],
   "model": [
    -0.376,
    0.635
   ],
   "engine": [
    -0.433,
    0.959
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.243,
    0.617
   ],
   "device": [
    -0.526,
    1.198
   ],
   "model": [
    -0.376,
    0.635
   ],
   "engine": [
    -0.433,
    0.959
   ]
  },
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -0.244,
    0.417
   ],
   "device": [
    -0.642,
    0.531
   ],
   "model": [
    -0.231,
    0.352
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.329,
    0.759
   ],
   "device": [
    -0.684,
    1.366
   ],
   "model": [
    -0.761,
    0.791
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.134,
    0.384
   ],
   "device": [
    -0.182,
    0.366
   ],
   "model": [
    -0.145,
    0.377
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.19,
    0.617
   ],
   "device": [
    -0.169,
    1.23
   ],
   "model": [
    -0.202,
    0.635
   ]
  },
  "batch|dense|sambaflow": {
   "configurations": [
    -0.555,
    2.257
   ],
   "device": [
    -0.718,
    2.22
   ],
   "model": [
    -0.547,
    2.253
   ]
  },
  "tpot|dense|llama.cpp": {
   "configurations": [
    -0.271,
    0.406
   ],
   "device": [
    -0.412,
    0.47
   ],
   "model": [
    -0.366,
    0.382
   ]
  }
 }
};
