import type { ComputeFormat, NumberFormat } from "../quantities/formats.ts";

/**
 * What one rank works on in one step. A rank is one tensor-parallel group member; with data-parallel attention the counts are
 * those of one attention replica.
 */
export interface StepShape {
  /** Requests that generate one token each. */
  readonly decodeSequences: number;
  /** Mean tokens that a decoding request attends to, the new one included. */
  readonly decodeContext: number;
  /** New prompt tokens of all prefilling requests together. */
  readonly prefillTokens: number;
  readonly prefillSequences: number;
  /** KV length that the last query of each prefilling request sees, itself included. */
  readonly prefillContext: number;
  /** Rows for which logits are computed. */
  readonly logitRows: number;
  /** Of an encoder–decoder: mean input tokens of a decoding request, which are part of its `decodeContext`. */
  readonly decodeInput?: number | undefined;
}

interface Common {
  /** For people: `attention.qkv`, `experts`, … */
  readonly name: string;
  /** Layers that have this operator. */
  readonly count: number;
  /** Dependent kernels that one layer launches for it. */
  readonly kernels: number;
  /** Weights (parameters) that a device holds for one layer of it, and their bytes. */
  readonly weightElements: number;
  readonly weightBytes: number;
  /** Of an encoder–decoder: what of a step it sees, where that is not its output tokens. */
  readonly sees?: "inputs" | "cross";
}

/** C[m, n] = A[m, k] · B[k, n] with m the rows of the step and B the rank's shard of a weight matrix. */
export interface GemmOperator extends Common {
  readonly kind: "gemm";
  readonly n: number;
  readonly k: number;
  readonly weights: NumberFormat;
  readonly compute: ComputeFormat;
  /** Which rows of the step pass through: every token, or those whose logits are wanted. */
  readonly rows: "tokens" | "logits";
  readonly outputBytes: number;
}

/** The routed experts that a rank holds: up, (gate,) activation and down of every visited expert. */
export interface ExpertsOperator extends Common {
  readonly kind: "experts";
  readonly experts: number;
  readonly localExperts: number;
  readonly topK: number;
  readonly hidden: number;
  /** Intermediate width of one expert on this rank. */
  readonly intermediate: number;
  readonly gated: boolean;
  readonly weights: NumberFormat;
  readonly compute: ComputeFormat;
  /** Attention replicas whose tokens meet in these experts. */
  readonly tokenReplicas: number;
  /** Ranks over which the experts are spread. */
  readonly ep: number;
}

/** Softmax attention of the rank's heads over its KV heads. */
export interface AttentionOperator extends Common {
  readonly kind: "attention";
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly valueHeadDim: number;
  /** Tokens that a query sees at most (window, chunk or sparse selection); Infinity sees all. */
  readonly span: number;
  /** Tokens see those before them, and their keys and values go to a cache; not in an encoder, nor in cross-attention, whose cache is written apart. */
  readonly causal: boolean;
  readonly kv: NumberFormat;
  /** Bytes of indexer keys read per context token; 0 without sparse selection. */
  readonly indexBytesPerToken: number;
  /** FLOPs of the indexer per query and context token. */
  readonly indexFlopsPerPair: number;
}

/** Multi-head latent attention: absorbed in decode (one latent head), not absorbed in prefill. */
export interface MlaOperator extends Common {
  readonly kind: "mla";
  readonly heads: number;
  readonly latentDim: number;
  readonly ropeDim: number;
  readonly nopeDim: number;
  readonly valueDim: number;
  readonly span: number;
  readonly kv: NumberFormat;
  readonly indexBytesPerToken: number;
  readonly indexFlopsPerPair: number;
}

/** State update and read-out of a recurrent mixer; cost does not grow with context. */
export interface RecurrentOperator extends Common {
  readonly kind: "recurrent";
  readonly stateElements: number;
  readonly stateBytes: number;
  readonly flopsPerToken: number;
  readonly activationBytesPerToken: number;
}

/** Norms, rotary embedding, activation, residual adds, cache writes: bytes and launches. */
export interface ElementwiseOperator extends Common {
  readonly kind: "elementwise";
  readonly bytesPerToken: number;
  readonly flopsPerToken: number;
  readonly rows: "tokens" | "logits";
}

/**
 * Each row's logits sorted for top-k and top-p sampling, with what follows on the sorted row: softmax, running sum, mask, scatter.
 * `bytesPerToken` is one pass over keys and indices, read and written; how many a sort makes is a constant of its kernels.
 */
export interface SortOperator extends Common {
  readonly kind: "sort";
  readonly bytesPerToken: number;
  /** None counted; with it a sort has the fields of an elementwise operator, which keeps loops over operators fast. */
  readonly flopsPerToken: 0;
  readonly rows: "logits";
}

/** What ranks do together; `p2p` is a message from one to another. */
export type CollectiveKind = "allreduce" | "allgather" | "reduce_scatter" | "alltoall" | "p2p";

/** A message between ranks. `bytesPerToken` counts the larger of a rank's send and receive buffer, as nccl-tests does. */
export interface CollectiveOperator extends Common {
  readonly kind: "collective";
  readonly collective: CollectiveKind;
  readonly ranks: number;
  /** Ranks in order occupy `stride`-spaced devices: 1 for the innermost dimension. */
  readonly stride: number;
  readonly bytesPerToken: number;
  readonly rows: "tokens" | "logits";
}

export type Operator =
  | GemmOperator | ExpertsOperator | AttentionOperator | MlaOperator | RecurrentOperator | ElementwiseOperator | SortOperator | CollectiveOperator;

/**
 * Operators that see the same of a step: all of it; of an encoder–decoder its input tokens, its output tokens, or the output tokens
 * with their inputs as the context.
 */
export interface PassSection {
  readonly sees: "step" | "inputs" | "outputs" | "cross";
  readonly operators: readonly Operator[];
}

/** All that one rank does in one pass through the model, layer kinds counted. */
export interface Pass {
  readonly operators: readonly Operator[];
  /** The same operators, by what they see of a step; one section but for an encoder–decoder. */
  readonly sections: readonly PassSection[];
  readonly layers: number;
  readonly hiddenSize: number;
  /** Bytes of weights of one layer of each kind, as operators carry them. */
  readonly layerWeightBytes: readonly number[];
  readonly embeddingBytes: number;
  readonly headBytes: number;
  /** Elements per token of input and output of the widest matrix product. */
  readonly widestElements: number;
}

/** Work of one operator over all its layers in one step, on one rank. */
export interface Work {
  readonly flops: number;
  readonly weightBytes: number;
  readonly kvReadBytes: number;
  readonly kvWriteBytes: number;
  readonly activationBytes: number;
  /** Larger of send and receive buffer, summed over layers. */
  readonly messageBytes: number;
}
