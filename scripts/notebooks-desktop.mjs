// Copies of the notebooks for Observable Desktop, which imports JavaScript and no TypeScript: what their cells import is bundled beside
// them, the library from its build in dist/ (`npm run build` first), and the cells name the bundles.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { notebooks } from "./notebooks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "notebooks");
const imported = /(\bfrom\s+"|\bimport\(")(\.{1,2}\/[^"]+)(")/g;

/** The built file of a source of the library; whatever is no library stays. */
function built(path) {
  const inside = relative(join(root, "src"), path);
  return inside.startsWith("..") ? path : join(root, "dist", inside.replace(/\.ts$/, ".js"));
}

const fromBuild = {
  name: "library-from-its-build",
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const target = built(resolve(resolveDir, path));
      return existsSync(target) ? { path: target } : null;
    });
    // Files as text, and what Vite alone understands: the published error table where there is one.
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path.replace(/\?raw$/, "")), namespace: "text" }));
    build.onLoad({ filter: /.*/, namespace: "text" }, ({ path }) => ({ contents: readFileSync(path, "utf8"), loader: "text" }));
    build.onLoad({ filter: /notebooks\/lib\/accuracy\.ts$/ }, ({ path }) => {
      const table = join(root, "docs/accuracy.json");
      const held = existsSync(table) ? JSON.stringify({ table: JSON.parse(readFileSync(table, "utf8")) }) : "{}";
      return { contents: readFileSync(path, "utf8").replace(/import\.meta\.glob\([^)]*\)/, held), loader: "ts", resolveDir: dirname(path) };
    });
  },
};

/** Writes the copies into a folder and returns their names. */
export async function desktop({ out = join(folder, ".observable/desktop") } = {}) {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error("dist/ is not there: npm run build first");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const entries = new Map();
  const bundleOf = (specifier) => {
    const [path, query = ""] = resolve(folder, specifier).split("?");
    const name = `${relative(root, path).replace(/^(src|notebooks\/lib|docs)\//, "").replace(/\.\w+$/, "").replaceAll("/", "-")}`;
    entries.set(name, query === "raw" ? `export { default } from ${JSON.stringify(`${path}?raw`)};` : `export * from ${JSON.stringify(built(path))};`);
    return `./modules/${name}.js`;
  };
  for (const name of notebooks) {
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(out, name), text.replace(imported, (_, before, specifier, after) => before + bundleOf(specifier) + after));
  }
  await esbuild.build({
    entryPoints: [...entries.keys()].map((name) => ({ in: `entry:${name}`, out: name })),
    bundle: true, splitting: true, format: "esm", target: "es2022", outdir: join(out, "modules"), logLevel: "error",
    plugins: [{
      name: "entries",
      setup(build) {
        build.onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice("entry:".length), namespace: "entry" }));
        build.onLoad({ filter: /.*/, namespace: "entry" }, ({ path }) => ({ contents: entries.get(path), resolveDir: root, loader: "js" }));
        build.onResolve({ filter: /^\//, namespace: "entry" }, ({ path }) => (path.endsWith("?raw") ? { path: path.replace(/\?raw$/, ""), namespace: "text" } : { path }));
      },
    }, fromBuild],
  });
  return notebooks.map((name) => basename(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = await desktop();
  console.log(`${names.length} notebooks in ${relative(process.cwd(), join(folder, ".observable/desktop"))}`);
}
