// Whether the installed packages and the built files still match their sources. Node only: runs before any install.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Why `npm ci` is needed, as a few words; null where every package of the lock file is installed in its version. */
export function installIsStale(root) {
  const installedList = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedList)) return "first run";
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedList, "utf8")).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    // The root itself, and packages for other platforms, are never in the installed list.
    if (path === "" || entry.link || entry.optional) continue;
    if (installed[path]?.version !== entry.version) return `${path.replace(/^node_modules\//, "")} is not ${entry.version}`;
  }
  return null;
}

/** True where a source is newer than the last build. */
export function buildIsStale(root) {
  const stamp = join(root, "dist", ".built");
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const files = ["package.json", "tsconfig.json", "tsconfig.build.json", "scripts/build.mjs"].map((name) => join(root, name));
  for (const entry of readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })) {
    // A folder's own time changes when a file in it is added or removed.
    files.push(join(entry.parentPath, entry.name));
  }
  return files.some((file) => statSync(file).mtimeMs > built);
}
