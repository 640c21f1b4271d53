import type { Alias } from "./records.ts";

/** Short names, moved repositories, and quantised repositories of catalogue models. */
export const aliases: Readonly<Record<string, Alias>> = {
  "llama-2-7b": "meta-llama/Llama-2-7b-hf",
  "llama-2-70b": "meta-llama/Llama-2-70b-hf",
  "llama-3-8b": "meta-llama/Meta-Llama-3-8B",
  "llama-3-70b": "meta-llama/Meta-Llama-3-70B",
  "llama-3.1-8b": "meta-llama/Llama-3.1-8B",
  "llama-3.1-70b": "meta-llama/Llama-3.1-70B",
  "llama-3.1-405b": "meta-llama/Llama-3.1-405B",
  "meta-llama/Llama-3.1-70B-Instruct": "meta-llama/Llama-3.1-70B",
  "meta-llama/Meta-Llama-3.1-70B": "meta-llama/Llama-3.1-70B",
  "neuralmagic/Meta-Llama-3-8B-Instruct-FP8": { of: "meta-llama/Meta-Llama-3-8B", precision: "fp8" },
  "Qwen/Qwen3-235B-A22B-FP8": { of: "Qwen/Qwen3-235B-A22B", precision: "fp8_block" },
  "deepseek-r1": "deepseek-ai/DeepSeek-R1",
  "deepseek-v3": "deepseek-ai/DeepSeek-V3",
  "gpt2": "openai-community/gpt2",
};
