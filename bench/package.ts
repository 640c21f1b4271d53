import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Figure, secondsOf } from "./figure.ts";

/** The built package; the harness runs with the repository as its working directory. */
const dist = join(process.cwd(), "dist");
const RUNS = 15;

function medianSeconds(args: readonly string[]): number {
  const run = (): number => secondsOf(() => execFileSync(process.execPath, args, { stdio: "ignore" }));
  run(); // file cache
  const seconds = Array.from({ length: RUNS }, run).sort((a, b) => a - b);
  return seconds[(RUNS - 1) / 2] ?? Number.NaN;
}

/** Start-up costs: each figure is a fresh process, as a user meets it. */
export function run(): readonly Figure[] {
  const bare = medianSeconds(["--input-type=module", "-e", ""]);
  const imported = medianSeconds(["--input-type=module", "-e", `await import(${JSON.stringify(join(dist, "node", "index.js"))})`]);
  const command = join(dist, "node", "ridgepoint.js");
  const predict = [command, "predict", "--model", "meta-llama/Llama-3.1-70B", "--hardware", "h100-sxm5-80", "--tp", "8"];
  if (spawnSync(process.execPath, predict).status !== 0) throw new Error("ridgepoint predict failed; run it by hand to see why");
  return [
    {
      name: "import of the package",
      value: imported - bare,
      unit: "s",
      method: `median of ${RUNS} processes that import the package, less that of ${RUNS} that import nothing (${(1000 * bare).toFixed(0)} ms)`,
      bar: { atMost: 0.06 },
    },
    {
      name: "ridgepoint predict, cold",
      value: medianSeconds(predict),
      unit: "s",
      method: `median of ${RUNS} whole processes: ridgepoint ${predict.slice(1).join(" ")}`,
      bar: { atMost: 0.25 },
    },
    {
      name: "ridgepoint plan, default",
      value: medianSeconds([command, "plan"]),
      unit: "s",
      method: `median of ${RUNS} whole processes: ridgepoint plan`,
      bar: { atMost: 2 },
    },
  ];
}
