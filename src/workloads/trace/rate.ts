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

/**
 * Index of dispersion of recorded arrivals: variance over mean of how many come in windows of so many seconds. 1 of Poisson arrivals
 * whatever the window, more of bursts and waves, less of regular ones. 1 where fewer than ten windows fit.
 */
export function dispersionOf(requests: readonly TraceRequest[], windowSeconds: number): number {
  const [first, last] = [requests[0], requests[requests.length - 1]];
  const windows = first === undefined || last === undefined ? 0 : Math.floor((last.arrivalSeconds - first.arrivalSeconds) / windowSeconds);
  if (first === undefined || !(windows >= 10)) return 1;
  const counts = new Float64Array(windows);
  for (const { arrivalSeconds } of requests) {
    const window = Math.floor((arrivalSeconds - first.arrivalSeconds) / windowSeconds);
    if (window < windows) counts[window] = (counts[window] as number) + 1;
  }
  const mean = counts.reduce((sum, count) => sum + count, 0) / windows;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (windows - 1) / mean;
}
