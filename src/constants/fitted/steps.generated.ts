// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.7,
   "logSd": 0.17,
   "observations": 935
  },
  "nvidia-ampere": {
   "logOffset": 0.4483,
   "logSd": 0.167,
   "observations": 376
  },
  "tensorrt-llm": {
   "logOffset": -0.0403,
   "logSd": 0.184,
   "observations": 334
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0258,
   "logSd": 0.237,
   "observations": 52
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0054,
   "logSd": 0.19,
   "observations": 96
  },
  "nvidia-hopper": {
   "logOffset": 0.1433,
   "logSd": 0.171,
   "observations": 270
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0432,
   "logSd": 0.18,
   "observations": 157
  },
  "nvidia-ada": {
   "logOffset": -0.1464,
   "logSd": 0.211,
   "observations": 103
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": 0.0077,
   "logSd": 0.24,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2244,
   "logSd": 0.158,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.1839,
   "logSd": 0.174,
   "observations": 82
  },
  "sglang": {
   "logOffset": -0.1808,
   "logSd": 0.187,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1322,
   "logSd": 0.192,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0486,
   "logSd": 0.192,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2359,
   "logSd": 0.169,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0103,
   "logSd": 0.187,
   "observations": 42
  },
  "vllm": {
   "logOffset": -0.0603,
   "logSd": 0.196,
   "observations": 195
  },
  "vllm/2025": {
   "logOffset": -0.1182,
   "logSd": 0.198,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0414,
   "logSd": 0.193,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.2335,
   "logSd": 0.192,
   "observations": 97
  },
  "deepspeed-mii": {
   "logOffset": 0.0874,
   "logSd": 0.209,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5368,
   "logSd": 0.201,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.6367,
   "logSd": 0.19,
   "observations": 267
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0463,
   "logSd": 0.191,
   "observations": 203
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.3942,
   "logSd": 0.156,
   "observations": 208
  },
  "vllm/2024": {
   "logOffset": -0.0169,
   "logSd": 0.214,
   "observations": 118
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1402,
   "logSd": 0.217,
   "observations": 50
  },
  "intel-gaudi": {
   "logOffset": -0.4494,
   "logSd": 0.224,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.4685,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3": {
   "logOffset": 0.6309,
   "logSd": 0.209,
   "observations": 32
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2761,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.3548,
   "logSd": 0.209,
   "observations": 32
  },
  "sambanova-rdu": {
   "logOffset": -0.0855,
   "logSd": 0.246,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1542,
   "logSd": 0.215,
   "observations": 64
  },
  "vllm/2023": {
   "logOffset": 0.0748,
   "logSd": 0.247,
   "observations": 45
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.3161,
   "logSd": 0.391,
   "observations": 93
  },
  "tensorrt-llm": {
   "logOffset": -0.0507,
   "logSd": 0.299,
   "observations": 21
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0005,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0016,
   "logSd": 0.3,
   "observations": 0
  },
  "sglang": {
   "logOffset": -0.0007,
   "logSd": 0.3,
   "observations": 3
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0049,
   "logSd": 0.3,
   "observations": 4
  },
  "vllm": {
   "logOffset": 0.0049,
   "logSd": 0.3,
   "observations": 13
  },
  "vllm/2025": {
   "logOffset": 0.012,
   "logSd": 0.3,
   "observations": 7
  },
  "deepspeed-mii": {
   "logOffset": -0.1334,
   "logSd": 0.297,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0021,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0545,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2024": {
   "logOffset": -0.0001,
   "logSd": 0.3,
   "observations": 0
  },
  "sambaflow": {
   "logOffset": 0,
   "logSd": 0.3,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.007,
   "logSd": 0.3,
   "observations": 6
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.2299,
   "logSd": 0.367,
   "observations": 832
  },
  "tensorrt-llm": {
   "logOffset": 0.0366,
   "logSd": 0.479,
   "observations": 329
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0135,
   "logSd": 0.499,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0532,
   "logSd": 0.497,
   "observations": 58
  },
  "sglang": {
   "logOffset": -0.0245,
   "logSd": 0.499,
   "observations": 40
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0241,
   "logSd": 0.498,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.5971,
   "logSd": 0.381,
   "observations": 206
  },
  "vllm/2025": {
   "logOffset": -0.0309,
   "logSd": 0.495,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.824,
   "logSd": 0.458,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1436,
   "logSd": 0.498,
   "observations": 190
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1005,
   "logSd": 0.479,
   "observations": 206
  },
  "vllm/2024": {
   "logOffset": -0.0822,
   "logSd": 0.342,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1588,
   "logSd": 0.496,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.7102,
   "logSd": 0.33,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": 0.1062,
   "logSd": 0.329,
   "observations": 535
  },
  "tensorrt-llm": {
   "logOffset": -0.0435,
   "logSd": 0.442,
   "observations": 266
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.1196,
   "logSd": 0.498,
   "observations": 58
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0034,
   "logSd": 0.57,
   "observations": 54
  },
  "sglang": {
   "logOffset": -0.0239,
   "logSd": 0.599,
   "observations": 31
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0559,
   "logSd": 0.597,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.4549,
   "logSd": 0.45,
   "observations": 195
  },
  "vllm/2025": {
   "logOffset": 0.1565,
   "logSd": 0.576,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.2697,
   "logSd": 0.372,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0108,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2225,
   "logSd": 0.433,
   "observations": 140
  },
  "vllm/2024": {
   "logOffset": 0.2847,
   "logSd": 0.446,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": 0.0244,
   "logSd": 0.595,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.0136,
   "logSd": 0.598,
   "observations": 37
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.1954,
   "logSd": 0.455,
   "observations": 261
  },
  "tensorrt-llm": {
   "logOffset": -0.2777,
   "logSd": 0.457,
   "observations": 124
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0067,
   "logSd": 0.499,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0137,
   "logSd": 0.499,
   "observations": 17
  },
  "sglang": {
   "logOffset": 0.0065,
   "logSd": 0.5,
   "observations": 12
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0383,
   "logSd": 0.498,
   "observations": 14
  },
  "vllm": {
   "logOffset": -0.0045,
   "logSd": 0.497,
   "observations": 34
  },
  "vllm/2025": {
   "logOffset": 0.0267,
   "logSd": 0.5,
   "observations": 12
  },
  "deepspeed-mii": {
   "logOffset": 0.0138,
   "logSd": 0.5,
   "observations": 10
  },
  "llama.cpp": {
   "logOffset": 0.0654,
   "logSd": 0.499,
   "observations": 81
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2956,
   "logSd": 0.459,
   "observations": 54
  },
  "vllm/2024": {
   "logOffset": 0.0039,
   "logSd": 0.5,
   "observations": 8
  },
  "sambaflow": {
   "logOffset": 0.001,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.035,
   "logSd": 0.497,
   "observations": 14
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0015,
   "logSd": 0.044,
   "observations": 563
  },
  "nvidia-ampere": {
   "logOffset": 0.0282,
   "logSd": 0.063,
   "observations": 239
  },
  "tensorrt-llm": {
   "logOffset": -0.033,
   "logSd": 0.073,
   "observations": 254
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0017,
   "logSd": 0.069,
   "observations": 56
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0446,
   "logSd": 0.072,
   "observations": 77
  },
  "nvidia-hopper": {
   "logOffset": -0.0849,
   "logSd": 0.067,
   "observations": 218
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.044,
   "logSd": 0.073,
   "observations": 117
  },
  "nvidia-ada": {
   "logOffset": 0.1132,
   "logSd": 0.073,
   "observations": 67
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0328,
   "logSd": 0.081,
   "observations": 35
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0013,
   "logSd": 0.092,
   "observations": 36
  },
  "nvidia-blackwell": {
   "logOffset": -0.0129,
   "logSd": 0.094,
   "observations": 46
  },
  "sglang": {
   "logOffset": -0.0096,
   "logSd": 0.099,
   "observations": 17
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0119,
   "logSd": 0.1,
   "observations": 9
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0022,
   "logSd": 0.1,
   "observations": 8
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0427,
   "logSd": 0.088,
   "observations": 10
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0008,
   "logSd": 0.096,
   "observations": 25
  },
  "vllm": {
   "logOffset": -0.0469,
   "logSd": 0.077,
   "observations": 147
  },
  "vllm/2025": {
   "logOffset": 0.0006,
   "logSd": 0.096,
   "observations": 24
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0002,
   "logSd": 0.098,
   "observations": 12
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0195,
   "logSd": 0.08,
   "observations": 73
  },
  "deepspeed-mii": {
   "logOffset": -0.0821,
   "logSd": 0.085,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1246,
   "logSd": 0.084,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1848,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0636,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0068,
   "logSd": 0.064,
   "observations": 152
  },
  "vllm/2024": {
   "logOffset": -0.0417,
   "logSd": 0.074,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0446,
   "logSd": 0.078,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0425,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0236,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.073,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0012,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0718,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.019,
   "logSd": 0.099,
   "observations": 9
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.146,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0058,
   "logSd": 0.075,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0203,
   "logSd": 0.041,
   "observations": 1016
  },
  "nvidia-ampere": {
   "logOffset": 0.0992,
   "logSd": 0.061,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0204,
   "logSd": 0.069,
   "observations": 356
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0004,
   "logSd": 0.067,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.039,
   "logSd": 0.072,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0894,
   "logSd": 0.062,
   "observations": 349
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.107,
   "logSd": 0.072,
   "observations": 163
  },
  "nvidia-ada": {
   "logOffset": 0.1235,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0979,
   "logSd": 0.075,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.013,
   "logSd": 0.078,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": 0.0227,
   "logSd": 0.074,
   "observations": 82
  },
  "sglang": {
   "logOffset": 0.0477,
   "logSd": 0.08,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.003,
   "logSd": 0.085,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0506,
   "logSd": 0.088,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0017,
   "logSd": 0.091,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0095,
   "logSd": 0.083,
   "observations": 42
  },
  "vllm": {
   "logOffset": -0.0359,
   "logSd": 0.074,
   "observations": 206
  },
  "vllm/2025": {
   "logOffset": -0.0372,
   "logSd": 0.077,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": 0.0162,
   "logSd": 0.09,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0479,
   "logSd": 0.075,
   "observations": 101
  },
  "deepspeed-mii": {
   "logOffset": 0.1391,
   "logSd": 0.084,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1506,
   "logSd": 0.085,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1603,
   "logSd": 0.06,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2459,
   "logSd": 0.068,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0321,
   "logSd": 0.063,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": -0.0387,
   "logSd": 0.07,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.043,
   "logSd": 0.076,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2897,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1162,
   "logSd": 0.07,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.6544,
   "logSd": 0.074,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.5113,
   "logSd": 0.076,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.1431,
   "logSd": 0.088,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1112,
   "logSd": 0.084,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.2214,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.04,
   "logSd": 0.085,
   "observations": 48
  }
 }
};
