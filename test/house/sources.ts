import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** Repository paths of tracked and of new, not ignored, files, under a folder where one is given. */
export function repositoryFiles(under = "."): readonly string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", under], { cwd: root, encoding: "utf8" });
  return list.split("\n").filter((path) => path !== "" && existsSync(root + path));
}

export function textOf(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** Data written by a script: no limit on its length, nothing to read by eye. */
export function isGenerated(path: string): boolean {
  return /\.generated\.\w+$/.test(path);
}

export interface Import {
  readonly from: string;
  /** The specifier as written. */
  readonly specifier: string;
  /** Repository path for a relative specifier; null for a package. */
  readonly target: string | null;
}

/** Every import and re-export of a file, static, dynamic and type-only alike. */
export function importsOf(path: string): readonly Import[] {
  return ts.preProcessFile(textOf(path), true, true).importedFiles.map(({ fileName }) => ({
    from: path,
    specifier: fileName,
    target: fileName.startsWith(".") ? posix.normalize(posix.join(posix.dirname(path), fileName)) : null,
  }));
}

/** Files that an import of `entry` may load, with the packages that they name. */
export function reachableFrom(entry: string): { readonly files: ReadonlySet<string>; readonly packages: ReadonlyMap<string, string> } {
  const files = new Set<string>();
  const packages = new Map<string, string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    if (!path.endsWith(".ts")) continue;
    for (const { target, specifier } of importsOf(path)) {
      if (target === null) packages.set(specifier, path);
      else open.push(target);
    }
  }
  return { files, packages };
}
