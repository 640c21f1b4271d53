// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.2996,
   "logSd": 0.174,
   "observations": 1209
  },
  "nvidia-ampere": {
   "logOffset": 0.3689,
   "logSd": 0.173,
   "observations": 412
  },
  "tensorrt-llm": {
   "logOffset": -0.1427,
   "logSd": 0.19,
   "observations": 426
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0485,
   "logSd": 0.239,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0868,
   "logSd": 0.21,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.1187,
   "logSd": 0.163,
   "observations": 411
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.1521,
   "logSd": 0.186,
   "observations": 194
  },
  "nvidia-ada": {
   "logOffset": -0.2508,
   "logSd": 0.217,
   "observations": 119
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.039,
   "logSd": 0.245,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.145,
   "logSd": 0.177,
   "observations": 114
  },
  "nvidia-blackwell": {
   "logOffset": -0.1974,
   "logSd": 0.176,
   "observations": 162
  },
  "sglang": {
   "logOffset": -0.2649,
   "logSd": 0.19,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1393,
   "logSd": 0.197,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.1256,
   "logSd": 0.197,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1656,
   "logSd": 0.192,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0384,
   "logSd": 0.195,
   "observations": 83
  },
  "vllm": {
   "logOffset": 0.1406,
   "logSd": 0.192,
   "observations": 235
  },
  "vllm/2025": {
   "logOffset": -0.1065,
   "logSd": 0.192,
   "observations": 62
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0196,
   "logSd": 0.193,
   "observations": 31
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.2179,
   "logSd": 0.185,
   "observations": 116
  },
  "deepspeed-mii": {
   "logOffset": -0.1107,
   "logSd": 0.233,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.3539,
   "logSd": 0.229,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.6587,
   "logSd": 0.174,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0583,
   "logSd": 0.182,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1194,
   "logSd": 0.19,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.1908,
   "logSd": 0.198,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1301,
   "logSd": 0.207,
   "observations": 54
  },
  "intel-gaudi": {
   "logOffset": -0.4646,
   "logSd": 0.239,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.6143,
   "logSd": 0.178,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.7062,
   "logSd": 0.188,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.1979,
   "logSd": 0.204,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.5082,
   "logSd": 0.196,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.1282,
   "logSd": 0.245,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.2118,
   "logSd": 0.218,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0564,
   "logSd": 0.248,
   "observations": 47
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.0938,
   "logSd": 0.373,
   "observations": 178
  },
  "tensorrt-llm": {
   "logOffset": -0.0461,
   "logSd": 0.298,
   "observations": 43
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0005,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0016,
   "logSd": 0.3,
   "observations": 10
  },
  "sglang": {
   "logOffset": -0.0021,
   "logSd": 0.3,
   "observations": 36
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0025,
   "logSd": 0.3,
   "observations": 11
  },
  "vllm": {
   "logOffset": 0.0165,
   "logSd": 0.299,
   "observations": 36
  },
  "vllm/2025": {
   "logOffset": 0.0205,
   "logSd": 0.3,
   "observations": 29
  },
  "deepspeed-mii": {
   "logOffset": -0.0249,
   "logSd": 0.291,
   "observations": 40
  },
  "llama.cpp": {
   "logOffset": 0.0039,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0475,
   "logSd": 0.298,
   "observations": 22
  },
  "vllm/2023": {
   "logOffset": -0.0042,
   "logSd": 0.299,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3168,
   "logSd": 0.372,
   "observations": 872
  },
  "tensorrt-llm": {
   "logOffset": -0.0456,
   "logSd": 0.484,
   "observations": 344
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.016,
   "logSd": 0.499,
   "observations": 46
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0326,
   "logSd": 0.497,
   "observations": 73
  },
  "sglang": {
   "logOffset": -0.0492,
   "logSd": 0.499,
   "observations": 42
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.018,
   "logSd": 0.498,
   "observations": 21
  },
  "vllm": {
   "logOffset": 0.4609,
   "logSd": 0.388,
   "observations": 229
  },
  "vllm/2025": {
   "logOffset": -0.0423,
   "logSd": 0.497,
   "observations": 55
  },
  "deepspeed-mii": {
   "logOffset": -0.671,
   "logSd": 0.454,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1377,
   "logSd": 0.499,
   "observations": 190
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0211,
   "logSd": 0.483,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.3778,
   "logSd": 0.389,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1497,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8811,
   "logSd": 0.352,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.1069,
   "logSd": 0.355,
   "observations": 496
  },
  "tensorrt-llm": {
   "logOffset": -0.6032,
   "logSd": 0.526,
   "observations": 236
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0513,
   "logSd": 0.578,
   "observations": 52
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0171,
   "logSd": 0.593,
   "observations": 49
  },
  "sglang": {
   "logOffset": -0.0407,
   "logSd": 0.599,
   "observations": 28
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0209,
   "logSd": 0.599,
   "observations": 12
  },
  "vllm": {
   "logOffset": 0.4323,
   "logSd": 0.459,
   "observations": 199
  },
  "vllm/2025": {
   "logOffset": 0.1935,
   "logSd": 0.585,
   "observations": 40
  },
  "deepspeed-mii": {
   "logOffset": 0.0367,
   "logSd": 0.424,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0098,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.59,
   "logSd": 0.538,
   "observations": 123
  },
  "vllm/2024": {
   "logOffset": 0.2251,
   "logSd": 0.456,
   "observations": 123
  },
  "sambaflow": {
   "logOffset": 0.0113,
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
   "logOffset": 0.376,
   "logSd": 0.405,
   "observations": 511
  },
  "tensorrt-llm": {
   "logOffset": -0.0443,
   "logSd": 0.414,
   "observations": 247
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0219,
   "logSd": 0.493,
   "observations": 51
  },
  "sglang": {
   "logOffset": 0.0138,
   "logSd": 0.5,
   "observations": 57
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0981,
   "logSd": 0.491,
   "observations": 32
  },
  "vllm": {
   "logOffset": 0.1643,
   "logSd": 0.481,
   "observations": 100
  },
  "vllm/2025": {
   "logOffset": 0.0871,
   "logSd": 0.497,
   "observations": 51
  },
  "deepspeed-mii": {
   "logOffset": 0.0629,
   "logSd": 0.499,
   "observations": 15
  },
  "llama.cpp": {
   "logOffset": 0.1778,
   "logSd": 0.497,
   "observations": 92
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1203,
   "logSd": 0.411,
   "observations": 73
  },
  "vllm/2024": {
   "logOffset": 0.0795,
   "logSd": 0.498,
   "observations": 33
  },
  "sambaflow": {
   "logOffset": 0.0015,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0023,
   "logSd": 0.483,
   "observations": 16
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.8253,
   "logSd": 0.347,
   "observations": 145
  },
  "tensorrt-llm": {
   "logOffset": 0.1627,
   "logSd": 0.332,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0135,
   "logSd": 0.323,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0495,
   "logSd": 0.395,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1762,
   "logSd": 0.351,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.1546,
   "logSd": 0.339,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1546,
   "logSd": 0.339,
   "observations": 32
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.8271,
   "logSd": 0.426,
   "observations": 82
  },
  "tensorrt-llm": {
   "logOffset": 0.0311,
   "logSd": 0.342,
   "observations": 42
  },
  "nvidia-hopper": {
   "logOffset": 0.0949,
   "logSd": 0.331,
   "observations": 32
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0572,
   "logSd": 0.34,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1154,
   "logSd": 0.328,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.1119,
   "logSd": 0.331,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1757,
   "logSd": 0.337,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.138,
   "logSd": 0.335,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0377,
   "logSd": 0.334,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0843,
   "logSd": 0.341,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0261,
   "logSd": 0.343,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": 0.0071,
   "logSd": 0.044,
   "observations": 1070
  },
  "nvidia-ampere": {
   "logOffset": -0.002,
   "logSd": 0.065,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": 0.0204,
   "logSd": 0.078,
   "observations": 418
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0123,
   "logSd": 0.086,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0184,
   "logSd": 0.081,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0511,
   "logSd": 0.073,
   "observations": 377
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.082,
   "logSd": 0.082,
   "observations": 183
  },
  "nvidia-ada": {
   "logOffset": 0.1043,
   "logSd": 0.076,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0509,
   "logSd": 0.088,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0061,
   "logSd": 0.095,
   "observations": 114
  },
  "nvidia-blackwell": {
   "logOffset": -0.0251,
   "logSd": 0.095,
   "observations": 162
  },
  "sglang": {
   "logOffset": 0.0155,
   "logSd": 0.097,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0088,
   "logSd": 0.099,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0242,
   "logSd": 0.098,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0327,
   "logSd": 0.098,
   "observations": 29
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0076,
   "logSd": 0.097,
   "observations": 84
  },
  "vllm": {
   "logOffset": -0.0669,
   "logSd": 0.081,
   "observations": 221
  },
  "vllm/2025": {
   "logOffset": -0.031,
   "logSd": 0.097,
   "observations": 61
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0239,
   "logSd": 0.099,
   "observations": 30
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.014,
   "logSd": 0.089,
   "observations": 107
  },
  "deepspeed-mii": {
   "logOffset": -0.0604,
   "logSd": 0.086,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.092,
   "logSd": 0.086,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.1122,
   "logSd": 0.067,
   "observations": 385
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0445,
   "logSd": 0.072,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0715,
   "logSd": 0.076,
   "observations": 211
  },
  "vllm/2024": {
   "logOffset": 0.0099,
   "logSd": 0.084,
   "observations": 121
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0639,
   "logSd": 0.084,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.0316,
   "logSd": 0.1,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0691,
   "logSd": 0.084,
   "observations": 55
  },
  "amd-cdna3": {
   "logOffset": -0.1392,
   "logSd": 0.098,
   "observations": 58
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0183,
   "logSd": 0.1,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.1209,
   "logSd": 0.098,
   "observations": 29
  },
  "sambanova-rdu": {
   "logOffset": 0.0077,
   "logSd": 0.099,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1551,
   "logSd": 0.078,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": -0.0458,
   "logSd": 0.084,
   "observations": 39
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0284,
   "logSd": 0.042,
   "observations": 1216
  },
  "nvidia-ampere": {
   "logOffset": 0.1139,
   "logSd": 0.065,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0437,
   "logSd": 0.071,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0373,
   "logSd": 0.069,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0602,
   "logSd": 0.075,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0198,
   "logSd": 0.067,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0551,
   "logSd": 0.075,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.1113,
   "logSd": 0.071,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0734,
   "logSd": 0.076,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0593,
   "logSd": 0.085,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0357,
   "logSd": 0.082,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0333,
   "logSd": 0.089,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0062,
   "logSd": 0.092,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0271,
   "logSd": 0.094,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0064,
   "logSd": 0.091,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0348,
   "logSd": 0.088,
   "observations": 84
  },
  "vllm": {
   "logOffset": 0.0199,
   "logSd": 0.078,
   "observations": 238
  },
  "vllm/2025": {
   "logOffset": -0.0461,
   "logSd": 0.084,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0053,
   "logSd": 0.096,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0296,
   "logSd": 0.082,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.1423,
   "logSd": 0.088,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.0815,
   "logSd": 0.089,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.111,
   "logSd": 0.065,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2032,
   "logSd": 0.071,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0721,
   "logSd": 0.066,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.034,
   "logSd": 0.078,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0524,
   "logSd": 0.083,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2238,
   "logSd": 0.093,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.092,
   "logSd": 0.077,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.4637,
   "logSd": 0.091,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4068,
   "logSd": 0.094,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0568,
   "logSd": 0.096,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.0725,
   "logSd": 0.092,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1847,
   "logSd": 0.075,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0319,
   "logSd": 0.089,
   "observations": 48
  }
 }
};
