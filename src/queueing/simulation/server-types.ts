import type { Arrivals, Distribution, TokenLengths, TraceRequest } from "../../workloads/types.ts";
import type { BatchingPolicy, KvCache } from "./batching-types.ts";

export type { BatchingPolicy, KvCache } from "./batching-types.ts";
export type { LatencySummary, ServerAnswer, ServerFigures, ServerRequestTimes, ServerTimeSeries } from "./server-answer.ts";

/**
 * What one iteration of the engine does, as the step model sees it.
 *
 * `decodeRequests` requests each compute one token (or one speculative window) and together read `contextTokens` tokens
 * of KV, the token being computed included. `prefillTokens` prompt tokens of `prefillRequests` requests are computed in
 * the same iteration; `prefillPairs` is the number of (query, key) pairs of their causal attention: a chunk of c tokens
 * behind s tokens already in the cache has c·s + c(c + 1)/2.
 */
export type StepFunction = (
  decodeRequests: number,
  contextTokens: number,
  prefillTokens: number,
  prefillPairs: number,
  prefillRequests: number,
) => number;

/** An iteration takes the sum of these; absent coefficients are 0. Terms named prefill count only where there is some. */
export interface StepCoefficients {
  /** Once for an iteration, s. */
  readonly fixedSeconds: number;
  /** For each decoding request, s. */
  readonly perRequestSeconds?: number;
  /** For each token of context that decoding reads, s. */
  readonly perKvTokenSeconds?: number;
  /** Once for an iteration that holds any prompt tokens. */
  readonly perPrefillStepSeconds?: number;
  /** For each prompt whose chunk is in the iteration. */
  readonly perPrefillRequestSeconds?: number;
  /** For each prompt token that is computed, s. */
  readonly perPrefillTokenSeconds?: number;
  /** For each pair of causal attention of the prompt tokens: the quadratic term. */
  readonly perPrefillPairSeconds?: number;
}

/**
 * A step model as a function. It is sampled on a grid (requests exactly up to `exactRequests`, otherwise geometric grids
 * with `nodesPerOctave` nodes) and interpolated linearly, each node once: between two events the step time is then affine
 * in the context, so that the event-skipping sum over iterations has a closed form. Iterations with prompt tokens are taken
 * one by one (with {@link StepCoefficients} the full chunks of a long prompt form runs as well). What is sampled is kept with
 * this object: give several simulations the same one, and never change what its function returns.
 */
export interface SampledSteps {
  /** Seconds of an iteration from what is in it. */
  readonly stepSeconds: StepFunction;
  /** Default 4: nodes at 2^(i/4), rounded to integers. A larger number follows kinks more closely and costs calls. */
  readonly nodesPerOctave?: number;
  /** Every number of decoding requests up to this is its own node; default 8. */
  readonly exactRequests?: number;
}

/** Seconds of a step by what is in it: a sum of terms, or a function that is sampled. */
export type StepTime = StepCoefficients | SampledSteps;

/** Where the requests come from. */
export type ServerLoad =
  | {
      /** A stream that does not wait for answers: Poisson, renewal (gamma gaps for burstiness), MMPP, or sinusoidal. */
      readonly mode: "open";
      readonly arrivals: Arrivals;
      /** A finite run of so many requests from an empty server, as benchmark clients do. Absent: the steady state. */
      readonly requests?: number;
    }
  | {
      /** `concurrency` users, each sends its next request when its last one has ended (after `thinkSeconds`, default 0). */
      readonly mode: "closed";
      readonly concurrency: number;
      readonly thinkSeconds?: number | Distribution;
      /**
       * A finite run of so many requests in all, as benchmark clients do: the first `concurrency` are sent at once, each
       * completion sends the next; figures are over the whole run. Absent: the steady state.
       */
      readonly requests?: number;
    }
  | {
      /** All requests queued at once: a finite run of `requests`, or the steady state of an endless backlog. */
      readonly mode: "offline";
      readonly requests?: number;
    }
  | {
      /** The recorded requests, in order of arrival; token lengths come from the trace. */
      readonly mode: "trace";
      readonly requests: readonly ServerTraceRequest[];
    };

/** A request of a trace with what the router and the scheduler may want to know. */
export interface ServerTraceRequest extends TraceRequest {
  /** Requests of one session go to one replica under `session-affinity`. */
  readonly session?: number;
  /** 0 is the highest; used by `order: "priority"`. */
  readonly priorityClass?: number;
}

/** Draft-and-verify decoding: an iteration proposes `tokens`, each accepted with probability `acceptance` while the last was. */
export interface SpeculativeDecoding {
  /** Tokens that are proposed. */
  readonly tokens: number;
  /** Chance that one is accepted, 0 to 1. */
  readonly acceptance: number;
}

/** Which replica takes a request. `least-work` counts the tokens (prompt and output) of requests not ended; ties go to the lowest number. */
export type Router = "round-robin" | "random" | "join-shortest-queue" | "least-work" | "session-affinity";

/** One pool of a disaggregated deployment; what is absent is taken from the options beside it. */
export interface ServerPool {
  /** Engines of the pool. */
  readonly replicas?: number;
  /** Seconds of its iterations. */
  readonly stepTime?: StepTime;
  /** Most requests that one engine runs. */
  readonly maxRunningRequests?: number;
  /** Most tokens of an iteration. */
  readonly maxBatchedTokens?: number;
  /** Its cache. */
  readonly kv?: KvCache;
  /** Which engine takes a request. */
  readonly router?: Router;
}

/** Separate prefill and decode pools. The prefill pool gives the first token; then the KV of the prompt moves. */
export interface Disaggregation {
  /** Where prompts are computed. */
  readonly prefill: ServerPool;
  /** Where tokens after the first are. */
  readonly decode: ServerPool;
  /** To send the cache of one prompt, whatever its length, s; default 0. */
  readonly transferFixedSeconds?: number;
  /** To send the cache of one token, s; default 0. */
  readonly transferPerTokenSeconds?: number;
  /** True: transfers share one link and queue for it. Default false: each has its own. */
  readonly sharedLink?: boolean;
}

/** A service-level objective: at least `fraction` of the requests keep every bound that is given. */
export interface ServiceLevel {
  /** Most that its time to first token may be, s. */
  readonly ttftSeconds?: number;
  /** Most that its time per output token may be, s. */
  readonly tpotSeconds?: number;
  /** Most that it may take in all, s. */
  readonly requestSeconds?: number;
  /** Default 0.99. */
  readonly fraction?: number;
}

/** How long to simulate. A trace and a finite run end by themselves. Same seed (default 1), same answer. */
export interface RunLength {
  /** Of the random streams. */
  readonly seed?: number;
  /** Independent replications; default 8 for steady states, 1 for finite runs (4 with `precision`) and traces. */
  readonly replications?: number;
  /**
   * Relative half-width of the 95 % interval that the means and p50…p99 of TTFT, TPOT and request time should reach: steady states
   * run on, finite runs are repeated; of a trace `precise` says whether it is long enough.
   */
  readonly precision?: number;
  /** Requests in all replications together: the most that may be spent on `precision`; default 2,000,000. */
  readonly maximumRequests?: number;
  /** Requests in all replications together to begin with; default 20,000. Without `precision` it is the length. */
  readonly requests?: number;
}

/** Options of {@link simulateServer}. */
export interface ServerOptions {
  /** Where requests come from. */
  readonly load: ServerLoad;
  /** Needed unless the load is a trace. */
  readonly inputTokens?: TokenLengths;
  /** Needed unless the load is a trace. At least 1. */
  readonly outputTokens?: TokenLengths;
  /** Prompt tokens found in the prefix cache: not computed again, still held in KV. */
  readonly prefixHitTokens?: TokenLengths;
  /** Seconds of an iteration. */
  readonly stepTime: StepTime;
  /** How the engine batches. */
  readonly policy?: BatchingPolicy;
  /** Its cache; without a limit where absent. */
  readonly kv?: KvCache;
  /** Draft-and-verify decoding. */
  readonly speculative?: SpeculativeDecoding;
  /** Independent engines behind the router; default 1. */
  readonly replicas?: number;
  /** Which engine takes a request; round robin by default. */
  readonly router?: Router;
  /** Sessions among which drawn requests are spread evenly (`session-affinity`); a closed load's users are its sessions. */
  readonly sessions?: number;
  /** Separate pools for prompts and further tokens. */
  readonly disaggregated?: Disaggregation;
  /** Bounds that each request should keep. */
  readonly serviceLevel?: ServiceLevel;
  /** How long to simulate. */
  readonly run?: RunLength;
  /**
   * Width of a bin of the time series; absent: no time series. Of the first replication. A run that would need more than
   * 100,000 bins has them twice as wide, or four times, …: `timeSeries.seconds` says how wide.
   */
  readonly timeSeriesSeconds?: number;
  /** Keep the times of every request of a finite run or trace (in order of arrival). */
  readonly keepRequests?: boolean;
}
