import type { Fields } from "../config/fields.ts";
import type { Encoder } from "../types.ts";

/** Reads a vision tower with its projector. */
export type VisionReader = (vision: Fields, textHiddenSize: number) => Encoder;

/** A vision transformer of equal layers. */
interface Tower {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly intermediate: number;
  readonly heads: number;
  /** Width of q, k and v where it is not the hidden size. */
  readonly attentionWidth?: number;
  readonly attentionBias: boolean;
  readonly mlpBias: boolean;
  readonly gated?: boolean;
  /** Parameters of all norms in one layer. */
  readonly layerNorms: number;
  /** Everything outside the layers: patches, positions, norms, projector. */
  readonly outside: number;
}

function encoder(tower: Tower): Encoder {
  const { hiddenSize, intermediate, layers, heads } = tower;
  const width = tower.attentionWidth ?? hiddenSize;
  const up = tower.gated === true ? 2 : 1;
  const layer =
    4 * hiddenSize * width + (tower.attentionBias ? 3 * width + hiddenSize : 0) +
    (up + 1) * hiddenSize * intermediate + (tower.mlpBias ? up * intermediate + hiddenSize : 0) + tower.layerNorms;
  return { parameters: layers * layer + tower.outside, layers, hiddenSize, intermediate, heads };
}

const square = (fields: Fields, name: string, fallback: number): number => fields.count(name, fallback) ** 2;

/** Qwen3-VL and Qwen3.5: learned position grid, layer norms, a merger, and one more merger for each deep-stack level. */
export const qwenVision: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 1152);
  const out = vision.count("out_hidden_size", 3584);
  if (out !== textHiddenSize) vision.refuse("out_hidden_size", `is not the hidden size of the language model, ${textHiddenSize}`);
  const merged = hiddenSize * square(vision, "spatial_merge_size", 2);
  const patch = vision.count("in_channels", 3) * vision.count("temporal_patch_size", 2) * square(vision, "patch_size", 16);
  const levels = vision.list("deepstack_visual_indexes")?.length ?? 0;
  // The main merger norms before it joins patches, those of the deep stack after.
  const merger = merged * merged + merged + merged * out + out;
  return encoder({
    layers: vision.count("depth", 27), hiddenSize, intermediate: vision.count("intermediate_size", 4304), heads: vision.count("num_heads", 16),
    attentionBias: true, mlpBias: true, layerNorms: 4 * hiddenSize,
    outside: patch * hiddenSize + hiddenSize + vision.count("num_position_embeddings", 2304) * hiddenSize + merger + 2 * hiddenSize + levels * (merger + 2 * merged),
  });
};

/** Qwen2-VL (layer norms, plain MLP) and Qwen2.5-VL (RMS norms, gated MLP): rotary positions, no position table. */
export const qwen2Vision = (version: 2 | 2.5): VisionReader => (vision, textHiddenSize) => {
  const gated = version === 2.5;
  const hiddenSize = vision.count(gated ? "hidden_size" : "embed_dim", 1280);
  const out = vision.count(gated ? "out_hidden_size" : "hidden_size", textHiddenSize);
  const merged = hiddenSize * square(vision, "spatial_merge_size", 2);
  const patch = vision.count(["in_channels", "in_chans"], 3) * vision.count("temporal_patch_size", 2) * square(vision, "patch_size", 14);
  const norm = gated ? hiddenSize : 2 * hiddenSize;
  const intermediate = gated ? vision.count("intermediate_size", 3420) : Math.round(vision.positive("mlp_ratio", 4) * hiddenSize);
  vision.accept("spatial_patch_size", "tokens_per_second", "window_size", "fullatt_block_indexes");
  return encoder({
    layers: vision.count("depth", 32), hiddenSize, intermediate, heads: vision.count("num_heads", 16), attentionBias: true, mlpBias: true, gated,
    layerNorms: 2 * norm, outside: patch * hiddenSize + norm + merged * merged + merged + merged * out + out,
  });
};

/** MoonViT of Kimi K2.5 (layer norms, biases) and K3 (RMS norms, no biases, wider attention), with its patch merger. */
export const moonVit: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("vt_hidden_size");
  const second = vision.choice("mm_projector_type", ["patchmerger", "patchmergerv2"]) === "patchmergerv2";
  const norm = vision.choice("norm_type", ["layernorm", "rmsnorm"], second ? "rmsnorm" : "layernorm") === "layernorm" ? 2 * hiddenSize : hiddenSize;
  const bias = (name: string): boolean => vision.flag(name, !second);
  const kernel = vision.list("merge_kernel_size") ?? [2, 2];
  if (kernel.length !== 2 || !kernel.every((side) => side === 2)) vision.refuse("merge_kernel_size", "is not [2, 2]");
  vision.choice("merge_type", ["sd2_tpool"], "sd2_tpool");
  vision.choice("pos_emb_type", ["divided_fixed"], "divided_fixed");
  vision.choice("mlp_type", ["mlp2"], "mlp2");
  // The table over time is fixed sines.
  vision.accept("init_pos_emb_height", "init_pos_emb_width", "init_pos_emb_time", "video_attn_type", "pos_emb_interpolation_mode", "activation_func", "projector_hidden_act");
  const merged = 4 * vision.count("mm_hidden_size", hiddenSize);
  const text = vision.count("text_hidden_size", textHiddenSize);
  const patch = 3 * square(vision, "patch_size", 14) * hiddenSize + (bias("patch_embed_proj_bias") ? hiddenSize : 0);
  const positions = vision.count("init_pos_emb_height", 64) * vision.count("init_pos_emb_width", 64) * hiddenSize;
  const projector = merged * merged + merged * text + (second ? text : merged + text + 2 * (merged / 4));
  return encoder({
    layers: vision.count("vt_num_hidden_layers"), hiddenSize, intermediate: vision.count("vt_intermediate_size"), heads: vision.count("vt_num_attention_heads"),
    attentionWidth: vision.count("qkv_hidden_size", hiddenSize), attentionBias: bias("attn_bias"), mlpBias: bias("linear_bias"), layerNorms: 2 * norm,
    outside: patch + positions + norm + projector,
  });
};

/** SigLIP as Gemma 3 uses it: learned positions, a last norm, then a norm and one projection to the language model. */
export const siglipGemma: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 1152);
  const patchSize = vision.count("patch_size", 14);
  const imageSize = vision.count("image_size", 896);
  const side = Math.floor(imageSize / patchSize);
  if (side === 0) vision.refuse("patch_size", `is larger than image_size = ${imageSize}`);
  vision.accept("vision_use_head", "num_image_tokens", "num_positions", "projection_dim", "projector_hidden_act");
  if (vision.flag("vision_use_head", false)) vision.refuse("vision_use_head", "is true; the pooling head is not counted");
  return encoder({
    layers: vision.count("num_hidden_layers", 27), hiddenSize, intermediate: vision.count("intermediate_size", 4304), heads: vision.count("num_attention_heads", 16),
    attentionBias: true, mlpBias: true, layerNorms: 4 * hiddenSize,
    outside: vision.count("num_channels", 3) * patchSize ** 2 * hiddenSize + hiddenSize + side * side * hiddenSize + 2 * hiddenSize + hiddenSize * textHiddenSize + hiddenSize,
  });
};

/** Gemma 4's tower: two position tables, norms over each head and four over the hidden state, gated MLP, one projection. */
export const gemma4Vision: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 768);
  const heads = vision.count("num_attention_heads", 12);
  const headDim = vision.count("head_dim", 64);
  if (vision.count("num_key_value_heads", heads) !== heads) vision.refuse("num_key_value_heads", "is not the number of heads");
  if (vision.flag("use_clipped_linears", false)) vision.refuse("use_clipped_linears", "is true; the bounds of clipped layers are not counted");
  vision.accept("global_head_dim", "pooling_kernel_size", "max_position_embeddings", "default_output_length", "image_seq_length", "video_seq_length");
  return encoder({
    layers: vision.count("num_hidden_layers", 16), hiddenSize, intermediate: vision.count("intermediate_size", 3072), heads, attentionWidth: heads * headDim,
    attentionBias: vision.flag("attention_bias", false), mlpBias: false, gated: true, layerNorms: 4 * hiddenSize + 2 * headDim,
    // Standardisation has a shift and a scale; the projection's norm has no weights.
    outside: 3 * square(vision, "patch_size", 16) * hiddenSize + 2 * vision.count("position_embedding_size", 10240) * hiddenSize +
      (vision.flag("standardize", false) ? 2 * hiddenSize : 0) + hiddenSize * textHiddenSize,
  });
};

/** Llama 4's tower: class token and learned positions, an adapter behind the pixel shuffle, one projection. */
export const llama4Vision: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 768);
  const intermediate = vision.count("intermediate_size", 5632);
  const patchSize = vision.count("patch_size", 14);
  const positions = Math.floor(vision.count("image_size", 448) / patchSize) ** 2 + 1;
  const input = vision.count("projector_input_dim", 4096);
  const output = vision.count("projector_output_dim", 4096);
  vision.accept("pixel_shuffle_ratio", "vision_feature_layer", "vision_feature_select_strategy");
  if (vision.flag("multi_modal_projector_bias", false)) vision.refuse("multi_modal_projector_bias", "is true; Llama 4 has no such bias");
  return encoder({
    layers: vision.count("num_hidden_layers", 34), hiddenSize, intermediate, heads: vision.count("num_attention_heads", 16), attentionBias: true, mlpBias: true,
    layerNorms: 4 * hiddenSize,
    outside: vision.count("num_channels", 3) * patchSize ** 2 * hiddenSize + hiddenSize + positions * hiddenSize + 4 * hiddenSize +
      intermediate * input + input * output + vision.count("vision_output_dim", 7680) * textHiddenSize,
  });
};

/** Pixtral as Mistral Small 3.1 uses it: RMS norms, gated MLP, no biases; a patch merger and two projections. */
export const pixtral: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 1024);
  const heads = vision.count("num_attention_heads", 16);
  const merge = 4;
  vision.accept("image_size", "head_dim");
  return encoder({
    layers: vision.count("num_hidden_layers", 24), hiddenSize, intermediate: vision.count("intermediate_size", 4096), heads, attentionBias: false, mlpBias: false,
    gated: true, layerNorms: 2 * hiddenSize,
    outside: vision.count("num_channels", 3) * square(vision, "patch_size", 14) * hiddenSize + hiddenSize +
      hiddenSize + merge * hiddenSize * hiddenSize + hiddenSize * textHiddenSize + textHiddenSize * textHiddenSize,
  });
};

/** For families whose tower is not known well enough to be counted. */
export const notCounted: VisionReader = (vision) =>
  vision.refuse("model_type", "is a vision tower that is not counted; remove vision_config to read the language model alone");
