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
      -0.18,
      0.25
     ],
     "device": [
      -0.2,
      0.21
     ],
     "model": [
      -0.22,
      0.28
     ],
     "engine": [
      -0.18,
      0.33
     ]
    },
    "vllm": {
     "configurations": [
      -0.11,
      0.24
     ],
     "device": [
      -0.15,
      0.21
     ],
     "model": [
      -0.15,
      0.25
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.18,
      0.25
     ],
     "device": [
      -0.2,
      0.21
     ],
     "model": [
      -0.22,
      0.28
     ],
     "engine": [
      -0.18,
      0.33
     ]
    }
   }
  },
  "rate": {
   "dense": {
    "*": {
     "configurations": [
      -0.13,
      0.17
     ],
     "device": [
      -0.21,
      0.17
     ],
     "model": [
      -0.2,
      0.19
     ],
     "engine": [
      -0.24,
      0.17
     ]
    },
    "vllm": {
     "configurations": [
      -0.13,
      0.14
     ],
     "device": [
      -0.19,
      0.07
     ],
     "model": [
      -0.12,
      0.15
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.13,
      0.21
     ],
     "device": [
      -0.23,
      0.19
     ],
     "model": [
      -0.21,
      0.21
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.13,
      0.17
     ],
     "device": [
      -0.21,
      0.17
     ],
     "model": [
      -0.2,
      0.19
     ],
     "engine": [
      -0.24,
      0.17
     ]
    }
   }
  },
  "tpot": {
   "dense": {
    "*": {
     "configurations": [
      -0.17,
      0.15
     ],
     "device": [
      -0.22,
      0.19
     ],
     "model": [
      -0.28,
      0.29
     ],
     "engine": [
      -0.35,
      0.35
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.21,
      0.14
     ],
     "device": [
      -0.21,
      0.17
     ],
     "model": [
      -0.26,
      0.2
     ]
    },
    "vllm": {
     "configurations": [
      -0.14,
      0.16
     ],
     "device": [
      -0.21,
      0.16
     ],
     "model": [
      -0.18,
      0.57
     ]
    },
    "llama.cpp": {
     "configurations": [
      -0.17,
      0.15
     ],
     "device": [
      -0.23,
      0.21
     ],
     "model": [
      -0.36,
      0.18
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.17,
      0.18
     ],
     "device": [
      -0.23,
      0.2
     ],
     "model": [
      -0.26,
      0.28
     ],
     "engine": [
      -0.34,
      0.32
     ]
    }
   },
   "moe": {
    "*": {
     "configurations": [
      -0.17,
      0.25
     ],
     "device": [
      -0.27,
      0.22
     ],
     "model": [
      -0.23,
      0.28
     ],
     "engine": [
      -0.22,
      0.2
     ]
    },
    "sglang": {
     "configurations": [
      -0.17,
      0.3
     ],
     "device": [
      -0.25,
      0.27
     ],
     "model": [
      -0.18,
      0.32
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.16,
      0.24
     ],
     "device": [
      -0.29,
      0.16
     ],
     "model": [
      -0.26,
      0.26
     ]
    }
   }
  },
  "ttft": {
   "dense": {
    "*": {
     "configurations": [
      -0.27,
      0.88
     ],
     "device": [
      -0.25,
      0.95
     ],
     "model": [
      -0.21,
      0.97
     ],
     "engine": [
      -0.19,
      0.91
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.17,
      0.99
     ],
     "device": [
      -0.14,
      1.03
     ],
     "model": [
      -0.18,
      1.05
     ]
    },
    "*|few": {
     "configurations": [
      -0.27,
      0.44
     ],
     "device": [
      -0.26,
      0.61
     ],
     "model": [
      -0.2,
      0.57
     ],
     "engine": [
      -0.17,
      0.62
     ]
    },
    "tensorrt-llm|few": {
     "configurations": [
      -0.15,
      0.39
     ],
     "device": [
      -0.12,
      0.47
     ],
     "model": [
      -0.14,
      0.48
     ]
    },
    "*|many": {
     "configurations": [
      -0.22,
      1.59
     ],
     "device": [
      -0.2,
      1.65
     ],
     "model": [
      -0.23,
      1.71
     ],
     "engine": [
      -0.27,
      1.6
     ]
    },
    "tensorrt-llm|many": {
     "configurations": [
      -0.22,
      1.59
     ],
     "device": [
      -0.2,
      1.65
     ],
     "model": [
      -0.23,
      1.71
     ]
    },
    "vllm": {
     "configurations": [
      -0.33,
      0.52
     ],
     "device": [
      -0.36,
      0.8
     ],
     "model": [
      -0.26,
      0.72
     ]
    },
    "vllm|few": {
     "configurations": [
      -0.33,
      0.52
     ],
     "device": [
      -0.36,
      0.8
     ],
     "model": [
      -0.26,
      0.72
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.28,
      1.03
     ],
     "device": [
      -0.34,
      1
     ],
     "model": [
      -0.26,
      1.05
     ],
     "engine": [
      -0.2,
      1.05
     ]
    }
   },
   "moe": {
    "*": {
     "configurations": [
      -0.32,
      1.06
     ],
     "device": [
      -0.37,
      1.12
     ],
     "model": [
      -0.3,
      1.11
     ],
     "engine": [
      -0.25,
      1.19
     ]
    },
    "sglang": {
     "configurations": [
      -0.23,
      1.77
     ],
     "device": [
      -0.34,
      1.83
     ],
     "model": [
      -0.22,
      1.79
     ]
    },
    "*|few": {
     "configurations": [
      -0.33,
      1.07
     ],
     "device": [
      -0.37,
      1.12
     ],
     "model": [
      -0.32,
      1.11
     ],
     "engine": [
      -0.27,
      1.19
     ]
    },
    "sglang|few": {
     "configurations": [
      -0.23,
      1.77
     ],
     "device": [
      -0.34,
      1.83
     ],
     "model": [
      -0.22,
      1.79
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.33,
      0.84
     ],
     "device": [
      -0.39,
      0.95
     ],
     "model": [
      -0.38,
      0.93
     ]
    },
    "tensorrt-llm|few": {
     "configurations": [
      -0.33,
      0.73
     ],
     "device": [
      -0.42,
      0.88
     ],
     "model": [
      -0.39,
      0.87
     ]
    },
    "*|many": {
     "configurations": [
      -0.03,
      1.05
     ],
     "device": [
      -0.11,
      0.99
     ],
     "model": [
      -0.08,
      0.99
     ],
     "engine": [
      -0.04,
      0.99
     ]
    },
    "tensorrt-llm|many": {
     "configurations": [
      -0.09,
      0.97
     ],
     "device": [
      -0.27,
      0.97
     ],
     "model": [
      -0.18,
      0.96
     ]
    }
   }
  },
  "batch": {
   "dense": {
    "*": {
     "configurations": [
      -0.22,
      0.45
     ],
     "device": [
      -0.26,
      1.12
     ],
     "model": [
      -0.22,
      0.48
     ],
     "engine": [
      -0.46,
      0.78
     ]
    },
    "deepspeed-mii": {
     "configurations": [
      -0.26,
      0.42
     ],
     "device": [
      -0.66,
      0.54
     ],
     "model": [
      -0.23,
      0.35
     ]
    },
    "llama.cpp": {
     "configurations": [
      -0.19,
      0.46
     ],
     "device": [
      -0.23,
      1.36
     ],
     "model": [
      -0.3,
      0.47
     ]
    },
    "tensorrt-llm": {
     "configurations": [
      -0.15,
      0.2
     ],
     "device": [
      -0.16,
      0.32
     ],
     "model": [
      -0.13,
      0.24
     ]
    },
    "vllm": {
     "configurations": [
      -0.18,
      0.43
     ],
     "device": [
      -0.17,
      0.94
     ],
     "model": [
      -0.21,
      0.58
     ]
    },
    "sambaflow": {
     "configurations": [
      -0.47,
      2.26
     ],
     "device": [
      -0.62,
      2.22
     ],
     "model": [
      -0.52,
      2.25
     ]
    }
   },
   "*": {
    "*": {
     "configurations": [
      -0.22,
      0.45
     ],
     "device": [
      -0.26,
      1.12
     ],
     "model": [
      -0.22,
      0.48
     ],
     "engine": [
      -0.46,
      0.78
     ]
    }
   }
  }
 }
};
