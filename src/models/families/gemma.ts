import { type Fields, oneOf } from "../config/fields.ts";
import { attention, dense, layer, moe } from "../layers.ts";
import type { LayerKind } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount, mustDivide } from "./assemble.ts";
import { type DecoderFamily, tied } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { attentionBias, headNorms, slidingLayers } from "./llama.ts";

/** Gemma 1 to 3. Defaults from Transformers. */
export const gemmaFamilies: Readonly<Record<string, DecoderFamily>> = {
  gemma: {
    family: "gemma",
    defaults: {
      hiddenSize: 3072,
      intermediate: 24576,
      layers: 28,
      heads: 16,
      kvHeads: 16,
      headDim: 256,
      vocabularySize: 256000,
      maximumContext: 8192,
      tied: true,
    },
    attention: (fields) => attentionBias(fields),
  },
  gemma2: {
    family: "gemma2",
    defaults: {
      hiddenSize: 2304,
      intermediate: 9216,
      layers: 26,
      heads: 8,
      kvHeads: 4,
      headDim: 256,
      vocabularySize: 256000,
      maximumContext: 8192,
      tied: true,
    },
    attention: (fields) => attentionBias(fields),
    norms: 4,
    layers: (fields, dimensions, plain) => {
      fields.accept("sliding_window_size", "cache_implementation");
      return slidingLayers(fields.nullable("sliding_window", 4096), (index) => index % 2 === 0)(fields, dimensions, plain);
    },
  },
  gemma3_text: {
    family: "gemma3",
    defaults: {
      hiddenSize: 2304,
      intermediate: 9216,
      layers: 26,
      heads: 8,
      kvHeads: 4,
      headDim: 256,
      vocabularySize: 262208,
      maximumContext: 131072,
      tied: true,
    },
    attention: (fields, dimensions) => ({ ...attentionBias(fields), ...headNorms(dimensions) }),
    norms: 4,
    layers: (fields, dimensions, plain) => {
      const pattern = fields.count(["sliding_window_pattern", "_sliding_window_pattern"], 6);
      if (fields.flag("use_bidirectional_attention", false))
        fields.refuse("use_bidirectional_attention", "is true; only the causal model is counted");
      return slidingLayers(fields.nullable("sliding_window", 4096), (index) => (index + 1) % pattern !== 0)(
        fields,
        dimensions,
        plain,
      );
    },
  },
};

const isGemma4Type = oneOf("sliding_attention", "full_attention");

/**
 * Gemma 4's language model: full-attention layers have a head width and KV heads of their own and may take the key as the
 * value; the last layers may share the cache of earlier ones; experts, where there are any, stand beside the dense network,
 * which is then an always active expert; small models add per-layer embeddings.
 */
export const gemma4Text: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("hidden_size", 2304);
  const layers = layerCount(fields, "num_hidden_layers", 30);
  const heads = fields.count("num_attention_heads", 8);
  const kvHeads = fields.count("num_key_value_heads", 4);
  const headDim = fields.count("head_dim", 256);
  const globalHeadDim = fields.count("global_head_dim", 512);
  const keyIsValue = fields.flag("attention_k_eq_v", false);
  const globalKvHeads = keyIsValue ? fields.count("num_global_key_value_heads", kvHeads) : kvHeads;
  mustDivide(fields, ["num_key_value_heads", kvHeads], ["num_attention_heads", heads]);
  mustDivide(fields, ["num_global_key_value_heads", globalKvHeads], ["num_attention_heads", heads]);
  fields.accept("num_global_key_value_heads");
  const bidirectional = fields.text("use_bidirectional_attention");
  if (bidirectional === "all") fields.refuse("use_bidirectional_attention", "makes an encoder; only the causal model is counted");
  const window = fields.nullable("sliding_window", 512);
  const bias = attentionBias(fields);
  const perLayerDim = fields.natural("hidden_size_per_layer_input", 256);
  const perLayerVocabulary = fields.count("vocab_size_per_layer_input", 262144);
  const firstShared = layers - fields.natural("num_kv_shared_layers", 0);
  const doubleWide = fields.flag("use_double_wide_mlp", false);
  const intermediate = fields.count("intermediate_size", 9216);
  const experts = readGemma4Experts(fields, intermediate);
  const types = fields.perLayer("layer_types", layers, isGemma4Type);
  // Gate, projection and norm of the per-layer embedding, and one learned scale of the layer.
  const perLayer = (perLayerDim === 0 ? 0 : 2 * hiddenSize * perLayerDim + hiddenSize) + 1;

  const makeLayer = (index: number): LayerKind => {
    const slides = types === null ? (index + 1) % 6 !== 0 : types[index] === "sliding_attention";
    const sharesKv = index >= firstShared;
    const width = slides ? headDim : globalHeadDim;
    const mixer = attention({
      heads,
      kvHeads: slides ? kvHeads : globalKvHeads,
      headDim: width,
      valueHeadDim: width,
      window: slides ? window : null,
      ...bias,
      qkNormParameters: sharesKv ? width : 2 * width,
      sharesKv,
      keyIsValue: keyIsValue && !slides,
    });
    // The router has a scale for each channel, and the experts' branch three norms more.
    return experts === null
      ? layer(mixer, dense(doubleWide && sharesKv ? 2 * intermediate : intermediate), 4, perLayer)
      : layer(mixer, experts, 7, perLayer + hiddenSize);
  };
  return assemble(fields, context, {
    family: "gemma4",
    hiddenSize,
    layers: each(layers, makeLayer),
    vocabularySize: fields.count("vocab_size", 262144),
    maximumContext: fields.nullable("max_position_embeddings", 131072),
    tiedEmbeddings: tied(fields, context, true),
    // Per-layer embedding table, its projection from the hidden state, and the norm.
    otherParameters: perLayerDim === 0 ? 0 : (perLayerVocabulary + hiddenSize) * layers * perLayerDim + perLayerDim,
  });
};

function readGemma4Experts(fields: Fields, intermediate: number): ReturnType<typeof moe> | null {
  if (!fields.flag("enable_moe_block", false)) {
    fields.accept("num_experts", "top_k_experts", "moe_intermediate_size", "expert_intermediate_size");
    return null;
  }
  const experts = readExperts(
    fields,
    { experts: "num_experts", topK: "top_k_experts", intermediate: ["moe_intermediate_size", "expert_intermediate_size"] },
    {},
  );
  // `routerBias` stands for the learned scale of each expert.
  return moe({ ...experts, sharedIntermediate: intermediate, routerBias: true });
}
