import { type Fields, oneOf } from "../config/fields.ts";
import { dense, layer, moe } from "../layers.ts";
import type { FeedForward, LayerKind } from "../types.ts";
import type { DecoderFamily, Dimensions, PlainLayer } from "./decoder.ts";
import { mustDivide } from "./assemble.ts";
import { qwenSparse, readExperts } from "./experts.ts";
import { attentionBias } from "./llama.ts";
import { mtpParameters } from "./mtp.ts";
import { gatedDeltaNet } from "./recurrent.ts";

const isHybridType = oneOf("linear_attention", "full_attention");

/** Gated delta nets with gated full attention every `full_attention_interval` layers. */
function hybridLayers(
  fields: Fields,
  { hiddenSize, layers }: Dimensions,
  plain: PlainLayer,
  feedForward: (index: number) => FeedForward,
): (index: number) => LayerKind {
  const interval = fields.count("full_attention_interval", 4);
  const types = fields.perLayer("layer_types", layers, isHybridType);
  const keyHeads = fields.count("linear_num_key_heads", 16);
  const valueHeads = fields.count("linear_num_value_heads", 32);
  mustDivide(fields, ["linear_num_key_heads", keyHeads], ["linear_num_value_heads", valueHeads]);
  const linear = gatedDeltaNet({
    hiddenSize,
    keyHeads,
    valueHeads,
    keyDim: fields.count("linear_key_head_dim", 128),
    valueDim: fields.count("linear_value_head_dim", 128),
    convolutionWidth: fields.count("linear_conv_kernel_dim", 4),
  });
  return (index) => {
    const full = types === null ? (index + 1) % interval === 0 : types[index] === "full_attention";
    return layer(full ? plain.mixer : linear, feedForward(index), plain.norms);
  };
}

const gatedAttention: DecoderFamily["attention"] = (fields, { headDim }) => {
  if (!fields.flag("attn_output_gate", true))
    fields.refuse("attn_output_gate", "is false; only gated attention is known for this family");
  return { ...attentionBias(fields), outputGate: true, qkNormParameters: 2 * headDim };
};

/** Experts with a gated shared expert. */
function readQwenExperts(fields: Fields, defaults: { readonly experts: number; readonly topK: number }): FeedForward {
  const shared = fields.natural("shared_expert_intermediate_size", 512);
  const experts = readExperts(
    fields,
    { experts: "num_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" },
    { ...defaults, intermediate: 512 },
  );
  return moe({ ...experts, sharedIntermediate: shared, sharedGate: shared > 0 });
}

/** One prediction module: full attention and the model's feed-forward network. */
const predictor: DecoderFamily["rest"] = (fields, { hiddenSize }, layers) => {
  fields.accept("mtp_use_dedicated_embeddings");
  if (fields.flag("mtp_use_dedicated_embeddings", false))
    fields.refuse("mtp_use_dedicated_embeddings", "is true; only shared embeddings are counted");
  const full = layers.find(({ mixer }) => mixer.kind === "attention") ?? layers[0];
  const modules = fields.natural("mtp_num_hidden_layers", 0);
  return full === undefined
    ? {}
    : { mtpParameters: mtpParameters(modules, [full], { hiddenSize, norm: { kind: "rmsnorm", bias: false } }) };
};

const hybridMoe = (family: string, experts: number, topK: number, layers: number, vocabularySize: number): DecoderFamily => ({
  family,
  // No dense feed-forward width: every layer has experts, unless `mlp_only_layers` says otherwise.
  defaults: {
    hiddenSize: 2048,
    intermediate: 5632,
    layers,
    heads: 16,
    kvHeads: 2,
    headDim: 256,
    vocabularySize,
    maximumContext: 32768,
  },
  attention: gatedAttention,
  layers: (fields, dimensions, plain) => {
    const wide = readQwenExperts(fields, { experts, topK });
    const sparse = qwenSparse(fields);
    return hybridLayers(fields, dimensions, plain, (index) => (sparse(index) ? wide : plain.feedForward));
  },
  rest: predictor,
});

const hybridDense = (family: string): DecoderFamily => ({
  family,
  defaults: {
    hiddenSize: 4096,
    intermediate: 12288,
    layers: 32,
    heads: 16,
    kvHeads: 4,
    headDim: 256,
    vocabularySize: 248320,
    maximumContext: 32768,
  },
  attention: gatedAttention,
  layers: (fields, dimensions, plain) => hybridLayers(fields, dimensions, plain, () => dense(dimensions.intermediate)),
  rest: predictor,
});

/** Qwen3-Next and Qwen3.5/3.6. Defaults from Transformers. */
export const qwenNextFamilies: Readonly<Record<string, DecoderFamily>> = {
  qwen3_next: hybridMoe("qwen3_next", 512, 10, 48, 151936),
  qwen3_5_moe_text: hybridMoe("qwen3_5_moe", 256, 8, 40, 248320),
  qwen3_5_text: hybridDense("qwen3_5"),
};
