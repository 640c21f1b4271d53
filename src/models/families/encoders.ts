import { attention, dense, layer } from "../layers.ts";
import { type FamilyReader, assemble, each } from "./assemble.ts";
import { readDimensions } from "./decoder.ts";

/** BERT, RoBERTa and XLM-R: post-norm encoders with token types and a pooler. `norm` of the result is over the embeddings. */
function bert(
  family: string,
  defaults: { readonly vocabularySize: number; readonly positions: number; readonly types: number },
): FamilyReader {
  return (fields, context) => {
    const d = readDimensions(fields, {
      defaults: {
        hiddenSize: 768,
        intermediate: 3072,
        layers: 12,
        heads: 12,
        vocabularySize: defaults.vocabularySize,
        maximumContext: defaults.positions,
      },
    });
    fields.accept("position_embedding_type", "gradient_checkpointing");
    const positional = fields.choice("position_embedding_type", ["absolute", "relative_key", "relative_key_query"], "absolute");
    if (positional !== "absolute") fields.refuse("position_embedding_type", "adds parameters that are not counted");
    const mixer = attention({
      heads: d.heads,
      kvHeads: d.kvHeads,
      headDim: d.headDim,
      causal: false,
      rotary: false,
      qkvBias: true,
      outputBias: true,
    });
    const kind = layer(mixer, dense(d.intermediate, { gated: false, bias: true }), 2);
    return assemble(fields, context, {
      family,
      hiddenSize: d.hiddenSize,
      vocabularySize: d.vocabularySize,
      maximumContext: d.maximumContext,
      norm: { kind: "layernorm", bias: true },
      decoder: false,
      tiedEmbeddings: true,
      learnedPositions: d.maximumContext ?? defaults.positions,
      layers: each(d.layers, () => kind),
      otherParameters:
        fields.count("type_vocab_size", defaults.types) * d.hiddenSize + d.hiddenSize * d.hiddenSize + d.hiddenSize,
    });
  };
}

/** Encoders: no cache, no decode, no head. */
export const encoderReaders: Readonly<Record<string, FamilyReader>> = {
  bert: bert("bert", { vocabularySize: 30522, positions: 512, types: 2 }),
  roberta: bert("roberta", { vocabularySize: 50265, positions: 512, types: 2 }),
  "xlm-roberta": bert("xlm-roberta", { vocabularySize: 30522, positions: 512, types: 2 }),
};
