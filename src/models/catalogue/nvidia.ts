// biome-ignore-all format: one record a line, so that the list reads as a table
import type { ModelRecords } from "./records.ts";

const nano2 = { model_type: "nemotron_h", vocab_size: 131072, max_position_embeddings: 131072, num_attention_heads: 40, num_key_value_heads: 8, head_dim: 128, mamba_num_heads: 128, mamba_head_dim: 80, ssm_state_size: 128, n_groups: 8 } as const;
const nemotron3 = { model_type: "nemotron_h", vocab_size: 131072, max_position_embeddings: 262144, num_key_value_heads: 2, head_dim: 128, mamba_head_dim: 64, ssm_state_size: 128, n_groups: 8, n_shared_experts: 1 } as const;
const a3 = { hidden_size: 2688, intermediate_size: 1856, moe_intermediate_size: 1856, moe_shared_expert_intermediate_size: 3712, n_routed_experts: 128, num_experts_per_tok: 6, num_attention_heads: 32, mamba_num_heads: 64 } as const;
const latent = { n_routed_experts: 512, num_experts_per_tok: 22, num_nextn_predict_layers: 1, mtp_hybrid_override_pattern: "*E" } as const;

/**
 * DeciLM-7B has 67 KV heads over its 32 layers (arXiv:2411.00136, table of models), 1, 2 or 4 in a layer. Only the sum is
 * published there, and it is what parameters and cache depend on; the spread over the layers here is the most even one.
 */
const deciKvHeads = [1, 4, 4, ...new Array<number>(29).fill(2)];

/** Models of NVIDIA and of Deci. M: Mamba-2, *: attention, E: experts, -: plain feed-forward network. */
export const nvidiaModels: ModelRecords = {
  "nvidia/NVIDIA-Nemotron-Nano-9B-v2": { ...nano2, hidden_size: 4480, intermediate_size: 15680, hybrid_override_pattern: "M-M-M-MM-M-M-M*-M-M-M*-M-M-M-M*-M-M-M-M*-M-MM-M-M-M-M-M-" },
  "nvidia/NVIDIA-Nemotron-Nano-12B-v2": { ...nano2, hidden_size: 5120, intermediate_size: 20480, hybrid_override_pattern: "M-M-M-M*-M-M-M-M*-M-M-M-M*-M-M-M-M*-M-M-M-M*-M-M-M-M*-M-M-M-M-" },
  "nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16": { ...nemotron3, ...a3, hybrid_override_pattern: "MEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME" },
  "nvidia/NVIDIA-Nemotron-3.5-Lightning-30B-A3B-BF16": {
    ...nemotron3, ...a3, max_position_embeddings: 1048576, num_nextn_predict_layers: 1, mtp_hybrid_override_pattern: "*E", hybrid_override_pattern: "MEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME",
  },
  "nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-BF16": {
    ...nemotron3, ...latent, hidden_size: 4096, intermediate_size: 2688, moe_intermediate_size: 2688, moe_latent_size: 1024, moe_shared_expert_intermediate_size: 5376, num_attention_heads: 32, mamba_num_heads: 128,
    hybrid_override_pattern: "MEMEMEM*EMEMEMEM*EMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEM*EMEMEMEME",
  },
  "nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-BF16": {
    ...nemotron3, ...latent, hidden_size: 8192, intermediate_size: 5120, moe_intermediate_size: 5120, moe_latent_size: 2048, moe_shared_expert_intermediate_size: 10240, num_attention_heads: 64, mamba_num_heads: 256,
    hybrid_override_pattern: "MEMEMEM*EMEMEM*EMEMEMEM*EMEMEMEM*EMEMEM*EMEMEMEM*EMEMEMEM*EMEMEM*EMEMEMEM*EMEMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME",
  },
  "Deci/DeciLM-7B": { model_type: "deci", hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads_per_layer: deciKvHeads, vocab_size: 32000, max_position_embeddings: 8192 },
};
