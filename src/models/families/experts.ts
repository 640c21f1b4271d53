import { type Fields, type Names, firstName } from "../config/fields.ts";
import { layer, moe } from "../layers.ts";
import type { LayerKind, MoeFeedForward } from "../types.ts";
import { mustNotExceed } from "./assemble.ts";
import { type DecoderFamily, type PlainLayer, flag } from "./decoder.ts";
import { attentionBias, headNorms } from "./llama.ts";

/** Reads the routed experts of a config and checks that a token does not visit more than there are. */
export function readExperts(
  fields: Fields,
  names: { readonly experts: Names; readonly topK: Names; readonly intermediate?: Names },
  defaults: { readonly experts?: number; readonly topK?: number; readonly intermediate?: number },
): Pick<MoeFeedForward, "experts" | "topK" | "intermediate"> {
  const experts = fields.count(names.experts, defaults.experts);
  const topK = fields.count(names.topK, defaults.topK);
  mustNotExceed(fields, [firstName(names.topK), topK], [firstName(names.experts), experts]);
  const intermediate =
    names.intermediate === undefined ? (defaults.intermediate ?? 1) : fields.count(names.intermediate, defaults.intermediate);
  return { experts, topK, intermediate };
}

const isIndex = (entry: unknown): entry is number => typeof entry === "number" && Number.isInteger(entry) && entry >= 0;

/** Qwen's rule for which layers have experts: every `decoder_sparse_step`-th but those of `mlp_only_layers`. */
export function qwenSparse(fields: Fields): (index: number) => boolean {
  const step = fields.count("decoder_sparse_step", 1);
  const plain = new Set<number>();
  for (const entry of fields.list("mlp_only_layers") ?? []) {
    if (!isIndex(entry)) fields.refuse("mlp_only_layers", "must hold the numbers of layers");
    plain.add(entry);
  }
  return (index) => !plain.has(index) && (index + 1) % step === 0;
}

function sparseLayers(
  experts: MoeFeedForward,
  sparse: (index: number) => boolean,
  plain: PlainLayer,
  mixer = plain.mixer,
): (index: number) => LayerKind {
  const wide = layer(mixer, experts, plain.norms);
  const dense = layer(mixer, plain.feedForward, plain.norms);
  return (index) => (sparse(index) ? wide : dense);
}

function everyLayer(fields: Fields, plain: PlainLayer, experts: MoeFeedForward): () => LayerKind {
  const kind = layer({ ...plain.mixer, window: fields.nullable("sliding_window", null) }, experts, plain.norms);
  return () => kind;
}

/** Decoders with experts in Llama's scheme. Defaults from Transformers. */
export const expertFamilies: Readonly<Record<string, DecoderFamily>> = {
  mixtral: {
    family: "mixtral",
    defaults: {
      hiddenSize: 4096,
      intermediate: 14336,
      layers: 32,
      heads: 32,
      kvHeads: 8,
      vocabularySize: 32000,
      maximumContext: 131072,
    },
    layers: (fields, { intermediate }, plain) =>
      everyLayer(
        fields,
        plain,
        moe({
          ...readExperts(
            fields,
            { experts: "num_local_experts", topK: "num_experts_per_tok" },
            { experts: 8, topK: 2, intermediate },
          ),
        }),
      ),
  },
  qwen2_moe: {
    family: "qwen2_moe",
    defaults: {
      hiddenSize: 2048,
      intermediate: 5632,
      layers: 24,
      heads: 16,
      kvHeads: 16,
      vocabularySize: 151936,
      maximumContext: 32768,
    },
    attention: (fields) => ({ qkvBias: fields.flag("qkv_bias", true) }),
    layers: (fields, _, plain) => {
      acceptWindows(fields);
      const experts = readExperts(fields, qwenNames, { experts: 60, topK: 4, intermediate: 1408 });
      const shared = fields.natural("shared_expert_intermediate_size", 5632);
      return sparseLayers(moe({ ...experts, sharedIntermediate: shared, sharedGate: shared > 0 }), qwenSparse(fields), plain);
    },
  },
  qwen3_moe: {
    family: "qwen3_moe",
    defaults: {
      hiddenSize: 2048,
      intermediate: 6144,
      layers: 24,
      heads: 32,
      kvHeads: 4,
      vocabularySize: 151936,
      maximumContext: 32768,
    },
    attention: (fields, dimensions) => {
      fields.accept("use_qk_norm", "qkv_bias");
      return { ...attentionBias(fields), ...headNorms(dimensions) };
    },
    layers: (fields, _, plain) => {
      acceptWindows(fields);
      if (fields.natural("shared_expert_intermediate_size", 0) > 0)
        fields.refuse("shared_expert_intermediate_size", "is not 0, but Qwen3-MoE has no shared expert");
      return sparseLayers(
        moe(readExperts(fields, qwenNames, { experts: 128, topK: 8, intermediate: 768 })),
        qwenSparse(fields),
        plain,
      );
    },
  },
  phimoe: {
    family: "phimoe",
    defaults: {
      hiddenSize: 4096,
      intermediate: 6400,
      layers: 32,
      heads: 32,
      kvHeads: 8,
      vocabularySize: 32064,
      maximumContext: 131072,
    },
    norm: { kind: "layernorm", bias: true },
    headBias: flag("lm_head_bias", false),
    attention: (fields) => attentionBias(fields),
    layers: (fields, { intermediate }, plain) =>
      everyLayer(
        fields,
        plain,
        moe({
          ...readExperts(
            fields,
            { experts: "num_local_experts", topK: "num_experts_per_tok" },
            { experts: 16, topK: 2, intermediate },
          ),
        }),
      ),
  },
};

const qwenNames = { experts: "num_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" } as const;

/** The MoE models of Qwen carry the window fields of the dense ones, switched off. */
function acceptWindows(fields: Fields): void {
  fields.accept("sliding_window", "max_window_layers", "layer_types");
  if (fields.flag("use_sliding_window", false)) fields.refuse("use_sliding_window", "is true, which no Qwen MoE model has");
}
