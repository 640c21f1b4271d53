import type { FamilyReader } from "./assemble.ts";
import { gemma4Vision, siglipGemma } from "./vision/gemma.ts";
import { moonVit } from "./vision/moonvit.ts";
import { llama4Vision, notCounted, pixtral } from "./vision/others.ts";
import { qwen2Vision, qwenVision } from "./vision/qwen.ts";
import type { VisionReader } from "./vision/tower.ts";

/** A vision-language config: which reader its language model takes, and what its tower is. */
interface Multimodal {
  /** Model type of the language model where `text_config` does not say it, or says one that stands for it. */
  readonly text: string;
  readonly textTypes?: Readonly<Record<string, string>>;
  readonly vision: VisionReader;
}

const multimodal: Readonly<Record<string, Multimodal>> = {
  qwen2_vl: { text: "qwen2", textTypes: { qwen2_vl_text: "qwen2", qwen2_vl: "qwen2" }, vision: qwen2Vision(2) },
  qwen2_5_vl: { text: "qwen2", textTypes: { qwen2_5_vl_text: "qwen2", qwen2_5_vl: "qwen2" }, vision: qwen2Vision(2.5) },
  qwen3_vl: { text: "qwen3", textTypes: { qwen3_vl_text: "qwen3" }, vision: qwenVision },
  qwen3_vl_moe: { text: "qwen3_moe", textTypes: { qwen3_vl_moe_text: "qwen3_moe" }, vision: qwenVision },
  qwen3_5: { text: "qwen3_5_text", vision: qwenVision },
  qwen3_5_moe: { text: "qwen3_5_moe_text", vision: qwenVision },
  kimi_k25: { text: "kimi_k2", vision: moonVit },
  kimi_k3: { text: "kimi_linear", vision: moonVit },
  gemma3: { text: "gemma3_text", vision: siglipGemma },
  gemma4: { text: "gemma4_text", vision: gemma4Vision },
  llama4: { text: "llama4_text", vision: llama4Vision },
  step3p7: { text: "step3p5", vision: notCounted },
  mistral3: { text: "mistral", vision: pixtral },
};

/**
 * Reads a config that holds a language model (in `text_config`, or beside it) and a vision tower. Without `vision_config`
 * the result has no tower. Audio towers are passed over: they belong to neither count.
 */
function multimodalReader(row: Multimodal, readerOf: (modelType: string) => FamilyReader | null): FamilyReader {
  return (root, context) => {
    const text = root.section("text_config") ?? root;
    const own = text === root ? null : text.text("model_type");
    const modelType = own === null ? row.text : (row.textTypes?.[own] ?? own);
    const reader = readerOf(modelType) ?? text.refuse("model_type", "is not a language model that can be read");
    root.accept(
      "audio_config",
      "vision_feature_layer",
      "vision_feature_select_strategy",
      "multimodal_projector_bias",
      "spatial_merge_size",
      "projector_hidden_act",
    );
    const language = reader(text, context);
    const vision = root.section("vision_config");
    return vision === null ? language : { ...language, vision: row.vision(vision, language.hiddenSize) };
  };
}

/** Readers of vision-language configs over the given readers of language models. */
export function multimodalReaders(readerOf: (modelType: string) => FamilyReader | null): Readonly<Record<string, FamilyReader>> {
  return Object.fromEntries(Object.entries(multimodal).map(([modelType, row]) => [modelType, multimodalReader(row, readerOf)]));
}
