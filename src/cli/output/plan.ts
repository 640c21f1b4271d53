import type { PlanAnswer, PlannedDeployment, PlanQuestion, Rejection } from "../../planner/types.ts";
import { lengthMoments } from "../../workloads/lengths.ts";
import type { Bound } from "../../predict/types.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Workload } from "../input/workload.ts";
import type { Terminal } from "../terminal.ts";
import { digits, dollars, milliseconds, none, percent, range, significant, withUnit } from "./figures.ts";
import { printList, printTable, printText } from "./print.ts";
import { economicsColumns, type PlanEconomics } from "./plan-economics.ts";
import { boundWords, modelWords, planWords, precisionWords, tokenWords } from "./words.ts";

/** What of an answer is printed. */
export interface PlanPrint {
  readonly top: number;
  readonly pareto: boolean;
  readonly economics: PlanEconomics | null;
}

/** The deployments of an answer, cheapest first, in two tables with one row each; then why other devices are out. */
export function printPlan(terminal: Terminal, question: PlanQuestion, workload: Workload, answer: PlanAnswer, { top, pareto, economics }: PlanPrint): void {
  printQuestion(terminal, question, workload);
  const priced = answer.deployments.filter((deployment) => deployment.usdPerHour !== undefined);
  const shown = answer.deployments.slice(0, Math.max(1, top));
  if (shown.length === 0) printText(terminal, "\nNo device holds the objective.");
  else {
    const numbered = priced.length > 0 ? "Deployments that hold the objective, cheapest first" : "Deployments that hold the objective, fewest devices first";
    printTable(terminal, numbered, whatColumns(shown));
    printTable(terminal, "How they serve", howColumns(shown));
    if (economics !== null) printTable(terminal, "Energy, carbon and break-even", economicsColumns(shown, question, economics));
    const rest = answer.deployments.length - shown.length;
    const simulated = shown.filter((deployment) => deployment.method === "simulation").length;
    terminal.print("\n");
    if (simulated > 0) printText(terminal, `* Confirmed by simulation${arrivalWords(shown)}. Other percentiles: ${answer.approximation}.`);
    else printText(terminal, `Percentiles: ${answer.approximation}.`);
    if (rest > 0) printText(terminal, `${rest} more hold it (--top ${answer.deployments.length} shows all).`);
    printUnpriced(terminal, answer.deployments.slice(shown.length));
  }
  if (pareto) printPareto(terminal, answer);
  printRejections(terminal, answer.rejections);
  printList(terminal, "Largest rates that hold the objective, by simulation", largestRates(shown));
  printList(terminal, "Assumed", [...new Set(shown.flatMap((deployment) => deployment.warnings))]);
  terminal.print("\n");
  printText(terminal, `${digits(answer.plansEnumerated, 9)} engine shapes enumerated, ${digits(answer.plansTimed, 9)} timed; ranges are 90 % prediction intervals.`);
}

/** Under which arrivals, where they are not Poisson. */
function arrivalWords(rows: readonly PlannedDeployment[]): string {
  const arrivals = rows.find((row) => row.simulation !== undefined)?.simulation?.arrivals;
  return arrivals === "trace" ? " of the trace's own requests; others are for Poisson arrivals at its mean rate and may miss the objective" : arrivals === "stated" ? " of the stated arrivals; others are for Poisson ones" : "";
}

/** Largest rates that were searched by simulation, with their 95 % intervals. */
function largestRates(rows: readonly PlannedDeployment[]): string[] {
  return rows.flatMap(({ devices, hardware, simulation }) => {
    const found = simulation?.largestRate;
    return found === undefined ? [] : [`${devices} × ${hardware}: ${significant(found.requestsPerSecond)} requests/s (95 %: ${range(found.interval95, significant)})`];
  });
}

function printQuestion(terminal: Terminal, question: PlanQuestion, workload: Workload): void {
  const { ttftP95Seconds, tpotP95Seconds } = question.objective;
  const output = question.ratePerSecond * lengthMoments(question.outputTokens, "output").mean;
  printText(terminal, terminal.bold(modelWords(question.model)));
  printText(terminal, `${workload.description}: ${digits(question.ratePerSecond)} requests/s, ${tokenWords(question.inputTokens, question.outputTokens)}; ${digits(Math.round(output), 9)} output tokens/s in all`);
  printText(terminal, `Objective: TTFT p95 ≤ ${withUnit(ttftP95Seconds, "s")}, TPOT p95 ≤ ${withUnit(tpotP95Seconds, "s")}`);
  if (workload.source !== undefined) printText(terminal, terminal.dim(`Source: ${workload.source}`));
}

/** What to rent, and what it costs. */
function whatColumns(rows: readonly PlannedDeployment[]): TextColumn[] {
  return [
    numbers(rows),
    { header: "devices", cells: rows.map((row) => `${row.devices} × ${row.hardware}`) },
    { header: "plan", cells: rows.map((row) => planWords(row.plan)) },
    { header: "precision", cells: rows.map((row) => precisionWords(row.precision)) },
    right("$/h", rows, (row) => dollars(row.usdPerHour)),
    right("90 %", rows, (row) => range(row.intervals90.usdPerHour, significant)),
    right("$/M out", rows, (row) => dollars(row.usdPerMillionOutputTokens)),
    right("J/token", rows, (row) => significant(row.energyPerOutputTokenJoules)),
    right("up to", rows, (row) => `${significant(row.sustainableRequestsPerSecond)}/s`),
    { header: "binds", cells: rows.map((row) => boundWords[row.bound as Bound] ?? row.bound) },
  ];
}

/** Latency, throughput, use of the devices and room in the cache. */
function howColumns(rows: readonly PlannedDeployment[]): TextColumn[] {
  const ttft = "TTFT, ms";
  const tpot = "TPOT, ms";
  return [
    numbers(rows),
    right("mean", rows, (row) => milliseconds(row.ttftSeconds), ttft),
    right("90 %", rows, (row) => range(row.intervals90.ttftSeconds, milliseconds), ttft),
    right("p95", rows, (row) => milliseconds(row.ttftP95Seconds), ttft),
    right("mean", rows, (row) => milliseconds(row.tpotSeconds), tpot),
    right("90 %", rows, (row) => range(row.intervals90.tpotSeconds, milliseconds), tpot),
    right("p95", rows, (row) => milliseconds(row.tpotP95Seconds), tpot),
    right("running", rows, (row) => significant(row.runningBatch)),
    right("tok/s/dev", rows, (row) => significant(row.outputTokensPerSecondPerDevice)),
    right("MFU", rows, (row) => percent(row.mfu)),
    right("MBU", rows, (row) => percent(row.mbu)),
    right("tokens", rows, ({ kvCapacityTokens: held }) => (held === undefined ? none : withUnit(held, "tokens")), "KV cache"),
    right("free", rows, (row) => percent(row.kvHeadroom), "KV cache"),
  ];
}

function numbers(rows: readonly PlannedDeployment[]): TextColumn {
  return { header: "#", align: "right", cells: rows.map((row, index) => `${index + 1}${row.method === "simulation" ? "*" : " "}`) };
}

function right(header: string, rows: readonly PlannedDeployment[], cell: (row: PlannedDeployment) => string, group?: string): TextColumn {
  return { header, align: "right", cells: rows.map(cell), ...(group === undefined ? {} : { group }) };
}

/** Keeps a count and its device on one line. */
const nbsp = "\u00a0";

/** Devices that nobody quotes a price of hold the objective too, but cannot be ranked with the others. */
function printUnpriced(terminal: Terminal, hidden: readonly PlannedDeployment[]): void {
  const unpriced = hidden.filter((deployment) => deployment.usdPerHour === undefined);
  if (unpriced.length === 0) return;
  const words = unpriced.map((deployment) => `${deployment.devices}${nbsp}×${nbsp}${deployment.hardware}`).join(", ");
  printText(terminal, `Without a price (rank them with --price id=usd): ${words}.`);
}

function printPareto(terminal: Terminal, answer: PlanAnswer): void {
  const points = answer.pareto;
  printTable(terminal, "Throughput against speed: no deployment beats these in both", [
    { header: "tokens/s per user", align: "right", cells: points.map((point) => significant(point.outputTokensPerSecondPerUser)) },
    { header: "tokens/s per device", align: "right", cells: points.map((point) => significant(point.outputTokensPerSecondPerDevice)) },
    { header: "users", align: "right", cells: points.map((point) => digits(point.concurrency, 9)) },
    { header: "devices", cells: points.map((point) => `${point.devices} × ${point.hardware}`) },
    { header: "plan", cells: points.map((point) => planWords(point.plan)) },
    { header: "precision", cells: points.map((point) => precisionWords(point.precision)) },
  ]);
}

const mostRejections = 24;

function printRejections(terminal: Terminal, rejections: readonly Rejection[]): void {
  if (rejections.length === 0) return;
  const shown = rejections.slice(0, mostRejections);
  printTable(terminal, "Out", [
    { header: "device", cells: shown.map((rejection) => rejection.hardware) },
    { header: "why", cells: shown.map((rejection) => rejection.message.replace(`${rejection.hardware}: `, "") || none) },
  ]);
  if (rejections.length > shown.length) printText(terminal, `and ${rejections.length - shown.length} more (--json has all)`);
}
