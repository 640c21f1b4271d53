// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.1425,
   "logSd": 0.178,
   "observations": 1243
  },
  "nvidia-hopper": {
   "logOffset": 0.1656,
   "logSd": 0.161,
   "observations": 474
  },
  "vllm": {
   "logOffset": 0.0998,
   "logSd": 0.18,
   "observations": 298
  },
  "vllm/2025": {
   "logOffset": -0.1273,
   "logSd": 0.178,
   "observations": 124
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0918,
   "logSd": 0.171,
   "observations": 178
  },
  "nvidia-ampere": {
   "logOffset": 0.6864,
   "logSd": 0.192,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.1103,
   "logSd": 0.176,
   "observations": 426
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.1067,
   "logSd": 0.217,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0326,
   "logSd": 0.192,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.1319,
   "logSd": 0.178,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": -0.2147,
   "logSd": 0.208,
   "observations": 117
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0299,
   "logSd": 0.223,
   "observations": 46
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0961,
   "logSd": 0.167,
   "observations": 115
  },
  "nvidia-blackwell": {
   "logOffset": -0.1038,
   "logSd": 0.167,
   "observations": 162
  },
  "sglang": {
   "logOffset": -0.1133,
   "logSd": 0.177,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1652,
   "logSd": 0.185,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0445,
   "logSd": 0.18,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1202,
   "logSd": 0.187,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.015,
   "logSd": 0.177,
   "observations": 83
  },
  "nvidia-blackwell|vllm": {
   "logOffset": 0.0392,
   "logSd": 0.176,
   "observations": 31
  },
  "deepspeed-mii": {
   "logOffset": 0.0634,
   "logSd": 0.204,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5558,
   "logSd": 0.251,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.7918,
   "logSd": 0.213,
   "observations": 369
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0203,
   "logSd": 0.181,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0024,
   "logSd": 0.18,
   "observations": 217
  },
  "vllm/2024": {
   "logOffset": 0.1432,
   "logSd": 0.193,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1091,
   "logSd": 0.189,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": -0.535,
   "logSd": 0.289,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.5951,
   "logSd": 0.213,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.9583,
   "logSd": 0.298,
   "observations": 34
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.0114,
   "logSd": 0.224,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.4055,
   "logSd": 0.254,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.0934,
   "logSd": 0.224,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1687,
   "logSd": 0.204,
   "observations": 71
  },
  "vllm/2023": {
   "logOffset": 0.0879,
   "logSd": 0.222,
   "observations": 48
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.1799,
   "logSd": 0.37,
   "observations": 210
  },
  "vllm": {
   "logOffset": 0.0109,
   "logSd": 0.267,
   "observations": 36
  },
  "vllm/2025": {
   "logOffset": 0.0305,
   "logSd": 0.268,
   "observations": 29
  },
  "tensorrt-llm": {
   "logOffset": -0.0127,
   "logSd": 0.266,
   "observations": 66
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0007,
   "logSd": 0.268,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0008,
   "logSd": 0.268,
   "observations": 31
  },
  "sglang": {
   "logOffset": 0.0027,
   "logSd": 0.268,
   "observations": 31
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0078,
   "logSd": 0.268,
   "observations": 14
  },
  "deepspeed-mii": {
   "logOffset": -0.0856,
   "logSd": 0.264,
   "observations": 48
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0219,
   "logSd": 0.267,
   "observations": 21
  },
  "vllm/2023": {
   "logOffset": -0.0195,
   "logSd": 0.268,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3303,
   "logSd": 0.353,
   "observations": 967
  },
  "vllm": {
   "logOffset": 0.5087,
   "logSd": 0.379,
   "observations": 290
  },
  "vllm/2025": {
   "logOffset": 0.0107,
   "logSd": 0.438,
   "observations": 116
  },
  "tensorrt-llm": {
   "logOffset": -0.0417,
   "logSd": 0.43,
   "observations": 374
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0137,
   "logSd": 0.447,
   "observations": 46
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0523,
   "logSd": 0.445,
   "observations": 98
  },
  "sglang": {
   "logOffset": -0.014,
   "logSd": 0.446,
   "observations": 62
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0158,
   "logSd": 0.445,
   "observations": 30
  },
  "deepspeed-mii": {
   "logOffset": -0.6502,
   "logSd": 0.437,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": -0.0172,
   "logSd": 0.447,
   "observations": 174
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0191,
   "logSd": 0.429,
   "observations": 200
  },
  "vllm/2024": {
   "logOffset": -0.1356,
   "logSd": 0.337,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1226,
   "logSd": 0.448,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.9245,
   "logSd": 0.342,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.1642,
   "logSd": 0.321,
   "observations": 578
  },
  "vllm": {
   "logOffset": 0.3932,
   "logSd": 0.419,
   "observations": 259
  },
  "vllm/2025": {
   "logOffset": 0.3401,
   "logSd": 0.522,
   "observations": 103
  },
  "tensorrt-llm": {
   "logOffset": -0.3863,
   "logSd": 0.452,
   "observations": 261
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0677,
   "logSd": 0.487,
   "observations": 54
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0125,
   "logSd": 0.525,
   "observations": 60
  },
  "sglang": {
   "logOffset": -0.0191,
   "logSd": 0.536,
   "observations": 27
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0262,
   "logSd": 0.536,
   "observations": 14
  },
  "deepspeed-mii": {
   "logOffset": -0.2041,
   "logSd": 0.357,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": -0.0014,
   "logSd": 0.537,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.5499,
   "logSd": 0.472,
   "observations": 133
  },
  "vllm/2024": {
   "logOffset": 0.0294,
   "logSd": 0.406,
   "observations": 121
  },
  "sambaflow": {
   "logOffset": 0.0171,
   "logSd": 0.533,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0102,
   "logSd": 0.535,
   "observations": 35
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": 0.0489,
   "logSd": 0.396,
   "observations": 502
  },
  "vllm": {
   "logOffset": 0.0704,
   "logSd": 0.438,
   "observations": 122
  },
  "vllm/2025": {
   "logOffset": 0.1699,
   "logSd": 0.449,
   "observations": 94
  },
  "tensorrt-llm": {
   "logOffset": -0.0172,
   "logSd": 0.378,
   "observations": 234
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0275,
   "logSd": 0.443,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0011,
   "logSd": 0.441,
   "observations": 86
  },
  "sglang": {
   "logOffset": 0.0312,
   "logSd": 0.447,
   "observations": 54
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1189,
   "logSd": 0.436,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.0034,
   "logSd": 0.447,
   "observations": 19
  },
  "llama.cpp": {
   "logOffset": -0.0429,
   "logSd": 0.447,
   "observations": 73
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1072,
   "logSd": 0.374,
   "observations": 71
  },
  "sambaflow": {
   "logOffset": 0.0024,
   "logSd": 0.447,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0968,
   "logSd": 0.442,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.5651,
   "logSd": 0.327,
   "observations": 145
  },
  "vllm": {
   "logOffset": 0.2037,
   "logSd": 0.313,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.2037,
   "logSd": 0.313,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": -0.0303,
   "logSd": 0.303,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0526,
   "logSd": 0.296,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0373,
   "logSd": 0.355,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0222,
   "logSd": 0.32,
   "observations": 16
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.7646,
   "logSd": 0.388,
   "observations": 82
  },
  "nvidia-hopper": {
   "logOffset": 0.1033,
   "logSd": 0.296,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": 0.007,
   "logSd": 0.304,
   "observations": 42
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0801,
   "logSd": 0.3,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0914,
   "logSd": 0.285,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.0516,
   "logSd": 0.295,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1514,
   "logSd": 0.304,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1267,
   "logSd": 0.298,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0222,
   "logSd": 0.294,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0842,
   "logSd": 0.292,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.073,
   "logSd": 0.303,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0223,
   "logSd": 0.047,
   "observations": 801
  },
  "nvidia-hopper": {
   "logOffset": -0.0471,
   "logSd": 0.112,
   "observations": 359
  },
  "vllm": {
   "logOffset": -0.1355,
   "logSd": 0.131,
   "observations": 230
  },
  "vllm/2025": {
   "logOffset": -0.0613,
   "logSd": 0.125,
   "observations": 104
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0959,
   "logSd": 0.13,
   "observations": 137
  },
  "nvidia-ampere": {
   "logOffset": -0.0185,
   "logSd": 0.105,
   "observations": 258
  },
  "tensorrt-llm": {
   "logOffset": -0.0634,
   "logSd": 0.123,
   "observations": 384
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.076,
   "logSd": 0.105,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0096,
   "logSd": 0.121,
   "observations": 86
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0197,
   "logSd": 0.123,
   "observations": 176
  },
  "nvidia-ada": {
   "logOffset": 0.1543,
   "logSd": 0.137,
   "observations": 79
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.108,
   "logSd": 0.143,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0046,
   "logSd": 0.132,
   "observations": 102
  },
  "nvidia-blackwell": {
   "logOffset": -0.1755,
   "logSd": 0.15,
   "observations": 142
  },
  "sglang": {
   "logOffset": -0.1282,
   "logSd": 0.178,
   "observations": 64
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1025,
   "logSd": 0.181,
   "observations": 38
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.022,
   "logSd": 0.173,
   "observations": 26
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.3045,
   "logSd": 0.129,
   "observations": 26
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0086,
   "logSd": 0.156,
   "observations": 75
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0654,
   "logSd": 0.157,
   "observations": 29
  },
  "deepspeed-mii": {
   "logOffset": -0.0354,
   "logSd": 0.144,
   "observations": 38
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.262,
   "logSd": 0.153,
   "observations": 25
  },
  "llama.cpp": {
   "logOffset": 0.134,
   "logSd": 0.119,
   "observations": 159
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0231,
   "logSd": 0.124,
   "observations": 107
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0755,
   "logSd": 0.099,
   "observations": 192
  },
  "vllm/2024": {
   "logOffset": -0.0411,
   "logSd": 0.107,
   "observations": 94
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.1611,
   "logSd": 0.131,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.1848,
   "logSd": 0.19,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1552,
   "logSd": 0.135,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.4914,
   "logSd": 0.232,
   "observations": 24
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0006,
   "logSd": 0.179,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.4892,
   "logSd": 0.232,
   "observations": 24
  },
  "sambanova-rdu": {
   "logOffset": -0.0677,
   "logSd": 0.179,
   "observations": 9
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.4303,
   "logSd": 0.16,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0241,
   "logSd": 0.11,
   "observations": 32
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0353,
   "logSd": 0.047,
   "observations": 1210
  },
  "nvidia-hopper": {
   "logOffset": -0.0523,
   "logSd": 0.106,
   "observations": 473
  },
  "vllm": {
   "logOffset": 0.109,
   "logSd": 0.13,
   "observations": 298
  },
  "vllm/2025": {
   "logOffset": -0.0941,
   "logSd": 0.115,
   "observations": 124
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0148,
   "logSd": 0.128,
   "observations": 177
  },
  "nvidia-ampere": {
   "logOffset": 0.0769,
   "logSd": 0.108,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0279,
   "logSd": 0.12,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.1681,
   "logSd": 0.115,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0146,
   "logSd": 0.122,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0259,
   "logSd": 0.12,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.1034,
   "logSd": 0.124,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0356,
   "logSd": 0.132,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1425,
   "logSd": 0.117,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0514,
   "logSd": 0.125,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.1142,
   "logSd": 0.137,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0086,
   "logSd": 0.144,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.1037,
   "logSd": 0.147,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1162,
   "logSd": 0.13,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0188,
   "logSd": 0.136,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": 0.0233,
   "logSd": 0.156,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.0938,
   "logSd": 0.151,
   "observations": 27
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1219,
   "logSd": 0.152,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.0387,
   "logSd": 0.111,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2534,
   "logSd": 0.128,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1288,
   "logSd": 0.101,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.0685,
   "logSd": 0.111,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.0115,
   "logSd": 0.132,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.4444,
   "logSd": 0.267,
   "observations": 0
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1198,
   "logSd": 0.126,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.3835,
   "logSd": 0.204,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.9845,
   "logSd": 0.223,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.1117,
   "logSd": 0.176,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.3616,
   "logSd": 0.168,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1542,
   "logSd": 0.133,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.1373,
   "logSd": 0.13,
   "observations": 48
  }
 },
 "engineAttentionEfficiency": {
  "": {
   "logOffset": 0.0059,
   "logSd": 0.087,
   "observations": 1241
  },
  "nvidia-hopper": {
   "logOffset": 0.1722,
   "logSd": 0.145,
   "observations": 474
  },
  "vllm": {
   "logOffset": -0.0584,
   "logSd": 0.169,
   "observations": 299
  },
  "vllm/2025": {
   "logOffset": -0.0398,
   "logSd": 0.168,
   "observations": 125
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0368,
   "logSd": 0.165,
   "observations": 178
  },
  "nvidia-ampere": {
   "logOffset": 0.1466,
   "logSd": 0.139,
   "observations": 412
  },
  "tensorrt-llm": {
   "logOffset": -0.009,
   "logSd": 0.156,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0217,
   "logSd": 0.138,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0638,
   "logSd": 0.154,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0643,
   "logSd": 0.155,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": -0.091,
   "logSd": 0.158,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0138,
   "logSd": 0.162,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0424,
   "logSd": 0.183,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": -0.1921,
   "logSd": 0.18,
   "observations": 164
  },
  "sglang": {
   "logOffset": -0.0276,
   "logSd": 0.2,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1543,
   "logSd": 0.211,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.1214,
   "logSd": 0.221,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0783,
   "logSd": 0.219,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0044,
   "logSd": 0.189,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0312,
   "logSd": 0.2,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.2369,
   "logSd": 0.188,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.0469,
   "logSd": 0.186,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.2074,
   "logSd": 0.196,
   "observations": 398
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": -0.0223,
   "logSd": 0.16,
   "observations": 228
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0909,
   "logSd": 0.136,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.0128,
   "logSd": 0.158,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.2023,
   "logSd": 0.176,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.1701,
   "logSd": 0.207,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0633,
   "logSd": 0.169,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.7045,
   "logSd": 0.267,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0163,
   "logSd": 0.223,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.5205,
   "logSd": 0.257,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1062,
   "logSd": 0.209,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.0764,
   "logSd": 0.17,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": -0.0305,
   "logSd": 0.221,
   "observations": 48
  }
 },
 "sortPasses": {
  "": {
   "logOffset": 0.1896,
   "logSd": 0.186,
   "observations": 61
  }
 },
 "storedScorePasses": {
  "": {
   "logOffset": 0.2776,
   "logSd": 0.242,
   "observations": 152
  },
  "llama.cpp": {
   "logOffset": 0.2637,
   "logSd": 0.239,
   "observations": 152
  }
 },
 "powerActive": {
  "": {
   "logOffset": 0.0465,
   "logSd": 0.193,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": 0.0538,
   "logSd": 0.14,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": -0.0441,
   "logSd": 0.144,
   "observations": 73
  }
 },
 "powerCompute": {
  "": {
   "logOffset": 0.3755,
   "logSd": 0.161,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.0051,
   "logSd": 0.124,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.086,
   "logSd": 0.125,
   "observations": 73
  }
 },
 "powerMemory": {
  "": {
   "logOffset": -0.1208,
   "logSd": 0.204,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.0459,
   "logSd": 0.125,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.0209,
   "logSd": 0.122,
   "observations": 73
  }
 },
 "powerLink": {
  "": {
   "logOffset": 0.0141,
   "logSd": 0.397,
   "observations": 29
  },
  "nvidia-hopper": {
   "logOffset": 0.0027,
   "logSd": 0.179,
   "observations": 21
  }
 }
};
