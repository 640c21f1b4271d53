import { RidgepointError } from "../../quantities/errors.ts";
import { type Fields, oneOf } from "../config/fields.ts";
import { attention, dense, layer, moe } from "../layers.ts";
import type { LayerKind } from "../types.ts";
import type { DecoderFamily } from "./decoder.ts";
import { mustDivide } from "./assemble.ts";
import { readExperts } from "./experts.ts";
import { mtpParameters } from "./mtp.ts";

const isStepType = oneOf("full_attention", "sliding_attention");
const isMlpType = oneOf("dense", "sparse");

/**
 * StepFun's Step 3.5 and 3.7: full and sliding layers with head counts of their own, a gate per head, norms over each head,
 * experts beside one shared expert after the first layers. Names and defaults from Transformers' `step3p7`.
 */
const step: DecoderFamily = {
  family: "step3p5",
  names: { kvHeads: ["num_attention_groups", "num_key_value_heads"] },
  defaults: {
    hiddenSize: 4096,
    intermediate: 11264,
    layers: 45,
    heads: 64,
    kvHeads: 8,
    headDim: 128,
    vocabularySize: 128815,
    maximumContext: 128000,
  },
  attention: (fields, { headDim }) => {
    if (!fields.flag("use_head_wise_attn_gate", true))
      fields.refuse("use_head_wise_attn_gate", "is false; Step is known with a gate per head");
    return { qkNormParameters: 2 * headDim, headGate: true };
  },
  layers: (fields, { layers, heads, kvHeads, headDim }, plain) => {
    const modules = fields.natural(["num_nextn_predict_layers", "num_mtp_layers"], 0);
    const types = perLayerWithModules(fields, "layer_types", layers, modules, isStepType);
    const window = fields.nullable("sliding_window", null);
    const sliding = types?.includes("sliding_attention") === true ? readSlidingHeads(fields, heads, kvHeads, headDim) : null;
    const narrowMixer = sliding === null ? plain.mixer : attention({ ...plain.mixer, ...sliding, window });
    const experts = readExperts(
      fields,
      {
        experts: ["moe_num_experts", "n_routed_experts", "num_experts", "num_local_experts"],
        topK: ["moe_top_k", "num_experts_per_tok"],
        intermediate: "moe_intermediate_size",
      },
      { experts: 288, topK: 8, intermediate: 1280 },
    );
    fields.accept(
      "n_shared_experts",
      "moe_layer_offset",
      "moe_every_n_layer",
      "use_moe",
      "need_fp32_gate",
      "norm_expert_weight",
      "sink",
      "use_rope_layers",
      "yarn_only_types",
      "att_impl_type",
      "use_qk_norm",
      "use_head_wise_attn_gate",
    );
    if (fields.natural("n_shared_experts", 1) !== 1) fields.refuse("n_shared_experts", "is not 1; Step has one shared expert");
    const wide = moe({
      ...experts,
      sharedIntermediate: fields.count(["share_expert_dim", "share_expert_dims"], 1280),
      routerBias: fields.flag("use_moe_router_bias", true),
    });
    const sparse = sparseLayers(fields, layers, modules);
    return (index): LayerKind =>
      layer(types?.[index] === "sliding_attention" ? narrowMixer : plain.mixer, sparse(index) ? wide : plain.feedForward, 2);
  },
  // Modules with a sliding layer, a dense network, and a head of their own.
  rest: (fields, { hiddenSize, vocabularySize, intermediate }, layers) => {
    const modules = fields.natural(["num_nextn_predict_layers", "num_mtp_layers"], 0);
    const mixer = (layers.find((kind) => kind.mixer.kind === "attention" && kind.mixer.window !== null) ?? layers[0])?.mixer;
    if (modules === 0 || mixer === undefined) return {};
    const predictor = layer(mixer, dense(intermediate), 2);
    return {
      mtpParameters:
        mtpParameters(modules, [predictor], { hiddenSize, norm: { kind: "rmsnorm", bias: false } }) +
        modules * vocabularySize * hiddenSize,
    };
  },
};

/** Lists may go on with entries for the prediction modules. */
function perLayerWithModules<T extends string>(
  fields: Fields,
  name: string,
  layers: number,
  modules: number,
  allowed: (entry: unknown) => entry is T,
): readonly T[] | null {
  const list = fields.list(name);
  const length = list?.length === layers + modules ? layers + modules : layers;
  return fields.perLayer(name, length, allowed)?.slice(0, layers) ?? null;
}

/** Heads of the sliding layers. The default of Transformers (as many as elsewhere) fits no published Step model, so it must be said. */
function readSlidingHeads(
  fields: Fields,
  heads: number,
  kvHeads: number,
  headDim: number,
): { heads: number; kvHeads: number; headDim: number; valueHeadDim: number } {
  const other = fields.section("attention_other_setting");
  if (other === null && !fields.has("num_sliding_attention_heads")) {
    const path = `${fields.path}.attention_other_setting`;
    throw new RidgepointError(
      "missing-field",
      `${path} is missing: the sliding layers of Step have head counts of their own; add it, or num_sliding_attention_heads`,
      { path },
    );
  }
  other?.accept("attention_type", "true_head_dim");
  const sliding = {
    heads: fields.count("num_sliding_attention_heads", other?.count("num_attention_heads", heads) ?? heads),
    kvHeads: other?.count(["num_attention_groups", "num_key_value_heads"], kvHeads) ?? kvHeads,
    headDim: other?.count("head_dim", headDim) ?? headDim,
  };
  mustDivide(
    fields,
    ["attention_other_setting.num_attention_groups", sliding.kvHeads],
    ["attention_other_setting.num_attention_heads", sliding.heads],
  );
  return { ...sliding, valueHeadDim: sliding.headDim };
}

/** Layers with experts: `mlp_layer_types`, `moe_layers_enum`, or all from `first_k_dense_replace` (3) on. */
function sparseLayers(fields: Fields, layers: number, modules: number): (index: number) => boolean {
  const types = perLayerWithModules(fields, "mlp_layer_types", layers, modules, isMlpType);
  const first = fields.natural("first_k_dense_replace", 3);
  const enumerated = fields.raw("moe_layers_enum");
  if (types !== null) return (index) => types[index] === "sparse";
  if (enumerated === undefined) return (index) => index >= first;
  const numbers = (Array.isArray(enumerated) ? enumerated : String(enumerated).split(",")).map(Number);
  if (numbers.some((entry) => !Number.isInteger(entry) || entry < 0))
    fields.refuse("moe_layers_enum", "must hold the numbers of layers");
  const sparse = new Set(numbers);
  return (index) => sparse.has(index);
}

/** `step3p7` itself holds a language model of type `step3p5` and a vision tower, or the language model's fields. */
export const stepFamilies: Readonly<Record<string, DecoderFamily>> = { step3p5: step };
