import { RidgepointError } from "../../quantities/errors.ts";
import type { TraceRequest } from "../types.ts";
import { meaningOf, type Columns } from "./columns.ts";
import { csvRows } from "./csv.ts";

/** How to read a trace. */
export interface TraceOptions {
  /** Default: JSON Lines where the first character is `{` or `[`, else CSV with a header line. */
  readonly format?: "csv" | "jsonl";
  /** Unit of a numeric `timestamp` column. Default: milliseconds beside `input_length` (Mooncake), else seconds. */
  readonly timestampUnit?: "s" | "ms";
  /** Tokens of a block of `hash_ids` (Mooncake: 512), for the prefix that an unlimited cache would hit. */
  readonly blockTokens?: number;
}

interface TraceRecord {
  readonly line: number;
  readonly get: (column: string) => unknown;
  readonly columns: readonly string[];
}

/**
 * Reads a request trace from text: CSV with a header (commas, tabs or semicolons), or JSON Lines (or one list of them). Columns are found by their usual names: `arrival_s`,
 * `TIMESTAMP,ContextTokens,GeneratedTokens` (Azure 2023), `timestamp, input_length, output_length, hash_ids` (Mooncake),
 * `arrived_at, num_prefill_tokens, num_decode_tokens` (Vidur), `created_at, usage: {prompt_tokens, completion_tokens}` (logs of an API),
 * `prefix_hit_tokens`, `session_id` and so on.
 *
 * @returns requests in order of arrival; dates become seconds since the first of them, numbers stay as they are.
 * @throws RidgepointError `missing-field`, `invalid-value` or `invalid-json`, naming the line.
 */
export function readTrace(text: string, options: TraceOptions = {}): readonly TraceRequest[] {
  const format = options.format ?? (/^\uFEFF?\s*[{[]/.test(text) ? "jsonl" : "csv");
  const records = format === "csv" ? csvRecords(text) : jsonRecords(text);
  const first = records[0];
  if (first === undefined) throw new RidgepointError("invalid-value", "the trace holds no request", { path: "line 1" });
  const columns = meaningOf(first.columns, format === "csv" ? 1 : first.line);
  const unit = options.timestampUnit ?? (columns.input?.toLowerCase() === "input_length" ? "ms" : "s");
  const context: Context = { columns, unit, blockTokens: options.blockTokens ?? 512, seen: new Set(), sessions: new Map() };
  const requests = records.map((record) => requestOf(record, context));
  requests.sort((a, b) => a.arrivalSeconds - b.arrivalSeconds);
  const origin = requests[0]!.arrivalSeconds;
  return columns.timestamp !== undefined && origin > 1e8 ? requests.map((one) => ({ ...one, arrivalSeconds: one.arrivalSeconds - origin })) : requests;
}

/** What is known while a trace is read: its columns, blocks and sessions so far. */
interface Context {
  readonly columns: Columns;
  readonly unit: "s" | "ms";
  readonly blockTokens: number;
  readonly seen: Set<string>;
  readonly sessions: Map<unknown, number>;
}

function requestOf(record: TraceRecord, { columns, unit, blockTokens, seen, sessions }: Context): TraceRequest {
  const inputTokens = count(record, columns.input!);
  const hit =
    columns.hit !== undefined
      ? count(record, columns.hit)
      : columns.blocks !== undefined
        ? Math.min(inputTokens, blockTokens * leadingHits(record.get(columns.blocks), seen))
        : undefined;
  if (hit !== undefined && hit > inputTokens) throw wrong(record, columns.hit!, hit, `is more than the input, ${inputTokens}`);
  const session = columns.session === undefined ? undefined : record.get(columns.session);
  const known = session !== undefined && session !== null && session !== "";
  if (known && !sessions.has(session)) sessions.set(session, sessions.size);
  return {
    arrivalSeconds: arrival(record, columns, unit),
    inputTokens,
    outputTokens: count(record, columns.output!),
    ...(hit === undefined ? {} : { prefixHitTokens: hit }),
    ...(known ? { session: sessions.get(session)! } : {}),
  };
}

/** Seconds; a date as seconds since 1970 with all the digits of its fraction. */
function arrival(record: TraceRecord, columns: Columns, unit: "s" | "ms"): number {
  const column = (columns.seconds ?? columns.milliseconds ?? columns.timestamp)!;
  const value = record.get(column);
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (Number.isFinite(number) && number >= 0) return column === columns.milliseconds || (column === columns.timestamp && unit === "ms") ? number / 1000 : number;
  const seconds = typeof value === "string" ? dateSeconds(value) : Number.NaN;
  if (Number.isFinite(seconds)) return seconds;
  throw wrong(record, column, value, "is neither a number of at least 0 nor a date");
}

/** `2023-11-16 18:15:46.6805900`: Date keeps three digits of the fraction, so the rest is added by hand. */
function dateSeconds(text: string): number {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim());
  if (parts === null) return Number.NaN;
  const [, day, time, fraction = "", zone = "Z"] = parts;
  return Date.parse(`${day}T${time}${zone}`) / 1000 + (fraction === "" ? 0 : Number(`0${fraction}`));
}

function count(record: TraceRecord, column: string): number {
  const value = record.get(column);
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (Number.isInteger(number) && number >= 0) return number;
  throw wrong(record, column, value, "must be a whole number of at least 0");
}

/** How many leading blocks an earlier request had: what an unlimited prefix cache would hit. */
function leadingHits(blocks: unknown, seen: Set<string>): number {
  const list = Array.isArray(blocks) ? blocks : typeof blocks === "string" ? blocks.replace(/[[\]]/g, "").split(/[\s,;]+/).filter((x) => x !== "") : [];
  let hits = 0;
  while (hits < list.length && seen.has(String(list[hits]))) hits++;
  for (const block of list) seen.add(String(block));
  return hits;
}

function csvRecords(text: string): TraceRecord[] {
  const [header, ...rows] = csvRows(text);
  if (header === undefined) return [];
  const index = new Map(header.fields.map((name, i) => [name, i]));
  return rows.map(({ line, fields }) => {
    if (fields.length !== header.fields.length) {
      throw new RidgepointError("invalid-value", `line ${line}: ${fields.length} fields, the header has ${header.fields.length}`, { path: `line ${line}` });
    }
    return { line, columns: header.fields, get: (column) => fields[index.get(column)!] };
  });
}

function jsonRecords(text: string): TraceRecord[] {
  const records: TraceRecord[] = [];
  linesOf(text).split(/\r?\n/).forEach((content, i) => {
    if (content.trim() === "") return;
    const line = i + 1;
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch {
      throw new RidgepointError("invalid-json", `line ${line} is not JSON`, { path: `line ${line}` });
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new RidgepointError("invalid-value", `line ${line} is not an object`, { path: `line ${line}` });
    }
    // Counts often stand in an object of their own: `usage`.
    const fields: Record<string, unknown> = Object.assign({}, ...Object.values(value).filter((inner) => typeof inner === "object" && !Array.isArray(inner)), value);
    records.push({ line, columns: Object.keys(fields), get: (column) => fields[column] });
  });
  return records;
}

/** One list of objects as lines of them. */
function linesOf(text: string): string {
  if (!/^\uFEFF?\s*\[/.test(text)) return text;
  try {
    return (JSON.parse(text) as unknown[]).map((value) => JSON.stringify(value)).join("\n");
  } catch {
    throw new RidgepointError("invalid-json", "the list of requests is not JSON", { path: "line 1" });
  }
}

function wrong({ line }: TraceRecord, column: string, value: unknown, fault: string): RidgepointError {
  const path = `line ${line}.${column}`;
  return new RidgepointError("invalid-value", `line ${line}: ${column} = ${JSON.stringify(value) ?? "nothing"} ${fault}`, { path, value });
}
