/** Mean and quantiles (inf{t : F(t) ≥ q}) of one latency. */
export interface LatencySummary {
  /** Mean, s. */
  readonly meanSeconds: number;
  /** Median, s. */
  readonly p50Seconds: number;
  /** 90th percentile, s. */
  readonly p90Seconds: number;
  /** 95th percentile, s. */
  readonly p95Seconds: number;
  /** 99th percentile, s. */
  readonly p99Seconds: number;
}

/** The figures of a run. */
export interface ServerFigures {
  /** Arrival to first token. */
  readonly ttft: LatencySummary;
  /** (last token − first token)/(output tokens − 1), over requests with more than one output token. */
  readonly tpot: LatencySummary;
  /** Gaps between two emissions of the same request, over all gaps. A speculative window is one emission. */
  readonly itl: LatencySummary;
  /** Arrival to last token. */
  readonly request: LatencySummary;
  /** Arrival until the first iteration that works on it begins. */
  readonly queue: LatencySummary;
  /** Completed, 1/s. */
  readonly requestsPerSecond: number;
  /** Prompt tokens of completed requests, 1/s. */
  readonly inputTokensPerSecond: number;
  /** Output tokens, 1/s. */
  readonly outputTokensPerSecond: number;
  /** Time average of the requests admitted and not ended, all replicas of the decoding pool together. */
  readonly runningRequests: number;
  /** Time average of the requests waiting for admission. */
  readonly waitingRequests: number;
  /** Mean decoding requests of an iteration that decodes. */
  readonly decodeBatch: number;
  /** Share of time in which an engine runs an iteration. */
  readonly busyFraction: number;
  /** Time average of KV tokens held by running requests over the capacity; 0 without a capacity. */
  readonly kvOccupancy: number;
  /** Preemptions per completed request. */
  readonly preemptionsPerRequest: number;
  /** Share of requests inside the service level; 1 without one. */
  readonly attainment: number;
  /** Requests per second inside the service level. */
  readonly goodputRequestsPerSecond: number;
}

/** State at the ends of equal bins of time. */
export interface ServerTimeSeries {
  /** End of each bin, s. */
  readonly seconds: Float64Array;
  /** Requests that run. */
  readonly running: Float64Array;
  /** Requests that wait for admission. */
  readonly waiting: Float64Array;
  /** Tokens in the cache. */
  readonly kvTokens: Float64Array;
  /** Requests that came in the bin. */
  readonly arrivals: Float64Array;
  /** Requests that ended in the bin. */
  readonly completions: Float64Array;
  /** Tokens that were put out in the bin. */
  readonly outputTokens: Float64Array;
}

/** Times of every request of a finite run, in order of arrival; −1 in `ttft…` never occurs after a complete run. */
export interface ServerRequestTimes {
  /** s from the start. */
  readonly arrivalSeconds: Float64Array;
  /** Start of the first iteration that works on it, s. */
  readonly firstScheduledSeconds: Float64Array;
  /** s from the start. */
  readonly firstTokenSeconds: Float64Array;
  /** s from the start. */
  readonly lastTokenSeconds: Float64Array;
  /** Tokens of the prompt. */
  readonly inputTokens: Float64Array;
  /** Tokens of the answer. */
  readonly outputTokens: Float64Array;
  /** Engine that ran it, from 0. */
  readonly replica: Float64Array;
}

/** What `simulateServer` returns. */
export interface ServerAnswer extends ServerFigures {
  /**
   * Half-width of the 95 % interval of every figure, from independent replications; absent with a single one. Of a trace from its own
   * parts (five batches, jackknifed): how far another stretch of traffic alike may be; absent where the trace is too short to tell.
   */
  readonly halfWidth95?: ServerFigures;
  /** Of a trace that is too short for intervals: about how many requests are needed, by its load; infinite above the capacity. */
  readonly requestsForInterval?: number;
  /** Requests that the figures count (start-up removed). */
  readonly measuredRequests: number;
  /** Simulated seconds, start-up removed; for a finite run the time until the last token. */
  readonly simulatedSeconds: number;
  /** Independent runs. */
  readonly replications: number;
  /** Whether `run.precision` was reached; absent where none was asked for. */
  readonly precise?: boolean;
  /** Where a bin's width was given. */
  readonly timeSeries?: ServerTimeSeries;
  /** Where they were to be kept. */
  readonly requests?: ServerRequestTimes;
}
