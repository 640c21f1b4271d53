// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const blockFp8 = { quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } } as const;
const v3 = { model_type: "deepseek_v3", max_position_embeddings: 163840, num_nextn_predict_layers: 1, ...blockFp8 } as const;
const v4 = { model_type: "deepseek_v4", expert_dtype: "fp4", num_nextn_predict_layers: 1, ...blockFp8 } as const;
/** V4's layers after the first two take turns: few tokens to an entry, many tokens to an entry. */
const ratios = (first: number, layers: number): readonly number[] => Array.from({ length: layers }, (_, index) => (index < 2 ? first : index % 2 === 0 ? 4 : 128));

const kimi = { model_type: "kimi_k2", num_attention_heads: 64, n_routed_experts: 384, first_k_dense_replace: 1, vocab_size: 163840, max_position_embeddings: 131072, num_nextn_predict_layers: 0 } as const;
const moonVit = { mm_projector_type: "patchmerger", vt_hidden_size: 1152, vt_intermediate_size: 4304, vt_num_attention_heads: 16, vt_num_hidden_layers: 27, merge_kernel_size: [2, 2] } as const;
const int4 = { quantization_config: { quant_method: "compressed-tensors", config_groups: { group_0: { weights: { num_bits: 4, type: "int", group_size: 32 } } } } } as const;
const glm5 = { model_type: "glm_moe_dsa", index_topk: 2048, index_n_heads: 32, index_head_dim: 128, num_nextn_predict_layers: 1 } as const;
/** GLM-5.2 scores the context anew in the first three layers and then in every fourth. */
const glm52Indexers = Array.from({ length: 78 }, (_, index) => (index < 3 || index % 4 === 2 ? "full" : "shared"));
const everyFourth = (layers: number): { full: number[]; delta: number[] } => {
  const all = Array.from({ length: layers }, (_, index) => index + 1);
  return { full: all.filter((n) => n % 4 === 0 || n === layers), delta: all.filter((n) => n % 4 !== 0 && n !== layers) };
};
const linear = everyFourth(27);
const k3 = everyFourth(93);

/** Models of DeepSeek, and of Moonshot and Zhipu where they share its scheme. */
export const deepseekModels: ModelRecords = {
  "deepseek-ai/deepseek-moe-16b-base": { model_type: "deepseek", hidden_size: 2048, intermediate_size: 10944, moe_intermediate_size: 1408, n_routed_experts: 64, n_shared_experts: 2, num_experts_per_tok: 6, first_k_dense_replace: 1, num_hidden_layers: 28, num_attention_heads: 16, num_key_value_heads: 16, vocab_size: 102400, max_position_embeddings: 4096 },
  "deepseek-ai/deepseek-llm-67b-base": { model_type: "llama", hidden_size: 8192, intermediate_size: 22016, num_hidden_layers: 95, num_attention_heads: 64, num_key_value_heads: 8, vocab_size: 102400, max_position_embeddings: 4096 },
  "deepseek-ai/deepseek-coder-33b-base": { model_type: "llama", hidden_size: 7168, intermediate_size: 19200, num_hidden_layers: 62, num_attention_heads: 56, num_key_value_heads: 8, vocab_size: 32256, max_position_embeddings: 16384 },
  "deepseek-ai/DeepSeek-V2": { model_type: "deepseek_v2", hidden_size: 5120, intermediate_size: 12288, moe_intermediate_size: 1536, n_routed_experts: 160, n_shared_experts: 2, num_experts_per_tok: 6, first_k_dense_replace: 1, num_hidden_layers: 60, num_attention_heads: 128, q_lora_rank: 1536, max_position_embeddings: 163840 },
  "deepseek-ai/DeepSeek-V2-Lite": { model_type: "deepseek_v2", hidden_size: 2048, intermediate_size: 10944, moe_intermediate_size: 1408, n_routed_experts: 64, n_shared_experts: 2, num_experts_per_tok: 6, first_k_dense_replace: 1, num_hidden_layers: 27, num_attention_heads: 16, q_lora_rank: null, max_position_embeddings: 163840 },
  "deepseek-ai/DeepSeek-V3": v3,
  "deepseek-ai/DeepSeek-V3.1": v3,
  "deepseek-ai/DeepSeek-R1": v3,
  "deepseek-ai/DeepSeek-V3.2": { ...v3, model_type: "deepseek_v32", index_topk: 2048, index_n_heads: 64, index_head_dim: 128 },
  "deepseek-ai/DeepSeek-V4-Flash": { ...v4, compress_ratios: ratios(0, 43) },
  "deepseek-ai/DeepSeek-V4-Pro": { ...v4, hidden_size: 7168, moe_intermediate_size: 3072, n_routed_experts: 384, num_hidden_layers: 61, num_attention_heads: 128, q_lora_rank: 1536, o_groups: 16, index_topk: 1024, compress_ratios: ratios(128, 61) },
  "moonshotai/Kimi-K2-Instruct": { ...kimi, ...blockFp8 },
  "moonshotai/Kimi-K2.5": { model_type: "kimi_k25", text_config: { ...kimi, max_position_embeddings: 262144, ...int4 }, vision_config: moonVit },
  "moonshotai/Kimi-Linear-48B-A3B-Instruct": {
    model_type: "kimi_linear", hidden_size: 2304, intermediate_size: 9216, moe_intermediate_size: 1024, num_experts: 256, num_experts_per_token: 8, num_shared_experts: 1, first_k_dense_replace: 1, num_hidden_layers: 27, num_attention_heads: 32, q_lora_rank: null, vocab_size: 163840, max_position_embeddings: 1048576,
    linear_attn_config: { num_heads: 32, head_dim: 128, short_conv_kernel_size: 4, full_attn_layers: linear.full, kda_layers: linear.delta },
  },
  "moonshotai/Kimi-K3": {
    model_type: "kimi_k3",
    vision_config: { mm_projector_type: "patchmergerv2", vt_hidden_size: 1024, vt_intermediate_size: 4096, vt_num_attention_heads: 12, vt_num_hidden_layers: 27, qkv_hidden_size: 1536, merge_kernel_size: [2, 2] },
    text_config: {
      model_type: "kimi_linear", hidden_size: 7168, intermediate_size: 33792, moe_intermediate_size: 3072, routed_expert_hidden_size: 3584, latent_moe_use_norm: true, num_experts: 896, num_experts_per_token: 16, num_shared_experts: 2, first_k_dense_replace: 1, num_hidden_layers: 93, num_attention_heads: 96, q_lora_rank: 1536, mla_use_output_gate: true, attn_res_block_size: 12, vocab_size: 163840, max_position_embeddings: 1048576,
      linear_attn_config: { num_heads: 96, head_dim: 128, short_conv_kernel_size: 4, use_full_rank_gate: true, full_attn_layers: k3.full, kda_layers: k3.delta },
      quantization_config: { quant_method: "compressed-tensors", config_groups: { group_0: { weights: { num_bits: 4, type: "float", group_size: 32 } } } },
    },
  },
  "zai-org/GLM-5": glm5,
  "zai-org/GLM-5.1": glm5,
  "zai-org/GLM-5.2": { ...glm5, max_position_embeddings: 1048576, indexer_types: glm52Indexers },
};
