import { type Fields, type Names, firstName } from "../config/fields.ts";
import { attention, dense, layer } from "../layers.ts";
import type { Architecture, AttentionMixer, DenseFeedForward, LayerKind } from "../types.ts";
import { type Context, type FamilyReader, type Parts, assemble, each, layerCount, mustDivide } from "./assemble.ts";

/** A value that a row of the table knows, or reads from the config. */
export type From<T> = T | ((fields: Fields) => T);

/** Dimensions that every decoder has. */
export interface Dimensions {
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly intermediate: number;
  readonly vocabularySize: number;
  readonly maximumContext: number | null;
}

/** Names of the dimensions; those of Llama unless a family says otherwise. */
export interface DimensionNames {
  readonly hiddenSize: string;
  readonly layers: string;
  readonly heads: string;
  readonly kvHeads: Names;
  readonly headDim: string;
  readonly intermediate: string;
  readonly vocabularySize: string;
  readonly maximumContext: Names;
}

/** The model type's defaults in Transformers (MPT: in llm-foundry). */
export interface DimensionDefaults extends Partial<Omit<Dimensions, "intermediate" | "kvHeads" | "headDim" | "maximumContext">> {
  readonly intermediate?: number | ((dimensions: { readonly hiddenSize: number }) => number);
  /** Absent: as many as heads. */
  readonly kvHeads?: number;
  /** Absent: hidden size / heads. */
  readonly headDim?: number;
  readonly maximumContext?: number;
  readonly tied?: boolean;
}

/**
 * One family of decoders, as data: how its fields are called, what their defaults are, and the traits that its model code
 * fixes. Families that differ only so need no code of their own.
 */
export interface DecoderFamily {
  readonly family: string;
  readonly names?: Partial<DimensionNames>;
  readonly defaults?: DimensionDefaults;
  readonly norm?: From<Architecture["norm"]>;
  /** Norms over the hidden state in one layer. */
  readonly norms?: From<number>;
  readonly gated?: From<boolean>;
  readonly mlpBias?: From<boolean>;
  readonly parallelBlock?: From<boolean>;
  readonly headBias?: From<boolean>;
  readonly learnedPositions?: (fields: Fields, dimensions: Dimensions) => number;
  /** Traits of attention beside its dimensions. */
  readonly attention?: (fields: Fields, dimensions: Dimensions) => Partial<AttentionMixer>;
  /** What differs from layer to layer: the mixer, the feed-forward network. */
  readonly layers?: (fields: Fields, dimensions: Dimensions, plain: PlainLayer) => (index: number) => LayerKind;
  /** Anything else of the architecture. */
  readonly rest?: (fields: Fields, dimensions: Dimensions, layers: readonly LayerKind[], context: Context) => Partial<Parts>;
}

/** The layer that the table row describes, for families that vary it. */
export interface PlainLayer {
  readonly mixer: AttentionMixer;
  readonly feedForward: DenseFeedForward;
  readonly norms: number;
}

const llamaNames: DimensionNames = {
  hiddenSize: "hidden_size",
  layers: "num_hidden_layers",
  heads: "num_attention_heads",
  kvHeads: "num_key_value_heads",
  headDim: "head_dim",
  intermediate: "intermediate_size",
  vocabularySize: "vocab_size",
  maximumContext: "max_position_embeddings",
};

/** A reader from a row of the table. */
export function decoderReader(row: DecoderFamily): FamilyReader {
  return (fields, context) => {
    const dimensions = readDimensions(fields, row);
    const norms = resolve(row.norms ?? 2, fields);
    const plain: PlainLayer = {
      mixer: attention({
        heads: dimensions.heads,
        kvHeads: dimensions.kvHeads,
        headDim: dimensions.headDim,
        ...row.attention?.(fields, dimensions),
      }),
      feedForward: dense(dimensions.intermediate, {
        gated: resolve(row.gated ?? true, fields),
        bias: resolve(row.mlpBias ?? false, fields),
      }),
      norms,
    };
    const uniform = layer(plain.mixer, plain.feedForward, norms);
    const layers = each(dimensions.layers, row.layers?.(fields, dimensions, plain) ?? (() => uniform));
    return assemble(fields, context, {
      family: row.family,
      hiddenSize: dimensions.hiddenSize,
      vocabularySize: dimensions.vocabularySize,
      maximumContext: dimensions.maximumContext,
      tiedEmbeddings: tied(fields, context, row.defaults?.tied ?? false),
      norm: resolve(row.norm ?? { kind: "rmsnorm", bias: false }, fields),
      parallelBlock: resolve(row.parallelBlock ?? false, fields),
      headBias: resolve(row.headBias ?? false, fields),
      learnedPositions: row.learnedPositions?.(fields, dimensions) ?? 0,
      layers,
      ...row.rest?.(fields, dimensions, layers, context),
    });
  };
}

/** Reads the dimensions and checks that they fit each other. */
export function readDimensions(fields: Fields, row: Pick<DecoderFamily, "names" | "defaults">): Dimensions {
  const names = { ...llamaNames, ...row.names };
  const defaults = row.defaults ?? {};
  const hiddenSize = fields.count(names.hiddenSize, defaults.hiddenSize);
  const layers = layerCount(fields, names.layers, defaults.layers);
  const heads = fields.count(names.heads, defaults.heads);
  const kvHeads = fields.count(names.kvHeads, defaults.kvHeads ?? heads);
  mustDivide(fields, [firstName(names.kvHeads), kvHeads], [names.heads, heads]);
  if (defaults.headDim === undefined && !fields.has(names.headDim))
    mustDivide(fields, [names.heads, heads], [names.hiddenSize, hiddenSize]);
  const headDim = fields.count(names.headDim, defaults.headDim ?? Math.max(1, Math.floor(hiddenSize / heads)));
  const inner = defaults.intermediate;
  const intermediate = fields.count(names.intermediate, typeof inner === "function" ? inner({ hiddenSize }) : inner);
  return {
    hiddenSize,
    layers,
    heads,
    kvHeads,
    headDim,
    intermediate,
    vocabularySize: fields.count(names.vocabularySize, defaults.vocabularySize),
    maximumContext: fields.nullable(names.maximumContext, defaults.maximumContext ?? null),
  };
}

/** Whether head and embedding are one tensor: said in the text section or beside it. */
export function tied(fields: Fields, context: Context, fallback: boolean): boolean {
  return fields.flag(
    "tie_word_embeddings",
    context.root === fields ? fallback : context.root.flag("tie_word_embeddings", fallback),
  );
}

/** A trait that a field of the config decides. */
export const flag =
  (name: Names, fallback: boolean) =>
  (fields: Fields): boolean =>
    fields.flag(name, fallback);

function resolve<T>(from: From<T>, fields: Fields): T {
  return typeof from === "function" ? (from as (fields: Fields) => T)(fields) : from;
}
