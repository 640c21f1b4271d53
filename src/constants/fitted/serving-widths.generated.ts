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
    -0.178,
    0.263
   ],
   "device": [
    -0.182,
    0.225
   ],
   "model": [
    -0.198,
    0.285
   ],
   "engine": [
    -0.179,
    0.309
   ]
  },
  "power|*|*": {
   "configurations": [
    -0.178,
    0.263
   ],
   "device": [
    -0.182,
    0.225
   ],
   "model": [
    -0.198,
    0.285
   ],
   "engine": [
    -0.179,
    0.309
   ]
  },
  "power|dense|vllm": {
   "configurations": [
    -0.112,
    0.251
   ],
   "device": [
    -0.146,
    0.212
   ],
   "model": [
    -0.182,
    0.25
   ]
  },
  "rate|dense|*": {
   "configurations": [
    -0.132,
    0.186
   ],
   "device": [
    -0.207,
    0.128
   ],
   "model": [
    -0.166,
    0.18
   ],
   "engine": [
    -0.257,
    0.146
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.132,
    0.186
   ],
   "device": [
    -0.207,
    0.128
   ],
   "model": [
    -0.166,
    0.18
   ],
   "engine": [
    -0.257,
    0.146
   ]
  },
  "rate|dense|vllm": {
   "configurations": [
    -0.157,
    0.164
   ],
   "device": [
    -0.205,
    0.074
   ],
   "model": [
    -0.141,
    0.134
   ]
  },
  "rate|dense|tensorrt-llm": {
   "configurations": [
    -0.13,
    0.208
   ],
   "device": [
    -0.207,
    0.172
   ],
   "model": [
    -0.176,
    0.206
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.224,
    0.279
   ],
   "device": [
    -0.352,
    0.302
   ],
   "model": [
    -0.289,
    0.382
   ],
   "engine": [
    -0.269,
    0.386
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.224,
    0.253
   ],
   "device": [
    -0.343,
    0.278
   ],
   "model": [
    -0.269,
    0.359
   ],
   "engine": [
    -0.28,
    0.368
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.161,
    0.154
   ],
   "device": [
    -0.181,
    0.179
   ],
   "model": [
    -0.18,
    0.205
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.267,
    0.979
   ],
   "device": [
    -0.254,
    1.045
   ],
   "model": [
    -0.189,
    1.05
   ],
   "engine": [
    -0.168,
    0.957
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.351,
    1.229
   ],
   "device": [
    -0.334,
    1.265
   ],
   "model": [
    -0.322,
    1.245
   ],
   "engine": [
    -0.284,
    1.254
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.168,
    1.043
   ],
   "device": [
    -0.171,
    1.085
   ],
   "model": [
    -0.153,
    1.101
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.224,
    0.253
   ],
   "device": [
    -0.335,
    0.218
   ],
   "model": [
    -0.246,
    0.293
   ],
   "engine": [
    -0.292,
    0.189
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.224,
    0.253
   ],
   "device": [
    -0.347,
    0.3
   ],
   "model": [
    -0.238,
    0.346
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.492,
    1.512
   ],
   "device": [
    -0.407,
    1.598
   ],
   "model": [
    -0.424,
    1.557
   ],
   "engine": [
    -0.394,
    1.605
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.652,
    2.185
   ],
   "device": [
    -0.228,
    2.219
   ],
   "model": [
    -0.3,
    2.173
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.139,
    0.152
   ],
   "device": [
    -0.264,
    0.157
   ],
   "model": [
    -0.173,
    0.651
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.341,
    0.554
   ],
   "device": [
    -0.358,
    0.803
   ],
   "model": [
    -0.224,
    0.765
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.209,
    0.245
   ],
   "device": [
    -0.332,
    0.156
   ],
   "model": [
    -0.262,
    0.224
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.454,
    1.039
   ],
   "device": [
    -0.431,
    0.975
   ],
   "model": [
    -0.433,
    0.955
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.25,
    0.614
   ],
   "device": [
    -0.518,
    1.222
   ],
   "model": [
    -0.364,
    0.653
   ],
   "engine": [
    -0.424,
    0.928
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.25,
    0.614
   ],
   "device": [
    -0.518,
    1.222
   ],
   "model": [
    -0.364,
    0.653
   ],
   "engine": [
    -0.424,
    0.928
   ]
  },
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -0.236,
    0.422
   ],
   "device": [
    -0.619,
    0.501
   ],
   "model": [
    -0.224,
    0.352
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.328,
    0.76
   ],
   "device": [
    -0.682,
    1.398
   ],
   "model": [
    -0.759,
    0.79
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.14,
    0.392
   ],
   "device": [
    -0.184,
    0.367
   ],
   "model": [
    -0.223,
    0.392
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.192,
    0.614
   ],
   "device": [
    -0.199,
    1.257
   ],
   "model": [
    -0.199,
    0.653
   ]
  },
  "batch|dense|sambaflow": {
   "configurations": [
    -0.554,
    2.258
   ],
   "device": [
    -0.715,
    2.221
   ],
   "model": [
    -0.546,
    2.242
   ]
  },
  "tpot|dense|llama.cpp": {
   "configurations": [
    -0.268,
    0.408
   ],
   "device": [
    -0.411,
    0.471
   ],
   "model": [
    -0.365,
    0.382
   ]
  }
 }
};
