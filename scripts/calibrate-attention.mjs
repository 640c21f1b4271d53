// `node scripts/calibrate-attention.mjs CASES [--dry] [--report FILE]`: fits the constants of attention, MLA, collectives and row kernels
// to measured kernel cases (a folder of gzipped JSON Lines, one contract case and its measured `latency_s` a line) and writes
// src/constants/fitted/{attention,collectives,elementwise}.json and the interval widths beside them. The same cases give the same files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "ridgepoint-calibrate");

async function bundled() {
  mkdirSync(cache, { recursive: true });
  const entry = `
    export { constantsFor, offsetKeys } from ${JSON.stringify(join(root, "src/constants/lookup.ts"))};
    export { constantDefinitions } from ${JSON.stringify(join(root, "src/constants/registry.ts"))};
    export { attentionPrefillConstants, attentionDecodeConstants, mlaConstants } from ${JSON.stringify(join(root, "src/constants/attention.ts"))};
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

export function readCases(folder, file, keep = () => true) {
  return gunzipSync(readFileSync(join(folder, `${file}.jsonl.gz`))).toString().trim().split("\n").map((line) => JSON.parse(line)).filter((row) => keep(row.case));
}

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

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
function ranks(values) {
  const order = values.map((value, index) => [value, index]).sort((a, b) => a[0] - b[0]);
  const out = [];
  order.forEach(([, index], rank) => { out[index] = rank; });
  return out;
}
/** Median and mean absolute percentage error, bias (median of predicted over measured), rank correlation, 90 % of |log error|. */
export function summary(rows, fitted) {
  const logs = errorsOf(rows, fitted);
  const percent = logs.map((log) => Math.abs(Math.expm1(log))).sort((a, b) => a - b);
  const absolute = logs.map(Math.abs).sort((a, b) => a - b);
  const measured = ranks(rows.map((row) => row.expected.latency_s));
  const predicted = ranks(rows.map((row, i) => row.expected.latency_s * Math.exp(logs[i])));
  const n = rows.length;
  const mean = (n - 1) / 2;
  let above = 0, below = 0;
  for (let i = 0; i < n; i++) { above += (measured[i] - mean) * (predicted[i] - mean); below += (measured[i] - mean) ** 2; }
  return {
    n, median: quantile(percent, 0.5), mape: percent.reduce((a, b) => a + b, 0) / n,
    bias: Math.exp(quantile([...logs].sort((a, b) => a - b), 0.5)), rank: below > 0 ? above / below : 1, halfWidth90: quantile(absolute, 0.9),
  };
}
export { lib };
