import { type Fields, oneOf } from "../config/fields.ts";
import { dense, layer } from "../layers.ts";
import type { AttentionMixer } from "../types.ts";
import { type DecoderFamily, type Dimensions, type PlainLayer, flag } from "./decoder.ts";
import { mtpParameters } from "./mtp.ts";

/** `attention_bias` of Llama and most after it: biases on q, k, v and o. */
export const attentionBias = (fields: Fields, fallback = false): Partial<AttentionMixer> => {
  const bias = fields.flag("attention_bias", fallback);
  return { qkvBias: bias, outputBias: bias };
};

/** Norms over each head of q and of k. */
export const headNorms = ({ headDim }: Dimensions): Partial<AttentionMixer> => ({ qkNormParameters: 2 * headDim });

const isLayerType = oneOf("full_attention", "sliding_attention", "chunked_attention");

/**
 * Layers that differ only in how far they see: by `layer_types`, or by a rule where that is absent.
 * @param window tokens of a sliding layer
 * @param slides whether a layer slides, where the config has no `layer_types`
 */
export function slidingLayers(window: number | null, slides: (index: number) => boolean) {
  return (fields: Fields, { layers }: Dimensions, plain: PlainLayer): ((index: number) => ReturnType<typeof layer>) => {
    const types = fields.perLayer("layer_types", layers, isLayerType);
    const wide = layer(plain.mixer, plain.feedForward, plain.norms);
    const narrow = layer({ ...plain.mixer, window }, plain.feedForward, plain.norms);
    return (index) => ((types === null ? slides(index) : types[index] === "sliding_attention") ? narrow : wide);
  };
}

/** Llama's scheme: pre-norm, rotary, gated, no bias. Names and defaults from Transformers' configuration classes. */
export const llamaFamilies: Readonly<Record<string, DecoderFamily>> = {
  llama: {
    family: "llama",
    defaults: { hiddenSize: 4096, intermediate: 11008, layers: 32, heads: 32, vocabularySize: 32000, maximumContext: 2048 },
    attention: (fields) => attentionBias(fields),
    mlpBias: flag("mlp_bias", false),
  },
  mistral: {
    family: "mistral",
    defaults: {
      hiddenSize: 4096,
      intermediate: 14336,
      layers: 32,
      heads: 32,
      kvHeads: 8,
      vocabularySize: 32000,
      maximumContext: 131072,
    },
    layers: (fields, dimensions, plain) =>
      slidingLayers(fields.nullable("sliding_window", 4096), () => true)(fields, dimensions, plain),
  },
  qwen2: {
    family: "qwen2",
    defaults: {
      hiddenSize: 4096,
      intermediate: 22016,
      layers: 32,
      heads: 32,
      kvHeads: 32,
      vocabularySize: 151936,
      maximumContext: 32768,
    },
    attention: () => ({ qkvBias: true }),
    layers: qwenWindows,
  },
  qwen3: {
    family: "qwen3",
    defaults: {
      hiddenSize: 4096,
      intermediate: 22016,
      layers: 32,
      heads: 32,
      kvHeads: 32,
      headDim: 128,
      vocabularySize: 151936,
      maximumContext: 32768,
    },
    attention: (fields, dimensions) => ({ ...attentionBias(fields), ...headNorms(dimensions) }),
    layers: qwenWindows,
  },
  mimo: {
    family: "mimo",
    // Qwen2's scheme (MiMo's config class derives from it) with prediction modules.
    defaults: {
      hiddenSize: 4096,
      intermediate: 22016,
      layers: 32,
      heads: 32,
      kvHeads: 32,
      vocabularySize: 151936,
      maximumContext: 32768,
    },
    attention: (fields) => ({ qkvBias: fields.flag("attention_bias", true) }),
    layers: qwenWindows,
    rest: (fields, { hiddenSize }, layers) => ({
      mtpParameters: mtpParameters(fields.natural("num_nextn_predict_layers", 0), layers.slice(-1), {
        hiddenSize,
        norm: { kind: "rmsnorm", bias: false },
      }),
    }),
  },
  qwen: {
    family: "qwen",
    // The first Qwen: `intermediate_size` counts gate and up together; q, k and v always have biases.
    names: { maximumContext: ["seq_length", "max_position_embeddings"], headDim: "kv_channels" },
    defaults: { hiddenSize: 4096, intermediate: 22016, layers: 32, heads: 32, vocabularySize: 151936, maximumContext: 8192 },
    attention: (fields) => ({ qkvBias: true, outputBias: !fields.flag("no_bias", true) }),
    layers: (fields, { intermediate }, plain) => {
      fields.accept(
        "use_dynamic_ntk",
        "use_logn_attn",
        "use_flash_attn",
        "use_cache_kernel",
        "use_cache_quantization",
        "fp16",
        "bf16",
        "fp32",
        "onnx_safe",
      );
      if (intermediate % 2 !== 0) fields.refuse("intermediate_size", "is odd, but the first Qwen counts gate and up together");
      const kind = layer(plain.mixer, dense(intermediate / 2, { bias: !fields.flag("no_bias", true) }), plain.norms);
      return () => kind;
    },
  },
  olmo2: {
    family: "olmo2",
    defaults: { hiddenSize: 4096, intermediate: 11008, layers: 32, heads: 32, vocabularySize: 50304, maximumContext: 2048 },
    // One norm over all heads together.
    attention: (fields, { heads, kvHeads, headDim }) => ({
      ...attentionBias(fields),
      qkNormParameters: (heads + kvHeads) * headDim,
    }),
  },
  granite: {
    family: "granite",
    defaults: { hiddenSize: 4096, intermediate: 11008, layers: 32, heads: 32, vocabularySize: 32000, maximumContext: 2048 },
    attention: (fields) => attentionBias(fields),
    mlpBias: flag("mlp_bias", false),
  },
  cohere: {
    family: "cohere",
    defaults: {
      hiddenSize: 8192,
      intermediate: 22528,
      layers: 40,
      heads: 64,
      vocabularySize: 256000,
      maximumContext: 8192,
      tied: true,
    },
    norm: { kind: "layernorm", bias: false },
    norms: 1,
    parallelBlock: true,
    // The norms over heads have a weight for each channel of each head.
    attention: (fields, { heads, kvHeads, headDim }) => ({
      ...attentionBias(fields),
      qkNormParameters: fields.flag("use_qk_norm", false) ? (heads + kvHeads) * headDim : 0,
    }),
  },
  phi3: {
    family: "phi3",
    defaults: { hiddenSize: 3072, intermediate: 8192, layers: 32, heads: 32, vocabularySize: 32064, maximumContext: 4096 },
    attention: (fields) => ({ ...attentionBias(fields), window: fields.nullable("sliding_window", null) }),
  },
  glm: {
    family: "glm",
    defaults: {
      hiddenSize: 4096,
      intermediate: 13696,
      layers: 40,
      heads: 32,
      kvHeads: 2,
      headDim: 128,
      vocabularySize: 151552,
      maximumContext: 131072,
    },
    attention: (fields) => ({ qkvBias: fields.flag("attention_bias", false) }),
  },
  glm4: {
    family: "glm4",
    defaults: {
      hiddenSize: 4096,
      intermediate: 13696,
      layers: 40,
      heads: 32,
      kvHeads: 2,
      headDim: 128,
      vocabularySize: 151552,
      maximumContext: 131072,
    },
    attention: (fields) => ({ qkvBias: fields.flag("attention_bias", false) }),
    norms: 4,
  },
};

/** Qwen's windows: off unless `use_sliding_window`; then the layers from `max_window_layers` on slide. */
export function qwenWindows(
  fields: Fields,
  dimensions: Dimensions,
  plain: PlainLayer,
): (index: number) => ReturnType<typeof layer> {
  const slides = fields.flag("use_sliding_window", false);
  const window = fields.nullable("sliding_window", 4096);
  const first = fields.natural("max_window_layers", 28);
  return slidingLayers(slides ? window : null, (index) => slides && index >= first)(fields, dimensions, plain);
}
