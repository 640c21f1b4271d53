// What the calibration scripts share: reading measured cases, error tables, and the form in which fitted offsets are stored.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Rows of one file of measured cases (gzipped JSON Lines) whose case `keep` takes. */
export function readCases(folder, file, keep = () => true) {
  return gunzipSync(readFileSync(join(folder, `${file}.jsonl.gz`))).toString().trim().split("\n").map((line) => JSON.parse(line)).filter((row) => keep(row.case));
}

/** Nearest-rank quantile of ascending values. */
export const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];

export const percent = (x) => `${(100 * x).toFixed(1)} %`.padStart(8);

function ranks(values) {
  const out = [];
  values.map((value, index) => [value, index]).sort((a, b) => a[0] - b[0]).forEach(([, index], rank) => { out[index] = rank; });
  return out;
}

/** Median and mean absolute percentage error, bias (median of predicted over measured), rank correlation, 90 % of |log error|. */
export function summaryOf(rows, logs) {
  const errors = logs.map((log) => Math.abs(Math.expm1(log))).sort((a, b) => a - b);
  const absolute = logs.map(Math.abs).sort((a, b) => a - b);
  const measured = ranks(rows.map((row) => row.expected.latency_s));
  const predicted = ranks(rows.map((row, i) => row.expected.latency_s * Math.exp(logs[i])));
  const n = rows.length;
  const mean = (n - 1) / 2;
  let above = 0, below = 0;
  for (let i = 0; i < n; i++) { above += (measured[i] - mean) * (predicted[i] - mean); below += (measured[i] - mean) ** 2; }
  return {
    n, median: quantile(errors, 0.5), mape: errors.reduce((a, b) => a + b, 0) / n,
    bias: Math.exp(quantile([...logs].sort((a, b) => a - b), 0.5)), rank: below > 0 ? above / below : 1, halfWidth90: quantile(absolute, 0.9),
  };
}

/** Deterministic fold of a case: from its id, not from its place in the file. */
export function foldOf(row, folds) {
  let hash = 2166136261;
  for (const character of row.case.id ?? "") hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
  return hash % folds;
}

/** Engine offsets of the only generation in the data belong to the engine: other generations are then as good as this one. */
export function foldGenerations(fitted, names) {
  const out = {};
  for (const name of names) {
    const entries = {};
    for (const [key, value] of Object.entries(fitted[name] ?? {})) {
      const place = key.includes("/") ? key.slice(0, key.indexOf("/")) : key;
      const known = entries[place];
      entries[place] = known === undefined ? { ...value } : {
        logOffset: known.logOffset + value.logOffset, logSd: Math.hypot(known.logSd, value.logSd), observations: Math.max(known.observations, value.observations),
      };
    }
    const rounded = Object.entries(entries).filter(([, { logOffset }]) => Math.abs(logOffset) >= 5e-4)
      .map(([key, { logOffset, logSd, observations }]) => [key, { logOffset: Number(logOffset.toFixed(3)), logSd: Number(logSd.toPrecision(2)), observations }]);
    if (rounded.length > 0) out[name] = Object.fromEntries(rounded);
  }
  return out;
}

/** Path after an option of the command line; undefined where it is absent. */
export const optionOf = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);

/**
 * Collects error tables for `--report FILE`, which scripts/accuracy.mjs reads. A row says what was held back (`scheme`: "configurations",
 * "device", "family", "engine", "model"), of which slice, and how far off the predictions were.
 */
export function errorReport(path) {
  const rows = [];
  return {
    add(scheme, slice, { n, median, mape, bias, rank }) {
      const round = (x) => Number(x.toFixed(4));
      rows.push({ scheme, slice, n, medianError: round(median), meanError: round(mape), bias: round(bias), rankCorrelation: round(rank) });
    },
    write() {
      if (path !== undefined) writeFileSync(path, `${JSON.stringify({ rows }, null, 1)}\n`);
    },
  };
}
