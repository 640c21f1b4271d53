import type { Fields } from "../config/fields.ts";
import { layer } from "../layers.ts";
import type { AttentionMixer } from "../types.ts";
import { type DecoderFamily, type Dimensions, type PlainLayer, flag } from "./decoder.ts";

/** `attention_bias` of Llama and most after it: biases on q, k, v and o. */
export const attentionBias = (fields: Fields, fallback = false): Partial<AttentionMixer> => {
  const bias = fields.flag("attention_bias", fallback);
  return { qkvBias: bias, outputBias: bias };
};

/** Norms over each head of q and of k. */
export const headNorms = ({ headDim }: Dimensions): Partial<AttentionMixer> => ({ qkNormParameters: 2 * headDim });

type LayerType = "full_attention" | "sliding_attention" | "chunked_attention";
const isLayerType = (entry: unknown): entry is LayerType =>
  entry === "full_attention" || entry === "sliding_attention" || entry === "chunked_attention";

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
    defaults: { hiddenSize: 4096, intermediate: 14336, layers: 32, heads: 32, kvHeads: 8, vocabularySize: 32000, maximumContext: 131072 },
    layers: (fields, dimensions, plain) => slidingLayers(fields.nullable("sliding_window", 4096), () => true)(fields, dimensions, plain),
  },
  qwen2: {
    family: "qwen2",
    defaults: { hiddenSize: 4096, intermediate: 22016, layers: 32, heads: 32, kvHeads: 32, vocabularySize: 151936, maximumContext: 32768 },
    attention: () => ({ qkvBias: true }),
    layers: qwenWindows,
  },
  qwen3: {
    family: "qwen3",
    defaults: { hiddenSize: 4096, intermediate: 22016, layers: 32, heads: 32, kvHeads: 32, headDim: 128, vocabularySize: 151936, maximumContext: 32768 },
    attention: (fields, dimensions) => ({ ...attentionBias(fields), ...headNorms(dimensions) }),
    layers: qwenWindows,
  },
  phi3: {
    family: "phi3",
    defaults: { hiddenSize: 3072, intermediate: 8192, layers: 32, heads: 32, vocabularySize: 32064, maximumContext: 4096 },
    attention: (fields) => ({ ...attentionBias(fields), window: fields.nullable("sliding_window", null) }),
  },
  glm: {
    family: "glm",
    defaults: { hiddenSize: 4096, intermediate: 13696, layers: 40, heads: 32, kvHeads: 2, headDim: 128, vocabularySize: 151552, maximumContext: 131072 },
    attention: (fields) => ({ qkvBias: fields.flag("attention_bias", false) }),
  },
  glm4: {
    family: "glm4",
    defaults: { hiddenSize: 4096, intermediate: 13696, layers: 40, heads: 32, kvHeads: 2, headDim: 128, vocabularySize: 151552, maximumContext: 131072 },
    attention: (fields) => ({ qkvBias: fields.flag("attention_bias", false) }),
    norms: 4,
  },
};

/** Qwen's windows: off unless `use_sliding_window`; then the layers from `max_window_layers` on slide. */
export function qwenWindows(fields: Fields, dimensions: Dimensions, plain: PlainLayer): (index: number) => ReturnType<typeof layer> {
  const slides = fields.flag("use_sliding_window", false);
  const window = fields.nullable("sliding_window", 4096);
  const first = fields.natural("max_window_layers", 28);
  return slidingLayers(slides ? window : null, (index) => slides && index >= first)(fields, dimensions, plain);
}
