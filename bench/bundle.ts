import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * What counts as catalogue, and is left out of a size "without the catalogues": modules that hold figures and no code. Those that a
 * script writes from data (`*.generated`: devices, fabrics, nodes and drives, architectures, fitted offsets), the other names of
 * models (`models/catalogue/aliases`), settings of engines and published recipes (`deployments/catalogue`), and the priors of the
 * constants (`constants`). Everything else counts: published workloads, grids, schemas, and the dependencies that are bundled.
 */
const FIGURES = /(\.generated|\bcatalogue\/(aliases|engines|recipes))\.js$/;
const PRIORS = /\/(attention|collectives|elementwise|gemm|grouped-gemm|mla|power|steps|unfused)\.js$/;

/** Bytes that a browser downloads for an ES module, given as text: bundled, minified, gzipped; with or without the catalogues. */
export async function bundledBytes(code: string, options: { readonly catalogues: boolean }): Promise<number> {
  const result = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    logLevel: "silent",
    plugins: [
      {
        name: "without-catalogues",
        setup(bundle): void {
          if (options.catalogues) return;
          bundle.onResolve({ filter: FIGURES }, ({ path }) => ({ path, external: true }));
          bundle.onResolve({ filter: PRIORS }, ({ path, resolveDir }) => (resolveDir.endsWith("/constants") ? { path, external: true } : undefined));
        },
      },
    ],
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error("the bundler wrote nothing");
  return gzipSync(output.contents, { level: 9 }).length;
}
