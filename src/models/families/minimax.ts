import { type Fields, oneOf } from "../config/fields.ts";
import { dense, layer, moe } from "../layers.ts";
import type { SparseSelection } from "../types.ts";
import type { DecoderFamily, Dimensions } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { headNorms } from "./llama.ts";

const isFlag = oneOf(0, 1);
const isMlpType = oneOf("dense", "sparse");
const isFull = oneOf("full_attention");
const isM3Type = oneOf("minimax_m3_sparse", "full_attention");

/** MiniMax M2 and M3. Defaults from Transformers. */
export const minimaxFamilies: Readonly<Record<string, DecoderFamily>> = {
  minimax_m2: {
    family: "minimax_m2",
    defaults: {
      hiddenSize: 3072,
      intermediate: 1536,
      layers: 62,
      heads: 48,
      kvHeads: 8,
      headDim: 128,
      vocabularySize: 200064,
      maximumContext: 196608,
    },
    attention: (fields, { heads, kvHeads, headDim }) => {
      // One norm over all heads together.
      if (!fields.flag("use_qk_norm", true)) return {};
      return {
        qkNormParameters:
          fields.choice("qk_norm_type", ["per_layer", "per_head"], "per_layer") === "per_layer"
            ? (heads + kvHeads) * headDim
            : 2 * headDim,
      };
    },
    layers: (fields, { layers, intermediate }, plain) => {
      fields.perLayer("attn_type_list", layers, oneOf(1));
      fields.perLayer("layer_types", layers, isFull);
      if (fields.nullable("sliding_window", null) !== null)
        fields.refuse("sliding_window", "is set, but MiniMax-M2 attends to everything");
      if (fields.natural("shared_intermediate_size", 0) > 0)
        fields.refuse("shared_intermediate_size", "is not 0, but MiniMax-M2 has no shared expert");
      acceptUnpublishedModules(fields);
      const experts = readExperts(
        fields,
        { experts: ["num_local_experts", "num_experts"], topK: "num_experts_per_tok" },
        { experts: 256, topK: 8, intermediate },
      );
      const kind = layer(plain.mixer, moe({ ...experts, routerBias: fields.flag("use_routing_bias", true) }), plain.norms);
      return () => kind;
    },
  },
  minimax_m3: {
    family: "minimax_m3",
    defaults: {
      hiddenSize: 6144,
      intermediate: 3072,
      layers: 60,
      heads: 64,
      kvHeads: 4,
      headDim: 128,
      vocabularySize: 200064,
      maximumContext: 524288,
    },
    attention: (fields, dimensions) => {
      fields.accept("use_qk_norm", "qk_norm_type", "use_gemma_norm", "attention_output_gate");
      if (fields.flag("attention_output_gate", false))
        fields.refuse("attention_output_gate", "is true; MiniMax-M3 is known without a gate");
      return headNorms(dimensions);
    },
    layers: (fields, dimensions, plain) => {
      const { layers, intermediate } = dimensions;
      acceptUnpublishedModules(fields);
      fields.accept("first_k_dense_replace", "moe_intermediate_size");
      if (fields.count("moe_intermediate_size", intermediate) !== intermediate)
        fields.refuse("moe_intermediate_size", "differs from intermediate_size, which is the width of an expert");
      const experts = readExperts(
        fields,
        { experts: ["num_local_experts", "num_experts"], topK: "num_experts_per_tok" },
        { experts: 128, topK: 4, intermediate },
      );
      const shared = fields.natural("n_shared_experts", 1) * fields.count("shared_intermediate_size", 3072);
      const wide = moe({ ...experts, sharedIntermediate: shared, routerBias: fields.flag("use_routing_bias", true) });
      const narrow = dense(fields.count("dense_intermediate_size", 12288));
      const frequency = fields.perLayer("moe_layer_freq", layers, isFlag);
      const types = fields.perLayer("mlp_layer_types", layers, isMlpType);
      const selections = blockSelections(fields, dimensions);
      return (index) =>
        layer(
          { ...plain.mixer, sparse: selections[index] ?? null },
          (types === null ? frequency === null || frequency[index] === 1 : types[index] === "sparse") ? wide : narrow,
          plain.norms,
        );
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
    topTokens: config.count("sparse_topk_blocks") * blockEntries,
    indexHeads,
    indexHeadDim,
    compression: 1,
    blockEntries,
    indexBytesPerToken: 2 * indexHeadDim,
    indexParameters: hiddenSize * (indexHeads + 1) * indexHeadDim + 2 * indexHeadDim,
  };
  return Array.from({ length: layers }, (_, index) => {
    const sparse = types === null ? frequency?.[index] === 1 : types[index] === "minimax_m3_sparse";
    if (sparse && withoutValue?.[index] === 0)
      config.refuse("sparse_disable_index_value", `is 0 for sparse layer ${index}; only indexers without a value are known`);
    return sparse ? selection : null;
  });
}
