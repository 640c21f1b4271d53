// `npm run build`: TypeScript to dist/, then removes what a deleted or renamed source left behind.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const compiled = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
// Files are written even where a type is wrong, so that one folder's error does not stop work on another; the status tells.

mkdirSync(dist, { recursive: true });
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  const stem = relative(dist, path).replace(/\.(d\.ts|js)(\.map)?$/, "");
  const isOutput = entry.isFile() && /\.(d\.ts|js)(\.map)?$/.test(entry.name);
  const isMap = entry.name.endsWith(".map"); // no build makes maps: the sources are not in the package
  if (isOutput && (isMap || !existsSync(join(root, "src", `${stem}.ts`)))) rmSync(path);
}
const command = join(dist, "cli", "main.js");
if (existsSync(command)) chmodSync(command, 0o755);
if (compiled.status !== 0) {
  rmSync(join(dist, ".built"), { force: true });
  process.exit(compiled.status ?? 1);
}
writeFileSync(join(dist, ".built"), "");
