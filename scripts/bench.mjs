// `npm run bench [name…]`: bundles each file of bench/ that exports `run`, runs it in a process of its own, prints the figures.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wanted = process.argv.slice(2);
const benches = readdirSync(join(root, "bench"))
  .filter((name) => name.endsWith(".ts") && /export (async )?function run\b/.test(readFileSync(join(root, "bench", name), "utf8")))
  .map((name) => name.replace(/\.ts$/, ""))
  .filter((name) => name === "calibration" || wanted.length === 0 || wanted.includes(name))
  .sort((a, b) => Number(b === "calibration") - Number(a === "calibration"));

// Start-up and size are figures of the build; the others are bundled from src/.
if (benches.includes("package") || benches.includes("size")) {
  const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: "inherit" });
  if (built.status !== 0) process.exit(1);
}
const out = join(root, "node_modules", ".cache", "ridgepoint-bench");
mkdirSync(out, { recursive: true });
await build({
  entryPoints: benches.map((name) => join(root, "bench", `${name}.ts`)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});

function figuresOf(name) {
  const program = `
    const { run } = await import(${JSON.stringify(pathToFileURL(join(out, `${name}.mjs`)).href)});
    process.stdout.write("\\n@@" + JSON.stringify(await run()));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output.slice(output.lastIndexOf("\n@@") + 3));
}

function shown({ value, unit }) {
  if (unit === "s") return value < 1 ? `${(1000 * value).toPrecision(3)} ms` : `${value.toPrecision(3)} s`;
  if (unit === "B") return `${(value / 1000).toFixed(1)} kB`;
  const digits = value < 100 ? value.toPrecision(3) : Math.round(value).toLocaleString("en");
  return unit === "1/s" ? `${digits} /s` : digits;
}

/** The figure in steps of the calibration loop: how many a rate's call costs, how many a time is long. */
function inSteps({ value, unit }, stepsPerSecond) {
  if (unit === "1/s") return `${(stepsPerSecond / value).toPrecision(3)} steps each`;
  if (unit === "s") return `${(value * stepsPerSecond).toPrecision(3)} steps`;
  return "";
}

function verdict({ value, bar, unit }) {
  if (bar === undefined) return "";
  const met = "atLeast" in bar ? value >= bar.atLeast : value <= bar.atMost;
  const limit = shown({ value: bar.atLeast ?? bar.atMost, unit });
  return `${met ? "meets" : "MISSES"} ${"atLeast" in bar ? "≥" : "≤"} ${limit}`;
}

const write = (line) => process.stdout.write(`${line}\n`);
write(`Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores`);
let stepsPerSecond = Number.NaN;
for (const name of benches) {
  write(`\n${name}`);
  for (const figure of figuresOf(name)) {
    if (name === "calibration") stepsPerSecond = figure.value;
    write(`  ${figure.name.padEnd(36)} ${shown(figure).padStart(16)}  ${inSteps(figure, stepsPerSecond).padEnd(20)} ${verdict(figure)}`);
    write(`      ${figure.method}`);
  }
}
