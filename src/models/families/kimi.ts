import type { Fields } from "../config/fields.ts";
import { dense, layer, moe } from "../layers.ts";
import type { LayerKind } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount } from "./assemble.ts";
import { tied } from "./decoder.ts";
import { readMla } from "./deepseek.ts";
import { readExperts } from "./experts.ts";
import { kimiDelta } from "./recurrent.ts";

/**
 * Kimi Linear (arXiv:2510.26692) and Kimi K3: Kimi delta attention with MLA every few layers, experts that K3 runs in a
 * latent space, and K3's residuals over earlier blocks. No defaults: the config class is not in Transformers.
 */
export const kimiLinear: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("hidden_size");
  const layers = layerCount(fields, "num_hidden_layers");
  const mla = {
    ...readMla(fields, { heads: fields.count("num_attention_heads"), queryLatentDim: null, nopeDim: 128, valueDim: 128 }),
    ...(fields.flag("mla_use_output_gate", false) ? { outputGate: true } : {}),
  };
  fields.accept("mla_use_nope", "num_nextn_predict_layers");
  if (fields.natural("num_nextn_predict_layers", 0) > 0)
    fields.refuse("num_nextn_predict_layers", "is not 0; prediction modules of Kimi Linear are not known");
  const linear = fields.section("linear_attn_config") ?? fields.refuse("linear_attn_config", "is missing");
  const delta = kimiDelta({
    hiddenSize,
    heads: linear.count("num_heads"),
    headDim: linear.count("head_dim"),
    convolutionWidth: linear.count("short_conv_kernel_size", 4),
    fullRankGate: linear.flag("use_full_rank_gate", false),
  });
  const full = fullAttentionLayers(linear, layers);

  const experts = readExperts(
    fields,
    { experts: "num_experts", topK: ["num_experts_per_token", "num_experts_per_tok"], intermediate: "moe_intermediate_size" },
    {},
  );
  const latent = fields.nullable("routed_expert_hidden_size", null);
  const sparse = moe({
    ...experts,
    expertHidden: latent,
    sharedIntermediate: fields.natural("num_shared_experts", 0) * experts.intermediate,
    routerBias: true,
  });
  const plain = dense(fields.count("intermediate_size"));
  const first = fields.natural("first_k_dense_replace", 0);
  const frequency = fields.count("moe_layer_freq", 1);
  const latentNorm = latent !== null && fields.flag("latent_moe_use_norm", false) ? latent : 0;
  // A norm and a scoring vector before the mixer and before the feed-forward network, and once before the head.
  const residuals = fields.nullable("attn_res_block_size", null) === null ? 0 : 2 * hiddenSize;

  const make = (index: number): LayerKind => {
    const hasExperts = index >= first && index % frequency === 0;
    return layer(full.has(index) ? mla : delta, hasExperts ? sparse : plain, 2, 2 * residuals + (hasExperts ? latentNorm : 0));
  };
  return assemble(fields, context, {
    family: "kimi_linear",
    hiddenSize,
    layers: each(layers, make),
    vocabularySize: fields.count("vocab_size"),
    maximumContext: fields.nullable(["max_position_embeddings", "model_max_length"], null),
    tiedEmbeddings: tied(fields, context, false),
    otherParameters: residuals,
  });
};

/** The two lists number layers from 1 and must share them out. */
function fullAttentionLayers(linear: Fields, layers: number): ReadonlySet<number> {
  const read = (name: string): Set<number> => {
    const numbers = linear.list(name) ?? [];
    return new Set(
      numbers.map((entry) => {
        if (typeof entry !== "number" || !Number.isInteger(entry) || entry < 1 || entry > layers)
          linear.refuse(name, `must hold numbers of layers from 1 to ${layers}`);
        return entry - 1;
      }),
    );
  };
  const full = read("full_attn_layers");
  const delta = read("kda_layers");
  for (let index = 0; index < layers; index++) {
    if (full.has(index) === delta.has(index))
      linear.refuse(
        "full_attn_layers",
        `and kda_layers must name each layer once; layer ${index + 1} is in ${full.has(index) ? "both" : "neither"}`,
      );
  }
  return full;
}
