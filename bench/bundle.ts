import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * What counts as catalogue, and is left out of a size "without the catalogues": the modules that a script writes from data,
 * the list of the models' other names and the table of engines. Devices, fabrics, nodes and drives (`hardware/catalogue.generated`), architectures
 * (`models/catalogue.generated`, `models/catalogue/aliases`), the documented settings of engines (`deployments/catalogue/engines`), and the fitted offsets of the constants
 * (`constants/fitted/*.generated`). They hold figures and no code. Everything else counts: the constants' own priors and bounds,
 * the sentences that say where they come from, published workloads, grids, schemas, and the dependencies that are bundled.
 */
const CATALOGUE = /(\.generated|\bcatalogue\/(aliases|engines))\.js$/;

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
          if (!options.catalogues) bundle.onResolve({ filter: CATALOGUE }, ({ path }) => ({ path, external: true }));
        },
      },
    ],
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error("the bundler wrote nothing");
  return gzipSync(output.contents, { level: 9 }).length;
}
