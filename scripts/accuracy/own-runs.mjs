// What three runs of one's own are worth: of each group of runs three are given to the calibration, the others are predicted before and after.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const files = ["serving-inferencex", "static-argonne", "static-llamacpp"];
const smallest = 8;
const groupsOfEach = 12;

/** Deterministic order of a group, from the ids of its cases. */
function shuffled(rows) {
  const hash = (text) => [...text].reduce((h, character) => Math.imul(h ^ character.charCodeAt(0), 16777619) >>> 0, 2166136261);
  return rows.map((row) => [hash(row.case.id ?? ""), row]).sort((a, b) => a[0] - b[0]).map(([, row]) => row);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export function threeRuns(lib, folder, onProgress) {
  const table = [];
  for (const file of files) {
    const groups = new Map();
    for (const line of gunzipSync(readFileSync(join(folder, `${file}.jsonl.gz`))).toString().trim().split("\n")) {
      const row = JSON.parse(line);
      if (row.slice.region === "queueing") continue;
      const key = [row.slice.hardware, row.slice.engine, row.case.engine_version ?? "", row.slice.model, row.slice.precision].join(" ");
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const errors = new Map();
    let used = 0;
    for (const rows of [...groups.values()].filter((some) => some.length >= smallest).slice(0, groupsOfEach)) {
      const [given, others] = [shuffled(rows).slice(0, 3), shuffled(rows).slice(3)];
      let profile;
      try {
        const { constants, residuals } = lib.calibrateOwn(given.map((row) => lib.ownRun(row.case.id, { weight: 1, slice: {}, ...row })));
        profile = { constants, residuals };
      } catch {
        continue; // none of the three can be predicted
      }
      used++;
      onProgress(used);
      for (const row of others.slice(0, 25)) {
        const [before, after] = [lib.evaluateCase(row.case), lib.evaluateCase({ ...row.case, profile })];
        for (const [value, measured] of Object.entries(row.expected)) {
          const [a, b] = [before.values?.[value], after.values?.[value]];
          if (!(a > 0 && b > 0)) continue;
          const inside = ({ intervals90 }) => intervals90?.[value]?.[0] <= measured && measured <= intervals90?.[value]?.[1];
          errors.set(value, [...(errors.get(value) ?? []), [Math.abs(a / measured - 1), Math.abs(b / measured - 1), inside(before), inside(after)]]);
        }
      }
    }
    const round = (x) => Number(x.toPrecision(4));
    const mean = (values) => round(values.reduce((sum, value) => sum + Number(value), 0) / values.length);
    for (const [value, rows] of errors) {
      const column = (i) => rows.map((row) => row[i]);
      table.push({
        file, value, groups: used, n: rows.length, medianBefore: round(median(column(0))), medianAfter: round(median(column(1))),
        meanBefore: mean(column(0)), meanAfter: mean(column(1)), coverageBefore: mean(column(2)), coverageAfter: mean(column(3)),
      });
    }
  }
  return table;
}
