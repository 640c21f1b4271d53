// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.7283,
   "logSd": 0.176,
   "observations": 862
  },
  "nvidia-ampere": {
   "logOffset": 0.5248,
   "logSd": 0.192,
   "observations": 147
  },
  "tensorrt-llm": {
   "logOffset": -0.0561,
   "logSd": 0.186,
   "observations": 406
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0159,
   "logSd": 0.238,
   "observations": 54
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0274,
   "logSd": 0.199,
   "observations": 97
  },
  "nvidia-hopper": {
   "logOffset": 0.1179,
   "logSd": 0.165,
   "observations": 399
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0137,
   "logSd": 0.175,
   "observations": 186
  },
  "nvidia-ada": {
   "logOffset": -0.0987,
   "logSd": 0.212,
   "observations": 103
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": 0.0041,
   "logSd": 0.24,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2217,
   "logSd": 0.159,
   "observations": 113
  },
  "nvidia-blackwell": {
   "logOffset": -0.1989,
   "logSd": 0.176,
   "observations": 163
  },
  "sglang": {
   "logOffset": -0.1771,
   "logSd": 0.185,
   "observations": 78
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1405,
   "logSd": 0.193,
   "observations": 47
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0366,
   "logSd": 0.189,
   "observations": 31
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2195,
   "logSd": 0.168,
   "observations": 31
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.019,
   "logSd": 0.188,
   "observations": 84
  },
  "vllm": {
   "logOffset": 0.0466,
   "logSd": 0.195,
   "observations": 195
  },
  "vllm/2025": {
   "logOffset": -0.1458,
   "logSd": 0.186,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0394,
   "logSd": 0.192,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1648,
   "logSd": 0.185,
   "observations": 113
  },
  "deepspeed-mii": {
   "logOffset": 0.0763,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5929,
   "logSd": 0.25,
   "observations": 0
  },
  "llama.cpp": {
   "logOffset": 0.5752,
   "logSd": 0.192,
   "observations": 133
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.1166,
   "logSd": 0.25,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.3692,
   "logSd": 0.157,
   "observations": 208
  },
  "vllm/2024": {
   "logOffset": 0.1095,
   "logSd": 0.193,
   "observations": 86
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1573,
   "logSd": 0.21,
   "observations": 50
  },
  "intel-gaudi": {
   "logOffset": -0.5166,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.333,
   "logSd": 0.195,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.6365,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2284,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.408,
   "logSd": 0.25,
   "observations": 0
  },
  "sambanova-rdu": {
   "logOffset": -0.0933,
   "logSd": 0.246,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1028,
   "logSd": 0.215,
   "observations": 64
  },
  "vllm/2023": {
   "logOffset": 0.0829,
   "logSd": 0.246,
   "observations": 45
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.3137,
   "logSd": 0.388,
   "observations": 152
  },
  "tensorrt-llm": {
   "logOffset": -0.0424,
   "logSd": 0.299,
   "observations": 31
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0012,
   "logSd": 0.3,
   "observations": 6
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.005,
   "logSd": 0.3,
   "observations": 8
  },
  "vllm": {
   "logOffset": 0.0116,
   "logSd": 0.3,
   "observations": 29
  },
  "vllm/2025": {
   "logOffset": 0.0156,
   "logSd": 0.3,
   "observations": 23
  },
  "deepspeed-mii": {
   "logOffset": -0.1468,
   "logSd": 0.296,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0015,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0466,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2023": {
   "logOffset": -0.0039,
   "logSd": 0.3,
   "observations": 6
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3283,
   "logSd": 0.365,
   "observations": 918
  },
  "tensorrt-llm": {
   "logOffset": 0.0359,
   "logSd": 0.483,
   "observations": 380
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0084,
   "logSd": 0.499,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0541,
   "logSd": 0.497,
   "observations": 99
  },
  "sglang": {
   "logOffset": -0.0251,
   "logSd": 0.499,
   "observations": 61
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0215,
   "logSd": 0.498,
   "observations": 30
  },
  "vllm": {
   "logOffset": 0.4228,
   "logSd": 0.385,
   "observations": 226
  },
  "vllm/2025": {
   "logOffset": -0.0209,
   "logSd": 0.497,
   "observations": 54
  },
  "deepspeed-mii": {
   "logOffset": -0.7996,
   "logSd": 0.445,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1805,
   "logSd": 0.497,
   "observations": 184
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1032,
   "logSd": 0.483,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.4421,
   "logSd": 0.382,
   "observations": 124
  },
  "sambaflow": {
   "logOffset": -0.1429,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8857,
   "logSd": 0.348,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": 0.1161,
   "logSd": 0.329,
   "observations": 573
  },
  "tensorrt-llm": {
   "logOffset": -0.0576,
   "logSd": 0.445,
   "observations": 297
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0949,
   "logSd": 0.506,
   "observations": 58
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0084,
   "logSd": 0.573,
   "observations": 80
  },
  "sglang": {
   "logOffset": -0.0299,
   "logSd": 0.599,
   "observations": 33
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0571,
   "logSd": 0.597,
   "observations": 19
  },
  "vllm": {
   "logOffset": 0.5369,
   "logSd": 0.448,
   "observations": 211
  },
  "vllm/2025": {
   "logOffset": 0.3337,
   "logSd": 0.563,
   "observations": 46
  },
  "deepspeed-mii": {
   "logOffset": -0.3233,
   "logSd": 0.375,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0148,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2012,
   "logSd": 0.437,
   "observations": 140
  },
  "vllm/2024": {
   "logOffset": 0.1845,
   "logSd": 0.441,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": 0.0262,
   "logSd": 0.596,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.0187,
   "logSd": 0.597,
   "observations": 39
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.1373,
   "logSd": 0.451,
   "observations": 421
  },
  "tensorrt-llm": {
   "logOffset": -0.249,
   "logSd": 0.454,
   "observations": 202
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0132,
   "logSd": 0.499,
   "observations": 40
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0093,
   "logSd": 0.499,
   "observations": 73
  },
  "sglang": {
   "logOffset": 0.0122,
   "logSd": 0.5,
   "observations": 52
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0524,
   "logSd": 0.498,
   "observations": 31
  },
  "vllm": {
   "logOffset": 0.0272,
   "logSd": 0.496,
   "observations": 69
  },
  "vllm/2025": {
   "logOffset": 0.049,
   "logSd": 0.499,
   "observations": 43
  },
  "deepspeed-mii": {
   "logOffset": 0.0145,
   "logSd": 0.5,
   "observations": 12
  },
  "llama.cpp": {
   "logOffset": 0.0568,
   "logSd": 0.499,
   "observations": 86
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.279,
   "logSd": 0.455,
   "observations": 58
  },
  "vllm/2024": {
   "logOffset": 0.001,
   "logSd": 0.5,
   "observations": 11
  },
  "sambaflow": {
   "logOffset": 0.0011,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0228,
   "logSd": 0.496,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.7468,
   "logSd": 0.352,
   "observations": 144
  },
  "tensorrt-llm": {
   "logOffset": 0.1076,
   "logSd": 0.336,
   "observations": 73
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0407,
   "logSd": 0.331,
   "observations": 57
  },
  "sglang": {
   "logOffset": 0.0469,
   "logSd": 0.395,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1482,
   "logSd": 0.36,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.1775,
   "logSd": 0.34,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1775,
   "logSd": 0.34,
   "observations": 32
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.7883,
   "logSd": 0.426,
   "observations": 82
  },
  "tensorrt-llm": {
   "logOffset": 0.0228,
   "logSd": 0.342,
   "observations": 42
  },
  "nvidia-hopper": {
   "logOffset": 0.0895,
   "logSd": 0.331,
   "observations": 32
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0628,
   "logSd": 0.341,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1008,
   "logSd": 0.329,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.1076,
   "logSd": 0.331,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1743,
   "logSd": 0.337,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1476,
   "logSd": 0.335,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0267,
   "logSd": 0.335,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0781,
   "logSd": 0.34,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.04,
   "logSd": 0.344,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.013,
   "logSd": 0.043,
   "observations": 696
  },
  "nvidia-ampere": {
   "logOffset": -0.0048,
   "logSd": 0.063,
   "observations": 239
  },
  "tensorrt-llm": {
   "logOffset": -0.0399,
   "logSd": 0.072,
   "observations": 323
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0039,
   "logSd": 0.069,
   "observations": 57
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0335,
   "logSd": 0.072,
   "observations": 77
  },
  "nvidia-hopper": {
   "logOffset": -0.039,
   "logSd": 0.066,
   "observations": 277
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0258,
   "logSd": 0.073,
   "observations": 144
  },
  "nvidia-ada": {
   "logOffset": 0.0936,
   "logSd": 0.073,
   "observations": 67
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0413,
   "logSd": 0.082,
   "observations": 35
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0031,
   "logSd": 0.089,
   "observations": 94
  },
  "nvidia-blackwell": {
   "logOffset": -0.0547,
   "logSd": 0.091,
   "observations": 128
  },
  "sglang": {
   "logOffset": -0.015,
   "logSd": 0.099,
   "observations": 57
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0152,
   "logSd": 0.1,
   "observations": 33
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0569,
   "logSd": 0.087,
   "observations": 20
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0062,
   "logSd": 0.094,
   "observations": 67
  },
  "vllm": {
   "logOffset": -0.0574,
   "logSd": 0.076,
   "observations": 179
  },
  "vllm/2025": {
   "logOffset": -0.021,
   "logSd": 0.089,
   "observations": 56
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0333,
   "logSd": 0.096,
   "observations": 28
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0011,
   "logSd": 0.079,
   "observations": 89
  },
  "deepspeed-mii": {
   "logOffset": -0.086,
   "logSd": 0.085,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1211,
   "logSd": 0.085,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1628,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0414,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0101,
   "logSd": 0.063,
   "observations": 152
  },
  "vllm/2024": {
   "logOffset": -0.0205,
   "logSd": 0.074,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0414,
   "logSd": 0.078,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0351,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0123,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0656,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0012,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0645,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.0165,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1349,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0159,
   "logSd": 0.075,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.015,
   "logSd": 0.041,
   "observations": 1161
  },
  "nvidia-ampere": {
   "logOffset": 0.1152,
   "logSd": 0.061,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0132,
   "logSd": 0.069,
   "observations": 430
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0542,
   "logSd": 0.072,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0235,
   "logSd": 0.063,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.1306,
   "logSd": 0.073,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.133,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.1024,
   "logSd": 0.075,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0131,
   "logSd": 0.079,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": -0.0033,
   "logSd": 0.075,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0447,
   "logSd": 0.08,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0016,
   "logSd": 0.085,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0463,
   "logSd": 0.088,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0087,
   "logSd": 0.092,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0128,
   "logSd": 0.083,
   "observations": 84
  },
  "vllm": {
   "logOffset": -0.0382,
   "logSd": 0.075,
   "observations": 238
  },
  "vllm/2025": {
   "logOffset": -0.0768,
   "logSd": 0.078,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0145,
   "logSd": 0.092,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0302,
   "logSd": 0.076,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.1545,
   "logSd": 0.083,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1006,
   "logSd": 0.083,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1939,
   "logSd": 0.061,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2422,
   "logSd": 0.067,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.018,
   "logSd": 0.064,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": -0.0041,
   "logSd": 0.071,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0278,
   "logSd": 0.078,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2551,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1836,
   "logSd": 0.074,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.5696,
   "logSd": 0.075,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4879,
   "logSd": 0.077,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0817,
   "logSd": 0.089,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1061,
   "logSd": 0.085,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.2354,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0427,
   "logSd": 0.085,
   "observations": 48
  }
 }
};
