import type { SustainableConcurrency } from "../../predict/largest-concurrency.ts";
import type { SustainableRate } from "../../predict/largest-rate.ts";
import type { Prediction, Scenario, ServingFigure } from "../../predict/types.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { range, withUnit, type Unit } from "./figures.ts";
import { printList, printTable, printText } from "./print.ts";
import { boundWords, hardwareWords, loadWords, modelWords, planWords, precisionWords, tokenWords } from "./words.ts";

type Row = readonly [label: string, figure: ServingFigure, unit: Unit];

const latencies: readonly (readonly [label: string, mean: ServingFigure | null, percentiles: readonly (ServingFigure | null)[]])[] = [
  ["time to first token", "ttftSeconds", ["ttftP50Seconds", "ttftP90Seconds", "ttftP95Seconds", "ttftP99Seconds"]],
  ["time per output token", "tpotSeconds", ["tpotP50Seconds", "tpotP90Seconds", "tpotP95Seconds", "tpotP99Seconds"]],
  ["gap between tokens", "itlSeconds", ["itlP50Seconds", "itlP90Seconds", "itlP95Seconds", "itlP99Seconds"]],
  ["request", "requestSeconds", ["requestP50Seconds", "requestP90Seconds", "requestP95Seconds", "requestP99Seconds"]],
  ["first token of all", "firstTokenBatchSeconds", []],
  ["whole batch", "batchSeconds", []],
];

const sections: readonly (readonly [heading: string, rows: readonly Row[]])[] = [
  ["Throughput and use", [
    ["output tokens", "outputTokensPerSecond", "1/s"], ["all tokens", "totalTokensPerSecond", "1/s"], ["prompt tokens, prefill alone", "prefillTokensPerSecond", "1/s"],
    ["output tokens, decode alone", "decodeTokensPerSecond", "1/s"], ["requests", "requestsPerSecond", "1/s"],
    ["inside the service level", "attainment", "ratio"], ["of them, requests", "goodputRequestsPerSecond", "1/s"], ["running requests", "runningBatch", "1"],
    ["MFU", "mfu", "ratio"], ["MBU", "mbu", "ratio"],
  ]],
  ["Memory", [
    ["weights on each device", "weightsBytesPerDevice", "B"], ["KV cache of one token", "kvBytesPerToken", "B"], ["KV capacity, tokens", "kvCapacityTokens", "tokens"],
    ["requests that fit", "maxConcurrency", "tokens"],
  ]],
  ["Cost and energy", [
    ["per million output tokens", "usdPerMillionOutputTokens", "USD"], ["per million tokens, all", "usdPerMillionTokens", "USD"],
    ["output tokens for a dollar", "outputTokensPerUsd", "tokens"], ["power of the devices", "powerWatts", "W"],
    ["energy of an output token", "energyPerOutputTokenJoules", "J"], ["energy of a request", "energyPerRequestJoules", "J"],
  ]],
];

/** A prediction as tables: latency with percentiles, then what it yields, holds and costs. */
export function printPrediction(terminal: Terminal, scenario: Scenario, prediction: Prediction): void {
  printText(terminal, terminal.bold(scenarioWords(scenario)));
  const tokens = scenario.load.mode === "trace" ? "" : `; ${tokenWords(scenario.inputTokens, scenario.outputTokens)}`;
  printText(terminal, `${loadWords(scenario.load)}${tokens}`);
  printTable(terminal, "Latency", latencyColumns(prediction));
  for (const [heading, rows] of sections) {
    const present = rows.filter(([, figure]) => prediction.values[figure] !== undefined);
    if (present.length > 0) printTable(terminal, heading, figureColumns(prediction, present));
  }
  terminal.print("\n");
  const how = prediction.method === "simulation" ? "the event-skipping simulator" : "closed form";
  printText(terminal, `${sentence(boundWords[prediction.bound])} binds. Answered by ${how}; ranges are 90 % prediction intervals${prediction.simulation?.halfWidths95 === undefined ? "" : ", ± is half a 95 % interval of the simulation"}.`);
  printList(terminal, "Assumed", prediction.warnings);
}

/** "Llama-3.1-70B on 8 × h100-sxm5-80 (tp8), fp8, vllm". */
export function scenarioWords(scenario: Scenario): string {
  if (scenario.disaggregated !== undefined) return `${modelWords(scenario.model)} on ${hardwareWords(scenario.hardware)}, prefill and decode apart`;
  const plan = scenario.plan ?? {};
  const { tp = 1, pp = 1, dp = 1, attentionDp = 1 } = plan;
  const devices = scenario.devices ?? tp * pp * dp * attentionDp;
  return `${modelWords(scenario.model)} on ${devices} × ${hardwareWords(scenario.hardware)} (${planWords(plan)}), ${precisionWords(scenario.precision)}, ${scenario.engine ?? "vllm"}`;
}

/** The largest rate that holds a service level, with what the simulation and what the prediction leave open. */
export function printLargestRate(terminal: Terminal, { requestsPerSecond, interval95, interval90, simulations }: SustainableRate, share: number): void {
  terminal.print("\n");
  const [rate, simulated, predicted] = [withUnit(requestsPerSecond, "1/s"), range(interval95), range(interval90)];
  printText(terminal, `Largest rate with ${withUnit(share, "ratio")} of the requests inside the service level: ${rate} (${simulated} by ${simulations} simulations; 90 % prediction interval ${predicted}).`);
}

/** The same of users. */
export function printLargestConcurrency(terminal: Terminal, { concurrency, requestsPerSecond, interval95, interval90, simulations }: SustainableConcurrency, share: number): void {
  terminal.print("\n");
  const [simulated, predicted] = [range(interval95), range(interval90)];
  printText(terminal, `Most users with ${withUnit(share, "ratio")} of the requests inside the service level: ${concurrency}, who send ${withUnit(requestsPerSecond, "1/s")} (${simulated} users by ${simulations} simulations; 90 % prediction interval ${predicted}).`);
}

function latencyColumns({ values, intervals90, simulation }: Prediction): TextColumn[] {
  const rows = latencies.filter(([, mean, percentiles]) => [mean, ...percentiles].some((figure) => figure !== null && values[figure] !== undefined));
  const seconds = (figure: ServingFigure | null | undefined): string => (figure === null || figure === undefined ? "" : withUnit(values[figure], "s").replace("–", ""));
  const interval = (figure: ServingFigure | null): string => (figure === null || intervals90[figure] === undefined ? "" : secondsRange(intervals90[figure]));
  const columns: TextColumn[] = [
    { header: "", cells: rows.map(([label]) => label) },
    { header: "mean", align: "right", cells: rows.map(([, mean]) => seconds(mean)) },
    { header: "90 % interval", align: "right", cells: rows.map(([, mean]) => interval(mean)) },
  ];
  const half = simulation?.halfWidths95;
  if (half !== undefined) columns.splice(2, 0, { header: "±", align: "right", cells: rows.map(([, mean]) => (mean === null || half[mean] === undefined ? "" : withUnit(half[mean], "s"))) });
  (["p50", "p90", "p95", "p99"] as const).forEach((header, index) => {
    const cells = rows.map(([, , percentiles]) => seconds(percentiles[index]));
    if (cells.some((cell) => cell !== "")) columns.push({ header, align: "right", cells });
  });
  return columns;
}

function figureColumns({ values, intervals90 }: Prediction, rows: readonly Row[]): TextColumn[] {
  return [
    { header: "", cells: rows.map(([label]) => label) },
    { header: "value", align: "right", cells: rows.map(([, figure, unit]) => withUnit(values[figure], unit)) },
    {
      header: "90 % interval", align: "right",
      cells: rows.map(([, figure, unit]) => {
        const interval = intervals90[figure];
        return interval === undefined ? "exact" : range(interval, (value) => withUnit(value, unit));
      }),
    },
  ];
}

function secondsRange(interval: readonly [number, number]): string {
  return range(interval, (value) => withUnit(value, "s"));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
