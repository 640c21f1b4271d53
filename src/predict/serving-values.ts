/** The figures of a serving prediction; those that the load does not define are absent. */
export interface ServingValues {
  /** Time to first token, s: from arrival; the mean over requests. */
  ttftSeconds?: number;
  /** Its median, s. */
  ttftP50Seconds?: number;
  /** Its 90th percentile, s. */
  ttftP90Seconds?: number;
  /** Its 95th percentile, s. */
  ttftP95Seconds?: number;
  /** Its 99th percentile, s. */
  ttftP99Seconds?: number;
  /** Time per output token, s: (end − first token)/(output tokens − 1); the mean over requests. */
  tpotSeconds?: number;
  /** Its median over requests, s. */
  tpotP50Seconds?: number;
  /** Its 90th percentile over requests, s. */
  tpotP90Seconds?: number;
  /** Its 95th percentile over requests, s. */
  tpotP95Seconds?: number;
  /** Its 99th percentile over requests, s. */
  tpotP99Seconds?: number;
  /** Gaps between two tokens of a request, over all gaps. */
  itlSeconds?: number;
  /** Median gap, s. */
  itlP50Seconds?: number;
  /** 90th percentile of the gaps, s. */
  itlP90Seconds?: number;
  /** 95th percentile of the gaps, s. */
  itlP95Seconds?: number;
  /** 99th percentile of the gaps, s. */
  itlP99Seconds?: number;
  /** Arrival to last token, s; the mean over requests. */
  requestSeconds?: number;
  /** Its median, s. */
  requestP50Seconds?: number;
  /** Its 90th percentile, s. */
  requestP90Seconds?: number;
  /** Its 95th percentile, s. */
  requestP95Seconds?: number;
  /** Its 99th percentile, s. */
  requestP99Seconds?: number;
  /** A static batch from start to last token, s. */
  batchSeconds?: number;
  /** A static batch from start to the first token of all, s. */
  firstTokenBatchSeconds?: number;
  /** New prompt tokens of a static batch over its time without decoding, 1/s. */
  prefillTokensPerSecond?: number;
  /** Output tokens after the first of a static batch over its decoding time, 1/s. */
  decodeTokensPerSecond?: number;
  /** Output tokens of the whole deployment, 1/s. */
  outputTokensPerSecond?: number;
  /** Prompt and output tokens of the whole deployment, 1/s. */
  totalTokensPerSecond?: number;
  /** Requests that the whole deployment completes, 1/s. */
  requestsPerSecond?: number;
  /** Share of the requests inside the service level that was asked for. */
  attainment?: number;
  /** Requests per second inside it. */
  goodputRequestsPerSecond?: number;
  /** Requests inside at once, time average over all replicas. */
  runningBatch?: number;
  /** Model FLOPs over the dense peak of the format that most products use, 0 to 1. */
  mfu?: number;
  /** Bytes that decoding must move over what the memory could, 0 to 1. */
  mbu?: number;
  /** Weights on the fullest device, B. */
  weightsBytesPerDevice?: number;
  /** KV cache of one token in all layers, B. */
  kvBytesPerToken?: number;
  /** Tokens whose cache the deployment holds. */
  kvCapacityTokens?: number;
  /** Requests of the scenario's length whose cache it holds. */
  maxConcurrency?: number;
  /** Mean power of all devices, W; hosts and cooling not included. */
  powerWatts?: number;
  /** Energy of the devices for one output token, J. */
  energyPerOutputTokenJoules?: number;
  /** Energy of the devices for one request, J. */
  energyPerRequestJoules?: number;
  /** All costs over output tokens alone, $ per million. */
  usdPerMillionOutputTokens?: number;
  /** All costs over prompt and output tokens alike, $ per million. */
  usdPerMillionTokens?: number;
  /** Output tokens for one dollar. */
  outputTokensPerUsd?: number;
}

/** The name of a figure of a prediction. */
export type ServingFigure = keyof ServingValues;

/** 90 % prediction interval. */
export type Interval = readonly [low: number, high: number];
