import { publishedWorkload, publishedWorkloads } from "../../workloads/published.ts";
import { invalidValue } from "../../quantities/errors.ts";
import type { TokenDistribution, TokenLengths, TraceRequest } from "../../workloads/types.ts";
import { digits } from "../output/figures.ts";
import { readTrace } from "./trace.ts";

/** What a planner needs to know of a workload, and where it is from. */
export interface Workload {
  readonly ratePerSecond: number;
  readonly inputTokens: TokenLengths;
  readonly outputTokens: TokenLengths;
  /** Mean prompt tokens that a prefix cache holds. */
  readonly prefixHitTokens?: number;
  /** The recorded requests, where the workload is all theirs. */
  readonly trace?: readonly TraceRequest[];
  readonly description: string;
  readonly source?: string;
}

/** Values of the options that describe a workload. */
export interface WorkloadOptions {
  readonly workload: string;
  readonly trace?: string;
  readonly rate?: number;
  readonly input?: TokenLengths;
  readonly output?: TokenLengths;
  readonly prefixHit?: number;
}

/** The workload of a trace file or of a published name, with what the user says on top. */
export function workloadOf(options: WorkloadOptions): Workload {
  const base = options.trace === undefined ? published(options.workload) : traced(options.trace);
  const own = options.input !== undefined && options.output !== undefined && options.rate !== undefined;
  const { source, trace, ...rest } = base;
  const recorded = options.input === undefined && options.output === undefined && options.prefixHit === undefined;
  return {
    ...(own ? { ...rest, description: "own workload" } : { ...rest, ...(source === undefined ? {} : { source }), ...(trace !== undefined && recorded ? { trace } : {}) }),
    ...(options.rate === undefined ? {} : { ratePerSecond: options.rate }),
    ...(options.input === undefined ? {} : { inputTokens: options.input }),
    ...(options.output === undefined ? {} : { outputTokens: options.output }),
    ...(options.prefixHit === undefined ? {} : { prefixHitTokens: options.prefixHit }),
  };
}

function published(id: string): Workload {
  const known = publishedWorkload(id);
  if (known === undefined) throw invalidValue("--workload", id, `is not a published workload; try ${publishedWorkloads.map((workload) => workload.id).join(", ")}`);
  const { ratePerSecond, inputTokens, outputTokens, name, source } = known;
  return { ratePerSecond, inputTokens, outputTokens, description: name, source };
}

/** A trace as its mean rate and the lengths that it has, each as often as it has them. */
function traced(path: string): Workload {
  const requests = readTrace(path);
  const last = requests[requests.length - 1] as TraceRequest;
  const ratePerSecond = last.arrivalSeconds > 0 ? (requests.length - 1) / last.arrivalSeconds : NaN;
  if (!(ratePerSecond > 0)) throw invalidValue("--trace", path, "has all requests at one time: give their rate with --rate, or another file");
  const prefixHitTokens = Math.round(requests.reduce((sum, request) => sum + (request.prefixHitTokens ?? 0), 0) / requests.length);
  return {
    ratePerSecond,
    inputTokens: countsOf(requests.map((request) => request.inputTokens)),
    outputTokens: countsOf(requests.map((request) => request.outputTokens)),
    ...(prefixHitTokens > 0 ? { prefixHitTokens } : {}),
    trace: requests,
    description: `trace ${path} (busiest twentieth: ${digits(busiestRate(requests, 20))} requests/s)`,
  };
}

/** Rate of the busiest of so many equal parts of the time: a plan for the mean does not carry it. */
export function busiestRate(requests: readonly TraceRequest[], parts: number): number {
  const width = (requests[requests.length - 1] as TraceRequest).arrivalSeconds / parts;
  const counts = new Array<number>(parts).fill(0);
  for (const { arrivalSeconds } of requests) {
    const part = Math.min(parts - 1, Math.floor(arrivalSeconds / width));
    counts[part] = (counts[part] as number) + 1;
  }
  return Math.max(...counts) / width;
}

/** The counts that occur and how often. */
export function countsOf(counts: readonly number[]): TokenDistribution {
  const often = new Map<number, number>();
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1);
  const values = [...often.keys()].sort((a, b) => a - b);
  return { dist: "tokens-pmf", values, probabilities: values.map((value) => (often.get(value) as number) / counts.length) };
}
