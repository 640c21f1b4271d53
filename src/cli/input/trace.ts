import { RidgepointError } from "../../quantities/errors.ts";
import type { TraceRequest } from "../../workloads/types.ts";
import { readText } from "./files.ts";

/** Spellings of each column that are understood, the product's own first, without regard to case. */
const spellings = {
  arrivalSeconds: ["arrival_s", "arrivalSeconds", "arrival", "timestamp", "arrived_at", "time"],
  inputTokens: ["input_tokens", "inputTokens", "ContextTokens", "prompt_tokens", "input_length", "num_prefill_tokens"],
  outputTokens: ["output_tokens", "outputTokens", "GeneratedTokens", "completion_tokens", "output_length", "num_decode_tokens"],
  prefixHitTokens: ["prefix_hit_tokens", "prefixHitTokens"],
} as const;

type Field = keyof typeof spellings;
const needed: readonly Field[] = ["arrivalSeconds", "inputTokens", "outputTokens"];

/**
 * Reads recorded requests: CSV with a header line, or JSON Lines (`.jsonl`, `.ndjson`), packed (`.gz`) or not. Arrival times are
 * seconds, or dates with a time; the first request becomes time 0. Requests without any output are given one token.
 */
export function readTrace(path: string): TraceRequest[] {
  const text = readText(path, "--trace");
  const json = /\.(jsonl|ndjson)(\.gz)?$/i.test(path) || text.trimStart().startsWith("{");
  const requests = json ? fromJsonLines(text, path) : fromCsv(text, path);
  if (requests.length < 2) throw fault(path, "holds fewer than two requests");
  requests.sort((a, b) => a.arrivalSeconds - b.arrivalSeconds);
  const start = (requests[0] as TraceRequest).arrivalSeconds;
  return requests.map((request) => ({ ...request, arrivalSeconds: request.arrivalSeconds - start }));
}

function fromCsv(text: string, path: string): TraceRequest[] {
  const lines = text.split(/\r?\n/);
  const separator = (lines[0] ?? "").includes("\t") ? "\t" : (lines[0] ?? "").includes(";") ? ";" : ",";
  const cellsOf = (line: string): string[] => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const columns = columnsOf(cellsOf(lines[0] ?? ""), path);
  const requests: TraceRequest[] = [];
  lines.slice(1).forEach((line, index) => {
    if (line.trim() === "") return;
    const cells = cellsOf(line);
    requests.push(requestOf((field) => (columns[field] === undefined ? undefined : cells[columns[field]]), path, index + 2));
  });
  return requests;
}

function fromJsonLines(text: string, path: string): TraceRequest[] {
  const requests: TraceRequest[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    let record: unknown;
    try {
      record = JSON.parse(line);
    } catch (error) {
      throw fault(path, `is not JSON in line ${index + 1}: ${(error as Error).message}`);
    }
    if (typeof record !== "object" || record === null) throw fault(path, `holds no object in line ${index + 1}`);
    const names = Object.keys(record);
    const columns = columnsOf(names, path);
    requests.push(requestOf((field) => (columns[field] === undefined ? undefined : (record as Record<string, unknown>)[names[columns[field]] as string]), path, index + 1));
  });
  return requests;
}

function columnsOf(names: readonly string[], path: string): Partial<Record<Field, number>> {
  const lower = names.map((name) => name.toLowerCase());
  const columns: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(spellings) as Field[]) {
    const at = spellings[field].map((name) => lower.indexOf(name.toLowerCase())).find((index) => index >= 0);
    if (at !== undefined) columns[field] = at;
    else if (needed.includes(field)) throw fault(path, `has no column ${spellings[field][0]} (or ${spellings[field].slice(2).join(", ")}); it has ${names.join(", ").slice(0, 120)}`);
  }
  return columns;
}

function requestOf(cell: (field: Field) => unknown, path: string, line: number): TraceRequest {
  const arrivalSeconds = secondsOf(cell("arrivalSeconds"));
  if (!Number.isFinite(arrivalSeconds)) throw fault(path, `has no arrival time in line ${line}: ${JSON.stringify(cell("arrivalSeconds"))}`);
  const inputTokens = countOf(cell("inputTokens"), 1);
  const outputTokens = countOf(cell("outputTokens"), 0);
  if (inputTokens === null || outputTokens === null) throw fault(path, `has no token counts in line ${line}`);
  const prefixHitTokens = countOf(cell("prefixHitTokens") ?? 0, 0) ?? 0;
  return { arrivalSeconds, inputTokens, outputTokens: Math.max(1, outputTokens), ...(prefixHitTokens > 0 ? { prefixHitTokens: Math.min(prefixHitTokens, inputTokens - 1) } : {}) };
}

function secondsOf(value: unknown): number {
  if (typeof value === "number") return value;
  const text = String(value ?? "").trim();
  if (text === "") return NaN;
  const number = Number(text);
  // More digits than milliseconds are common in dates of traces ("2023-11-16 18:17:03.9799600") and not understood by Date.
  return Number.isFinite(number) ? number : Date.parse(text.replace(/(\.\d{3})\d+/, "$1").replace(" ", "T")) / 1000;
}

function countOf(value: unknown, atLeast: number): number | null {
  const count = typeof value === "number" ? value : value === undefined || String(value).trim() === "" ? NaN : Number(value);
  return Number.isInteger(count) && count >= atLeast && count <= 1e9 ? count : null;
}

function fault(path: string, what: string): RidgepointError {
  return new RidgepointError("invalid-value", `--trace = ${JSON.stringify(path)} ${what}`, { path: "--trace", value: path });
}
