import { attention, dense, layer, moe } from "../layers.ts";
import { type FamilyReader, assemble, each, layerCount, mustDivide } from "./assemble.ts";
import { tied } from "./decoder.ts";
import { readExperts } from "./experts.ts";

/** Falcon: the first models share one KV head and one norm, the later have KV groups and two norms; both run in parallel. */
const falcon: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("hidden_size", 4544);
  const layers = layerCount(fields, fields.has("num_hidden_layers") ? "num_hidden_layers" : "n_layer", 32);
  const heads = fields.count(["num_attention_heads", "n_head"], 71);
  mustDivide(fields, ["num_attention_heads", heads], ["hidden_size", hiddenSize]);
  const grouped = fields.flag("new_decoder_architecture", false);
  const declared = fields.nullable(["num_kv_heads", "n_head_kv"], null);
  const single = !grouped && fields.flag("multi_query", true);
  const kvHeads = single ? 1 : grouped ? (declared ?? heads) : heads;
  mustDivide(fields, ["num_kv_heads", kvHeads], ["num_attention_heads", heads]);
  const bias = fields.flag("bias", false);
  const parallel = fields.flag("parallel_attn", true);
  const alibi = fields.flag("alibi", false);
  const norms = fields.count("num_ln_in_parallel_attn", grouped ? 2 : 1);
  const mixer = attention({ heads, kvHeads, headDim: hiddenSize / heads, rotary: !alibi, qkvBias: bias, outputBias: bias });
  const kind = layer(
    mixer,
    dense(fields.count("ffn_hidden_size", 4 * hiddenSize), { gated: false, bias }),
    parallel || grouped ? norms : 2,
  );
  return assemble(fields, context, {
    family: "falcon",
    hiddenSize,
    norm: { kind: "layernorm", bias: true },
    parallelBlock: parallel || grouped,
    layers: each(layers, () => kind),
    vocabularySize: fields.count("vocab_size", 65024),
    maximumContext: fields.nullable("max_position_embeddings", 2048),
    tiedEmbeddings: tied(fields, context, true),
  });
};

/**
 * MPT, with the defaults of llm-foundry's MPTConfig: biases unless `no_bias`, learned positions unless ALiBi or rotary ones
 * are asked for, shared embeddings.
 */
const mpt: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("d_model", 2048);
  const heads = fields.count("n_heads", 16);
  mustDivide(fields, ["n_heads", heads], ["d_model", hiddenSize]);
  const layers = layerCount(fields, "n_layers", 24);
  const maximumContext = fields.count("max_seq_len", 2048);
  const bias = !fields.flag("no_bias", false);
  const config = fields.section("attn_config");
  const type =
    config?.choice(
      "attn_type",
      ["multihead_attention", "multiquery_attention", "grouped_query_attention"],
      "multihead_attention",
    ) ?? "multihead_attention";
  const kvHeads =
    type === "multiquery_attention" ? 1 : type === "grouped_query_attention" ? (config?.count("kv_n_heads") ?? heads) : heads;
  config?.accept(
    "kv_n_heads",
    "attn_impl",
    "attn_type",
    "qk_gn",
    "fused_qkv",
    "clip_qkv",
    "softmax_scale",
    "attn_uses_sequence_id",
    "alibi_bias_max",
    "prefix_lm",
    "rope_impl",
    "rope_dail_config",
    "rope_hf_config",
  );
  mustDivide(fields, ["attn_config.kv_n_heads", kvHeads], ["n_heads", heads]);
  const norms = (config?.flag("qk_ln", false) ?? false) ? (bias ? 2 : 1) * (heads + kvHeads) * (hiddenSize / heads) : 0;
  const alibi = config?.flag("alibi", false) ?? false;
  const rotary = config?.flag("rope", false) ?? false;
  const window = config?.raw("sliding_window_size");
  if (window !== undefined && window !== -1) config?.refuse("sliding_window_size", "is not -1; MPT with a window is not known");
  const network = fields.section("ffn_config");
  const gated = (network?.choice("ffn_type", ["mptmlp", "mptglu"], "mptmlp") ?? "mptmlp") === "mptglu";
  network?.accept("fc_type", "ffn_act_fn");
  const intermediate =
    network?.has("ffn_hidden_size") === true
      ? network.count("ffn_hidden_size")
      : Math.round(fields.positive("expansion_ratio", 4) * hiddenSize);
  fields.accept(
    "norm_type",
    "norm_eps",
    "fc_type",
    "init_config",
    "init_device",
    "logit_scale",
    "verbose",
    "embedding_fraction",
    "attn_pdrop",
    "name",
    "loss_fn",
    "use_pad_tok_in_ffn",
    "tokenizer_name",
    "block_overrides",
  );
  if (fields.has("block_overrides")) fields.refuse("block_overrides", "makes layers differ, which is not counted");
  const mixer = attention({
    heads,
    kvHeads,
    headDim: hiddenSize / heads,
    rotary,
    qkvBias: bias,
    outputBias: bias,
    qkNormParameters: norms,
  });
  const kind = layer(mixer, dense(intermediate, { gated, bias }), 2);
  return assemble(fields, context, {
    family: "mpt",
    hiddenSize,
    norm: { kind: "layernorm", bias },
    layers: each(layers, () => kind),
    maximumContext,
    learnedPositions: fields.flag("learned_pos_emb", true) && !alibi && !rotary ? maximumContext : 0,
    vocabularySize: fields.count("vocab_size", 50368),
    tiedEmbeddings: tied(fields, context, true),
  });
};

/** DBRX: experts in every layer, norms without bias, attention and experts configured in sections. */
const dbrx: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("d_model", 2048);
  const heads = fields.count("n_heads", 16);
  mustDivide(fields, ["n_heads", heads], ["d_model", hiddenSize]);
  const layers = layerCount(fields, "n_layers", 24);
  const config = fields.section("attn_config");
  const kvHeads = config?.count("kv_n_heads", 1) ?? 1;
  config?.accept("attn_pdrop", "clip_qkv", "model_type");
  mustDivide(fields, ["attn_config.kv_n_heads", kvHeads], ["n_heads", heads]);
  const network = fields.section("ffn_config") ?? fields.refuse("ffn_config", "is missing");
  network.accept(
    "ffn_act_fn",
    "moe_jitter_eps",
    "moe_loss_weight",
    "moe_normalize_expert_weights",
    "uniform_expert_assignment",
    "model_type",
  );
  const experts = readExperts(
    network,
    { experts: "moe_num_experts", topK: "moe_top_k", intermediate: "ffn_hidden_size" },
    { experts: 4, topK: 1, intermediate: 3584 },
  );
  const kind = layer(attention({ heads, kvHeads, headDim: hiddenSize / heads }), moe(experts), 2);
  return assemble(fields, context, {
    family: "dbrx",
    hiddenSize,
    norm: { kind: "layernorm", bias: false },
    layers: each(layers, () => kind),
    vocabularySize: fields.count("vocab_size", 32000),
    maximumContext: fields.nullable("max_seq_len", 2048),
    tiedEmbeddings: tied(fields, context, false),
  });
};

/** Families whose configs have names of their own or are split into sections. */
export const sectionedReaders: Readonly<Record<string, FamilyReader>> = {
  falcon,
  RefinedWeb: falcon,
  RefinedWebModel: falcon,
  mpt,
  dbrx,
};
