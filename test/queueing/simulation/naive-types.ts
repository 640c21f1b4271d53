import type { RandomStream } from "../../../src/numerics/random.ts";
import type { BatchingPolicy, Disaggregation, KvCache, Router, ServerTraceRequest, StepFunction } from "../../../src/queueing/simulation/server-types.ts";

/** What the naive simulator needs to know: step times as a function, everything else as the options have it. */
export interface NaiveCase {
  readonly step: StepFunction;
  readonly policy: BatchingPolicy;
  readonly kv?: KvCache;
  readonly replicas?: number;
  readonly router?: Router;
  readonly random?: RandomStream;
  readonly disaggregated?: Disaggregation;
  /** Tokens proposed by speculation. */
  readonly proposed?: number;
  /** Requests in order of arrival; in a closed load `arrivalSeconds` is not used. */
  readonly requests: readonly ServerTraceRequest[];
  /** Decoding iterations of each request; default output − 1. */
  readonly iterations?: readonly number[];
  readonly closedUsers?: number;
}

export interface NaiveTimes {
  readonly arrival: number;
  readonly scheduled: number;
  readonly first: number;
  readonly last: number;
}

export interface NaiveResult {
  readonly times: readonly NaiveTimes[];
  readonly gaps: number[];
  readonly iterations: number;
  readonly decodeRequests: number;
  readonly busySeconds: number;
  readonly runningSeconds: number;
  readonly waitingSeconds: number;
  readonly kvTokenSeconds: number;
  readonly preemptions: number;
}
