import type { ModelRecords } from "./records.ts";

const fp8 = { quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } } as const;

/** Models of DeepSeek and models with its architecture. */
export const deepseekModels: ModelRecords = {
  "deepseek-ai/DeepSeek-V3": { model_type: "deepseek_v3", max_position_embeddings: 163840, num_nextn_predict_layers: 1, ...fp8 },
  "deepseek-ai/DeepSeek-V3.1": { model_type: "deepseek_v3", max_position_embeddings: 163840, num_nextn_predict_layers: 1, ...fp8 },
  "deepseek-ai/DeepSeek-R1": { model_type: "deepseek_v3", max_position_embeddings: 163840, num_nextn_predict_layers: 1, ...fp8 },
  "deepseek-ai/DeepSeek-V3.2": { model_type: "deepseek_v32", max_position_embeddings: 163840, num_nextn_predict_layers: 1, index_topk: 2048, index_n_heads: 64, index_head_dim: 128, ...fp8 },
};
