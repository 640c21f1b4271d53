import type { ModelRecords } from "./records.ts";

const llama2 = { model_type: "llama", vocab_size: 32000, max_position_embeddings: 4096 } as const;
const llama3 = { model_type: "llama", vocab_size: 128256, num_key_value_heads: 8 } as const;
const b8 = { hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32 } as const;
const b70 = { hidden_size: 8192, intermediate_size: 28672, num_hidden_layers: 80, num_attention_heads: 64 } as const;

/** Models of Meta. */
export const metaModels: ModelRecords = {
  "huggyllama/llama-7b": { ...llama2, max_position_embeddings: 2048, hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32 },
  "huggyllama/llama-13b": { ...llama2, max_position_embeddings: 2048, hidden_size: 5120, intermediate_size: 13824, num_hidden_layers: 40, num_attention_heads: 40 },
  "huggyllama/llama-30b": { ...llama2, max_position_embeddings: 2048, hidden_size: 6656, intermediate_size: 17920, num_hidden_layers: 60, num_attention_heads: 52 },
  "huggyllama/llama-65b": { ...llama2, max_position_embeddings: 2048, hidden_size: 8192, intermediate_size: 22016, num_hidden_layers: 80, num_attention_heads: 64 },
  "meta-llama/Llama-2-7b-hf": { ...llama2, hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32 },
  "meta-llama/Llama-2-13b-hf": { ...llama2, hidden_size: 5120, intermediate_size: 13824, num_hidden_layers: 40, num_attention_heads: 40 },
  "meta-llama/Llama-2-70b-hf": { ...llama2, ...b70, num_key_value_heads: 8 },
  "codellama/CodeLlama-7b-hf": { ...llama2, vocab_size: 32016, max_position_embeddings: 16384, hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32 },
  "codellama/CodeLlama-13b-hf": { ...llama2, vocab_size: 32016, max_position_embeddings: 16384, hidden_size: 5120, intermediate_size: 13824, num_hidden_layers: 40, num_attention_heads: 40 },
  "codellama/CodeLlama-34b-hf": { ...llama2, max_position_embeddings: 16384, hidden_size: 8192, intermediate_size: 22016, num_hidden_layers: 48, num_attention_heads: 64, num_key_value_heads: 8 },
  "codellama/CodeLlama-70b-hf": { ...llama2, ...b70, vocab_size: 32016, max_position_embeddings: 16384, num_key_value_heads: 8 },
  "meta-llama/Meta-Llama-3-8B": { ...llama3, ...b8, max_position_embeddings: 8192 },
  "meta-llama/Meta-Llama-3-70B": { ...llama3, ...b70, max_position_embeddings: 8192 },
  "meta-llama/Llama-3.1-8B": { ...llama3, ...b8, max_position_embeddings: 131072 },
  "meta-llama/Llama-3.1-70B": { ...llama3, ...b70, max_position_embeddings: 131072 },
  "meta-llama/Llama-3.1-405B": { ...llama3, max_position_embeddings: 131072, hidden_size: 16384, intermediate_size: 53248, num_hidden_layers: 126, num_attention_heads: 128 },
  "meta-llama/Llama-3.2-1B": { ...llama3, max_position_embeddings: 131072, hidden_size: 2048, intermediate_size: 8192, num_hidden_layers: 16, num_attention_heads: 32, head_dim: 64, tie_word_embeddings: true },
  "meta-llama/Llama-3.2-3B": { ...llama3, max_position_embeddings: 131072, hidden_size: 3072, intermediate_size: 8192, num_hidden_layers: 28, num_attention_heads: 24, head_dim: 128, tie_word_embeddings: true },
  "meta-llama/Llama-3.3-70B-Instruct": { ...llama3, ...b70, max_position_embeddings: 131072 },
};
