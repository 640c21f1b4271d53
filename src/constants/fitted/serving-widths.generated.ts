// Written by scripts/calibrate-steps.mjs from held-back residuals; measured data as in steps.generated.ts.
import type { ServingWidths } from "../interval-types.ts";

export const servingWidths: ServingWidths = {
 "families": [],
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
  "Qwen/Qwen3-235B-A22B-FP8",
  "Qwen/Qwen3-32B",
  "bigscience/bloom-7b1",
  "deepseek-ai/DeepSeek-R1",
  "deepseek-ai/DeepSeek-V3",
  "facebook/opt-6.7b",
  "meta-llama/Llama-2-70b-hf",
  "meta-llama/Llama-2-7b-hf",
  "meta-llama/Llama-3.1-70B",
  "meta-llama/Llama-3.1-8B",
  "meta-llama/Meta-Llama-3-70B",
  "meta-llama/Meta-Llama-3-8B",
  "mistralai/Mistral-7B-v0.1",
  "neuralmagic/Meta-Llama-3-8B-Instruct-FP8"
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
  "rate|dense|tensorrt-llm": {
   "configurations": [
    -0.161,
    0.257
   ],
   "device": [
    -0.264,
    0.207
   ],
   "model": [
    -0.17,
    0.234
   ]
  },
  "rate|*|tensorrt-llm": {
   "configurations": [
    -0.161,
    0.257
   ],
   "device": [
    -0.264,
    0.207
   ],
   "model": [
    -0.17,
    0.234
   ]
  },
  "rate|dense|*": {
   "configurations": [
    -0.161,
    0.257
   ],
   "device": [
    -0.264,
    0.207
   ],
   "model": [
    -0.17,
    0.234
   ],
   "engine": [
    -0.248,
    0.297
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.161,
    0.257
   ],
   "device": [
    -0.264,
    0.207
   ],
   "model": [
    -0.17,
    0.234
   ],
   "engine": [
    -0.248,
    0.297
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.173,
    0.217
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
  "tpot|*|tensorrt-llm": {
   "configurations": [
    -0.19,
    0.218
   ],
   "device": [
    -0.245,
    0.18
   ],
   "model": [
    -0.184,
    0.208
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.254,
    0.267
   ],
   "device": [
    -0.316,
    0.276
   ],
   "model": [
    -0.296,
    0.358
   ],
   "engine": [
    -0.336,
    0.374
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.246,
    0.254
   ],
   "device": [
    -0.318,
    0.253
   ],
   "model": [
    -0.286,
    0.349
   ],
   "engine": [
    -0.38,
    0.357
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.22,
    1.49
   ],
   "device": [
    -0.207,
    1.539
   ],
   "model": [
    -0.176,
    1.477
   ]
  },
  "ttft|*|tensorrt-llm": {
   "configurations": [
    -0.434,
    1.234
   ],
   "device": [
    -0.409,
    1.31
   ],
   "model": [
    -0.363,
    1.29
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.287,
    1.316
   ],
   "device": [
    -0.333,
    1.322
   ],
   "model": [
    -0.219,
    1.319
   ],
   "engine": [
    -0.184,
    1.373
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.43,
    1.417
   ],
   "device": [
    -0.389,
    1.485
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
  "tpot|moe|sglang": {
   "configurations": [
    -0.246,
    0.266
   ],
   "device": [
    -0.332,
    0.173
   ],
   "model": [
    -0.189,
    0.331
   ]
  },
  "tpot|*|sglang": {
   "configurations": [
    -0.246,
    0.266
   ],
   "device": [
    -0.332,
    0.173
   ],
   "model": [
    -0.189,
    0.331
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.235,
    0.238
   ],
   "device": [
    -0.318,
    0.171
   ],
   "model": [
    -0.204,
    0.253
   ],
   "engine": [
    -0.43,
    0.108
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.609,
    2.187
   ],
   "device": [
    -0.254,
    2.209
   ],
   "model": [
    -0.398,
    2.173
   ]
  },
  "ttft|*|sglang": {
   "configurations": [
    -0.609,
    2.187
   ],
   "device": [
    -0.254,
    2.209
   ],
   "model": [
    -0.398,
    2.173
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.557,
    1.564
   ],
   "device": [
    -0.438,
    1.628
   ],
   "model": [
    -0.448,
    1.576
   ],
   "engine": [
    -0.374,
    1.627
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.185,
    0.188
   ],
   "device": [
    -0.234,
    0.245
   ],
   "model": [
    -0.241,
    0.618
   ]
  },
  "tpot|*|vllm": {
   "configurations": [
    -0.185,
    0.188
   ],
   "device": [
    -0.234,
    0.245
   ],
   "model": [
    -0.241,
    0.618
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.361,
    0.625
   ],
   "device": [
    -0.369,
    0.627
   ],
   "model": [
    -0.219,
    0.798
   ]
  },
  "ttft|*|vllm": {
   "configurations": [
    -0.361,
    0.625
   ],
   "device": [
    -0.369,
    0.627
   ],
   "model": [
    -0.219,
    0.798
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.228,
    0.218
   ],
   "device": [
    -0.314,
    0.153
   ],
   "model": [
    -0.211,
    0.207
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.554,
    1.176
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
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -0.29,
    0.467
   ],
   "device": [
    -0.69,
    0.577
   ],
   "model": [
    -0.279,
    0.459
   ]
  },
  "batch|*|deepspeed-mii": {
   "configurations": [
    -0.29,
    0.467
   ],
   "device": [
    -0.69,
    0.577
   ],
   "model": [
    -0.279,
    0.459
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.475,
    0.863
   ],
   "device": [
    -0.641,
    1.301
   ],
   "model": [
    -0.469,
    0.844
   ],
   "engine": [
    -0.654,
    1.156
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.475,
    0.863
   ],
   "device": [
    -0.641,
    1.301
   ],
   "model": [
    -0.469,
    0.844
   ],
   "engine": [
    -0.654,
    1.156
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.701,
    0.813
   ],
   "device": [
    -0.728,
    1.415
   ],
   "model": [
    -0.689,
    0.786
   ]
  },
  "batch|*|llama.cpp": {
   "configurations": [
    -0.701,
    0.813
   ],
   "device": [
    -0.728,
    1.415
   ],
   "model": [
    -0.689,
    0.786
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.114,
    0.67
   ],
   "device": [
    -0.118,
    0.654
   ],
   "model": [
    -0.132,
    0.668
   ]
  },
  "batch|*|tensorrt-llm": {
   "configurations": [
    -0.114,
    0.67
   ],
   "device": [
    -0.118,
    0.654
   ],
   "model": [
    -0.132,
    0.668
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.201,
    0.98
   ],
   "device": [
    -0.192,
    1.584
   ],
   "model": [
    -0.196,
    1.003
   ]
  },
  "batch|*|vllm": {
   "configurations": [
    -0.201,
    0.98
   ],
   "device": [
    -0.192,
    1.584
   ],
   "model": [
    -0.196,
    1.003
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
  "batch|*|sambaflow": {
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
    -0.278,
    0.378
   ],
   "device": [
    -0.343,
    0.415
   ],
   "model": [
    -0.355,
    0.358
   ]
  },
  "tpot|*|llama.cpp": {
   "configurations": [
    -0.278,
    0.378
   ],
   "device": [
    -0.343,
    0.415
   ],
   "model": [
    -0.355,
    0.358
   ]
  }
 }
};
