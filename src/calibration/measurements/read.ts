import { RidgepointError } from "../../quantities/errors.ts";
import { csvRows } from "../../workloads/trace/csv.ts";
import { genAiPerfCsvRun, genAiPerfRun, isGenAiPerf, isGenAiPerfCsv } from "./genai-perf.ts";
import { guideLlmCsvRuns, isGuideLlmCsv } from "./guidellm-csv.ts";
import { guideLlmRuns, isGuideLlmReport } from "./guidellm.ts";
import { isLlamaBench, isLlamaBenchMarkdown, llamaBenchMarkdownRuns, llamaBenchRun, recordsOf } from "./llama-bench.ts";
import { isPlainTable, plainRun } from "./plain-table.ts";
import { at, type ReportedRun } from "./reported-run.ts";
import { isVllmResult, vllmRun } from "./vllm.ts";

/** Programs and forms that are read as they are. */
export type MeasurementFormat = "guidellm" | "vllm" | "genai-perf" | "llama-bench" | "table" | "cases";

/** Runs of one file. Measured cases of the contract are given as their lines: the contract reads them. */
export interface ReadMeasurements {
  readonly format: MeasurementFormat;
  readonly runs: readonly ReportedRun[];
  readonly caseLines: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Reads the output of a benchmark program, whichever it is: GuideLLM (`benchmarks.json`, `benchmarks.csv`), `vllm bench serve
 * --save-result`, GenAI-Perf and AIPerf (JSON and CSV), llama-bench (`-o json | jsonl | csv | md`), a plain table (CSV), measured
 * cases (JSON Lines). What it is shows in the content, not in the name.
 *
 * @param name of the file, for the errors.
 * @throws RidgepointError `invalid-value` where no program writes such a file, or where it holds no run.
 */
export function readMeasurements(text: string, name: string): ReadMeasurements {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  const read = trimmed.startsWith("{") || trimmed.startsWith("[") ? fromJson(trimmed, name) : fromText(trimmed);
  if (read === null) {
    throw new RidgepointError("invalid-value",
      `${name} is not a report that is understood; try the output of GuideLLM, vllm bench serve --save-result, GenAI-Perf, llama-bench -o json, measured cases, or a table with columns such as concurrency, ttft_s, tpot_s`,
      { path: name, value: name });
  }
  if (read.runs.length + read.caseLines.length === 0) throw new RidgepointError("invalid-value", `${name} holds no run`, { path: name, value: name });
  return read;
}

const reported = (format: MeasurementFormat, runs: readonly ReportedRun[]): ReadMeasurements => ({ format, runs, caseLines: [] });

/** One JSON document, or one on each line. */
function fromJson(text: string, name: string): ReadMeasurements | null {
  const whole = parsed(text);
  if (whole !== undefined) return fromDocument(whole, text);
  const lines = text.split("\n").map((content, index) => ({ line: index + 1, text: content.trim() })).filter((entry) => entry.text !== "");
  const documents = lines.map((entry) => ({ ...entry, json: parsed(entry.text) }));
  const broken = documents.find(({ json }) => json === undefined);
  if (broken !== undefined) throw new RidgepointError("invalid-json", `${name}, line ${broken.line}: not JSON, and neither is the whole file`, { path: name });
  if (documents.every(({ json }) => isMeasuredCase(json))) return { format: "cases", runs: [], caseLines: lines };
  if (documents.every(({ json }) => isLlamaBench(json))) return reported("llama-bench", documents.map(({ json, line }) => llamaBenchRun(json, `line ${line}`)));
  // `--append-result` writes one result after another.
  if (documents.every(({ json }) => isVllmResult(json))) return reported("vllm", documents.map(({ json, line }) => vllmRun(json, `line ${line}`)));
  return null;
}

function fromDocument(json: unknown, text: string): ReadMeasurements | null {
  if (isGuideLlmReport(json)) return reported("guidellm", guideLlmRuns(json));
  if (isGenAiPerf(json)) return reported("genai-perf", [genAiPerfRun(json, "the run")]);
  if (isVllmResult(json)) return reported("vllm", [vllmRun(json, "the run")]);
  if (isLlamaBench(json)) return reported("llama-bench", [llamaBenchRun(json, "the test")]);
  if (isMeasuredCase(json)) return { format: "cases", runs: [], caseLines: [{ line: 1, text }] };
  if (!Array.isArray(json) || json.length === 0) return null;
  if (json.every(isLlamaBench)) return reported("llama-bench", json.map((test, index) => llamaBenchRun(test, `test ${index + 1}`)));
  if (json.every(isVllmResult)) return reported("vllm", json.map((result, index) => vllmRun(result, `result ${index + 1}`)));
  return null;
}

function fromText(text: string): ReadMeasurements | null {
  if (isLlamaBenchMarkdown(text)) return reported("llama-bench", llamaBenchMarkdownRuns(text));
  const rows = csvRows(text);
  if (isGenAiPerfCsv(rows)) return reported("genai-perf", [genAiPerfCsvRun(rows)]);
  if (isGuideLlmCsv(rows)) return reported("guidellm", guideLlmCsvRuns(rows));
  const records = recordsOf(rows);
  if (records.length > 0 && records.every(({ record }) => isLlamaBench(record))) return reported("llama-bench", records.map(({ record, line }) => llamaBenchRun(record, `line ${line}`)));
  if (isPlainTable(rows[0]?.fields ?? [])) return reported("table", records.map(({ record, line }) => plainRun(record, line)));
  return null;
}

function isMeasuredCase(json: unknown): boolean {
  return at(json, "case") !== undefined && at(json, "expected") !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
