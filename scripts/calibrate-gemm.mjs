// `node scripts/calibrate-gemm.mjs CASES [--dry]`: fits the constants of matrix products and routed experts to measured kernel cases
// (CASES: a folder of gzipped JSON Lines, one contract case and its measured `latency_s` a line), prints the errors, seen
// (five-fold) and with each device family left out, and writes src/constants/fitted/gemm.generated.ts and gemm-intervals.generated.ts.
// The same cases give the same files.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { errorReport, foldGenerations, foldOf, optionOf, percent, quantile, readCases, summaryOf } from "./calibration-tools.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "ridgepoint-calibrate");

async function bundled() {
  mkdirSync(cache, { recursive: true });
  const from = (names, path) => `export ${names} from ${JSON.stringify(join(root, path))};`;
  const entry = [
    from("{ constantsFor }", "src/constants/lookup.ts"), from("{ gemmConstants }", "src/constants/gemm.ts"),
    from("*", "src/constants/grouped-gemm.ts"),
    from("{ device }", "src/hardware/lookup.ts"), from("{ machineOf }", "src/roofline/machine-of.ts"),
    from("{ fit, effectiveWeights }", "src/calibration/fit.ts"), from("{ pooledParameters }", "src/calibration/pooled.ts"),
    from("*", "src/roofline/gemm.ts"), from("*", "src/roofline/gemm-call.ts"), from("*", "src/roofline/grouped-gemm.ts"),
    from("*", "src/roofline/grouped-gemm-call.ts"),
    from("{ numberFormats }", "src/quantities/formats.ts"),
  ].join("\n");
  const outfile = join(cache, "gemm.mjs");
  await build({ stdin: { contents: entry, resolveDir: root, loader: "ts" }, outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

export const lib = await bundled();
export const generation = "2025";

/** Seconds of a contract case of op gemm or grouped_gemm. */
export function secondsOf(machine, c) {
  const weights = lib.numberFormats[c.precision];
  const output = weights.bytesPerElement >= 4 ? 4 : 2;
  if (c.op === "gemm") return lib.gemmCall(machine, c.m, c.n, c.k, weights, output).seconds;
  const exponent = typeof c.expert_load === "object" ? c.expert_load.power_law : 0;
  return lib.groupedGemmCall(machine, c.tokens, c.experts, c.top_k, c.hidden, c.intermediate, c.ep, c.tp, c.gated, exponent, weights).seconds;
}

const bases = new Map();
/** Engine of cases that name none: the one whose kernels most of the measurements are of. */
const engineOf = (c) => c.engine ?? "tensorrt-llm";
function baseOf(c) {
  const id = `${c.hardware}|${engineOf(c)}`;
  let base = bases.get(id);
  if (base === undefined) {
    const device = lib.device(c.hardware);
    base = { id, machine: lib.machineOf(device, { engine: engineOf(c), generation, fitted: {} }), key: { family: device.family, engine: engineOf(c), generation } };
    bases.set(id, base);
  }
  return base;
}
/** Machines under constants that are not shipped yet; datasheet figures are completed once. */
export function machinesUnder(fitted) {
  const machines = new Map();
  return (c) => {
    const { id, machine, key } = baseOf(c);
    let made = machines.get(id);
    if (made === undefined) machines.set(id, (made = { ...machine, constants: lib.constantsFor(key, fitted) }));
    return made;
  };
}

/**
 * A sweep counts as at most 100 independent observations, for its points share their model error. Sweeps of the integer and weight-only
 * kernels, old and timed otherwise, and of experts on several ranks, of which the busiest was timed, count as 30.
 */
function weightsOf(rows) {
  const loose = ({ case: c }) => /^int/.test(c.precision) || c.ep > 1;
  const group = (row) => `${row.slice.source}|${row.case.op}|${row.case.hardware}|${row.case.precision}|${loose(row)}`;
  const wide = lib.effectiveWeights(rows.map(group), 100);
  const narrow = lib.effectiveWeights(rows.map(group), 30);
  return wide.map((weight, i) => (loose(rows[i]) ? narrow[i] : weight));
}

export function fitRows(names, rows, base = {}, options = {}) {
  const keys = [...new Map(rows.map((row) => [JSON.stringify(baseOf(row.case).key), baseOf(row.case).key])).values()];
  const pooled = lib.pooledParameters(names, keys, base);
  const out = new Float64Array(rows.length);
  const predict = (logs) => {
    const machineFor = machinesUnder(pooled.at(logs));
    rows.forEach((row, i) => { out[i] = Math.log(secondsOf(machineFor(row.case), row.case)); });
    return out;
  };
  const result = lib.fit({
    parameters: pooled.parameters, predict, observed: rows.map((row) => Math.log(row.expected.latency_s)),
    weights: weightsOf(rows),
    noiseFloor: 0.03, rounds: options.rounds ?? 6,
  });
  return { fitted: pooled.fitted(result), result };
}

export function print(label, rows, logs) {
  if (rows.length === 0) return;
  const s = summaryOf(rows, logs);
  console.log(`${label.padEnd(66)} n ${String(s.n).padStart(4)}  median ${percent(s.median)}  MAPE ${percent(s.mape)}  bias ${s.bias.toFixed(3)}  rank ${s.rank.toFixed(3)}`);
}
export const logsOf = (rows, fitted) => {
  const machineFor = machinesUnder(fitted);
  return rows.map((row) => Math.log(secondsOf(machineFor(row.case), row.case) / row.expected.latency_s));
};

/** Not told by the data: the ramp of the power limit is joined with the energy, granules are properties of kernels. */
const keptAtPrior = ["gemmPowerRampSeconds", "gemmTileRowGranule"];
const gemmNames = Object.keys(lib.gemmConstants).filter((name) => !keptAtPrior.includes(name));
const groupedNames = Object.keys(lib.groupedGemmConstants);
const gemmFiles = ["gemm-aiconfigurator", "gemm-vidur", "gemm-deepgemm", "kernels-llmcompass"];
const familyOf = (row) => lib.device(row.case.hardware).family;

/** Fits products, then experts on top of them. */
function fitBoth(gemms, experts) {
  const gemm = fitRows(gemmNames, gemms);
  // Without the only engine that experts were measured with they keep their priors.
  if (experts.length === 0) return { fitted: gemm.fitted, results: [gemm.result] };
  const grouped = fitRows(groupedNames, experts, gemm.fitted);
  return { fitted: grouped.fitted, results: [gemm.result, grouped.result] };
}

const roofEdges = [0.05, 0.2, 0.4, 0.6];
const halfWidth = (items, level) => quantile(items.map(({ log }) => Math.abs(log)).sort((a, b) => a - b), level);
function widths(items, level) {
  const all = halfWidth(items, level);
  return Array.from({ length: roofEdges.length + 1 }, (_, bin) => {
    const some = items.filter(({ share }) => roofEdges.filter((edge) => share >= edge).length === bin);
    // A bin with few cases leans on all of them.
    const weight = some.length / (some.length + 15);
    return Number((some.length === 0 ? all : weight * halfWidth(some, level) + (1 - weight) * all).toFixed(3));
  });
}

const sources = "Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), deepseek-ai/DeepGEMM @d14962f (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100, H800 and A100 SXM.";
const objectOf = (value) => JSON.stringify(value, null, 1).replace(/\n\s+("(?:logSd|observations)")/g, " $1").replace(/\{\n\s+("logOffset")/g, "{ $1").replace(/(\d)\n\s+\}/g, "$1 }");
function writeGenerated(name, body) {
  const path = join(root, "src", "constants", "fitted", `${name}.generated.ts`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `// Written by scripts/calibrate-gemm.mjs. ${sources}\n${body}\n`);
}

function sliceOf({ case: c, slice }) {
  if (c.op === "gemm") return `gemm ${slice.source} ${c.hardware} ${c.precision} ${c.engine}`;
  return `experts ${c.hardware} ${c.precision} ${c.ep > 1 ? "ep > 1" : "ep = 1"}`;
}
/** Slices of the published table: what is computed, not by whom. */
function kindOf({ case: c }) {
  if (c.op !== "gemm") return `routed experts, ${c.ep > 1 ? "ep > 1" : "ep = 1"}`;
  return /^(bf16|fp16|fp8)/.test(c.precision) ? "gemm, 16-bit and fp8" : "gemm, integer and weight-only";
}
const barred = (row) => /^(bf16|fp16|fp8)/.test(row.case.precision);

function printTable(label, rows, logOf) {
  const only = (name, keep) => { const some = rows.filter(keep); print(`${label} ${name}`, some, some.map(logOf)); };
  for (const slice of [...new Set(rows.map(sliceOf))].sort()) only(slice, (row) => sliceOf(row) === slice);
  only("gemm, all of 16-bit and fp8", (row) => row.case.op === "gemm" && barred(row));
  only("experts, all of ep = 1", (row) => row.case.op === "grouped_gemm" && row.case.ep === 1);
  only("experts, all of ep > 1", (row) => row.case.op === "grouped_gemm" && row.case.ep > 1);
}

function calibrate(folder, dry, reportPath) {
  const report = errorReport(reportPath);
  const gemms = gemmFiles.flatMap((file) => readCases(folder, file, (c) => c.op === "gemm"));
  const experts = readCases(folder, "moe-aiconfigurator", () => true);
  const rows = [...gemms, ...experts];
  const train = (keep) => fitBoth(gemms.filter(keep), experts.filter(keep)).fitted;
  const full = fitBoth(gemms, experts);
  const final = foldGenerations(full.fitted, [...gemmNames, ...groupedNames]);
  for (const { parameters } of full.results) {
    for (const { name, log, sd, identified, atBound, observations } of parameters) {
      console.log(`${name.padEnd(48)} x ${Math.exp(log).toFixed(3)} ± ${sd.toFixed(3)}  ${String(observations).padStart(5)}${identified ? "" : "  stays at its prior"}${atBound ? "  at its bound" : ""}`);
    }
  }
  const residualsUnder = (keep, fitted) => { const some = rows.filter(keep); const logs = logsOf(some, fitted); return some.map((row, i) => [row, logs[i]]); };
  const seen = new Map(Array.from({ length: 5 }, (_, fold) => residualsUnder((row) => foldOf(row, 5) === fold, train((row) => foldOf(row, 5) !== fold))).flat());
  const families = [...new Set(rows.map(familyOf))];
  const unseen = new Map(families.flatMap((family) => residualsUnder((row) => familyOf(row) === family, train((row) => familyOf(row) !== family))));
  printTable("prior   ", rows, (row) => logsOf([row], {})[0]);
  printTable("seen    ", rows, (row) => seen.get(row));
  printTable("left out", rows, (row) => unseen.get(row));
  const engines = reportPath === undefined ? [] : [...new Set(rows.map((row) => engineOf(row.case)))];
  const withoutEngine = new Map(engines.flatMap((engine) => residualsUnder((row) => engineOf(row.case) === engine, train((row) => engineOf(row.case) !== engine))));
  for (const kind of [...new Set(rows.map(kindOf))].sort()) {
    for (const [scheme, logs] of [["configurations", seen], ["family", unseen], ["engine", withoutEngine]]) {
      const some = rows.filter((row) => kindOf(row) === kind && logs.has(row));
      if (some.length > 0) report.add(scheme, kind, summaryOf(some, some.map((row) => logs.get(row))));
    }
  }
  report.write();
  const others = readCases(folder, "gemm-mamf", () => true);
  others.forEach((row) => print(`not fitted ${sliceOf(row)}`, [row], logsOf([row], final)));

  const shares = new Map(rows.map((row) => {
    const ideal = secondsOf(lib.machineOf(lib.device(row.case.hardware), { engine: "ideal", generation }), row.case);
    return [row, ideal / secondsOf(machinesUnder(final)(row.case), row.case)];
  }));
  const record = {};
  for (const op of ["gemm", "grouped_gemm"]) {
    const some = rows.filter((row) => row.case.op === op);
    const items = (logs) => some.map((row) => ({ share: shares.get(row), log: logs.get(row) }));
    const near = widths(items(seen), 0.89);
    const farAll = Number(halfWidth(items(unseen), 0.9).toFixed(3));
    const told = (of) => [...new Set(some.map(of))].sort();
    record[op] = {
      // Two families cannot tell how far a third is off in each region: no region is surer than all of them together.
      seen: near, unseen: widths(items(unseen), 0.9).map((width, bin) => Math.max(width, near[bin], farAll)),
      observations: some.length, devices: told((row) => row.case.hardware), engines: told((row) => engineOf(row.case)),
    };
  }
  if (dry) return;
  writeGenerated("gemm", `import type { FittedConstants } from "../lookup.ts";\n\nexport const fittedGemm: FittedConstants = ${objectOf(final)};`);
  writeGenerated("gemm-intervals", `import type { KernelWidths } from "./kernel-intervals.generated.ts";\n\n/** Half-widths of 90 % intervals of products and routed experts on the log scale, as kernelWidths. */\nexport const gemmWidths: Readonly<Record<string, KernelWidths>> = ${JSON.stringify(record, null, 1).replace(/\n\s{3,}/g, " ").replace(/\[ /g, "[").replace(/\n\s*\]/g, "]")};`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write("usage: node scripts/calibrate-gemm.mjs CASES [--dry] [--report FILE]\n");
    process.exit(2);
  }
  calibrate(folder, process.argv.includes("--dry"), optionOf("--report"));
}
