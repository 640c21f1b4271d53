import { type Fields, oneOf } from "../config/fields.ts";
import { dense, layer, moe } from "../layers.ts";
import type { Architecture, MlaMixer, SparseSelection } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount } from "./assemble.ts";
import { tied } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { mtpParameters } from "./mtp.ts";

/** Defaults of one of the families that share DeepSeek's scheme: MLA and experts after a few dense layers. */
interface MlaDefaults {
  readonly family: string;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly intermediate: number;
  readonly moeIntermediate: number;
  readonly vocabularySize: number;
  readonly maximumContext: number;
  readonly experts: number;
  readonly topK: number;
  readonly sharedExperts: number;
  readonly firstDense: number;
  readonly queryLatentDim: number | null;
  readonly nopeDim: number;
  readonly valueDim: number;
  /** The router has a bias that corrects its scores (auxiliary-loss-free balancing). */
  readonly routerBias: boolean;
}

const version2: MlaDefaults = {
  family: "deepseek_v2",
  hiddenSize: 4096,
  layers: 30,
  heads: 32,
  intermediate: 11008,
  moeIntermediate: 1407,
  vocabularySize: 102400,
  maximumContext: 2048,
  experts: 64,
  topK: 6,
  sharedExperts: 2,
  firstDense: 0,
  queryLatentDim: 1536,
  nopeDim: 128,
  valueDim: 128,
  routerBias: false,
};
const version3: MlaDefaults = {
  family: "deepseek_v3",
  hiddenSize: 7168,
  layers: 61,
  heads: 128,
  intermediate: 18432,
  moeIntermediate: 2048,
  vocabularySize: 129280,
  maximumContext: 4096,
  experts: 256,
  topK: 8,
  sharedExperts: 1,
  firstDense: 3,
  queryLatentDim: 1536,
  nopeDim: 128,
  valueDim: 128,
  routerBias: true,
};

/** Readers of the DeepSeek V2 and V3 line, of Kimi K2 and of GLM-5, which is V3.2 with other dimensions. */
export const deepseekReaders: Readonly<Record<string, FamilyReader>> = {
  deepseek_v2: mlaReader(version2),
  deepseek_v3: mlaReader(version3),
  deepseek_v32: mlaReader({ ...version3, family: "deepseek_v32" }),
  kimi_k2: mlaReader({ ...version3, family: "kimi_k2" }),
  glm_moe_dsa: mlaReader({
    ...version3,
    family: "glm_moe_dsa",
    hiddenSize: 6144,
    layers: 78,
    heads: 64,
    intermediate: 12288,
    vocabularySize: 154880,
    maximumContext: 202752,
    queryLatentDim: 2048,
    nopeDim: 192,
    valueDim: 256,
  }),
};

function mlaReader(defaults: MlaDefaults): FamilyReader {
  return (fields, context) => {
    const hiddenSize = fields.count("hidden_size", defaults.hiddenSize);
    const layers = layerCount(fields, "num_hidden_layers", defaults.layers);
    const mixer = readMla(fields, defaults);
    const selections = readSelections(fields, hiddenSize, mixer.queryLatentDim, layers);
    const experts = readExperts(
      fields,
      { experts: "n_routed_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" },
      { experts: defaults.experts, topK: defaults.topK, intermediate: defaults.moeIntermediate },
    );
    fields.accept("num_experts", "mlp_bias");
    const shared = fields.natural("n_shared_experts", defaults.sharedExperts);
    const sparse = moe({ ...experts, sharedIntermediate: shared * experts.intermediate, routerBias: defaults.routerBias });
    const plain = dense(fields.count("intermediate_size", defaults.intermediate));
    const isSparse = sparseRule(fields, layers, defaults.firstDense);

    const kinds = each(layers, (index) =>
      layer({ ...mixer, sparse: selections[index] ?? null }, isSparse(index) ? sparse : plain),
    );
    // A prediction module has an indexer of its own, also where the last layer takes another's selection.
    const predictor = layer({ ...mixer, sparse: selections[0] ?? null }, sparse);
    const norm: Architecture["norm"] = { kind: "rmsnorm", bias: false };
    return assemble(fields, context, {
      family: defaults.family,
      hiddenSize,
      norm,
      layers: kinds,
      vocabularySize: fields.count("vocab_size", defaults.vocabularySize),
      maximumContext: fields.nullable("max_position_embeddings", defaults.maximumContext),
      tiedEmbeddings: tied(fields, context, false),
      mtpParameters: mtpParameters(fields.natural("num_nextn_predict_layers", 0), [predictor], { hiddenSize, norm }),
    });
  };
}

/** Reads multi-head latent attention. Names and defaults of DeepSeek-V2 and V3. */
export function readMla(
  fields: Fields,
  defaults: Pick<MlaDefaults, "heads" | "queryLatentDim" | "nopeDim" | "valueDim">,
): MlaMixer {
  const heads = fields.count("num_attention_heads", defaults.heads);
  // Under MLA these two repeat other fields and no kernel reads them.
  fields.accept("num_key_value_heads", "head_dim");
  const nopeDim = fields.count("qk_nope_head_dim", defaults.nopeDim);
  const ropeDim = fields.count("qk_rope_head_dim", 64);
  if (fields.count("qk_head_dim", nopeDim + ropeDim) !== nopeDim + ropeDim)
    fields.refuse("qk_head_dim", "is not qk_nope_head_dim + qk_rope_head_dim");
  return {
    kind: "mla",
    heads,
    nopeDim,
    ropeDim,
    queryLatentDim: fields.nullable("q_lora_rank", defaults.queryLatentDim),
    latentDim: fields.count("kv_lora_rank", 512),
    valueDim: fields.count("v_head_dim", defaults.valueDim),
    qkvBias: fields.flag("attention_bias", false),
    sparse: null,
  };
}

const isMlpType = oneOf("dense", "sparse");

/** Layers with experts: by `mlp_layer_types`, or every `moe_layer_freq`-th from `first_k_dense_replace` on. */
function sparseRule(fields: Fields, layers: number, defaultFirst: number): (index: number) => boolean {
  const first = fields.natural("first_k_dense_replace", defaultFirst);
  const frequency = fields.count("moe_layer_freq", 1);
  const types = fields.perLayer("mlp_layer_types", layers, isMlpType);
  return (index) => (types === null ? index >= first && index % frequency === 0 : types[index] === "sparse");
}

const isIndexerType = oneOf("full", "shared");
const isSparseLayer = oneOf("deepseek_sparse_attention");

/**
 * DeepSeek sparse attention (arXiv:2512.02556): per layer an indexer with q from the query latent, one key head with a layer
 * norm, and a weight per head. Layers of type "shared" (GLM-5.2) take the selection of the layer before.
 */
function readSelections(
  fields: Fields,
  hiddenSize: number,
  queryLatentDim: number | null,
  layers: number,
): readonly (SparseSelection | null)[] {
  if (!fields.has("index_topk")) return each(layers, () => null);
  const indexHeads = fields.count("index_n_heads");
  const indexHeadDim = fields.count("index_head_dim");
  const topTokens = fields.count("index_topk");
  fields.perLayer("layer_types", layers, isSparseLayer);
  const types = fields.perLayer("indexer_types", layers, isIndexerType);
  // Beside `indexer_types` these say the same once more.
  if (types !== null)
    fields.accept("index_topk_freq", "index_skip_topk_offset", "index_topk_pattern", "index_share_for_mtp_iteration");
  const full: SparseSelection = {
    topTokens,
    indexHeads,
    indexHeadDim,
    compression: 1,
    // One FP8 key and one FP32 scale.
    indexBytesPerToken: indexHeadDim + 4,
    indexParameters:
      (queryLatentDim ?? hiddenSize) * indexHeads * indexHeadDim +
      hiddenSize * indexHeadDim +
      2 * indexHeadDim +
      hiddenSize * indexHeads,
  };
  const shared: SparseSelection = { ...full, indexHeads: 0, indexBytesPerToken: 0, indexParameters: 0 };
  return each(layers, (index) => (types?.[index] === "shared" ? shared : full));
}
