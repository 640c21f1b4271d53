import type { FittedConstants } from "../constants/lookup.ts";
import type { CollectiveKind } from "../operators/types.ts";
import type { Precision } from "../quantities/formats.ts";
import type { ElementwiseKind } from "../roofline/elementwise.ts";
import type { Bound, HardwareReference, Interval } from "./types.ts";

/** C[m, n] = A[m, k] · B[k, n]. */
export interface GemmKernel {
  readonly op: "gemm";
  /** Rows of A and C: tokens. */
  readonly m: number;
  /** Columns of B and C. */
  readonly n: number;
  /** Columns of A, rows of B. */
  readonly k: number;
}

/** The routed experts of one rank: both products of every visited expert. `tokens` over all ranks choose among all `experts`. */
export interface GroupedGemmKernel {
  readonly op: "grouped_gemm";
  /** Over all ranks. */
  readonly tokens: number;
  /** Over all ranks. */
  readonly experts: number;
  /** Experts that a token visits. */
  readonly topK: number;
  /** Width of an expert's input and output. */
  readonly hidden: number;
  /** Inner width of an expert. */
  readonly intermediate: number;
  /** Default 1. */
  readonly ep?: number;
  /** Default 1. */
  readonly tp?: number;
  /** Default true. */
  readonly gated?: boolean;
  /** How evenly tokens choose; balanced by default. */
  readonly expertLoad?: "balanced" | { readonly powerLaw: number };
}

interface AttentionShape {
  readonly batch: number;
  readonly contextTokens: number;
  readonly heads: number;
  /** Default: the precision of the case. */
  readonly kvPrecision?: Precision;
}

/** Attention of many queries of each sequence over its context. */
export interface AttentionPrefillKernel extends AttentionShape {
  readonly op: "attention_prefill";
  /** New tokens of each sequence. */
  readonly queryTokens: number;
  /** Heads of keys and values. */
  readonly kvHeads: number;
  /** Width of a head. */
  readonly headDim: number;
  /** Default true. */
  readonly causal?: boolean;
  /** Tokens that a query sees at most; default all. */
  readonly window?: number;
}

/** Attention of one query of each sequence over its KV cache. */
export interface AttentionDecodeKernel extends AttentionShape {
  readonly op: "attention_decode";
  /** Heads of keys and values. */
  readonly kvHeads: number;
  /** Width of a head. */
  readonly headDim: number;
  /** Tokens that a query sees at most; default all. */
  readonly window?: number;
}

/** Multi-head latent attention of many queries of each sequence; sizes are elements of one head, those of the latent are shared by all. */
export interface MlaPrefillKernel extends AttentionShape {
  readonly op: "mla_prefill";
  /** New tokens of each sequence. */
  readonly queryTokens: number;
  /** Width of the cached latent. */
  readonly latentDim: number;
  /** Width of the rotary key. */
  readonly ropeDim: number;
  /** Default 128. */
  readonly nopeDim?: number;
  /** Default 128. */
  readonly valueDim?: number;
}

/** Absorbed multi-head latent attention of one query of each sequence over its cached latents. */
export interface MlaDecodeKernel extends AttentionShape {
  readonly op: "mla_decode";
  /** Width of the cached latent. */
  readonly latentDim: number;
  /** Width of the rotary key. */
  readonly ropeDim: number;
}

/** `bytes`: the larger of a rank's send and receive buffer, as nccl-tests counts. */
export interface CollectiveKernel {
  /** What is exchanged. */
  readonly op: CollectiveKind;
  /** B. */
  readonly bytes: number;
  /** Ranks. */
  readonly devices: number;
  /** Id of the fabric; default the device's own inside one scale-up network. */
  readonly fabric?: string;
}

/** An operation on each element or row of a matrix. */
export interface RowKernel {
  /** What is done. */
  readonly op: ElementwiseKind;
  /** Rows of the matrix: tokens. */
  readonly rows: number;
  /** Elements of a row. */
  readonly columns: number;
}

/** Sizes of one kernel call, in the words of the contract. */
export type Kernel =
  | GemmKernel | GroupedGemmKernel | AttentionPrefillKernel | AttentionDecodeKernel | MlaPrefillKernel | MlaDecodeKernel
  | CollectiveKernel | RowKernel;

/** A kernel on a device. */
export type KernelScenario = Kernel & {
  readonly hardware: HardwareReference;
  readonly node?: string;
  /** Whose kernels; default `nccl` for collectives, `tensorrt-llm` for attention and products, `vllm` for rows. */
  readonly engine?: string;
  readonly engineVersion?: string;
  /** Default bf16. */
  readonly precision?: Precision;
  /** Constants fitted on the user's own measurements. */
  readonly profile?: { readonly constants: FittedConstants };
};

/** Time of one call, repeated over the same operands as benchmarks do, with its 90 % interval and what binds it. */
export interface KernelPrediction {
  /** Of one call, s. */
  readonly latencySeconds: number;
  /** Floating-point operations of one call. */
  readonly flops: number;
  /** Bytes that must move: to and from memory, or over the link for a collective. */
  readonly bytes: number;
  /** 90 % interval of the latency, s. */
  readonly interval90: Interval;
  /** What limits it. */
  readonly bound: Bound;
  /** What was assumed, one sentence each. */
  readonly warnings: readonly string[];
}
