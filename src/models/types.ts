import type { Precision } from "../quantities/formats.ts";

/**
 * Softmax attention with a key and a value per KV head (multi-head, grouped-query or multi-query).
 * Parameters: q, k, v and o projections, optional biases, optional per-head q/k norms, optional output gate.
 */
export interface AttentionMixer {
  readonly kind: "attention";
  /** Query heads. */
  readonly heads: number;
  /** Heads of keys and values; divides `heads`. */
  readonly kvHeads: number;
  /** Width of a query or key head. */
  readonly headDim: number;
  /** Width of a value head where it differs from the key head. */
  readonly valueHeadDim: number;
  /** Tokens that a query sees at most; null sees all. */
  readonly window: number | null;
  /** Tokens of one local chunk (Llama 4); a query sees only its own chunk. Null where attention is not chunked. */
  readonly chunk: number | null;
  /** A query sees no later token. */
  readonly causal: boolean;
  /** Queries and keys are rotated by their position. */
  readonly rotary: boolean;
  /** The q, k and v projections have biases. */
  readonly qkvBias: boolean;
  /** The output projection has a bias. */
  readonly outputBias: boolean;
  /** Parameters of the norms over q and k, both together. */
  readonly qkNormParameters: number;
  /** Query projection has a second half that gates the output (Qwen3-Next). */
  readonly outputGate: boolean;
  /** Learned sink per head (gpt-oss). */
  readonly sinks: boolean;
  /** KV shared with an earlier layer (Gemma 3n, YOCO-like): no k/v projection and no cache of its own. */
  readonly sharesKv: boolean;
  /** The value is the key projection (Gemma 4 full-attention layers): one projection, one cached tensor still stored twice unless said. */
  readonly keyIsValue: boolean;
  /** What of the context is read; null: all of it. */
  readonly sparse: SparseSelection | null;
  /** Width of the latent through which the query is projected (DeepSeek V4); absent where there is none. Its norm is in `qkNormParameters`. */
  readonly queryLatentDim?: number;
  /** Output projection in two steps (DeepSeek V4): each of `groups` groups of heads to `latentDim`, then all of them to the hidden size. */
  readonly outputLatent?: { /** Groups of heads. */ readonly groups: number; /** Width to which a group is projected. */ readonly latentDim: number };
  /** A linear gate with one output per head scales the heads (Step). */
  readonly headGate?: boolean;
  /** Key and value are one cached tensor, stored once (DeepSeek V4). */
  readonly cachedOnce?: boolean;
}

/** Multi-head latent attention (DeepSeek V2/V3): one latent and one rotary key per token, shared by all heads. */
export interface MlaMixer {
  readonly kind: "mla";
  /** Query heads. */
  readonly heads: number;
  /** Width of the latent through which the query is projected; null: projected at once. */
  readonly queryLatentDim: number | null;
  /** Width of the cached latent. */
  readonly latentDim: number;
  /** Width of the part of a key head without position. */
  readonly nopeDim: number;
  /** Width of the cached rotary key, shared by all heads. */
  readonly ropeDim: number;
  /** Width of a value head. */
  readonly valueDim: number;
  /** What of the context is read; null: all of it. */
  readonly sparse: SparseSelection | null;
  /** The projections have biases. */
  readonly qkvBias: boolean;
  /** A full-rank linear gate of the heads' output, h to heads × valueDim (Kimi K3). */
  readonly outputGate?: boolean;
}

/**
 * Sparse attention: an indexer scores the context, attention reads the best of it (DeepSeek V3.2 and after). With
 * `compression` > 1 (DeepSeek V4) the context is cached compressed, and attention reads the selected entries beside the
 * uncompressed tokens of its `window`.
 */
export interface SparseSelection {
  /** Cache entries (tokens where compression is 1) that a query reads at most. */
  readonly topTokens: number;
  /** Heads that score the context; 0 where the layer takes another layer's selection, or reads every entry. */
  readonly indexHeads: number;
  /** Width of an indexer's head. */
  readonly indexHeadDim: number;
  /** Bytes of indexer key cached for one entry (one token where compression is 1) of one layer. */
  readonly indexBytesPerToken: number;
  /** Parameters of the indexer in one layer. */
  readonly indexParameters: number;
  /** Tokens compressed into one cached entry; 1 where the cache is per token. */
  readonly compression: number;
  /** Parameters of the projections that compress the context, in one layer; absent where it is not compressed. */
  readonly compressionParameters?: number;
  /** Consecutive entries that are selected together (MiniMax M3 selects blocks); absent: one by one. */
  readonly blockEntries?: number;
}

/** A recurrent mixer with a fixed state: Mamba, Mamba-2, gated delta net, lightning and other linear attention. */
export interface RecurrentMixer {
  readonly kind: "recurrent";
  /** Which recurrence it is. */
  readonly variant: "mamba" | "mamba2" | "gated-deltanet" | "lightning" | "kimi-delta";
  /** Heads, each with a state. */
  readonly heads: number;
  /** State matrix of one head is keyDim × valueDim. */
  readonly keyDim: number;
  /** Columns of a head's state. */
  readonly valueDim: number;
  /** Rows × columns of every matrix that a token passes in this mixer. */
  readonly projections: readonly Projection[];
  /** Channels and width of the short convolution; 0 where there is none. */
  readonly convolutionChannels: number;
  /** Taps of the short convolution. */
  readonly convolutionWidth: number;
  /** Elements of recurrent state of one sequence in one layer (all heads), convolution state not counted. */
  readonly stateElements: number;
  /** Parameters beside the projections (A, D, dt bias, norms, convolution). */
  readonly otherParameters: number;
}

/** One matrix of a mixer: `outputs × inputs` weights; `shard` says which side tensor parallelism splits. */
export interface Projection {
  /** What it projects. */
  readonly name: string;
  /** Columns of the matrix. */
  readonly inputs: number;
  /** Rows of the matrix. */
  readonly outputs: number;
  /** Whether it has one. */
  readonly bias: boolean;
  /** The side that tensor parallelism splits. */
  readonly shard: "outputs" | "inputs" | "none";
}

/** A layer without a token mixer (Nemotron-H's FFN-only layers). */
export interface NoMixer {
  readonly kind: "none";
}

/** What mixes the tokens of a sequence in a layer. */
export type Mixer = AttentionMixer | MlaMixer | RecurrentMixer | NoMixer;

/** Plain or gated feed-forward network. */
export interface DenseFeedForward {
  readonly kind: "dense";
  /** Inner width. */
  readonly intermediate: number;
  /** Two matrices up, one gates the other (SwiGLU). */
  readonly gated: boolean;
  /** The matrices have biases. */
  readonly bias: boolean;
}

/** Mixture of experts: routed experts of which a token visits `topK`, and shared experts that it always visits. */
export interface MoeFeedForward {
  readonly kind: "moe";
  /** Routed experts of a layer. */
  readonly experts: number;
  /** Routed experts that a token visits. */
  readonly topK: number;
  /** Inner width of one expert. */
  readonly intermediate: number;
  /** Width of an expert's input and output where it is not the hidden size (latent MoE); null otherwise. */
  readonly expertHidden: number | null;
  /** Two matrices up, one gates the other (SwiGLU). */
  readonly gated: boolean;
  /** The matrices have biases. */
  readonly bias: boolean;
  /** Summed intermediate width of the shared experts; 0 where there is none. */
  readonly sharedIntermediate: number;
  /** The shared expert has a scalar gate (Qwen). */
  readonly sharedGate: boolean;
  /** Parameters of router bias or score correction, per layer. */
  readonly routerBias: boolean;
}

/** A layer without a feed-forward network. */
export interface NoFeedForward {
  readonly kind: "none";
}

/** What follows the mixer in a layer. */
export type FeedForward = DenseFeedForward | MoeFeedForward | NoFeedForward;

/** One kind of layer; a model has few kinds and many layers. */
export interface LayerKind {
  /** What mixes the tokens. */
  readonly mixer: Mixer;
  /** What follows it. */
  readonly feedForward: FeedForward;
  /** Norms over the hidden state in this layer. */
  readonly norms: number;
  /** Parameters in this layer beside those that mixer, feed-forward and norms tell. */
  readonly otherParameters: number;
  /** A layer of the encoder of an encoder–decoder: input tokens pass it once, all together. Absent: a layer of the model's one stack, or of the decoder. */
  readonly encodes?: boolean;
  /** Attention of a decoder's layer to what the encoder made of the input, after its own; it has the KV heads of `mixer`. */
  readonly cross?: AttentionMixer;
}

/** An encoder that runs once per image or prompt (vision tower, BERT body of a pipeline). */
export interface Encoder {
  /** All of it. */
  readonly parameters: number;
  /** Number of layers. */
  readonly layers: number;
  /** Width of the hidden state. */
  readonly hiddenSize: number;
  /** Inner width of its feed-forward. */
  readonly intermediate: number;
  /** Attention heads. */
  readonly heads: number;
}

/** What one pass of a model needs to know; dimensions only, no hardware. */
export interface Architecture {
  /** Repository id, or the name that the user gave. */
  readonly id: string;
  /** As its `config.json` says: `model_type`. */
  readonly family: string;
  /** Width of the hidden state. */
  readonly hiddenSize: number;
  /** Rows of the token embedding. */
  readonly vocabularySize: number;
  /** Width of the token embedding where it is not that of the hidden state: a projection stands behind it and before the head (OPT-350M). */
  readonly embeddingSize?: number;
  /** The output head is the token embedding. */
  readonly tiedEmbeddings: boolean;
  /** Rows of a learned position table; 0 with rotary, ALiBi or none. */
  readonly learnedPositions: number;
  /** Tokens that it was made for; null where nobody says. */
  readonly maximumContext: number | null;
  /** Mixer and feed-forward read the same normed input and join once (GPT-J, Falcon, PaLM): one all-reduce per layer. */
  readonly parallelBlock: boolean;
  /** The norms of the hidden state. */
  readonly norm: { /** With or without a mean. */ readonly kind: "rmsnorm" | "layernorm"; /** They have biases. */ readonly bias: boolean; /** One stands behind the last layer; true unless told. */ readonly final?: boolean };
  /** Each kind of layer once; `pattern` says where. */
  readonly layerKinds: readonly LayerKind[];
  /** For each layer, in order, the index of its kind; the layers of an encoder come before those of its decoder. */
  readonly pattern: readonly number[];
  /** False for encoders (BERT): no KV cache, no decode. */
  readonly decoder: boolean;
  /** The output head has a bias. */
  readonly headBias: boolean;
  /** Parameters outside layers beside embedding, head, positions and the final norm. */
  readonly otherParameters: number;
  /** Kept apart from `parameters`: multi-token-prediction modules, vision tower. */
  readonly mtpParameters: number;
  /** Its vision tower; null without one. */
  readonly vision: Encoder | null;
  /** What the checkpoint's own quantisation says; null for 16-bit checkpoints. */
  readonly checkpointPrecision: Precision | null;
}
