// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.6932,
   "logSd": 0.173,
   "observations": 841
  },
  "nvidia-ampere": {
   "logOffset": 0.5272,
   "logSd": 0.177,
   "observations": 174
  },
  "tensorrt-llm": {
   "logOffset": -0.0914,
   "logSd": 0.188,
   "observations": 400
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.1186,
   "logSd": 0.235,
   "observations": 54
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0225,
   "logSd": 0.199,
   "observations": 97
  },
  "nvidia-hopper": {
   "logOffset": 0.1801,
   "logSd": 0.169,
   "observations": 331
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0387,
   "logSd": 0.181,
   "observations": 188
  },
  "nvidia-ada": {
   "logOffset": -0.1475,
   "logSd": 0.219,
   "observations": 103
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0069,
   "logSd": 0.246,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2008,
   "logSd": 0.161,
   "observations": 106
  },
  "nvidia-blackwell": {
   "logOffset": -0.1723,
   "logSd": 0.173,
   "observations": 152
  },
  "sglang": {
   "logOffset": -0.1837,
   "logSd": 0.187,
   "observations": 74
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.1334,
   "logSd": 0.192,
   "observations": 44
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0502,
   "logSd": 0.191,
   "observations": 30
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2163,
   "logSd": 0.17,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0232,
   "logSd": 0.188,
   "observations": 76
  },
  "vllm": {
   "logOffset": 0.0355,
   "logSd": 0.193,
   "observations": 227
  },
  "vllm/2025": {
   "logOffset": -0.1463,
   "logSd": 0.19,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0156,
   "logSd": 0.189,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1838,
   "logSd": 0.184,
   "observations": 113
  },
  "deepspeed-mii": {
   "logOffset": 0.0511,
   "logSd": 0.21,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.5727,
   "logSd": 0.204,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": 0.6405,
   "logSd": 0.221,
   "observations": 64
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0698,
   "logSd": 0.25,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.2071,
   "logSd": 0.169,
   "observations": 208
  },
  "vllm/2024": {
   "logOffset": 0.0891,
   "logSd": 0.2,
   "observations": 118
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.0928,
   "logSd": 0.202,
   "observations": 50
  },
  "intel-gaudi": {
   "logOffset": -0.5216,
   "logSd": 0.23,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.4528,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3": {
   "logOffset": 0.5861,
   "logSd": 0.205,
   "observations": 32
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2584,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.3277,
   "logSd": 0.205,
   "observations": 32
  },
  "sambanova-rdu": {
   "logOffset": -0.0983,
   "logSd": 0.246,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1406,
   "logSd": 0.221,
   "observations": 64
  },
  "vllm/2023": {
   "logOffset": 0.0927,
   "logSd": 0.245,
   "observations": 45
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.2389,
   "logSd": 0.385,
   "observations": 164
  },
  "tensorrt-llm": {
   "logOffset": -0.0312,
   "logSd": 0.299,
   "observations": 32
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0009,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0066,
   "logSd": 0.3,
   "observations": 8
  },
  "vllm": {
   "logOffset": 0.0142,
   "logSd": 0.299,
   "observations": 30
  },
  "vllm/2025": {
   "logOffset": 0.0217,
   "logSd": 0.3,
   "observations": 23
  },
  "deepspeed-mii": {
   "logOffset": -0.1191,
   "logSd": 0.295,
   "observations": 47
  },
  "llama.cpp": {
   "logOffset": 0.0019,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0382,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2023": {
   "logOffset": -0.0075,
   "logSd": 0.299,
   "observations": 7
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.2262,
   "logSd": 0.362,
   "observations": 918
  },
  "tensorrt-llm": {
   "logOffset": 0.1868,
   "logSd": 0.464,
   "observations": 375
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0131,
   "logSd": 0.498,
   "observations": 50
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0499,
   "logSd": 0.495,
   "observations": 84
  },
  "sglang": {
   "logOffset": -0.0263,
   "logSd": 0.499,
   "observations": 42
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0256,
   "logSd": 0.497,
   "observations": 28
  },
  "vllm": {
   "logOffset": 0.4978,
   "logSd": 0.383,
   "observations": 230
  },
  "vllm/2025": {
   "logOffset": -0.0122,
   "logSd": 0.496,
   "observations": 56
  },
  "deepspeed-mii": {
   "logOffset": -0.8874,
   "logSd": 0.458,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1677,
   "logSd": 0.495,
   "observations": 204
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.2492,
   "logSd": 0.462,
   "observations": 213
  },
  "vllm/2024": {
   "logOffset": -0.2476,
   "logSd": 0.369,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": -0.1648,
   "logSd": 0.496,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.7576,
   "logSd": 0.342,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": -0.29,
   "logSd": 0.366,
   "observations": 493
  },
  "tensorrt-llm": {
   "logOffset": -0.4383,
   "logSd": 0.524,
   "observations": 240
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0863,
   "logSd": 0.568,
   "observations": 54
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0514,
   "logSd": 0.592,
   "observations": 50
  },
  "sglang": {
   "logOffset": -0.0211,
   "logSd": 0.599,
   "observations": 26
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0302,
   "logSd": 0.599,
   "observations": 13
  },
  "vllm": {
   "logOffset": 0.5825,
   "logSd": 0.46,
   "observations": 201
  },
  "vllm/2025": {
   "logOffset": 0.2623,
   "logSd": 0.582,
   "observations": 42
  },
  "deepspeed-mii": {
   "logOffset": -0.5668,
   "logSd": 0.47,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0087,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.6062,
   "logSd": 0.536,
   "observations": 123
  },
  "vllm/2024": {
   "logOffset": 0.307,
   "logSd": 0.456,
   "observations": 123
  },
  "sambaflow": {
   "logOffset": 0.0175,
   "logSd": 0.598,
   "observations": 7
  },
  "vllm/2023": {
   "logOffset": 0.0132,
   "logSd": 0.599,
   "observations": 36
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": 0.0693,
   "logSd": 0.425,
   "observations": 471
  },
  "tensorrt-llm": {
   "logOffset": -0.0809,
   "logSd": 0.429,
   "observations": 233
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0134,
   "logSd": 0.497,
   "observations": 46
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0027,
   "logSd": 0.498,
   "observations": 86
  },
  "sglang": {
   "logOffset": 0.0169,
   "logSd": 0.5,
   "observations": 55
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0891,
   "logSd": 0.495,
   "observations": 32
  },
  "vllm": {
   "logOffset": 0.0425,
   "logSd": 0.493,
   "observations": 75
  },
  "vllm/2025": {
   "logOffset": 0.0714,
   "logSd": 0.499,
   "observations": 47
  },
  "deepspeed-mii": {
   "logOffset": 0.0166,
   "logSd": 0.5,
   "observations": 16
  },
  "llama.cpp": {
   "logOffset": 0.0729,
   "logSd": 0.499,
   "observations": 92
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.1593,
   "logSd": 0.429,
   "observations": 69
  },
  "vllm/2024": {
   "logOffset": 0.0125,
   "logSd": 0.5,
   "observations": 13
  },
  "sambaflow": {
   "logOffset": 0.0014,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0414,
   "logSd": 0.494,
   "observations": 15
  }
 },
 "requestPathSeconds": {
  "": {
   "logOffset": 0.7978,
   "logSd": 0.345,
   "observations": 145
  },
  "tensorrt-llm": {
   "logOffset": 0.1497,
   "logSd": 0.332,
   "observations": 74
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0241,
   "logSd": 0.322,
   "observations": 58
  },
  "sglang": {
   "logOffset": 0.0488,
   "logSd": 0.395,
   "observations": 39
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.1738,
   "logSd": 0.351,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.1561,
   "logSd": 0.338,
   "observations": 32
  },
  "vllm/2025": {
   "logOffset": 0.1561,
   "logSd": 0.338,
   "observations": 32
  }
 },
 "expertFirstTokenSeconds": {
  "": {
   "logOffset": 0.8411,
   "logSd": 0.423,
   "observations": 82
  },
  "tensorrt-llm": {
   "logOffset": 0.0312,
   "logSd": 0.34,
   "observations": 42
  },
  "nvidia-hopper": {
   "logOffset": 0.1088,
   "logSd": 0.329,
   "observations": 32
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.0641,
   "logSd": 0.337,
   "observations": 16
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.1135,
   "logSd": 0.323,
   "observations": 34
  },
  "nvidia-blackwell": {
   "logOffset": 0.1015,
   "logSd": 0.329,
   "observations": 50
  },
  "sglang": {
   "logOffset": 0.1791,
   "logSd": 0.335,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": 0.1344,
   "logSd": 0.332,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0447,
   "logSd": 0.331,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0823,
   "logSd": 0.335,
   "observations": 8
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0329,
   "logSd": 0.34,
   "observations": 26
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0113,
   "logSd": 0.043,
   "observations": 699
  },
  "nvidia-ampere": {
   "logOffset": -0.0058,
   "logSd": 0.062,
   "observations": 239
  },
  "tensorrt-llm": {
   "logOffset": -0.038,
   "logSd": 0.072,
   "observations": 324
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0224,
   "logSd": 0.068,
   "observations": 56
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0313,
   "logSd": 0.072,
   "observations": 77
  },
  "nvidia-hopper": {
   "logOffset": -0.0261,
   "logSd": 0.066,
   "observations": 276
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0155,
   "logSd": 0.073,
   "observations": 143
  },
  "nvidia-ada": {
   "logOffset": 0.0954,
   "logSd": 0.072,
   "observations": 69
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0418,
   "logSd": 0.081,
   "observations": 37
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0074,
   "logSd": 0.088,
   "observations": 94
  },
  "nvidia-blackwell": {
   "logOffset": -0.0643,
   "logSd": 0.09,
   "observations": 128
  },
  "sglang": {
   "logOffset": -0.0165,
   "logSd": 0.099,
   "observations": 57
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0164,
   "logSd": 0.099,
   "observations": 33
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0663,
   "logSd": 0.087,
   "observations": 20
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.012,
   "logSd": 0.093,
   "observations": 67
  },
  "vllm": {
   "logOffset": -0.0592,
   "logSd": 0.076,
   "observations": 179
  },
  "vllm/2025": {
   "logOffset": -0.0251,
   "logSd": 0.088,
   "observations": 56
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0359,
   "logSd": 0.095,
   "observations": 28
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0036,
   "logSd": 0.079,
   "observations": 89
  },
  "deepspeed-mii": {
   "logOffset": -0.0786,
   "logSd": 0.084,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1223,
   "logSd": 0.084,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1645,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0356,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0133,
   "logSd": 0.063,
   "observations": 154
  },
  "vllm/2024": {
   "logOffset": -0.0196,
   "logSd": 0.073,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0496,
   "logSd": 0.078,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.0437,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.007,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0707,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0013,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0694,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.0174,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1372,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0145,
   "logSd": 0.074,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0152,
   "logSd": 0.04,
   "observations": 1157
  },
  "nvidia-ampere": {
   "logOffset": 0.1235,
   "logSd": 0.06,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.036,
   "logSd": 0.069,
   "observations": 430
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0432,
   "logSd": 0.065,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0872,
   "logSd": 0.071,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0654,
   "logSd": 0.062,
   "observations": 413
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.1151,
   "logSd": 0.071,
   "observations": 195
  },
  "nvidia-ada": {
   "logOffset": 0.1262,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0967,
   "logSd": 0.074,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0249,
   "logSd": 0.078,
   "observations": 116
  },
  "nvidia-blackwell": {
   "logOffset": 0.0083,
   "logSd": 0.074,
   "observations": 164
  },
  "sglang": {
   "logOffset": 0.0418,
   "logSd": 0.08,
   "observations": 80
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0055,
   "logSd": 0.085,
   "observations": 48
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0473,
   "logSd": 0.088,
   "observations": 32
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0113,
   "logSd": 0.091,
   "observations": 32
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0328,
   "logSd": 0.082,
   "observations": 84
  },
  "vllm": {
   "logOffset": -0.0334,
   "logSd": 0.074,
   "observations": 238
  },
  "vllm/2025": {
   "logOffset": -0.1002,
   "logSd": 0.078,
   "observations": 64
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.019,
   "logSd": 0.091,
   "observations": 32
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0402,
   "logSd": 0.075,
   "observations": 117
  },
  "deepspeed-mii": {
   "logOffset": 0.1378,
   "logSd": 0.079,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1183,
   "logSd": 0.082,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1616,
   "logSd": 0.06,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2443,
   "logSd": 0.067,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0063,
   "logSd": 0.062,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": 0.0306,
   "logSd": 0.07,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0848,
   "logSd": 0.077,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2561,
   "logSd": 0.084,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1371,
   "logSd": 0.069,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.6309,
   "logSd": 0.074,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4917,
   "logSd": 0.076,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.1392,
   "logSd": 0.088,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1121,
   "logSd": 0.084,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.223,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0363,
   "logSd": 0.085,
   "observations": 48
  }
 }
};
