import type { Fields } from "../config/fields.ts";
import { dense, layer, moe } from "../layers.ts";
import type { LayerKind, SparseSelection } from "../types.ts";
import { type DecoderFamily, type Dimensions } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { attentionBias, headNorms, slidingLayers } from "./llama.ts";
import { mtpParameters } from "./mtp.ts";

const isFlag = (entry: unknown): entry is 0 | 1 => entry === 0 || entry === 1;
const isMlpType = (entry: unknown): entry is "dense" | "sparse" => entry === "dense" || entry === "sparse";
const isFull = (entry: unknown): entry is "full_attention" => entry === "full_attention";
const isLlama4Type = (entry: unknown): entry is "chunked_attention" | "full_attention" => entry === "chunked_attention" || entry === "full_attention";
const isM3Type = (entry: unknown): entry is "minimax_m3_sparse" | "full_attention" => entry === "minimax_m3_sparse" || entry === "full_attention";
const rmsNorm = { kind: "rmsnorm", bias: false } as const;

/** Decoders with experts whose layers differ by a rule of their own. Defaults from Transformers. */
export const sparseDecoderFamilies: Readonly<Record<string, DecoderFamily>> = {
  gpt_oss: {
    family: "gpt_oss",
    defaults: { hiddenSize: 2880, intermediate: 2880, layers: 36, heads: 64, kvHeads: 8, headDim: 64, vocabularySize: 201088, maximumContext: 131072 },
    attention: (fields) => ({ ...attentionBias(fields, true), sinks: true }),
    layers: (fields, dimensions, plain) => {
      const experts = readExperts(
        fields, { experts: ["num_local_experts", "num_experts"], topK: ["num_experts_per_tok", "experts_per_token"] },
        { experts: 128, topK: 4, intermediate: dimensions.intermediate },
      );
      const window = slidingLayers(fields.nullable("sliding_window", 128), (index) => index % 2 === 0)(fields, dimensions, plain);
      const feedForward = moe({ ...experts, bias: true, routerBias: true });
      return (index) => ({ ...window(index), feedForward });
    },
  },
  llama4_text: {
    family: "llama4",
    defaults: { hiddenSize: 5120, intermediate: 8192, layers: 48, heads: 40, kvHeads: 8, headDim: 128, vocabularySize: 202048, maximumContext: 131072 },
    attention: (fields) => {
      // The norm of q and k has no weights.
      fields.accept("use_qk_norm");
      return attentionBias(fields);
    },
    layers: (fields, { layers, intermediate }, plain) => {
      const sparse = llama4Sparse(fields, layers);
      const experts = readExperts(fields, { experts: "num_local_experts", topK: "num_experts_per_tok" }, { experts: 16, topK: 1, intermediate });
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
        return layer({ ...plain.mixer, rotary: rotates, chunk: local ? chunk : null }, sparse(index) ? wide : narrow, plain.norms);
      };
    },
  },
  minimax_m2: {
    family: "minimax_m2",
    defaults: { hiddenSize: 3072, intermediate: 1536, layers: 62, heads: 48, kvHeads: 8, headDim: 128, vocabularySize: 200064, maximumContext: 196608 },
    attention: (fields, { heads, kvHeads, headDim }) => {
      // One norm over all heads together.
      if (!fields.flag("use_qk_norm", true)) return {};
      return { qkNormParameters: fields.choice("qk_norm_type", ["per_layer", "per_head"], "per_layer") === "per_layer" ? (heads + kvHeads) * headDim : 2 * headDim };
    },
    layers: (fields, { layers, intermediate }, plain) => {
      fields.perLayer("attn_type_list", layers, (entry): entry is 1 => entry === 1);
      fields.perLayer("layer_types", layers, isFull);
      if (fields.nullable("sliding_window", null) !== null) fields.refuse("sliding_window", "is set, but MiniMax-M2 attends to everything");
      if (fields.natural("shared_intermediate_size", 0) > 0) fields.refuse("shared_intermediate_size", "is not 0, but MiniMax-M2 has no shared expert");
      acceptUnpublishedModules(fields);
      const experts = readExperts(fields, { experts: ["num_local_experts", "num_experts"], topK: "num_experts_per_tok" }, { experts: 256, topK: 8, intermediate });
      const kind = layer(plain.mixer, moe({ ...experts, routerBias: fields.flag("use_routing_bias", true) }), plain.norms);
      return () => kind;
    },
  },
  minimax_m3: {
    family: "minimax_m3",
    defaults: { hiddenSize: 6144, intermediate: 3072, layers: 60, heads: 64, kvHeads: 4, headDim: 128, vocabularySize: 200064, maximumContext: 524288 },
    attention: (fields, dimensions) => {
      fields.accept("use_qk_norm", "qk_norm_type", "use_gemma_norm", "attention_output_gate");
      if (fields.flag("attention_output_gate", false)) fields.refuse("attention_output_gate", "is true; MiniMax-M3 is known without a gate");
      return headNorms(dimensions);
    },
    layers: (fields, dimensions, plain) => {
      const { layers, intermediate } = dimensions;
      acceptUnpublishedModules(fields);
      fields.accept("first_k_dense_replace", "moe_intermediate_size");
      if (fields.count("moe_intermediate_size", intermediate) !== intermediate) fields.refuse("moe_intermediate_size", "differs from intermediate_size, which is the width of an expert");
      const experts = readExperts(fields, { experts: ["num_local_experts", "num_experts"], topK: "num_experts_per_tok" }, { experts: 128, topK: 4, intermediate });
      const shared = fields.natural("n_shared_experts", 1) * fields.count("shared_intermediate_size", 3072);
      const wide = moe({ ...experts, sharedIntermediate: shared, routerBias: fields.flag("use_routing_bias", true) });
      const narrow = dense(fields.count("dense_intermediate_size", 12288));
      const frequency = fields.perLayer("moe_layer_freq", layers, isFlag);
      const types = fields.perLayer("mlp_layer_types", layers, isMlpType);
      const selections = blockSelections(fields, dimensions);
      return (index) => layer(
        { ...plain.mixer, sparse: selections[index] ?? null },
        (types === null ? frequency === null || frequency[index] === 1 : types[index] === "sparse") ? wide : narrow, plain.norms,
      );
    },
  },
  glm4_moe: {
    family: "glm4_moe",
    defaults: { hiddenSize: 4096, intermediate: 10944, layers: 46, heads: 96, kvHeads: 8, headDim: 128, vocabularySize: 151552, maximumContext: 131072 },
    attention: (fields, dimensions) => ({ qkvBias: fields.flag("attention_bias", false), ...(fields.flag("use_qk_norm", false) ? headNorms(dimensions) : {}) }),
    layers: (fields, { layers }, plain) => {
      const experts = readExperts(
        fields, { experts: "n_routed_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" }, { experts: 128, topK: 8, intermediate: 1408 },
      );
      const wide = layer(plain.mixer, moe({ ...experts, sharedIntermediate: fields.natural("n_shared_experts", 1) * experts.intermediate, routerBias: true }), plain.norms);
      const narrow = layer(plain.mixer, plain.feedForward, plain.norms);
      const first = fields.natural("first_k_dense_replace", 1);
      const types = fields.perLayer("mlp_layer_types", layers, isMlpType);
      return (index) => ((types === null ? index >= first : types[index] === "sparse") ? wide : narrow);
    },
    rest: (fields, { hiddenSize }, layers) => ({
      mtpParameters: mtpParameters(fields.natural("num_nextn_predict_layers", 0), layers.slice(-1), { hiddenSize, norm: rmsNorm }),
    }),
  },
  // The first DeepSeek-MoE (arXiv:2401.06066): plain attention.
  deepseek: {
    family: "deepseek",
    defaults: { hiddenSize: 4096, intermediate: 11008, layers: 30, heads: 32, kvHeads: 32, vocabularySize: 102400, maximumContext: 2048 },
    attention: (fields) => attentionBias(fields),
    layers: (fields, _, plain) => {
      const experts = readExperts(fields, { experts: "n_routed_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" }, { intermediate: 1407 });
      const wide = layer(plain.mixer, moe({ ...experts, sharedIntermediate: fields.natural("n_shared_experts", 0) * experts.intermediate }), plain.norms);
      const narrow = layer(plain.mixer, plain.feedForward, plain.norms);
      const first = fields.natural("first_k_dense_replace", 0);
      const frequency = fields.count("moe_layer_freq", 1);
      return (index) => (index >= first && index % frequency === 0 ? wide : narrow);
    },
  },
};

/**
 * MiniMax declares multi-token-prediction modules in its configs and has not published their weights
 * (github.com/MiniMax-AI/MiniMax-M2.7/issues/16), so they are not counted.
 */
function acceptUnpublishedModules(fields: Fields): void {
  fields.accept("use_mtp", "num_mtp_modules", "mtp_transformer_layers", "num_nextn_predict_layers");
}

/** Llama 4: the layers of `moe_layers`, or every `interleave_moe_layer_step`-th. */
function llama4Sparse(fields: Fields, layers: number): (index: number) => boolean {
  const step = fields.count("interleave_moe_layer_step", 1);
  const listed = fields.list("moe_layers");
  if (listed === null) return (index) => (index + 1) % step === 0;
  for (const entry of listed) {
    if (typeof entry !== "number" || !Number.isInteger(entry) || entry < 0 || entry >= layers) fields.refuse("moe_layers", "must hold the numbers of layers");
  }
  const sparse = new Set(listed);
  return (index) => sparse.has(index);
}

/**
 * MiniMax M3's block-sparse attention: an index query for each KV head, one index key, norms over both; the best blocks of
 * `sparse_block_size` tokens are read whole. The index key is cached in the format of the KV cache; 16 bits are taken.
 */
function blockSelections(fields: Fields, { hiddenSize, layers }: Dimensions): readonly (SparseSelection | null)[] {
  const types = fields.perLayer("layer_types", layers, isM3Type);
  const config = fields.section("sparse_attention_config");
  if (config === null || !config.flag("use_sparse_attention", true)) return [];
  const frequency = config.perLayer("sparse_attention_freq", layers, isFlag);
  const withoutValue = config.perLayer("sparse_disable_index_value", layers, isFlag);
  const indexHeads = config.count("sparse_num_index_heads");
  const indexHeadDim = config.count("sparse_index_dim");
  const blockEntries = config.count("sparse_block_size");
  config.accept("sparse_init_block", "sparse_local_block", "sparse_score_type");
  const selection: SparseSelection = {
    topTokens: config.count("sparse_topk_blocks") * blockEntries, indexHeads, indexHeadDim, compression: 1, blockEntries,
    indexBytesPerToken: 2 * indexHeadDim,
    indexParameters: hiddenSize * (indexHeads + 1) * indexHeadDim + 2 * indexHeadDim,
  };
  return Array.from({ length: layers }, (_, index) => {
    const sparse = types === null ? frequency?.[index] === 1 : types[index] === "minimax_m3_sparse";
    if (sparse && withoutValue?.[index] === 0) config.refuse("sparse_disable_index_value", `is 0 for sparse layer ${index}; only indexers without a value are known`);
    return sparse ? selection : null;
  });
}
