// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const oss = { model_type: "gpt_oss", quantization_config: { quant_method: "mxfp4" } } as const;
/** GPT-3 has no repository: dimensions from arXiv:2005.14165, table 2.1, with the vocabulary of GPT-2. */
const gpt3 = (n_embd: number, n_layer: number, n_head: number) => ({ model_type: "gpt2", n_embd, n_layer, n_head, n_positions: 2048 }) as const;

/** Models of OpenAI. */
export const openaiModels: ModelRecords = {
  "openai-community/gpt2": { model_type: "gpt2" },
  "openai-community/gpt2-medium": { model_type: "gpt2", n_embd: 1024, n_head: 16, n_layer: 24 },
  "openai-community/gpt2-large": { model_type: "gpt2", n_embd: 1280, n_head: 20, n_layer: 36 },
  "openai-community/gpt2-xl": { model_type: "gpt2", n_embd: 1600, n_head: 25, n_layer: 48 },
  // The table has 24 heads of 128 for a width of 2048, which its own formula excludes; 16 heads of 128 are taken.
  "openai/gpt-3-1.3b": gpt3(2048, 24, 16),
  "openai/gpt-3-2.7b": gpt3(2560, 32, 32),
  "openai/gpt-3-6.7b": gpt3(4096, 32, 32),
  // The table has a width of 5140 for 40 heads of 128; 5120 is taken.
  "openai/gpt-3-13b": gpt3(5120, 40, 40),
  // Not of the table: the size between 13B and 175B that others train (arXiv:2104.04473 has 48 layers of 7168 wide).
  "openai/gpt-3-30b": gpt3(7168, 48, 56),
  "openai/gpt-3-175b": gpt3(12288, 96, 96),
  "openai/gpt-oss-20b": { ...oss, num_hidden_layers: 24, num_local_experts: 32 },
  "openai/gpt-oss-120b": { ...oss, num_hidden_layers: 36, num_local_experts: 128 },
};
