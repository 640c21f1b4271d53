import { type VisionReader, encoder, square } from "./tower.ts";

/** MoonViT of Kimi K2.5 (layer norms, biases) and K3 (RMS norms, no biases, wider attention), with its patch merger. */
export const moonVit: VisionReader = (vision, textHiddenSize) => {
  const hiddenSize = vision.count("vt_hidden_size");
  const second = vision.choice("mm_projector_type", ["patchmerger", "patchmergerv2"]) === "patchmergerv2";
  const norm =
    vision.choice("norm_type", ["layernorm", "rmsnorm"], second ? "rmsnorm" : "layernorm") === "layernorm"
      ? 2 * hiddenSize
      : hiddenSize;
  const bias = (name: string): boolean => vision.flag(name, !second);
  const kernel = vision.list("merge_kernel_size") ?? [2, 2];
  if (kernel.length !== 2 || !kernel.every((side) => side === 2)) vision.refuse("merge_kernel_size", "is not [2, 2]");
  vision.choice("merge_type", ["sd2_tpool"], "sd2_tpool");
  vision.choice("pos_emb_type", ["divided_fixed"], "divided_fixed");
  vision.choice("mlp_type", ["mlp2"], "mlp2");
  // The table over time is fixed sines.
  vision.accept(
    "init_pos_emb_height",
    "init_pos_emb_width",
    "init_pos_emb_time",
    "video_attn_type",
    "pos_emb_interpolation_mode",
    "activation_func",
    "projector_hidden_act",
  );
  const merged = 4 * vision.count("mm_hidden_size", hiddenSize);
  const text = vision.count("text_hidden_size", textHiddenSize);
  const patch = 3 * square(vision, "patch_size", 14) * hiddenSize + (bias("patch_embed_proj_bias") ? hiddenSize : 0);
  const positions = vision.count("init_pos_emb_height", 64) * vision.count("init_pos_emb_width", 64) * hiddenSize;
  const projector = merged * merged + merged * text + (second ? text : merged + text + 2 * (merged / 4));
  return encoder({
    layers: vision.count("vt_num_hidden_layers"),
    hiddenSize,
    intermediate: vision.count("vt_intermediate_size"),
    heads: vision.count("vt_num_attention_heads"),
    attentionWidth: vision.count("qkv_hidden_size", hiddenSize),
    attentionBias: bias("attn_bias"),
    mlpBias: bias("linear_bias"),
    layerNorms: 2 * norm,
    outside: patch + positions + norm + projector,
  });
};
