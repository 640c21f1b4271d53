import type { LatencySummary, ServerAnswer } from "../../queueing/simulation/server-types.ts";
import type { QueueAnswer } from "../../queueing/types.ts";
import type { TimeLaw } from "../../queueing/mg1/fcfs.ts";

/** A known point of a distribution of times. */
export interface WaitPoint {
  /** A time t, s. */
  readonly seconds: number;
  /** P(time > seconds). */
  readonly probability: number;
  /** 95 % confidence interval of the time, where it was simulated. */
  readonly interval95?: readonly [low: number, high: number];
}

/** The distribution of one time: how likely it is to be exceeded. */
export interface WaitCurve {
  /** For the legend. */
  readonly name: string;
  /** By rising time. */
  readonly points: readonly WaitPoint[];
  /** Percentiles to mark, by their names. */
  readonly percentiles: readonly (WaitPoint & { readonly name: string })[];
  /** s. */
  readonly meanSeconds?: number;
}

const quantiles = [["p50", 0.5], ["p90", 0.9], ["p95", 0.95], ["p99", 0.99]] as const;

/**
 * A law that the analysis returns, as a curve: P(time > t) from 0 until one in two thousand exceeds it, with the percentiles marked.
 * @example lawCurve("wait", mg1Fcfs(lawOf({ dist: "exponential", mean: 0.2 }), 4).wait).points[0].probability // 0.8
 */
export function lawCurve(name: string, law: Pick<TimeLaw, "tail" | "quantile" | "meanSeconds">): WaitCurve {
  const last = law.quantile(0.9995);
  const points = last > 0
    ? Array.from({ length: 121 }, (_, i): WaitPoint => ({ seconds: (last * i) / 120, probability: Math.min(1, law.tail((last * i) / 120)) }))
    : [{ seconds: 0, probability: 0 }];
  const percentiles = quantiles.map(([label, q]) => ({ name: label, seconds: law.quantile(q), probability: 1 - q }));
  return { name, points: points.filter(({ probability }) => probability > 0), percentiles, meanSeconds: law.meanSeconds };
}

/** Times of a queue's answer and what they are called. */
const times = [["wait", "wait"], ["sojourn", "wait and service"], ["ttft", "time to first token"]] as const;

/**
 * What a queue's answer tells of its times: the share that does not wait and the percentiles, with their confidence intervals where
 * they were simulated.
 * @param answer - of `answerQueue`.
 */
export function queueCurves({ values, ci95 }: Pick<QueueAnswer, "values" | "ci95">): WaitCurve[] {
  return times.flatMap(([time, name]): WaitCurve[] => {
    const percentiles = quantiles.flatMap(([label, q]) => {
      const seconds = values[`${label}_${time}_s`];
      const interval = ci95?.[`${label}_${time}_s`];
      if (typeof seconds !== "number") return [];
      return [{ name: label, seconds, probability: 1 - q, ...(isPair(interval) ? { interval95: interval } : {}) }];
    });
    if (percentiles.length === 0) return [];
    const mean = values[`mean_${time}_s`];
    const atZero = time === "wait" && typeof values["p_wait"] === "number" ? [{ seconds: 0, probability: values["p_wait"] }] : [];
    const points = [...atZero, ...percentiles.filter(({ seconds }) => seconds > 0)].sort((a, b) => a.seconds - b.seconds || b.probability - a.probability);
    return [{ name, points, percentiles, ...(typeof mean === "number" ? { meanSeconds: mean } : {}) }];
  });
}

/** The times of a simulated deployment: queue, first token and whole request, with 95 % confidence intervals of several replications. */
export function serverCurves(answer: Pick<ServerAnswer, "queue" | "ttft" | "request" | "halfWidth95">): WaitCurve[] {
  const curve = (name: string, summary: LatencySummary, half: LatencySummary | undefined): WaitCurve => {
    const percentiles = quantiles.map(([label, q]) => {
      const seconds = summary[`${label}Seconds`];
      const width = half?.[`${label}Seconds`];
      return { name: label, seconds, probability: 1 - q, ...(width === undefined ? {} : { interval95: [Math.max(0, seconds - width), seconds + width] as const }) };
    });
    return { name, points: percentiles, percentiles, meanSeconds: summary.meanSeconds };
  };
  const { halfWidth95: half } = answer;
  return [
    curve("wait in the queue", answer.queue, half?.queue), curve("time to first token", answer.ttft, half?.ttft), curve("whole request", answer.request, half?.request),
  ];
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "number";
}
