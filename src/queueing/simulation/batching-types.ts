/** How an iteration is put together. */
export interface BatchingPolicy {
  /**
   * `chunked` (default; vLLM V1): decodes and prompt chunks share an iteration. `prefill-first` (vLLM V0): whole prompts
   * alone, decodes wait. `prefill-first-chunked` (SGLang): the same with long prompts cut. `mixed` (TensorRT-LLM without
   * chunked context): whole prompts beside decodes. With pools, prompts run alone in the prefill pool anyway.
   */
  readonly kind?: "chunked" | "prefill-first" | "prefill-first-chunked" | "mixed";
  /** Tokens of one iteration; default without limit. A whole prompt longer than this runs alone. */
  readonly maxBatchedTokens?: number;
  /** Whether decoding requests count against `maxBatchedTokens` (default true). */
  readonly decodesCount?: boolean;
  /** Requests that run at once in one replica; default without limit. */
  readonly maxRunningRequests?: number;
  /**
   * The make-up of an iteration is settled when the one before it starts, so that the host works while the device does: who arrives
   * during an iteration is not in the next but in the one after it, unless the engine is idle. Default false.
   */
  readonly schedulesAhead?: boolean;
  /**
   * Decoding iterations from one look for new requests to the next; after an iteration with a prompt, and where nothing runs, a replica
   * looks at once. Default 1. SGLang calls it `scheduler_recv_interval`.
   */
  readonly pollSteps?: number;
  /**
   * With `pollSteps`: prompts are gathered. The first that is found waits for as many decoding iterations, unless this many wait before.
   * TensorRT-LLM balances attention replicas so, and delays batches (`batch_wait_timeout_iters`). Order of arrival only. Default: none.
   */
  readonly gatherPrompts?: number;
  /**
   * Order of the waiting requests; the head of the order is never overtaken (strict). `shortest-predicted` ranks by
   * output tokens · e^(σZ) with `predictionLogErrorSigma`. Default `fcfs`.
   */
  readonly order?: "fcfs" | "shortest-predicted" | "priority";
  /** σ of `shortest-predicted`, default 0: lengths are known. */
  readonly predictionLogErrorSigma?: number;
  /** Probability of each priority class of a drawn request (`order: "priority"`); class 0 is the highest. */
  readonly priorityProbabilities?: readonly number[];
}

/** KV cache of one replica. */
export interface KvCache {
  /** Tokens that one replica holds. */
  readonly capacityTokens: number;
  /** Tokens of one block; default 1. */
  readonly blockTokens?: number;
  /**
   * `reserve` (default): input + output tokens are set aside at admission. `grow`: blocks of the prompt at admission, one
   * more whenever a request crosses a block; when none is free the request admitted last is preempted.
   */
  readonly admission?: "reserve" | "grow";
  /** What preemption does to the victim: `recompute` (default) drops its KV, `swap` moves it to the host and back. */
  readonly preemption?: "recompute" | "swap";
  /** Seconds for each token moved by `swap`, one way; the iteration is longer by it. */
  readonly swapPerTokenSeconds?: number;
  /** Blocks that an admission must leave free under `grow`; default 0. */
  readonly watermarkBlocks?: number;
}
