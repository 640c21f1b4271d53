import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifest, pack, root } from "./pack.ts";

const project = mkdtempSync(join(tmpdir(), "ridgepoint-consumer-"));
const packed = pack();
afterAll(() => {
  packed.remove();
  rmSync(project, { recursive: true, force: true });
});

const program = `
import { predict } from "ridgepoint";
const result = predict({
  model: "meta-llama/Llama-3.1-70B",
  hardware: "h100-sxm5-80",
  devices: 8,
  plan: { tp: 8 },
  precision: { weights: "fp8" },
  load: { mode: "static", batch: 16 },
  inputTokens: 1024,
  outputTokens: 256,
});
console.log(JSON.stringify(result.values));
`;

const shell = process.platform === "win32";

/** Lock entries of the run-time dependencies and of theirs, as our own lock file has them, with the addresses that npm's cache goes by. */
function lockedDependencies(): Record<string, unknown> {
  const registry = execFileSync("npm", ["config", "get", "registry", "--loglevel=error"], { encoding: "utf8", shell }).trim();
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const locked: Record<string, unknown> = {};
  const add = (name: string): void => {
    const path = `node_modules/${name}`;
    if (path in locked) return;
    const { dev: _dev, ...entry } = packages[path];
    locked[path] = { resolved: `${registry}${name}/-/${basename(name)}-${entry.version}.tgz`, ...entry };
    for (const dependency of Object.keys(entry.dependencies ?? {})) add(dependency);
  };
  for (const name of Object.keys(manifest.dependencies)) add(name);
  return locked;
}

/** The tarball as a dependency, installed by npm from its cache; where the cache lacks a package, laid out by hand. */
function install(): void {
  copyFileSync(packed.tarball, join(project, "ridgepoint.tgz"));
  const own = { name: "consumer", version: "1.0.0", private: true, type: "module", dependencies: { ridgepoint: "file:ridgepoint.tgz" } };
  const locked = lockedDependencies();
  const ridgepoint = { version: manifest.version, resolved: "file:ridgepoint.tgz", dependencies: manifest.dependencies, bin: manifest.bin };
  const { type: _type, private: _private, ...rootEntry } = own;
  writeFileSync(join(project, "package.json"), JSON.stringify(own));
  writeFileSync(
    join(project, "package-lock.json"),
    JSON.stringify({ name: own.name, version: own.version, lockfileVersion: 3, requires: true, packages: { "": rootEntry, "node_modules/ridgepoint": ridgepoint, ...locked } }),
  );
  const npm = spawnSync("npm", ["ci", "--offline", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: project, encoding: "utf8", shell });
  if (npm.status === 0) return;
  if (!npm.stderr.includes("ENOTCACHED")) throw new Error(`npm ci of the tarball failed: ${npm.stderr}`);
  cpSync(packed.folder, join(project, "node_modules/ridgepoint"), { recursive: true });
  for (const path of Object.keys(locked)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    if (!existsSync(join(project, path))) symlinkSync(join(root, path), join(project, path), "junction");
  }
}

const node = (...args: readonly string[]): string => execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });

describe("a project that installs the tarball", () => {
  beforeAll(install);

  it("predicts in Node", () => {
    writeFileSync(join(project, "main.mjs"), program);
    const values = JSON.parse(node("main.mjs"));
    expect(values.output_tokens_per_s ?? values.outputTokensPerSecond).toBeGreaterThan(0);
  });

  it("predicts the same from a browser bundle, which needs nothing of Node", async () => {
    writeFileSync(join(project, "main.mjs"), program);
    const bundle = await build({
      entryPoints: [join(project, "main.mjs")],
      outfile: join(project, "bundle.js"),
      bundle: true,
      format: "iife",
      platform: "browser",
      target: "es2022",
      logLevel: "silent",
      metafile: true,
    });
    expect(bundle.warnings).toEqual([]);
    // A script without require, process or Buffer: what a page has.
    const page = `
      const vm = require("node:vm"), fs = require("node:fs");
      const out = [];
      const page = vm.createContext({ console: { log: (line) => out.push(line) }, performance, TextEncoder, TextDecoder, URL, crypto });
      vm.runInContext(fs.readFileSync("bundle.js", "utf8"), page);
      process.stdout.write(out.join("\\n") + "\\n");`;
    expect(node("-e", page)).toBe(node("main.mjs"));
  });

  it("resolves every entry of the exports map", () => {
    const entries = Object.keys(manifest.exports).filter((entry) => entry !== "./package.json");
    const lines = entries.map((entry) => `console.log(Object.keys(await import("${entry.replace(/^\./, manifest.name)}")).length > 0);`);
    expect(node("--input-type=module", "-e", lines.join("\n")).trim().split("\n")).toEqual(entries.map(() => "true"));
  });

  it("is typed for a strict project, and a misspelt word is refused", () => {
    writeFileSync(join(project, "good.mts"), program);
    writeFileSync(join(project, "bad.mts"), program.replace('mode: "static"', 'mode: "statik"'));
    const compilerOptions = { strict: true, module: "nodenext", target: "es2023", noEmit: true, types: [], lib: ["es2023", "dom"] };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["good.mts", "bad.mts"] }));
    const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], { cwd: project, encoding: "utf8" });
    const errors = stdout.split("\n").filter((line) => /^\S/.test(line));
    expect(errors).toEqual([expect.stringMatching(/^bad\.mts\(\d+,\d+\): error .*"statik"' is not assignable to type .*"static"/)]);
  });

  it("has the command on its path", () => {
    const { version } = manifest;
    const bin = join(project, "node_modules/.bin/ridgepoint");
    const command = existsSync(bin) ? bin : join(project, "node_modules/ridgepoint", manifest.bin["ridgepoint"] ?? "");
    expect(node(command, "--version").trim()).toContain(version);
  });
});
