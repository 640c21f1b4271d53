// `npm run build`: what the package ships.
//   dist/**       what tsc writes, file by file as in src/: for bundlers, which drop what is not used, and for types
//   dist/node/*   the same in few files, since Node spends most of an import on opening files; the command starts from there too
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const stamp = join(dist, ".built");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

rmSync(stamp, { force: true });
const sources = readdirSync(join(root, "src"), { recursive: true }).filter((path) => path.endsWith(".ts"));
if (!sources.every((path) => existsSync(join(dist, path.replace(/\.ts$/, ".js"))))) {
  // tsc's own record may say that a file was written which is gone since.
  rmSync(join(dist, ".tsbuildinfo"), { force: true });
}
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const compiled = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
// Files are written even where a type is wrong, so that one folder's error does not stop work on another; the status tells.

mkdirSync(dist, { recursive: true });
rmSync(join(dist, "node"), { recursive: true, force: true });
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  // What a deleted or renamed source left behind.
  const path = join(entry.parentPath, entry.name);
  const stem = relative(dist, path).replace(/\.(d\.ts|js)$/, "");
  if (entry.isFile() && /\.(d\.ts|js)$/.test(entry.name) && !sources.includes(`${stem}.ts`)) rmSync(path);
}

/** Bundles by name: the library's entries as the exports map names them, and the command. */
const entryPoints = { ridgepoint: join(dist, "cli", "main.js") };
for (const target of Object.values(manifest.exports)) {
  if (target.node === undefined) continue;
  entryPoints[target.node.replace("./dist/node/", "").replace(/\.js$/, "")] = join(root, target.default);
}
const missing = Object.values(entryPoints).filter((path) => !existsSync(path));
if (missing.length > 0) process.stderr.write(`no such entry: ${missing.map((path) => relative(root, path)).join(", ")}\n`);
const { metafile } = await build({
  entryPoints: Object.fromEntries(Object.entries(entryPoints).filter(([, path]) => existsSync(path))),
  outdir: join(dist, "node"),
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  // Dependencies are bundled, since Node would read all of a package of which little is used; optional and heavy ones never are.
  external: Object.keys({ ...manifest.devDependencies, ...manifest.peerDependencies }),
  minifyWhitespace: true,
  minifySyntax: true,
  chunkNames: "shared-[hash]",
  // Packages in CommonJS (commander) ask for Node's own modules with `require`, which an ES module does not have.
  banner: { js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);' },
  metafile: true,
  logLevel: "warning",
}).catch(() => process.exit(1));

/** Licences of the packages whose code is in the bundles, as they ask. */
const bundled = [...new Set(Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))].sort();
const licences = bundled.map((name) => {
  const folder = join(root, "node_modules", name);
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return `${name} ${version} (${license})\n\n${file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync(join(dist, "node", "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));

const command = join(dist, "node", "ridgepoint.js");
if (existsSync(command)) chmodSync(command, 0o755);

if (compiled.status !== 0 || missing.length > 0) process.exit(compiled.status || 1);
writeFileSync(stamp, "");
