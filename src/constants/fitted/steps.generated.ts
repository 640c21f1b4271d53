// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.731,
   "logSd": 0.175,
   "observations": 721
  },
  "nvidia-ampere": {
   "logOffset": 0.5248,
   "logSd": 0.192,
   "observations": 147
  },
  "tensorrt-llm": {
   "logOffset": -0.0558,
   "logSd": 0.186,
   "observations": 335
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0174,
   "logSd": 0.237,
   "observations": 53
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0301,
   "logSd": 0.198,
   "observations": 97
  },
  "nvidia-hopper": {
   "logOffset": 0.1206,
   "logSd": 0.165,
   "observations": 339
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0136,
   "logSd": 0.175,
   "observations": 157
  },
  "nvidia-ada": {
   "logOffset": -0.0992,
   "logSd": 0.212,
   "observations": 103
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": 0.0041,
   "logSd": 0.24,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2238,
   "logSd": 0.158,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.1958,
   "logSd": 0.176,
   "observations": 82
  },
  "sglang": {
   "logOffset": -0.1751,
   "logSd": 0.185,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1401,
   "logSd": 0.193,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0349,
   "logSd": 0.188,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2182,
   "logSd": 0.167,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0161,
   "logSd": 0.188,
   "observations": 42
  },
  "vllm": {
   "logOffset": 0.0446,
   "logSd": 0.195,
   "observations": 163
  },
  "vllm/2025": {
   "logOffset": -0.1489,
   "logSd": 0.186,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0395,
   "logSd": 0.192,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1657,
   "logSd": 0.185,
   "observations": 97
  },
  "deepspeed-mii": {
   "logOffset": 0.0781,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5981,
   "logSd": 0.25,
   "observations": 0
  },
  "llama.cpp": {
   "logOffset": 0.5756,
   "logSd": 0.191,
   "observations": 133
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.1151,
   "logSd": 0.25,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.3688,
   "logSd": 0.157,
   "observations": 208
  },
  "vllm/2024": {
   "logOffset": 0.1088,
   "logSd": 0.193,
   "observations": 86
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1583,
   "logSd": 0.209,
   "observations": 50
  },
  "intel-gaudi": {
   "logOffset": -0.52,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.3348,
   "logSd": 0.194,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.6369,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.229,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.408,
   "logSd": 0.25,
   "observations": 0
  },
  "sambanova-rdu": {
   "logOffset": -0.0944,
   "logSd": 0.246,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1033,
   "logSd": 0.215,
   "observations": 64
  },
  "vllm/2023": {
   "logOffset": 0.0847,
   "logSd": 0.246,
   "observations": 45
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.3222,
   "logSd": 0.389,
   "observations": 93
  },
  "tensorrt-llm": {
   "logOffset": -0.0426,
   "logSd": 0.299,
   "observations": 21
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0013,
   "logSd": 0.3,
   "observations": 0
  },
  "sglang": {
   "logOffset": -0.0006,
   "logSd": 0.3,
   "observations": 3
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0046,
   "logSd": 0.3,
   "observations": 4
  },
  "vllm": {
   "logOffset": 0.0069,
   "logSd": 0.3,
   "observations": 12
  },
  "vllm/2025": {
   "logOffset": 0.0111,
   "logSd": 0.3,
   "observations": 6
  },
  "deepspeed-mii": {
   "logOffset": -0.1464,
   "logSd": 0.296,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0015,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0463,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2023": {
   "logOffset": -0.0041,
   "logSd": 0.3,
   "observations": 6
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3304,
   "logSd": 0.365,
   "observations": 820
  },
  "tensorrt-llm": {
   "logOffset": 0.037,
   "logSd": 0.483,
   "observations": 325
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0093,
   "logSd": 0.499,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0542,
   "logSd": 0.497,
   "observations": 58
  },
  "sglang": {
   "logOffset": -0.0246,
   "logSd": 0.499,
   "observations": 40
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0203,
   "logSd": 0.498,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.4225,
   "logSd": 0.385,
   "observations": 204
  },
  "vllm/2025": {
   "logOffset": -0.0218,
   "logSd": 0.497,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.8024,
   "logSd": 0.445,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1808,
   "logSd": 0.497,
   "observations": 184
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1023,
   "logSd": 0.483,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.4432,
   "logSd": 0.382,
   "observations": 124
  },
  "sambaflow": {
   "logOffset": -0.1437,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8874,
   "logSd": 0.347,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": 0.1197,
   "logSd": 0.329,
   "observations": 535
  },
  "tensorrt-llm": {
   "logOffset": -0.0566,
   "logSd": 0.444,
   "observations": 266
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.1005,
   "logSd": 0.504,
   "observations": 58
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.01,
   "logSd": 0.572,
   "observations": 54
  },
  "sglang": {
   "logOffset": -0.0254,
   "logSd": 0.599,
   "observations": 31
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.058,
   "logSd": 0.597,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.5392,
   "logSd": 0.447,
   "observations": 197
  },
  "vllm/2025": {
   "logOffset": 0.3433,
   "logSd": 0.562,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.3257,
   "logSd": 0.373,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0149,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.205,
   "logSd": 0.436,
   "observations": 140
  },
  "vllm/2024": {
   "logOffset": 0.1771,
   "logSd": 0.44,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": 0.0258,
   "logSd": 0.596,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.0188,
   "logSd": 0.597,
   "observations": 39
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.1688,
   "logSd": 0.452,
   "observations": 269
  },
  "tensorrt-llm": {
   "logOffset": -0.2542,
   "logSd": 0.455,
   "observations": 127
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0073,
   "logSd": 0.499,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0149,
   "logSd": 0.499,
   "observations": 17
  },
  "sglang": {
   "logOffset": 0.0049,
   "logSd": 0.5,
   "observations": 13
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0407,
   "logSd": 0.498,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.0099,
   "logSd": 0.496,
   "observations": 35
  },
  "vllm/2025": {
   "logOffset": 0.0337,
   "logSd": 0.5,
   "observations": 12
  },
  "deepspeed-mii": {
   "logOffset": 0.014,
   "logSd": 0.5,
   "observations": 11
  },
  "llama.cpp": {
   "logOffset": 0.0555,
   "logSd": 0.499,
   "observations": 83
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2727,
   "logSd": 0.456,
   "observations": 57
  },
  "sambaflow": {
   "logOffset": 0.001,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0239,
   "logSd": 0.496,
   "observations": 14
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0084,
   "logSd": 0.044,
   "observations": 563
  },
  "nvidia-ampere": {
   "logOffset": -0.0098,
   "logSd": 0.063,
   "observations": 239
  },
  "tensorrt-llm": {
   "logOffset": -0.0337,
   "logSd": 0.073,
   "observations": 255
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0036,
   "logSd": 0.07,
   "observations": 57
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0338,
   "logSd": 0.072,
   "observations": 77
  },
  "nvidia-hopper": {
   "logOffset": -0.0462,
   "logSd": 0.067,
   "observations": 219
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0257,
   "logSd": 0.073,
   "observations": 118
  },
  "nvidia-ada": {
   "logOffset": 0.091,
   "logSd": 0.073,
   "observations": 67
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0431,
   "logSd": 0.081,
   "observations": 35
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0041,
   "logSd": 0.093,
   "observations": 36
  },
  "nvidia-blackwell": {
   "logOffset": -0.022,
   "logSd": 0.094,
   "observations": 46
  },
  "sglang": {
   "logOffset": -0.007,
   "logSd": 0.099,
   "observations": 17
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.01,
   "logSd": 0.1,
   "observations": 9
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.003,
   "logSd": 0.1,
   "observations": 8
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0396,
   "logSd": 0.089,
   "observations": 10
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0013,
   "logSd": 0.096,
   "observations": 25
  },
  "vllm": {
   "logOffset": -0.0525,
   "logSd": 0.077,
   "observations": 147
  },
  "vllm/2025": {
   "logOffset": -0.0197,
   "logSd": 0.096,
   "observations": 24
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0133,
   "logSd": 0.098,
   "observations": 12
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0123,
   "logSd": 0.08,
   "observations": 73
  },
  "deepspeed-mii": {
   "logOffset": -0.0866,
   "logSd": 0.085,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1218,
   "logSd": 0.085,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1627,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.041,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0054,
   "logSd": 0.064,
   "observations": 152
  },
  "vllm/2024": {
   "logOffset": -0.0176,
   "logSd": 0.075,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0373,
   "logSd": 0.078,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0351,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0112,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0653,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0012,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0642,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.0166,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1341,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0151,
   "logSd": 0.075,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0159,
   "logSd": 0.041,
   "observations": 1016
  },
  "nvidia-ampere": {
   "logOffset": 0.116,
   "logSd": 0.06,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.014,
   "logSd": 0.069,
   "observations": 356
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0546,
   "logSd": 0.072,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0256,
   "logSd": 0.063,
   "observations": 349
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.1318,
   "logSd": 0.073,
   "observations": 163
  },
  "nvidia-ada": {
   "logOffset": 0.1329,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.1032,
   "logSd": 0.075,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0142,
   "logSd": 0.079,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.0031,
   "logSd": 0.075,
   "observations": 82
  },
  "sglang": {
   "logOffset": 0.049,
   "logSd": 0.08,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0007,
   "logSd": 0.085,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0497,
   "logSd": 0.089,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0102,
   "logSd": 0.092,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.012,
   "logSd": 0.083,
   "observations": 42
  },
  "vllm": {
   "logOffset": -0.0395,
   "logSd": 0.074,
   "observations": 206
  },
  "vllm/2025": {
   "logOffset": -0.0788,
   "logSd": 0.078,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0144,
   "logSd": 0.092,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0292,
   "logSd": 0.076,
   "observations": 101
  },
  "deepspeed-mii": {
   "logOffset": 0.1557,
   "logSd": 0.083,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.0994,
   "logSd": 0.082,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1944,
   "logSd": 0.061,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2431,
   "logSd": 0.067,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0185,
   "logSd": 0.064,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": -0.0042,
   "logSd": 0.071,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0269,
   "logSd": 0.078,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2551,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1851,
   "logSd": 0.074,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.5697,
   "logSd": 0.075,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4885,
   "logSd": 0.077,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0812,
   "logSd": 0.089,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1069,
   "logSd": 0.084,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.2361,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0435,
   "logSd": 0.085,
   "observations": 48
  }
 }
};
