import type { TraceRequest } from "../types.ts";

/** Mean rate of recorded requests, 1/s: gaps over the time from the first to the last; infinite where all come at once. */
export function traceRate(requests: readonly TraceRequest[]): number {
  const [first, last] = [requests[0], requests[requests.length - 1]];
  return first === undefined || last === undefined ? 0 : (requests.length - 1) / (last.arrivalSeconds - first.arrivalSeconds);
}

/** Recorded requests stretched or squeezed in time to another mean rate; those that all come at once stay so. */
export function traceAtRate<T extends TraceRequest>(requests: readonly T[], ratePerSecond: number): readonly T[] {
  const factor = traceRate(requests) / ratePerSecond;
  return Number.isFinite(factor) ? requests.map((request) => ({ ...request, arrivalSeconds: request.arrivalSeconds * factor })) : requests;
}
