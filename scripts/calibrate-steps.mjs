// `node scripts/calibrate-steps.mjs CASES [--dry | --without-intervals] [--leave-one-out] [--report FILE]`: fits the constants of whole steps (launches, host work, what an engine's kernels
// reach) to measured runs of models (CASES: a folder of gzipped JSON Lines, one contract case of kind serving and its measured figures
// a line), prints the errors by file and figure, and writes src/constants/fitted/steps.generated.ts. The same cases give the same file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";

import { errorReport, optionOf, percent, summaryOf } from "./calibration-tools.mjs";
import { heldOut, intervalTable } from "./leave-one-out.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "ridgepoint-calibrate");
const folder = process.argv[2];
const dry = process.argv.includes("--dry");
const quick = process.argv.includes("--without-intervals");
if (folder === undefined) {
  console.error("calibrate-steps: give the folder of measured cases");
  process.exit(2);
}

const from = (file) => JSON.stringify(join(root, "src", file));
const entry = `
  export { scenarioOf } from ${from("contract/serving.ts")};
  export { parseStrict } from ${from("contract/validate.ts")};
  export { servingSchema } from ${from("contract/serving-schema.ts")};
  export { servingNames } from ${from("contract/names.ts")};
  export { prepare } from ${from("calibration/observations.ts")};
  export { fitWhole, powerConstantNames, residualsOf, stepConstantNames, thinned } from ${from("calibration/serving-fit.ts")};
  export { errorTerms } from ${from("predict/error-terms.ts")};
  export { crowdedFrom } from ${from("constants/interval-types.ts")};
  export { hasExperts } from ${from("operators/experts.ts")};
  export { kernelConstants } from ${from("constants/shipped.ts")};
`;
mkdirSync(cache, { recursive: true });
const outfile = join(cache, "steps.mjs");
await build({ stdin: { contents: entry, resolveDir: root, loader: "ts" }, outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" });
const lib = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);

const figureOf = Object.fromEntries(Object.entries(lib.servingNames).map(([figure, name]) => [name, figure]));
const figures = ["tpot_s", "ttft_s", "batch_s", "first_token_batch_s", "decode_tokens_per_s", "prefill_tokens_per_s", "output_tokens_per_s", "power_w"];
/**
 * A mean TTFT counts less than a TPOT: it hangs on settings and on the start of a run, which a case does not tell, and scatters
 * about three times as widely around any model.
 */
const firstTokenWeight = 0.15;
// Disaggregated runs have no closed form.
const files = readdirSync(folder).filter((file) => /^(serving|static|offline|energy)-.*\.jsonl\.gz$/.test(file)).sort();

const observations = [];
for (const file of files) {
  for (const line of gunzipSync(readFileSync(join(folder, file))).toString().split("\n")) {
    if (line === "") continue;
    const { case: c, expected, slice, weight } = JSON.parse(line);
    for (const name of figures) {
      if (expected[name] === undefined) continue;
      const key = [file, slice.model, slice.hardware, slice.engine, slice.precision, name].join("|");
      try {
        const scenario = lib.scenarioOf(lib.parseStrict(lib.servingSchema, c));
        const prepared = lib.prepare({ scenario, figure: figureOf[name], measured: expected[name], slice: key, weight: (weight ?? 1) * (name === "ttft_s" ? firstTokenWeight : 1) });
        if (prepared !== undefined) observations.push({ ...prepared, file: file.replace(".jsonl.gz", ""), label: `${slice.form ?? ""} ${name}` });
      } catch {
        // A case that does not fit or is not understood has nothing to fit.
      }
    }
  }
}
const train = lib.thinned(observations, 8);
console.log(`${observations.length} observations, ${train.length} fitted`);
const fitted = lib.fitWhole(train, lib.kernelConstants);
const { constants } = fitted;
const residuals = lib.residualsOf(observations, constants);

const groups = new Map();
observations.forEach(({ file, label }, i) => {
  const key = `${file} ${label}`;
  if (!groups.has(key)) groups.set(key, []);
  groups.get(key).push(residuals[i]);
});
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))];
for (const [key, values] of [...groups].sort()) {
  const errors = values.map((r) => Math.abs(Math.expm1(r)));
  console.log(`${key.padEnd(52)} n ${String(values.length).padStart(5)}  median ${(100 * quantile(errors, 0.5)).toFixed(1).padStart(5)} %  MAPE ${((100 * errors.reduce((a, b) => a + b, 0)) / errors.length).toFixed(1).padStart(5)} %  bias ${Math.exp(quantile(values, 0.5)).toFixed(2)}  90 % |log| ${quantile(values.map(Math.abs), 0.9).toFixed(2)}`);
}
for (const parameter of [...fitted.steps.parameters, ...fitted.power.parameters]) {
  if (parameter.atBound) console.log(`at its bound: ${parameter.name}`);
}

if (process.argv.includes("--leave-one-out") || !(dry || quick)) {
  let done = 0;
  const residualsBy = heldOut(lib, observations, train, fitted, (what) => process.stderr.write(`${++done} ${what}\n`));
  const report = errorReport(optionOf("--report"));
  for (const [scheme, logs] of Object.entries(residualsBy)) {
    const slices = new Map();
    observations.forEach(({ file, label, measured }, i) => {
      const slice = `${file} ${label}`.replace(/ +/g, " ");
      if (!slices.has(slice)) slices.set(slice, { rows: [], logs: [] });
      slices.get(slice).rows.push({ expected: { latency_s: measured } });
      slices.get(slice).logs.push(logs[i]);
    });
    for (const [slice, { rows, logs: errors }] of [...slices].sort()) {
      const summary = summaryOf(rows, errors);
      report.add(scheme, slice, summary);
      console.log(`${scheme.padEnd(15)} ${slice.padEnd(48)} n ${String(summary.n).padStart(5)}  median ${percent(summary.median)}  MAPE ${percent(summary.mape)}  bias ${summary.bias.toFixed(2)}`);
    }
  }
  report.write();
  if (!dry && !quick) writeIntervals(intervalTable(observations, residualsBy, lib));
}

if (!dry) {
  // An offset of less than a hundredth says nothing: the data hardly move it.
  const kept = {};
  for (const name of [...lib.stepConstantNames, ...lib.powerConstantNames]) {
    kept[name] = Object.fromEntries(Object.entries(constants[name]).filter(([, { logOffset }]) => Math.abs(logOffset) >= 0.01).map(([key, { logOffset, logSd, observations: n }]) =>
      [key, { logOffset: Number(logOffset.toFixed(3)), logSd: Number(logSd.toPrecision(2)), observations: n }]));
  }
  const head = "// Written by scripts/calibrate-steps.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0, InferenceX runs), argonne-lcf/LLM-Inference-Bench @4211f5d4e9bc (BSD-3-Clause), NVIDIA/TensorRT-LLM @258c7540c035 (Apache-2.0), Mutinifni/splitwise-sim @8f99e7dc9b40 (MIT), XiongjieDai/GPU-Benchmarks-on-LLM-Inference @aa72e0ec86c3.";
  writeFileSync(join(root, "src/constants/fitted/steps.generated.ts"),
    `${head}\nimport type { FittedConstants } from "../lookup.ts";\n\nexport const fittedSteps: FittedConstants = ${objectOf(kept)};\n`);
}

/** As JSON, each offset on a line of its own. */
function objectOf(value) {
  return JSON.stringify(value, null, 1).replace(/\{\n\s+"logOffset": (.+),\n\s+"logSd": (.+),\n\s+"observations": (\d+)\n\s+\}/g, '{ "logOffset": $1, "logSd": $2, "observations": $3 }');
}

/** Widths of the intervals, and what was seen: a device, model or engine that is not in these lists is new. */
function writeIntervals(table) {
  const seen = (of) => [...new Set(observations.map(of))].sort();
  const parts = [
    "// Written by scripts/calibrate-steps.mjs from held-back residuals; measured data as in steps.generated.ts.",
    `import type { ServingWidths } from "../interval-types.ts";\n`,
    `export const servingWidths: ServingWidths = ${JSON.stringify({
      families: seen((o) => o.base.device.family), devices: seen((o) => o.base.device.id), models: seen((o) => o.base.architecture.id), engines: seen((o) => o.base.engine),
      ages: seen((o) => o.base.machine.age), table,
    }, null, 1)};\n`,
  ];
  writeFileSync(join(root, "src/constants/fitted/serving-widths.generated.ts"), parts.join("\n"));
}
