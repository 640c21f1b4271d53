// `npm run test:danfojs`: tables into the real danfojs-node, in a project of its own. danfojs-node asks for a tarball that is on no
// registry and for a native tfjs; overrides of the project put a package of the registry and plain tfjs in their place. About 350 MB.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tables = join(root, "dist", "node", "tables.js");
const library = join(root, "dist", "node", "index.js");
if (!existsSync(tables)) {
  process.stderr.write("dist/node/tables.js is missing; run `npm run build` first\n");
  process.exit(1);
}

const project = mkdtempSync(join(tmpdir(), "ridgepoint-danfojs-"));
process.on("exit", () => rmSync(project, { recursive: true, force: true }));
writeFileSync(join(project, "package.json"), JSON.stringify({
  name: "fixture", private: true, type: "module", dependencies: { "danfojs-node": "1.2.0", "@tensorflow/tfjs": "4.22.0" },
  overrides: { xlsx: "0.18.5", "@tensorflow/tfjs-node": "npm:@tensorflow/tfjs@4.22.0" },
}));
const install = spawnSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
  cwd: project, encoding: "utf8", timeout: 300_000, shell: process.platform === "win32",
});
if (install.status !== 0) {
  process.stdout.write(`skipped: the registry does not serve danfojs-node (${(install.stderr || String(install.error ?? "no answer")).trim().split("\n")[0]})\n`);
  process.exit(0);
}

writeFileSync(join(project, "main.mjs"), `
import assert from "node:assert/strict";
import * as dfd from "danfojs-node";
import { device, explain } from ${JSON.stringify(pathToFileURL(library).href)};
import { deviceTable, operatorTable, rowsOf, tableOf, toDataFrame } from ${JSON.stringify(pathToFileURL(tables).href)};

const explanation = explain({ model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "fp8" }, load: { mode: "static", batch: 4 }, inputTokens: 512, outputTokens: 64 });
const table = operatorTable(explanation);
const frame = toDataFrame(dfd.default ?? dfd, table);
assert.deepEqual(frame.shape, [table.rowCount, table.columns.length]);
assert.deepEqual(frame.columns, table.columns.map(({ name }) => name));
const seconds = table.columns.find(({ name }) => name === "seconds").values;
assert.ok(Math.abs(frame.column("seconds").sum() - seconds.reduce((a, b) => a + b, 0)) < 1e-12);
assert.deepEqual(frame.column("name").values, table.columns.find(({ name }) => name === "name").values);

const gaps = toDataFrame(dfd.default ?? dfd, tableOf([{ id: "a", x: 1 }, { id: "b" }, { id: "c", x: 3 }]));
assert.equal(gaps.column("x").isNa().values.filter(Boolean).length, 1);
assert.equal(gaps.column("x").sum(), 4);

const devices = toDataFrame(dfd.default ?? dfd, deviceTable([device("h100"), device("mi300x")]));
assert.equal(devices.shape[0], 2);
assert.equal(rowsOf(deviceTable([device("h100")])).length, 1);
process.stdout.write("danfojs-node 1.2.0: " + frame.shape.join(" × ") + " operators, gaps and devices as data frames\\n");
`);
const run = spawnSync(process.execPath, ["main.mjs"], { cwd: project, encoding: "utf8" });
process.stdout.write(run.stdout);
if (run.status !== 0) process.stderr.write(run.stderr);
process.exit(run.status ?? 1);
