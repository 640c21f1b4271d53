import { type VisionReader, encoder, square } from "./tower.ts";

/** Llama 4's tower: class token and learned positions, an adapter behind the pixel shuffle, one projection. */
export const llama4Vision: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 768);
  const intermediate = vision.count("intermediate_size", 5632);
  const patchSize = vision.count("patch_size", 14);
  const positions = Math.floor(vision.count("image_size", 448) / patchSize) ** 2 + 1;
  const input = vision.count("projector_input_dim", 4096);
  const output = vision.count("projector_output_dim", 4096);
  vision.accept("pixel_shuffle_ratio", "vision_feature_layer", "vision_feature_select_strategy");
  if (vision.flag("multi_modal_projector_bias", false))
    vision.refuse("multi_modal_projector_bias", "is true; Llama 4 has no such bias");
  return encoder({
    layers: vision.count("num_hidden_layers", 34),
    hiddenSize,
    intermediate,
    heads: vision.count("num_attention_heads", 16),
    attentionBias: true,
    mlpBias: true,
    layerNorms: 4 * hiddenSize,
    outside:
      vision.count("num_channels", 3) * patchSize ** 2 * hiddenSize +
      hiddenSize +
      positions * hiddenSize +
      4 * hiddenSize +
      intermediate * input +
      input * output +
      vision.count("vision_output_dim", 7680) * textHiddenSize,
  });
};

/** Pixtral as Mistral Small 3.1 uses it: RMS norms, gated MLP, no biases; a patch merger and two projections. */
export const pixtral: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("hidden_size", 1024);
  const heads = vision.count("num_attention_heads", 16);
  const merge = 4;
  vision.accept("image_size", "head_dim");
  return encoder({
    layers: vision.count("num_hidden_layers", 24),
    hiddenSize,
    intermediate: vision.count("intermediate_size", 4096),
    heads,
    attentionBias: false,
    mlpBias: false,
    gated: true,
    layerNorms: 2 * hiddenSize,
    outside:
      vision.count("num_channels", 3) * square(vision, "patch_size", 14) * hiddenSize +
      hiddenSize +
      hiddenSize +
      merge * hiddenSize * hiddenSize +
      hiddenSize * textHiddenSize +
      textHiddenSize * textHiddenSize,
  });
};

/** For families whose tower is not known well enough to be counted. */
export const notCounted: VisionReader = (vision) =>
  vision.refuse("model_type", "is a vision tower that is not counted; remove vision_config to read the language model alone");
