// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.1941,
   "logSd": 0.18,
   "observations": 1243
  },
  "nvidia-hopper": {
   "logOffset": 0.0657,
   "logSd": 0.157,
   "observations": 473
  },
  "vllm": {
   "logOffset": 0.1104,
   "logSd": 0.183,
   "observations": 295
  },
  "vllm/2025": {
   "logOffset": -0.1209,
   "logSd": 0.181,
   "observations": 122
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.119,
   "logSd": 0.174,
   "observations": 177
  },
  "nvidia-ampere": {
   "logOffset": 0.4758,
   "logSd": 0.184,
   "observations": 411
  },
  "tensorrt-llm": {
   "logOffset": -0.1166,
   "logSd": 0.179,
   "observations": 427
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0758,
   "logSd": 0.218,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0538,
   "logSd": 0.196,
   "observations": 101
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.137,
   "logSd": 0.18,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": -0.2204,
   "logSd": 0.207,
   "observations": 119
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.024,
   "logSd": 0.222,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0731,
   "logSd": 0.169,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": -0.1423,
   "logSd": 0.167,
   "observations": 162
  },
  "sglang": {
   "logOffset": -0.1267,
   "logSd": 0.179,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1208,
   "logSd": 0.183,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0017,
   "logSd": 0.182,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1436,
   "logSd": 0.192,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0098,
   "logSd": 0.178,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0021,
   "logSd": 0.177,
   "observations": 30
  },
  "deepspeed-mii": {
   "logOffset": -0.041,
   "logSd": 0.215,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.2685,
   "logSd": 0.234,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.874,
   "logSd": 0.218,
   "observations": 370
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.1058,
   "logSd": 0.183,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0237,
   "logSd": 0.186,
   "observations": 217
  },
  "vllm/2024": {
   "logOffset": 0.1704,
   "logSd": 0.199,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.0704,
   "logSd": 0.19,
   "observations": 54
  },
  "intel-gaudi": {
   "logOffset": -0.3541,
   "logSd": 0.251,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.4447,
   "logSd": 0.204,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.7702,
   "logSd": 0.279,
   "observations": 34
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.1102,
   "logSd": 0.229,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.3834,
   "logSd": 0.244,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.0908,
   "logSd": 0.224,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1903,
   "logSd": 0.205,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0641,
   "logSd": 0.222,
   "observations": 47
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.0176,
   "logSd": 0.351,
   "observations": 213
  },
  "vllm": {
   "logOffset": 0.0115,
   "logSd": 0.266,
   "observations": 48
  },
  "vllm/2025": {
   "logOffset": 0.03,
   "logSd": 0.268,
   "observations": 41
  },
  "tensorrt-llm": {
   "logOffset": -0.0233,
   "logSd": 0.265,
   "observations": 56
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0008,
   "logSd": 0.268,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0018,
   "logSd": 0.268,
   "observations": 20
  },
  "sglang": {
   "logOffset": 0.0015,
   "logSd": 0.268,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0056,
   "logSd": 0.268,
   "observations": 14
  },
  "deepspeed-mii": {
   "logOffset": -0.0013,
   "logSd": 0.257,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0025,
   "logSd": 0.268,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0278,
   "logSd": 0.265,
   "observations": 22
  },
  "vllm/2023": {
   "logOffset": -0.0184,
   "logSd": 0.267,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.2025,
   "logSd": 0.342,
   "observations": 985
  },
  "vllm": {
   "logOffset": 0.4919,
   "logSd": 0.372,
   "observations": 292
  },
  "vllm/2025": {
   "logOffset": 0.0022,
   "logSd": 0.436,
   "observations": 118
  },
  "tensorrt-llm": {
   "logOffset": -0.0486,
   "logSd": 0.427,
   "observations": 379
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0159,
   "logSd": 0.446,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0433,
   "logSd": 0.444,
   "observations": 97
  },
  "sglang": {
   "logOffset": -0.0189,
   "logSd": 0.446,
   "observations": 65
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0198,
   "logSd": 0.445,
   "observations": 31
  },
  "deepspeed-mii": {
   "logOffset": -0.444,
   "logSd": 0.397,
   "observations": 51
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0014,
   "logSd": 0.426,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.1679,
   "logSd": 0.331,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1255,
   "logSd": 0.447,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8064,
   "logSd": 0.334,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.0977,
   "logSd": 0.318,
   "observations": 586
  },
  "vllm": {
   "logOffset": 0.303,
   "logSd": 0.416,
   "observations": 256
  },
  "vllm/2025": {
   "logOffset": 0.2233,
   "logSd": 0.521,
   "observations": 100
  },
  "tensorrt-llm": {
   "logOffset": -0.3709,
   "logSd": 0.448,
   "observations": 264
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.079,
   "logSd": 0.485,
   "observations": 55
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0159,
   "logSd": 0.524,
   "observations": 60
  },
  "sglang": {
   "logOffset": -0.0236,
   "logSd": 0.536,
   "observations": 30
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0318,
   "logSd": 0.536,
   "observations": 15
  },
  "deepspeed-mii": {
   "logOffset": -0.0544,
   "logSd": 0.35,
   "observations": 48
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.5274,
   "logSd": 0.466,
   "observations": 134
  },
  "vllm/2024": {
   "logOffset": 0.0639,
   "logSd": 0.408,
   "observations": 121
  },
  "sambaflow": {
   "logOffset": 0.0189,
   "logSd": 0.533,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0093,
   "logSd": 0.535,
   "observations": 35
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": 0.0914,
   "logSd": 0.402,
   "observations": 521
  },
  "vllm": {
   "logOffset": 0.0582,
   "logSd": 0.438,
   "observations": 124
  },
  "vllm/2025": {
   "logOffset": 0.1242,
   "logSd": 0.446,
   "observations": 94
  },
  "tensorrt-llm": {
   "logOffset": -0.0752,
   "logSd": 0.383,
   "observations": 233
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0136,
   "logSd": 0.444,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0166,
   "logSd": 0.445,
   "observations": 85
  },
  "sglang": {
   "logOffset": 0.0164,
   "logSd": 0.447,
   "observations": 55
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0687,
   "logSd": 0.443,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.0025,
   "logSd": 0.447,
   "observations": 17
  },
  "llama.cpp": {
   "logOffset": 0.0705,
   "logSd": 0.447,
   "observations": 92
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1142,
   "logSd": 0.382,
   "observations": 71
  },
  "vllm/2024": {
   "logOffset": 0.0059,
   "logSd": 0.447,
   "observations": 15
  },
  "sambaflow": {
   "logOffset": 0.002,
   "logSd": 0.447,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0712,
   "logSd": 0.441,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.7196,
   "logSd": 0.324,
   "observations": 145
  },
  "vllm": {
   "logOffset": 0.1481,
   "logSd": 0.309,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1481,
   "logSd": 0.309,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": 0.0756,
   "logSd": 0.302,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0512,
   "logSd": 0.293,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0374,
   "logSd": 0.354,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1277,
   "logSd": 0.323,
   "observations": 16
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.7938,
   "logSd": 0.391,
   "observations": 82
  },
  "nvidia-hopper": {
   "logOffset": 0.0826,
   "logSd": 0.296,
   "observations": 32
  },
  "tensorrt-llm": {
   "logOffset": 0.0249,
   "logSd": 0.306,
   "observations": 42
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0474,
   "logSd": 0.301,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1038,
   "logSd": 0.289,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.0779,
   "logSd": 0.297,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.138,
   "logSd": 0.305,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1009,
   "logSd": 0.299,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0346,
   "logSd": 0.296,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0784,
   "logSd": 0.298,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0225,
   "logSd": 0.303,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0143,
   "logSd": 0.047,
   "observations": 786
  },
  "nvidia-hopper": {
   "logOffset": -0.0106,
   "logSd": 0.111,
   "observations": 356
  },
  "vllm": {
   "logOffset": -0.1122,
   "logSd": 0.13,
   "observations": 229
  },
  "vllm/2025": {
   "logOffset": -0.0187,
   "logSd": 0.128,
   "observations": 103
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0442,
   "logSd": 0.129,
   "observations": 136
  },
  "nvidia-ampere": {
   "logOffset": -0.0212,
   "logSd": 0.105,
   "observations": 266
  },
  "tensorrt-llm": {
   "logOffset": -0.0541,
   "logSd": 0.123,
   "observations": 382
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0484,
   "logSd": 0.106,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0235,
   "logSd": 0.121,
   "observations": 86
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0087,
   "logSd": 0.123,
   "observations": 175
  },
  "nvidia-ada": {
   "logOffset": 0.1121,
   "logSd": 0.129,
   "observations": 79
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0713,
   "logSd": 0.138,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0167,
   "logSd": 0.136,
   "observations": 101
  },
  "nvidia-blackwell": {
   "logOffset": -0.1137,
   "logSd": 0.151,
   "observations": 140
  },
  "sglang": {
   "logOffset": -0.0569,
   "logSd": 0.175,
   "observations": 62
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0458,
   "logSd": 0.178,
   "observations": 37
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0108,
   "logSd": 0.175,
   "observations": 25
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1864,
   "logSd": 0.133,
   "observations": 25
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.002,
   "logSd": 0.159,
   "observations": 74
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0657,
   "logSd": 0.161,
   "observations": 29
  },
  "deepspeed-mii": {
   "logOffset": -0.0665,
   "logSd": 0.145,
   "observations": 38
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.2255,
   "logSd": 0.151,
   "observations": 25
  },
  "llama.cpp": {
   "logOffset": 0.1706,
   "logSd": 0.115,
   "observations": 167
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.011,
   "logSd": 0.121,
   "observations": 115
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0515,
   "logSd": 0.099,
   "observations": 192
  },
  "vllm/2024": {
   "logOffset": -0.0494,
   "logSd": 0.108,
   "observations": 94
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.1423,
   "logSd": 0.131,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.1313,
   "logSd": 0.183,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0353,
   "logSd": 0.128,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.2596,
   "logSd": 0.196,
   "observations": 24
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0007,
   "logSd": 0.179,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.2584,
   "logSd": 0.196,
   "observations": 24
  },
  "sambanova-rdu": {
   "logOffset": -0.058,
   "logSd": 0.178,
   "observations": 9
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1944,
   "logSd": 0.138,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0389,
   "logSd": 0.111,
   "observations": 32
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0381,
   "logSd": 0.047,
   "observations": 1234
  },
  "nvidia-hopper": {
   "logOffset": -0.0634,
   "logSd": 0.106,
   "observations": 474
  },
  "vllm": {
   "logOffset": 0.1068,
   "logSd": 0.13,
   "observations": 299
  },
  "vllm/2025": {
   "logOffset": -0.0969,
   "logSd": 0.116,
   "observations": 125
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0155,
   "logSd": 0.128,
   "observations": 178
  },
  "nvidia-ampere": {
   "logOffset": 0.0367,
   "logSd": 0.108,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0223,
   "logSd": 0.12,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.1513,
   "logSd": 0.116,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0149,
   "logSd": 0.122,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0207,
   "logSd": 0.12,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.1158,
   "logSd": 0.125,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0362,
   "logSd": 0.133,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1334,
   "logSd": 0.118,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0646,
   "logSd": 0.126,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.1084,
   "logSd": 0.136,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0221,
   "logSd": 0.145,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.083,
   "logSd": 0.144,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1196,
   "logSd": 0.129,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0197,
   "logSd": 0.137,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": 0.021,
   "logSd": 0.158,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.139,
   "logSd": 0.153,
   "observations": 27
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.2352,
   "logSd": 0.159,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.0531,
   "logSd": 0.111,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2818,
   "logSd": 0.129,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1307,
   "logSd": 0.101,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.0888,
   "logSd": 0.112,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0051,
   "logSd": 0.131,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.5894,
   "logSd": 0.319,
   "observations": 0
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1134,
   "logSd": 0.125,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.6027,
   "logSd": 0.221,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.7238,
   "logSd": 0.228,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.0972,
   "logSd": 0.172,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.296,
   "logSd": 0.161,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1648,
   "logSd": 0.134,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.1153,
   "logSd": 0.13,
   "observations": 48
  }
 },
 "engineAttentionEfficiency": {
  "": {
   "logOffset": 0.0113,
   "logSd": 0.087,
   "observations": 1225
  },
  "nvidia-hopper": {
   "logOffset": 0.2179,
   "logSd": 0.158,
   "observations": 474
  },
  "vllm": {
   "logOffset": -0.1135,
   "logSd": 0.171,
   "observations": 299
  },
  "vllm/2025": {
   "logOffset": -0.0735,
   "logSd": 0.17,
   "observations": 125
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.053,
   "logSd": 0.171,
   "observations": 178
  },
  "nvidia-ampere": {
   "logOffset": 0.1654,
   "logSd": 0.146,
   "observations": 411
  },
  "tensorrt-llm": {
   "logOffset": -0.0228,
   "logSd": 0.156,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0081,
   "logSd": 0.138,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0644,
   "logSd": 0.16,
   "observations": 102
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0519,
   "logSd": 0.164,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": -0.0702,
   "logSd": 0.167,
   "observations": 121
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0397,
   "logSd": 0.185,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": -0.126,
   "logSd": 0.175,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.004,
   "logSd": 0.198,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0819,
   "logSd": 0.202,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0858,
   "logSd": 0.219,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.04,
   "logSd": 0.218,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0106,
   "logSd": 0.19,
   "observations": 84
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0309,
   "logSd": 0.2,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": 0.1779,
   "logSd": 0.186,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.0151,
   "logSd": 0.186,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.0673,
   "logSd": 0.185,
   "observations": 397
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0253,
   "logSd": 0.201,
   "observations": 227
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0656,
   "logSd": 0.136,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": -0.0091,
   "logSd": 0.16,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.2028,
   "logSd": 0.179,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.1624,
   "logSd": 0.209,
   "observations": 24
  },
  "amd-cdna3": {
   "logOffset": -0.6412,
   "logSd": 0.262,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0213,
   "logSd": 0.223,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.5442,
   "logSd": 0.257,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.0883,
   "logSd": 0.208,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.0705,
   "logSd": 0.202,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": -0.0254,
   "logSd": 0.221,
   "observations": 48
  }
 },
 "sortPasses": {
  "": {
   "logOffset": 0.2525,
   "logSd": 0.181,
   "observations": 61
  }
 },
 "powerActive": {
  "": {
   "logOffset": 0.0494,
   "logSd": 0.195,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": 0.0552,
   "logSd": 0.141,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": -0.0449,
   "logSd": 0.144,
   "observations": 73
  }
 },
 "powerCompute": {
  "": {
   "logOffset": 0.3637,
   "logSd": 0.165,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.0013,
   "logSd": 0.125,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.0786,
   "logSd": 0.125,
   "observations": 73
  }
 },
 "powerMemory": {
  "": {
   "logOffset": -0.1138,
   "logSd": 0.207,
   "observations": 97
  },
  "nvidia-ampere": {
   "logOffset": -0.045,
   "logSd": 0.125,
   "observations": 24
  },
  "nvidia-hopper": {
   "logOffset": 0.0215,
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
