import type { MemoryAnswer, MemoryQuestion } from "../../predict/memory.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { digits, percent, withUnit, type Unit } from "./figures.ts";
import { printTable, printText } from "./print.ts";
import { hardwareWords, modelWords, planWords, precisionWords } from "./words.ts";

type Row = readonly [label: string, figure: keyof MemoryAnswer, unit: Unit];

const parameterRows: readonly Row[] = [
  ["parameters", "parameters", "1"], ["active for a token", "activeParameters", "1"], ["multi-token prediction", "mtpParameters", "1"],
  ["vision tower", "visionParameters", "1"],
];

const byteRows: readonly Row[] = [
  ["weights, whole model", "weightsBytes", "B"], ["KV cache of one token", "kvBytesPerToken", "B"], ["KV cache of one request", "kvBytesPerRequest", "B"],
  ["state of one request", "stateBytesPerRequest", "B"], ["activations of a prefill", "activationBytes", "B"],
];

const placedRows: readonly Row[] = [
  ["weights on each device", "weightsBytesPerDevice", "B"], ["KV capacity, tokens", "kvCapacityTokens", "tokens"],
  ["requests that fit", "maxConcurrency", "tokens"], ["longest request, tokens", "largestContextTokens", "tokens"],
];

/** Counts of a model, and what a deployment holds: exact, so that no interval stands beside them. */
export function printMemory(terminal: Terminal, question: MemoryQuestion, answer: MemoryAnswer): void {
  printText(terminal, terminal.bold(`${modelWords(question.model)}, ${precisionWords(question.precision)}`));
  printText(terminal, `requests of ${question.inputTokens} tokens in, ${question.outputTokens} out`);
  printTable(terminal, "Parameters", exactColumns(answer, parameterRows.filter(([, figure]) => (answer[figure] as number) > 0)));
  printTable(terminal, "Bytes", exactColumns(answer, byteRows.filter(([, figure]) => (answer[figure] as number) > 0)));
  if (question.hardware === undefined) return;
  const where = `On ${question.devices ?? devicesOf(question)} × ${hardwareWords(question.hardware)} (${planWords(question.plan ?? {})})`;
  printTable(terminal, where, exactColumns(answer, placedRows.filter(([, figure]) => answer[figure] !== undefined)));
  const { stages } = answer;
  if (stages === undefined || stages.length < 2) return;
  printTable(terminal, "Pipeline stages, bytes on each device", [
    { header: "stage", align: "right", cells: stages.map((_, index) => String(index)) },
    { header: "weights", align: "right", cells: stages.map((stage) => withUnit(stage.weightsBytes, "B")) },
    { header: "KV of one token", align: "right", cells: stages.map((stage) => withUnit(stage.cache.bytesPerToken, "B")) },
    { header: "share of weights", align: "right", cells: stages.map((stage) => percent(stage.weightsBytes / stages.reduce((sum, other) => sum + other.weightsBytes, 0))) },
  ]);
}

function exactColumns(answer: MemoryAnswer, rows: readonly Row[]): TextColumn[] {
  const exact = (figure: keyof MemoryAnswer): string => digits(Math.round(answer[figure] as number), 15);
  return [
    { header: "", cells: rows.map(([label]) => label) },
    { header: "exact", align: "right", cells: rows.map(([, figure]) => exact(figure)) },
    { header: "", align: "right", cells: rows.map(([, figure, unit]) => (unit === "1" ? withUnit(answer[figure] as number, "tokens") : unit === "B" ? withUnit(answer[figure] as number, unit) : "")) },
  ];
}

function devicesOf({ plan = {} }: MemoryQuestion): number {
  const { tp = 1, pp = 1, dp = 1, attentionDp = 1 } = plan;
  return tp * pp * dp * attentionDp;
}
