import type { DeviceFamily } from "../hardware/types.ts";
import type { Precision } from "../quantities/formats.ts";

/**
 * What a serving engine decides, as its documentation gives it: how much memory it takes, how it schedules, what it stores.
 * These are settings, not fitted constants.
 */
export interface EngineTraits {
  /** Share of a device's memory that the engine uses in all (weights, KV, workspace). */
  readonly memoryShare: number;
  /** The share is of what weights and workspace leave free, instead of the whole device. */
  readonly shareOfFree: boolean;
  /** Share to which operators raise it where the usual one would not hold their users, or not even one request; absent: they do not. */
  readonly fullMemoryShare?: number;
  /** The embedding stays in the host's memory. */
  readonly embeddingOnHost: boolean;
  /** Bytes of each device that the engine keeps for its context, communication buffers and captured graphs. */
  readonly reservedBytes: number;
  /** Tokens of one KV block; 1 where the cache is not paged. */
  readonly kvBlockTokens: number;
  /** New tokens of one step at most (chunk budget); Infinity where a prompt is never split. */
  readonly maxBatchedTokens: number;
  /**
   * Where the longest prompt is known, servers are set up with a budget of that and one token of each running request, so that a step
   * holds one prompt; `maxBatchedTokens` is for what else is run.
   */
  readonly budgetOfOnePrompt: boolean;
  /** Running requests of one replica at most. */
  readonly maxRunningRequests: number;
  /** Decoding requests share a step with chunks of prompts; otherwise prompts run alone and decoding pauses. */
  readonly mixesPrefillWithDecode: boolean;
  /** A prompt that does not fit into the budget of a step is cut; otherwise it waits for a step that takes it whole. */
  readonly cutsPrompts: boolean;
  /** A request is admitted when its whole length fits (`reserve`), or when its prompt fits and the cache grows with it (`grow`). */
  readonly admission: "reserve" | "grow";
  /** Decode steps run as captured graphs: launches are not paid by the host. */
  readonly graphs: boolean;
  /** Steps of a prompt, or of several, that pipeline stages work on at once while nothing decodes; 1 where they take turns. */
  readonly promptStepsInFlight: number;
  /** A layer can be spread over devices; otherwise devices hold whole layers each. */
  readonly splitsLayers: boolean;
  /** Several pipeline stages work on different requests at once. */
  readonly pipelines: boolean;
  /**
   * Generation from which sliding windows bound the cache and what attention reads; engines before it keep and read the whole
   * context of every layer.
   */
  readonly windowsSince: string;
  /** Generation from which a step is put together while the one before it runs, so that who comes meanwhile is in the step after it. */
  readonly schedulesAheadSince: string;
  /** Generation from which an all-reduce adds the residual and normalises as well. */
  readonly fusesNormsSince: string;
  /** Generation from which shared experts run in a stream beside the routed ones. */
  readonly besidesExpertsSince: string;
  /** Top-k and top-p sampling sorts every logit; otherwise a fused kernel finds the threshold in a few passes. */
  readonly sortsLogits: boolean;
  /** Generation from which requests that say nothing are sampled as the model's generation config says, which is top-k and top-p. */
  readonly modelSamplingSince: string;
  /** Formats of weights under which the cache is fp8 where the deployment names no format; otherwise it is 16 bits wide. */
  readonly fp8KvUnder: readonly Precision[];
  /** Software generation that an absent version means: the current one. */
  readonly defaultGeneration: string;
  /**
   * The same for a static batch: batch scripts without a version are mostly of 2023 and 2024, before benchmarks were run
   * against servers.
   */
  readonly defaultStaticGeneration: string;
}

/** Prompts that wait for each other where tensor parallelism is narrow. */
export interface Gathering {
  /** Tensor-parallel ranks from which on they do not. */
  readonly belowRanks: number;
  /** Decoding steps that the first waits at most. */
  readonly steps: number;
  /** Prompt tokens that end the wait, as a share of those that a step takes; a step takes as many as a request has in all. */
  readonly budgetShare: number;
}

/**
 * What published recipes of an engine set for benchmark runs where they leave its defaults. Whoever reads a benchmark reads about
 * these settings, so a run of a stated number of requests takes them; what is open-ended takes the engine's defaults.
 */
export interface Recipe {
  /** What it sets, in a few words. */
  readonly says: string;
  /** Families of devices that it is for; absent: all. */
  readonly families?: readonly DeviceFamily[];
  /** It is for models with routed experts only, or for those without. */
  readonly experts?: boolean;
  /** It is for requests with neither a longer prompt nor a longer answer. */
  readonly longestTokens?: number;
  readonly settings: Partial<Pick<EngineTraits, "memoryShare" | "fp8KvUnder" | "maxBatchedTokens" | "schedulesAheadSince" | "fusesNormsSince">>;
  /** Decoding steps for which attention replicas wait until each has a prompt, so that none stands still while others compute theirs. */
  readonly balanceSteps?: number;
  /** How prompts wait for each other on few devices. */
  readonly gathering?: Gathering;
  /** Decoding steps between two looks for new requests, by the number of users from which they hold; the last that applies. */
  readonly pollSteps?: readonly (readonly [users: number, steps: number])[];
}
