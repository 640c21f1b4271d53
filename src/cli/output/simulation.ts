import type { LatencySummary, ServerAnswer, ServerTimeSeries } from "../../queueing/simulation/server-types.ts";
import type { Scenario } from "../../predict/types.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { digits, percent, significant, withUnit } from "./figures.ts";
import { scenarioWords } from "./prediction.ts";
import { printTable, printText } from "./print.ts";
import { loadWords, tokenWords } from "./words.ts";

type Latency = "ttft" | "tpot" | "itl" | "request" | "queue";

const latencies: readonly (readonly [Latency, string])[] = [
  ["ttft", "time to first token"], ["tpot", "time per output token"], ["itl", "gap between tokens"], ["request", "request"], ["queue", "wait until started"],
];

/** Most rows of a printed time series; every bin is in --csv and --json. */
const mostBins = 24;

export function printSimulation(terminal: Terminal, scenario: Scenario, answer: ServerAnswer, level: { readonly ttftWithin?: number; readonly tpotWithin?: number }): void {
  printText(terminal, terminal.bold(scenarioWords(scenario)));
  const tokens = scenario.load.mode === "trace" ? "" : `; ${tokenWords(scenario.inputTokens, scenario.outputTokens)}`;
  printText(terminal, `${loadWords(scenario.load)}${tokens}`);
  printTable(terminal, "Latency", latencyColumns(answer));
  const rows: [string, string][] = [
    ["requests", `${significant(answer.requestsPerSecond)} /s`], ["input tokens", `${digits(answer.inputTokensPerSecond)} /s`],
    ["output tokens", `${digits(answer.outputTokensPerSecond)} /s`], ["running requests", significant(answer.runningRequests)],
    ["waiting requests", significant(answer.waitingRequests)], ["decode batch", significant(answer.decodeBatch)], ["busy", percent(answer.busyFraction)],
    ["KV cache held", percent(answer.kvOccupancy)], ["preemptions a request", digits(answer.preemptionsPerRequest)],
  ];
  if (level.ttftWithin !== undefined || level.tpotWithin !== undefined) {
    rows.push(["inside the service level", percent(answer.attainment)], ["of them, requests", `${significant(answer.goodputRequestsPerSecond)} /s`]);
  }
  printTable(terminal, "Mean over the run", [
    { header: "", cells: rows.map(([label]) => label) }, { header: "value", align: "right", cells: rows.map(([, value]) => value) },
  ]);
  if (answer.timeSeries !== undefined) printSeries(terminal, answer.timeSeries);
  terminal.print("\n");
  const replications = answer.replications === 1 ? "one run" : `${answer.replications} independent replications`;
  const spread = scenario.load.mode === "trace"
    ? "; ± is half a 95 % interval for other traffic alike, from five parts of the trace, not of the prediction" : "; ± is half a 95 % interval of the simulation, not of the prediction";
  const needed = answer.requestsForInterval;
  const short = needed === undefined ? "" : needed < Infinity
    ? `; too few to tell how far other traffic alike may be: about ${digits(needed, 2)} are needed` : "; the trace is above the capacity, and its queue grows as long as it lasts";
  printText(terminal, `${digits(answer.measuredRequests, 9)} requests in ${replications}, ${withUnit(answer.simulatedSeconds, "s")} simulated${answer.halfWidth95 === undefined ? short : spread}.`);
}

function latencyColumns(answer: ServerAnswer): TextColumn[] {
  const shown = latencies.filter(([key]) => Number.isFinite(answer[key].meanSeconds));
  const right = (header: string, cell: (latency: LatencySummary, key: Latency) => string): TextColumn => ({
    header, align: "right", cells: shown.map(([key]) => cell(answer[key], key)),
  });
  const half = (figure: keyof LatencySummary): TextColumn[] => {
    const { halfWidth95 } = answer;
    return halfWidth95 === undefined ? [] : [right("±", (_, key) => withUnit(negligible(halfWidth95[key][figure]), "s"))];
  };
  return [
    { header: "", cells: shown.map(([, label]) => label) },
    right("mean", (latency) => withUnit(latency.meanSeconds, "s")),
    ...half("meanSeconds"),
    right("p50", (latency) => withUnit(latency.p50Seconds, "s")), right("p90", (latency) => withUnit(latency.p90Seconds, "s")),
    right("p95", (latency) => withUnit(latency.p95Seconds, "s")), ...half("p95Seconds"), right("p99", (latency) => withUnit(latency.p99Seconds, "s")), ...half("p99Seconds"),
  ];
}

/** Rounding of equal figures is no width. */
function negligible(seconds: number): number {
  return seconds < 1e-9 ? 0 : seconds;
}

function printSeries(terminal: Terminal, series: ServerTimeSeries): void {
  const rows = seriesRows(series);
  const shown = rows.slice(0, mostBins);
  const width = series.seconds[0] ?? 1;
  const right = (header: string, cell: (row: SeriesRow) => string): TextColumn => ({ header, align: "right", cells: shown.map(cell) });
  printTable(terminal, `Time series${rows.length > shown.length ? ` (first ${shown.length} of ${rows.length} bins; --csv has all)` : ""}`, [
    right("until, s", (row) => digits(row.seconds, 9)), right("arrivals/s", (row) => significant(row.arrivals / width)),
    right("ended/s", (row) => significant(row.completions / width)), right("tokens/s", (row) => digits(row.outputTokens / width)),
    right("running", (row) => digits(row.running)), right("waiting", (row) => digits(row.waiting)), right("KV tokens", (row) => withUnit(row.kvTokens, "tokens")),
    { header: "", cells: bars(shown.map((row) => row.running + row.waiting)) },
  ]);
}

/** One bin of a time series. */
export interface SeriesRow {
  readonly seconds: number;
  readonly running: number;
  readonly waiting: number;
  readonly kvTokens: number;
  readonly arrivals: number;
  readonly completions: number;
  readonly outputTokens: number;
}

export function seriesRows(series: ServerTimeSeries): SeriesRow[] {
  return Array.from(series.seconds, (seconds, bin) => ({
    seconds, running: series.running[bin] ?? 0, waiting: series.waiting[bin] ?? 0, kvTokens: series.kvTokens[bin] ?? 0,
    arrivals: series.arrivals[bin] ?? 0, completions: series.completions[bin] ?? 0, outputTokens: series.outputTokens[bin] ?? 0,
  }));
}

/** Requests inside, as bars of at most 20 characters. */
function bars(values: readonly number[]): string[] {
  const most = Math.max(1, ...values);
  return values.map((value) => "█".repeat(Math.round((value / most) * 20)));
}
