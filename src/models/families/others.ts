import type { Fields } from "../config/fields.ts";
import { attention, dense, layer, moe, noFeedForward, noMixer } from "../layers.ts";
import type { Architecture, FeedForward, LayerKind, Mixer } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount, mustDivide } from "./assemble.ts";
import { readDimensions, tied } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { attentionBias } from "./llama.ts";

const layerNorm: Architecture["norm"] = { kind: "layernorm", bias: true };

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
  const kind = layer(mixer, dense(fields.count("ffn_hidden_size", 4 * hiddenSize), { gated: false, bias }), parallel || grouped ? norms : 2);
  return assemble(fields, context, {
    family: "falcon", hiddenSize, norm: layerNorm, parallelBlock: parallel || grouped, layers: each(layers, () => kind),
    vocabularySize: fields.count("vocab_size", 65024), maximumContext: fields.nullable("max_position_embeddings", 2048), tiedEmbeddings: tied(fields, context, true),
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
  const type = config?.choice("attn_type", ["multihead_attention", "multiquery_attention", "grouped_query_attention"], "multihead_attention") ?? "multihead_attention";
  const kvHeads = type === "multiquery_attention" ? 1 : type === "grouped_query_attention" ? (config?.count("kv_n_heads") ?? heads) : heads;
  config?.accept("kv_n_heads", "attn_impl", "attn_type", "qk_gn", "fused_qkv", "clip_qkv", "softmax_scale", "attn_uses_sequence_id", "alibi_bias_max", "prefix_lm", "rope_impl", "rope_dail_config", "rope_hf_config");
  mustDivide(fields, ["attn_config.kv_n_heads", kvHeads], ["n_heads", heads]);
  const norms = (config?.flag("qk_ln", false) ?? false) ? (bias ? 2 : 1) * (heads + kvHeads) * (hiddenSize / heads) : 0;
  const alibi = config?.flag("alibi", false) ?? false;
  const rotary = config?.flag("rope", false) ?? false;
  const window = config?.raw("sliding_window_size");
  if (window !== undefined && window !== -1) config?.refuse("sliding_window_size", "is not -1; MPT with a window is not known");
  const network = fields.section("ffn_config");
  const gated = (network?.choice("ffn_type", ["mptmlp", "mptglu"], "mptmlp") ?? "mptmlp") === "mptglu";
  network?.accept("fc_type", "ffn_act_fn");
  const intermediate = network?.has("ffn_hidden_size") === true ? network.count("ffn_hidden_size") : Math.round(fields.positive("expansion_ratio", 4) * hiddenSize);
  fields.accept("norm_type", "norm_eps", "fc_type", "init_config", "init_device", "logit_scale", "verbose", "embedding_fraction", "attn_pdrop", "name", "loss_fn", "use_pad_tok_in_ffn", "tokenizer_name", "block_overrides");
  if (fields.has("block_overrides")) fields.refuse("block_overrides", "makes layers differ, which is not counted");
  const mixer = attention({ heads, kvHeads, headDim: hiddenSize / heads, rotary, qkvBias: bias, outputBias: bias, qkNormParameters: norms });
  const kind = layer(mixer, dense(intermediate, { gated, bias }), 2);
  return assemble(fields, context, {
    family: "mpt", hiddenSize, norm: { kind: "layernorm", bias }, layers: each(layers, () => kind), maximumContext,
    learnedPositions: fields.flag("learned_pos_emb", true) && !alibi && !rotary ? maximumContext : 0,
    vocabularySize: fields.count("vocab_size", 50368), tiedEmbeddings: tied(fields, context, true),
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
  network.accept("ffn_act_fn", "moe_jitter_eps", "moe_loss_weight", "moe_normalize_expert_weights", "uniform_expert_assignment", "model_type");
  const experts = readExperts(network, { experts: "moe_num_experts", topK: "moe_top_k", intermediate: "ffn_hidden_size" }, { experts: 4, topK: 1, intermediate: 3584 });
  const kind = layer(attention({ heads, kvHeads, headDim: hiddenSize / heads }), moe(experts), 2);
  return assemble(fields, context, {
    family: "dbrx", hiddenSize, norm: { kind: "layernorm", bias: false }, layers: each(layers, () => kind),
    vocabularySize: fields.count("vocab_size", 32000), maximumContext: fields.nullable("max_seq_len", 2048), tiedEmbeddings: tied(fields, context, false),
  });
};

const isCount = (entry: unknown): entry is number => typeof entry === "number" && Number.isInteger(entry) && entry >= 1 && entry < 2 ** 20;

/** DeciLM-7B: Llama with a number of KV heads of its own in each layer. Nemotron-NAS: a block config for each layer. */
const deci: FamilyReader = (fields, context) => {
  if (fields.has("block_configs")) return nemotronNas(fields, context);
  const d = readDimensions(fields, { defaults: { hiddenSize: 4096, intermediate: 14336, layers: 32, heads: 32, vocabularySize: 32000, maximumContext: 8192 } });
  const perLayer = fields.perLayer("num_key_value_heads_per_layer", d.layers, isCount) ?? each(d.layers, () => d.kvHeads);
  const bias = { ...attentionBias(fields), window: fields.nullable("sliding_window", null) };
  fields.accept("num_kv_heads_per_layer", "naive_attention_prefill", "naive_attention_decode_batched", "naive_attention_decode_single", "use_flash_attn", "mlp_bias");
  return assemble(fields, context, {
    family: "deci", hiddenSize: d.hiddenSize, vocabularySize: d.vocabularySize, maximumContext: d.maximumContext, tiedEmbeddings: tied(fields, context, false),
    layers: perLayer.map((kvHeads, index) => {
      mustDivide(fields, [`num_key_value_heads_per_layer[${index}]`, kvHeads], ["num_attention_heads", d.heads]);
      return layer(attention({ heads: d.heads, kvHeads, headDim: d.headDim, ...bias }), dense(d.intermediate), 2);
    }),
  });
};

/**
 * Nemotron-NAS (Llama-3.1-Nemotron 51B, 49B, 253B): each block says its KV groups and its width, or that attention or the
 * feed-forward network is left out or replaced by one linear layer. Rules from the published modelling code.
 */
const nemotronNas: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("hidden_size");
  const heads = fields.count("num_attention_heads");
  mustDivide(fields, ["num_attention_heads", heads], ["hidden_size", hiddenSize]);
  const layers = layerCount(fields, "num_hidden_layers");
  const blocks = fields.list("block_configs") ?? [];
  if (blocks.length !== layers) fields.refuse("block_configs", `has ${blocks.length} entries for ${layers} layers`);
  const bias = attentionBias(fields);
  fields.accept("num_key_value_heads", "intermediate_size", "mlp_bias", "block_configs");
  const kinds = fields.entries("block_configs").map((block): LayerKind => {
    const attentionBlock = block.section("attention") ?? block.refuse("attention", "is missing");
    const networkBlock = block.section("ffn") ?? block.refuse("ffn", "is missing");
    acceptNasFields(attentionBlock, networkBlock, block);
    let norms = 0;
    let other = 0;
    let mixer: Mixer = noMixer;
    if (attentionBlock.flag("replace_with_linear", false)) {
      other += hiddenSize * hiddenSize;
      norms += 1;
    } else if (!attentionBlock.flag("no_op", false)) {
      const group = attentionBlock.count("n_heads_in_group");
      mustDivide(attentionBlock, ["n_heads_in_group", group], ["num_attention_heads", heads]);
      mixer = attention({ heads, kvHeads: heads / group, headDim: hiddenSize / heads, ...bias });
      norms += 1;
    }
    let network: FeedForward = noFeedForward;
    if (networkBlock.flag("replace_with_linear", false)) {
      other += hiddenSize * hiddenSize;
      norms += 1;
    } else if (!networkBlock.flag("no_op", false)) {
      const wanted = Math.trunc((2 * networkBlock.positive("ffn_mult") * hiddenSize) / 3);
      network = dense(Math.ceil(wanted / 256) * 256);
      norms += 1;
    }
    return layer(mixer, network, norms, other);
  });
  return assemble(fields, context, {
    family: "nemotron-nas", hiddenSize, layers: kinds, vocabularySize: fields.count("vocab_size"),
    maximumContext: fields.nullable("max_position_embeddings", null), tiedEmbeddings: tied(fields, context, false),
  });
};

/** Options of the search space that published blocks leave unset; a set one is refused. */
function acceptNasFields(attentionBlock: Fields, networkBlock: Fields, block: Fields): void {
  for (const section of [attentionBlock, networkBlock]) section.accept("sparsify");
  for (const name of ["num_sink_tokens", "window_length", "unshifted_sink", "use_prefill_window_in_sink_attention"]) {
    if (attentionBlock.raw(name) !== undefined && attentionBlock.raw(name) !== false) attentionBlock.refuse(name, "is set; windows in Nemotron-NAS are not counted");
  }
  if (block.has("parallel_blocks")) block.refuse("parallel_blocks", "is set; parallel blocks are not counted");
}

/** BERT, RoBERTa and XLM-R: post-norm encoders with token types and a pooler. `norm` of the result is over the embeddings. */
function bert(family: string, defaults: { readonly vocabularySize: number; readonly positions: number; readonly types: number }): FamilyReader {
  return (fields, context) => {
    const d = readDimensions(fields, {
      defaults: { hiddenSize: 768, intermediate: 3072, layers: 12, heads: 12, vocabularySize: defaults.vocabularySize, maximumContext: defaults.positions },
    });
    fields.accept("position_embedding_type", "gradient_checkpointing");
    const positional = fields.choice("position_embedding_type", ["absolute", "relative_key", "relative_key_query"], "absolute");
    if (positional !== "absolute") fields.refuse("position_embedding_type", "adds parameters that are not counted");
    const mixer = attention({ heads: d.heads, kvHeads: d.kvHeads, headDim: d.headDim, causal: false, rotary: false, qkvBias: true, outputBias: true });
    const kind = layer(mixer, dense(d.intermediate, { gated: false, bias: true }), 2);
    return assemble(fields, context, {
      family, hiddenSize: d.hiddenSize, vocabularySize: d.vocabularySize, maximumContext: d.maximumContext, norm: layerNorm, decoder: false, tiedEmbeddings: true,
      learnedPositions: d.maximumContext ?? defaults.positions, layers: each(d.layers, () => kind),
      otherParameters: fields.count("type_vocab_size", defaults.types) * d.hiddenSize + d.hiddenSize * d.hiddenSize + d.hiddenSize,
    });
  };
}

export const otherReaders: Readonly<Record<string, FamilyReader>> = {
  falcon, RefinedWeb: falcon, RefinedWebModel: falcon,
  mpt, dbrx, deci, "nemotron-nas": deci,
  bert: bert("bert", { vocabularySize: 30522, positions: 512, types: 2 }),
  roberta: bert("roberta", { vocabularySize: 50265, positions: 512, types: 2 }),
  "xlm-roberta": bert("xlm-roberta", { vocabularySize: 30522, positions: 512, types: 2 }),
};
