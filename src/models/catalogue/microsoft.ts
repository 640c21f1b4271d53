// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const phi = { model_type: "phi", vocab_size: 51200, max_position_embeddings: 2048, num_attention_heads: 32 } as const;

/** Models of Microsoft. */
export const microsoftModels: ModelRecords = {
  "microsoft/phi-1_5": { ...phi, hidden_size: 2048, intermediate_size: 8192, num_hidden_layers: 24 },
  "microsoft/phi-2": { ...phi, hidden_size: 2560, intermediate_size: 10240, num_hidden_layers: 32 },
  "microsoft/Phi-3-mini-4k-instruct": { model_type: "phi3", hidden_size: 3072, intermediate_size: 8192, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 32, sliding_window: 2047 },
  "microsoft/Phi-3-small-8k-instruct": { model_type: "phi3small", hidden_size: 4096, ff_intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8 },
  "microsoft/Phi-3-medium-4k-instruct": { model_type: "phi3", hidden_size: 5120, intermediate_size: 17920, num_hidden_layers: 40, num_attention_heads: 40, num_key_value_heads: 10, sliding_window: 2047 },
  "microsoft/Phi-3.5-MoE-instruct": { model_type: "phimoe", hidden_size: 4096, intermediate_size: 6400, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, num_local_experts: 16, num_experts_per_tok: 2, attention_bias: true, lm_head_bias: true, sliding_window: 131072 },
  "microsoft/phi-4": { model_type: "phi3", hidden_size: 5120, intermediate_size: 17920, num_hidden_layers: 40, num_attention_heads: 40, num_key_value_heads: 10, vocab_size: 100352, max_position_embeddings: 16384 },
  "microsoft/Phi-4-mini-instruct": { model_type: "phi3", hidden_size: 3072, intermediate_size: 8192, num_hidden_layers: 32, num_attention_heads: 24, num_key_value_heads: 8, vocab_size: 200064, max_position_embeddings: 131072, tie_word_embeddings: true },
  // No repository: dimensions from arXiv:2201.11990, section 3.1; vocabulary of GPT-2.
  "microsoft/mt-nlg-530b": { model_type: "gpt2", n_embd: 20480, n_head: 128, n_layer: 105, n_positions: 2048 },
};
