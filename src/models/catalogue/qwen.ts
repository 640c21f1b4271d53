import type { ModelRecords } from "./records.ts";

const qwen2 = { model_type: "qwen2", max_position_embeddings: 131072 } as const;
const qwen3 = { model_type: "qwen3", vocab_size: 151936, max_position_embeddings: 40960, head_dim: 128, num_key_value_heads: 8 } as const;
const qwen3Moe = { model_type: "qwen3_moe", vocab_size: 151936, max_position_embeddings: 40960, head_dim: 128, num_experts_per_tok: 8 } as const;

/** Models of Alibaba. */
export const qwenModels: ModelRecords = {
  "Qwen/Qwen2-7B": { ...qwen2, vocab_size: 152064, hidden_size: 3584, intermediate_size: 18944, num_hidden_layers: 28, num_attention_heads: 28, num_key_value_heads: 4 },
  "Qwen/Qwen2-72B": { ...qwen2, vocab_size: 152064, hidden_size: 8192, intermediate_size: 29568, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8 },
  "Qwen/Qwen2.5-7B": { ...qwen2, vocab_size: 152064, hidden_size: 3584, intermediate_size: 18944, num_hidden_layers: 28, num_attention_heads: 28, num_key_value_heads: 4 },
  "Qwen/Qwen2.5-14B": { ...qwen2, vocab_size: 152064, hidden_size: 5120, intermediate_size: 13824, num_hidden_layers: 48, num_attention_heads: 40, num_key_value_heads: 8 },
  "Qwen/Qwen2.5-32B": { ...qwen2, vocab_size: 152064, hidden_size: 5120, intermediate_size: 27648, num_hidden_layers: 64, num_attention_heads: 40, num_key_value_heads: 8 },
  "Qwen/Qwen2.5-72B": { ...qwen2, vocab_size: 152064, hidden_size: 8192, intermediate_size: 29568, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8 },
  "Qwen/Qwen3-0.6B": { ...qwen3, hidden_size: 1024, intermediate_size: 3072, num_hidden_layers: 28, num_attention_heads: 16, tie_word_embeddings: true },
  "Qwen/Qwen3-1.7B": { ...qwen3, hidden_size: 2048, intermediate_size: 6144, num_hidden_layers: 28, num_attention_heads: 16, tie_word_embeddings: true },
  "Qwen/Qwen3-4B": { ...qwen3, hidden_size: 2560, intermediate_size: 9728, num_hidden_layers: 36, num_attention_heads: 32, tie_word_embeddings: true },
  "Qwen/Qwen3-8B": { ...qwen3, hidden_size: 4096, intermediate_size: 12288, num_hidden_layers: 36, num_attention_heads: 32 },
  "Qwen/Qwen3-14B": { ...qwen3, hidden_size: 5120, intermediate_size: 17408, num_hidden_layers: 40, num_attention_heads: 40 },
  "Qwen/Qwen3-32B": { ...qwen3, hidden_size: 5120, intermediate_size: 25600, num_hidden_layers: 64, num_attention_heads: 64 },
  "Qwen/Qwen3-30B-A3B": { ...qwen3Moe, hidden_size: 2048, intermediate_size: 6144, moe_intermediate_size: 768, num_experts: 128, num_hidden_layers: 48, num_attention_heads: 32, num_key_value_heads: 4 },
  "Qwen/Qwen3-235B-A22B": { ...qwen3Moe, hidden_size: 4096, intermediate_size: 12288, moe_intermediate_size: 1536, num_experts: 128, num_hidden_layers: 94, num_attention_heads: 64, num_key_value_heads: 4 },
  "Qwen/Qwen3-Coder-480B-A35B-Instruct": { ...qwen3Moe, max_position_embeddings: 262144, hidden_size: 6144, intermediate_size: 8192, moe_intermediate_size: 2560, num_experts: 160, num_hidden_layers: 62, num_attention_heads: 96, num_key_value_heads: 8 },
};
