// `npm run accuracy -- CASES [--keep leave-one-out,own-runs] [--reports FOLDER]`: predicts every measured case (CASES: a folder of gzipped JSON Lines, a
// contract case and its measured figures a line; see docs/validating.md), and writes docs/accuracy.json and docs/accuracy.md: errors by
// slice beside the bare datasheet, the worst slices, what is left out in turn, what three own runs are worth. Only sums leave the cases.
// --keep takes parts over from the docs/accuracy.json that is there: leave-one-out fits every constant anew, several times. --reports takes
// what `scripts/calibrate-*.mjs CASES --dry --leave-one-out --report FOLDER/{attention,gemm,steps}.json` wrote before.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { caseFiles, evaluateFile, worstSlices } from "./accuracy/evaluate.mjs";
import { markdownOf } from "./accuracy/markdown.mjs";
import { threeRuns } from "./accuracy/own-runs.mjs";
import { optionOf } from "./calibration-tools.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "ridgepoint-accuracy");
const jsonPath = join(root, "docs", "accuracy.json");
const folder = process.argv[2];
if (folder === undefined || folder.startsWith("--")) {
  console.error("accuracy: give the folder of measured cases, for example npm run accuracy -- ../cases");
  process.exit(2);
}
const keep = (optionOf("--keep") ?? "").split(",");
const limit = Number(optionOf("--limit") ?? Infinity);
const data = (name) => JSON.parse(readFileSync(join(root, "scripts", "accuracy", `${name}.json`), "utf8"));
const before = existsSync(jsonPath) ? JSON.parse(readFileSync(jsonPath, "utf8")) : {};

async function library() {
  const from = (names, path) => `export { ${names} } from ${JSON.stringify(join(root, "src", path))};`;
  const entry = [
    from("evaluateCase", "contract/evaluate.ts"), from("parseMeasuredCase", "evidence/validation/measured-case.ts"), from("startValidation", "evidence/validation/validation.ts"),
    from("calibrateOwn", "calibration/own-profile.ts"), from("ownRun", "cli/input/own-runs.ts"),
  ].join("\n");
  mkdirSync(cache, { recursive: true });
  const outfile = join(cache, `library-${process.pid}.mjs`);
  await build({ stdin: { contents: entry, resolveDir: root, loader: "ts" }, outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" });
  return import(pathToFileURL(outfile).href);
}

/**
 * Error tables of the calibration scripts, each of which leaves out devices, engines and models in turn: those of the folder `--reports`, made
 * before, else made here. A script that knows no `--report` has none.
 */
function leaveOneOut() {
  const tables = {};
  const made = optionOf("--reports");
  for (const part of ["attention", "gemm", "steps"]) {
    const present = made === undefined ? undefined : join(made, `${part}.json`);
    if (present !== undefined) {
      if (existsSync(present)) tables[part] = JSON.parse(readFileSync(present, "utf8")).rows;
      continue;
    }
    const script = join(root, "scripts", `calibrate-${part}.mjs`);
    const report = join(cache, `${part}-${process.pid}.json`);
    if (!readFileSync(script, "utf8").includes('"--report"')) continue;
    console.error(`leave one out: ${part}`);
    const { status, stderr } = spawnSync(process.execPath, [script, folder, "--dry", "--leave-one-out", "--report", report], { encoding: "utf8", maxBuffer: 1e9 });
    if (status !== 0) throw new Error(`calibrate-${part} failed: ${stderr}`);
    tables[part] = JSON.parse(readFileSync(report, "utf8")).rows;
  }
  return tables;
}

const lib = await library();
const files = caseFiles(folder).map((file) => {
  const start = performance.now();
  const result = evaluateFile(lib, folder, file, limit, (line) => line % 500 === 0 && console.error(`${file}: ${line}`));
  console.error(`${result.file}: ${result.answered} of ${result.cases} answered, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return result;
});
const kept = (part, name, make) => (keep.includes(part) ? before[name] ?? null : make());
const accuracy = {
  command: "npm run accuracy -- CASES",
  version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
  sources: data("sources"),
  files: files.map(({ fine: _, ...file }) => file),
  worst: worstSlices(files, data("reasons"), 25),
  leaveOneOut: kept("leave-one-out", "leaveOneOut", leaveOneOut),
  ownRuns: kept("own-runs", "ownRuns", () => threeRuns(lib, folder, (group) => console.error(`own runs: group ${group}`))),
  peers: data("peers"),
};
writeFileSync(jsonPath, `${JSON.stringify(accuracy, null, 1).replace(/\n {3,}/g, " ").replace(/\[ /g, "[").replace(/\n\s+\]/g, "]").replace(/\{ /g, "{").replace(/ \}/g, "}")}\n`);
writeFileSync(join(root, "docs", "accuracy.md"), markdownOf(accuracy));
console.error("docs/accuracy.json and docs/accuracy.md written");
