// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const qwen1 = { model_type: "qwen", vocab_size: 151936, seq_length: 32768, kv_channels: 128 } as const;
const qwen15 = { model_type: "qwen2", vocab_size: 152064, max_position_embeddings: 32768 } as const;
const small = { model_type: "qwen2", vocab_size: 151936, max_position_embeddings: 32768, num_key_value_heads: 2, tie_word_embeddings: true } as const;
const qwen2 = { model_type: "qwen2", vocab_size: 152064, max_position_embeddings: 131072 } as const;
const b7 = { hidden_size: 3584, intermediate_size: 18944, num_hidden_layers: 28, num_attention_heads: 28, num_key_value_heads: 4 } as const;
const b32 = { hidden_size: 5120, intermediate_size: 27648, num_hidden_layers: 64, num_attention_heads: 40, num_key_value_heads: 8 } as const;
const b72 = { hidden_size: 8192, intermediate_size: 29568, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8 } as const;
const qwen3 = { model_type: "qwen3", vocab_size: 151936, max_position_embeddings: 40960, head_dim: 128, num_key_value_heads: 8 } as const;
const q17 = { hidden_size: 2048, intermediate_size: 6144, num_hidden_layers: 28, num_attention_heads: 16, tie_word_embeddings: true } as const;
const q4 = { hidden_size: 2560, intermediate_size: 9728, num_hidden_layers: 36, num_attention_heads: 32, tie_word_embeddings: true } as const;
const q32 = { hidden_size: 5120, intermediate_size: 25600, num_hidden_layers: 64, num_attention_heads: 64 } as const;
const qwen3Moe = { model_type: "qwen3_moe", vocab_size: 151936, max_position_embeddings: 40960, head_dim: 128, num_experts_per_tok: 8 } as const;
const a3 = { hidden_size: 2048, intermediate_size: 6144, moe_intermediate_size: 768, num_experts: 128, num_hidden_layers: 48, num_attention_heads: 32, num_key_value_heads: 4 } as const;
const a22 = { hidden_size: 4096, intermediate_size: 12288, moe_intermediate_size: 1536, num_experts: 128, num_hidden_layers: 94, num_attention_heads: 64, num_key_value_heads: 4 } as const;
const next = { model_type: "qwen3_next", vocab_size: 151936, max_position_embeddings: 262144, hidden_size: 2048, num_hidden_layers: 48, num_attention_heads: 16, num_key_value_heads: 2, head_dim: 256, linear_num_key_heads: 16, linear_num_value_heads: 32, moe_intermediate_size: 512, shared_expert_intermediate_size: 512, num_experts: 512, num_experts_per_tok: 10 } as const;
const vision27 = (out_hidden_size: number, deepstack_visual_indexes: readonly number[]) => ({ depth: 27, hidden_size: 1152, intermediate_size: 4304, num_heads: 16, out_hidden_size, deepstack_visual_indexes });
const vision24 = (out_hidden_size: number, deepstack_visual_indexes: readonly number[]) => ({ depth: 24, hidden_size: 1024, intermediate_size: 4096, num_heads: 16, out_hidden_size, deepstack_visual_indexes });
const deep = [8, 16, 24];
const shallow = [5, 11, 17];
const text3 = ({ model_type: _, ...text }: { readonly model_type: string }) => ({ ...text, max_position_embeddings: 262144 });
const text35 = { vocab_size: 248320, max_position_embeddings: 262144, head_dim: 256, linear_num_key_heads: 16, mtp_num_hidden_layers: 1 } as const;
const experts35 = { ...text35, num_key_value_heads: 2 } as const;

const moe35 = (hidden_size: number, num_hidden_layers: number, heads: number, valueHeads: number, width: number, num_experts: number, num_experts_per_tok: number) => ({
  model_type: "qwen3_5_moe", vision_config: vision27(hidden_size, []),
  text_config: { ...experts35, hidden_size, num_hidden_layers, num_attention_heads: heads, linear_num_value_heads: valueHeads, moe_intermediate_size: width, shared_expert_intermediate_size: width, num_experts, num_experts_per_tok },
});

/** Models of Alibaba. */
export const qwenModels: ModelRecords = {
  "Qwen/Qwen-7B": { ...qwen1, seq_length: 8192, hidden_size: 4096, intermediate_size: 22016, num_hidden_layers: 32, num_attention_heads: 32 },
  "Qwen/Qwen-72B": { ...qwen1, vocab_size: 152064, hidden_size: 8192, intermediate_size: 49152, num_hidden_layers: 80, num_attention_heads: 64 },
  "Qwen/Qwen1.5-7B": { ...qwen15, vocab_size: 151936, hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 32 },
  "Qwen/Qwen1.5-14B": { ...qwen15, hidden_size: 5120, intermediate_size: 13696, num_hidden_layers: 40, num_attention_heads: 40, num_key_value_heads: 40 },
  "Qwen/Qwen1.5-32B": { ...qwen15, hidden_size: 5120, intermediate_size: 27392, num_hidden_layers: 64, num_attention_heads: 40, num_key_value_heads: 8 },
  "Qwen/Qwen1.5-72B": { ...qwen15, hidden_size: 8192, intermediate_size: 24576, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 64 },
  "Qwen/Qwen1.5-MoE-A2.7B": { model_type: "qwen2_moe", vocab_size: 151936, max_position_embeddings: 8192, hidden_size: 2048, intermediate_size: 5632, moe_intermediate_size: 1408, shared_expert_intermediate_size: 5632, num_experts: 60, num_experts_per_tok: 4, num_hidden_layers: 24, num_attention_heads: 16, num_key_value_heads: 16 },
  "Qwen/Qwen2-7B": { ...qwen2, ...b7 },
  "Qwen/Qwen2-72B": { ...qwen2, ...b72 },
  "Qwen/Qwen2-57B-A14B": { model_type: "qwen2_moe", vocab_size: 151936, max_position_embeddings: 131072, hidden_size: 3584, intermediate_size: 18944, moe_intermediate_size: 2560, shared_expert_intermediate_size: 20480, num_experts: 64, num_experts_per_tok: 8, num_hidden_layers: 28, num_attention_heads: 28, num_key_value_heads: 4 },
  "Qwen/Qwen2.5-0.5B": { ...small, hidden_size: 896, intermediate_size: 4864, num_hidden_layers: 24, num_attention_heads: 14 },
  "Qwen/Qwen2.5-1.5B": { ...small, hidden_size: 1536, intermediate_size: 8960, num_hidden_layers: 28, num_attention_heads: 12 },
  "Qwen/Qwen2.5-3B": { ...small, hidden_size: 2048, intermediate_size: 11008, num_hidden_layers: 36, num_attention_heads: 16 },
  "Qwen/Qwen2.5-7B": { ...qwen2, ...b7 },
  "Qwen/Qwen2.5-14B": { ...qwen2, hidden_size: 5120, intermediate_size: 13824, num_hidden_layers: 48, num_attention_heads: 40, num_key_value_heads: 8 },
  "Qwen/Qwen2.5-32B": { ...qwen2, ...b32 },
  "Qwen/Qwen2.5-72B": { ...qwen2, ...b72 },
  "Qwen/Qwen2.5-VL-7B-Instruct": { ...qwen2, ...b7, model_type: "qwen2_5_vl", max_position_embeddings: 128000, vision_config: { depth: 32, hidden_size: 1280, intermediate_size: 3420, num_heads: 16, out_hidden_size: 3584 } },
  "Qwen/Qwen3-0.6B": { ...qwen3, hidden_size: 1024, intermediate_size: 3072, num_hidden_layers: 28, num_attention_heads: 16, tie_word_embeddings: true },
  "Qwen/Qwen3-1.7B": { ...qwen3, ...q17 },
  "Qwen/Qwen3-4B": { ...qwen3, ...q4 },
  "Qwen/Qwen3-8B": { ...qwen3, hidden_size: 4096, intermediate_size: 12288, num_hidden_layers: 36, num_attention_heads: 32 },
  "Qwen/Qwen3-14B": { ...qwen3, hidden_size: 5120, intermediate_size: 17408, num_hidden_layers: 40, num_attention_heads: 40 },
  "Qwen/Qwen3-32B": { ...qwen3, ...q32 },
  "Qwen/Qwen3-30B-A3B": { ...qwen3Moe, ...a3 },
  "Qwen/Qwen3-235B-A22B": { ...qwen3Moe, ...a22 },
  "Qwen/Qwen3-Coder-480B-A35B-Instruct": { ...qwen3Moe, max_position_embeddings: 262144, hidden_size: 6144, intermediate_size: 8192, moe_intermediate_size: 2560, num_experts: 160, num_hidden_layers: 62, num_attention_heads: 96, num_key_value_heads: 8 },
  "Qwen/Qwen3-Next-80B-A3B-Instruct": { ...next, mtp_num_hidden_layers: 1 },
  "Qwen/Qwen3-Coder-Next": next,
  "Qwen/Qwen3-VL-2B-Instruct": { model_type: "qwen3_vl", tie_word_embeddings: true, text_config: text3({ ...qwen3, ...q17 }), vision_config: vision24(2048, shallow) },
  "Qwen/Qwen3-VL-4B-Instruct": { model_type: "qwen3_vl", tie_word_embeddings: true, text_config: text3({ ...qwen3, ...q4 }), vision_config: vision24(2560, shallow) },
  "Qwen/Qwen3-VL-32B-Instruct": { model_type: "qwen3_vl", text_config: text3({ ...qwen3, ...q32 }), vision_config: vision27(5120, deep) },
  "Qwen/Qwen3-VL-30B-A3B-Instruct": { model_type: "qwen3_vl_moe", text_config: text3({ ...qwen3Moe, ...a3 }), vision_config: vision27(2048, deep) },
  "Qwen/Qwen3-VL-235B-A22B-Instruct": { model_type: "qwen3_vl_moe", text_config: text3({ ...qwen3Moe, ...a22 }), vision_config: vision27(4096, deep) },
  "Qwen/Qwen3.5-27B": {
    model_type: "qwen3_5", vision_config: vision27(5120, []),
    text_config: { ...text35, hidden_size: 5120, intermediate_size: 17408, num_hidden_layers: 64, num_attention_heads: 24, num_key_value_heads: 4, linear_num_value_heads: 48 },
  },
  "Qwen/Qwen3.5-35B-A3B": moe35(2048, 40, 16, 32, 512, 256, 8),
  "Qwen/Qwen3.5-122B-A10B": moe35(3072, 48, 32, 64, 1024, 256, 8),
  "Qwen/Qwen3.5-397B-A17B": moe35(4096, 60, 32, 64, 1024, 512, 10),
};
