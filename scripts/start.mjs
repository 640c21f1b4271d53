// `npm start`: from a fresh clone to the main job. Installs what is missing, builds what changed, runs the command.
// It uses nothing but Node itself, since nothing else is there on the first call.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIsStale, installIsStale } from "./stale.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split(".").map(Number);

function fail(message) {
  process.stderr.write(`ridgepoint: ${message}\n`);
  process.exit(1);
}

/** Runs a command quietly; shows what it printed only when it fails. */
function quietly(what, command, args, wayOut) {
  process.stderr.write(`ridgepoint: ${what}…\n`);
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  if (done.error) fail(`${what} could not start: ${done.error.message}. ${wayOut}`);
  if (done.status === 0) return;
  // npm ends a failure with a page of usage; the cause is in the first lines.
  const said = `${done.stdout}${done.stderr}`.trim().split("\n").slice(0, 40).join("\n");
  fail(`${what} failed.\n\n${said}\n\n${wayOut}`);
}

if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node ${process.versions.node} is too old; install Node 20.19 or newer (https://nodejs.org).`);
}
const stale = installIsStale(root);
if (stale !== null) {
  quietly(
    `installing packages (${stale})`,
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    "Check that the package registry can be reached (`npm ping`), then run `npm start` again.",
  );
}
if (buildIsStale(root)) {
  quietly("building", process.execPath, [join(root, "scripts", "build.mjs")], "Run `npm run typecheck` to see the errors alone.");
}

const args = process.argv.slice(2);
const run = spawnSync(process.execPath, [join(root, "dist", "node", "ridgepoint.js"), ...(args.length > 0 ? args : ["plan"])], {
  stdio: "inherit",
});
if (run.error) fail(`the command could not start: ${run.error.message}`);
process.exit(run.status ?? 1);
