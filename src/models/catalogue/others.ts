import type { ModelRecords } from "./records.ts";

/** Models of makers with few entries. */
export const otherModels: ModelRecords = {
  "mistralai/Mistral-7B-v0.1": { model_type: "mistral", hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, vocab_size: 32000, max_position_embeddings: 32768, sliding_window: 4096 },
  "mistralai/Mixtral-8x7B-v0.1": { model_type: "mixtral", hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, vocab_size: 32000, max_position_embeddings: 32768 },
  "mistralai/Mixtral-8x22B-v0.1": { model_type: "mixtral", hidden_size: 6144, intermediate_size: 16384, num_hidden_layers: 56, num_attention_heads: 48, num_key_value_heads: 8, vocab_size: 32000, max_position_embeddings: 65536 },
  "openai-community/gpt2": { model_type: "gpt2" },
  "openai-community/gpt2-xl": { model_type: "gpt2", n_embd: 1600, n_head: 25, n_layer: 48 },
  "EleutherAI/gpt-j-6b": { model_type: "gptj" },
  "EleutherAI/gpt-neox-20b": { model_type: "gpt_neox", vocab_size: 50432 },
  "facebook/opt-6.7b": { model_type: "opt", hidden_size: 4096, ffn_dim: 16384, num_hidden_layers: 32, num_attention_heads: 32 },
  "bigscience/bloom-7b1": { model_type: "bloom", hidden_size: 4096, n_layer: 30, n_head: 32 },
};
