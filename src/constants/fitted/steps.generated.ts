// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.4163,
   "logSd": 0.17,
   "observations": 1181
  },
  "nvidia-ampere": {
   "logOffset": 0.5032,
   "logSd": 0.164,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0899,
   "logSd": 0.184,
   "observations": 425
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.1397,
   "logSd": 0.224,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0123,
   "logSd": 0.192,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.166,
   "logSd": 0.161,
   "observations": 412
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0401,
   "logSd": 0.176,
   "observations": 194
  },
  "nvidia-ada": {
   "logOffset": -0.2333,
   "logSd": 0.209,
   "observations": 119
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0043,
   "logSd": 0.237,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2301,
   "logSd": 0.162,
   "observations": 113
  },
  "nvidia-blackwell": {
   "logOffset": -0.2015,
   "logSd": 0.175,
   "observations": 161
  },
  "sglang": {
   "logOffset": -0.2599,
   "logSd": 0.188,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1478,
   "logSd": 0.197,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.1121,
   "logSd": 0.193,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2609,
   "logSd": 0.173,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0332,
   "logSd": 0.191,
   "observations": 82
  },
  "vllm": {
   "logOffset": 0.0726,
   "logSd": 0.192,
   "observations": 237
  },
  "vllm/2025": {
   "logOffset": -0.1587,
   "logSd": 0.189,
   "observations": 63
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0204,
   "logSd": 0.191,
   "observations": 31
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1885,
   "logSd": 0.181,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": -0.0106,
   "logSd": 0.213,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5775,
   "logSd": 0.203,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.6465,
   "logSd": 0.174,
   "observations": 370
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0706,
   "logSd": 0.178,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.2614,
   "logSd": 0.163,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.1533,
   "logSd": 0.194,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1327,
   "logSd": 0.197,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": -0.588,
   "logSd": 0.231,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.5067,
   "logSd": 0.179,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.7125,
   "logSd": 0.204,
   "observations": 34
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2983,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.4142,
   "logSd": 0.204,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.1464,
   "logSd": 0.244,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.229,
   "logSd": 0.213,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.078,
   "logSd": 0.245,
   "observations": 48
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.2948,
   "logSd": 0.387,
   "observations": 154
  },
  "tensorrt-llm": {
   "logOffset": -0.037,
   "logSd": 0.299,
   "observations": 30
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0005,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0006,
   "logSd": 0.3,
   "observations": 6
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.004,
   "logSd": 0.3,
   "observations": 7
  },
  "vllm": {
   "logOffset": 0.0099,
   "logSd": 0.299,
   "observations": 28
  },
  "vllm/2025": {
   "logOffset": 0.0163,
   "logSd": 0.3,
   "observations": 22
  },
  "deepspeed-mii": {
   "logOffset": -0.14,
   "logSd": 0.296,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0015,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0409,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2023": {
   "logOffset": -0.0064,
   "logSd": 0.299,
   "observations": 6
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3381,
   "logSd": 0.369,
   "observations": 855
  },
  "tensorrt-llm": {
   "logOffset": 0.0294,
   "logSd": 0.48,
   "observations": 344
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0081,
   "logSd": 0.499,
   "observations": 46
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0526,
   "logSd": 0.497,
   "observations": 73
  },
  "sglang": {
   "logOffset": -0.0384,
   "logSd": 0.499,
   "observations": 42
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0323,
   "logSd": 0.498,
   "observations": 21
  },
  "vllm": {
   "logOffset": 0.474,
   "logSd": 0.387,
   "observations": 228
  },
  "vllm/2025": {
   "logOffset": -0.0508,
   "logSd": 0.497,
   "observations": 54
  },
  "deepspeed-mii": {
   "logOffset": -0.7335,
   "logSd": 0.452,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.074,
   "logSd": 0.499,
   "observations": 174
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1062,
   "logSd": 0.48,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.3619,
   "logSd": 0.385,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1436,
   "logSd": 0.496,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8867,
   "logSd": 0.349,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.1415,
   "logSd": 0.343,
   "observations": 508
  },
  "tensorrt-llm": {
   "logOffset": -0.4918,
   "logSd": 0.51,
   "observations": 244
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.046,
   "logSd": 0.562,
   "observations": 54
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0487,
   "logSd": 0.589,
   "observations": 51
  },
  "sglang": {
   "logOffset": -0.0178,
   "logSd": 0.599,
   "observations": 28
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0285,
   "logSd": 0.599,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.4816,
   "logSd": 0.455,
   "observations": 201
  },
  "vllm/2025": {
   "logOffset": 0.2239,
   "logSd": 0.58,
   "observations": 42
  },
  "deepspeed-mii": {
   "logOffset": -0.196,
   "logSd": 0.387,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0058,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.6151,
   "logSd": 0.522,
   "observations": 125
  },
  "vllm/2024": {
   "logOffset": 0.2426,
   "logSd": 0.451,
   "observations": 123
  },
  "sambaflow": {
   "logOffset": 0.0144,
   "logSd": 0.597,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0151,
   "logSd": 0.598,
   "observations": 36
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.094,
   "logSd": 0.439,
   "observations": 431
  },
  "tensorrt-llm": {
   "logOffset": -0.2073,
   "logSd": 0.443,
   "observations": 209
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0043,
   "logSd": 0.498,
   "observations": 41
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0007,
   "logSd": 0.499,
   "observations": 78
  },
  "sglang": {
   "logOffset": 0.0149,
   "logSd": 0.5,
   "observations": 52
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0597,
   "logSd": 0.497,
   "observations": 31
  },
  "vllm": {
   "logOffset": 0.0255,
   "logSd": 0.494,
   "observations": 70
  },
  "vllm/2025": {
   "logOffset": 0.0527,
   "logSd": 0.499,
   "observations": 44
  },
  "deepspeed-mii": {
   "logOffset": 0.0143,
   "logSd": 0.5,
   "observations": 13
  },
  "llama.cpp": {
   "logOffset": 0.0572,
   "logSd": 0.499,
   "observations": 87
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2619,
   "logSd": 0.445,
   "observations": 59
  },
  "vllm/2024": {
   "logOffset": 0.0105,
   "logSd": 0.5,
   "observations": 11
  },
  "sambaflow": {
   "logOffset": 0.0013,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0377,
   "logSd": 0.494,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.7887,
   "logSd": 0.343,
   "observations": 145
  },
  "tensorrt-llm": {
   "logOffset": 0.1494,
   "logSd": 0.33,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0277,
   "logSd": 0.32,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0476,
   "logSd": 0.395,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1771,
   "logSd": 0.348,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.1535,
   "logSd": 0.337,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1535,
   "logSd": 0.337,
   "observations": 32
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.8314,
   "logSd": 0.422,
   "observations": 82
  },
  "tensorrt-llm": {
   "logOffset": 0.0324,
   "logSd": 0.34,
   "observations": 42
  },
  "nvidia-hopper": {
   "logOffset": 0.1067,
   "logSd": 0.328,
   "observations": 32
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0646,
   "logSd": 0.335,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1164,
   "logSd": 0.321,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.1012,
   "logSd": 0.328,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1755,
   "logSd": 0.335,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1334,
   "logSd": 0.331,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0421,
   "logSd": 0.329,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0841,
   "logSd": 0.332,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0322,
   "logSd": 0.339,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0146,
   "logSd": 0.043,
   "observations": 763
  },
  "nvidia-ampere": {
   "logOffset": -0.0107,
   "logSd": 0.062,
   "observations": 248
  },
  "tensorrt-llm": {
   "logOffset": -0.0393,
   "logSd": 0.072,
   "observations": 372
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.008,
   "logSd": 0.072,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0229,
   "logSd": 0.072,
   "observations": 86
  },
  "nvidia-hopper": {
   "logOffset": -0.0221,
   "logSd": 0.067,
   "observations": 305
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0058,
   "logSd": 0.073,
   "observations": 171
  },
  "nvidia-ada": {
   "logOffset": 0.092,
   "logSd": 0.073,
   "observations": 77
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0463,
   "logSd": 0.083,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0084,
   "logSd": 0.087,
   "observations": 97
  },
  "nvidia-blackwell": {
   "logOffset": -0.0659,
   "logSd": 0.089,
   "observations": 134
  },
  "sglang": {
   "logOffset": -0.0235,
   "logSd": 0.098,
   "observations": 60
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0214,
   "logSd": 0.099,
   "observations": 36
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0021,
   "logSd": 0.099,
   "observations": 24
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0698,
   "logSd": 0.087,
   "observations": 21
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0101,
   "logSd": 0.093,
   "observations": 70
  },
  "vllm": {
   "logOffset": -0.0618,
   "logSd": 0.076,
   "observations": 180
  },
  "vllm/2025": {
   "logOffset": -0.0232,
   "logSd": 0.087,
   "observations": 57
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0344,
   "logSd": 0.095,
   "observations": 28
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0055,
   "logSd": 0.079,
   "observations": 90
  },
  "deepspeed-mii": {
   "logOffset": -0.0795,
   "logSd": 0.084,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1268,
   "logSd": 0.084,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1622,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0336,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0308,
   "logSd": 0.064,
   "observations": 190
  },
  "vllm/2024": {
   "logOffset": -0.022,
   "logSd": 0.072,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0595,
   "logSd": 0.077,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0473,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0086,
   "logSd": 0.078,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0824,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0011,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0813,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.0163,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1383,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0166,
   "logSd": 0.074,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0466,
   "logSd": 0.041,
   "observations": 1209
  },
  "nvidia-ampere": {
   "logOffset": 0.114,
   "logSd": 0.062,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0117,
   "logSd": 0.069,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0525,
   "logSd": 0.066,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0565,
   "logSd": 0.072,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0811,
   "logSd": 0.063,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.119,
   "logSd": 0.072,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.0895,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.1033,
   "logSd": 0.074,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0365,
   "logSd": 0.079,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0247,
   "logSd": 0.076,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0493,
   "logSd": 0.081,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0035,
   "logSd": 0.085,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0458,
   "logSd": 0.088,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0135,
   "logSd": 0.091,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0291,
   "logSd": 0.083,
   "observations": 84
  },
  "vllm": {
   "logOffset": 0.0085,
   "logSd": 0.076,
   "observations": 238
  },
  "vllm/2025": {
   "logOffset": -0.0652,
   "logSd": 0.08,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.008,
   "logSd": 0.093,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0228,
   "logSd": 0.078,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.1429,
   "logSd": 0.083,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1197,
   "logSd": 0.086,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1143,
   "logSd": 0.061,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2138,
   "logSd": 0.068,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0092,
   "logSd": 0.063,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.042,
   "logSd": 0.072,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0764,
   "logSd": 0.079,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2626,
   "logSd": 0.088,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1065,
   "logSd": 0.075,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.4972,
   "logSd": 0.077,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4145,
   "logSd": 0.079,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0827,
   "logSd": 0.093,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1119,
   "logSd": 0.084,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1928,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0317,
   "logSd": 0.085,
   "observations": 48
  }
 }
};
