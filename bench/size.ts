import { join } from "node:path";
import type { Figure } from "./figure.ts";
import { bundledBytes } from "./bundle.ts";

const dist = join(process.cwd(), "dist");

/** Bytes that a page downloads. */
export async function run(): Promise<readonly Figure[]> {
  const method = "esbuild, minified, gzip level 9, for the browser";
  const all = `export * from ${JSON.stringify(join(dist, "index.js"))}`;
  return [
    { name: "core", value: await bundledBytes(all, { catalogues: false }), unit: "B", method: `${method}, without the catalogues`, bar: { atMost: 60_000 } },
    { name: "core with catalogues", value: await bundledBytes(all, { catalogues: true }), unit: "B", method },
  ];
}
