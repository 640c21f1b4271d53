import type { Architecture } from "../types.ts";
import { type DecoderFamily, flag } from "./decoder.ts";

const layerNorm: Architecture["norm"] = { kind: "layernorm", bias: true };
const fourTimes = ({ hiddenSize }: { readonly hiddenSize: number }): number => 4 * hiddenSize;

/** Decoders before and beside Llama: layer norms, plain feed-forward networks, biases. Defaults from Transformers. */
export const classicFamilies: Readonly<Record<string, DecoderFamily>> = {
  gpt2: {
    family: "gpt2",
    names: { hiddenSize: "n_embd", layers: "n_layer", heads: "n_head", intermediate: "n_inner", maximumContext: "n_positions" },
    defaults: {
      hiddenSize: 768,
      layers: 12,
      heads: 12,
      intermediate: fourTimes,
      vocabularySize: 50257,
      maximumContext: 1024,
      tied: true,
    },
    norm: layerNorm,
    gated: false,
    mlpBias: true,
    attention: () => ({ qkvBias: true, outputBias: true, rotary: false }),
    learnedPositions: (fields, { maximumContext }) => {
      fields.accept("n_ctx");
      return maximumContext ?? 1024;
    },
  },
  gptj: {
    family: "gptj",
    names: { hiddenSize: "n_embd", layers: "n_layer", heads: "n_head", intermediate: "n_inner", maximumContext: "n_positions" },
    defaults: { hiddenSize: 4096, layers: 28, heads: 16, intermediate: fourTimes, vocabularySize: 50400, maximumContext: 2048 },
    norm: layerNorm,
    norms: 1,
    gated: false,
    mlpBias: true,
    parallelBlock: true,
    headBias: true,
  },
  gpt_neox: {
    family: "gpt_neox",
    defaults: { hiddenSize: 6144, layers: 44, heads: 64, intermediate: 24576, vocabularySize: 50432, maximumContext: 2048 },
    norm: layerNorm,
    gated: false,
    mlpBias: true,
    parallelBlock: flag("use_parallel_residual", true),
    attention: (fields) => {
      const bias = fields.flag("attention_bias", true);
      return { qkvBias: bias, outputBias: bias };
    },
  },
  gpt_bigcode: {
    family: "gpt_bigcode",
    names: { hiddenSize: "n_embd", layers: "n_layer", heads: "n_head", intermediate: "n_inner", maximumContext: "n_positions" },
    defaults: {
      hiddenSize: 768,
      layers: 12,
      heads: 12,
      intermediate: fourTimes,
      vocabularySize: 50257,
      maximumContext: 1024,
      tied: true,
    },
    norm: layerNorm,
    gated: false,
    mlpBias: true,
    attention: (fields, { heads }) => ({
      qkvBias: true,
      outputBias: true,
      rotary: false,
      kvHeads: fields.flag("multi_query", true) ? 1 : heads,
    }),
    learnedPositions: (_, { maximumContext }) => maximumContext ?? 1024,
  },
  opt: {
    family: "opt",
    names: { intermediate: "ffn_dim" },
    defaults: {
      hiddenSize: 768,
      layers: 12,
      heads: 12,
      intermediate: 3072,
      vocabularySize: 50272,
      maximumContext: 2048,
      tied: true,
    },
    norm: layerNorm,
    gated: false,
    mlpBias: flag("enable_bias", true),
    attention: (fields) => {
      const bias = fields.flag("enable_bias", true);
      return { qkvBias: bias, outputBias: bias, rotary: false };
    },
    // Transformers' OPT keeps two unused rows before the first position.
    learnedPositions: (_, { maximumContext }) => (maximumContext ?? 2048) + 2,
    rest: (fields, { hiddenSize }) => {
      const embeddingSize = fields.count("word_embed_proj_dim", hiddenSize);
      // Norms behind the layers leave none for the end (OPT-350M).
      const final = fields.flag("do_layer_norm_before", true);
      if (!fields.flag("layer_norm_elementwise_affine", true))
        fields.refuse("layer_norm_elementwise_affine", "means norms without parameters, which are not counted");
      return { ...(embeddingSize !== hiddenSize && { embeddingSize }), ...(!final && { norm: { ...layerNorm, final } }) };
    },
  },
  bloom: {
    family: "bloom",
    names: { layers: "n_layer", heads: "n_head", maximumContext: "seq_length" },
    defaults: {
      hiddenSize: 64,
      layers: 2,
      heads: 8,
      intermediate: fourTimes,
      vocabularySize: 250880,
      maximumContext: 2048,
      tied: true,
    },
    norm: layerNorm,
    gated: false,
    mlpBias: true,
    attention: () => ({ qkvBias: true, outputBias: true, rotary: false }),
    // A layer norm over the embeddings.
    rest: (_, { hiddenSize }) => ({ otherParameters: 2 * hiddenSize }),
  },
  phi: {
    family: "phi",
    defaults: { hiddenSize: 2048, layers: 24, heads: 32, intermediate: 8192, vocabularySize: 51200, maximumContext: 2048 },
    norm: layerNorm,
    norms: 1,
    gated: false,
    mlpBias: true,
    parallelBlock: true,
    headBias: true,
    attention: (fields, { headDim }) => ({
      qkvBias: true,
      outputBias: true,
      qkNormParameters: fields.flag("qk_layernorm", false) ? 4 * headDim : 0,
    }),
  },
  // Alternate layers read a block-sparse pattern of the context; all of it is cached and, here, all of it is counted.
  phi3small: {
    family: "phi3small",
    names: { intermediate: "ff_intermediate_size" },
    defaults: {
      hiddenSize: 4096,
      layers: 32,
      heads: 32,
      kvHeads: 8,
      intermediate: 14336,
      vocabularySize: 100352,
      maximumContext: 8192,
      tied: true,
    },
    norm: layerNorm,
    mlpBias: true,
    attention: (fields) => {
      fields.accept(
        "ff_dim_multiplier",
        "gegelu_limit",
        "gegelu_pad_to_256",
        "dense_attention_every_n_layers",
        "blocksparse_homo_head_pattern",
        "blocksparse_block_size",
        "blocksparse_num_local_blocks",
        "blocksparse_vert_stride",
        "blocksparse_triton_kernel_block_size",
        "mup_use_scaling",
        "mup_attn_multiplier",
        "dummy_token_indices",
      );
      const bias = fields.flag("attention_bias", true);
      return { qkvBias: bias, outputBias: bias };
    },
  },
  starcoder2: {
    family: "starcoder2",
    defaults: {
      hiddenSize: 3072,
      layers: 30,
      heads: 24,
      kvHeads: 2,
      intermediate: 12288,
      vocabularySize: 49152,
      maximumContext: 4096,
      tied: true,
    },
    norm: layerNorm,
    gated: false,
    mlpBias: flag("use_bias", true),
    attention: (fields) => {
      const bias = fields.flag("use_bias", true);
      return { qkvBias: bias, outputBias: bias, window: fields.nullable("sliding_window", null) };
    },
    rest: (fields) => {
      fields.accept("norm_type", "mlp_type");
      return {};
    },
  },
  /**
   * PaLM has no public checkpoint; this type is ridgepoint's own, with Llama's field names. Defaults are PaLM 8B's
   * (arXiv:2204.02311, table 1): multi-query, parallel block, SwiGLU, norms without bias, shared embedding.
   */
  palm: {
    family: "palm",
    defaults: {
      hiddenSize: 4096,
      layers: 32,
      heads: 16,
      kvHeads: 1,
      headDim: 256,
      intermediate: fourTimes,
      vocabularySize: 256000,
      maximumContext: 2048,
      tied: true,
    },
    norm: { kind: "layernorm", bias: false },
    parallelBlock: flag("parallel_block", true),
    norms: (fields) => (fields.flag("parallel_block", true) ? 1 : 2),
    gated: flag("gated", true),
  },
};
