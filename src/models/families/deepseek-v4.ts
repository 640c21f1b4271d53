import { brief } from "../../quantities/errors.ts";
import { type Fields, oneOf } from "../config/fields.ts";
import { attention, layer, moe } from "../layers.ts";
import { layerParameters } from "../parameters.ts";
import type { LayerKind, SparseSelection } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount, mustDivide } from "./assemble.ts";
import { tied } from "./decoder.ts";
import { readExperts } from "./experts.ts";

const rmsNorm = { kind: "rmsnorm", bias: false } as const;

/** How a layer sees what is beyond its window: not at all, selected entries of few tokens, or every entry of many tokens. */
type Compression = "sliding_attention" | "compressed_sparse_attention" | "heavily_compressed_attention";
const isCompression = oneOf("sliding_attention", "compressed_sparse_attention", "heavily_compressed_attention");

/**
 * DeepSeek V4: one key-value head that is key and value at once and cached once, low-rank query, grouped low-rank output,
 * a window beside a compressed context (one entry for 4 tokens with an indexer, or for 128 without), hyper-connections over
 * `hc_mult` residual streams. Names, defaults and shapes from Transformers' `deepseek_v4`.
 */
export const deepseekV4: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("hidden_size", 4096);
  const layers = layerCount(fields, "num_hidden_layers", 43);
  const heads = fields.count("num_attention_heads", 64);
  const kvHeads = fields.count("num_key_value_heads", 1);
  if (kvHeads !== 1) fields.refuse("num_key_value_heads", "is not 1; DeepSeek V4 has one shared key-value head");
  const headDim = fields.count("head_dim", 512);
  const queryLatentDim = fields.count("q_lora_rank", 1024);
  const groups = fields.count("o_groups", 8);
  mustDivide(fields, ["o_groups", groups], ["num_attention_heads", heads]);
  fields.accept("qk_rope_head_dim", "intermediate_size", "num_local_experts", "mlp_bias");
  if (fields.flag("attention_bias", false)) fields.refuse("attention_bias", "is true; DeepSeek V4 has no biases");
  const maximumContext = fields.nullable("max_position_embeddings", 1048576);
  const mixer = attention({
    heads,
    kvHeads,
    headDim,
    window: fields.count("sliding_window", 128),
    sinks: true,
    keyIsValue: true,
    cachedOnce: true,
    queryLatentDim,
    outputLatent: { groups, latentDim: fields.count("o_lora_rank", 1024) },
    // Norms over the query latent and over the key-value head.
    qkNormParameters: queryLatentDim + headDim,
  });
  const selection = selections(fields, hiddenSize, headDim, queryLatentDim, maximumContext ?? 1048576);
  const schedule = readSchedule(fields, layers);

  const experts = readExperts(
    fields,
    { experts: "n_routed_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" },
    { experts: 256, topK: 6, intermediate: 2048 },
  );
  const scored = moe({
    ...experts,
    sharedIntermediate: fields.natural("n_shared_experts", 1) * experts.intermediate,
    routerBias: true,
  });
  // The first layers look the expert up by token id: a gate without a score correction. The table of ids is no parameter.
  const hashed = { ...scored, routerBias: false };
  const hashLayers = fields.natural("num_hash_layers", 3);
  const streams = fields.count("hc_mult", 4);
  const connections = 2 * hyperConnection(streams, hiddenSize);
  const head = streams * streams * hiddenSize + streams + 1;
  const make = (kind: Compression, index: number): LayerKind =>
    layer({ ...mixer, sparse: selection[kind] }, index < hashLayers ? hashed : scored, 2, connections);

  const modules = fields.natural("num_nextn_predict_layers", 1);
  const predictor = layerParameters(make("sliding_attention", layers), { hiddenSize, norm: rmsNorm }).total;
  return assemble(fields, context, {
    family: "deepseek_v4",
    hiddenSize,
    norm: rmsNorm,
    maximumContext,
    layers: each(layers, (index) => make(schedule[index] ?? "sliding_attention", index)),
    vocabularySize: fields.count("vocab_size", 129280),
    tiedEmbeddings: tied(fields, context, false),
    otherParameters: head,
    mtpParameters: modules * (predictor + 2 * hiddenSize * hiddenSize + 3 * hiddenSize + head),
  });
};

/** Maps of one hyper-connection: from all streams to pre, post and mixing weights; their bases and three scales. */
function hyperConnection(streams: number, hiddenSize: number): number {
  const weights = (2 + streams) * streams;
  return weights * streams * hiddenSize + weights + 3;
}

/** Compression of each kind of layer. */
function selections(
  fields: Fields,
  hiddenSize: number,
  headDim: number,
  queryLatentDim: number,
  maximumContext: number,
): Readonly<Record<Compression, SparseSelection | null>> {
  const rates = fields.section("compress_rates");
  const few = fields.count("compress_rate_csa", rates?.count("compressed_sparse_attention", 4) ?? 4);
  const many = fields.count("compress_rate_hca", rates?.count("heavily_compressed_attention", 128) ?? 128);
  const indexHeads = fields.count("index_n_heads", 64);
  const indexHeadDim = fields.count("index_head_dim", 128);
  // A compressor has a value and a gate projection, a position bias for each token of an entry, and a norm. Where entries
  // overlap (few tokens), projections and bias are twice as wide.
  const compressor = (width: number, tokens: number, overlap: 1 | 2): number =>
    overlap * width * (2 * hiddenSize + tokens) + width;
  return {
    sliding_attention: null,
    compressed_sparse_attention: {
      topTokens: fields.count("index_topk", 512),
      indexHeads,
      indexHeadDim,
      compression: few,
      // One FP8 key and one FP32 scale for an entry.
      indexBytesPerToken: indexHeadDim + 4,
      indexParameters: compressor(indexHeadDim, few, 2) + queryLatentDim * indexHeads * indexHeadDim + hiddenSize * indexHeads,
      compressionParameters: compressor(headDim, few, 2),
    },
    heavily_compressed_attention: {
      topTokens: Math.ceil(maximumContext / many),
      indexHeads: 0,
      indexHeadDim,
      compression: many,
      indexBytesPerToken: 0,
      indexParameters: 0,
      compressionParameters: compressor(headDim, many, 1),
    },
  };
}

const ratioNames = new Map<unknown, Compression>([
  [0, "sliding_attention"],
  [4, "compressed_sparse_attention"],
  [128, "heavily_compressed_attention"],
]);

/** Kind of each layer: `layer_types`, or `compress_ratios` (one entry more for each prediction module), or V4-Pro's pattern. */
function readSchedule(fields: Fields, layers: number): readonly Compression[] {
  fields.accept("mlp_layer_types");
  const types = fields.perLayer("layer_types", layers, isCompression);
  const ratios = fields.list("compress_ratios");
  if (types !== null) return types;
  if (ratios === null)
    return each(layers, (index) =>
      index >= 2 && index % 2 === 1 ? "compressed_sparse_attention" : "heavily_compressed_attention",
    );
  if (ratios.length < layers) fields.refuse("compress_ratios", `has ${ratios.length} entries for ${layers} layers`);
  return ratios
    .slice(0, layers)
    .map((ratio) => ratioNames.get(ratio) ?? fields.refuse("compress_ratios", `holds ${brief(ratio)}; known are 0, 4 and 128`));
}
