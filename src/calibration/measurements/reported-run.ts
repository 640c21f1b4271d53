/** What a report says about a deployment and its load, under the names of the evaluation contract's serving cases. */
export interface ReportedCase {
  readonly model?: string;
  readonly hardware?: string;
  readonly devices?: number;
  readonly plan?: Readonly<Partial<Record<"tp" | "pp" | "ep" | "dp" | "attention_dp", number>>>;
  readonly engine?: string;
  readonly engine_version?: string;
  readonly precision?: { readonly weights?: string; readonly kv?: string };
  readonly load?: ReportedLoad;
  readonly arrivals?: Readonly<Record<string, unknown>>;
  readonly input_tokens?: number;
  readonly output_tokens?: number;
  readonly prefix_hit_tokens?: number;
}

/** A load of the contract. */
export type ReportedLoad =
  | { readonly mode: "static"; readonly batch: number }
  | { readonly mode: "closed"; readonly concurrency: number; readonly requests?: number }
  | { readonly mode: "open"; readonly rate_per_s: number }
  | { readonly mode: "offline" };

/** One run as a benchmark program reports it. */
export interface ReportedRun {
  /** Where it stands in its file, for people: "benchmark 2", "line 7". */
  readonly place: string;
  readonly case: ReportedCase;
  /** Measured means under the contract's names, in SI units. */
  readonly expected: Readonly<Record<string, number>>;
  /** Day of the run as YYYY-MM-DD, where the report has it. */
  readonly date?: string;
  /** What had to be assumed. */
  readonly notes: readonly string[];
}

/** Figures that are positive numbers; the others were not measured. */
export function measuredOnly(figures: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).filter((entry): entry is [string, number] => entry[1] !== undefined && entry[1] > 0 && entry[1] < Infinity));
}

/** A field of parsed JSON by its path; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let part = value;
  for (const name of path) {
    if (typeof part !== "object" || part === null) return undefined;
    part = (part as Record<string | number, unknown>)[name];
  }
  return part;
}

/** A number of parsed JSON by its path. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

/** A text of parsed JSON by its path. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** A mean number of tokens as the contract takes it: whole, at least 1. */
export function tokens(mean: number | undefined): number | undefined {
  return mean === undefined || !(mean >= 0.5) ? undefined : Math.round(mean);
}

/** A closed loop of whole numbers; a finite run has at least as many requests as users. */
export function closedLoop(concurrency: number, requests: number | undefined): ReportedLoad {
  const users = Math.max(1, Math.round(concurrency));
  return { mode: "closed", concurrency: users, ...(requests === undefined ? {} : { requests: Math.max(users, Math.round(requests)) }) };
}

/** The day in a date as reports write it: "2025-04-24T11:57:09Z", "20250424-115709", or seconds since 1970. */
export function dayOf(value: unknown): { readonly date?: string } {
  if (typeof value === "number" && value > 1e9 && value < 1e10) return { date: new Date(value * 1000).toISOString().slice(0, 10) };
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(typeof value === "string" ? value : "") ?? [];
  return year === undefined ? {} : { date: `${year}-${month}-${day}` };
}

/** A record without its absent fields. */
export function present<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
