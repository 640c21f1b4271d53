import type { Precision } from "../quantities/formats.ts";

/** Degrees of parallelism. `devices` = tp × pp × dp × attentionDp; experts spread over `ep` of a group of tp × attentionDp. */
export interface Plan {
  readonly tp: number;
  readonly pp: number;
  readonly ep: number;
  readonly dp: number;
  readonly attentionDp: number;
}

/** Number formats of a deployment; absent ones are the engine's usual choice. */
export interface Precisions {
  readonly weights: Precision;
  readonly kv?: Precision;
  readonly activations?: Precision;
}

/** Engines with priors of their own; any other string takes the nearest. */
export type KnownEngine =
  | "vllm" | "tensorrt-llm" | "sglang" | "deepspeed-mii" | "llama.cpp" | "tgi" | "sambaflow" | "megatron"
  | "fastertransformer" | "ideal" | "nccl" | "pytorch" | "deepgemm" | "neuronx";
/** An engine by its name: one with priors of its own, or any other. */
export type Engine = KnownEngine | (string & {});
