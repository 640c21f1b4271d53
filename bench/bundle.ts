import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * What counts as catalogue, and is left out of a size "without the catalogues": the modules that a script writes from data, and the
 * list of the models' other names. Devices, fabrics, nodes and drives (`hardware/catalogue.generated`), architectures
 * (`models/catalogue.generated`, `models/catalogue/aliases`), and the fitted offsets of the constants
 * (`constants/fitted/*.generated`). They hold figures and no code. Everything else counts: the settings of engines, the constants' own
 * priors and bounds, published workloads, grids, schemas, and the dependencies that are bundled.
 */
const CATALOGUE = /(\.generated|\bcatalogue\/aliases)\.js$/;

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
