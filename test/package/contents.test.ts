import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, describe, expect, it } from "vitest";
import { repositoryFiles } from "../house/sources.ts";
import { manifest, pack, root } from "./pack.ts";

const packed = pack();
afterAll(packed.remove);

describe("npm pack", () => {
  it("comes from a build without errors", () => {
    expect(existsSync(join(root, "dist", ".built"))).toBe(true);
  });

  it("holds the build, the catalogue and the documents, and nothing else", () => {
    const built = repositoryFiles("src")
      .filter((path) => path.endsWith(".ts") && !path.startsWith("src/cli/"))
      .flatMap((path) => [".js", ".d.ts"].map((suffix) => path.replace(/^src/, "dist").replace(/\.ts$/, suffix)));
    const expected = [...built, ...repositoryFiles("hardware"), "package.json", "README.md", "CHANGELOG.md", "LICENSE"];
    // Bundles for Node: one for each entry and the command, with what they share in chunks named by their content.
    const bundles = packed.files.filter((path) => path.startsWith("dist/node/"));
    expect(bundles.filter((path) => !/\/shared-\w+\.js$/.test(path))).toEqual(["LICENSES.txt", "contract.js", "drawing.js", "index.js", "kernels.js", "models.js", "plots.js", "queueing.js", "ridgepoint.js", "tables.js"].map((name) => `dist/node/${name}`));
    expect(packed.files.filter((path) => !bundles.includes(path))).toEqual(expected.sort());
  });

  it("stays small enough to install without a thought", () => {
    expect(packed.bytes).toBeLessThan(1_700_000);
    expect(packed.unpackedBytes).toBeLessThan(8_000_000);
  });

  it("holds every file that package.json names", () => {
    const named = [...Object.values(manifest.bin), ...Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)))];
    expect(named.map((path) => path.replace(/^\.\//, "")).filter((path) => !packed.files.includes(path))).toEqual([]);
  });

  it("has a command that can be executed", () => {
    for (const path of Object.values(manifest.bin)) expect(statSync(join(root, path)).mode & 0o111).not.toBe(0);
  });

  it("satisfies publint", async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.folder, pack: false, level: "suggestion", strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it("has types that resolve, by arethetypeswrong", () => {
    const cli = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const run = spawnSync(process.execPath, [cli, packed.tarball, "--profile", "esm-only", "--no-definitely-typed", "--no-color", "--no-emoji"], { encoding: "utf8" });
    expect(run.status === 0 ? "" : run.stdout + run.stderr).toBe("");
  });
});
