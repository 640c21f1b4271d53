// `node scripts/calibrate-attention.mjs CASES [--dry]`: fits the constants of attention, MLA, collectives and row kernels to measured
// kernel cases (CASES: a folder of gzipped JSON Lines, one contract case and its measured `latency_s` a line), prints the errors, seen
// and with each device left out, and writes src/constants/fitted/{attention,collectives,elementwise,kernel-intervals}.generated.ts.
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
  const entry = `
    export { constantsFor, offsetKeys } from ${JSON.stringify(join(root, "src/constants/lookup.ts"))};
    export { attentionPrefillConstants, attentionDecodeConstants } from ${JSON.stringify(join(root, "src/constants/attention.ts"))};
    export { mlaConstants } from ${JSON.stringify(join(root, "src/constants/mla.ts"))};
    export { collectiveConstants } from ${JSON.stringify(join(root, "src/constants/collectives.ts"))};
    export { elementwiseConstants } from ${JSON.stringify(join(root, "src/constants/elementwise.ts"))};
    export { device } from ${JSON.stringify(join(root, "src/hardware/lookup.ts"))};
    export { machineOf } from ${JSON.stringify(join(root, "src/roofline/machine-of.ts"))};
    export { fit, effectiveWeights } from ${JSON.stringify(join(root, "src/calibration/fit.ts"))};
    export { pooledParameters } from ${JSON.stringify(join(root, "src/calibration/pooled.ts"))};
    export * from ${JSON.stringify(join(root, "src/roofline/kernel-time.ts"))};
    export { collectiveSeconds } from ${JSON.stringify(join(root, "src/roofline/collective.ts"))};
    export { rowKernelSeconds, rowKernelCallSeconds } from ${JSON.stringify(join(root, "src/roofline/elementwise.ts"))};
    export { numberFormats } from ${JSON.stringify(join(root, "src/quantities/formats.ts"))};
  `;
  const outfile = join(cache, "attention.mjs");
  await build({ stdin: { contents: entry, resolveDir: root, loader: "ts" }, outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

const lib = await bundled();

/** Seconds of a contract case of kind kernel on a machine. */
export function secondsOf(machine, c) {
  const kvBytes = lib.numberFormats[c.kv_precision ?? c.precision ?? "bf16"].bytesPerElement;
  switch (c.op) {
    case "attention_prefill":
      return lib.attentionPrefillCall(machine, c.batch, c.query_tokens, c.context_tokens, c.heads, c.kv_heads, c.head_dim, c.causal, c.window ?? Infinity, kvBytes).seconds;
    case "attention_decode":
      return lib.attentionDecodeCall(machine, c.batch, c.context_tokens, c.heads, c.kv_heads, c.head_dim, Infinity, kvBytes).seconds;
    case "mla_prefill":
      return lib.mlaPrefillCall(machine, c.batch, c.query_tokens, c.context_tokens, c.heads, c.nope_dim ?? 128, c.rope_dim, c.value_dim ?? 128, kvBytes).seconds;
    case "mla_decode":
      return lib.mlaDecodeCall(machine, c.batch, c.context_tokens, c.heads, c.latent_dim, c.rope_dim, kvBytes).seconds;
    case "rmsnorm": case "layernorm": case "softmax": case "gelu": case "elementwise":
      return lib.rowKernelCallSeconds(machine, c.op) + lib.rowKernelSeconds(machine, c.op, c.rows, c.columns, lib.numberFormats[c.precision].bytesPerElement, 1);
    default:
      return lib.collectiveSeconds(machine, c.op, c.bytes, c.devices, 1);
  }
}

export const generation = "2025";
const bases = new Map();
/** A machine of a case under constants not yet shipped; datasheet figures are completed once. */
export function machineFor(c, fitted) {
  const engine = c.engine ?? "nccl";
  const id = `${c.hardware}|${engine}`;
  let base = bases.get(id);
  if (base === undefined) {
    const device = lib.device(c.hardware);
    base = { machine: lib.machineOf(device, { engine, generation, fitted: {} }), key: { family: device.family, engine, generation } };
    bases.set(id, base);
  }
  return { ...base.machine, constants: lib.constantsFor(base.key, fitted) };
}
export const keyOf = (c) => { machineFor(c, {}); return bases.get(`${c.hardware}|${c.engine ?? "nccl"}`).key; };

/** Fits `names` to rows on top of `base`; `rows` must be of ops that these constants reach. */
export function fitRows(names, rows, base = {}, options = {}) {
  const keys = [...new Map(rows.map((row) => [JSON.stringify(keyOf(row.case)), keyOf(row.case)])).values()];
  const pooled = lib.pooledParameters(names, keys, base);
  const predict = (logs) => {
    const fitted = pooled.at(logs);
    const machines = new Map();
    return rows.map(({ case: c }) => {
      const id = `${c.hardware}|${c.engine ?? "nccl"}`;
      let machine = machines.get(id);
      if (machine === undefined) machines.set(id, (machine = machineFor(c, fitted)));
      return Math.log(secondsOf(machine, c));
    });
  };
  const result = lib.fit({
    parameters: pooled.parameters, predict, observed: rows.map((row) => Math.log(row.expected.latency_s)),
    weights: lib.effectiveWeights(rows.map((row) => `${row.slice.source}|${row.case.op}|${row.case.hardware}|${row.case.kv_precision}`), options.cap ?? 200),
    noiseFloor: options.noiseFloor ?? 0.03, ...(options.rounds === undefined ? {} : { rounds: options.rounds }),
  });
  return { fitted: pooled.fitted(result), result };
}

export function errorsOf(rows, fitted) {
  return rows.map((row) => Math.log(secondsOf(machineFor(row.case, fitted), row.case) / row.expected.latency_s));
}

/** Median and mean absolute percentage error, bias (median of predicted over measured), rank correlation, 90 % of |log error|. */
export function summary(rows, fitted) {
  return summaryOf(rows, errorsOf(rows, fitted));
}
export { lib };

const without = (names, ...others) => names.filter((name) => !others.includes(name));
const mlaPrefill = ["mlaPrefillCallSeconds", "mlaPreparationPasses", "mlaQuantisePasses"];
/** What is fitted together: constants, the cases that tell them, and what stays at its prior because no case tells it. */
const groups = [
  {
    name: "prefill", file: "attention",
    constants: [...without(Object.keys(lib.attentionPrefillConstants), "attentionTileTokens"), ...mlaPrefill],
    files: ["attention-aiconfigurator", "mla-aiconfigurator"], ops: ["attention_prefill", "mla_prefill"],
  },
  {
    name: "decode", file: "attention",
    constants: [
      ...without(Object.keys(lib.attentionDecodeConstants), "decodeGroupMinimum", "decodeGroupLimit"),
      ...without(Object.keys(lib.mlaConstants), ...mlaPrefill, "mlaRowTile", "mlaSplitsByEngine", "mlaSplitsByFamily"),
    ],
    files: ["attention-aiconfigurator", "mla-aiconfigurator"], ops: ["attention_decode", "mla_decode"],
  },
  {
    name: "collectives", file: "collectives",
    constants: without(Object.keys(lib.collectiveConstants), "inSwitchReduction", "customAllReduceMaxBytes", "customAllReduceTwoShot", "networkHopSeconds", "networkFraction", "pcieFraction", "pcieHopSeconds"),
    files: ["collective-aiconfigurator", "collective-vidur"], ops: ["allreduce", "allgather", "reduce_scatter", "alltoall", "p2p"],
  },
  {
    name: "rows", file: "elementwise",
    constants: Object.keys(lib.elementwiseConstants),
    files: ["norm-vidur", "kernels-llmcompass"], ops: ["rmsnorm", "layernorm", "softmax", "gelu"],
    anchors: callAnchors(),
  },
];

/** Calls with almost nothing to do on a device without cases: overheads that LLMCompass (ISCA 2024, hardware_model/compute_module.py) lists. */
function callAnchors() {
  const row = (hardware, op, seconds) => ({
    case: { op, hardware, rows: 1, columns: 64, precision: "fp16", engine: "pytorch" }, expected: { latency_s: seconds }, slice: { source: "llmcompass" },
  });
  return [
    row("mi210", "softmax", 22e-6), row("mi210", "layernorm", 28e-6), row("mi210", "gelu", 21e-6),
  ];
}

function print(label, rows, logsOf) {
  if (rows.length < 3) return;
  const s = summaryOf(rows, rows.map(logsOf));
  console.log(`${label.padEnd(58)} n ${String(s.n).padStart(4)}  median ${percent(s.median)}  MAPE ${percent(s.mape)}  bias ${s.bias.toFixed(3)}  rank ${s.rank.toFixed(3)}`);
}

/** Share of the roofline in the predicted time: the nearer to the roof, the surer the prediction. */
const roofEdges = [0.05, 0.2, 0.4, 0.6];
const binOf = (share) => roofEdges.filter((edge) => share >= edge).length;
const idealOf = (c) => secondsOf(lib.machineOf(lib.device(c.hardware), { engine: "ideal", generation }), c);

const halfWidth = (items, level) => quantile(items.map(({ log }) => Math.abs(log)).sort((a, b) => a - b), level);

function widths(items, level) {
  const of = (some) => halfWidth(some, level);
  const all = of(items);
  return Array.from({ length: roofEdges.length + 1 }, (_, bin) => {
    const some = items.filter(({ share }) => binOf(share) === bin);
    // A bin with few cases leans on all of them.
    const weight = some.length / (some.length + 15);
    return Number((some.length === 0 ? all : weight * of(some) + (1 - weight) * all).toFixed(3));
  });
}

function writeGenerated(name, comment, body) {
  const path = join(root, "src", "constants", "fitted", `${name}.generated.ts`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `// Written by scripts/calibrate-attention.mjs. ${comment}\n${body}\n`);
}

const sources = "Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.";
const objectOf = (value) => JSON.stringify(value, null, 1).replace(/\n\s+("(?:logSd|observations)")/g, " $1").replace(/\{\n\s+("logOffset")/g, "{ $1").replace(/(\d)\n\s+\}/g, "$1 }");

function calibrate(folder, dry, reportPath) {
  const report = errorReport(reportPath);
  const fittedOf = { attention: {}, collectives: {}, elementwise: {} };
  const errorWidths = {};
  let base = {};
  for (const { name, file, constants, files, ops, anchors = [] } of groups) {
    const cases = files.flatMap((each) => readCases(folder, each, (c) => ops.includes(c.op)));
    const train = (keep) => fitRows(constants, [...cases.filter(keep), ...anchors], base).fitted;
    const final = foldGenerations(train(() => true), constants);
    const folds = Array.from({ length: 5 }, (_, fold) => train((row) => foldOf(row, 5) !== fold));
    const devices = [...new Set(cases.map((row) => row.case.hardware))];
    const engines = [...new Set(cases.map((row) => row.case.engine))];
    const withoutEngine = engines.length > 1 && reportPath !== undefined ? Object.fromEntries(engines.map((engine) => [engine, train((row) => row.case.engine !== engine)])) : {};
    const out = devices.length > 1 ? Object.fromEntries(devices.map((id) => [id, train((row) => row.case.hardware !== id)])) : {};
    const log = (row, fitted) => Math.log(secondsOf(machineFor(row.case, fitted), row.case) / row.expected.latency_s);
    const seen = new Map(cases.map((row) => [row, log(row, folds[foldOf(row, 5)])]));
    const unseen = new Map(devices.length > 1 ? cases.map((row) => [row, log(row, out[row.case.hardware])]) : []);
    const share = new Map(cases.map((row) => [row, idealOf(row.case) / secondsOf(machineFor(row.case, { ...base, ...final }), row.case)]));
    const slices = [...new Set(cases.map((row) => sliceOf(row)))].sort();
    for (const slice of slices) {
      const rows = cases.filter((row) => sliceOf(row) === slice);
      print(`seen     ${slice}`, rows, (row) => seen.get(row));
      if (unseen.size > 0) print(`left out ${slice}`, rows, (row) => unseen.get(row));
    }
    for (const kind of [...new Set(cases.map(kindOf))].sort()) {
      const rows = cases.filter((row) => kindOf(row) === kind);
      report.add("configurations", kind, summaryOf(rows, rows.map((row) => seen.get(row))));
      if (unseen.size > 0) report.add("device", kind, summaryOf(rows, rows.map((row) => unseen.get(row))));
      const told = rows.filter((row) => withoutEngine[row.case.engine] !== undefined);
      if (told.length > 0) report.add("engine", kind, summaryOf(told, told.map((row) => log(row, withoutEngine[row.case.engine]))));
    }
    const kinds = name === "collectives" ? { collective: ops } : name === "rows" ? { row: ops } : Object.fromEntries(ops.map((op) => [op, [op]]));
    for (const [kind, members] of Object.entries(kinds)) {
      const rows = cases.filter((row) => members.includes(row.case.op));
      const items = (logs) => rows.filter((row) => logs.has(row)).map((row) => ({ share: share.get(row), log: logs.get(row) }));
      const near = widths(items(seen), 0.89);
      const far = unseen.size > 0 ? widths(items(unseen), 0.9) : near.map((width) => Number((1.5 * width).toFixed(3)));
      // Two devices cannot tell how far a third is off in each region: no region is surer than all of them together.
      const farAll = unseen.size > 0 ? Number(halfWidth(items(unseen), 0.9).toFixed(3)) : 0;
      const told = (field) => [...new Set(rows.map((row) => row.case[field]))].sort();
      errorWidths[kind] = { seen: near, unseen: far.map((width, bin) => Math.max(width, near[bin], farAll)), observations: rows.length, devices: told("hardware"), engines: told("engine") };
    }
    Object.assign(fittedOf[file], final);
    base = { ...base, ...final };
  }
  report.write();
  if (dry) return;
  const types = 'import type { FittedConstants } from "../lookup.ts";\n\n';
  writeGenerated("attention", sources, `${types}export const fittedAttention: FittedConstants = ${objectOf(fittedOf.attention)};`);
  writeGenerated("collectives", sources, `${types}export const fittedCollectives: FittedConstants = ${objectOf(fittedOf.collectives)};`);
  writeGenerated("elementwise", sources, `${types}export const fittedElementwise: FittedConstants = ${objectOf(fittedOf.elementwise)};`);
  const edges = `/** Edges, by share of the roofline in the predicted time, between the entries of each list of widths. */\nexport const roofShareEdges: readonly number[] = ${JSON.stringify(roofEdges)};\n\n`;
  const shape = "/** Error widths of one kind of kernel, and what they are known from. */\nexport interface KernelWidths {\n  readonly seen: readonly number[];\n  readonly unseen: readonly number[];\n  readonly observations: number;\n  readonly devices: readonly string[];\n  readonly engines: readonly string[];\n}\n\n";
  const record = "/** Half-widths of 90 % intervals on the log scale: cross-validated residuals of devices in the data (seen), residuals with the device left out (unseen). */\n";
  writeGenerated("kernel-intervals", sources, `${edges}${shape}${record}export const kernelWidths: Readonly<Record<string, KernelWidths>> = ${JSON.stringify(errorWidths, null, 1).replace(/\n\s{3,}/g, " ").replace(/\[ /g, "[").replace(/\n\s*\]/g, "]")};`);
}

/** Slices of the published table: what is computed, not by whom. */
function kindOf({ case: c }) {
  const collective = c.bytes === undefined ? "" : c.bytes >= 65536 ? "collectives of at least 64 KiB" : "collectives below 64 KiB";
  return collective === "" ? c.op : collective;
}

function sliceOf({ case: c, slice }) {
  const size = c.bytes === undefined ? "" : c.bytes >= 65536 ? " ≥ 64 KiB" : " < 64 KiB";
  const kv = c.kv_precision === undefined ? "" : ` ${c.precision}, kv ${c.kv_precision}`;
  return `${slice.source} ${c.op} ${c.hardware} ${c.engine}${kv}${size}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write("usage: node scripts/calibrate-attention.mjs CASES [--dry] [--report FILE]\n");
    process.exit(2);
  }
  calibrate(folder, process.argv.includes("--dry"), optionOf("--report"));
}
