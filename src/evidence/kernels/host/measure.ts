import { RidgepointError, invalidValue } from "../../../quantities/errors.ts";
import type { BackendTensor } from "../backend.ts";
import type { LoadedBackend } from "../load-backend.ts";
import { countTrace } from "../trace/op-record.ts";
import type { OpRecord } from "../trace/op-record.ts";
import type { BandwidthPoint } from "./bandwidth-curve.ts";
import { calibrationCases, mixedCases, referenceCases, streamCase, streamElements } from "./calibration-cases.ts";
import { singleThreadClocks, wallClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { heldBackBlocks } from "./held-back-blocks.ts";
import { heldBackKernels } from "./held-back-cases.ts";
import { operandMaker, traceOf } from "./kernel-case.ts";
import type { KernelCase } from "./kernel-case.ts";
import type { GemmPoint, KernelMeasurement, MachineMeasurement } from "./machine.ts";
import { machineDevice } from "./machine-device.ts";
import { fitCosts, predictTrace } from "./operation-costs.ts";
import { timeInterleaved } from "./stopwatch.ts";
import type { Timing } from "./stopwatch.ts";

/** Options of the measurements. */
export interface MeasureOptions {
  /** Time to spend; a few rounds are run even where they take longer. Default 20. */
  readonly budgetSeconds?: number;
  /** Default: see {@link singleThreadClocks}; elapsed time alone for TensorFlow's native library, which has many threads. */
  readonly clocks?: readonly Clock[];
  /** Memory for the device. Default for WebAssembly its 4 GiB of 32-bit addresses, else unknown. */
  readonly memoryBytes?: number;
  /** Called now and then, between two timings. */
  readonly onProgress?: (spentSeconds: number, budgetSeconds: number) => void;
}

/** Options of {@link measureHost} and {@link measureKernels}. */
export interface MeasureKernelsOptions extends MeasureOptions {
  /** Kernels to predict. Default: all held-back kernels and blocks. */
  readonly cases?: readonly KernelCase[];
}

/** A machine and the kernels that were timed in the same run. */
export interface HostMeasurement {
  readonly machine: MachineMeasurement;
  readonly kernels: readonly KernelMeasurement[];
  /** Cases too slow for the budget. */
  readonly leftOut: readonly string[];
}

interface Measured {
  readonly name: string;
  readonly kind: string;
  readonly records: readonly OpRecord[];
  readonly timing: Timing;
}

/**
 * Measures this machine and predicts kernels that the measurement did not use, all in one run with interleaved repeats, so
 * that a busy spell falls on both sides alike.
 *
 * @throws RidgepointError `invalid-value` for a budget that is not above 0, `unsupported` where the machine is too slow for it.
 */
export function measureHost(backend: LoadedBackend, options: MeasureKernelsOptions = {}): HostMeasurement {
  const cases = options.cases ?? [...heldBackKernels(), ...heldBackBlocks()];
  const stream = streamElements.map(streamCase);
  const calibration = calibrationCases();
  const mixed = mixedCases();
  const measured = timeCases(backend, [...stream, ...calibration, ...mixed, ...cases], options);
  const of = (wanted: readonly KernelCase[], from: number): Measured[] => measured.slice(from, from + wanted.length).filter((m) => m !== null);
  const machine = machineOf(backend, options, of(stream, 0), of(calibration, stream.length), of(mixed, stream.length + calibration.length));
  const first = measured.length - cases.length;
  return {
    machine,
    kernels: of(cases, first).map((kernel) => compare(kernel, machine, 1)),
    leftOut: cases.filter((_, at) => measured[first + at] === null).map(({ name }) => name),
  };
}

/**
 * Measures this machine; {@link measureHost} without kernels.
 *
 * @throws RidgepointError as {@link measureHost}.
 */
export function measureMachine(backend: LoadedBackend, options: MeasureOptions = {}): MachineMeasurement {
  return measureHost(backend, { ...options, cases: [] }).machine;
}

/**
 * Times kernels on a machine that was measured before. A few reference cases are timed again beside them; where the machine
 * is now faster or slower by some factor, predictions are scaled by it.
 *
 * @returns a row for each case that was not too slow for the budget.
 * @throws RidgepointError as {@link measureHost}.
 */
export function measureKernels(backend: LoadedBackend, machine: MachineMeasurement, options: MeasureKernelsOptions = {}): readonly KernelMeasurement[] {
  const cases = options.cases ?? [...heldBackKernels(), ...heldBackBlocks()];
  const references = referenceCases();
  const measured = timeCases(backend, [...references, ...cases], options);
  const paces = measured.slice(0, references.length).filter((m) => m !== null)
    .map(({ timing, records }) => timing.seconds / predictTrace(machine.costs, records));
  if (paces.length === 0) throw tooSlow();
  return measured.slice(references.length).filter((m) => m !== null).map((kernel) => compare(kernel, machine, median(paces)));
}

function timeCases(backend: LoadedBackend, cases: readonly KernelCase[], options: MeasureOptions): (Measured | null)[] {
  const budgetSeconds = options.budgetSeconds ?? 20;
  if (!(budgetSeconds > 0 && budgetSeconds < Infinity)) throw invalidValue("budgetSeconds", budgetSeconds, "is not a time above 0");
  const clocks = options.clocks ?? (backend.name === "tensorflow" ? [wallClock] : singleThreadClocks());
  const made: BackendTensor[] = [];
  const make = operandMaker(backend.tf, made);
  const items = cases.map(({ name, prepare }) => ({ name, run: prepare(backend.tf, make) }));
  const timings = timeInterleaved(items, { budgetSeconds, clocks, ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }) });
  for (const tensor of made) tensor.dispose();
  return cases.map((item, at) => {
    const timing = timings[at] ?? null;
    return timing === null ? null : { name: item.name, kind: item.kind, records: traceOf(item), timing };
  });
}

function machineOf(
  backend: LoadedBackend, options: MeasureOptions, stream: readonly Measured[], calibration: readonly Measured[], mixed: readonly Measured[],
): MachineMeasurement {
  const observations = calibration.map(({ records, timing }) => ({ records, seconds: timing.seconds }));
  const launchSeconds = Math.min(...calibration.filter(({ records }) => records[0]?.op === "add").map(({ timing }) => timing.seconds));
  const bandwidth = stream.map(({ records, timing }): BandwidthPoint => {
    const { elementsRead, elementsWritten } = countTrace(records);
    const bytes = 4 * (elementsRead + elementsWritten);
    // Where the launch is most of the time, what is left after it is noise.
    return { workingSetBytes: bytes, bytesPerSecond: bytes / Math.max(timing.seconds - launchSeconds, timing.seconds / 4) };
  });
  const gemm = calibration.map(gemmPoint).filter((point) => point !== null);
  if (bandwidth.length < 3 || gemm.length < 3 || mixed.length === 0) throw tooSlow();
  const memoryBytes = options.memoryBytes ?? (backend.name === "wasm" ? 2 ** 32 : undefined);
  const figures = { package: backend.package, gemm, bandwidth, launchSeconds };
  return {
    backend: backend.name, package: backend.package, gemm, bandwidth, launchSeconds,
    costs: fitCosts(observations, mixed.map(({ records, timing }) => ({ records, seconds: timing.seconds })), bandwidth),
    device: machineDevice(memoryBytes === undefined ? figures : { ...figures, memoryBytes }),
    spread: median([...stream, ...calibration].map(({ timing }) => timing.spread)),
  };
}

/** The rate of a case that is one product of two matrices. */
function gemmPoint({ records, timing }: Measured): GemmPoint | null {
  const [record] = records;
  if (records.length !== 1 || record?.op !== "matMul" || record.output.length !== 2) return null;
  const [m = 0, n = 0] = record.output;
  return { m, n, k: record.inner, flopsPerSecond: (2 * m * n * record.inner) / timing.seconds };
}

function compare({ name, kind, records, timing }: Measured, machine: MachineMeasurement, pace: number): KernelMeasurement {
  const { multiplyAdds, elementsRead, elementsWritten, operations } = countTrace(records);
  const flops = 2 * multiplyAdds;
  const bytes = 4 * (elementsRead + elementsWritten);
  const peak = Math.max(...machine.gemm.map((point) => point.flopsPerSecond));
  const memory = machine.bandwidth.at(-1)?.bytesPerSecond ?? 0;
  return {
    name, kind, flops, bytes, operations,
    measuredSeconds: timing.seconds,
    predictedSeconds: pace * predictTrace(machine.costs, records),
    rooflineSeconds: Math.max(flops / peak, bytes / memory) + operations * machine.launchSeconds,
    spread: timing.spread,
  };
}

function tooSlow(): RidgepointError {
  return new RidgepointError("unsupported", "this machine is too slow to be measured in budgetSeconds; give it more time", { path: "budgetSeconds" });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}
