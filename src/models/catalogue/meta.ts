// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const llama1 = { model_type: "llama", vocab_size: 32000, max_position_embeddings: 2048 } as const;
const llama2 = { model_type: "llama", vocab_size: 32000, max_position_embeddings: 4096 } as const;
const code = { model_type: "llama", vocab_size: 32016, max_position_embeddings: 16384 } as const;
const llama3 = { model_type: "llama", vocab_size: 128256, num_key_value_heads: 8, max_position_embeddings: 131072 } as const;
const b7 = { hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32 } as const;
const b8 = { hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32 } as const;
const b13 = { hidden_size: 5120, intermediate_size: 13824, num_hidden_layers: 40, num_attention_heads: 40 } as const;
const b70 = { hidden_size: 8192, intermediate_size: 28672, num_hidden_layers: 80, num_attention_heads: 64 } as const;
const llama4Vision = { hidden_size: 1408, intermediate_size: 5632, num_hidden_layers: 34, num_attention_heads: 16, image_size: 336, patch_size: 14, vision_output_dim: 4096 } as const;
const llama4 = { hidden_size: 5120, intermediate_size: 8192, intermediate_size_mlp: 16384, num_hidden_layers: 48, num_attention_heads: 40, num_key_value_heads: 8, head_dim: 128, vocab_size: 202048, attention_chunk_size: 8192 } as const;
const opt = (hidden_size: number, num_hidden_layers: number, num_attention_heads: number) =>
  ({ model_type: "opt", vocab_size: 50272, hidden_size, ffn_dim: 4 * hidden_size, num_hidden_layers, num_attention_heads, word_embed_proj_dim: hidden_size }) as const;

/** Models of Meta: Llama 1 to 4, Code Llama, OPT. */
export const metaModels: ModelRecords = {
  "huggyllama/llama-7b": { ...llama1, ...b7 },
  "huggyllama/llama-13b": { ...llama1, ...b13 },
  "huggyllama/llama-30b": { ...llama1, hidden_size: 6656, intermediate_size: 17920, num_hidden_layers: 60, num_attention_heads: 52 },
  "huggyllama/llama-65b": { ...llama1, hidden_size: 8192, intermediate_size: 22016, num_hidden_layers: 80, num_attention_heads: 64 },
  "meta-llama/Llama-2-7b-hf": { ...llama2, ...b7 },
  "meta-llama/Llama-2-13b-hf": { ...llama2, ...b13 },
  "meta-llama/Llama-2-70b-hf": { ...llama2, ...b70, num_key_value_heads: 8 },
  "codellama/CodeLlama-7b-hf": { ...code, ...b7 },
  "codellama/CodeLlama-13b-hf": { ...code, ...b13 },
  "codellama/CodeLlama-34b-hf": { ...code, vocab_size: 32000, hidden_size: 8192, intermediate_size: 22016, num_hidden_layers: 48, num_attention_heads: 64, num_key_value_heads: 8 },
  "codellama/CodeLlama-70b-hf": { ...code, ...b70, num_key_value_heads: 8 },
  "meta-llama/Meta-Llama-3-8B": { ...llama3, ...b8, max_position_embeddings: 8192 },
  "meta-llama/Meta-Llama-3-70B": { ...llama3, ...b70, max_position_embeddings: 8192 },
  "meta-llama/Llama-3.1-8B": { ...llama3, ...b8 },
  "meta-llama/Llama-3.1-70B": { ...llama3, ...b70 },
  "meta-llama/Llama-3.1-405B": { ...llama3, hidden_size: 16384, intermediate_size: 53248, num_hidden_layers: 126, num_attention_heads: 128 },
  "meta-llama/Llama-3.2-1B": { ...llama3, hidden_size: 2048, intermediate_size: 8192, num_hidden_layers: 16, num_attention_heads: 32, head_dim: 64, tie_word_embeddings: true },
  "meta-llama/Llama-3.2-3B": { ...llama3, hidden_size: 3072, intermediate_size: 8192, num_hidden_layers: 28, num_attention_heads: 24, head_dim: 128, tie_word_embeddings: true },
  "meta-llama/Llama-3.3-70B-Instruct": { ...llama3, ...b70 },
  "meta-llama/Llama-4-Scout-17B-16E-Instruct": {
    model_type: "llama4", vision_config: llama4Vision,
    text_config: { ...llama4, num_local_experts: 16, num_experts_per_tok: 1, interleave_moe_layer_step: 1, max_position_embeddings: 10485760 },
  },
  "meta-llama/Llama-4-Maverick-17B-128E-Instruct": {
    model_type: "llama4", vision_config: llama4Vision,
    text_config: { ...llama4, num_local_experts: 128, num_experts_per_tok: 1, interleave_moe_layer_step: 2, max_position_embeddings: 1048576 },
  },
  "facebook/opt-125m": opt(768, 12, 12),
  "facebook/opt-350m": { ...opt(1024, 24, 16), word_embed_proj_dim: 512, do_layer_norm_before: false },
  "facebook/opt-1.3b": opt(2048, 24, 32),
  "facebook/opt-2.7b": opt(2560, 32, 32),
  "facebook/opt-6.7b": opt(4096, 32, 32),
  "facebook/opt-13b": opt(5120, 40, 40),
  "facebook/opt-30b": opt(7168, 48, 56),
  "facebook/opt-66b": opt(9216, 64, 72),
  // Weights on request from Meta; dimensions from arXiv:2205.01068, table 1.
  "facebook/opt-175b": opt(12288, 96, 96),
};
