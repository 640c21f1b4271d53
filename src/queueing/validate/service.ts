import { invalidValue } from "../../quantities/errors.ts";
import { joinPath, numberField, optionalNumber, refuseUnknown, requireField, requireRecord } from "../../workloads/fields.ts";
import { parseCounts, parseDistribution } from "../../workloads/parse.ts";
import type { BatchService, BatchTime, IterationService, ServiceTime } from "../types.ts";

const TIME = { atLeast: 0 } as const;

/** Reads a service time: a DIST in seconds, or per_token_s, fixed_s, tokens and perhaps cap. */
export function parseServiceTime(value: unknown, path: string): ServiceTime {
  const record = requireRecord(value, path, "a distribution in seconds, or per_token_s, fixed_s and tokens");
  if (record["dist"] !== undefined) return parseDistribution(record, path);
  refuseUnknown(record, ["per_token_s", "fixed_s", "tokens", "cap"], path);
  const cap = optionalNumber(record, "cap", path, { integer: true, atLeast: 1 });
  return {
    per_token_s: numberField(record, "per_token_s", path, TIME),
    fixed_s: numberField(record, "fixed_s", path, TIME),
    tokens: parseDistribution(requireField(record, "tokens", path), joinPath(path, "tokens")),
    ...(cap === undefined ? {} : { cap }),
  };
}

/** Reads the service of a bulk discipline: batch coefficients and tokens; a service time of tokens is one without a share per request. */
export function parseBatchService(value: unknown, path: string): BatchService {
  const record = requireRecord(value, path, "batch (fixed_s, per_request_s, per_token_s, per_request_token_s) and tokens");
  if (record["batch"] === undefined && record["per_token_s"] !== undefined) {
    refuseUnknown(record, ["per_token_s", "fixed_s", "tokens"], path);
    return {
      batch: {
        fixed_s: numberField(record, "fixed_s", path, TIME),
        per_request_s: 0,
        per_token_s: numberField(record, "per_token_s", path, TIME),
        per_request_token_s: 0,
      },
      tokens: parseCounts(requireField(record, "tokens", path), joinPath(path, "tokens")),
    };
  }
  refuseUnknown(record, ["batch", "tokens"], path);
  const at = joinPath(path, "batch");
  const batch = requireRecord(requireField(record, "batch", path), at, "fixed_s, per_request_s, per_token_s, per_request_token_s");
  const names = ["fixed_s", "per_request_s", "per_token_s", "per_request_token_s"] as const;
  refuseUnknown(batch, names, at);
  const [fixed_s, per_request_s, per_token_s, per_request_token_s] = names.map((name) => numberField(batch, name, at, TIME)) as [number, number, number, number];
  const time: BatchTime = { fixed_s, per_request_s, per_token_s, per_request_token_s };
  if (!(fixed_s + per_request_s + per_token_s + per_request_token_s > 0)) throw invalidValue(at, batch, "must not take no time");
  return { batch: time, tokens: parseCounts(requireField(record, "tokens", path), joinPath(path, "tokens")) };
}

/** Reads the service of `continuous-batching`: tokens of at least 1. */
export function parseIterationService(value: unknown, path: string): IterationService {
  const record = requireRecord(value, path, "tokens");
  refuseUnknown(record, ["tokens"], path);
  return { tokens: parseCounts(requireField(record, "tokens", path), joinPath(path, "tokens"), 1) };
}
