import { type Fields, oneOf } from "../config/fields.ts";
import { dense, layer, moe } from "../layers.ts";
import type { LayerKind } from "../types.ts";
import type { DecoderFamily } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { attentionBias, headNorms, slidingLayers } from "./llama.ts";
import { mtpParameters } from "./mtp.ts";

const isFlag = oneOf(0, 1);
const isMlpType = oneOf("dense", "sparse");
const isLlama4Type = oneOf("chunked_attention", "full_attention");
const rmsNorm = { kind: "rmsnorm", bias: false } as const;

/** Decoders with experts whose layers differ by a rule of their own. Defaults from Transformers. */
export const sparseDecoderFamilies: Readonly<Record<string, DecoderFamily>> = {
  gpt_oss: {
    family: "gpt_oss",
    defaults: {
      hiddenSize: 2880,
      intermediate: 2880,
      layers: 36,
      heads: 64,
      kvHeads: 8,
      headDim: 64,
      vocabularySize: 201088,
      maximumContext: 131072,
    },
    attention: (fields) => ({ ...attentionBias(fields, true), sinks: true }),
    layers: (fields, dimensions, plain) => {
      const experts = readExperts(
        fields,
        { experts: ["num_local_experts", "num_experts"], topK: ["num_experts_per_tok", "experts_per_token"] },
        { experts: 128, topK: 4, intermediate: dimensions.intermediate },
      );
      const window = slidingLayers(fields.nullable("sliding_window", 128), (index) => index % 2 === 0)(fields, dimensions, plain);
      const feedForward = moe({ ...experts, bias: true, routerBias: true });
      return (index) => ({ ...window(index), feedForward });
    },
  },
  llama4_text: {
    family: "llama4",
    defaults: {
      hiddenSize: 5120,
      intermediate: 8192,
      layers: 48,
      heads: 40,
      kvHeads: 8,
      headDim: 128,
      vocabularySize: 202048,
      maximumContext: 131072,
    },
    attention: (fields) => {
      // The norm of q and k has no weights.
      fields.accept("use_qk_norm");
      return attentionBias(fields);
    },
    layers: (fields, { layers, intermediate }, plain) => {
      const sparse = llama4Sparse(fields, layers);
      const experts = readExperts(
        fields,
        { experts: "num_local_experts", topK: "num_experts_per_tok" },
        { experts: 16, topK: 1, intermediate },
      );
      const wide = moe({ ...experts, sharedIntermediate: intermediate });
      const narrow = dense(fields.count("intermediate_size_mlp", 16384));
      const chunk = fields.nullable("attention_chunk_size", 8192);
      const types = fields.perLayer("layer_types", layers, isLlama4Type);
      const listed = fields.list("no_rope_layers");
      const rotary = listed === null || listed.length === 0 ? null : fields.perLayer("no_rope_layers", layers, isFlag);
      const interval = fields.count("no_rope_layer_interval", 4);
      return (index): LayerKind => {
        const rotates = rotary === null ? (index + 1) % interval !== 0 : rotary[index] === 1;
        const local = types === null ? rotates : types[index] === "chunked_attention";
        return layer(
          { ...plain.mixer, rotary: rotates, chunk: local ? chunk : null },
          sparse(index) ? wide : narrow,
          plain.norms,
        );
      };
    },
  },
  glm4_moe: {
    family: "glm4_moe",
    defaults: {
      hiddenSize: 4096,
      intermediate: 10944,
      layers: 46,
      heads: 96,
      kvHeads: 8,
      headDim: 128,
      vocabularySize: 151552,
      maximumContext: 131072,
    },
    attention: (fields, dimensions) => ({
      qkvBias: fields.flag("attention_bias", false),
      ...(fields.flag("use_qk_norm", false) ? headNorms(dimensions) : {}),
    }),
    layers: (fields, { layers }, plain) => {
      const experts = readExperts(
        fields,
        { experts: "n_routed_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" },
        { experts: 128, topK: 8, intermediate: 1408 },
      );
      const wide = layer(
        plain.mixer,
        moe({ ...experts, sharedIntermediate: fields.natural("n_shared_experts", 1) * experts.intermediate, routerBias: true }),
        plain.norms,
      );
      const narrow = layer(plain.mixer, plain.feedForward, plain.norms);
      const first = fields.natural("first_k_dense_replace", 1);
      const types = fields.perLayer("mlp_layer_types", layers, isMlpType);
      return (index) => ((types === null ? index >= first : types[index] === "sparse") ? wide : narrow);
    },
    rest: (fields, { hiddenSize }, layers) => ({
      mtpParameters: mtpParameters(fields.natural("num_nextn_predict_layers", 0), layers.slice(-1), {
        hiddenSize,
        norm: rmsNorm,
      }),
    }),
  },
  // The first DeepSeek-MoE (arXiv:2401.06066): plain attention.
  deepseek: {
    family: "deepseek",
    defaults: {
      hiddenSize: 4096,
      intermediate: 11008,
      layers: 30,
      heads: 32,
      kvHeads: 32,
      vocabularySize: 102400,
      maximumContext: 2048,
    },
    attention: (fields) => attentionBias(fields),
    layers: (fields, _, plain) => {
      const experts = readExperts(
        fields,
        { experts: "n_routed_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" },
        { intermediate: 1407 },
      );
      const wide = layer(
        plain.mixer,
        moe({ ...experts, sharedIntermediate: fields.natural("n_shared_experts", 0) * experts.intermediate }),
        plain.norms,
      );
      const narrow = layer(plain.mixer, plain.feedForward, plain.norms);
      const first = fields.natural("first_k_dense_replace", 0);
      const frequency = fields.count("moe_layer_freq", 1);
      return (index) => (index >= first && index % frequency === 0 ? wide : narrow);
    },
  },
};

/** Llama 4: the layers of `moe_layers`, or every `interleave_moe_layer_step`-th. */
function llama4Sparse(fields: Fields, layers: number): (index: number) => boolean {
  const step = fields.count("interleave_moe_layer_step", 1);
  const listed = fields.list("moe_layers");
  if (listed === null) return (index) => (index + 1) % step === 0;
  for (const entry of listed) {
    if (typeof entry !== "number" || !Number.isInteger(entry) || entry < 0 || entry >= layers)
      fields.refuse("moe_layers", "must hold the numbers of layers");
  }
  const sparse = new Set(listed);
  return (index) => sparse.has(index);
}
