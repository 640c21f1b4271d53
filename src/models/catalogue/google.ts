// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const gemma2 = { model_type: "gemma2" } as const;
const gemma3Vision = { hidden_size: 1152, intermediate_size: 4304, num_hidden_layers: 27, num_attention_heads: 16, image_size: 896, patch_size: 14 } as const;
const gemma4Vision = { hidden_size: 1152, intermediate_size: 4304, num_hidden_layers: 27, num_attention_heads: 16, head_dim: 72, standardize: true } as const;
const gemma4 = { attention_k_eq_v: true, head_dim: 256, global_head_dim: 512, hidden_size_per_layer_input: 0, max_position_embeddings: 262144, sliding_window: 1024, num_kv_shared_layers: 0 } as const;
/** PaLM has no repository: dimensions from arXiv:2204.02311, table 1. */
const palm = { model_type: "palm", head_dim: 256 } as const;

const t5v11 = { feed_forward_proj: "gated-gelu", tie_word_embeddings: false } as const;
const t5Base = { d_model: 768, num_layers: 12, num_heads: 12 } as const;
const t5Large = { d_model: 1024, num_layers: 24, num_heads: 16 } as const;
const t5Xl = { d_model: 2048, d_ff: 5120, num_layers: 24, num_heads: 32 } as const;
const t5Xxl = { d_model: 4096, d_ff: 10240, num_layers: 24, num_heads: 64 } as const;
const flan = { model_type: "t5", ...t5v11 } as const;
const mt5 = { model_type: "mt5" } as const;
const switchBase = { model_type: "switch_transformers", d_ff: 3072, num_sparse_encoder_layers: 6, num_sparse_decoder_layers: 6 } as const;

/** Models of Google. */
export const googleModels: ModelRecords = {
  "google/gemma-2b": { model_type: "gemma", hidden_size: 2048, intermediate_size: 16384, num_hidden_layers: 18, num_attention_heads: 8, num_key_value_heads: 1 },
  "google/gemma-7b": { model_type: "gemma", hidden_size: 3072, intermediate_size: 24576, num_hidden_layers: 28, num_attention_heads: 16, num_key_value_heads: 16 },
  "google/gemma-2-2b": { ...gemma2, hidden_size: 2304, intermediate_size: 9216, num_hidden_layers: 26, num_attention_heads: 8, num_key_value_heads: 4 },
  "google/gemma-2-9b": { ...gemma2, hidden_size: 3584, intermediate_size: 14336, num_hidden_layers: 42, num_attention_heads: 16, num_key_value_heads: 8 },
  "google/gemma-2-27b": { ...gemma2, hidden_size: 4608, intermediate_size: 36864, num_hidden_layers: 46, num_attention_heads: 32, num_key_value_heads: 16, head_dim: 128 },
  "google/gemma-3-1b-it": { model_type: "gemma3_text", hidden_size: 1152, intermediate_size: 6912, num_hidden_layers: 26, num_attention_heads: 4, num_key_value_heads: 1, vocab_size: 262144, max_position_embeddings: 32768, sliding_window: 512 },
  "google/gemma-3-4b-it": { model_type: "gemma3", vision_config: gemma3Vision, text_config: { hidden_size: 2560, intermediate_size: 10240, num_hidden_layers: 34, num_attention_heads: 8, num_key_value_heads: 4, sliding_window: 1024 } },
  "google/gemma-3-12b-it": { model_type: "gemma3", vision_config: gemma3Vision, text_config: { hidden_size: 3840, intermediate_size: 15360, num_hidden_layers: 48, num_attention_heads: 16, num_key_value_heads: 8, sliding_window: 1024 } },
  "google/gemma-3-27b-it": { model_type: "gemma3", vision_config: gemma3Vision, text_config: { hidden_size: 5376, intermediate_size: 21504, num_hidden_layers: 62, num_attention_heads: 32, num_key_value_heads: 16, head_dim: 128, sliding_window: 1024 } },
  "google/gemma-4-26B-A4B-it": {
    model_type: "gemma4", vision_config: gemma4Vision,
    text_config: { ...gemma4, hidden_size: 2816, intermediate_size: 2112, moe_intermediate_size: 704, enable_moe_block: true, num_experts: 128, top_k_experts: 8, num_hidden_layers: 30, num_attention_heads: 16, num_key_value_heads: 8, num_global_key_value_heads: 2 },
  },
  "google/gemma-4-31B-it": {
    model_type: "gemma4", vision_config: gemma4Vision,
    text_config: { ...gemma4, hidden_size: 5376, intermediate_size: 21504, num_hidden_layers: 60, num_attention_heads: 32, num_key_value_heads: 16, num_global_key_value_heads: 4 },
  },
  "google-t5/t5-small": { model_type: "t5" },
  "google-t5/t5-base": { model_type: "t5", ...t5Base, d_ff: 3072 },
  "google-t5/t5-large": { model_type: "t5", ...t5Large, d_ff: 4096 },
  "google-t5/t5-3b": { model_type: "t5", ...t5Large, num_heads: 32, d_kv: 128, d_ff: 16384 },
  "google-t5/t5-11b": { model_type: "t5", ...t5Large, num_heads: 128, d_kv: 128, d_ff: 65536 },
  "google/flan-t5-small": { ...flan, d_ff: 1024, num_layers: 8, num_heads: 6 },
  "google/flan-t5-base": { ...flan, ...t5Base, d_ff: 2048 },
  "google/flan-t5-large": { ...flan, ...t5Large, d_ff: 2816 },
  "google/flan-t5-xl": { ...flan, ...t5Xl },
  "google/flan-t5-xxl": { ...flan, ...t5Xxl },
  "google/mt5-small": mt5,
  "google/mt5-base": { ...mt5, ...t5Base, d_ff: 2048 },
  "google/mt5-large": { ...mt5, ...t5Large, d_ff: 2816 },
  "google/mt5-xl": { ...mt5, ...t5Xl },
  "google/mt5-xxl": { ...mt5, ...t5Xxl },
  "google/switch-base-8": { ...switchBase, num_experts: 8 },
  "google/switch-base-16": { ...switchBase, num_experts: 16 },
  "google/switch-base-32": { ...switchBase, num_experts: 32 },
  "google/switch-base-64": { ...switchBase, num_experts: 64 },
  "google/switch-base-128": { ...switchBase, num_experts: 128 },
  "google/switch-base-256": { ...switchBase, num_experts: 256 },
  "google/palm-8b": { ...palm, hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 16 },
  "google/palm-62b": { ...palm, hidden_size: 8192, num_hidden_layers: 64, num_attention_heads: 32 },
  "google/palm-540b": { ...palm, hidden_size: 18432, num_hidden_layers: 118, num_attention_heads: 48 },
};
