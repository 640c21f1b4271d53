import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * What counts as catalogue: two generated tables of JSON texts (devices, architectures) and the list of other names of the
 * models. They hold no code, and grow with the number of devices and models.
 */
const CATALOGUE = /\bcatalogue(\.generated|\/aliases)\.js$/;

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
