import type { Fields } from "../config/fields.ts";
import { attention, dense, layer, moe } from "../layers.ts";
import type { AttentionMixer, FeedForward, LayerKind } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount, mustDivide } from "./assemble.ts";

/** Defaults of a model type in Transformers. */
interface T5Defaults {
  readonly vocabularySize: number;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly intermediate: number;
  readonly gated: boolean;
  readonly tied: boolean;
}

const t5Defaults: T5Defaults = { vocabularySize: 32128, hiddenSize: 512, layers: 6, heads: 8, intermediate: 2048, gated: false, tied: true };
const mt5Defaults: T5Defaults = { ...t5Defaults, vocabularySize: 250112, layers: 8, heads: 6, intermediate: 1024, gated: true, tied: false };

/** Feed-forward networks of one stack of a T5-like model, layer by layer. */
type FeedForwards = (stack: "encoder" | "decoder", layers: number, plain: FeedForward) => (index: number) => FeedForward;

/**
 * T5 and its kin (arXiv:1910.10683): an encoder and a decoder of pre-norm layers, norms without bias, no biases in products, positions
 * as a bias of attention scores that the first layer of each stack learns for all (each layer its own where `biasInEachLayer`).
 */
function t5(family: string, defaults: T5Defaults, feedForwards: (fields: Fields) => FeedForwards, biasInEachLayer = false): FamilyReader {
  return (fields, context) => {
    const hiddenSize = fields.count("d_model", defaults.hiddenSize);
    const heads = fields.count("num_heads", defaults.heads);
    const encoders = layerCount(fields, "num_layers", defaults.layers);
    const decoders = layerCount(fields, "num_decoder_layers", encoders);
    fields.accept("n_positions", "relative_attention_max_distance", "dense_act_fn");
    if (!fields.flag("is_encoder_decoder", true)) fields.refuse("is_encoder_decoder", "means an encoder alone, which is not counted");
    const headDim = fields.count("d_kv", 64);
    const mixer: AttentionMixer = attention({ heads, kvHeads: heads, headDim, rotary: false });
    const unmasked: AttentionMixer = { ...mixer, causal: false };
    const plain = dense(fields.count("d_ff", defaults.intermediate), { gated: gatedOf(fields, defaults.gated) });
    const bias = fields.count("relative_attention_num_buckets", 32) * heads;
    const own = biasInEachLayer ? bias : 0;
    const of = feedForwards(fields);
    const encoderOf = of("encoder", encoders, plain);
    const decoderOf = of("decoder", decoders, plain);
    return assemble(fields, context, {
      family,
      hiddenSize,
      vocabularySize: fields.count("vocab_size", defaults.vocabularySize),
      tiedEmbeddings: fields.flag("tie_word_embeddings", defaults.tied),
      layers: [
        ...each(encoders, (index): LayerKind => ({ ...layer(unmasked, encoderOf(index), 2, own), encodes: true })),
        ...each(decoders, (index): LayerKind => ({ ...layer(mixer, decoderOf(index), 3, own), cross: unmasked })),
      ],
      // The encoder's final norm, and the bias tables where they are of a stack.
      otherParameters: hiddenSize + (biasInEachLayer ? 0 : 2 * bias),
    });
  };
}

/** `feed_forward_proj` is an activation, with `gated-` before it where the network is gated; `is_gated_act` says the same. */
function gatedOf(fields: Fields, fallback: boolean): boolean {
  const projection = fields.text("feed_forward_proj");
  const gated = projection === null ? fallback : projection.startsWith("gated-");
  if (fields.flag("is_gated_act", gated) !== gated) fields.refuse("is_gated_act", "contradicts feed_forward_proj; keep one of them");
  return gated;
}

const alike = (): FeedForwards => (_stack, _layers, plain) => () => plain;

/**
 * Switch Transformers (arXiv:2101.03961): in every `sparse_step`-th layer of a stack, from the second on, experts of which a token
 * visits one. Tokens beyond an expert's capacity are dropped there; all are counted here.
 */
function switching(fields: Fields): FeedForwards {
  const experts = fields.count("num_experts", 8);
  if (fields.count("num_selected_experts", 1) !== 1) fields.refuse("num_selected_experts", "is not the one expert that this model type routes a token to");
  fields.accept("expert_capacity", "add_router_probs");
  const routerBias = fields.flag("router_bias", false);
  return (stack, layers, plain) => {
    const sparse = fields.natural(`num_sparse_${stack}_layers`, 3);
    const step = fields.natural(`${stack}_sparse_step`, sparse > 0 ? Math.floor(layers / sparse) : 0);
    if (plain.kind !== "dense") return () => plain;
    const routed = moe({ experts, topK: 1, intermediate: plain.intermediate, gated: plain.gated, routerBias });
    return (index) => (step === 1 || (step > 1 && index % step === 1) ? routed : plain);
  };
}

/** BART, mBART, M2M-100 (NLLB): layer norms and products with biases. `learned`: rows of both position tables; otherwise they are sines. */
function bart(family: string, traits: { readonly learned: boolean; readonly finalNorms: boolean; readonly embeddingNorms: boolean; readonly vocabularySize: number; readonly positions: number }): FamilyReader {
  return (fields, context) => {
    const hiddenSize = fields.count("d_model", 1024);
    const positions = fields.count("max_position_embeddings", traits.positions);
    if (!fields.flag("is_encoder_decoder", true)) fields.refuse("is_encoder_decoder", "means a decoder alone, which is not counted");
    fields.accept("num_hidden_layers", "scale_embedding", "extra_pos_embeddings", "encoder_layerdrop", "decoder_layerdrop");
    const fixed = { normalize_embedding: traits.embeddingNorms, normalize_before: traits.finalNorms, add_final_layer_norm: traits.finalNorms };
    for (const [name, value] of Object.entries(fixed)) {
      if (fields.flag(name, value) !== value) fields.refuse(name, `is not what this model type does, ${value}`);
    }
    const norm = 2 * hiddenSize;
    const stack = (name: "encoder" | "decoder"): { readonly mixer: AttentionMixer; readonly feedForward: FeedForward; readonly layers: number } => {
      const heads = fields.count(`${name}_attention_heads`, 16);
      mustDivide(fields, [`${name}_attention_heads`, heads], ["d_model", hiddenSize]);
      return {
        mixer: attention({ heads, kvHeads: heads, headDim: hiddenSize / heads, rotary: false, qkvBias: true, outputBias: true }),
        feedForward: dense(fields.count(`${name}_ffn_dim`, 4096), { gated: false, bias: true }),
        layers: layerCount(fields, `${name}_layers`, 12),
      };
    };
    const encoder = stack("encoder");
    const decoder = stack("decoder");
    return assemble(fields, context, {
      family,
      hiddenSize,
      vocabularySize: fields.count("vocab_size", traits.vocabularySize),
      maximumContext: positions,
      norm: { kind: "layernorm", bias: true },
      tiedEmbeddings: fields.flag("tie_word_embeddings", true),
      // Two unused rows before the first position of each table.
      learnedPositions: traits.learned ? 2 * (positions + 2) : 0,
      layers: [
        ...each(encoder.layers, (): LayerKind => ({ ...layer({ ...encoder.mixer, causal: false }, encoder.feedForward), encodes: true })),
        ...each(decoder.layers, (): LayerKind => ({ ...layer(decoder.mixer, decoder.feedForward, 3), cross: { ...decoder.mixer, causal: false } })),
      ],
      // Norms of both stacks over the embeddings and at the end; the decoder's last one, or the one that stands for it, is counted anyway.
      otherParameters: norm * ((traits.embeddingNorms ? 2 : 0) + (traits.finalNorms ? 2 : 0) - 1),
    });
  };
}

/** Encoder–decoders. */
export const encoderDecoderReaders: Readonly<Record<string, FamilyReader>> = {
  t5: t5("t5", t5Defaults, alike),
  mt5: t5("mt5", mt5Defaults, alike),
  umt5: t5("umt5", { ...mt5Defaults, vocabularySize: 250112 }, alike, true),
  switch_transformers: t5("switch_transformers", { ...t5Defaults, hiddenSize: 768, layers: 12, heads: 12 }, switching),
  bart: bart("bart", { learned: true, finalNorms: false, embeddingNorms: true, vocabularySize: 50265, positions: 1024 }),
  mbart: bart("mbart", { learned: true, finalNorms: true, embeddingNorms: true, vocabularySize: 50265, positions: 1024 }),
  m2m_100: bart("m2m_100", { learned: false, finalNorms: true, embeddingNorms: false, vocabularySize: 128112, positions: 1024 }),
};
