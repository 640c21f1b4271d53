import type { Precision } from "../quantities/formats.ts";

/** Degrees of parallelism. `devices` = tp × pp × dp × attentionDp; experts spread over `ep` of a group of tp × attentionDp. */
export interface Plan {
  /** Tensor parallel: every matrix split over so many devices. */
  readonly tp: number;
  /** Pipeline parallel: layers split over so many stages. */
  readonly pp: number;
  /** Expert parallel: experts spread over so many devices of a group of tp × attentionDp. */
  readonly ep: number;
  /** Data parallel: whole engines (replicas) side by side. */
  readonly dp: number;
  /** Attention replicas of one engine that share its experts. */
  readonly attentionDp: number;
}

/** Number formats of a deployment; absent ones are the engine's usual choice. */
export interface Precisions {
  /** As weights are stored; products are computed in what the device multiplies. */
  readonly weights: Precision;
  /** As keys and values are cached. */
  readonly kv?: Precision;
  /** As activations are multiplied. */
  readonly activations?: Precision;
}

/** Engines with priors of their own; any other string takes the nearest. */
export type KnownEngine =
  | "vllm" | "tensorrt-llm" | "sglang" | "deepspeed-mii" | "llama.cpp" | "tgi" | "sambaflow" | "megatron"
  | "fastertransformer" | "ideal" | "nccl" | "pytorch" | "deepgemm" | "neuronx";
/** An engine by its name: one with priors of its own, or any other. */
export type Engine = KnownEngine | (string & {});
