import type { QueueAnswer } from "../../queueing/types.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { digits, none, range, withUnit } from "./figures.ts";
import { printTable, printText } from "./print.ts";

type Values = QueueAnswer["values"];

const times = ["wait", "sojourn", "ttft", "tpot"] as const;
const words: Readonly<Record<(typeof times)[number], string>> = { wait: "wait", sojourn: "sojourn", ttft: "time to first token", tpot: "time per output token" };
const quantiles = ["p50", "p90", "p95", "p99"] as const;

/** The answer of a queue: times with their percentiles as one table, everything else as another. */
export function printQueue(terminal: Terminal, { values, method, ci95 }: Pick<QueueAnswer, "values" | "method" | "ci95">): void {
  const prefixes = [...new Set(Object.keys(values).map((name) => /^class\d+_/.exec(name)?.[0] ?? ""))].sort();
  const used = new Set<string>();
  const rows = prefixes.flatMap((prefix) => times.map((time) => ({ prefix, time })))
    .filter(({ prefix, time }) => typeof values[`${prefix}mean_${time}_s`] === "number" || typeof values[`${prefix}p50_${time}_s`] === "number");
  const cell = (name: string): string => {
    used.add(name);
    const value = values[name];
    return typeof value === "number" ? withUnit(value, "s") : none;
  };
  if (rows.length > 0) {
    const column = (header: string, name: (row: (typeof rows)[number]) => string): TextColumn => ({ header, align: "right", cells: rows.map((row) => cell(name(row))) });
    const columns = [
      column("mean", ({ prefix, time }) => `${prefix}mean_${time}_s`),
      { header: "deviation", align: "right" as const, cells: rows.map(({ prefix, time }) => deviation(values, `${prefix}var_${time}_s`, used)) },
      ...quantiles.map((quantile) => column(quantile, ({ prefix, time }) => `${prefix}${quantile}_${time}_s`)),
    ];
    printTable(terminal, null, [
      { header: "", cells: rows.map(({ prefix, time }) => `${prefix === "" ? "" : `${prefix.replace("_", "")} `}${words[time]}`) },
      ...columns.filter(({ cells }) => cells.some((text) => text !== none)),
    ]);
  }
  const rest = Object.keys(values).filter((name) => !used.has(name));
  if (rest.length > 0) {
    if (rows.length > 0) terminal.print("\n");
    printTable(terminal, null, [
      { header: "", cells: rest.map((name) => name.replace(/(_per)?_s$/, "").replaceAll("_", " ")) },
      { header: "value", align: "right", cells: rest.map((name) => print(name, values[name] as number | readonly number[])) },
      ...(ci95 === undefined ? [] : [{ header: "95 %", align: "right" as const, cells: rest.map((name) => interval(name, ci95[name])) }]),
    ]);
  }
  terminal.print("\n");
  printText(terminal, `Method: ${method}${ci95 === undefined ? "" : "; --json gives the 95 % interval of every value"}.`);
}

function deviation(values: Values, name: string, used: Set<string>): string {
  used.add(name);
  const variance = values[name];
  return typeof variance === "number" ? withUnit(Math.sqrt(Math.max(0, variance)), "s") : none;
}

function print(name: string, value: number | readonly number[]): string {
  if (typeof value !== "number") return value.map((part) => digits(part)).join(", ");
  if (name.endsWith("_per_s")) return withUnit(value, "1/s");
  if (name.endsWith("_s")) return withUnit(value, "s");
  return /(^|_)p_|utilisation|fraction/.test(name) ? `${digits(100 * value, 4)} %` : digits(value, 4);
}

function interval(name: string, bounds: unknown): string {
  if (!Array.isArray(bounds) || typeof bounds[0] !== "number") return none;
  const [low, high] = bounds as unknown as readonly [number, number];
  // What analysis knew has the error of the analysis: none that shows here.
  return high - low <= 1e-3 * Math.abs(high) ? "known" : range([low, high], (value) => print(name, value));
}
