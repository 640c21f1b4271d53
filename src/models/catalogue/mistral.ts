// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const b7 = { model_type: "mistral", hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8 } as const;
const small = { model_type: "mistral", hidden_size: 5120, intermediate_size: 32768, num_hidden_layers: 40, num_attention_heads: 32, num_key_value_heads: 8, head_dim: 128, vocab_size: 131072, sliding_window: null } as const;

/** Models of Mistral AI. */
export const mistralModels: ModelRecords = {
  "mistralai/Mistral-7B-v0.1": { ...b7, vocab_size: 32000, max_position_embeddings: 32768, sliding_window: 4096 },
  "mistralai/Mistral-7B-v0.3": { ...b7, vocab_size: 32768, max_position_embeddings: 32768, sliding_window: null },
  "mistralai/Mixtral-8x7B-v0.1": { ...b7, model_type: "mixtral", vocab_size: 32000, max_position_embeddings: 32768 },
  "mistralai/Mixtral-8x22B-v0.1": { model_type: "mixtral", hidden_size: 6144, intermediate_size: 16384, num_hidden_layers: 56, num_attention_heads: 48, num_key_value_heads: 8, vocab_size: 32000, max_position_embeddings: 65536 },
  "mistralai/Mistral-Nemo-Base-2407": { ...small, intermediate_size: 14336, max_position_embeddings: 1024000 },
  "mistralai/Mistral-Small-24B-Base-2501": { ...small, max_position_embeddings: 32768 },
  "mistralai/Mistral-Small-3.1-24B-Instruct-2503": {
    model_type: "mistral3", text_config: { ...small, max_position_embeddings: 131072 },
    vision_config: { hidden_size: 1024, intermediate_size: 4096, num_hidden_layers: 24, num_attention_heads: 16, patch_size: 14 },
  },
  "mistralai/Codestral-22B-v0.1": { model_type: "mistral", hidden_size: 6144, intermediate_size: 16384, num_hidden_layers: 56, num_attention_heads: 48, num_key_value_heads: 8, vocab_size: 32768, max_position_embeddings: 32768, sliding_window: null },
  "mistralai/Mistral-Large-Instruct-2407": { model_type: "mistral", hidden_size: 12288, intermediate_size: 28672, num_hidden_layers: 88, num_attention_heads: 96, num_key_value_heads: 8, vocab_size: 32768, max_position_embeddings: 131072, sliding_window: null },
  "mistralai/Mamba-Codestral-7B-v0.1": { model_type: "mamba2", hidden_size: 4096, num_hidden_layers: 64, num_heads: 128, head_dim: 64, state_size: 128, n_groups: 8, vocab_size: 32768 },
};
