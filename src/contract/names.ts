import type { ServingFigure } from "../predict/types.ts";

/** Contract name of each figure of a serving prediction. */
export const servingNames: Readonly<Record<ServingFigure, string>> = {
  ttftSeconds: "ttft_s", ttftP50Seconds: "ttft_p50_s", ttftP90Seconds: "ttft_p90_s", ttftP95Seconds: "ttft_p95_s", ttftP99Seconds: "ttft_p99_s",
  tpotSeconds: "tpot_s", tpotP50Seconds: "tpot_p50_s", tpotP90Seconds: "tpot_p90_s", tpotP95Seconds: "tpot_p95_s", tpotP99Seconds: "tpot_p99_s",
  itlSeconds: "itl_s", itlP50Seconds: "itl_p50_s", itlP90Seconds: "itl_p90_s", itlP95Seconds: "itl_p95_s", itlP99Seconds: "itl_p99_s",
  requestSeconds: "request_s", requestP50Seconds: "request_p50_s", requestP90Seconds: "request_p90_s", requestP95Seconds: "request_p95_s",
  requestP99Seconds: "request_p99_s",
  batchSeconds: "batch_s", firstTokenBatchSeconds: "first_token_batch_s",
  prefillTokensPerSecond: "prefill_tokens_per_s", decodeTokensPerSecond: "decode_tokens_per_s", outputTokensPerSecond: "output_tokens_per_s",
  totalTokensPerSecond: "total_tokens_per_s", requestsPerSecond: "requests_per_s", attainment: "attainment", goodputRequestsPerSecond: "goodput_requests_per_s",
  runningBatch: "running_batch",
  mfu: "mfu", mbu: "mbu",
  weightsBytesPerDevice: "weights_bytes_per_device", kvBytesPerToken: "kv_bytes_per_token", kvCapacityTokens: "kv_capacity_tokens",
  maxConcurrency: "max_concurrency",
  powerWatts: "power_w", energyPerOutputTokenJoules: "energy_per_output_token_j", energyPerRequestJoules: "energy_per_request_j",
  usdPerMillionOutputTokens: "usd_per_million_output_tokens", usdPerMillionTokens: "usd_per_million_tokens", outputTokensPerUsd: "output_tokens_per_usd",
};
