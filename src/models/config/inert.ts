/**
 * Fields of config.json files that do not change a count of parameters, FLOPs or cached elements: numerics, training,
 * tokens, generation settings and bookkeeping. Patterns are matched against the whole name.
 */
const inertPatterns: readonly string[] = [
  // Bookkeeping of Transformers and of checkpoint tools.
  "_.*", "architectures", "auto_map", "transformers_version", "torch_dtype", "dtype", "model_type", "torchscript", "use_cache",
  "use_bfloat16", "pretraining_tp", "ep_size", "is_decoder", "is_encoder_decoder", "add_cross_attention", "attn_implementation",
  "attn_config_implementation", "id2label", "label2id", "num_labels", "problem_type", "task_specific_params", "finetuning_task", "pruned_heads",
  "tokenizer_class", "tf_legacy_loss", "gradient_checkpointing", "unsloth.*", "prefix", "summary_.*", "classifier_.*", "chunk_size_feed_forward",
  "remove_invalid_values", "return_dict", "return_dict_in_generate", "output_(attentions|hidden_states|scores|router_logits|past)", "ignore_index",
  "keys_to_ignore_at_inference", "max_sequence_length_original", "language", "position_embedding_type_original",
  // Numerics.
  ".*_eps", ".*epsilon", ".*softcap(ping)?", "swiglu_(alpha|limit).*", "activation_situ_.*", ".*scaling_factor", ".*_multiplier", "logit(s)?_scal.*", "residual_scale", "scale_.*",
  "initializer_.*", "init_.*", ".*initializer.*", ".*dropout.*", ".*_pdrop", ".*_drop", "rescale_.*", "residual_in_fp32", "hc_(eps|sinkhorn_iters)",
  "hidden_act", "hidden_activation", "activation_function", "activation", "mlp_hidden_act", "mamba_hidden_act", "feed_forward_act", "gate_lower_bound",
  ".*_dtype", "reorder_and_upcast_attn", "scale_attn.*", "attention_softmax_in_fp32", "apply_query_key_layer_scaling", "hidden_bias_numerics",
  "time_step_.*", "mamba_chunk_size", "chunk_size", "use_mamba_kernels", "num_logits_to_keep", "attn_temperature_tuning", "floor_scale", "attn_scale", "query_pre_attn_scalar",
  // Rotary positions: no parameters, negligible work.
  "rope_.*", ".*rope_theta", "rotary_.*", "partial_rotary_factor", "mrope_.*", "use_mrope", "original_max_position_embeddings", "initial_context_length", ".*rope_interleave",
  "no_rope_layers", "no_rope_layer_interval", "position_embedding_base",
  // Routing: which experts, not how many.
  "norm_topk_prob", "n_group", "topk_group", "topk_method", "num_expert_group", "use_grouped_topk", "scoring_func", "seq_aux", "aux_loss_alpha", "router_.*", "moe_renormalize",
  "moe_router_.*", "moe_shared_expert_overlap", "normalize_expert_weights.*", "input_jitter_noise", "z_loss.*",
  // Tokens and generation.
  ".*_token_id", ".*_token_index", ".*_tokens?_ids?", "(begin_)?suppress_tokens", "bad_words_ids", "max_length", "min_length", "num_beams", "num_beam_groups",
  "num_return_sequences", "do_sample", "early_stopping", "temperature", "top_k", "top_p", "typical_p", ".*_penalty", "(encoder_)?no_repeat_ngram_size", "diversity_penalty",
  ".*_placeholder", "vision_soft_tokens_per_image", "mm_tokens_per_image", "use_unified_vision_chunk", "cross_attention_hidden_size",
];

const inert = new RegExp(`^(?:${inertPatterns.join("|")})$`);

/** A name with one of these words says something of the structure, so a reader that does not know it must not go on. */
const structural =
  /attn|attention|head|layer|hidden|size|dim|width|depth|num|^n_|_n_|rank|lora|expert|moe|mlp|ffn|ff_|kv|query|key|value|window|chunk|conv|state|ssm|mamba|latent|vocab|embed|emb_|position|bias|norm|tie|tied|share|proj|intermediate|block|group|index|sparse|dense|linear|mtp|nextn|pattern|freq|types?$|config$|parallel|gate|compress|ratio|alibi|hash|hc_|mult|modules|adapter|cross|recurren|memory|router/i;

/** The field does not change any count. */
export function isInert(name: string): boolean {
  return inert.test(name);
}

/** The field's name speaks of structure. */
export function isStructural(name: string): boolean {
  return structural.test(name);
}
