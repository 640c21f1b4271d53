// Written by scripts/calibrate-steps.mjs from held-back residuals; measured data as in steps.generated.ts.
import type { ServingWidths } from "../interval-types.ts";

export const servingWidths: ServingWidths = {
 "families": [
  "amd-cdna3",
  "intel-gaudi",
  "nvidia-ada",
  "nvidia-ampere",
  "nvidia-blackwell",
  "nvidia-hopper",
  "sambanova-rdu"
 ],
 "devices": [
  "a100-pcie-80",
  "a100-sxm-40",
  "a100-sxm-80",
  "a40",
  "b200-sxm",
  "gaudi2",
  "h100-pcie-80",
  "h100-sxm5-80",
  "h200-sxm-141",
  "l40s",
  "mi300x",
  "rtx-3090",
  "rtx-4090",
  "rtx-a6000",
  "sn40l"
 ],
 "models": [
  "Deci/DeciLM-7B",
  "EleutherAI/gpt-j-6b",
  "Qwen/Qwen2-7B",
  "Qwen/Qwen3-14B",
  "Qwen/Qwen3-235B-A22B-FP8",
  "Qwen/Qwen3-32B",
  "Qwen/Qwen3-8B",
  "bigscience/bloom-7b1",
  "deepseek-ai/DeepSeek-R1",
  "deepseek-ai/DeepSeek-V3",
  "facebook/opt-6.7b",
  "google/gemma-3-12b-it",
  "google/gemma-3-27b-it",
  "meta-llama/Llama-2-70b-hf",
  "meta-llama/Llama-2-7b-hf",
  "meta-llama/Llama-3.1-70B",
  "meta-llama/Llama-3.1-8B",
  "meta-llama/Meta-Llama-3-70B",
  "meta-llama/Meta-Llama-3-8B",
  "mistralai/Mistral-7B-v0.1",
  "neuralmagic/Meta-Llama-3-8B-Instruct-FP8",
  "nvidia/NVIDIA-Nemotron-Nano-12B-v2",
  "nvidia/NVIDIA-Nemotron-Nano-9B-v2"
 ],
 "engines": [
  "deepspeed-mii",
  "llama.cpp",
  "sambaflow",
  "sglang",
  "tensorrt-llm",
  "vllm"
 ],
 "ages": [
  "amd-cdna3/2024",
  "intel-gaudi/2024",
  "nvidia-ada/2024",
  "nvidia-ampere/2023",
  "nvidia-ampere/2024",
  "nvidia-blackwell/2025",
  "nvidia-hopper/2023",
  "nvidia-hopper/2024",
  "nvidia-hopper/2025",
  "sambanova-rdu/2024"
 ],
 "table": {
  "power": {
   "dense": {
    "*": {
     "configurations": [
      -0.179,
      0.249
     ],
     "device": [
      -0.205,
      0.215
     ],
     "model": [
      -0.22,
      0.275
     ],
     "engine": [
      -0.177,
      0.331
     ]
    },
    "vllm": {
     "configurations": [
      -0.109,
      0.236
     ],
     "device": [
      -0.146,
      0.212
     ],
     "model": [
      -0.155,
      0.246
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.179,
      0.249
     ],
     "device": [
      -0.205,
      0.215
     ],
     "model": [
      -0.22,
      0.275
     ],
     "engine": [
      -0.177,
      0.331
     ]
    }
   }
  },
  "rate": {
   "dense": {
    "*": {
     "configurations": [
      -0.127,
      0.168
     ],
     "device": [
      -0.215,
      0.165
     ],
     "model": [
      -0.198,
      0.189
     ],
     "engine": [
      -0.237,
      0.167
     ]
    },
    "vllm": {
     "configurations": [
      -0.127,
      0.136
     ],
     "device": [
      -0.188,
      0.069
     ],
     "model": [
      -0.121,
      0.15
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.127,
      0.215
     ],
     "device": [
      -0.226,
      0.186
     ],
     "model": [
      -0.213,
      0.212
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.127,
      0.168
     ],
     "device": [
      -0.215,
      0.165
     ],
     "model": [
      -0.198,
      0.189
     ],
     "engine": [
      -0.237,
      0.167
     ]
    }
   }
  },
  "tpot": {
   "dense": {
    "*": {
     "configurations": [
      -0.173,
      0.148
     ],
     "device": [
      -0.222,
      0.19
     ],
     "model": [
      -0.283,
      0.286
     ],
     "engine": [
      -0.352,
      0.352
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.206,
      0.136
     ],
     "device": [
      -0.208,
      0.173
     ],
     "model": [
      -0.262,
      0.201
     ]
    },
    "vllm": {
     "configurations": [
      -0.139,
      0.156
     ],
     "device": [
      -0.209,
      0.158
     ],
     "model": [
      -0.179,
      0.575
     ]
    },
    "llama.cpp": {
     "configurations": [
      -0.173,
      0.154
     ],
     "device": [
      -0.228,
      0.212
     ],
     "model": [
      -0.362,
      0.184
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.173,
      0.184
     ],
     "device": [
      -0.233,
      0.198
     ],
     "model": [
      -0.258,
      0.285
     ],
     "engine": [
      -0.339,
      0.324
     ]
    }
   },
   "moe": {
    "*": {
     "configurations": [
      -0.173,
      0.249
     ],
     "device": [
      -0.267,
      0.217
     ],
     "model": [
      -0.226,
      0.281
     ],
     "engine": [
      -0.221,
      0.199
     ]
    },
    "sglang": {
     "configurations": [
      -0.175,
      0.299
     ],
     "device": [
      -0.248,
      0.268
     ],
     "model": [
      -0.18,
      0.324
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.162,
      0.24
     ],
     "device": [
      -0.291,
      0.158
     ],
     "model": [
      -0.255,
      0.255
     ]
    }
   }
  },
  "ttft": {
   "dense": {
    "*": {
     "configurations": [
      -0.268,
      0.882
     ],
     "device": [
      -0.252,
      0.948
     ],
     "model": [
      -0.206,
      0.97
     ],
     "engine": [
      -0.188,
      0.909
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.173,
      0.991
     ],
     "device": [
      -0.141,
      1.029
     ],
     "model": [
      -0.181,
      1.048
     ]
    },
    "*|few": {
     "configurations": [
      -0.268,
      0.437
     ],
     "device": [
      -0.262,
      0.609
     ],
     "model": [
      -0.197,
      0.566
     ],
     "engine": [
      -0.172,
      0.622
     ]
    },
    "tensorrt-llm|few": {
     "configurations": [
      -0.147,
      0.391
     ],
     "device": [
      -0.121,
      0.468
     ],
     "model": [
      -0.14,
      0.482
     ]
    },
    "*|many": {
     "configurations": [
      -0.216,
      1.593
     ],
     "device": [
      -0.204,
      1.648
     ],
     "model": [
      -0.235,
      1.712
     ],
     "engine": [
      -0.271,
      1.604
     ]
    },
    "tensorrt-llm|many": {
     "configurations": [
      -0.216,
      1.593
     ],
     "device": [
      -0.204,
      1.648
     ],
     "model": [
      -0.235,
      1.712
     ]
    },
    "vllm": {
     "configurations": [
      -0.326,
      0.518
     ],
     "device": [
      -0.361,
      0.804
     ],
     "model": [
      -0.257,
      0.721
     ]
    },
    "vllm|few": {
     "configurations": [
      -0.326,
      0.518
     ],
     "device": [
      -0.361,
      0.804
     ],
     "model": [
      -0.257,
      0.721
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.284,
      1.032
     ],
     "device": [
      -0.344,
      1.001
     ],
     "model": [
      -0.26,
      1.047
     ],
     "engine": [
      -0.2,
      1.052
     ]
    }
   },
   "moe": {
    "*": {
     "configurations": [
      -0.322,
      1.058
     ],
     "device": [
      -0.368,
      1.121
     ],
     "model": [
      -0.302,
      1.115
     ],
     "engine": [
      -0.25,
      1.189
     ]
    },
    "sglang": {
     "configurations": [
      -0.229,
      1.771
     ],
     "device": [
      -0.339,
      1.828
     ],
     "model": [
      -0.223,
      1.792
     ]
    },
    "*|few": {
     "configurations": [
      -0.329,
      1.066
     ],
     "device": [
      -0.374,
      1.121
     ],
     "model": [
      -0.324,
      1.115
     ],
     "engine": [
      -0.27,
      1.189
     ]
    },
    "sglang|few": {
     "configurations": [
      -0.234,
      1.771
     ],
     "device": [
      -0.341,
      1.828
     ],
     "model": [
      -0.223,
      1.792
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.329,
      0.844
     ],
     "device": [
      -0.388,
      0.949
     ],
     "model": [
      -0.38,
      0.926
     ]
    },
    "tensorrt-llm|few": {
     "configurations": [
      -0.329,
      0.726
     ],
     "device": [
      -0.416,
      0.875
     ],
     "model": [
      -0.393,
      0.868
     ]
    },
    "*|many": {
     "configurations": [
      -0.027,
      1.054
     ],
     "device": [
      -0.114,
      0.994
     ],
     "model": [
      -0.082,
      0.992
     ],
     "engine": [
      -0.038,
      0.987
     ]
    },
    "tensorrt-llm|many": {
     "configurations": [
      -0.089,
      0.966
     ],
     "device": [
      -0.265,
      0.968
     ],
     "model": [
      -0.184,
      0.959
     ]
    }
   }
  },
  "batch": {
   "dense": {
    "*": {
     "configurations": [
      -0.216,
      0.452
     ],
     "device": [
      -0.257,
      1.116
     ],
     "model": [
      -0.223,
      0.482
     ],
     "engine": [
      -0.461,
      0.784
     ]
    },
    "deepspeed-mii": {
     "configurations": [
      -0.26,
      0.416
     ],
     "device": [
      -0.656,
      0.541
     ],
     "model": [
      -0.233,
      0.352
     ]
    },
    "llama.cpp": {
     "configurations": [
      -0.193,
      0.456
     ],
     "device": [
      -0.225,
      1.361
     ],
     "model": [
      -0.298,
      0.475
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.146,
      0.203
     ],
     "device": [
      -0.158,
      0.322
     ],
     "model": [
      -0.131,
      0.237
     ]
    },
    "vllm": {
     "configurations": [
      -0.184,
      0.428
     ],
     "device": [
      -0.167,
      0.939
     ],
     "model": [
      -0.206,
      0.584
     ]
    },
    "sambaflow": {
     "configurations": [
      -0.474,
      2.262
     ],
     "device": [
      -0.618,
      2.223
     ],
     "model": [
      -0.521,
      2.25
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.216,
      0.452
     ],
     "device": [
      -0.257,
      1.116
     ],
     "model": [
      -0.223,
      0.482
     ],
     "engine": [
      -0.461,
      0.784
     ]
    }
   }
  }
 }
};
