import { type VisionReader, encoder, square } from "./tower.ts";

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
    layers: vision.count("num_hidden_layers", 27),
    hiddenSize,
    intermediate: vision.count("intermediate_size", 4304),
    heads: vision.count("num_attention_heads", 16),
    attentionBias: true,
    mlpBias: true,
    layerNorms: 4 * hiddenSize,
    outside:
      vision.count("num_channels", 3) * patchSize ** 2 * hiddenSize +
      hiddenSize +
      side * side * hiddenSize +
      2 * hiddenSize +
      hiddenSize * textHiddenSize +
      hiddenSize,
  });
};

/** Gemma 4's tower: two position tables, norms over each head and four over the hidden state, gated MLP, one projection. */
export const gemma4Vision: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 768);
  const heads = vision.count("num_attention_heads", 12);
  const headDim = vision.count("head_dim", 64);
  if (vision.count("num_key_value_heads", heads) !== heads) vision.refuse("num_key_value_heads", "is not the number of heads");
  if (vision.flag("use_clipped_linears", false))
    vision.refuse("use_clipped_linears", "is true; the bounds of clipped layers are not counted");
  vision.accept(
    "global_head_dim",
    "pooling_kernel_size",
    "max_position_embeddings",
    "default_output_length",
    "image_seq_length",
    "video_seq_length",
  );
  return encoder({
    layers: vision.count("num_hidden_layers", 16),
    hiddenSize,
    intermediate: vision.count("intermediate_size", 3072),
    heads,
    attentionWidth: heads * headDim,
    attentionBias: vision.flag("attention_bias", false),
    mlpBias: false,
    gated: true,
    layerNorms: 4 * hiddenSize + 2 * headDim,
    // Standardisation has a shift and a scale; the projection's norm has no weights.
    outside:
      3 * square(vision, "patch_size", 16) * hiddenSize +
      2 * vision.count("position_embedding_size", 10240) * hiddenSize +
      (vision.flag("standardize", false) ? 2 * hiddenSize : 0) +
      hiddenSize * textHiddenSize,
  });
};
