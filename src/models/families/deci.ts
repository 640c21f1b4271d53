import type { Fields } from "../config/fields.ts";
import { attention, dense, layer, noFeedForward, noMixer } from "../layers.ts";
import type { FeedForward, LayerKind, Mixer } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount, mustDivide } from "./assemble.ts";
import { readDimensions, tied } from "./decoder.ts";
import { attentionBias } from "./llama.ts";

const isCount = (entry: unknown): entry is number =>
  typeof entry === "number" && Number.isInteger(entry) && entry >= 1 && entry < 2 ** 20;

/** DeciLM-7B: Llama with a number of KV heads of its own in each layer. Nemotron-NAS: a block config for each layer. */
const deci: FamilyReader = (fields, context) => {
  if (fields.has("block_configs")) return nemotronNas(fields, context);
  const d = readDimensions(fields, {
    defaults: { hiddenSize: 4096, intermediate: 14336, layers: 32, heads: 32, vocabularySize: 32000, maximumContext: 8192 },
  });
  const perLayer = fields.perLayer("num_key_value_heads_per_layer", d.layers, isCount) ?? each(d.layers, () => d.kvHeads);
  const bias = { ...attentionBias(fields), window: fields.nullable("sliding_window", null) };
  fields.accept(
    "num_kv_heads_per_layer",
    "naive_attention_prefill",
    "naive_attention_decode_batched",
    "naive_attention_decode_single",
    "use_flash_attn",
    "mlp_bias",
  );
  return assemble(fields, context, {
    family: "deci",
    hiddenSize: d.hiddenSize,
    vocabularySize: d.vocabularySize,
    maximumContext: d.maximumContext,
    tiedEmbeddings: tied(fields, context, false),
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
    family: "nemotron-nas",
    hiddenSize,
    layers: kinds,
    vocabularySize: fields.count("vocab_size"),
    maximumContext: fields.nullable("max_position_embeddings", null),
    tiedEmbeddings: tied(fields, context, false),
  });
};

/** Options of the search space that published blocks leave unset; a set one is refused. */
function acceptNasFields(attentionBlock: Fields, networkBlock: Fields, block: Fields): void {
  for (const section of [attentionBlock, networkBlock]) section.accept("sparsify");
  for (const name of ["num_sink_tokens", "window_length", "unshifted_sink", "use_prefill_window_in_sink_attention"]) {
    if (attentionBlock.raw(name) !== undefined && attentionBlock.raw(name) !== false)
      attentionBlock.refuse(name, "is set; windows in Nemotron-NAS are not counted");
  }
  if (block.has("parallel_blocks")) block.refuse("parallel_blocks", "is set; parallel blocks are not counted");
}

/** Families found by architecture search: every layer may differ. */
export const searchedReaders: Readonly<Record<string, FamilyReader>> = { deci, "nemotron-nas": deci };
