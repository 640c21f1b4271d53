// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.3204,
   "logSd": 0.171,
   "observations": 1209
  },
  "nvidia-ampere": {
   "logOffset": 0.4348,
   "logSd": 0.17,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.1617,
   "logSd": 0.189,
   "observations": 426
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0465,
   "logSd": 0.239,
   "observations": 62
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0601,
   "logSd": 0.208,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.1247,
   "logSd": 0.163,
   "observations": 411
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.15,
   "logSd": 0.186,
   "observations": 194
  },
  "nvidia-ada": {
   "logOffset": -0.2435,
   "logSd": 0.216,
   "observations": 119
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0369,
   "logSd": 0.244,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.1501,
   "logSd": 0.176,
   "observations": 114
  },
  "nvidia-blackwell": {
   "logOffset": -0.1934,
   "logSd": 0.176,
   "observations": 162
  },
  "sglang": {
   "logOffset": -0.2778,
   "logSd": 0.189,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1432,
   "logSd": 0.197,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.1346,
   "logSd": 0.197,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.1689,
   "logSd": 0.191,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.035,
   "logSd": 0.195,
   "observations": 83
  },
  "vllm": {
   "logOffset": 0.1259,
   "logSd": 0.192,
   "observations": 236
  },
  "vllm/2025": {
   "logOffset": -0.1128,
   "logSd": 0.191,
   "observations": 62
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0151,
   "logSd": 0.193,
   "observations": 31
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.211,
   "logSd": 0.184,
   "observations": 116
  },
  "deepspeed-mii": {
   "logOffset": -0.0208,
   "logSd": 0.221,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5216,
   "logSd": 0.213,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.6262,
   "logSd": 0.172,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0127,
   "logSd": 0.18,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1108,
   "logSd": 0.189,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.1814,
   "logSd": 0.197,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1597,
   "logSd": 0.205,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": -0.5425,
   "logSd": 0.233,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.6202,
   "logSd": 0.178,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.7117,
   "logSd": 0.188,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2,
   "logSd": 0.204,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.5118,
   "logSd": 0.195,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": -0.1283,
   "logSd": 0.245,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.2067,
   "logSd": 0.218,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0574,
   "logSd": 0.247,
   "observations": 48
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.2635,
   "logSd": 0.387,
   "observations": 160
  },
  "tensorrt-llm": {
   "logOffset": -0.0316,
   "logSd": 0.299,
   "observations": 31
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0011,
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
   "logOffset": 0.0125,
   "logSd": 0.299,
   "observations": 30
  },
  "vllm/2025": {
   "logOffset": 0.0141,
   "logSd": 0.3,
   "observations": 23
  },
  "deepspeed-mii": {
   "logOffset": -0.1303,
   "logSd": 0.296,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0027,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0326,
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
   "logOffset": -0.3664,
   "logSd": 0.373,
   "observations": 865
  },
  "tensorrt-llm": {
   "logOffset": -0.0426,
   "logSd": 0.485,
   "observations": 341
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.015,
   "logSd": 0.499,
   "observations": 45
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0319,
   "logSd": 0.497,
   "observations": 72
  },
  "sglang": {
   "logOffset": -0.0493,
   "logSd": 0.499,
   "observations": 42
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0185,
   "logSd": 0.498,
   "observations": 20
  },
  "vllm": {
   "logOffset": 0.4844,
   "logSd": 0.389,
   "observations": 229
  },
  "vllm/2025": {
   "logOffset": -0.0433,
   "logSd": 0.497,
   "observations": 55
  },
  "deepspeed-mii": {
   "logOffset": -0.7458,
   "logSd": 0.455,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1282,
   "logSd": 0.499,
   "observations": 186
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0229,
   "logSd": 0.484,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.3714,
   "logSd": 0.391,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1414,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.899,
   "logSd": 0.353,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.1728,
   "logSd": 0.349,
   "observations": 495
  },
  "tensorrt-llm": {
   "logOffset": -0.5653,
   "logSd": 0.525,
   "observations": 236
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0469,
   "logSd": 0.578,
   "observations": 50
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0175,
   "logSd": 0.593,
   "observations": 49
  },
  "sglang": {
   "logOffset": -0.0359,
   "logSd": 0.599,
   "observations": 27
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0187,
   "logSd": 0.599,
   "observations": 12
  },
  "vllm": {
   "logOffset": 0.4612,
   "logSd": 0.458,
   "observations": 198
  },
  "vllm/2025": {
   "logOffset": 0.1787,
   "logSd": 0.586,
   "observations": 39
  },
  "deepspeed-mii": {
   "logOffset": -0.1293,
   "logSd": 0.399,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0087,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.5546,
   "logSd": 0.537,
   "observations": 125
  },
  "vllm/2024": {
   "logOffset": 0.2691,
   "logSd": 0.455,
   "observations": 123
  },
  "sambaflow": {
   "logOffset": 0.0116,
   "logSd": 0.598,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0134,
   "logSd": 0.599,
   "observations": 36
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": 0.3763,
   "logSd": 0.403,
   "observations": 525
  },
  "tensorrt-llm": {
   "logOffset": -0.03,
   "logSd": 0.413,
   "observations": 248
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0215,
   "logSd": 0.493,
   "observations": 51
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0012,
   "logSd": 0.495,
   "observations": 91
  },
  "sglang": {
   "logOffset": 0.0136,
   "logSd": 0.5,
   "observations": 57
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0956,
   "logSd": 0.49,
   "observations": 32
  },
  "vllm": {
   "logOffset": 0.1711,
   "logSd": 0.48,
   "observations": 100
  },
  "vllm/2025": {
   "logOffset": 0.0871,
   "logSd": 0.497,
   "observations": 51
  },
  "deepspeed-mii": {
   "logOffset": 0.0444,
   "logSd": 0.499,
   "observations": 28
  },
  "llama.cpp": {
   "logOffset": 0.1758,
   "logSd": 0.497,
   "observations": 92
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1054,
   "logSd": 0.41,
   "observations": 74
  },
  "vllm/2024": {
   "logOffset": 0.0785,
   "logSd": 0.498,
   "observations": 33
  },
  "sambaflow": {
   "logOffset": 0.0015,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": 0.0054,
   "logSd": 0.482,
   "observations": 16
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.8289,
   "logSd": 0.346,
   "observations": 145
  },
  "tensorrt-llm": {
   "logOffset": 0.1625,
   "logSd": 0.332,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0121,
   "logSd": 0.323,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0495,
   "logSd": 0.395,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1746,
   "logSd": 0.351,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.1564,
   "logSd": 0.339,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1564,
   "logSd": 0.339,
   "observations": 32
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.8298,
   "logSd": 0.426,
   "observations": 82
  },
  "tensorrt-llm": {
   "logOffset": 0.0312,
   "logSd": 0.342,
   "observations": 42
  },
  "nvidia-hopper": {
   "logOffset": 0.0933,
   "logSd": 0.33,
   "observations": 32
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0559,
   "logSd": 0.34,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1142,
   "logSd": 0.328,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.1141,
   "logSd": 0.331,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1763,
   "logSd": 0.337,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1388,
   "logSd": 0.334,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0374,
   "logSd": 0.334,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.083,
   "logSd": 0.34,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0247,
   "logSd": 0.343,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": 0.0204,
   "logSd": 0.044,
   "observations": 1066
  },
  "nvidia-ampere": {
   "logOffset": -0.0348,
   "logSd": 0.065,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": 0.0229,
   "logSd": 0.077,
   "observations": 418
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0105,
   "logSd": 0.086,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.01,
   "logSd": 0.08,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0409,
   "logSd": 0.073,
   "observations": 377
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0782,
   "logSd": 0.082,
   "observations": 183
  },
  "nvidia-ada": {
   "logOffset": 0.0956,
   "logSd": 0.076,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0516,
   "logSd": 0.088,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0063,
   "logSd": 0.095,
   "observations": 114
  },
  "nvidia-blackwell": {
   "logOffset": -0.0259,
   "logSd": 0.095,
   "observations": 162
  },
  "sglang": {
   "logOffset": 0.0151,
   "logSd": 0.097,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0088,
   "logSd": 0.099,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0239,
   "logSd": 0.098,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0317,
   "logSd": 0.098,
   "observations": 29
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0062,
   "logSd": 0.097,
   "observations": 84
  },
  "vllm": {
   "logOffset": -0.0613,
   "logSd": 0.081,
   "observations": 221
  },
  "vllm/2025": {
   "logOffset": -0.03,
   "logSd": 0.097,
   "observations": 61
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0233,
   "logSd": 0.099,
   "observations": 30
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0108,
   "logSd": 0.089,
   "observations": 107
  },
  "deepspeed-mii": {
   "logOffset": -0.0196,
   "logSd": 0.086,
   "observations": 48
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.155,
   "logSd": 0.087,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.1169,
   "logSd": 0.067,
   "observations": 385
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0598,
   "logSd": 0.072,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0714,
   "logSd": 0.076,
   "observations": 211
  },
  "vllm/2024": {
   "logOffset": 0.0109,
   "logSd": 0.084,
   "observations": 121
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0703,
   "logSd": 0.083,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.1354,
   "logSd": 0.097,
   "observations": 21
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0719,
   "logSd": 0.084,
   "observations": 55
  },
  "amd-cdna3": {
   "logOffset": -0.1372,
   "logSd": 0.098,
   "observations": 58
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0181,
   "logSd": 0.1,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.1191,
   "logSd": 0.098,
   "observations": 29
  },
  "sambanova-rdu": {
   "logOffset": 0.0075,
   "logSd": 0.099,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1471,
   "logSd": 0.078,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": -0.0422,
   "logSd": 0.083,
   "observations": 39
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0283,
   "logSd": 0.042,
   "observations": 1216
  },
  "nvidia-ampere": {
   "logOffset": 0.0975,
   "logSd": 0.064,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0381,
   "logSd": 0.071,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0351,
   "logSd": 0.068,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0461,
   "logSd": 0.074,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.014,
   "logSd": 0.067,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0519,
   "logSd": 0.075,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.106,
   "logSd": 0.07,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0762,
   "logSd": 0.076,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0582,
   "logSd": 0.085,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0317,
   "logSd": 0.082,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0344,
   "logSd": 0.089,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.0062,
   "logSd": 0.092,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0283,
   "logSd": 0.094,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0077,
   "logSd": 0.091,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0323,
   "logSd": 0.088,
   "observations": 84
  },
  "vllm": {
   "logOffset": 0.0259,
   "logSd": 0.078,
   "observations": 238
  },
  "vllm/2025": {
   "logOffset": -0.0436,
   "logSd": 0.084,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0068,
   "logSd": 0.096,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0274,
   "logSd": 0.082,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.1239,
   "logSd": 0.085,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.13,
   "logSd": 0.087,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1042,
   "logSd": 0.065,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2105,
   "logSd": 0.071,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0689,
   "logSd": 0.066,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.0371,
   "logSd": 0.078,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0631,
   "logSd": 0.083,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2539,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0935,
   "logSd": 0.077,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.4611,
   "logSd": 0.091,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4034,
   "logSd": 0.094,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0578,
   "logSd": 0.096,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.0712,
   "logSd": 0.091,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1822,
   "logSd": 0.075,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0324,
   "logSd": 0.089,
   "observations": 48
  }
 }
};
