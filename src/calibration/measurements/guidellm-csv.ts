import type { Row } from "../../workloads/trace/csv.ts";
import { runOf } from "./guidellm.ts";
import { at, textAt, type ReportedRun } from "./reported-run.ts";

/** Whether rows of CSV are a report of GuideLLM: three header lines, group, field and unit of each column. */
export function isGuideLlmCsv(rows: readonly Row[]): boolean {
  const [groups, fields] = rows;
  return groups?.fields.includes("Time to First Token") === true && fields !== undefined;
}

/** The benchmarks of `benchmarks.csv`. The streams of a concurrent benchmark stand in the profile, one for each in turn. */
export function guideLlmCsvRuns(rows: readonly Row[]): ReportedRun[] {
  const [groups, fields, units] = rows.slice(0, 3).map(({ fields: cells }) => cells) as [readonly string[], readonly string[], readonly string[]];
  return rows.slice(3).map(({ line, fields: cells }, index) => {
    const cell = (group: string, field: string, unit = ""): string | undefined => {
      const column = groups.findIndex((name, i) => name === group && fields[i] === field && (units[i] ?? "") === unit);
      return column < 0 ? undefined : cells[column];
    };
    const number = (group: string, field: string, unit = "Mean"): number | undefined => {
      const text = cell(group, field, unit);
      const value = text === undefined || text === "" ? NaN : Number(text);
      return Number.isFinite(value) ? value : undefined;
    };
    const [profile, backend, args] = [json(cell("Run Info", "Profile")), json(cell("Run Info", "Backend")), json(cell("Runtime Info", "Arguments"))];
    const strategy = cell("Benchmark", "Strategy") ?? "";
    const inTurn = (name: string): number | undefined => {
      const listed = at(profile, "completed_strategies", index, name) ?? at(profile, name, index);
      return typeof listed === "number" ? listed : undefined;
    };
    return runOf({
      place: `line ${line}`, time: cell("Timings", "Start Time"), model: textAt(backend, "model") ?? textAt(args, "model"), strategy,
      streams: inTurn("streams") ?? inTurn("max_concurrency"), rate: inTurn("rate"), successful: number("Request Counts", "Successful", ""),
      concurrency: number("Server Throughput", "Successful Concurrency"),
      inputTokens: number("Token Metrics", "Successful Input Tokens"), outputTokens: number("Token Metrics", "Successful Output Tokens"),
      ttftMilliseconds: number("Time to First Token", "Successful ms"), tpotMilliseconds: number("Inter Token Latency", "Successful ms"),
      requestSeconds: number("Request Latency", "Successful Sec"), requestsPerSecond: number("Server Throughput", "Successful Requests/Sec"),
      outputTokensPerSecond: number("Token Throughput", "Successful Output Tokens/Sec"),
    });
  });
}

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
