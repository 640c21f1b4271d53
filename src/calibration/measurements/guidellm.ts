import { at, closedLoop, dayOf, measuredOnly, numberAt, present, textAt, tokens, type ReportedLoad, type ReportedRun } from "./reported-run.ts";

/** Whether parsed JSON is a report of GuideLLM (`benchmarks.json`). */
export function isGuideLlmReport(json: unknown): boolean {
  const first = at(json, "benchmarks", 0);
  return at(first, "metrics", "time_to_first_token_ms") !== undefined || at(first, "metrics", "inter_token_latency_ms") !== undefined;
}

/**
 * The benchmarks of a GuideLLM report, from 0.2 (`args.strategy`) to 0.5 (`config.strategy`). TPOT here is its inter-token latency,
 * (last − first token)/(tokens − 1); its own "time per output token" counts the first token too.
 */
export function guideLlmRuns(json: unknown): ReportedRun[] {
  const benchmarks = at(json, "benchmarks") as readonly unknown[];
  return benchmarks.map((benchmark, index) => {
    const mean = (metric: string): number | undefined => numberAt(benchmark, "metrics", metric, "successful", "mean");
    const strategy = at(benchmark, "config", "strategy") ?? at(benchmark, "args", "strategy");
    const successful = numberAt(benchmark, "metrics", "request_totals", "successful") ?? numberAt(benchmark, "request_totals", "successful") ?? numberAt(benchmark, "run_stats", "requests_made", "successful");
    return runOf({
      time: at(benchmark, "scheduler_state", "start_time") ?? at(benchmark, "start_time"), place: `benchmark ${index + 1}`,
      model: textAt(benchmark, "config", "backend", "model") ?? textAt(json, "args", "model") ?? textAt(benchmark, "worker", "backend_model"),
      strategy: textAt(strategy, "type_") ?? "",
      streams: numberAt(strategy, "streams") ?? numberAt(strategy, "max_concurrency"), rate: numberAt(strategy, "rate"), successful,
      concurrency: mean("request_concurrency"), inputTokens: mean("prompt_token_count"), outputTokens: mean("output_token_count"),
      ttftMilliseconds: mean("time_to_first_token_ms"), tpotMilliseconds: mean("inter_token_latency_ms"), requestSeconds: mean("request_latency"),
      requestsPerSecond: mean("requests_per_second"), outputTokensPerSecond: mean("output_tokens_per_second"),
    });
  });
}

/** What both forms of a report give of one benchmark. */
export interface GuideLlmBenchmark {
  readonly place: string;
  readonly time: unknown;
  readonly model: string | undefined;
  readonly strategy: string;
  readonly streams: number | undefined;
  readonly rate: number | undefined;
  readonly successful: number | undefined;
  /** Mean running requests. */
  readonly concurrency: number | undefined;
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  readonly ttftMilliseconds: number | undefined;
  readonly tpotMilliseconds: number | undefined;
  readonly requestSeconds: number | undefined;
  readonly requestsPerSecond: number | undefined;
  readonly outputTokensPerSecond: number | undefined;
}

/** A benchmark as a run. */
export function runOf(benchmark: GuideLlmBenchmark): ReportedRun {
  const { load, arrivals, notes } = loadOf(benchmark);
  const perThousand = (milliseconds: number | undefined): number | undefined => (milliseconds === undefined ? undefined : milliseconds / 1000);
  return {
    place: benchmark.place, ...dayOf(benchmark.time),
    case: present({ model: benchmark.model, load, arrivals, input_tokens: tokens(benchmark.inputTokens), output_tokens: tokens(benchmark.outputTokens) }),
    expected: measuredOnly({
      ttft_s: perThousand(benchmark.ttftMilliseconds), tpot_s: perThousand(benchmark.tpotMilliseconds), request_s: benchmark.requestSeconds,
      requests_per_s: benchmark.requestsPerSecond, output_tokens_per_s: benchmark.outputTokensPerSecond,
    }),
    notes,
  };
}

function loadOf({ strategy, streams, rate, successful, concurrency }: GuideLlmBenchmark): { load: ReportedLoad | undefined; arrivals: ReportedRun["case"]["arrivals"]; notes: string[] } {
  switch (strategy) {
    case "synchronous": return { load: closedLoop(1, successful), arrivals: undefined, notes: [] };
    case "concurrent": case "throughput": {
      const users = streams ?? concurrency;
      const assumed = streams === undefined && users !== undefined ? [`the mean of ${Math.round(users)} running requests is taken as the concurrency`] : [];
      return { load: users === undefined ? undefined : closedLoop(users, successful), arrivals: undefined, notes: assumed };
    }
    case "poisson": case "constant": case "async": {
      if (rate === undefined || !(rate > 0)) return { load: undefined, arrivals: undefined, notes: [] };
      const even = strategy === "poisson" ? undefined : { process: "renewal", interarrival: { dist: "deterministic", value: 1 / rate } };
      return { load: { mode: "open", rate_per_s: rate }, arrivals: even, notes: [] };
    }
    default: return { load: undefined, arrivals: undefined, notes: [`strategy ${JSON.stringify(strategy)} is not known`] };
  }
}
