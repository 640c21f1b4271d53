// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.4203,
   "logSd": 0.169,
   "observations": 1181
  },
  "nvidia-ampere": {
   "logOffset": 0.4943,
   "logSd": 0.163,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.1088,
   "logSd": 0.185,
   "observations": 426
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.1574,
   "logSd": 0.222,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0411,
   "logSd": 0.194,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.1742,
   "logSd": 0.16,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0071,
   "logSd": 0.176,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": -0.26,
   "logSd": 0.21,
   "observations": 119
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0429,
   "logSd": 0.239,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2427,
   "logSd": 0.161,
   "observations": 114
  },
  "nvidia-blackwell": {
   "logOffset": -0.1934,
   "logSd": 0.175,
   "observations": 161
  },
  "sglang": {
   "logOffset": -0.2616,
   "logSd": 0.188,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1501,
   "logSd": 0.196,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.1114,
   "logSd": 0.193,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.282,
   "logSd": 0.172,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0177,
   "logSd": 0.19,
   "observations": 82
  },
  "vllm": {
   "logOffset": 0.0538,
   "logSd": 0.192,
   "observations": 237
  },
  "vllm/2025": {
   "logOffset": -0.1578,
   "logSd": 0.189,
   "observations": 63
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0256,
   "logSd": 0.191,
   "observations": 31
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1939,
   "logSd": 0.181,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.0502,
   "logSd": 0.211,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5858,
   "logSd": 0.2,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.631,
   "logSd": 0.174,
   "observations": 370
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0824,
   "logSd": 0.178,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.2585,
   "logSd": 0.162,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.1335,
   "logSd": 0.196,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1328,
   "logSd": 0.198,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": -0.5355,
   "logSd": 0.223,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.4867,
   "logSd": 0.18,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.685,
   "logSd": 0.204,
   "observations": 34
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2789,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.4061,
   "logSd": 0.204,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.1502,
   "logSd": 0.243,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.2171,
   "logSd": 0.214,
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
   "logOffset": -0.181,
   "logSd": 0.378,
   "observations": 171
  },
  "tensorrt-llm": {
   "logOffset": -0.037,
   "logSd": 0.298,
   "observations": 38
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0006,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0007,
   "logSd": 0.3,
   "observations": 8
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0044,
   "logSd": 0.3,
   "observations": 11
  },
  "vllm": {
   "logOffset": 0.007,
   "logSd": 0.299,
   "observations": 30
  },
  "vllm/2025": {
   "logOffset": 0.0177,
   "logSd": 0.3,
   "observations": 23
  },
  "deepspeed-mii": {
   "logOffset": -0.0732,
   "logSd": 0.293,
   "observations": 47
  },
  "llama.cpp": {
   "logOffset": 0.0016,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0413,
   "logSd": 0.298,
   "observations": 19
  },
  "vllm/2023": {
   "logOffset": -0.0107,
   "logSd": 0.299,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.2921,
   "logSd": 0.358,
   "observations": 857
  },
  "tensorrt-llm": {
   "logOffset": 0.0073,
   "logSd": 0.48,
   "observations": 345
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0057,
   "logSd": 0.499,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0493,
   "logSd": 0.496,
   "observations": 73
  },
  "sglang": {
   "logOffset": -0.0433,
   "logSd": 0.499,
   "observations": 42
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0329,
   "logSd": 0.498,
   "observations": 21
  },
  "vllm": {
   "logOffset": 0.456,
   "logSd": 0.382,
   "observations": 228
  },
  "vllm/2025": {
   "logOffset": -0.0508,
   "logSd": 0.497,
   "observations": 54
  },
  "deepspeed-mii": {
   "logOffset": -0.6283,
   "logSd": 0.428,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.061,
   "logSd": 0.499,
   "observations": 175
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0839,
   "logSd": 0.48,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.3517,
   "logSd": 0.379,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1448,
   "logSd": 0.496,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8586,
   "logSd": 0.345,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.2619,
   "logSd": 0.355,
   "observations": 495
  },
  "tensorrt-llm": {
   "logOffset": -0.4631,
   "logSd": 0.515,
   "observations": 242
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0303,
   "logSd": 0.568,
   "observations": 54
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.049,
   "logSd": 0.591,
   "observations": 50
  },
  "sglang": {
   "logOffset": -0.0142,
   "logSd": 0.599,
   "observations": 26
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.024,
   "logSd": 0.599,
   "observations": 13
  },
  "vllm": {
   "logOffset": 0.5112,
   "logSd": 0.458,
   "observations": 198
  },
  "vllm/2025": {
   "logOffset": 0.2204,
   "logSd": 0.582,
   "observations": 40
  },
  "deepspeed-mii": {
   "logOffset": -0.4238,
   "logSd": 0.434,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0041,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.5664,
   "logSd": 0.526,
   "observations": 125
  },
  "vllm/2024": {
   "logOffset": 0.2771,
   "logSd": 0.454,
   "observations": 123
  },
  "sambaflow": {
   "logOffset": 0.0087,
   "logSd": 0.598,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0138,
   "logSd": 0.598,
   "observations": 35
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.1036,
   "logSd": 0.439,
   "observations": 429
  },
  "tensorrt-llm": {
   "logOffset": -0.2071,
   "logSd": 0.442,
   "observations": 209
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0153,
   "logSd": 0.498,
   "observations": 41
  },
  "sglang": {
   "logOffset": 0.0164,
   "logSd": 0.5,
   "observations": 52
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0611,
   "logSd": 0.497,
   "observations": 31
  },
  "vllm": {
   "logOffset": 0.0147,
   "logSd": 0.495,
   "observations": 70
  },
  "vllm/2025": {
   "logOffset": 0.0555,
   "logSd": 0.499,
   "observations": 44
  },
  "deepspeed-mii": {
   "logOffset": 0.0145,
   "logSd": 0.5,
   "observations": 10
  },
  "llama.cpp": {
   "logOffset": 0.0567,
   "logSd": 0.499,
   "observations": 88
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2525,
   "logSd": 0.443,
   "observations": 59
  },
  "vllm/2024": {
   "logOffset": 0.0133,
   "logSd": 0.5,
   "observations": 11
  },
  "sambaflow": {
   "logOffset": 0.0013,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0541,
   "logSd": 0.495,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.7849,
   "logSd": 0.343,
   "observations": 145
  },
  "tensorrt-llm": {
   "logOffset": 0.1465,
   "logSd": 0.33,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0371,
   "logSd": 0.32,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0476,
   "logSd": 0.395,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1835,
   "logSd": 0.348,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.1548,
   "logSd": 0.337,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1548,
   "logSd": 0.337,
   "observations": 32
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.8393,
   "logSd": 0.421,
   "observations": 82
  },
  "tensorrt-llm": {
   "logOffset": 0.0332,
   "logSd": 0.339,
   "observations": 42
  },
  "nvidia-hopper": {
   "logOffset": 0.1113,
   "logSd": 0.327,
   "observations": 32
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0685,
   "logSd": 0.334,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.129,
   "logSd": 0.319,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.0985,
   "logSd": 0.328,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1766,
   "logSd": 0.335,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1338,
   "logSd": 0.33,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0428,
   "logSd": 0.329,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0958,
   "logSd": 0.331,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0353,
   "logSd": 0.338,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0078,
   "logSd": 0.043,
   "observations": 713
  },
  "nvidia-ampere": {
   "logOffset": -0.0042,
   "logSd": 0.062,
   "observations": 244
  },
  "tensorrt-llm": {
   "logOffset": -0.0389,
   "logSd": 0.071,
   "observations": 343
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0211,
   "logSd": 0.067,
   "observations": 56
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0294,
   "logSd": 0.071,
   "observations": 82
  },
  "nvidia-hopper": {
   "logOffset": -0.0056,
   "logSd": 0.066,
   "observations": 288
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0074,
   "logSd": 0.072,
   "observations": 155
  },
  "nvidia-ada": {
   "logOffset": 0.0912,
   "logSd": 0.072,
   "observations": 71
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0477,
   "logSd": 0.08,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0117,
   "logSd": 0.086,
   "observations": 94
  },
  "nvidia-blackwell": {
   "logOffset": -0.0649,
   "logSd": 0.089,
   "observations": 128
  },
  "sglang": {
   "logOffset": -0.0141,
   "logSd": 0.099,
   "observations": 57
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0132,
   "logSd": 0.099,
   "observations": 33
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.001,
   "logSd": 0.1,
   "observations": 24
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0776,
   "logSd": 0.086,
   "observations": 20
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0131,
   "logSd": 0.093,
   "observations": 67
  },
  "vllm": {
   "logOffset": -0.0622,
   "logSd": 0.075,
   "observations": 179
  },
  "vllm/2025": {
   "logOffset": -0.0277,
   "logSd": 0.087,
   "observations": 56
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0387,
   "logSd": 0.095,
   "observations": 28
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0078,
   "logSd": 0.078,
   "observations": 89
  },
  "deepspeed-mii": {
   "logOffset": -0.0796,
   "logSd": 0.084,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1226,
   "logSd": 0.084,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1821,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0339,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0292,
   "logSd": 0.062,
   "observations": 173
  },
  "vllm/2024": {
   "logOffset": -0.0277,
   "logSd": 0.071,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0551,
   "logSd": 0.077,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0431,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.0107,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0721,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0013,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0708,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.0187,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1389,
   "logSd": 0.075,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0068,
   "logSd": 0.073,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0483,
   "logSd": 0.041,
   "observations": 1156
  },
  "nvidia-ampere": {
   "logOffset": 0.1186,
   "logSd": 0.062,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0176,
   "logSd": 0.069,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0535,
   "logSd": 0.065,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0814,
   "logSd": 0.071,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0864,
   "logSd": 0.063,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.1229,
   "logSd": 0.072,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.106,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.089,
   "logSd": 0.074,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0327,
   "logSd": 0.078,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0301,
   "logSd": 0.076,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0474,
   "logSd": 0.081,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0033,
   "logSd": 0.085,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0441,
   "logSd": 0.088,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0171,
   "logSd": 0.091,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0299,
   "logSd": 0.083,
   "observations": 84
  },
  "vllm": {
   "logOffset": -0.0141,
   "logSd": 0.075,
   "observations": 238
  },
  "vllm/2025": {
   "logOffset": -0.0671,
   "logSd": 0.08,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0032,
   "logSd": 0.092,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0335,
   "logSd": 0.077,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.1898,
   "logSd": 0.086,
   "observations": 27
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1147,
   "logSd": 0.086,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1355,
   "logSd": 0.061,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2264,
   "logSd": 0.068,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0139,
   "logSd": 0.063,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.025,
   "logSd": 0.071,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0884,
   "logSd": 0.078,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.3045,
   "logSd": 0.1,
   "observations": 0
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1141,
   "logSd": 0.074,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.5755,
   "logSd": 0.075,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4428,
   "logSd": 0.077,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.1328,
   "logSd": 0.09,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1233,
   "logSd": 0.084,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.195,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.028,
   "logSd": 0.084,
   "observations": 48
  }
 }
};
