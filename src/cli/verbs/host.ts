import { type Command, InvalidArgumentError } from "commander";
import { writeFileSync } from "node:fs";
import type { LoadedBackend, BackendName } from "../../evidence/kernels/load-backend.ts";
import { loadBackend } from "../../evidence/kernels/load-backend.ts";
import { checkBackend, type KernelCheck } from "../../evidence/kernels/host/check-backend.ts";
import { summariseErrors } from "../../evidence/kernels/host/error-summary.ts";
import { heldBackBlocks } from "../../evidence/kernels/host/held-back-blocks.ts";
import { heldBackKernels } from "../../evidence/kernels/host/held-back-cases.ts";
import { measureHost, type HostMeasurement } from "../../evidence/kernels/host/measure.ts";
import { hostRoofline } from "../../evidence/kernels/host/roofline-points.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { importPackage } from "../input/packages.ts";
import { commaList, positiveNumber } from "../options/parsers.ts";
import { hostRoofs } from "../../plots/curves/host.ts";
import { isBlock, printHost } from "../output/host.ts";
import { addPictureOptions, checkPicturePath, type PictureFlags, type Pictures, savePicture } from "../output/picture.ts";
import { printCsv, printJson } from "../output/print.ts";
import { progress } from "../output/progress.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface Options extends PictureFlags {
  readonly backend?: readonly BackendName[];
  readonly budget: number;
  readonly short?: boolean;
  readonly out?: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const backends: readonly string[] = ["tensorflow", "wasm", "cpu"];

export function define(command: Command, terminal: Terminal): void {
  command
    .option("--backend <names>", "TensorFlow.js backends to try: tensorflow, wasm, cpu (default: the first that is installed)", backendList)
    .option("--budget <seconds>", "time to spend; more is steadier on a busy machine", positiveNumber, 40)
    .option("--short", "a few kernels in a few seconds: that they compute what they should and that figures are plausible")
    .option("--out <file>", "write this machine as a device file, for --hardware")
    .option("--all", "print every kernel")
    .option("--json", "the library's result as JSON, with the points of the roofline")
    .option("--csv", "every kernel as CSV");
  addPictureOptions(command, ["roofline", "accuracy"]);
  examples(command, [
    "ridgepoint host --short --out my-host.json",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    const backend = await loadedBackend(options.backend);
    const checks = checkBackend(backend.tf);
    const wrong = checks.filter(({ correct }) => !correct);
    if (wrong.length > 0) throw new RidgepointError("unsupported", `${backend.package} computes wrong results: ${wrong.map(({ name, largestDifference }) => `${name} is off by ${largestDifference.toPrecision(2)} of its largest value`).join(", ")}`);
    const measured = measure(terminal, backend, options);
    checkPlausible(measured);
    if (options.out !== undefined) write(options.out, measured);
    if (options.json === true) printJson(terminal, resultOf(backend, measured, checks));
    else if (options.csv === true) printCsv(terminal, measured.kernels);
    else printHost(terminal, backend, measured, checks, { all: options.all === true, out: options.out });
    await savePicture(terminal, options, picturesOf(measured), { title: "This machine", subtitle: backend.package }, options.json === true || options.csv === true);
  });
}

function picturesOf({ machine, kernels }: HostMeasurement): Pictures {
  return {
    roofline: ({ Plot, rooflinePlot }, look) => rooflinePlot(Plot, kernels.map(({ name, flops, bytes, measuredSeconds }) => ({ name, flops, bytes, seconds: measuredSeconds })), hostRoofs(machine), look),
    accuracy: ({ Plot, accuracyPlot }, look) => accuracyPlot(Plot, kernels.map((kernel) => ({
      name: kernel.name, measured: kernel.measuredSeconds, predicted: kernel.predictedSeconds, group: isBlock(kernel) ? "whole blocks" : "single kernels",
    })), { quantity: "time, s", ...look }),
  };
}

async function loadedBackend(prefer: readonly BackendName[] | undefined): Promise<LoadedBackend> {
  try {
    return await loadBackend({ importPackage, ...(prefer === undefined ? {} : { prefer }) });
  } catch (error) {
    if (!(error instanceof RidgepointError)) throw error;
    throw new RidgepointError(error.code, "no TensorFlow.js backend is installed here; this verb needs one: npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm (or @tensorflow/tfjs-node)", error.details);
  }
}

/** Every fourth kernel and block: a few seconds, and still one of each kind. */
const shortShare = 4;
const shortBudgetSeconds = 4;

function measure(terminal: Terminal, backend: LoadedBackend, { short, budget }: Options): HostMeasurement {
  const cases = [...heldBackKernels(), ...heldBackBlocks()].filter((_, index) => short !== true || index % shortShare === 0);
  const bar = progress(terminal, "seconds");
  const measured = measureHost(backend, { budgetSeconds: short === true ? shortBudgetSeconds : budget, cases, onProgress: (spent, all) => bar.update(Math.round(spent), Math.round(all)) });
  bar.end();
  return measured;
}

/** No timing is judged; but a rate that no processor has, or a prediction that is none, is a fault and not a slow machine. */
function checkPlausible({ machine, kernels }: HostMeasurement): void {
  const figures: readonly (readonly [string, number, number, number])[] = [
    ["the rate of matrix products", Math.max(...machine.gemm.map(({ flopsPerSecond }) => flopsPerSecond)), 1e6, 1e15],
    ...machine.bandwidth.map(({ workingSetBytes, bytesPerSecond }) => [`the bandwidth at ${workingSetBytes} B`, bytesPerSecond, 1e6, 1e14] as const),
    ["the launch time", machine.launchSeconds, 1e-9, 1],
    ...kernels.flatMap(({ name, predictedSeconds, measuredSeconds }) => [[`the predicted time of ${name}`, predictedSeconds, 1e-9, 1e3] as const, [`the measured time of ${name}`, measuredSeconds, 1e-9, 1e3] as const]),
  ];
  const strange = figures.find(([, figure, low, high]) => !(figure >= low && figure <= high));
  if (strange !== undefined) throw new RidgepointError("invalid-value", `${strange[0]} is ${strange[1]}, which no machine has: please report it`);
}

function resultOf({ name, package: origin, passedOver }: LoadedBackend, measured: HostMeasurement, checks: readonly KernelCheck[]): object {
  return {
    backend: name, package: origin, passedOver, checks, ...measured,
    errors: { kernels: summariseErrors(measured.kernels.filter((kernel) => !isBlock(kernel))), blocks: summariseErrors(measured.kernels.filter(isBlock)) },
    roofline: hostRoofline(measured),
  };
}

function write(path: string, { machine }: HostMeasurement): void {
  try {
    writeFileSync(path, `${JSON.stringify(machine.device, null, 2)}\n`);
  } catch (error) {
    throw new RidgepointError("invalid-value", `--out = ${JSON.stringify(path)} cannot be written: ${(error as Error).message}`, { path: "--out", value: path });
  }
}

function backendList(text: string): BackendName[] {
  const names = commaList(text);
  const unknown = names.find((name) => !backends.includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is not a backend; try ${backends.join(", ")}.`);
  return names as BackendName[];
}
