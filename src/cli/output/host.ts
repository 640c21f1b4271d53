import type { KernelCheck } from "../../evidence/kernels/host/check-backend.ts";
import { summariseErrors } from "../../evidence/kernels/host/error-summary.ts";
import type { KernelMeasurement } from "../../evidence/kernels/host/machine.ts";
import type { HostMeasurement } from "../../evidence/kernels/host/measure.ts";
import type { LoadedBackend } from "../../evidence/kernels/load-backend.ts";
import { formatBytes, formatRate, formatFlopRate } from "../../quantities/format.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { digits, none, withUnit } from "./figures.ts";
import { printList, printTable, printText } from "./print.ts";

export const isBlock = ({ kind }: KernelMeasurement): boolean => kind.endsWith("block");

const right = (header: string, cells: readonly string[]): TextColumn => ({ header, align: "right", cells });
const percent = (ratio: number | undefined): string => (ratio === undefined ? none : `${(100 * ratio).toFixed(1)} %`);
/** Kernels that are printed where not all are asked for. */
const furthest = 6;

/** The machine, its bandwidth by working set, and predicted against measured. */
export function printHost(terminal: Terminal, backend: LoadedBackend, measured: HostMeasurement, checks: readonly KernelCheck[], options: { readonly all: boolean; readonly out: string | undefined }): void {
  const { machine, kernels, leftOut } = measured;
  const peak = machine.gemm.reduce((best, point) => (point.flopsPerSecond > best.flopsPerSecond ? point : best));
  printText(terminal, terminal.bold(`This machine with ${backend.package} (${backend.name})`));
  printText(terminal, `${checks.length} kernels compute what plain loops do, within ${Math.max(...checks.map(({ largestDifference }) => largestDifference)).toExponential(0)} of the largest value.`);
  printText(terminal, `Matrix products reach ${formatFlopRate(peak.flopsPerSecond)} (${peak.m}×${peak.n}×${peak.k}); an operation takes at least ${withUnit(machine.launchSeconds, "s")}.`);
  const fastest = Math.max(...machine.bandwidth.map(({ bytesPerSecond }) => bytesPerSecond));
  printTable(terminal, "Streaming bandwidth by working set: the levels of the cache", [
    right("working set", machine.bandwidth.map(({ workingSetBytes }) => formatBytes(workingSetBytes))),
    right("bandwidth", machine.bandwidth.map(({ bytesPerSecond }) => formatRate(bytesPerSecond))),
    { header: "", cells: machine.bandwidth.map(({ bytesPerSecond }) => "▇".repeat(Math.max(1, Math.round((40 * bytesPerSecond) / fastest)))) },
  ]);
  const kinds = [...new Set(kernels.map(({ kind }) => kind))];
  const groups: (readonly [string, readonly KernelMeasurement[]])[] = [
    ...kinds.map((kind) => [kind, kernels.filter((kernel) => kernel.kind === kind)] as const),
    ["all kernels", kernels.filter((kernel) => !isBlock(kernel))], ["all blocks", kernels.filter(isBlock)],
  ];
  const summaries = groups.map(([name, some]) => [name, summariseErrors(some)] as const);
  printTable(terminal, "Held-back kernels and blocks: predicted against measured", [
    { header: "kind", cells: summaries.map(([name]) => name) }, right("cases", summaries.map(([, summary]) => String(summary?.cases ?? 0))),
    right("median error", summaries.map(([, summary]) => percent(summary?.medianError))), right("nine in ten", summaries.map(([, summary]) => percent(summary?.p90Error))),
    right("bias", summaries.map(([, summary]) => percent(summary?.bias))),
  ]);
  printKernels(terminal, kernels, options.all);
  printList(terminal, "Too slow for the budget", leftOut);
  terminal.print("\n");
  if (machine.spread > 1.5) printText(terminal, `The machine was busy: the upper quartile of a timing is ${digits(machine.spread)} times its lower decile. Try again when it is quiet, or give it a larger --budget.`);
  printText(terminal, options.out === undefined ? "With --out my-host.json this machine becomes a device for --hardware." : `Written to ${options.out}: use it as --hardware ${options.out} (precision fp32).`);
}

function printKernels(terminal: Terminal, kernels: readonly KernelMeasurement[], all: boolean): void {
  const off = ({ predictedSeconds, measuredSeconds }: KernelMeasurement): number => Math.abs(Math.log(predictedSeconds / measuredSeconds));
  const shown = all ? kernels : kernels.toSorted((a, b) => off(b) - off(a)).slice(0, furthest);
  printTable(terminal, all ? "Every kernel" : "Furthest off", [
    { header: "kernel", cells: shown.map(({ name }) => name) }, right("measured", shown.map(({ measuredSeconds }) => withUnit(measuredSeconds, "s"))),
    right("predicted", shown.map(({ predictedSeconds }) => withUnit(predictedSeconds, "s"))),
    right("ratio", shown.map(({ predictedSeconds, measuredSeconds }) => (predictedSeconds / measuredSeconds).toFixed(2))),
  ]);
}
