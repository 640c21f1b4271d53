// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.7305,
   "logSd": 0.175,
   "observations": 721
  },
  "nvidia-ampere": {
   "logOffset": 0.5253,
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
   "logOffset": -0.0299,
   "logSd": 0.198,
   "observations": 97
  },
  "nvidia-hopper": {
   "logOffset": 0.1204,
   "logSd": 0.165,
   "observations": 339
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0121,
   "logSd": 0.175,
   "observations": 157
  },
  "nvidia-ada": {
   "logOffset": -0.0995,
   "logSd": 0.212,
   "observations": 103
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": 0.0036,
   "logSd": 0.24,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2214,
   "logSd": 0.158,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.1969,
   "logSd": 0.176,
   "observations": 82
  },
  "sglang": {
   "logOffset": -0.1749,
   "logSd": 0.185,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1392,
   "logSd": 0.193,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0357,
   "logSd": 0.188,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2191,
   "logSd": 0.167,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0174,
   "logSd": 0.188,
   "observations": 42
  },
  "vllm": {
   "logOffset": 0.0454,
   "logSd": 0.195,
   "observations": 163
  },
  "vllm/2025": {
   "logOffset": -0.1489,
   "logSd": 0.186,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0404,
   "logSd": 0.192,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1647,
   "logSd": 0.185,
   "observations": 97
  },
  "deepspeed-mii": {
   "logOffset": 0.0785,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5971,
   "logSd": 0.25,
   "observations": 0
  },
  "llama.cpp": {
   "logOffset": 0.5737,
   "logSd": 0.191,
   "observations": 133
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.1156,
   "logSd": 0.25,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.3672,
   "logSd": 0.157,
   "observations": 208
  },
  "vllm/2024": {
   "logOffset": 0.11,
   "logSd": 0.193,
   "observations": 86
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1576,
   "logSd": 0.209,
   "observations": 50
  },
  "intel-gaudi": {
   "logOffset": -0.5186,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.3329,
   "logSd": 0.194,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.6363,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2283,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.408,
   "logSd": 0.25,
   "observations": 0
  },
  "sambanova-rdu": {
   "logOffset": -0.0942,
   "logSd": 0.246,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1031,
   "logSd": 0.215,
   "observations": 64
  },
  "vllm/2023": {
   "logOffset": 0.0843,
   "logSd": 0.246,
   "observations": 45
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.322,
   "logSd": 0.389,
   "observations": 93
  },
  "tensorrt-llm": {
   "logOffset": -0.0426,
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
   "logOffset": -0.0005,
   "logSd": 0.3,
   "observations": 3
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0046,
   "logSd": 0.3,
   "observations": 4
  },
  "vllm": {
   "logOffset": 0.0068,
   "logSd": 0.3,
   "observations": 12
  },
  "vllm/2025": {
   "logOffset": 0.0111,
   "logSd": 0.3,
   "observations": 6
  },
  "deepspeed-mii": {
   "logOffset": -0.1463,
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
   "logOffset": -0.3231,
   "logSd": 0.365,
   "observations": 820
  },
  "tensorrt-llm": {
   "logOffset": 0.035,
   "logSd": 0.483,
   "observations": 325
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0096,
   "logSd": 0.499,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0568,
   "logSd": 0.497,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0009,
   "logSd": 0.499,
   "observations": 40
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0209,
   "logSd": 0.498,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.4172,
   "logSd": 0.385,
   "observations": 204
  },
  "vllm/2025": {
   "logOffset": -0.0221,
   "logSd": 0.497,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.8131,
   "logSd": 0.445,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1833,
   "logSd": 0.497,
   "observations": 184
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1031,
   "logSd": 0.483,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.4465,
   "logSd": 0.382,
   "observations": 124
  },
  "sambaflow": {
   "logOffset": -0.1463,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8858,
   "logSd": 0.348,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": 0.1147,
   "logSd": 0.329,
   "observations": 534
  },
  "tensorrt-llm": {
   "logOffset": -0.056,
   "logSd": 0.444,
   "observations": 266
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.102,
   "logSd": 0.504,
   "observations": 58
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0131,
   "logSd": 0.573,
   "observations": 54
  },
  "sglang": {
   "logOffset": -0.0243,
   "logSd": 0.599,
   "observations": 31
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0577,
   "logSd": 0.597,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.5325,
   "logSd": 0.448,
   "observations": 196
  },
  "vllm/2025": {
   "logOffset": 0.3333,
   "logSd": 0.563,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.3282,
   "logSd": 0.374,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0148,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2025,
   "logSd": 0.436,
   "observations": 140
  },
  "vllm/2024": {
   "logOffset": 0.1805,
   "logSd": 0.44,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": 0.0263,
   "logSd": 0.596,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.0187,
   "logSd": 0.597,
   "observations": 38
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.1688,
   "logSd": 0.452,
   "observations": 269
  },
  "tensorrt-llm": {
   "logOffset": -0.2544,
   "logSd": 0.455,
   "observations": 127
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0072,
   "logSd": 0.499,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0149,
   "logSd": 0.499,
   "observations": 17
  },
  "sglang": {
   "logOffset": 0.0051,
   "logSd": 0.5,
   "observations": 13
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0406,
   "logSd": 0.498,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.0099,
   "logSd": 0.496,
   "observations": 35
  },
  "vllm/2025": {
   "logOffset": 0.0335,
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
   "logOffset": -0.273,
   "logSd": 0.456,
   "observations": 57
  },
  "vllm/2024": {
   "logOffset": 0.0002,
   "logSd": 0.5,
   "observations": 9
  },
  "sambaflow": {
   "logOffset": 0.001,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0238,
   "logSd": 0.496,
   "observations": 14
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0082,
   "logSd": 0.044,
   "observations": 563
  },
  "nvidia-ampere": {
   "logOffset": -0.0099,
   "logSd": 0.063,
   "observations": 239
  },
  "tensorrt-llm": {
   "logOffset": -0.0337,
   "logSd": 0.073,
   "observations": 255
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0038,
   "logSd": 0.07,
   "observations": 57
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0337,
   "logSd": 0.073,
   "observations": 77
  },
  "nvidia-hopper": {
   "logOffset": -0.0463,
   "logSd": 0.067,
   "observations": 219
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0257,
   "logSd": 0.074,
   "observations": 118
  },
  "nvidia-ada": {
   "logOffset": 0.091,
   "logSd": 0.073,
   "observations": 67
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.043,
   "logSd": 0.081,
   "observations": 35
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0044,
   "logSd": 0.093,
   "observations": 36
  },
  "nvidia-blackwell": {
   "logOffset": -0.0207,
   "logSd": 0.094,
   "observations": 46
  },
  "sglang": {
   "logOffset": -0.0059,
   "logSd": 0.099,
   "observations": 17
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0089,
   "logSd": 0.1,
   "observations": 9
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.003,
   "logSd": 0.1,
   "observations": 8
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0395,
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
   "logOffset": -0.0196,
   "logSd": 0.096,
   "observations": 24
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0131,
   "logSd": 0.098,
   "observations": 12
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0124,
   "logSd": 0.08,
   "observations": 73
  },
  "deepspeed-mii": {
   "logOffset": -0.0866,
   "logSd": 0.085,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1219,
   "logSd": 0.085,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1625,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.041,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0053,
   "logSd": 0.064,
   "observations": 152
  },
  "vllm/2024": {
   "logOffset": -0.0177,
   "logSd": 0.075,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0372,
   "logSd": 0.078,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0353,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0112,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0654,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0012,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0643,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.0166,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1339,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0152,
   "logSd": 0.075,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.016,
   "logSd": 0.041,
   "observations": 1016
  },
  "nvidia-ampere": {
   "logOffset": 0.1158,
   "logSd": 0.06,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0148,
   "logSd": 0.069,
   "observations": 356
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0004,
   "logSd": 0.067,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.054,
   "logSd": 0.072,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0262,
   "logSd": 0.063,
   "observations": 349
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.1316,
   "logSd": 0.073,
   "observations": 163
  },
  "nvidia-ada": {
   "logOffset": 0.1328,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.1032,
   "logSd": 0.075,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0135,
   "logSd": 0.079,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.0034,
   "logSd": 0.075,
   "observations": 82
  },
  "sglang": {
   "logOffset": 0.0496,
   "logSd": 0.08,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0003,
   "logSd": 0.085,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0499,
   "logSd": 0.089,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.01,
   "logSd": 0.092,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0108,
   "logSd": 0.083,
   "observations": 42
  },
  "vllm": {
   "logOffset": -0.0391,
   "logSd": 0.074,
   "observations": 206
  },
  "vllm/2025": {
   "logOffset": -0.0789,
   "logSd": 0.078,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0139,
   "logSd": 0.092,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0298,
   "logSd": 0.076,
   "observations": 101
  },
  "deepspeed-mii": {
   "logOffset": 0.1568,
   "logSd": 0.083,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1002,
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
   "logOffset": -0.0187,
   "logSd": 0.064,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": -0.0036,
   "logSd": 0.071,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0269,
   "logSd": 0.078,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2571,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.185,
   "logSd": 0.074,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.5704,
   "logSd": 0.075,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4885,
   "logSd": 0.077,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0819,
   "logSd": 0.088,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1057,
   "logSd": 0.085,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.236,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0434,
   "logSd": 0.085,
   "observations": 48
  }
 }
};
