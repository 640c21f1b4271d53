// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.1908,
   "logSd": 0.171,
   "observations": 1242
  },
  "nvidia-hopper/2025": {
   "logOffset": -0.0479,
   "logSd": 0.162,
   "observations": 189
  },
  "vllm": {
   "logOffset": 0.0769,
   "logSd": 0.177,
   "observations": 297
  },
  "vllm/2025": {
   "logOffset": -0.0385,
   "logSd": 0.182,
   "observations": 124
  },
  "nvidia-hopper|vllm/2025": {
   "logOffset": -0.0628,
   "logSd": 0.179,
   "observations": 93
  },
  "nvidia-ampere/2024": {
   "logOffset": 0.7535,
   "logSd": 0.19,
   "observations": 389
  },
  "tensorrt-llm": {
   "logOffset": -0.115,
   "logSd": 0.169,
   "observations": 426
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0565,
   "logSd": 0.216,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm/2024b": {
   "logOffset": 0.0391,
   "logSd": 0.221,
   "observations": 24
  },
  "nvidia-hopper/2024": {
   "logOffset": 0.2918,
   "logSd": 0.183,
   "observations": 261
  },
  "nvidia-hopper|tensorrt-llm/2024b": {
   "logOffset": 0.0381,
   "logSd": 0.215,
   "observations": 24
  },
  "nvidia-ada/2024": {
   "logOffset": -0.1971,
   "logSd": 0.205,
   "observations": 116
  },
  "nvidia-ada|tensorrt-llm/2024b": {
   "logOffset": -0.0209,
   "logSd": 0.224,
   "observations": 14
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0415,
   "logSd": 0.176,
   "observations": 115
  },
  "nvidia-hopper|tensorrt-llm/2025b": {
   "logOffset": -0.0342,
   "logSd": 0.181,
   "observations": 32
  },
  "nvidia-blackwell/2025": {
   "logOffset": -0.1748,
   "logSd": 0.169,
   "observations": 162
  },
  "sglang": {
   "logOffset": -0.0535,
   "logSd": 0.175,
   "observations": 80
  },
  "nvidia-blackwell|sglang/2025": {
   "logOffset": -0.1913,
   "logSd": 0.187,
   "observations": 48
  },
  "nvidia-hopper|sglang/2025": {
   "logOffset": 0.1227,
   "logSd": 0.183,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0701,
   "logSd": 0.186,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm/2025b": {
   "logOffset": -0.0071,
   "logSd": 0.177,
   "observations": 83
  },
  "nvidia-blackwell|vllm/2025": {
   "logOffset": 0.0238,
   "logSd": 0.178,
   "observations": 31
  },
  "deepspeed-mii": {
   "logOffset": 0.0604,
   "logSd": 0.201,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii/2024": {
   "logOffset": 0.5666,
   "logSd": 0.245,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.6877,
   "logSd": 0.212,
   "observations": 368
  },
  "nvidia-ampere|llama.cpp/2024": {
   "logOffset": 0.0084,
   "logSd": 0.179,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0568,
   "logSd": 0.188,
   "observations": 217
  },
  "nvidia-ampere|tensorrt-llm/2024": {
   "logOffset": 0.0274,
   "logSd": 0.189,
   "observations": 78
  },
  "vllm/2024": {
   "logOffset": 0.0872,
   "logSd": 0.193,
   "observations": 126
  },
  "nvidia-ampere|vllm/2024": {
   "logOffset": -0.1299,
   "logSd": 0.191,
   "observations": 31
  },
  "intel-gaudi/2024": {
   "logOffset": -0.5508,
   "logSd": 0.288,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp/2024": {
   "logOffset": 0.5426,
   "logSd": 0.215,
   "observations": 69
  },
  "nvidia-hopper|tensorrt-llm/2024": {
   "logOffset": -0.0723,
   "logSd": 0.196,
   "observations": 107
  },
  "nvidia-hopper|vllm/2024": {
   "logOffset": -0.0441,
   "logSd": 0.19,
   "observations": 61
  },
  "amd-cdna3/2024": {
   "logOffset": 1.0219,
   "logSd": 0.301,
   "observations": 34
  },
  "amd-cdna3|llama.cpp/2024": {
   "logOffset": 0.0114,
   "logSd": 0.224,
   "observations": 0
  },
  "amd-cdna3|vllm/2024": {
   "logOffset": 0.4148,
   "logSd": 0.258,
   "observations": 34
  },
  "sambanova-rdu/2024": {
   "logOffset": -0.0984,
   "logSd": 0.225,
   "observations": 16
  },
  "nvidia-ada|llama.cpp/2024": {
   "logOffset": -0.1485,
   "logSd": 0.201,
   "observations": 70
  },
  "nvidia-ampere/2023": {
   "logOffset": 0.0588,
   "logSd": 0.22,
   "observations": 23
  },
  "vllm/2023": {
   "logOffset": 0.0297,
   "logSd": 0.224,
   "observations": 47
  },
  "nvidia-hopper/2023": {
   "logOffset": -0.0286,
   "logSd": 0.219,
   "observations": 24
  },
  "nvidia-ada|tensorrt-llm/2024": {
   "logOffset": -0.0127,
   "logSd": 0.222,
   "observations": 32
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.207,
   "logSd": 0.373,
   "observations": 204
  },
  "vllm": {
   "logOffset": 0.0134,
   "logSd": 0.267,
   "observations": 34
  },
  "vllm/2025": {
   "logOffset": 0.0308,
   "logSd": 0.268,
   "observations": 27
  },
  "tensorrt-llm": {
   "logOffset": -0.0227,
   "logSd": 0.267,
   "observations": 63
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0009,
   "logSd": 0.268,
   "observations": 31
  },
  "sglang": {
   "logOffset": 0.0029,
   "logSd": 0.268,
   "observations": 29
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0092,
   "logSd": 0.268,
   "observations": 13
  },
  "deepspeed-mii": {
   "logOffset": -0.0907,
   "logSd": 0.265,
   "observations": 48
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0333,
   "logSd": 0.267,
   "observations": 19
  },
  "vllm/2023": {
   "logOffset": -0.0171,
   "logSd": 0.268,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3866,
   "logSd": 0.361,
   "observations": 957
  },
  "vllm": {
   "logOffset": 0.4936,
   "logSd": 0.385,
   "observations": 290
  },
  "vllm/2025": {
   "logOffset": 0.0382,
   "logSd": 0.439,
   "observations": 116
  },
  "tensorrt-llm": {
   "logOffset": -0.0903,
   "logSd": 0.436,
   "observations": 366
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0047,
   "logSd": 0.447,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0419,
   "logSd": 0.445,
   "observations": 97
  },
  "sglang": {
   "logOffset": -0.0055,
   "logSd": 0.446,
   "observations": 60
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0226,
   "logSd": 0.446,
   "observations": 29
  },
  "deepspeed-mii": {
   "logOffset": -0.6473,
   "logSd": 0.442,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": -0.0164,
   "logSd": 0.447,
   "observations": 174
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0659,
   "logSd": 0.437,
   "observations": 195
  },
  "vllm/2024": {
   "logOffset": -0.2048,
   "logSd": 0.359,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1183,
   "logSd": 0.448,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 1.087,
   "logSd": 0.368,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.1896,
   "logSd": 0.322,
   "observations": 571
  },
  "vllm": {
   "logOffset": 0.4152,
   "logSd": 0.42,
   "observations": 259
  },
  "vllm/2025": {
   "logOffset": 0.3651,
   "logSd": 0.522,
   "observations": 103
  },
  "tensorrt-llm": {
   "logOffset": -0.4441,
   "logSd": 0.46,
   "observations": 258
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0184,
   "logSd": 0.507,
   "observations": 54
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0071,
   "logSd": 0.527,
   "observations": 59
  },
  "sglang": {
   "logOffset": -0.0199,
   "logSd": 0.536,
   "observations": 27
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0259,
   "logSd": 0.536,
   "observations": 14
  },
  "deepspeed-mii": {
   "logOffset": -0.2077,
   "logSd": 0.358,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": -0.0013,
   "logSd": 0.537,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.4663,
   "logSd": 0.471,
   "observations": 131
  },
  "vllm/2024": {
   "logOffset": 0.0261,
   "logSd": 0.405,
   "observations": 121
  },
  "sambaflow": {
   "logOffset": 0.016,
   "logSd": 0.533,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0092,
   "logSd": 0.535,
   "observations": 35
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": 0.0013,
   "logSd": 0.405,
   "observations": 482
  },
  "vllm": {
   "logOffset": 0.0865,
   "logSd": 0.439,
   "observations": 121
  },
  "vllm/2025": {
   "logOffset": 0.1727,
   "logSd": 0.449,
   "observations": 93
  },
  "tensorrt-llm": {
   "logOffset": -0.0737,
   "logSd": 0.385,
   "observations": 226
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0321,
   "logSd": 0.445,
   "observations": 43
  },
  "sglang": {
   "logOffset": 0.031,
   "logSd": 0.447,
   "observations": 52
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1143,
   "logSd": 0.438,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.0032,
   "logSd": 0.447,
   "observations": 17
  },
  "llama.cpp": {
   "logOffset": -0.041,
   "logSd": 0.447,
   "observations": 66
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1569,
   "logSd": 0.385,
   "observations": 67
  },
  "vllm/2024": {
   "logOffset": 0.0009,
   "logSd": 0.447,
   "observations": 13
  },
  "sambaflow": {
   "logOffset": 0.0023,
   "logSd": 0.447,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0844,
   "logSd": 0.443,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.5626,
   "logSd": 0.325,
   "observations": 145
  },
  "vllm": {
   "logOffset": 0.202,
   "logSd": 0.313,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.202,
   "logSd": 0.313,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": -0.0287,
   "logSd": 0.302,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0491,
   "logSd": 0.295,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0363,
   "logSd": 0.355,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0203,
   "logSd": 0.318,
   "observations": 16
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.7605,
   "logSd": 0.387,
   "observations": 82
  },
  "nvidia-hopper": {
   "logOffset": 0.1052,
   "logSd": 0.296,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": 0.0103,
   "logSd": 0.304,
   "observations": 42
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.085,
   "logSd": 0.299,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0943,
   "logSd": 0.284,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.0489,
   "logSd": 0.295,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1469,
   "logSd": 0.304,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1254,
   "logSd": 0.298,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0193,
   "logSd": 0.294,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0838,
   "logSd": 0.291,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0745,
   "logSd": 0.303,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.023,
   "logSd": 0.047,
   "observations": 801
  },
  "nvidia-hopper/2025": {
   "logOffset": -0.1046,
   "logSd": 0.127,
   "observations": 156
  },
  "vllm": {
   "logOffset": -0.0981,
   "logSd": 0.116,
   "observations": 233
  },
  "vllm/2025": {
   "logOffset": -0.0312,
   "logSd": 0.145,
   "observations": 105
  },
  "nvidia-hopper|vllm/2025": {
   "logOffset": 0.0528,
   "logSd": 0.147,
   "observations": 76
  },
  "nvidia-ampere/2024": {
   "logOffset": 0.0163,
   "logSd": 0.101,
   "observations": 242
  },
  "tensorrt-llm": {
   "logOffset": -0.0738,
   "logSd": 0.112,
   "observations": 385
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0289,
   "logSd": 0.129,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm/2024b": {
   "logOffset": 0.0289,
   "logSd": 0.129,
   "observations": 24
  },
  "nvidia-hopper|tensorrt-llm/2024b": {
   "logOffset": 0.0439,
   "logSd": 0.134,
   "observations": 24
  },
  "nvidia-ada/2024": {
   "logOffset": 0.1648,
   "logSd": 0.131,
   "observations": 79
  },
  "nvidia-ada|tensorrt-llm/2024b": {
   "logOffset": -0.0439,
   "logSd": 0.157,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0519,
   "logSd": 0.145,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm/2025b": {
   "logOffset": 0.0433,
   "logSd": 0.151,
   "observations": 27
  },
  "nvidia-blackwell/2025": {
   "logOffset": -0.2153,
   "logSd": 0.154,
   "observations": 142
  },
  "sglang": {
   "logOffset": -0.1334,
   "logSd": 0.177,
   "observations": 64
  },
  "nvidia-blackwell|sglang/2025": {
   "logOffset": -0.11,
   "logSd": 0.181,
   "observations": 38
  },
  "nvidia-hopper|sglang/2025": {
   "logOffset": -0.0199,
   "logSd": 0.173,
   "observations": 26
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2149,
   "logSd": 0.144,
   "observations": 27
  },
  "nvidia-blackwell|tensorrt-llm/2025b": {
   "logOffset": 0.0083,
   "logSd": 0.156,
   "observations": 75
  },
  "nvidia-blackwell|vllm/2025": {
   "logOffset": -0.0869,
   "logSd": 0.158,
   "observations": 29
  },
  "deepspeed-mii": {
   "logOffset": -0.0433,
   "logSd": 0.145,
   "observations": 38
  },
  "nvidia-ampere|deepspeed-mii/2024": {
   "logOffset": -0.2866,
   "logSd": 0.155,
   "observations": 25
  },
  "llama.cpp": {
   "logOffset": 0.1096,
   "logSd": 0.119,
   "observations": 159
  },
  "nvidia-ampere|llama.cpp/2024": {
   "logOffset": 0.0144,
   "logSd": 0.121,
   "observations": 107
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0221,
   "logSd": 0.124,
   "observations": 192
  },
  "nvidia-ampere|tensorrt-llm/2024": {
   "logOffset": 0.0364,
   "logSd": 0.12,
   "observations": 62
  },
  "vllm/2024": {
   "logOffset": -0.099,
   "logSd": 0.136,
   "observations": 96
  },
  "nvidia-ampere|vllm/2024": {
   "logOffset": 0.1569,
   "logSd": 0.134,
   "observations": 24
  },
  "intel-gaudi/2024": {
   "logOffset": 0.1881,
   "logSd": 0.19,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp/2024": {
   "logOffset": -0.1728,
   "logSd": 0.134,
   "observations": 20
  },
  "nvidia-hopper|tensorrt-llm/2024": {
   "logOffset": 0.0376,
   "logSd": 0.122,
   "observations": 99
  },
  "nvidia-hopper|vllm/2024": {
   "logOffset": 0.0681,
   "logSd": 0.132,
   "observations": 46
  },
  "amd-cdna3/2024": {
   "logOffset": -0.5087,
   "logSd": 0.234,
   "observations": 26
  },
  "amd-cdna3|llama.cpp/2024": {
   "logOffset": -0.0006,
   "logSd": 0.179,
   "observations": 0
  },
  "amd-cdna3|vllm/2024": {
   "logOffset": -0.5063,
   "logSd": 0.234,
   "observations": 26
  },
  "sambanova-rdu/2024": {
   "logOffset": -0.0687,
   "logSd": 0.179,
   "observations": 9
  },
  "nvidia-ada|llama.cpp/2024": {
   "logOffset": 0.4468,
   "logSd": 0.155,
   "observations": 32
  },
  "nvidia-ampere/2023": {
   "logOffset": 0.0473,
   "logSd": 0.121,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.0331,
   "logSd": 0.132,
   "observations": 32
  },
  "nvidia-hopper/2023": {
   "logOffset": -0.0138,
   "logSd": 0.128,
   "observations": 16
  },
  "nvidia-ada|tensorrt-llm/2024": {
   "logOffset": -0.0525,
   "logSd": 0.139,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.039,
   "logSd": 0.046,
   "observations": 1210
  },
  "nvidia-hopper/2025": {
   "logOffset": 0.0207,
   "logSd": 0.116,
   "observations": 188
  },
  "vllm": {
   "logOffset": 0.1255,
   "logSd": 0.121,
   "observations": 297
  },
  "vllm/2025": {
   "logOffset": -0.1013,
   "logSd": 0.146,
   "observations": 124
  },
  "nvidia-hopper|vllm/2025": {
   "logOffset": -0.1149,
   "logSd": 0.144,
   "observations": 92
  },
  "nvidia-ampere/2024": {
   "logOffset": 0.0342,
   "logSd": 0.105,
   "observations": 389
  },
  "tensorrt-llm": {
   "logOffset": -0.0226,
   "logSd": 0.111,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0648,
   "logSd": 0.138,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm/2024b": {
   "logOffset": -0.077,
   "logSd": 0.138,
   "observations": 24
  },
  "nvidia-hopper/2024": {
   "logOffset": -0.116,
   "logSd": 0.112,
   "observations": 261
  },
  "nvidia-hopper|tensorrt-llm/2024b": {
   "logOffset": -0.0397,
   "logSd": 0.151,
   "observations": 24
  },
  "nvidia-ada/2024": {
   "logOffset": 0.0864,
   "logSd": 0.124,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm/2024b": {
   "logOffset": 0.0515,
   "logSd": 0.171,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0699,
   "logSd": 0.136,
   "observations": 116
  },
  "nvidia-hopper|tensorrt-llm/2025b": {
   "logOffset": 0.0177,
   "logSd": 0.141,
   "observations": 32
  },
  "nvidia-blackwell/2025": {
   "logOffset": 0.0793,
   "logSd": 0.128,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0803,
   "logSd": 0.136,
   "observations": 80
  },
  "nvidia-blackwell|sglang/2025": {
   "logOffset": 0.0149,
   "logSd": 0.144,
   "observations": 48
  },
  "nvidia-hopper|sglang/2025": {
   "logOffset": 0.0641,
   "logSd": 0.145,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0475,
   "logSd": 0.139,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm/2025b": {
   "logOffset": 0.051,
   "logSd": 0.141,
   "observations": 84
  },
  "nvidia-blackwell|vllm/2025": {
   "logOffset": 0.0113,
   "logSd": 0.158,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.1281,
   "logSd": 0.153,
   "observations": 27
  },
  "nvidia-ampere|deepspeed-mii/2024": {
   "logOffset": -0.0682,
   "logSd": 0.15,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.0125,
   "logSd": 0.112,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp/2024": {
   "logOffset": 0.2679,
   "logSd": 0.125,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0765,
   "logSd": 0.126,
   "observations": 218
  },
  "nvidia-ampere|tensorrt-llm/2024": {
   "logOffset": 0.015,
   "logSd": 0.123,
   "observations": 78
  },
  "vllm/2024": {
   "logOffset": 0.0995,
   "logSd": 0.139,
   "observations": 125
  },
  "nvidia-ampere|vllm/2024": {
   "logOffset": -0.0225,
   "logSd": 0.135,
   "observations": 31
  },
  "intel-gaudi/2024": {
   "logOffset": 0.4008,
   "logSd": 0.253,
   "observations": 0
  },
  "nvidia-hopper|llama.cpp/2024": {
   "logOffset": -0.0802,
   "logSd": 0.126,
   "observations": 69
  },
  "nvidia-hopper|tensorrt-llm/2024": {
   "logOffset": 0.0011,
   "logSd": 0.126,
   "observations": 107
  },
  "nvidia-hopper|vllm/2024": {
   "logOffset": 0.0086,
   "logSd": 0.136,
   "observations": 61
  },
  "amd-cdna3/2024": {
   "logOffset": -0.3982,
   "logSd": 0.208,
   "observations": 62
  },
  "amd-cdna3|llama.cpp/2024": {
   "logOffset": -0.9975,
   "logSd": 0.226,
   "observations": 29
  },
  "amd-cdna3|vllm/2024": {
   "logOffset": 0.1147,
   "logSd": 0.176,
   "observations": 33
  },
  "sambanova-rdu/2024": {
   "logOffset": 0.3636,
   "logSd": 0.168,
   "observations": 18
  },
  "nvidia-ada|llama.cpp/2024": {
   "logOffset": 0.1387,
   "logSd": 0.131,
   "observations": 72
  },
  "nvidia-ampere/2023": {
   "logOffset": -0.0015,
   "logSd": 0.131,
   "observations": 24
  },
  "vllm/2023": {
   "logOffset": 0.1271,
   "logSd": 0.151,
   "observations": 48
  },
  "nvidia-hopper/2023": {
   "logOffset": 0.1289,
   "logSd": 0.168,
   "observations": 24
  },
  "nvidia-ada|tensorrt-llm/2024": {
   "logOffset": -0.0951,
   "logSd": 0.134,
   "observations": 33
  }
 },
 "engineAttentionEfficiency": {
  "": {
   "logOffset": 0.0098,
   "logSd": 0.086,
   "observations": 1249
  },
  "nvidia-hopper/2025": {
   "logOffset": 0.0583,
   "logSd": 0.175,
   "observations": 189
  },
  "vllm": {
   "logOffset": -0.042,
   "logSd": 0.163,
   "observations": 299
  },
  "vllm/2025": {
   "logOffset": -0.0072,
   "logSd": 0.186,
   "observations": 125
  },
  "nvidia-hopper|vllm/2025": {
   "logOffset": 0.0425,
   "logSd": 0.189,
   "observations": 93
  },
  "nvidia-ampere/2024": {
   "logOffset": 0.1435,
   "logSd": 0.133,
   "observations": 388
  },
  "tensorrt-llm": {
   "logOffset": -0.0244,
   "logSd": 0.148,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0119,
   "logSd": 0.158,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm/2024b": {
   "logOffset": -0.0121,
   "logSd": 0.155,
   "observations": 24
  },
  "nvidia-hopper/2024": {
   "logOffset": 0.1777,
   "logSd": 0.141,
   "observations": 261
  },
  "nvidia-hopper|tensorrt-llm/2024b": {
   "logOffset": 0.0678,
   "logSd": 0.158,
   "observations": 24
  },
  "nvidia-ada/2024": {
   "logOffset": -0.0986,
   "logSd": 0.148,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm/2024b": {
   "logOffset": -0.0432,
   "logSd": 0.162,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0243,
   "logSd": 0.184,
   "observations": 116
  },
  "nvidia-hopper|tensorrt-llm/2025b": {
   "logOffset": -0.0345,
   "logSd": 0.202,
   "observations": 32
  },
  "nvidia-blackwell/2025": {
   "logOffset": -0.206,
   "logSd": 0.18,
   "observations": 164
  },
  "sglang": {
   "logOffset": -0.0089,
   "logSd": 0.2,
   "observations": 80
  },
  "nvidia-blackwell|sglang/2025": {
   "logOffset": -0.1498,
   "logSd": 0.21,
   "observations": 48
  },
  "nvidia-hopper|sglang/2025": {
   "logOffset": 0.1389,
   "logSd": 0.221,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0829,
   "logSd": 0.217,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm/2025b": {
   "logOffset": 0.0101,
   "logSd": 0.188,
   "observations": 84
  },
  "nvidia-blackwell|vllm/2025": {
   "logOffset": -0.05,
   "logSd": 0.201,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.2405,
   "logSd": 0.187,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii/2024": {
   "logOffset": 0.0562,
   "logSd": 0.185,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.2104,
   "logSd": 0.196,
   "observations": 398
  },
  "nvidia-ampere|llama.cpp/2024": {
   "logOffset": -0.0217,
   "logSd": 0.155,
   "observations": 228
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0705,
   "logSd": 0.157,
   "observations": 218
  },
  "nvidia-ampere|tensorrt-llm/2024": {
   "logOffset": -0.0579,
   "logSd": 0.153,
   "observations": 78
  },
  "vllm/2024": {
   "logOffset": -0.0154,
   "logSd": 0.174,
   "observations": 126
  },
  "nvidia-ampere|vllm/2024": {
   "logOffset": 0.1955,
   "logSd": 0.174,
   "observations": 31
  },
  "intel-gaudi/2024": {
   "logOffset": 0.1615,
   "logSd": 0.205,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp/2024": {
   "logOffset": -0.0712,
   "logSd": 0.165,
   "observations": 69
  },
  "nvidia-hopper|tensorrt-llm/2024": {
   "logOffset": 0.1134,
   "logSd": 0.152,
   "observations": 107
  },
  "nvidia-hopper|vllm/2024": {
   "logOffset": 0.0526,
   "logSd": 0.168,
   "observations": 61
  },
  "amd-cdna3/2024": {
   "logOffset": -0.6958,
   "logSd": 0.266,
   "observations": 63
  },
  "amd-cdna3|llama.cpp/2024": {
   "logOffset": -0.0164,
   "logSd": 0.223,
   "observations": 29
  },
  "amd-cdna3|vllm/2024": {
   "logOffset": -0.5141,
   "logSd": 0.256,
   "observations": 34
  },
  "sambanova-rdu/2024": {
   "logOffset": 0.1072,
   "logSd": 0.209,
   "observations": 18
  },
  "nvidia-ada|llama.cpp/2024": {
   "logOffset": -0.0721,
   "logSd": 0.164,
   "observations": 72
  },
  "nvidia-ampere/2023": {
   "logOffset": -0.0061,
   "logSd": 0.219,
   "observations": 24
  },
  "vllm/2023": {
   "logOffset": -0.0189,
   "logSd": 0.218,
   "observations": 48
  },
  "nvidia-hopper/2023": {
   "logOffset": -0.0128,
   "logSd": 0.223,
   "observations": 24
  },
  "nvidia-ada|tensorrt-llm/2024": {
   "logOffset": 0.0182,
   "logSd": 0.156,
   "observations": 33
  }
 },
 "sortPasses": {
  "": {
   "logOffset": 0.1316,
   "logSd": 0.191,
   "observations": 61
  }
 },
 "storedScorePasses": {
  "": {
   "logOffset": 0.2764,
   "logSd": 0.241,
   "observations": 152
  },
  "llama.cpp": {
   "logOffset": 0.2629,
   "logSd": 0.239,
   "observations": 152
  }
 },
 "powerActive": {
  "": {
   "logOffset": 0.0683,
   "logSd": 0.19,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": 0.0504,
   "logSd": 0.139,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": -0.0363,
   "logSd": 0.142,
   "observations": 73
  }
 },
 "powerCompute": {
  "": {
   "logOffset": 0.3887,
   "logSd": 0.161,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.0013,
   "logSd": 0.124,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.0844,
   "logSd": 0.125,
   "observations": 73
  }
 },
 "powerMemory": {
  "": {
   "logOffset": -0.1452,
   "logSd": 0.208,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.0441,
   "logSd": 0.125,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.0143,
   "logSd": 0.123,
   "observations": 73
  }
 },
 "powerLink": {
  "": {
   "logOffset": 0.0122,
   "logSd": 0.397,
   "observations": 29
  },
  "nvidia-hopper": {
   "logOffset": 0.0023,
   "logSd": 0.179,
   "observations": 21
  }
 }
};
