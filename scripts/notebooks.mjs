// The notebooks: `build [--out FOLDER] [NOTEBOOK…]` into notebooks/.observable/dist, `preview [--port N]` with live reload,
// `serve [--port N]` for what was built. The site is static and asks nothing of any other origin: any web server will do.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { config, observable } from "@observablehq/notebook-kit/vite";
import * as vite from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "notebooks");
const template = join(folder, "template.html");
export const dist = join(folder, ".observable/dist");

/** Every notebook of the folder; the template is none. */
export const notebooks = readdirSync(folder).filter((name) => name.endsWith(".html") && name !== "template.html").sort();

/** What Notebook Kit's own command would do; `notebooks/vite.config.mjs` is read beside it. */
function kit() {
  const { resolve: { alias, ...rest }, ...options } = config();
  // Vite warns of aliases that resolve for themselves: plugins do the same.
  const [own, plain] = [true, false].map((resolves) => alias.filter(({ customResolver }) => (customResolver !== undefined) === resolves));
  const resolvers = own.map(({ find, customResolver }) => ({ name: `ridgepoint-resolve ${find}`, enforce: "pre", resolveId: (source) => (find.test(source) ? customResolver(source) : null) }));
  return { ...options, resolve: { ...rest, alias: plain }, root: folder, plugins: [...resolvers, observable({ template })] };
}

/** A link in the header to the site that the notebooks are part of. */
const linkHome = (home) => ({
  name: "ridgepoint-home",
  transformIndexHtml: { order: "post", handler: (html) => html.replace('<nav aria-label="Site">', `$&\n        <a href="${home}">Docs</a>`) },
});

/** Builds notebooks (all unless told) into a folder, which is emptied before; `home` is the address of a site around them, seen from there. */
export async function build({ out = dist, names = notebooks, quiet = false, home } = {}) {
  const { plugins, ...options } = kit();
  await vite.build({
    ...options, plugins: home === undefined ? plugins : [...plugins, linkHome(home)], base: "./", ...(quiet ? { logLevel: "error" } : {}),
    build: { outDir: out, emptyOutDir: true, reportCompressedSize: !quiet, rollupOptions: { input: names.map((name) => join(folder, name)), checks: { bundlerTimings: false } } },
  });
}

/** Serves the notebooks as they are being written. */
export async function preview({ port } = {}) {
  const server = await vite.createServer({ ...kit(), base: "/", server: { port, open: "/index.html" } });
  await server.listen();
  server.printUrls();
  return server;
}

/** Serves what was built. */
export async function serve({ port, out = dist, quiet = false } = {}) {
  const server = await vite.preview({ root: folder, configFile: false, build: { outDir: out }, preview: { port, host: "127.0.0.1" }, appType: "mpa" });
  if (!quiet) server.printUrls();
  return server;
}

const usage = "usage: node scripts/notebooks.mjs build [--out FOLDER] [--home ADDRESS] [NOTEBOOK…] | preview [--port N] | serve [--port N] [--out FOLDER]";

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: "string" }, home: { type: "string" }, port: { type: "string" } } });
  const [verb, ...words] = positionals;
  const out = values.out === undefined ? {} : { out: resolve(values.out) };
  const port = values.port === undefined ? {} : { port: Number(values.port) };
  const names = words.map((word) => `${word.split("/").at(-1).replace(/\.html$/, "")}.html`);
  const unknown = names.filter((name) => !notebooks.includes(name));
  if (unknown.length > 0) throw new Error(`no notebook ${unknown.join(", ")}; there are ${notebooks.join(", ")}`);
  if (verb === "build") await build({ ...out, ...(values.home === undefined ? {} : { home: values.home }), ...(names.length > 0 ? { names } : {}) });
  else if (verb === "preview") await preview(port);
  else if (verb === "serve") await serve({ ...port, ...out });
  else {
    console.error(usage);
    process.exitCode = 2;
  }
}
