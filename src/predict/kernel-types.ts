import type { FittedConstants } from "../constants/lookup.ts";
import type { CollectiveKind } from "../operators/types.ts";
import type { Precision } from "../quantities/formats.ts";
import type { ElementwiseKind } from "../roofline/elementwise.ts";
import type { Bound, HardwareReference, Interval } from "./types.ts";

/** C[m, n] = A[m, k] · B[k, n]. */
export interface GemmKernel {
  readonly op: "gemm";
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/** The routed experts of one rank: both products of every visited expert. `tokens` over all ranks choose among all `experts`. */
export interface GroupedGemmKernel {
  readonly op: "grouped_gemm";
  readonly tokens: number;
  readonly experts: number;
  readonly topK: number;
  readonly hidden: number;
  readonly intermediate: number;
  /** Default 1. */
  readonly ep?: number;
  /** Default 1. */
  readonly tp?: number;
  /** Default true. */
  readonly gated?: boolean;
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
  readonly queryTokens: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Default true. */
  readonly causal?: boolean;
  /** Tokens that a query sees at most; default all. */
  readonly window?: number;
}

/** Attention of one query of each sequence over its KV cache. */
export interface AttentionDecodeKernel extends AttentionShape {
  readonly op: "attention_decode";
  readonly kvHeads: number;
  readonly headDim: number;
  readonly window?: number;
}

/** Multi-head latent attention of many queries of each sequence; sizes are elements of one head, those of the latent are shared by all. */
export interface MlaPrefillKernel extends AttentionShape {
  readonly op: "mla_prefill";
  readonly queryTokens: number;
  readonly latentDim: number;
  readonly ropeDim: number;
  /** Default 128. */
  readonly nopeDim?: number;
  /** Default 128. */
  readonly valueDim?: number;
}

/** Absorbed multi-head latent attention of one query of each sequence over its cached latents. */
export interface MlaDecodeKernel extends AttentionShape {
  readonly op: "mla_decode";
  readonly latentDim: number;
  readonly ropeDim: number;
}

/** `bytes`: the larger of a rank's send and receive buffer, as nccl-tests counts. */
export interface CollectiveKernel {
  readonly op: CollectiveKind;
  readonly bytes: number;
  readonly devices: number;
  /** Id of the fabric; default the device's own inside one scale-up network. */
  readonly fabric?: string;
}

/** An operation on each element or row of a matrix. */
export interface RowKernel {
  readonly op: ElementwiseKind;
  readonly rows: number;
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
  readonly latencySeconds: number;
  readonly flops: number;
  /** Bytes that must move: to and from memory, or over the link for a collective. */
  readonly bytes: number;
  readonly interval90: Interval;
  readonly bound: Bound;
  readonly warnings: readonly string[];
}
