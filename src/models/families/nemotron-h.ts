import { brief } from "../../quantities/errors.ts";
import type { Fields } from "../config/fields.ts";
import { attention, dense, layer, moe, noFeedForward, noMixer } from "../layers.ts";
import type { Architecture, LayerKind } from "../types.ts";
import { type FamilyReader, assemble, layerCount, mustDivide } from "./assemble.ts";
import { tied } from "./decoder.ts";
import { readExperts } from "./experts.ts";
import { attentionBias } from "./llama.ts";
import { mtpParameters } from "./mtp.ts";
import { mamba2 } from "./recurrent.ts";

const rmsNorm: Architecture["norm"] = { kind: "rmsnorm", bias: false };

type Block = "mamba" | "attention" | "moe" | "mlp";
const blockNames: Readonly<Record<string, Block>> = {
  mamba: "mamba",
  linear_attention: "mamba",
  attention: "attention",
  full_attention: "attention",
  moe: "moe",
  mlp: "mlp",
  M: "mamba",
  "*": "attention",
  E: "moe",
  "-": "mlp",
};

/** The blocks of a list of names, or of a pattern string such as `M-M*`. */
function blocks(fields: Fields, listName: string, patternName: string): readonly Block[] | null {
  const names = fields.list(listName);
  const pattern = fields.text(patternName);
  const source = names ?? (pattern === null ? null : [...pattern]);
  return source === null
    ? null
    : source.map((name) => {
        const block = typeof name === "string" && Object.hasOwn(blockNames, name) ? blockNames[name] : undefined;
        return (
          block ??
          fields.refuse(
            names === null ? patternName : listName,
            `holds ${brief(name)}; known are ${Object.keys(blockNames).join(" ")}`,
          )
        );
      });
}

/** Nemotron-H: layers that are each only a mixer or only a feed-forward network, with one norm. Defaults from Transformers. */
export const nemotronH: FamilyReader = (fields, context) => {
  const hiddenSize = fields.count("hidden_size", 4096);
  const pattern =
    blocks(fields, "layers_block_type", "hybrid_override_pattern") ?? (["mamba", "moe", "attention", "mlp"] as const);
  const layers = layerCount(fields, "num_hidden_layers", pattern.length);
  if (layers !== pattern.length)
    fields.refuse("num_hidden_layers", `is not the number of blocks in the pattern, ${pattern.length}`);
  const kinds = nemotronBlocks(fields, hiddenSize);
  const modules = fields.natural("num_nextn_predict_layers", 0);
  const predictor = blocks(fields, "mtp_layers_block_type", "mtp_hybrid_override_pattern") ?? (["attention", "moe"] as const);
  fields.accept("expand", "num_local_experts");
  return assemble(fields, context, {
    family: "nemotron_h",
    hiddenSize,
    norm: rmsNorm,
    layers: pattern.map((block) => kinds[block]()),
    vocabularySize: fields.count("vocab_size", 131072),
    maximumContext: fields.nullable("max_position_embeddings", 4096),
    tiedEmbeddings: tied(fields, context, false),
    mtpParameters:
      modules === 0
        ? 0
        : mtpParameters(
            modules,
            predictor.map((block) => kinds[block]()),
            { hiddenSize, norm: rmsNorm },
          ),
  });
};

/** One maker for each kind of block, so that a model without experts need not say how many it has. */
function nemotronBlocks(fields: Fields, hiddenSize: number): Readonly<Record<Block, () => LayerKind>> {
  const once = (make: () => LayerKind): (() => LayerKind) => {
    let made: LayerKind | undefined;
    return () => (made ??= make());
  };
  const heads = fields.count("num_attention_heads", 32);
  const kvHeads = fields.count("num_key_value_heads", 8);
  mustDivide(fields, ["num_key_value_heads", kvHeads], ["num_attention_heads", heads]);
  const mixer = attention({
    heads,
    kvHeads,
    headDim: fields.count(["head_dim", "attention_head_dim"], 128),
    rotary: false,
    window: fields.nullable("sliding_window", null),
    ...attentionBias(fields),
  });
  const bias = fields.flag("mlp_bias", false);
  const intermediate = fields.count("intermediate_size", 21504);
  const recurrent = mamba2({
    hiddenSize,
    heads: fields.count("mamba_num_heads", 128),
    headDim: fields.count("mamba_head_dim", 64),
    stateSize: fields.count(["ssm_state_size", "mamba_state_dim"], 128),
    groups: fields.count(["n_groups", "mamba_n_groups", "mamba_num_groups"], 8),
    convolutionWidth: fields.count(["conv_kernel", "mamba_d_conv"], 4),
    convolutionBias: fields.flag(["use_conv_bias", "mamba_conv_bias"], true),
    projectionBias: fields.flag(["use_bias", "mamba_proj_bias"], false),
  });
  const expertFields = [
    "n_routed_experts",
    "num_experts_per_tok",
    "moe_intermediate_size",
    "moe_latent_size",
    "n_shared_experts",
    "moe_shared_expert_intermediate_size",
  ];
  fields.accept(...expertFields);
  return {
    mamba: once(() => layer(recurrent, noFeedForward, 1)),
    attention: once(() => layer(mixer, noFeedForward, 1)),
    mlp: once(() => layer(noMixer, dense(intermediate, { gated: false, bias }), 1)),
    moe: once(() =>
      layer(
        noMixer,
        moe({
          ...readExperts(
            fields,
            { experts: "n_routed_experts", topK: "num_experts_per_tok", intermediate: "moe_intermediate_size" },
            { experts: 8, topK: 2, intermediate: 7688 },
          ),
          expertHidden: fields.nullable("moe_latent_size", null),
          gated: false,
          bias,
          sharedIntermediate:
            fields.natural("n_shared_experts", 1) === 0 ? 0 : fields.count("moe_shared_expert_intermediate_size", 7688),
          routerBias: true,
        }),
        1,
      ),
    ),
  };
}
