import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { closedLoop, present, type ReportedCase, type ReportedLoad, type ReportedRun } from "./reported-run.ts";

const texts = ["model", "hardware", "engine", "engine_version"] as const;
const degrees = ["tp", "pp", "ep", "dp", "attention_dp"] as const;
const counts = ["devices", ...degrees, "input_tokens", "output_tokens", "concurrency", "requests", "batch"] as const;
const figures = [
  "ttft_s", "tpot_s", "request_s", "batch_s", "first_token_batch_s", "prefill_tokens_per_s", "decode_tokens_per_s", "output_tokens_per_s",
  "total_tokens_per_s", "requests_per_s", "power_w", "energy_per_output_token_j", "energy_per_request_j",
] as const;
const milliseconds: Readonly<Record<string, string>> = { ttft_ms: "ttft_s", tpot_ms: "tpot_s", request_ms: "request_s" };
const columns: readonly string[] = [...texts, "precision", "kv_precision", ...counts, "rate_per_s", ...figures, ...Object.keys(milliseconds)];

/** Whether a header line is that of a plain table of runs. */
export function isPlainTable(header: readonly string[]): boolean {
  return header.some((name) => (figures as readonly string[]).includes(name) || name in milliseconds);
}

/**
 * A run of the plain table: a column for each setting and each measured mean, under the names of the evaluation contract.
 * @throws RidgepointError naming the line and the column.
 */
export function plainRun(record: Readonly<Record<string, string>>, line: number): ReportedRun {
  const strange = Object.keys(record).find((name) => !columns.includes(name));
  if (strange !== undefined) throw new RidgepointError("unknown-field", `line ${line}: ${JSON.stringify(strange)} is not a column; known are ${columns.join(", ")}`, { path: strange });
  const number = (name: string): number | undefined => {
    const text = record[name] ?? "";
    if (text === "") return undefined;
    const value = Number(text);
    if (!(value > 0 && value < Infinity)) throw invalidValue(`line ${line}, ${name}`, text, "is not a number above 0");
    if ((counts as readonly string[]).includes(name) && !Number.isInteger(value)) throw invalidValue(`line ${line}, ${name}`, text, "is not a whole number");
    return value;
  };
  const text = (name: string): string | undefined => (record[name] === "" ? undefined : record[name]);
  const plan = present(Object.fromEntries(degrees.map((name) => [name, number(name)])));
  const precision = present({ weights: text("precision"), kv: text("kv_precision") });
  const expected: Record<string, number> = {};
  for (const name of figures) if (number(name) !== undefined) expected[name] = number(name) as number;
  for (const [name, to] of Object.entries(milliseconds)) if (number(name) !== undefined) expected[to] = (number(name) as number) / 1000;
  return {
    place: `line ${line}`,
    case: present({
      ...Object.fromEntries(texts.map((name) => [name, text(name)])), devices: number("devices"), load: loadOf(number),
      plan: Object.keys(plan).length === 0 ? undefined : plan, precision: Object.keys(precision).length === 0 ? undefined : precision,
      input_tokens: number("input_tokens"), output_tokens: number("output_tokens"),
    }) as ReportedCase,
    expected, notes: [],
  };
}

function loadOf(number: (name: string) => number | undefined): ReportedLoad | undefined {
  const [concurrency, rate, batch] = [number("concurrency"), number("rate_per_s"), number("batch")];
  if (concurrency !== undefined) return closedLoop(concurrency, number("requests"));
  if (rate !== undefined) return { mode: "open", rate_per_s: rate };
  return batch === undefined ? undefined : { mode: "static", batch };
}
