import { type VisionReader, encoder, square } from "./tower.ts";

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
    layers: vision.count("depth", 27),
    hiddenSize,
    intermediate: vision.count("intermediate_size", 4304),
    heads: vision.count("num_heads", 16),
    attentionBias: true,
    mlpBias: true,
    layerNorms: 4 * hiddenSize,
    outside:
      patch * hiddenSize +
      hiddenSize +
      vision.count("num_position_embeddings", 2304) * hiddenSize +
      merger +
      2 * hiddenSize +
      levels * (merger + 2 * merged),
  });
};

/** Qwen2-VL (layer norms, plain MLP) and Qwen2.5-VL (RMS norms, gated MLP): rotary positions, no position table. */
export const qwen2Vision =
  (version: 2 | 2.5): VisionReader =>
  (vision, textHiddenSize) => {
    const gated = version === 2.5;
    const hiddenSize = vision.count(gated ? "hidden_size" : "embed_dim", 1280);
    const out = vision.count(gated ? "out_hidden_size" : "hidden_size", textHiddenSize);
    const merged = hiddenSize * square(vision, "spatial_merge_size", 2);
    const patch =
      vision.count(["in_channels", "in_chans"], 3) * vision.count("temporal_patch_size", 2) * square(vision, "patch_size", 14);
    const norm = gated ? hiddenSize : 2 * hiddenSize;
    const intermediate = gated
      ? vision.count("intermediate_size", 3420)
      : Math.round(vision.positive("mlp_ratio", 4) * hiddenSize);
    vision.accept("spatial_patch_size", "tokens_per_second", "window_size", "fullatt_block_indexes");
    return encoder({
      layers: vision.count("depth", 32),
      hiddenSize,
      intermediate,
      heads: vision.count("num_heads", 16),
      attentionBias: true,
      mlpBias: true,
      gated,
      layerNorms: 2 * norm,
      outside: patch * hiddenSize + norm + merged * merged + merged + merged * out + out,
    });
  };
