import { invalidValue } from "../../../src/quantities/errors.ts";
import { readTrace } from "../../../src/workloads/trace/read.ts";
import type { TokenDistribution } from "../../../src/workloads/types.ts";

/** A dropped trace as the page keeps it: small enough for a link, and without the requests themselves. */
export interface TraceSummary {
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
  readonly ratePerSecond: number;
  /** Rate of the busiest twentieth of the time: a plan for the mean does not carry it. */
  readonly busiestRatePerSecond: number;
  readonly inputTokens: TokenDistribution;
  readonly outputTokens: TokenDistribution;
  readonly prefixHitTokens: number;
}

const bodyClasses = 38;
const tailClasses = 10;
const tailShare = 0.05;

/**
 * Reads a trace (CSV or JSON Lines) and keeps its rate and its lengths, these as at most 48 classes of equal weight, the last
 * twentieth in ten of its own.
 *
 * @throws RidgepointError with the line that cannot be read, or where all requests come at one time.
 */
export function summariseTrace(text: string, name: string): TraceSummary {
  const requests = readTrace(text);
  const first = requests[0]?.arrivalSeconds ?? 0;
  const seconds = (requests.at(-1)?.arrivalSeconds ?? 0) - first;
  if (!(seconds > 0)) throw invalidValue("trace", name, "has fewer than two requests or all at one time");
  const parts = new Array<number>(20).fill(0);
  let hits = 0;
  for (const request of requests) {
    const part = Math.min(parts.length - 1, Math.floor(((request.arrivalSeconds - first) / seconds) * parts.length));
    parts[part] = (parts[part] ?? 0) + 1;
    hits += request.prefixHitTokens ?? 0;
  }
  return {
    name, requests: requests.length, seconds,
    ratePerSecond: (requests.length - 1) / seconds,
    busiestRatePerSecond: (Math.max(...parts) * parts.length) / seconds,
    inputTokens: classesOf(requests.map(({ inputTokens }) => Math.max(1, inputTokens))),
    outputTokens: classesOf(requests.map(({ outputTokens }) => Math.max(1, outputTokens))),
    prefixHitTokens: Math.round(hits / requests.length),
  };
}

/** Counts as a law of few values: each class is its mean, to the nearest whole token. */
export function classesOf(counts: readonly number[]): TokenDistribution {
  const sorted = counts.toSorted((a, b) => a - b);
  const distinct = new Set(sorted);
  const classes = distinct.size <= bodyClasses + tailClasses ? [...distinct].map((value) => sorted.filter((count) => count === value)) : cut(sorted);
  const weights = new Map<number, number>();
  for (const members of classes) {
    const mean = Math.round(members.reduce((sum, count) => sum + count, 0) / members.length);
    weights.set(mean, (weights.get(mean) ?? 0) + members.length);
  }
  const values = [...weights.keys()];
  return { dist: "tokens-pmf", values, probabilities: values.map((value) => (weights.get(value) ?? 0) / counts.length) };
}

function cut(sorted: readonly number[]): number[][] {
  const edges = [
    ...Array.from({ length: bodyClasses }, (_, index) => ((1 - tailShare) * index) / bodyClasses),
    ...Array.from({ length: tailClasses + 1 }, (_, index) => 1 - tailShare + (tailShare * index) / tailClasses),
  ].map((share) => Math.round(share * sorted.length));
  return edges.slice(1).map((edge, index) => sorted.slice(edges[index], edge)).filter((members) => members.length > 0);
}
