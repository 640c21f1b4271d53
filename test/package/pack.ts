import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly node: string; readonly default: string }>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

export const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

export interface Packed {
  /** The tarball, in a temporary folder. */
  readonly tarball: string;
  /** The same, unpacked. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly remove: () => void;
}

/** `npm pack` as for a release, without the build that comes before it. */
export function pack(): Packed {
  const directory = mkdtempSync(join(tmpdir(), "ridgepoint-pack-"));
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--loglevel=error", "--pack-destination", directory], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const [packed] = JSON.parse(output);
  const tarball = join(directory, packed.filename);
  execFileSync("tar", ["xzf", tarball, "-C", directory]);
  return {
    tarball,
    folder: join(directory, "package"),
    files: packed.files.map((file: { readonly path: string }) => file.path).sort(),
    bytes: packed.size,
    unpackedBytes: packed.unpackedSize,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
