// Written by scripts/calibrate-steps.mjs from held-back residuals; measured data as in steps.generated.ts.
import type { ServingWidths } from "../interval-types.ts";

export const servingWidths: ServingWidths = {
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
    -0.16,
    0.221
   ],
   "device": [
    -0.283,
    0.205
   ],
   "model": [
    -0.172,
    0.237
   ]
  },
  "rate|*|tensorrt-llm": {
   "configurations": [
    -0.16,
    0.221
   ],
   "device": [
    -0.283,
    0.205
   ],
   "model": [
    -0.172,
    0.237
   ]
  },
  "rate|dense|*": {
   "configurations": [
    -0.16,
    0.221
   ],
   "device": [
    -0.283,
    0.205
   ],
   "model": [
    -0.172,
    0.237
   ],
   "engine": [
    -0.264,
    0.334
   ]
  },
  "rate|*|*": {
   "configurations": [
    -0.16,
    0.221
   ],
   "device": [
    -0.283,
    0.205
   ],
   "model": [
    -0.172,
    0.237
   ],
   "engine": [
    -0.264,
    0.334
   ]
  },
  "tpot|dense|tensorrt-llm": {
   "configurations": [
    -0.118,
    0.217
   ],
   "device": [
    -0.21,
    0.23
   ],
   "model": [
    -0.141,
    0.229
   ]
  },
  "tpot|*|tensorrt-llm": {
   "configurations": [
    -0.18,
    0.216
   ],
   "device": [
    -0.263,
    0.203
   ],
   "model": [
    -0.206,
    0.22
   ]
  },
  "tpot|dense|*": {
   "configurations": [
    -0.254,
    0.271
   ],
   "device": [
    -0.349,
    0.276
   ],
   "model": [
    -0.305,
    0.369
   ],
   "engine": [
    -0.342,
    0.416
   ]
  },
  "tpot|*|*": {
   "configurations": [
    -0.241,
    0.271
   ],
   "device": [
    -0.338,
    0.257
   ],
   "model": [
    -0.286,
    0.345
   ],
   "engine": [
    -0.386,
    0.368
   ]
  },
  "ttft|dense|tensorrt-llm": {
   "configurations": [
    -0.226,
    1.494
   ],
   "device": [
    -0.23,
    1.573
   ],
   "model": [
    -0.08,
    1.577
   ]
  },
  "ttft|*|tensorrt-llm": {
   "configurations": [
    -0.375,
    1.307
   ],
   "device": [
    -0.383,
    1.313
   ],
   "model": [
    -0.36,
    1.34
   ]
  },
  "ttft|dense|*": {
   "configurations": [
    -0.313,
    1.333
   ],
   "device": [
    -0.32,
    1.335
   ],
   "model": [
    -0.122,
    1.386
   ],
   "engine": [
    -0.127,
    1.377
   ]
  },
  "ttft|*|*": {
   "configurations": [
    -0.384,
    1.456
   ],
   "device": [
    -0.375,
    1.515
   ],
   "model": [
    -0.333,
    1.496
   ],
   "engine": [
    -0.207,
    1.535
   ]
  },
  "tpot|moe|sglang": {
   "configurations": [
    -0.2,
    0.318
   ],
   "device": [
    -0.324,
    0.181
   ],
   "model": [
    -0.251,
    0.346
   ]
  },
  "tpot|*|sglang": {
   "configurations": [
    -0.2,
    0.318
   ],
   "device": [
    -0.324,
    0.181
   ],
   "model": [
    -0.251,
    0.346
   ]
  },
  "tpot|moe|*": {
   "configurations": [
    -0.223,
    0.241
   ],
   "device": [
    -0.324,
    0.153
   ],
   "model": [
    -0.244,
    0.272
   ],
   "engine": [
    -0.436,
    0.07
   ]
  },
  "ttft|moe|sglang": {
   "configurations": [
    -0.392,
    2.203
   ],
   "device": [
    -0.158,
    2.231
   ],
   "model": [
    -0.385,
    2.211
   ]
  },
  "ttft|*|sglang": {
   "configurations": [
    -0.392,
    2.203
   ],
   "device": [
    -0.158,
    2.231
   ],
   "model": [
    -0.385,
    2.211
   ]
  },
  "ttft|moe|*": {
   "configurations": [
    -0.45,
    1.603
   ],
   "device": [
    -0.416,
    1.657
   ],
   "model": [
    -0.431,
    1.63
   ],
   "engine": [
    -0.323,
    1.673
   ]
  },
  "tpot|dense|vllm": {
   "configurations": [
    -0.155,
    0.187
   ],
   "device": [
    -0.267,
    0.223
   ],
   "model": [
    -0.222,
    0.642
   ]
  },
  "tpot|*|vllm": {
   "configurations": [
    -0.155,
    0.187
   ],
   "device": [
    -0.267,
    0.223
   ],
   "model": [
    -0.222,
    0.642
   ]
  },
  "ttft|dense|vllm": {
   "configurations": [
    -0.345,
    0.625
   ],
   "device": [
    -0.359,
    0.848
   ],
   "model": [
    -0.128,
    0.89
   ]
  },
  "ttft|*|vllm": {
   "configurations": [
    -0.345,
    0.625
   ],
   "device": [
    -0.359,
    0.848
   ],
   "model": [
    -0.128,
    0.89
   ]
  },
  "tpot|moe|tensorrt-llm": {
   "configurations": [
    -0.234,
    0.216
   ],
   "device": [
    -0.335,
    0.15
   ],
   "model": [
    -0.237,
    0.195
   ]
  },
  "ttft|moe|tensorrt-llm": {
   "configurations": [
    -0.459,
    1.213
   ],
   "device": [
    -0.432,
    1.171
   ],
   "model": [
    -0.466,
    1.194
   ]
  },
  "batch|dense|deepspeed-mii": {
   "configurations": [
    -1.892,
    0.399
   ],
   "device": [
    -1.944,
    0.539
   ],
   "model": [
    -1.888,
    0.402
   ]
  },
  "batch|*|deepspeed-mii": {
   "configurations": [
    -1.892,
    0.399
   ],
   "device": [
    -1.944,
    0.539
   ],
   "model": [
    -1.888,
    0.402
   ]
  },
  "batch|dense|*": {
   "configurations": [
    -0.599,
    0.798
   ],
   "device": [
    -0.736,
    1.301
   ],
   "model": [
    -0.614,
    0.818
   ],
   "engine": [
    -0.808,
    1.179
   ]
  },
  "batch|*|*": {
   "configurations": [
    -0.599,
    0.798
   ],
   "device": [
    -0.736,
    1.301
   ],
   "model": [
    -0.614,
    0.818
   ],
   "engine": [
    -0.808,
    1.179
   ]
  },
  "batch|dense|llama.cpp": {
   "configurations": [
    -0.645,
    0.765
   ],
   "device": [
    -0.817,
    1.415
   ],
   "model": [
    -0.677,
    0.719
   ]
  },
  "batch|*|llama.cpp": {
   "configurations": [
    -0.645,
    0.765
   ],
   "device": [
    -0.817,
    1.415
   ],
   "model": [
    -0.677,
    0.719
   ]
  },
  "batch|dense|tensorrt-llm": {
   "configurations": [
    -0.128,
    0.648
   ],
   "device": [
    -0.126,
    0.645
   ],
   "model": [
    -0.158,
    0.649
   ]
  },
  "batch|*|tensorrt-llm": {
   "configurations": [
    -0.128,
    0.648
   ],
   "device": [
    -0.126,
    0.645
   ],
   "model": [
    -0.158,
    0.649
   ]
  },
  "batch|dense|vllm": {
   "configurations": [
    -0.234,
    0.954
   ],
   "device": [
    -0.298,
    1.59
   ],
   "model": [
    -0.219,
    0.982
   ]
  },
  "batch|*|vllm": {
   "configurations": [
    -0.234,
    0.954
   ],
   "device": [
    -0.298,
    1.59
   ],
   "model": [
    -0.219,
    0.982
   ]
  },
  "batch|dense|sambaflow": {
   "configurations": [
    -0.67,
    2.238
   ],
   "device": [
    -0.736,
    2.222
   ],
   "model": [
    -0.699,
    2.236
   ]
  },
  "batch|*|sambaflow": {
   "configurations": [
    -0.67,
    2.238
   ],
   "device": [
    -0.736,
    2.222
   ],
   "model": [
    -0.699,
    2.236
   ]
  },
  "tpot|dense|llama.cpp": {
   "configurations": [
    -0.281,
    0.377
   ],
   "device": [
    -0.378,
    0.406
   ],
   "model": [
    -0.334,
    0.329
   ]
  },
  "tpot|*|llama.cpp": {
   "configurations": [
    -0.281,
    0.377
   ],
   "device": [
    -0.378,
    0.406
   ],
   "model": [
    -0.334,
    0.329
   ]
  }
 }
};
