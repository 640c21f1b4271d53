import type { Row } from "../../workloads/trace/csv.ts";
import { at, dayOf, measuredOnly, present, type ReportedRun } from "./reported-run.ts";

/** Whether a record (of JSON or of CSV) is a test of llama-bench. */
export function isLlamaBench(record: unknown): boolean {
  return at(record, "avg_ts") !== undefined && at(record, "n_prompt") !== undefined && at(record, "n_gen") !== undefined;
}

/**
 * One test of llama-bench (`-o json`, `jsonl` or `csv`): a prompt of `n_prompt` tokens, `n_gen` tokens one by one, or both, each
 * after `n_depth` tokens in the cache. Rates are tokens per second of that test alone, tokenisation and sampling excluded.
 */
export function llamaBenchRun(record: unknown, place: string): ReportedRun {
  const number = (name: string): number => Number(at(record, name) ?? 0);
  const text = (name: string): string => String(at(record, name) ?? "");
  const layers = number("n_gpu_layers");
  const devices = text("gpu_info").split(",").filter((name) => name.trim() !== "").length;
  const kv = cacheFormats[text("type_k").toLowerCase()];
  return testRun({
    place, time: text("test_time"), prompt: number("n_prompt"), generated: number("n_gen"), depth: number("n_depth"), tokensPerSecond: number("avg_ts"),
    model: text("model_type"), kv,
    // Layers are split over all devices unless one was chosen.
    ...(devices > 1 && text("split_mode") !== "none" ? { devices } : {}),
    notes: [...(layers >= 0 && layers < 90 ? [`n_gpu_layers ${layers}: layers on the CPU are not modelled`] : []), ...(number("n_cpu_moe") > 0 ? ["experts on the CPU are not modelled"] : [])],
  });
}

/** Whether a text is a table of llama-bench in Markdown. */
export function isLlamaBenchMarkdown(text: string): boolean {
  return /^\|\s*model\s*\|.*\|\s*test\s*\|.*t\/s\s*\|\s*$/m.test(text);
}

/** Tests of a Markdown table: "pp512", "tg 128", "pp512+tg128", "tg128 @ d4096". */
export function llamaBenchMarkdownRuns(text: string): ReportedRun[] {
  const runs: ReportedRun[] = [];
  let header: readonly string[] = [];
  text.split("\n").forEach((content, index) => {
    if (!content.trimStart().startsWith("|")) return;
    const cells = content.split("|").slice(1, -1).map((cell) => cell.trim());
    if (cells.includes("test")) header = cells;
    else if (header.length > 0 && !/^[-:\s]+$/.test(cells.join(""))) runs.push(markdownRun(header, cells, `line ${index + 1}`));
  });
  return runs;
}

function markdownRun(header: readonly string[], cells: readonly string[], place: string): ReportedRun {
  const cell = (name: string): string => cells[header.indexOf(name)] ?? "";
  const test = cell("test");
  const size = (pattern: RegExp): number => Number(pattern.exec(test)?.[1] ?? 0);
  return testRun({
    place, time: "", prompt: size(/pp\s*(\d+)/), generated: size(/tg\s*(\d+)/), depth: size(/@\s*d\s*(\d+)/), tokensPerSecond: parseFloat(cell("t/s")), model: cell("model"), kv: undefined, notes: [],
  });
}

interface Test {
  readonly place: string;
  readonly time: string;
  readonly prompt: number;
  readonly generated: number;
  readonly depth: number;
  readonly tokensPerSecond: number;
  /** "llama 8B Q4_K - Medium": architecture, size and format. */
  readonly model: string;
  readonly kv: string | undefined;
  readonly devices?: number;
  readonly notes: readonly string[];
}

function testRun({ place, time, prompt, generated, depth, tokensPerSecond, model, kv, devices, notes }: Test): ReportedRun {
  const both = prompt > 0 && generated > 0;
  const weights = weightsOf(model);
  return {
    place, ...dayOf(time),
    case: present({
      engine: "llama.cpp", ...(devices === undefined ? {} : { devices, plan: { pp: devices } }), load: { mode: "static", batch: 1 } as const,
      ...(weights === undefined && kv === undefined ? {} : { precision: present({ weights, kv }) }),
      input_tokens: Math.max(1, depth + prompt), output_tokens: generated > 0 ? generated + (both ? 0 : 1) : 1, ...(prompt > 0 && depth > 0 ? { prefix_hit_tokens: depth } : {}),
    }),
    expected: measuredOnly({ [both ? "total_tokens_per_s" : generated > 0 ? "decode_tokens_per_s" : "prefill_tokens_per_s"]: tokensPerSecond }),
    notes,
  };
}

const cacheFormats: Readonly<Record<string, string>> = { f16: "fp16", bf16: "bf16", f32: "fp32", q8_0: "int8" };

/** The format that a model's description ends with, as far as the contract has a word for it. */
function weightsOf(model: string): string | undefined {
  const name = model.toUpperCase();
  const known: readonly (readonly [RegExp, string])[] = [[/Q4_K/, "q4_k_m"], [/Q8_0/, "int8_wo"], [/Q4_0|IQ4_NL/, "int4_wo"], [/MXFP4/, "mxfp4"], [/BF16/, "bf16"], [/F16/, "fp16"], [/F32/, "fp32"]];
  return known.find(([pattern]) => pattern.test(name))?.[1];
}

/** Rows of CSV with a header as records. */
export function recordsOf(rows: readonly Row[]): { readonly line: number; readonly record: Readonly<Record<string, string>> }[] {
  const header = rows[0]?.fields ?? [];
  return rows.slice(1).map(({ line, fields }) => ({ line, record: Object.fromEntries(header.map((name, column) => [name, fields[column] ?? ""])) }));
}
