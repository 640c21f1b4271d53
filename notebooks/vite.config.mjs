// Notebook Kit names its standard library (Plot, Inputs, d3, html, tex) on a CDN. This plugin names the copies installed in
// node_modules instead, for the preview and the build alike, so that a built page makes no request off its own origin.
// A transform and not an alias: the preview server does not resolve absolute addresses.

/** What the notebooks use of it (of d3 only what Plot imports, so that the rest can be left out of a page); the rest stays where it is, is never asked for, and a test would notice if it were. */
const served = new Set(["@observablehq/plot", "@observablehq/inputs", "htl", "katex"]);
const address = /(["'])https:\/\/cdn\.jsdelivr\.net\/npm\/((?:@[^/@"']+\/)?[^/@"']+)(?:@[^/"']+)?(\/[^"']*)?(?=["'])/g;

const offline = {
  name: "ridgepoint-offline",
  enforce: "pre",
  transform(code, id) {
    if (!code.includes("cdn.jsdelivr.net/npm/")) return null;
    const files = []; // Files named by plain strings (.css) become ?url imports.
    const body = code.replace(address, (match, quote, name, path = "") => {
      if (!served.has(name)) return match;
      const isModule = path === "" || path.endsWith("/+esm");
      if (isModule || id.split("?")[0].endsWith(".css")) return quote + name + path.replace(/\/\+esm$/, "");
      files.push(`import file${files.length} from ${JSON.stringify(`${name}${path}?url`)};\n`);
      return `${quote}${quote} + file${files.length - 1} + ${quote}`;
    });
    return { code: files.join("") + body, map: null };
  },
};

export default {
  plugins: [offline],
  worker: { format: "es", plugins: () => [offline] },
  // Pre-bundling would bypass the plugin.
  optimizeDeps: { exclude: ["observable:runtime"] },
  // Sources, hardware and the packages lie above the notebooks.
  server: { fs: { strict: false } },
  build: { chunkSizeWarningLimit: 2000 },
};
