// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const bloom = (hidden_size: number, n_layer: number, n_head: number) => ({ model_type: "bloom", hidden_size, n_layer, n_head }) as const;
const neox = (hidden_size: number, num_hidden_layers: number, num_attention_heads: number, vocab_size: number) =>
  ({ model_type: "gpt_neox", hidden_size, intermediate_size: 4 * hidden_size, num_hidden_layers, num_attention_heads, vocab_size }) as const;
/** Llamas that draw images token by token (arXiv:2406.06525, table 1); the table of a class label's rows is not counted. */
const llamaGen = (hidden_size: number, num_hidden_layers: number, num_attention_heads: number, intermediate_size: number) =>
  ({ model_type: "llama", hidden_size, num_hidden_layers, num_attention_heads, intermediate_size, vocab_size: 16384, max_position_embeddings: 576 }) as const;
/** Sizes that mosaicml/llm-foundry trains and times, without a repository of their own. */
const foundry = { model_type: "mpt", vocab_size: 50368, no_bias: true, max_seq_len: 2048 } as const;
const mpt = { model_type: "mpt", vocab_size: 50432, no_bias: true, attn_config: { alibi: true } } as const;
const yi = { model_type: "llama", vocab_size: 64000, num_key_value_heads: 8, max_position_embeddings: 4096 } as const;
const glm45 = { model_type: "glm4_moe", num_attention_heads: 96, num_key_value_heads: 8, head_dim: 128, attention_bias: true, num_experts_per_tok: 8, n_shared_experts: 1, vocab_size: 151552, num_nextn_predict_layers: 1 } as const;
const glm355 = { ...glm45, hidden_size: 5120, intermediate_size: 12288, moe_intermediate_size: 1536, n_routed_experts: 160, num_hidden_layers: 92, first_k_dense_replace: 3, use_qk_norm: true } as const;
const minimaxM2 = { model_type: "minimax_m2", quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } } as const;
const afterThree = Array.from({ length: 60 }, (_, index) => (index < 3 ? 0 : 1));
/** Step: every fourth layer sees everything, the others a window with more heads. */
const step = { model_type: "step3p5", num_attention_groups: 8, vocab_size: 128896, sliding_window: 512, layer_types: Array.from({ length: 45 }, (_, index) => (index % 4 === 0 ? "full_attention" : "sliding_attention")), attention_other_setting: { num_attention_heads: 96, num_attention_groups: 8 }, num_nextn_predict_layers: 3 } as const;
const starcoder2 = { model_type: "starcoder2", max_position_embeddings: 16384, sliding_window: 4096 } as const;
const bert = (hidden_size: number, num_hidden_layers: number, num_attention_heads: number) => ({ hidden_size, intermediate_size: 4 * hidden_size, num_hidden_layers, num_attention_heads });
const roberta = { model_type: "roberta", vocab_size: 50265, max_position_embeddings: 514, type_vocab_size: 1 } as const;
const xlmRoberta = { ...roberta, model_type: "xlm-roberta", vocab_size: 250002 } as const;

/** Models of makers with few entries. */
export const otherModels: ModelRecords = {
  "EleutherAI/gpt-j-6b": { model_type: "gptj" },
  "EleutherAI/gpt-neox-20b": neox(6144, 44, 64, 50432),
  "EleutherAI/pythia-6.9b": neox(4096, 32, 32, 50432),
  "EleutherAI/pythia-12b": neox(5120, 36, 40, 50688),
  "bigscience/bloom-560m": bloom(1024, 24, 16),
  "bigscience/bloom-1b1": bloom(1536, 24, 16),
  "bigscience/bloom-1b7": bloom(2048, 24, 16),
  "bigscience/bloom-3b": bloom(2560, 30, 32),
  "bigscience/bloom-7b1": bloom(4096, 30, 32),
  "bigscience/bloom": bloom(14336, 70, 112),
  "tiiuae/falcon-7b": { model_type: "falcon" },
  "tiiuae/falcon-40b": { model_type: "falcon", hidden_size: 8192, num_hidden_layers: 60, num_attention_heads: 128, num_kv_heads: 8, new_decoder_architecture: true },
  "tiiuae/falcon-180B": { model_type: "falcon", hidden_size: 14848, num_hidden_layers: 80, num_attention_heads: 232, num_kv_heads: 8, new_decoder_architecture: true },
  "FoundationVision/LlamaGen-B": llamaGen(768, 12, 12, 2048),
  "FoundationVision/LlamaGen-L": llamaGen(1024, 24, 16, 2816),
  "FoundationVision/LlamaGen-XL": llamaGen(1280, 36, 20, 3584),
  "FoundationVision/LlamaGen-XXL": llamaGen(1536, 48, 24, 4096),
  "FoundationVision/LlamaGen-3B": llamaGen(3200, 24, 32, 8704),
  "mosaicml/mpt-125m": { ...foundry, d_model: 768, n_heads: 12, n_layers: 12 },
  "mosaicml/mpt-350m": { ...foundry, d_model: 1024, n_heads: 16, n_layers: 24 },
  "mosaicml/mpt-1b": { ...foundry, d_model: 2048, n_heads: 16, n_layers: 24 },
  "mosaicml/mpt-3b": { ...foundry, d_model: 2560, n_heads: 20, n_layers: 32 },
  "mosaicml/mpt-13b": { ...foundry, d_model: 5120, n_heads: 40, n_layers: 40 },
  "mosaicml/mpt-7b": { ...mpt, d_model: 4096, n_heads: 32, n_layers: 32 },
  "mosaicml/mpt-7b-storywriter": { ...mpt, d_model: 4096, n_heads: 32, n_layers: 32, max_seq_len: 65536 },
  "mosaicml/mpt-30b": { ...mpt, d_model: 7168, n_heads: 64, n_layers: 48, max_seq_len: 8192 },
  "databricks/dbrx-base": { model_type: "dbrx", d_model: 6144, n_heads: 48, n_layers: 40, max_seq_len: 32768, vocab_size: 100352, attn_config: { kv_n_heads: 8 }, ffn_config: { ffn_hidden_size: 10752, moe_num_experts: 16, moe_top_k: 4 } },
  "01-ai/Yi-6B": { ...yi, num_key_value_heads: 4, hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32 },
  "01-ai/Yi-34B": { ...yi, hidden_size: 7168, intermediate_size: 20480, num_hidden_layers: 60, num_attention_heads: 56 },
  "01-ai/Yi-34B-200K": { ...yi, hidden_size: 7168, intermediate_size: 20480, num_hidden_layers: 60, num_attention_heads: 56, max_position_embeddings: 200000 },
  "zai-org/GLM-4-32B-0414": { model_type: "glm4", hidden_size: 6144, intermediate_size: 23040, num_hidden_layers: 61, num_attention_heads: 48, num_key_value_heads: 2, head_dim: 128, vocab_size: 151552, max_position_embeddings: 32768 },
  "zai-org/GLM-4.5": glm355,
  "zai-org/GLM-4.6": { ...glm355, max_position_embeddings: 202752 },
  "zai-org/GLM-4.5-Air": { ...glm45, hidden_size: 4096, intermediate_size: 10944, moe_intermediate_size: 1408, n_routed_experts: 128, num_hidden_layers: 46, first_k_dense_replace: 1 },
  "MiniMaxAI/MiniMax-M2": minimaxM2,
  "MiniMaxAI/MiniMax-M2.5": minimaxM2,
  "MiniMaxAI/MiniMax-M2.7": minimaxM2,
  "MiniMaxAI/MiniMax-M3": {
    model_type: "minimax_m3", max_position_embeddings: 1048576, moe_layer_freq: afterThree,
    sparse_attention_config: { sparse_attention_freq: afterThree, sparse_disable_index_value: afterThree, sparse_num_index_heads: 4, sparse_index_dim: 128, sparse_block_size: 128, sparse_topk_blocks: 16 },
  },
  "XiaomiMiMo/MiMo-7B-Base": { model_type: "mimo", hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 36, num_attention_heads: 32, num_key_value_heads: 8, head_dim: 128, vocab_size: 151680, num_nextn_predict_layers: 1 },
  "stepfun-ai/Step-3.5-Flash": { ...step, max_position_embeddings: 262144 },
  "stepfun-ai/Step-3.7-Flash": { ...step, max_position_embeddings: 262144 },
  "ai21labs/Jamba-v0.1": { model_type: "jamba" },
  "ai21labs/AI21-Jamba-1.5-Large": { model_type: "jamba", hidden_size: 8192, intermediate_size: 24576, num_hidden_layers: 72, num_attention_heads: 64, num_key_value_heads: 8 },
  // No repositories: dimensions from the Jurassic-1 technical paper (AI21 Labs, 2021), table 1; vocabulary of 256K.
  "ai21labs/j1-large": { model_type: "gpt2", n_embd: 4096, n_layer: 32, n_head: 32, n_positions: 2048, vocab_size: 256000 },
  "ai21labs/j1-jumbo": { model_type: "gpt2", n_embd: 13824, n_layer: 76, n_head: 96, n_positions: 2048, vocab_size: 256000 },
  "state-spaces/mamba-2.8b-hf": { model_type: "mamba", hidden_size: 2560, intermediate_size: 5120, num_hidden_layers: 64, vocab_size: 50280, state_size: 16 },
  "bigcode/starcoderbase-3b": { model_type: "gpt_bigcode", n_embd: 2816, n_head: 22, n_inner: 11264, n_layer: 36, n_positions: 8192, vocab_size: 49152 },
  "bigcode/starcoder": { model_type: "gpt_bigcode", n_embd: 6144, n_head: 48, n_inner: 24576, n_layer: 40, n_positions: 8192, vocab_size: 49152 },
  "bigcode/starcoder2-3b": { ...starcoder2, hidden_size: 3072, intermediate_size: 12288, num_hidden_layers: 30, num_attention_heads: 24, num_key_value_heads: 2 },
  "bigcode/starcoder2-15b": { ...starcoder2, hidden_size: 6144, intermediate_size: 24576, num_hidden_layers: 40, num_attention_heads: 48, num_key_value_heads: 4, tie_word_embeddings: false },
  "CohereLabs/c4ai-command-r-v01": { model_type: "cohere", max_position_embeddings: 131072 },
  "CohereLabs/c4ai-command-r-plus": { model_type: "cohere", hidden_size: 12288, intermediate_size: 33792, num_hidden_layers: 64, num_attention_heads: 96, num_key_value_heads: 8, use_qk_norm: true, max_position_embeddings: 131072 },
  "allenai/OLMo-2-1124-7B": { model_type: "olmo2", vocab_size: 100352, max_position_embeddings: 4096 },
  "ibm-granite/granite-3.3-8b-instruct": { model_type: "granite", hidden_size: 4096, intermediate_size: 12800, num_hidden_layers: 40, num_attention_heads: 32, num_key_value_heads: 8, vocab_size: 49159, tie_word_embeddings: true, max_position_embeddings: 131072 },
  "TinyLlama/TinyLlama-1.1B-Chat-v1.0": { model_type: "llama", hidden_size: 2048, intermediate_size: 5632, num_hidden_layers: 22, num_attention_heads: 32, num_key_value_heads: 4 },
  "google-bert/bert-base-uncased": { model_type: "bert", ...bert(768, 12, 12) },
  "google-bert/bert-large-uncased": { model_type: "bert", ...bert(1024, 24, 16) },
  "FacebookAI/roberta-base": { ...roberta, ...bert(768, 12, 12) },
  "FacebookAI/roberta-large": { ...roberta, ...bert(1024, 24, 16) },
  "FacebookAI/xlm-roberta-base": { ...xlmRoberta, ...bert(768, 12, 12) },
  "FacebookAI/xlm-roberta-large": { ...xlmRoberta, ...bert(1024, 24, 16) },
};
