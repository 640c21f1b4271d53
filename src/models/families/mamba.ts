import type { Fields } from "../config/fields.ts";
import { attention, dense, layer, moe, noFeedForward } from "../layers.ts";
import type { Architecture, RecurrentMixer } from "../types.ts";
import { type FamilyReader, assemble, each, layerCount } from "./assemble.ts";
import { readDimensions, tied } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { mamba, mamba2 } from "./recurrent.ts";

const rmsNorm: Architecture["norm"] = { kind: "rmsnorm", bias: false };

/** Jamba: attention every `attn_layer_period` layers, Mamba between, experts every `expert_layer_period`. */
const jamba: FamilyReader = (fields, context) => {
  const d = readDimensions(fields, {
    defaults: {
      hiddenSize: 4096,
      intermediate: 14336,
      layers: 32,
      heads: 32,
      kvHeads: 8,
      vocabularySize: 65536,
      maximumContext: 262144,
    },
  });
  const every = (period: string, offset: string, defaultPeriod: number, defaultOffset: number): ((index: number) => boolean) => {
    const step = fields.count(period, defaultPeriod);
    const first = fields.natural(offset, defaultOffset);
    return (index) => index % step === first;
  };
  const isAttention = every("attn_layer_period", "attn_layer_offset", 8, 4);
  const hasExperts = every("expert_layer_period", "expert_layer_offset", 2, 1);
  const rank = fields.raw("mamba_dt_rank");
  const recurrent = mamba({
    hiddenSize: d.hiddenSize,
    inner: fields.count("mamba_expand", 2) * d.hiddenSize,
    stateSize: fields.count("mamba_d_state", 16),
    timeStepRank: rank === undefined || rank === "auto" ? Math.ceil(d.hiddenSize / 16) : fields.count("mamba_dt_rank"),
    convolutionWidth: fields.count("mamba_d_conv", 4),
    convolutionBias: fields.flag("mamba_conv_bias", true),
    projectionBias: fields.flag("mamba_proj_bias", false),
    innerNorms: true,
  });
  const softmax = attention({
    heads: d.heads,
    kvHeads: d.kvHeads,
    headDim: d.headDim,
    rotary: false,
    window: fields.nullable("sliding_window", null),
  });
  const experts = readExperts(
    fields,
    { experts: "num_experts", topK: "num_experts_per_tok" },
    { experts: 16, topK: 2, intermediate: d.intermediate },
  );
  const wide = experts.experts === 1 ? dense(d.intermediate) : moe(experts);
  const plain = dense(d.intermediate);
  return assemble(fields, context, {
    family: "jamba",
    hiddenSize: d.hiddenSize,
    vocabularySize: d.vocabularySize,
    maximumContext: d.maximumContext,
    norm: rmsNorm,
    tiedEmbeddings: tied(fields, context, false),
    layers: each(d.layers, (index) => layer(isAttention(index) ? softmax : recurrent, hasExperts(index) ? wide : plain)),
  });
};

/** Pure Mamba and Mamba-2 models: a norm and a mixer in each layer. Names and defaults from Transformers. */
function pure(
  family: string,
  defaults: { readonly layers: number; readonly hiddenSize: number; readonly vocabularySize: number; readonly tied: boolean },
  mixer: (fields: Fields, hiddenSize: number) => RecurrentMixer,
): FamilyReader {
  return (fields, context) => {
    const hiddenSize = fields.count(["hidden_size", "d_model"], defaults.hiddenSize);
    const kind = layer(mixer(fields, hiddenSize), noFeedForward, 1);
    const layers = layerCount(fields, "num_hidden_layers", defaults.layers);
    fields.accept("n_layer", "rms_norm", "conv_kernel", "expand", "time_step_rank");
    return assemble(fields, context, {
      family,
      hiddenSize,
      norm: rmsNorm,
      layers: each(layers, () => kind),
      vocabularySize: fields.count("vocab_size", defaults.vocabularySize),
      tiedEmbeddings: tied(fields, context, defaults.tied),
    });
  };
}

/** Readers of models with state-space layers. */
export const mambaReaders: Readonly<Record<string, FamilyReader>> = {
  jamba,
  mamba: pure("mamba", { layers: 32, hiddenSize: 768, vocabularySize: 50280, tied: true }, (fields, hiddenSize) => {
    const rank = fields.raw("time_step_rank");
    return mamba({
      hiddenSize,
      inner: fields.count("intermediate_size", fields.count("expand", 2) * hiddenSize),
      stateSize: fields.count("state_size", 16),
      timeStepRank: rank === undefined || rank === "auto" ? Math.ceil(hiddenSize / 16) : fields.count("time_step_rank"),
      convolutionWidth: fields.count("conv_kernel", 4),
      convolutionBias: fields.flag("use_conv_bias", true),
      projectionBias: fields.flag("use_bias", false),
      innerNorms: false,
    });
  }),
  mamba2: pure("mamba2", { layers: 64, hiddenSize: 4096, vocabularySize: 32768, tied: false }, (fields, hiddenSize) => {
    const heads = fields.count("num_heads", 128);
    const headDim = fields.count("head_dim", 64);
    if (heads * headDim !== fields.count("expand", 2) * hiddenSize)
      fields.refuse("num_heads", "times head_dim is not expand × hidden_size");
    return mamba2({
      hiddenSize,
      heads,
      headDim,
      stateSize: fields.count("state_size", 128),
      groups: fields.count("n_groups", 8),
      convolutionWidth: fields.count("conv_kernel", 4),
      convolutionBias: fields.flag("use_conv_bias", true),
      projectionBias: fields.flag("use_bias", false),
    });
  }),
};
