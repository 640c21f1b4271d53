// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.1861,
   "logSd": 0.18,
   "observations": 1271
  },
  "nvidia-hopper": {
   "logOffset": 0.0691,
   "logSd": 0.157,
   "observations": 472
  },
  "vllm": {
   "logOffset": 0.1137,
   "logSd": 0.182,
   "observations": 296
  },
  "vllm/2025": {
   "logOffset": -0.1256,
   "logSd": 0.181,
   "observations": 123
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1169,
   "logSd": 0.173,
   "observations": 178
  },
  "nvidia-ampere": {
   "logOffset": 0.5053,
   "logSd": 0.185,
   "observations": 411
  },
  "tensorrt-llm": {
   "logOffset": -0.1127,
   "logSd": 0.178,
   "observations": 425
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.082,
   "logSd": 0.218,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0522,
   "logSd": 0.195,
   "observations": 101
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.1341,
   "logSd": 0.179,
   "observations": 193
  },
  "nvidia-ada": {
   "logOffset": -0.2238,
   "logSd": 0.208,
   "observations": 118
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0272,
   "logSd": 0.223,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0728,
   "logSd": 0.169,
   "observations": 115
  },
  "nvidia-blackwell": {
   "logOffset": -0.1489,
   "logSd": 0.168,
   "observations": 162
  },
  "sglang": {
   "logOffset": -0.1367,
   "logSd": 0.179,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1403,
   "logSd": 0.185,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0067,
   "logSd": 0.182,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1464,
   "logSd": 0.192,
   "observations": 31
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0044,
   "logSd": 0.178,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": 0.0042,
   "logSd": 0.177,
   "observations": 30
  },
  "deepspeed-mii": {
   "logOffset": -0.0315,
   "logSd": 0.214,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.2843,
   "logSd": 0.235,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.8156,
   "logSd": 0.214,
   "observations": 398
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.1139,
   "logSd": 0.181,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0227,
   "logSd": 0.185,
   "observations": 217
  },
  "vllm/2024": {
   "logOffset": 0.173,
   "logSd": 0.198,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.0799,
   "logSd": 0.189,
   "observations": 54
  },
  "intel-gaudi": {
   "logOffset": -0.3605,
   "logSd": 0.252,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.4142,
   "logSd": 0.2,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.7736,
   "logSd": 0.275,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.1036,
   "logSd": 0.222,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.3911,
   "logSd": 0.238,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.092,
   "logSd": 0.224,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.189,
   "logSd": 0.205,
   "observations": 71
  },
  "vllm/2023": {
   "logOffset": 0.0701,
   "logSd": 0.222,
   "observations": 47
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": 0.0034,
   "logSd": 0.346,
   "observations": 232
  },
  "vllm": {
   "logOffset": 0.0134,
   "logSd": 0.266,
   "observations": 49
  },
  "vllm/2025": {
   "logOffset": 0.0346,
   "logSd": 0.268,
   "observations": 42
  },
  "tensorrt-llm": {
   "logOffset": -0.0156,
   "logSd": 0.265,
   "observations": 81
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0009,
   "logSd": 0.268,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0016,
   "logSd": 0.268,
   "observations": 43
  },
  "sglang": {
   "logOffset": 0.0015,
   "logSd": 0.268,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0132,
   "logSd": 0.268,
   "observations": 16
  },
  "deepspeed-mii": {
   "logOffset": 0.0007,
   "logSd": 0.256,
   "observations": 48
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0281,
   "logSd": 0.265,
   "observations": 22
  },
  "vllm/2023": {
   "logOffset": -0.0211,
   "logSd": 0.267,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.2117,
   "logSd": 0.343,
   "observations": 976
  },
  "vllm": {
   "logOffset": 0.4974,
   "logSd": 0.372,
   "observations": 292
  },
  "vllm/2025": {
   "logOffset": 0.0052,
   "logSd": 0.436,
   "observations": 118
  },
  "tensorrt-llm": {
   "logOffset": -0.0521,
   "logSd": 0.427,
   "observations": 378
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0161,
   "logSd": 0.446,
   "observations": 46
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0457,
   "logSd": 0.444,
   "observations": 98
  },
  "sglang": {
   "logOffset": -0.0192,
   "logSd": 0.446,
   "observations": 65
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0198,
   "logSd": 0.445,
   "observations": 30
  },
  "deepspeed-mii": {
   "logOffset": -0.4425,
   "logSd": 0.398,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": -0.0059,
   "logSd": 0.447,
   "observations": 174
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0026,
   "logSd": 0.426,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.1701,
   "logSd": 0.331,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1278,
   "logSd": 0.448,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8119,
   "logSd": 0.334,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.098,
   "logSd": 0.318,
   "observations": 586
  },
  "vllm": {
   "logOffset": 0.3098,
   "logSd": 0.416,
   "observations": 257
  },
  "vllm/2025": {
   "logOffset": 0.2414,
   "logSd": 0.521,
   "observations": 101
  },
  "tensorrt-llm": {
   "logOffset": -0.3939,
   "logSd": 0.45,
   "observations": 263
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0812,
   "logSd": 0.485,
   "observations": 54
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.006,
   "logSd": 0.525,
   "observations": 61
  },
  "sglang": {
   "logOffset": -0.0176,
   "logSd": 0.536,
   "observations": 30
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0266,
   "logSd": 0.536,
   "observations": 14
  },
  "deepspeed-mii": {
   "logOffset": -0.0457,
   "logSd": 0.349,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": -0.0005,
   "logSd": 0.537,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.5365,
   "logSd": 0.468,
   "observations": 134
  },
  "vllm/2024": {
   "logOffset": 0.0528,
   "logSd": 0.407,
   "observations": 121
  },
  "sambaflow": {
   "logOffset": 0.0165,
   "logSd": 0.533,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0096,
   "logSd": 0.535,
   "observations": 35
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": 0.0148,
   "logSd": 0.402,
   "observations": 487
  },
  "vllm": {
   "logOffset": 0.0576,
   "logSd": 0.439,
   "observations": 119
  },
  "vllm/2025": {
   "logOffset": 0.1264,
   "logSd": 0.447,
   "observations": 91
  },
  "tensorrt-llm": {
   "logOffset": -0.0373,
   "logSd": 0.381,
   "observations": 232
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0151,
   "logSd": 0.444,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0254,
   "logSd": 0.443,
   "observations": 84
  },
  "sglang": {
   "logOffset": 0.0213,
   "logSd": 0.447,
   "observations": 54
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1002,
   "logSd": 0.438,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.0018,
   "logSd": 0.447,
   "observations": 15
  },
  "llama.cpp": {
   "logOffset": -0.033,
   "logSd": 0.447,
   "observations": 67
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0971,
   "logSd": 0.379,
   "observations": 71
  },
  "vllm/2024": {
   "logOffset": 0.0052,
   "logSd": 0.447,
   "observations": 13
  },
  "sambaflow": {
   "logOffset": 0.002,
   "logSd": 0.447,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0733,
   "logSd": 0.442,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.6665,
   "logSd": 0.326,
   "observations": 145
  },
  "vllm": {
   "logOffset": 0.1652,
   "logSd": 0.311,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1652,
   "logSd": 0.311,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": 0.0356,
   "logSd": 0.302,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0803,
   "logSd": 0.297,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0415,
   "logSd": 0.354,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1169,
   "logSd": 0.327,
   "observations": 16
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.744,
   "logSd": 0.391,
   "observations": 82
  },
  "nvidia-hopper": {
   "logOffset": 0.1025,
   "logSd": 0.297,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": -0.0018,
   "logSd": 0.306,
   "observations": 42
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0604,
   "logSd": 0.302,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0845,
   "logSd": 0.29,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.048,
   "logSd": 0.296,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1562,
   "logSd": 0.306,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1115,
   "logSd": 0.299,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0412,
   "logSd": 0.296,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0863,
   "logSd": 0.3,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0622,
   "logSd": 0.305,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0158,
   "logSd": 0.047,
   "observations": 788
  },
  "nvidia-hopper": {
   "logOffset": -0.054,
   "logSd": 0.112,
   "observations": 357
  },
  "vllm": {
   "logOffset": -0.0982,
   "logSd": 0.13,
   "observations": 229
  },
  "vllm/2025": {
   "logOffset": -0.016,
   "logSd": 0.127,
   "observations": 103
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0677,
   "logSd": 0.13,
   "observations": 136
  },
  "nvidia-ampere": {
   "logOffset": -0.0295,
   "logSd": 0.105,
   "observations": 258
  },
  "tensorrt-llm": {
   "logOffset": -0.0403,
   "logSd": 0.123,
   "observations": 381
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.048,
   "logSd": 0.105,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0206,
   "logSd": 0.122,
   "observations": 86
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0224,
   "logSd": 0.124,
   "observations": 175
  },
  "nvidia-ada": {
   "logOffset": 0.1589,
   "logSd": 0.135,
   "observations": 79
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.1116,
   "logSd": 0.142,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0423,
   "logSd": 0.136,
   "observations": 100
  },
  "nvidia-blackwell": {
   "logOffset": -0.12,
   "logSd": 0.151,
   "observations": 139
  },
  "sglang": {
   "logOffset": -0.0812,
   "logSd": 0.175,
   "observations": 63
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0722,
   "logSd": 0.179,
   "observations": 37
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0085,
   "logSd": 0.174,
   "observations": 26
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1996,
   "logSd": 0.131,
   "observations": 25
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0241,
   "logSd": 0.159,
   "observations": 73
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0683,
   "logSd": 0.161,
   "observations": 29
  },
  "deepspeed-mii": {
   "logOffset": -0.0612,
   "logSd": 0.144,
   "observations": 38
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.2226,
   "logSd": 0.151,
   "observations": 25
  },
  "llama.cpp": {
   "logOffset": 0.1406,
   "logSd": 0.118,
   "observations": 159
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0116,
   "logSd": 0.123,
   "observations": 107
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0492,
   "logSd": 0.099,
   "observations": 192
  },
  "vllm/2024": {
   "logOffset": -0.0443,
   "logSd": 0.107,
   "observations": 94
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.1348,
   "logSd": 0.131,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.1354,
   "logSd": 0.184,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1419,
   "logSd": 0.135,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.262,
   "logSd": 0.196,
   "observations": 24
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.2612,
   "logSd": 0.196,
   "observations": 24
  },
  "sambanova-rdu": {
   "logOffset": -0.0603,
   "logSd": 0.178,
   "observations": 9
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.325,
   "logSd": 0.152,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0346,
   "logSd": 0.11,
   "observations": 32
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0383,
   "logSd": 0.047,
   "observations": 1213
  },
  "nvidia-hopper": {
   "logOffset": -0.065,
   "logSd": 0.106,
   "observations": 474
  },
  "vllm": {
   "logOffset": 0.1105,
   "logSd": 0.13,
   "observations": 299
  },
  "vllm/2025": {
   "logOffset": -0.0979,
   "logSd": 0.116,
   "observations": 125
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0166,
   "logSd": 0.128,
   "observations": 178
  },
  "nvidia-ampere": {
   "logOffset": 0.0423,
   "logSd": 0.108,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.02,
   "logSd": 0.12,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.1592,
   "logSd": 0.115,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0168,
   "logSd": 0.122,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0194,
   "logSd": 0.12,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.114,
   "logSd": 0.126,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0424,
   "logSd": 0.133,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1352,
   "logSd": 0.117,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0597,
   "logSd": 0.125,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.1058,
   "logSd": 0.136,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0102,
   "logSd": 0.144,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0937,
   "logSd": 0.145,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1307,
   "logSd": 0.13,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.025,
   "logSd": 0.137,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": 0.0231,
   "logSd": 0.157,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.1429,
   "logSd": 0.154,
   "observations": 27
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.2304,
   "logSd": 0.159,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.0643,
   "logSd": 0.112,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2896,
   "logSd": 0.129,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1337,
   "logSd": 0.101,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.0879,
   "logSd": 0.112,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.0007,
   "logSd": 0.131,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.5992,
   "logSd": 0.322,
   "observations": 0
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1277,
   "logSd": 0.126,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.5778,
   "logSd": 0.227,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.7357,
   "logSd": 0.238,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.1061,
   "logSd": 0.173,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.306,
   "logSd": 0.163,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1724,
   "logSd": 0.135,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.1207,
   "logSd": 0.13,
   "observations": 48
  }
 },
 "engineAttentionEfficiency": {
  "": {
   "logOffset": -0.0058,
   "logSd": 0.087,
   "observations": 1244
  },
  "nvidia-hopper": {
   "logOffset": 0.1809,
   "logSd": 0.146,
   "observations": 474
  },
  "vllm": {
   "logOffset": -0.0909,
   "logSd": 0.17,
   "observations": 299
  },
  "vllm/2025": {
   "logOffset": -0.0645,
   "logSd": 0.169,
   "observations": 125
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.069,
   "logSd": 0.166,
   "observations": 178
  },
  "nvidia-ampere": {
   "logOffset": 0.1507,
   "logSd": 0.139,
   "observations": 412
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0039,
   "logSd": 0.138,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0638,
   "logSd": 0.154,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0715,
   "logSd": 0.155,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": -0.0863,
   "logSd": 0.158,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0013,
   "logSd": 0.163,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0404,
   "logSd": 0.184,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": -0.1655,
   "logSd": 0.178,
   "observations": 164
  },
  "sglang": {
   "logOffset": -0.0197,
   "logSd": 0.201,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1271,
   "logSd": 0.21,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.1055,
   "logSd": 0.22,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.04,
   "logSd": 0.218,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0059,
   "logSd": 0.189,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.028,
   "logSd": 0.199,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.1935,
   "logSd": 0.187,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.028,
   "logSd": 0.186,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.2217,
   "logSd": 0.198,
   "observations": 398
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": -0.0033,
   "logSd": 0.161,
   "observations": 228
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0775,
   "logSd": 0.136,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.004,
   "logSd": 0.159,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.204,
   "logSd": 0.176,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.1625,
   "logSd": 0.208,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0789,
   "logSd": 0.17,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.6562,
   "logSd": 0.264,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0258,
   "logSd": 0.223,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.5494,
   "logSd": 0.258,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.0935,
   "logSd": 0.208,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.0852,
   "logSd": 0.171,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": -0.027,
   "logSd": 0.221,
   "observations": 48
  }
 },
 "sortPasses": {
  "": {
   "logOffset": 0.2515,
   "logSd": 0.179,
   "observations": 61
  }
 },
 "storedScorePasses": {
  "": {
   "logOffset": 0.2802,
   "logSd": 0.242,
   "observations": 152
  },
  "llama.cpp": {
   "logOffset": 0.2549,
   "logSd": 0.239,
   "observations": 152
  }
 },
 "powerActive": {
  "": {
   "logOffset": 0.0511,
   "logSd": 0.194,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": 0.0549,
   "logSd": 0.14,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": -0.0442,
   "logSd": 0.144,
   "observations": 73
  }
 },
 "powerCompute": {
  "": {
   "logOffset": 0.3639,
   "logSd": 0.165,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.0018,
   "logSd": 0.125,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.0792,
   "logSd": 0.125,
   "observations": 73
  }
 },
 "powerMemory": {
  "": {
   "logOffset": -0.1166,
   "logSd": 0.207,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.0459,
   "logSd": 0.125,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.0217,
   "logSd": 0.122,
   "observations": 73
  }
 },
 "powerLink": {
  "": {
   "logOffset": 0.0105,
   "logSd": 0.397,
   "observations": 29
  },
  "nvidia-hopper": {
   "logOffset": 0.0022,
   "logSd": 0.179,
   "observations": 21
  }
 }
};
