// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.
import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {
 "dependentKernelSeconds": {
  "": {
   "logOffset": 0.7328,
   "logSd": 0.175,
   "observations": 721
  },
  "nvidia-ampere": {
   "logOffset": 0.5289,
   "logSd": 0.191,
   "observations": 147
  },
  "tensorrt-llm": {
   "logOffset": -0.0544,
   "logSd": 0.186,
   "observations": 335
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0162,
   "logSd": 0.237,
   "observations": 53
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.0263,
   "logSd": 0.198,
   "observations": 97
  },
  "nvidia-hopper": {
   "logOffset": 0.1178,
   "logSd": 0.165,
   "observations": 339
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.014,
   "logSd": 0.175,
   "observations": 157
  },
  "nvidia-ada": {
   "logOffset": -0.0975,
   "logSd": 0.211,
   "observations": 103
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": 0.0053,
   "logSd": 0.24,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.2223,
   "logSd": 0.158,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.198,
   "logSd": 0.176,
   "observations": 82
  },
  "sglang": {
   "logOffset": -0.1773,
   "logSd": 0.185,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.138,
   "logSd": 0.193,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": -0.0393,
   "logSd": 0.189,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.2187,
   "logSd": 0.167,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": -0.0194,
   "logSd": 0.188,
   "observations": 42
  },
  "vllm": {
   "logOffset": 0.0455,
   "logSd": 0.195,
   "observations": 163
  },
  "vllm/2025": {
   "logOffset": -0.1486,
   "logSd": 0.185,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0405,
   "logSd": 0.192,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.1635,
   "logSd": 0.185,
   "observations": 97
  },
  "deepspeed-mii": {
   "logOffset": 0.0804,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": 0.6,
   "logSd": 0.25,
   "observations": 0
  },
  "llama.cpp": {
   "logOffset": 0.5738,
   "logSd": 0.191,
   "observations": 133
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.113,
   "logSd": 0.25,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.3704,
   "logSd": 0.157,
   "observations": 208
  },
  "vllm/2024": {
   "logOffset": 0.1093,
   "logSd": 0.193,
   "observations": 86
  },
  "nvidia-ampere|vllm": {
   "logOffset": -0.1578,
   "logSd": 0.209,
   "observations": 50
  },
  "intel-gaudi": {
   "logOffset": -0.5197,
   "logSd": 0.228,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": 0.3345,
   "logSd": 0.194,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": 0.6365,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": 0.2291,
   "logSd": 0.25,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": 0.4074,
   "logSd": 0.25,
   "observations": 0
  },
  "sambanova-rdu": {
   "logOffset": -0.0941,
   "logSd": 0.246,
   "observations": 16
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": -0.1028,
   "logSd": 0.215,
   "observations": 64
  },
  "vllm/2023": {
   "logOffset": 0.0847,
   "logSd": 0.246,
   "observations": 45
  }
 },
 "eagerKernelSeconds": {
  "": {
   "logOffset": -0.3227,
   "logSd": 0.389,
   "observations": 93
  },
  "tensorrt-llm": {
   "logOffset": -0.0428,
   "logSd": 0.299,
   "observations": 21
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0004,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0013,
   "logSd": 0.3,
   "observations": 0
  },
  "sglang": {
   "logOffset": -0.0006,
   "logSd": 0.3,
   "observations": 3
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0046,
   "logSd": 0.3,
   "observations": 4
  },
  "vllm": {
   "logOffset": 0.007,
   "logSd": 0.3,
   "observations": 12
  },
  "vllm/2025": {
   "logOffset": 0.011,
   "logSd": 0.3,
   "observations": 6
  },
  "deepspeed-mii": {
   "logOffset": -0.1465,
   "logSd": 0.296,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0015,
   "logSd": 0.3,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0465,
   "logSd": 0.299,
   "observations": 17
  },
  "vllm/2024": {
   "logOffset": -0.0002,
   "logSd": 0.3,
   "observations": 0
  },
  "sambaflow": {
   "logOffset": 0,
   "logSd": 0.3,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0039,
   "logSd": 0.3,
   "observations": 6
  }
 },
 "stepHostSeconds": {
  "": {
   "logOffset": -0.3299,
   "logSd": 0.364,
   "observations": 820
  },
  "tensorrt-llm": {
   "logOffset": 0.0382,
   "logSd": 0.483,
   "observations": 325
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0093,
   "logSd": 0.499,
   "observations": 47
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0552,
   "logSd": 0.497,
   "observations": 58
  },
  "sglang": {
   "logOffset": -0.0246,
   "logSd": 0.499,
   "observations": 40
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0203,
   "logSd": 0.498,
   "observations": 16
  },
  "vllm": {
   "logOffset": 0.4222,
   "logSd": 0.385,
   "observations": 204
  },
  "vllm/2025": {
   "logOffset": -0.0217,
   "logSd": 0.497,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.8032,
   "logSd": 0.445,
   "observations": 51
  },
  "llama.cpp": {
   "logOffset": 0.1802,
   "logSd": 0.497,
   "observations": 184
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.1044,
   "logSd": 0.483,
   "observations": 204
  },
  "vllm/2024": {
   "logOffset": -0.4444,
   "logSd": 0.382,
   "observations": 124
  },
  "sambaflow": {
   "logOffset": -0.1428,
   "logSd": 0.497,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.8883,
   "logSd": 0.347,
   "observations": 48
  }
 },
 "requestHostSeconds": {
  "": {
   "logOffset": 0.1137,
   "logSd": 0.329,
   "observations": 534
  },
  "tensorrt-llm": {
   "logOffset": -0.0578,
   "logSd": 0.444,
   "observations": 266
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0999,
   "logSd": 0.504,
   "observations": 58
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0123,
   "logSd": 0.573,
   "observations": 54
  },
  "sglang": {
   "logOffset": -0.0255,
   "logSd": 0.599,
   "observations": 31
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.057,
   "logSd": 0.597,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.5322,
   "logSd": 0.448,
   "observations": 196
  },
  "vllm/2025": {
   "logOffset": 0.3303,
   "logSd": 0.563,
   "observations": 32
  },
  "deepspeed-mii": {
   "logOffset": -0.3271,
   "logSd": 0.374,
   "observations": 48
  },
  "llama.cpp": {
   "logOffset": 0.0148,
   "logSd": 0.6,
   "observations": 0
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.2024,
   "logSd": 0.436,
   "observations": 140
  },
  "vllm/2024": {
   "logOffset": 0.1831,
   "logSd": 0.44,
   "observations": 126
  },
  "sambaflow": {
   "logOffset": 0.0272,
   "logSd": 0.596,
   "observations": 16
  },
  "vllm/2023": {
   "logOffset": 0.0188,
   "logSd": 0.597,
   "observations": 38
  }
 },
 "prefillStepSeconds": {
  "": {
   "logOffset": -0.1661,
   "logSd": 0.452,
   "observations": 270
  },
  "tensorrt-llm": {
   "logOffset": -0.2514,
   "logSd": 0.454,
   "observations": 127
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0074,
   "logSd": 0.499,
   "observations": 39
  },
  "tensorrt-llm/2025b": {
   "logOffset": -0.0147,
   "logSd": 0.499,
   "observations": 17
  },
  "sglang": {
   "logOffset": 0.0046,
   "logSd": 0.5,
   "observations": 13
  },
  "tensorrt-llm/2025": {
   "logOffset": 0.0406,
   "logSd": 0.498,
   "observations": 14
  },
  "vllm": {
   "logOffset": 0.0108,
   "logSd": 0.496,
   "observations": 36
  },
  "vllm/2025": {
   "logOffset": 0.0335,
   "logSd": 0.499,
   "observations": 12
  },
  "deepspeed-mii": {
   "logOffset": 0.014,
   "logSd": 0.5,
   "observations": 11
  },
  "llama.cpp": {
   "logOffset": 0.0548,
   "logSd": 0.499,
   "observations": 83
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.27,
   "logSd": 0.456,
   "observations": 57
  },
  "vllm/2024": {
   "logOffset": 0.0002,
   "logSd": 0.5,
   "observations": 10
  },
  "sambaflow": {
   "logOffset": 0.001,
   "logSd": 0.5,
   "observations": 0
  },
  "vllm/2023": {
   "logOffset": -0.0229,
   "logSd": 0.496,
   "observations": 14
  }
 },
 "engineMatrixEfficiency": {
  "": {
   "logOffset": -0.0084,
   "logSd": 0.044,
   "observations": 563
  },
  "nvidia-ampere": {
   "logOffset": -0.0096,
   "logSd": 0.063,
   "observations": 239
  },
  "tensorrt-llm": {
   "logOffset": -0.0334,
   "logSd": 0.073,
   "observations": 255
  },
  "tensorrt-llm/2024b": {
   "logOffset": -0.0038,
   "logSd": 0.069,
   "observations": 57
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": 0.0335,
   "logSd": 0.072,
   "observations": 77
  },
  "nvidia-hopper": {
   "logOffset": -0.0473,
   "logSd": 0.067,
   "observations": 219
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": -0.0254,
   "logSd": 0.073,
   "observations": 118
  },
  "nvidia-ada": {
   "logOffset": 0.0912,
   "logSd": 0.073,
   "observations": 67
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.0431,
   "logSd": 0.081,
   "observations": 35
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.0045,
   "logSd": 0.093,
   "observations": 36
  },
  "nvidia-blackwell": {
   "logOffset": -0.0211,
   "logSd": 0.094,
   "observations": 46
  },
  "sglang": {
   "logOffset": -0.0065,
   "logSd": 0.099,
   "observations": 17
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0096,
   "logSd": 0.1,
   "observations": 9
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0032,
   "logSd": 0.1,
   "observations": 8
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0397,
   "logSd": 0.089,
   "observations": 10
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0016,
   "logSd": 0.096,
   "observations": 25
  },
  "vllm": {
   "logOffset": -0.0523,
   "logSd": 0.077,
   "observations": 147
  },
  "vllm/2025": {
   "logOffset": -0.0195,
   "logSd": 0.096,
   "observations": 24
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.013,
   "logSd": 0.098,
   "observations": 12
  },
  "nvidia-hopper|vllm": {
   "logOffset": -0.0124,
   "logSd": 0.08,
   "observations": 73
  },
  "deepspeed-mii": {
   "logOffset": -0.0865,
   "logSd": 0.085,
   "observations": 35
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.1215,
   "logSd": 0.085,
   "observations": 22
  },
  "llama.cpp": {
   "logOffset": 0.1616,
   "logSd": 0.065,
   "observations": 152
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.0411,
   "logSd": 0.069,
   "observations": 100
  },
  "tensorrt-llm/2024": {
   "logOffset": 0.0056,
   "logSd": 0.064,
   "observations": 152
  },
  "vllm/2024": {
   "logOffset": -0.0173,
   "logSd": 0.075,
   "observations": 92
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0374,
   "logSd": 0.078,
   "observations": 40
  },
  "intel-gaudi": {
   "logOffset": 0.035,
   "logSd": 0.099,
   "observations": 13
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.0127,
   "logSd": 0.075,
   "observations": 20
  },
  "amd-cdna3": {
   "logOffset": -0.0654,
   "logSd": 0.099,
   "observations": 22
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.0011,
   "logSd": 0.1,
   "observations": 0
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0643,
   "logSd": 0.099,
   "observations": 22
  },
  "sambanova-rdu": {
   "logOffset": -0.0166,
   "logSd": 0.1,
   "observations": 8
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.1344,
   "logSd": 0.076,
   "observations": 32
  },
  "vllm/2023": {
   "logOffset": -0.0155,
   "logSd": 0.075,
   "observations": 31
  }
 },
 "engineMemoryEfficiency": {
  "": {
   "logOffset": 0.0141,
   "logSd": 0.041,
   "observations": 1016
  },
  "nvidia-ampere": {
   "logOffset": 0.1128,
   "logSd": 0.06,
   "observations": 413
  },
  "tensorrt-llm": {
   "logOffset": -0.0156,
   "logSd": 0.069,
   "observations": 356
  },
  "tensorrt-llm/2024b": {
   "logOffset": 0.0006,
   "logSd": 0.067,
   "observations": 64
  },
  "nvidia-ampere|tensorrt-llm": {
   "logOffset": -0.055,
   "logSd": 0.072,
   "observations": 102
  },
  "nvidia-hopper": {
   "logOffset": 0.0255,
   "logSd": 0.063,
   "observations": 349
  },
  "nvidia-hopper|tensorrt-llm": {
   "logOffset": 0.1321,
   "logSd": 0.073,
   "observations": 163
  },
  "nvidia-ada": {
   "logOffset": 0.1322,
   "logSd": 0.069,
   "observations": 121
  },
  "nvidia-ada|tensorrt-llm": {
   "logOffset": -0.1029,
   "logSd": 0.075,
   "observations": 49
  },
  "tensorrt-llm/2025b": {
   "logOffset": 0.012,
   "logSd": 0.079,
   "observations": 58
  },
  "nvidia-blackwell": {
   "logOffset": -0.004,
   "logSd": 0.075,
   "observations": 82
  },
  "sglang": {
   "logOffset": 0.0484,
   "logSd": 0.08,
   "observations": 40
  },
  "nvidia-blackwell|sglang": {
   "logOffset": -0.0004,
   "logSd": 0.085,
   "observations": 24
  },
  "nvidia-hopper|sglang": {
   "logOffset": 0.0488,
   "logSd": 0.089,
   "observations": 16
  },
  "tensorrt-llm/2025": {
   "logOffset": -0.0097,
   "logSd": 0.092,
   "observations": 16
  },
  "nvidia-blackwell|tensorrt-llm": {
   "logOffset": 0.0103,
   "logSd": 0.083,
   "observations": 42
  },
  "vllm": {
   "logOffset": -0.0405,
   "logSd": 0.074,
   "observations": 206
  },
  "vllm/2025": {
   "logOffset": -0.0794,
   "logSd": 0.078,
   "observations": 32
  },
  "nvidia-blackwell|vllm": {
   "logOffset": -0.0139,
   "logSd": 0.092,
   "observations": 16
  },
  "nvidia-hopper|vllm": {
   "logOffset": 0.0293,
   "logSd": 0.076,
   "observations": 101
  },
  "deepspeed-mii": {
   "logOffset": 0.157,
   "logSd": 0.083,
   "observations": 51
  },
  "nvidia-ampere|deepspeed-mii": {
   "logOffset": -0.0982,
   "logSd": 0.082,
   "observations": 27
  },
  "llama.cpp": {
   "logOffset": -0.1973,
   "logSd": 0.061,
   "observations": 399
  },
  "nvidia-ampere|llama.cpp": {
   "logOffset": 0.2402,
   "logSd": 0.067,
   "observations": 229
  },
  "tensorrt-llm/2024": {
   "logOffset": -0.0185,
   "logSd": 0.064,
   "observations": 218
  },
  "vllm/2024": {
   "logOffset": -0.004,
   "logSd": 0.071,
   "observations": 126
  },
  "nvidia-ampere|vllm": {
   "logOffset": 0.0258,
   "logSd": 0.078,
   "observations": 55
  },
  "intel-gaudi": {
   "logOffset": 0.2552,
   "logSd": 0.089,
   "observations": 24
  },
  "nvidia-hopper|llama.cpp": {
   "logOffset": -0.1847,
   "logSd": 0.073,
   "observations": 69
  },
  "amd-cdna3": {
   "logOffset": -0.5697,
   "logSd": 0.075,
   "observations": 63
  },
  "amd-cdna3|llama.cpp": {
   "logOffset": -0.4879,
   "logSd": 0.077,
   "observations": 29
  },
  "amd-cdna3|vllm": {
   "logOffset": -0.0818,
   "logSd": 0.088,
   "observations": 34
  },
  "sambanova-rdu": {
   "logOffset": 0.1047,
   "logSd": 0.084,
   "observations": 18
  },
  "nvidia-ada|llama.cpp": {
   "logOffset": 0.2351,
   "logSd": 0.073,
   "observations": 72
  },
  "vllm/2023": {
   "logOffset": 0.0428,
   "logSd": 0.085,
   "observations": 48
  }
 }
};
