// Predictions beside measurements, aggregated: no measured row leaves this file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Labels by which errors are given. */
export const dimensions = ["hardware", "engine", "model", "precision", "form", "region", "engine_version"];
/** Labels that make the finest slices, from which the worst are named. */
const fine = ["hardware", "engine", "model", "precision", "form", "region"];

export const caseFiles = (folder) => readdirSync(folder).filter((file) => /\.jsonl\.gz$/.test(file)).sort();

function* rowsOf(folder, file) {
  for (const line of gunzipSync(readFileSync(join(folder, file))).toString().split("\n")) if (line !== "") yield line;
}

/** The same case on the bare datasheet. */
function ideal({ engine_version: _, ...c }) {
  return { ...c, engine: "ideal" };
}

/** Statistics with four digits. */
function short(statistics) {
  return Object.fromEntries(Object.entries(statistics).map(([name, value]) => [name, typeof value === "number" ? Number(value.toPrecision(4)) : value]));
}
const idealOf = ({ answered, medianError, meanError, bias, rankCorrelation }) => short({ answered, medianError, meanError, bias, rankCorrelation });

/** Errors of one file: in all, by each label, and by the finest slices. */
export function evaluateFile(lib, folder, file, limit, onProgress) {
  const validations = new Map([...dimensions, "fine"].map((name) => [name, [0, 1].map(() => lib.startValidation({ by: name === "fine" ? fine : [name] }))]));
  const bounds = new Map();
  const sources = new Set();
  let line = 0;
  for (const text of rowsOf(folder, file)) {
    if (++line > limit) break;
    const measured = lib.parseMeasuredCase(text, line);
    sources.add(measured.slice.source);
    const answers = [lib.evaluateCase(measured.case), lib.evaluateCase(measured.case.kind === "training" ? measured.case : ideal(measured.case))];
    for (const pair of validations.values()) pair.forEach((validation, side) => validation.add(file, measured, answers[side]));
    const key = fine.map((name) => measured.slice[name] ?? (typeof measured.case[name] === "string" ? measured.case[name] : "")).join("|");
    const counts = bounds.get(key) ?? new Map();
    bounds.set(key, counts);
    const bound = answers[0].bound ?? answers[0].error?.code ?? "";
    counts.set(bound, (counts.get(bound) ?? 0) + 1);
    onProgress(line);
  }
  const reports = new Map([...validations].map(([name, pair]) => [name, pair.map((validation) => validation.report().files[0])]));
  const both = ([own, bare], pick) => pick(own).map(({ slice, value, ...statistics }, index) => ({ slice, value, ...short(statistics), ideal: idealOf(pick(bare)[index]) }));
  const [whole, bare] = reports.get("hardware");
  const level = line > 0 ? lib.parseMeasuredCase([...rowsOf(folder, file)][0], 1).slice.level ?? "" : "";
  return {
    file: file.replace(".jsonl.gz", ""), level, sources: [...sources].sort(), cases: whole.cases, answered: whole.answered,
    ...(whole.noise === undefined ? {} : { noise: short(whole.noise) }),
    figures: both([whole, bare], (report) => report.values).map(({ slice: _, ...row }) => row),
    by: Object.fromEntries(dimensions.map((name) => [name, both(reports.get(name), (report) => report.slices).filter(({ slice }) => slice[name] !== "").map(({ slice, ...row }) => ({ label: slice[name], ...row }))])
      .filter(([, rows]) => rows.length > 0)),
    fine: both(reports.get("fine"), (report) => report.slices).map((row) => ({ ...row, bound: commonest(bounds.get(fine.map((name) => row.slice[name]).join("|"))) })),
  };
}

function commonest(counts) {
  return counts === undefined ? "" : [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

/** Worst slices of one file and figure that are named: the page is about where, not about one figure. */
const ofEachFigure = 3;

/** The slices of at least five figures that are furthest off for their kind, each with the reason that is known, else what the prediction rests on. */
export function worstSlices(files, reasons, most) {
  const rows = files.flatMap(({ file, level, sources, fine: slices }) => slices.filter(({ answered }) => answered >= 5).map((row) => ({ file, level, source: sources[0], ...row })));
  const taken = new Map();
  const variety = rows.sort((a, b) => b.medianError - a.medianError).filter(({ file, value }) => {
    const already = taken.get(`${file} ${value}`) ?? 0;
    taken.set(`${file} ${value}`, already + 1);
    return already < ofEachFigure;
  });
  return variety.slice(0, most).map(({ file, level, source, slice, value, bound, answered, medianError, bias, coverage }) => {
    const known = { file, level, source, value, ...slice };
    const found = reasons.find(({ match }) => Object.entries(match).every(([name, wanted]) => known[name] === wanted));
    return { file, slice: Object.fromEntries(Object.entries(slice).filter(([, label]) => label !== "")), value, answered, medianError, bias, coverage, bound, reason: found?.reason ?? null };
  });
}
