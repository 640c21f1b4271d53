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

/** Bundles by name: the library's entries as the exports map names them. */
const entryPoints = {};
for (const target of Object.values(manifest.exports)) {
  if (target.node !== undefined) entryPoints[target.node.replace("./dist/node/", "").replace(/\.js$/, "")] = join(root, target.default);
}
const command = { ridgepoint: join(dist, "cli", "main.js") };
/** Observable Plot and a document, for the command's pictures alone: the command loads this file when it is asked for one. */
const drawing = { drawing: join(dist, "cli", "output", "drawing.js") };
const missing = Object.values({ ...entryPoints, ...command, ...drawing }).filter((path) => !existsSync(path));
if (missing.length > 0) process.stderr.write(`no such entry: ${missing.map((path) => relative(root, path)).join(", ")}\n`);

const options = {
  outdir: join(dist, "node"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  // Dependencies are bundled, since Node would read all of a package of which little is used; optional and heavy ones never are.
  external: Object.keys({ ...manifest.devDependencies, ...manifest.peerDependencies }),
  // Names too: Node parses all of the text before anything runs. dist/ beside it has every file as it was written.
  minify: true,
  chunkNames: "shared-[hash]",
  metafile: true,
  logLevel: "warning",
};
/** linkedom's readers of HTML and of style sheets are 350 kB; a picture is made in an empty document and has nothing to read. */
const withoutReaders = {
  name: "without-readers",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(cssomnom|htmlparser2)(\/|$)/ }, ({ path }) => ({ path, namespace: "without" }));
    onLoad({ filter: /.*/, namespace: "without" }, () => ({ contents: "export const parse = () => null; export class Parser {}" }));
  },
};
const present = (entries) => Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
// The entries share chunks, so that an error of one is an instance of the other's class. The command stands alone in one file:
// its verbs, which load on demand, would cut what is shared into dozens of chunks and slow every import of the library.
const bundles = await Promise.all([
  build({ ...options, entryPoints: present(entryPoints), splitting: true }),
  build({
    ...options,
    entryPoints: present(command),
    external: [...options.external, "./drawing.js"],
    // commander is CommonJS and asks for Node's own modules by `require`.
    banner: { js: 'import { createRequire } from "node:module";const require = createRequire(import.meta.url);' },
  }),
  build({
    ...options, plugins: [withoutReaders], entryPoints: present(drawing), external: options.external.filter((name) => !/^(@observablehq\/plot|d3|linkedom)$/.test(name)),
  }),
]).catch(() => process.exit(1));

/** Licences of the packages whose code is in the bundles, as they ask. */
const bundled = [...new Set(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))].sort();
const licences = bundled.map((name) => {
  const folder = join(root, "node_modules", name);
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return `${name} ${version} (${license})\n\n${file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync(join(dist, "node", "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));

const bin = join(dist, "node", "ridgepoint.js");
if (existsSync(bin)) chmodSync(bin, 0o755);

if (compiled.status !== 0 || missing.length > 0) process.exit(compiled.status || 1);
writeFileSync(stamp, "");
