// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.7527,
   "logSd": 0.177,
   "observations": 651
  },
  "nvidia-ampere": {
   "logOffset": 0.4625,
   "logSd": 0.192,
   "observations": 147
  },
  "tensorrt-llm": {
   "logOffset": -0.0691,
   "logSd": 0.188,
   "observations": 335
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.024,
   "logSd": 0.236,
   "observations": 53
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0141,
   "logSd": 0.199,
   "observations": 97
  },
  "nvidia-hopper": {
   "logOffset": 0.1523,
   "logSd": 0.172,
   "observations": 270
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0396,
   "logSd": 0.179,
   "observations": 157
  },
  "nvidia-ada": {
   "logOffset": -0.1613,
   "logSd": 0.216,
   "observations": 103
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": 0.0058,
   "logSd": 0.241,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2319,
   "logSd": 0.157,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.1916,
   "logSd": 0.175,
   "observations": 82
  },
  "sglang": {
   "logOffset": -0.2065,
   "logSd": 0.188,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1438,
   "logSd": 0.192,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0627,
   "logSd": 0.191,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2322,
   "logSd": 0.166,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0211,
   "logSd": 0.187,
   "observations": 42
  },
  "vllm": {
   "logOffset": 0.0077,
   "logSd": 0.197,
   "observations": 163
  },
  "vllm/2025": {
   "logOffset": -0.1677,
   "logSd": 0.186,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0266,
   "logSd": 0.192,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1661,
   "logSd": 0.187,
   "observations": 97
  },
  "deepspeed-mii": {
   "logOffset": 0.0893,
   "logSd": 0.226,
   "observations": 24
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5937,
   "logSd": 0.25,
   "observations": 0
  },
  "llama.cpp": {
   "logOffset": 0.6572,
   "logSd": 0.22,
   "observations": 64
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0315,
   "logSd": 0.25,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.371,
   "logSd": 0.155,
   "observations": 208
  },
  "vllm/2024": {
   "logOffset": 0.0876,
   "logSd": 0.194,
   "observations": 86
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1485,
   "logSd": 0.211,
   "observations": 50
  },
  "intel-gaudi": {
   "logOffset": -0.5044,
   "logSd": 0.226,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.4207,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3": {
   "logOffset": 0.721,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.372,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.349,
   "logSd": 0.25,
   "observations": 0
  },
  "sambanova-rdu": {
   "logOffset": -0.0946,
   "logSd": 0.246,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1671,
   "logSd": 0.22,
   "observations": 64
  },
  "vllm/2023": {
   "logOffset": 0.0879,
   "logSd": 0.247,
   "observations": 45
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.3378,
   "logSd": 0.389,
   "observations": 92
  },
  "tensorrt-llm": {
   "logOffset": -0.0453,
   "logSd": 0.299,
   "observations": 21
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0004,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0013,
   "logSd": 0.3,
   "observations": 0
  },
  "sglang": {
   "logOffset": -0.0004,
   "logSd": 0.3,
   "observations": 3
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0047,
   "logSd": 0.3,
   "observations": 4
  },
  "vllm": {
   "logOffset": 0.0069,
   "logSd": 0.3,
   "observations": 12
  },
  "vllm/2025": {
   "logOffset": 0.0112,
   "logSd": 0.3,
   "observations": 6
  },
  "deepspeed-mii": {
   "logOffset": -0.1526,
   "logSd": 0.297,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0014,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0491,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2024": {
   "logOffset": -0.0002,
   "logSd": 0.3,
   "observations": 0
  },
  "sambaflow": {
   "logOffset": 0,
   "logSd": 0.3,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0041,
   "logSd": 0.3,
   "observations": 6
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3761,
   "logSd": 0.366,
   "observations": 808
  },
  "tensorrt-llm": {
   "logOffset": 0.0396,
   "logSd": 0.484,
   "observations": 323
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0106,
   "logSd": 0.499,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0575,
   "logSd": 0.498,
   "observations": 58
  },
  "sglang": {
   "logOffset": -0.0271,
   "logSd": 0.499,
   "observations": 40
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.021,
   "logSd": 0.498,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.4559,
   "logSd": 0.385,
   "observations": 204
  },
  "vllm/2025": {
   "logOffset": -0.0256,
   "logSd": 0.497,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.8113,
   "logSd": 0.449,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1113,
   "logSd": 0.496,
   "observations": 174
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1076,
   "logSd": 0.484,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.4233,
   "logSd": 0.38,
   "observations": 124
  },
  "sambaflow": {
   "logOffset": -0.1446,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.9048,
   "logSd": 0.347,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": 0.1378,
   "logSd": 0.328,
   "observations": 536
  },
  "tensorrt-llm": {
   "logOffset": -0.0485,
   "logSd": 0.441,
   "observations": 267
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.1119,
   "logSd": 0.496,
   "observations": 58
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0107,
   "logSd": 0.57,
   "observations": 54
  },
  "sglang": {
   "logOffset": -0.0224,
   "logSd": 0.598,
   "observations": 31
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0607,
   "logSd": 0.596,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.5418,
   "logSd": 0.446,
   "observations": 197
  },
  "vllm/2025": {
   "logOffset": 0.355,
   "logSd": 0.558,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.3076,
   "logSd": 0.37,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.009,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2104,
   "logSd": 0.431,
   "observations": 141
  },
  "vllm/2024": {
   "logOffset": 0.1674,
   "logSd": 0.438,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": 0.0262,
   "logSd": 0.595,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.0194,
   "logSd": 0.597,
   "observations": 39
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.1758,
   "logSd": 0.452,
   "observations": 267
  },
  "tensorrt-llm": {
   "logOffset": -0.2592,
   "logSd": 0.455,
   "observations": 127
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0068,
   "logSd": 0.499,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0146,
   "logSd": 0.499,
   "observations": 17
  },
  "sglang": {
   "logOffset": 0.0053,
   "logSd": 0.5,
   "observations": 13
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0414,
   "logSd": 0.498,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.0096,
   "logSd": 0.496,
   "observations": 34
  },
  "vllm/2025": {
   "logOffset": 0.0338,
   "logSd": 0.499,
   "observations": 12
  },
  "deepspeed-mii": {
   "logOffset": 0.0136,
   "logSd": 0.5,
   "observations": 10
  },
  "llama.cpp": {
   "logOffset": 0.0538,
   "logSd": 0.499,
   "observations": 83
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2791,
   "logSd": 0.456,
   "observations": 57
  },
  "vllm/2024": {
   "logOffset": 0.0004,
   "logSd": 0.5,
   "observations": 8
  },
  "sambaflow": {
   "logOffset": 0.0011,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0246,
   "logSd": 0.496,
   "observations": 14
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0073,
   "logSd": 0.044,
   "observations": 563
  },
  "nvidia-ampere": {
   "logOffset": -0.0113,
   "logSd": 0.063,
   "observations": 239
  },
  "tensorrt-llm": {
   "logOffset": -0.0346,
   "logSd": 0.073,
   "observations": 255
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0025,
   "logSd": 0.069,
   "observations": 57
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.037,
   "logSd": 0.072,
   "observations": 77
  },
  "nvidia-hopper": {
   "logOffset": -0.0428,
   "logSd": 0.067,
   "observations": 219
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0314,
   "logSd": 0.073,
   "observations": 118
  },
  "nvidia-ada": {
   "logOffset": 0.0904,
   "logSd": 0.073,
   "observations": 67
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0418,
   "logSd": 0.081,
   "observations": 35
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0039,
   "logSd": 0.092,
   "observations": 36
  },
  "nvidia-blackwell": {
   "logOffset": -0.0219,
   "logSd": 0.094,
   "observations": 46
  },
  "sglang": {
   "logOffset": -0.0071,
   "logSd": 0.099,
   "observations": 17
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0101,
   "logSd": 0.1,
   "observations": 9
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0031,
   "logSd": 0.1,
   "observations": 8
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0416,
   "logSd": 0.089,
   "observations": 10
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0015,
   "logSd": 0.096,
   "observations": 25
  },
  "vllm": {
   "logOffset": -0.0527,
   "logSd": 0.077,
   "observations": 147
  },
  "vllm/2025": {
   "logOffset": -0.0201,
   "logSd": 0.096,
   "observations": 24
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0133,
   "logSd": 0.098,
   "observations": 12
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0153,
   "logSd": 0.08,
   "observations": 73
  },
  "deepspeed-mii": {
   "logOffset": -0.0862,
   "logSd": 0.085,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1241,
   "logSd": 0.084,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1683,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0363,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0056,
   "logSd": 0.064,
   "observations": 152
  },
  "vllm/2024": {
   "logOffset": -0.0176,
   "logSd": 0.074,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0394,
   "logSd": 0.078,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0379,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.0008,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0646,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.001,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0636,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.017,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1321,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.015,
   "logSd": 0.075,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0205,
   "logSd": 0.041,
   "observations": 1015
  },
  "nvidia-ampere": {
   "logOffset": 0.1084,
   "logSd": 0.06,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0231,
   "logSd": 0.069,
   "observations": 356
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0003,
   "logSd": 0.067,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0546,
   "logSd": 0.072,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0618,
   "logSd": 0.062,
   "observations": 349
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.1148,
   "logSd": 0.072,
   "observations": 163
  },
  "nvidia-ada": {
   "logOffset": 0.118,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0961,
   "logSd": 0.075,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0111,
   "logSd": 0.079,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.0043,
   "logSd": 0.075,
   "observations": 82
  },
  "sglang": {
   "logOffset": 0.0422,
   "logSd": 0.08,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.003,
   "logSd": 0.085,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0452,
   "logSd": 0.088,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0111,
   "logSd": 0.092,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0128,
   "logSd": 0.083,
   "observations": 42
  },
  "vllm": {
   "logOffset": -0.0521,
   "logSd": 0.074,
   "observations": 206
  },
  "vllm/2025": {
   "logOffset": -0.0848,
   "logSd": 0.078,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0141,
   "logSd": 0.091,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0177,
   "logSd": 0.076,
   "observations": 101
  },
  "deepspeed-mii": {
   "logOffset": 0.1561,
   "logSd": 0.083,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1017,
   "logSd": 0.082,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1486,
   "logSd": 0.06,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2361,
   "logSd": 0.067,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0234,
   "logSd": 0.063,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": -0.0147,
   "logSd": 0.07,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0285,
   "logSd": 0.077,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2578,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1159,
   "logSd": 0.07,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.5672,
   "logSd": 0.075,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.483,
   "logSd": 0.077,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0842,
   "logSd": 0.088,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1077,
   "logSd": 0.084,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.2141,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0474,
   "logSd": 0.084,
   "observations": 48
  }
 }
};
