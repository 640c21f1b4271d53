import type { Command } from "commander";
import { accessSync, constants, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { RunSettings } from "../../calibration/measurements/complete.ts";
import { calibrateOwn } from "../../calibration/own-profile.ts";
import { evaluateCase } from "../../contract/evaluate.ts";
import type { MeasuredCase } from "../../evidence/validation/measured-case.ts";
import { startValidation, type ValidationReport } from "../../evidence/validation/validation.ts";
import type { Profile } from "../../predict/types.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { isJsonFile, readJson } from "../input/files.ts";
import { ownRun, readMeasurementFile, type MeasurementFile } from "../input/own-runs.ts";
import { definedOnly } from "../../quantities/defined.ts";
import { addDeploymentOptions, type DeploymentOptions } from "../options/deployment.ts";
import { positiveInteger, positiveNumber } from "../options/parsers.ts";
import { printCalibration } from "../output/calibration.ts";
import { printJson } from "../output/print.ts";
import { progress } from "../output/progress.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { examples } from "../verb.ts";

interface Options extends Partial<DeploymentOptions> {
  readonly concurrency?: number;
  readonly requests?: number;
  readonly rate?: number;
  readonly batch?: number;
  readonly input?: number;
  readonly output?: number;
  readonly out: string;
  readonly cases?: string;
  readonly date?: string;
  readonly note?: string;
  readonly json?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("<files...>", "output of GuideLLM, vllm bench serve, GenAI-Perf or llama-bench; a table (CSV); measured cases")
    .option("--out <file>", "where the profile is written", "profile.json");
  addDeploymentOptions(command, { model: false, hardware: false });
  command
    .option("--concurrency <n>", "users, where a report does not say", positiveInteger)
    .option("--requests <n>", "requests in all, where a report does not say", positiveInteger)
    .option("--rate <per second>", "Poisson arrivals, where a report does not say", positiveNumber)
    .option("--batch <n>", "static batch, where a report does not say", positiveInteger)
    .option("--input <tokens>", "mean prompt tokens, where a report does not say", positiveInteger)
    .option("--output <tokens>", "mean answer tokens, where a report does not say", positiveInteger)
    .option("--date <day>", "when it was measured, for the profile; the report's unless told")
    .option("--note <text>", "a sentence for the profile")
    .option("--cases <file>", "write the runs as measured cases too (for `ridgepoint validate`)")
    .option("--json", "profile, moved constants and errors before and after as JSON");
  command.addHelpText("after", "\nOptions say what a report does not; of the deployment they know better: see docs/calibrating.md.");
  examples(command, [
    "ridgepoint calibrate measured.jsonl",
    "ridgepoint calibrate guidellm.json --hardware h100 --precision bf16 --engine vllm --out my-cluster.json",
    "ridgepoint calibrate llama-bench.json --model meta-llama/Llama-3.1-8B --hardware rtx-4090 --json",
  ]);
  command.action((paths: readonly string[], options: Options) => {
    // Found out before the work rather than after it.
    for (const [option, path] of [["--out", options.out], ["--cases", options.cases]] as const) if (path !== undefined) checkFolder(option, path);
    const settings = settingsOf(options, command.getOptionValueSource("precision") === "cli");
    const files = paths.map((path) => readMeasurementFile(path, settings));
    const all = files.flatMap((file) => file.runs);
    const runs = all.filter(({ measured }) => measured.case["kind"] === "serving");
    const strange = all.filter((run) => !runs.includes(run)).map(({ name, measured }) => ({ name, reason: `kind ${JSON.stringify(measured.case["kind"])} moves no constant of a step` }));
    if (runs.length === 0) throw new RidgepointError("unsupported", `${strange[0]?.name}: ${strange[0]?.reason}; calibrate on runs of kind serving`, { path: "kind" });
    const bar = progress(terminal, "fits");
    const calibrated = calibrateOwn(runs.map(({ name, measured }) => ownRun(name, measured)), { onProgress: bar.update });
    bar.end();
    const fitted = { ...calibrated, leftOut: [...strange, ...calibrated.leftOut] };
    const profile = profileOf(fitted, files, options);
    const cases = runs.map(({ measured }) => measured);
    const [before, after] = [errorsOf(cases, null), errorsOf(cases, profile)];
    write(options.out, `${JSON.stringify(profile, null, 1)}\n`, "--out");
    if (options.cases !== undefined) write(options.cases, cases.map((measured) => `${JSON.stringify(measured)}\n`).join(""), "--cases");
    if (options.json === true) printJson(terminal, { profile, moved: fitted.moved, before, after, leftOut: fitted.leftOut });
    else printCalibration(terminal, { files, fitted, profile, before, after, out: options.out });
  });
}

/** The options as fields of a case. The precision has a default that is no statement. */
function settingsOf(options: Options, precisionTold: boolean): RunSettings {
  const { tp, pp, ep, dp, attentionDp: attention_dp, model, hardware, concurrency, requests, rate, batch } = options;
  const plan = definedOnly({ tp, pp, ep, dp, attention_dp });
  const precision = definedOnly({ weights: precisionTold ? options.precision : undefined, kv: options.kvPrecision });
  const load = concurrency !== undefined ? { mode: "closed", concurrency, ...definedOnly({ requests }) } : rate !== undefined ? { mode: "open", rate_per_s: rate } : batch !== undefined ? { mode: "static", batch } : undefined;
  const devices = options.devices ?? (Object.keys(plan).length > 0 ? (tp ?? 1) * (pp ?? 1) * (dp ?? 1) * (attention_dp ?? 1) : undefined);
  return definedOnly({
    model: model !== undefined && isJsonFile(model) ? { config: readJson(model, "--model") } : model,
    hardware: hardware !== undefined && isJsonFile(hardware) ? { spec: readJson(hardware, "--hardware") } : hardware,
    node: options.node, devices, plan: Object.keys(plan).length > 0 ? plan : undefined, precision: Object.keys(precision).length > 0 ? precision : undefined,
    engine: options.engine, engine_version: options.engineVersion, load, input_tokens: options.input, output_tokens: options.output,
  });
}

function profileOf(fitted: ReturnType<typeof calibrateOwn>, files: readonly MeasurementFile[], { date, note }: Options): Profile {
  const day = date ?? files.flatMap((file) => file.date ?? []).sort().at(-1);
  return {
    constants: fitted.constants, residuals: fitted.residuals,
    provenance: {
      version: version(), ...(day === undefined ? {} : { date: day }),
      files: files.map(({ name, sha256, runs }) => ({ name, sha256, runs: runs.length })),
    },
    ...(note === undefined ? {} : { note }),
  };
}

function errorsOf(cases: readonly MeasuredCase[], profile: Profile | null): ValidationReport {
  const validation = startValidation();
  for (const measured of cases) validation.add("runs", measured, evaluateCase(profile === null ? measured.case : { ...measured.case, profile }));
  return validation.report();
}

function checkFolder(option: string, path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw cannotWrite(option, path, error as Error);
  }
}

function cannotWrite(option: string, path: string, error: Error): RidgepointError {
  return new RidgepointError("invalid-value", `${option} = ${JSON.stringify(path)} cannot be written: ${error.message}`, { path: option, value: path });
}

function write(path: string, text: string, option: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw cannotWrite(option, path, error as Error);
  }
}
