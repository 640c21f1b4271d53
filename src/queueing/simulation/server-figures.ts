import type { QuantileSketch } from "../../numerics/quantile-sketch.ts";
import { intervalOf } from "./replications.ts";
import type { ServerConfig } from "./server-config.ts";
import { type LatencyRecord, ServerMetrics } from "./server-metrics.ts";
import type { LatencySummary, ServerFigures } from "./server-types.ts";

/** The figures of one window. */
export function figuresOf(metrics: ServerMetrics, config: ServerConfig): ServerFigures {
  const { seconds, completed } = metrics;
  const { gaps } = metrics;
  const { front, back } = config;
  const decoding = back ?? front;
  const capacityTokens = decoding.settings.kvBlocks * decoding.settings.blockTokens * decoding.replicas;
  const engines = front.replicas + (back?.replicas ?? 0);
  const perSecond = (amount: number): number => (seconds > 0 ? amount / seconds : 0);
  const attainment = completed > 0 ? metrics.inside / completed : 0;
  return {
    ttft: latency(metrics.ttft),
    tpot: latency(metrics.tpot),
    itl: summary(gaps.count > 0 ? metrics.gapSeconds / gaps.count : 0, gaps),
    request: latency(metrics.request),
    queue: latency(metrics.queue),
    requestsPerSecond: perSecond(completed),
    inputTokensPerSecond: perSecond(metrics.inputTokens),
    outputTokensPerSecond: perSecond(metrics.outputTokens),
    runningRequests: perSecond(metrics.runningSeconds),
    waitingRequests: perSecond(metrics.waitingSeconds),
    decodeBatch: metrics.decodeIterations > 0 ? metrics.decodeRequests / metrics.decodeIterations : 0,
    busyFraction: Math.min(1, Math.max(0, 1 - perSecond(metrics.idleSeconds) / engines)),
    kvOccupancy: capacityTokens < Infinity ? perSecond(metrics.kvTokenSeconds) / capacityTokens : 0,
    preemptionsPerRequest: completed > 0 ? metrics.preemptions / completed : 0,
    attainment,
    goodputRequestsPerSecond: perSecond(metrics.inside),
  };
}

export function mergeMetrics(windows: readonly ServerMetrics[]): ServerMetrics {
  const sum = new ServerMetrics();
  for (const window of windows) sum.merge(window);
  return sum;
}

function latency(record: LatencyRecord): LatencySummary {
  return summary(record.mean, record.sketch);
}

function summary(meanSeconds: number, sketch: QuantileSketch): LatencySummary {
  return {
    meanSeconds,
    p50Seconds: sketch.quantile(0.5),
    p90Seconds: sketch.quantile(0.9),
    p95Seconds: sketch.quantile(0.95),
    p99Seconds: sketch.quantile(0.99),
  };
}

/** One number for each figure, from its values in all of the lists. */
export function eachFigure(figures: readonly ServerFigures[], pick: (values: readonly number[]) => number): ServerFigures {
  const walk = (nodes: readonly object[]): object => {
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(nodes[0] as object)) {
      const values = nodes.map((node) => (node as Record<string, unknown>)[key]);
      result[key] = typeof values[0] === "number" ? pick(values as number[]) : walk(values as object[]);
    }
    return result;
  };
  return walk(figures) as ServerFigures;
}

/** Means over replications and half-widths of their 95 % intervals, figure by figure. */
export function acrossReplications(figures: readonly ServerFigures[]): { mean: ServerFigures; halfWidth: ServerFigures } {
  return { mean: eachFigure(figures, (values) => intervalOf(values).mean), halfWidth: eachFigure(figures, (values) => intervalOf(values).halfWidth) };
}

/** Whether the means and percentiles of TTFT, TPOT and request time reach the relative half-width. */
export function preciseEnough(mean: ServerFigures, halfWidth: ServerFigures, precision: number): boolean {
  for (const name of ["ttft", "tpot", "request"] as const) {
    for (const key of Object.keys(mean[name]) as (keyof LatencySummary)[]) {
      if (halfWidth[name][key] > precision * mean[name][key]) return false;
    }
  }
  return true;
}
