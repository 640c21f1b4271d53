import type { Row } from "../../workloads/trace/csv.ts";
import { at, closedLoop, dayOf, measuredOnly, numberAt, present, textAt, tokens, type ReportedLoad, type ReportedRun } from "./reported-run.ts";

/** Seconds of one unit of time as reports write it. */
const secondsPerUnit: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, "µs": 1e-6, ms: 1e-3, s: 1, sec: 1 };

/** Whether parsed JSON is an export of GenAI-Perf or of AIPerf, which has its form. */
export function isGenAiPerf(json: unknown): boolean {
  return at(json, "request_throughput", "avg") !== undefined && (at(json, "request_latency") !== undefined || at(json, "time_to_first_token") !== undefined);
}

/** `profile_export_genai_perf.json` (or `profile_export_aiperf.json`). TPOT is its inter-token latency, without the first token. */
export function genAiPerfRun(json: unknown, place: string): ReportedRun {
  const mean = (metric: string): number | undefined => numberAt(json, metric, "avg");
  const seconds = (metric: string): number | undefined => inSeconds(mean(metric), textAt(json, metric, "unit"));
  const config = at(json, "input_config");
  const first = (...paths: readonly (readonly string[])[]): number | undefined => paths.map((path) => numberAt(config, ...path)).find((value) => value !== undefined && value > 0);
  const rate = first(["request_rate"], ["loadgen", "request_rate"], ["perf_analyzer", "stimulus", "request_rate"]);
  const concurrency = first(["concurrency"], ["loadgen", "concurrency"], ["perf_analyzer", "stimulus", "concurrency"]);
  const load: ReportedLoad | undefined = rate !== undefined ? { mode: "open", rate_per_s: rate } : concurrency === undefined ? undefined : closedLoop(concurrency, mean("request_count"));
  const listed = at(config, "model") ?? at(config, "model_names") ?? at(config, "endpoint", "model_names");
  return {
    place, ...dayOf(at(json, "start_time")),
    case: present({
      model: typeof listed === "string" ? listed : textAt(listed, 0), engine: engineOf(textAt(config, "backend")),
      load, input_tokens: tokens(mean("input_sequence_length")), output_tokens: tokens(mean("output_sequence_length")),
    }),
    expected: measuredOnly({
      ttft_s: seconds("time_to_first_token"), tpot_s: seconds("inter_token_latency"), request_s: seconds("request_latency"),
      requests_per_s: mean("request_throughput"), output_tokens_per_s: mean("output_token_throughput"),
    }),
    notes: [],
  };
}

/** Whether rows of CSV are an export of GenAI-Perf. */
export function isGenAiPerfCsv(rows: readonly Row[]): boolean {
  return rows[0]?.fields[0] === "Metric" && rows[0].fields[1] === "avg";
}

/** `profile_export_genai_perf.csv`: names of metrics carry their unit, and the load is not in the file. */
export function genAiPerfCsvRun(rows: readonly Row[]): ReportedRun {
  const metrics = new Map<string, number>();
  for (const { fields: [name = "", value = ""] } of rows) {
    const figure = Number(value.replaceAll(",", ""));
    if (value !== "" && Number.isFinite(figure)) metrics.set(name.toLowerCase(), figure);
  }
  const named = (name: string): { figure: number; unit: string } | undefined => {
    for (const [key, figure] of metrics) {
      const [, metric, unit = ""] = /^(.*?)(?: \((.*)\))?$/.exec(key) ?? [];
      if (metric === name) return { figure, unit };
    }
    return undefined;
  };
  const seconds = (name: string): number | undefined => inSeconds(named(name)?.figure, named(name)?.unit);
  return {
    place: "the run",
    case: present({ input_tokens: tokens(named("input sequence length")?.figure), output_tokens: tokens(named("output sequence length")?.figure) }),
    expected: measuredOnly({
      ttft_s: seconds("time to first token"), tpot_s: seconds("inter token latency"), request_s: seconds("request latency"),
      requests_per_s: named("request throughput")?.figure, output_tokens_per_s: named("output token throughput")?.figure,
    }),
    notes: [],
  };
}

function inSeconds(value: number | undefined, unit: string | undefined): number | undefined {
  return value === undefined ? undefined : value * (secondsPerUnit[unit ?? "ms"] ?? NaN);
}

/** Engines by the name that Triton gives their back ends. */
function engineOf(backend: string | undefined): string | undefined {
  const name = backend?.toLowerCase();
  return name === "tensorrtllm" ? "tensorrt-llm" : name === "vllm" ? "vllm" : undefined;
}
