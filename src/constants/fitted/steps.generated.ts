// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.3169,
   "logSd": 0.171,
   "observations": 1209
  },
  "nvidia-ampere": {
   "logOffset": 0.4406,
   "logSd": 0.17,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.1611,
   "logSd": 0.189,
   "observations": 426
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0469,
   "logSd": 0.239,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0594,
   "logSd": 0.208,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.1272,
   "logSd": 0.163,
   "observations": 411
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.1492,
   "logSd": 0.186,
   "observations": 194
  },
  "nvidia-ada": {
   "logOffset": -0.2425,
   "logSd": 0.217,
   "observations": 119
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.037,
   "logSd": 0.244,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.1498,
   "logSd": 0.176,
   "observations": 114
  },
  "nvidia-blackwell": {
   "logOffset": -0.1912,
   "logSd": 0.176,
   "observations": 162
  },
  "sglang": {
   "logOffset": -0.2771,
   "logSd": 0.189,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1428,
   "logSd": 0.197,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.1343,
   "logSd": 0.197,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1689,
   "logSd": 0.191,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0343,
   "logSd": 0.195,
   "observations": 83
  },
  "vllm": {
   "logOffset": 0.1217,
   "logSd": 0.192,
   "observations": 236
  },
  "vllm/2025": {
   "logOffset": -0.1096,
   "logSd": 0.191,
   "observations": 62
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.014,
   "logSd": 0.193,
   "observations": 31
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.211,
   "logSd": 0.184,
   "observations": 116
  },
  "deepspeed-mii": {
   "logOffset": -0.0193,
   "logSd": 0.22,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5329,
   "logSd": 0.213,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.6256,
   "logSd": 0.172,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0114,
   "logSd": 0.18,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1107,
   "logSd": 0.189,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.174,
   "logSd": 0.198,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1631,
   "logSd": 0.206,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": -0.5523,
   "logSd": 0.233,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.6216,
   "logSd": 0.178,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.7079,
   "logSd": 0.188,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.198,
   "logSd": 0.205,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.5099,
   "logSd": 0.196,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.128,
   "logSd": 0.245,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.2055,
   "logSd": 0.218,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0573,
   "logSd": 0.247,
   "observations": 48
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.263,
   "logSd": 0.387,
   "observations": 160
  },
  "tensorrt-llm": {
   "logOffset": -0.0317,
   "logSd": 0.299,
   "observations": 31
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.001,
   "logSd": 0.3,
   "observations": 6
  },
  "sglang": {
   "logOffset": -0.0014,
   "logSd": 0.3,
   "observations": 28
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0017,
   "logSd": 0.3,
   "observations": 8
  },
  "vllm": {
   "logOffset": 0.0126,
   "logSd": 0.299,
   "observations": 30
  },
  "vllm/2025": {
   "logOffset": 0.0142,
   "logSd": 0.3,
   "observations": 23
  },
  "deepspeed-mii": {
   "logOffset": -0.1301,
   "logSd": 0.296,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0027,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0327,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2023": {
   "logOffset": -0.0017,
   "logSd": 0.299,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3739,
   "logSd": 0.374,
   "observations": 863
  },
  "tensorrt-llm": {
   "logOffset": -0.0418,
   "logSd": 0.486,
   "observations": 339
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0148,
   "logSd": 0.499,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0317,
   "logSd": 0.497,
   "observations": 72
  },
  "sglang": {
   "logOffset": -0.0489,
   "logSd": 0.499,
   "observations": 42
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0185,
   "logSd": 0.498,
   "observations": 20
  },
  "vllm": {
   "logOffset": 0.4865,
   "logSd": 0.389,
   "observations": 229
  },
  "vllm/2025": {
   "logOffset": -0.0417,
   "logSd": 0.497,
   "observations": 55
  },
  "deepspeed-mii": {
   "logOffset": -0.7538,
   "logSd": 0.456,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1252,
   "logSd": 0.499,
   "observations": 186
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0231,
   "logSd": 0.484,
   "observations": 202
  },
  "vllm/2024": {
   "logOffset": -0.3764,
   "logSd": 0.391,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.141,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.9046,
   "logSd": 0.353,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.2061,
   "logSd": 0.353,
   "observations": 490
  },
  "tensorrt-llm": {
   "logOffset": -0.561,
   "logSd": 0.528,
   "observations": 233
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.046,
   "logSd": 0.58,
   "observations": 50
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0181,
   "logSd": 0.593,
   "observations": 48
  },
  "sglang": {
   "logOffset": -0.036,
   "logSd": 0.599,
   "observations": 27
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0187,
   "logSd": 0.599,
   "observations": 12
  },
  "vllm": {
   "logOffset": 0.488,
   "logSd": 0.459,
   "observations": 198
  },
  "vllm/2025": {
   "logOffset": 0.1828,
   "logSd": 0.587,
   "observations": 39
  },
  "deepspeed-mii": {
   "logOffset": -0.208,
   "logSd": 0.412,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0086,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.5518,
   "logSd": 0.539,
   "observations": 123
  },
  "vllm/2024": {
   "logOffset": 0.2916,
   "logSd": 0.456,
   "observations": 123
  },
  "sambaflow": {
   "logOffset": 0.0117,
   "logSd": 0.598,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0137,
   "logSd": 0.599,
   "observations": 36
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": 0.3848,
   "logSd": 0.402,
   "observations": 527
  },
  "tensorrt-llm": {
   "logOffset": -0.0337,
   "logSd": 0.412,
   "observations": 248
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0216,
   "logSd": 0.493,
   "observations": 51
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0014,
   "logSd": 0.495,
   "observations": 91
  },
  "sglang": {
   "logOffset": 0.0138,
   "logSd": 0.5,
   "observations": 58
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0961,
   "logSd": 0.49,
   "observations": 32
  },
  "vllm": {
   "logOffset": 0.1877,
   "logSd": 0.479,
   "observations": 101
  },
  "vllm/2025": {
   "logOffset": 0.0902,
   "logSd": 0.497,
   "observations": 51
  },
  "deepspeed-mii": {
   "logOffset": 0.0381,
   "logSd": 0.499,
   "observations": 28
  },
  "llama.cpp": {
   "logOffset": 0.1774,
   "logSd": 0.497,
   "observations": 92
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1096,
   "logSd": 0.41,
   "observations": 74
  },
  "vllm/2024": {
   "logOffset": 0.0905,
   "logSd": 0.497,
   "observations": 34
  },
  "sambaflow": {
   "logOffset": 0.0015,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": 0.0071,
   "logSd": 0.482,
   "observations": 16
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.8301,
   "logSd": 0.346,
   "observations": 145
  },
  "tensorrt-llm": {
   "logOffset": 0.1619,
   "logSd": 0.332,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0126,
   "logSd": 0.323,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0496,
   "logSd": 0.395,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1745,
   "logSd": 0.351,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.1575,
   "logSd": 0.339,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1575,
   "logSd": 0.339,
   "observations": 32
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.8293,
   "logSd": 0.426,
   "observations": 82
  },
  "tensorrt-llm": {
   "logOffset": 0.0313,
   "logSd": 0.342,
   "observations": 42
  },
  "nvidia-hopper": {
   "logOffset": 0.093,
   "logSd": 0.331,
   "observations": 32
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0559,
   "logSd": 0.34,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1143,
   "logSd": 0.328,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.1143,
   "logSd": 0.331,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.176,
   "logSd": 0.337,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1389,
   "logSd": 0.335,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0371,
   "logSd": 0.334,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0829,
   "logSd": 0.34,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0245,
   "logSd": 0.343,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": 0.0179,
   "logSd": 0.044,
   "observations": 1049
  },
  "nvidia-ampere": {
   "logOffset": -0.0364,
   "logSd": 0.065,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": 0.0248,
   "logSd": 0.077,
   "observations": 417
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.01,
   "logSd": 0.086,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0094,
   "logSd": 0.08,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0365,
   "logSd": 0.073,
   "observations": 377
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0796,
   "logSd": 0.082,
   "observations": 183
  },
  "nvidia-ada": {
   "logOffset": 0.0954,
   "logSd": 0.076,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0516,
   "logSd": 0.088,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0062,
   "logSd": 0.095,
   "observations": 113
  },
  "nvidia-blackwell": {
   "logOffset": -0.0246,
   "logSd": 0.095,
   "observations": 161
  },
  "sglang": {
   "logOffset": 0.0155,
   "logSd": 0.097,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0086,
   "logSd": 0.099,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.024,
   "logSd": 0.098,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0316,
   "logSd": 0.098,
   "observations": 29
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0063,
   "logSd": 0.097,
   "observations": 83
  },
  "vllm": {
   "logOffset": -0.0383,
   "logSd": 0.082,
   "observations": 218
  },
  "vllm/2025": {
   "logOffset": -0.0293,
   "logSd": 0.097,
   "observations": 61
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0223,
   "logSd": 0.099,
   "observations": 30
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0036,
   "logSd": 0.09,
   "observations": 107
  },
  "deepspeed-mii": {
   "logOffset": -0.0582,
   "logSd": 0.086,
   "observations": 48
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1459,
   "logSd": 0.086,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.1202,
   "logSd": 0.067,
   "observations": 385
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0607,
   "logSd": 0.072,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0727,
   "logSd": 0.076,
   "observations": 211
  },
  "vllm/2024": {
   "logOffset": 0.0359,
   "logSd": 0.085,
   "observations": 118
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0583,
   "logSd": 0.084,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.0877,
   "logSd": 0.097,
   "observations": 21
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0707,
   "logSd": 0.084,
   "observations": 55
  },
  "amd-cdna3": {
   "logOffset": -0.0946,
   "logSd": 0.099,
   "observations": 55
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0168,
   "logSd": 0.1,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0778,
   "logSd": 0.099,
   "observations": 26
  },
  "sambanova-rdu": {
   "logOffset": 0.0075,
   "logSd": 0.099,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.147,
   "logSd": 0.078,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": -0.0449,
   "logSd": 0.084,
   "observations": 39
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0267,
   "logSd": 0.042,
   "observations": 1216
  },
  "nvidia-ampere": {
   "logOffset": 0.0996,
   "logSd": 0.064,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0384,
   "logSd": 0.071,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0353,
   "logSd": 0.069,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0459,
   "logSd": 0.075,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0172,
   "logSd": 0.067,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.051,
   "logSd": 0.075,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.1072,
   "logSd": 0.07,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0758,
   "logSd": 0.076,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0584,
   "logSd": 0.085,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0326,
   "logSd": 0.082,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0343,
   "logSd": 0.089,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0061,
   "logSd": 0.092,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0282,
   "logSd": 0.094,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0077,
   "logSd": 0.091,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0324,
   "logSd": 0.088,
   "observations": 84
  },
  "vllm": {
   "logOffset": 0.0173,
   "logSd": 0.078,
   "observations": 238
  },
  "vllm/2025": {
   "logOffset": -0.043,
   "logSd": 0.084,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0059,
   "logSd": 0.096,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0322,
   "logSd": 0.082,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.1274,
   "logSd": 0.085,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1325,
   "logSd": 0.087,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.105,
   "logSd": 0.065,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2107,
   "logSd": 0.071,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0692,
   "logSd": 0.066,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.0273,
   "logSd": 0.077,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0673,
   "logSd": 0.083,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2599,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0941,
   "logSd": 0.077,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.481,
   "logSd": 0.091,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4046,
   "logSd": 0.094,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0764,
   "logSd": 0.095,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.0714,
   "logSd": 0.092,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1831,
   "logSd": 0.075,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0329,
   "logSd": 0.089,
   "observations": 48
  }
 }
};
