import { join } from "node:path";
import type { Figure } from "./figure.ts";
import { bundledBytes } from "./bundle.ts";

const dist = join(process.cwd(), "dist");

/** Bytes that a page downloads. */
export async function run(): Promise<readonly Figure[]> {
  const method = "esbuild, minified, gzip level 9, for the browser";
  const index = JSON.stringify(join(dist, "index.js"));
  const all = `export * from ${index}`;
  const core = `export { device, devices, memoryOf, model, models, predict, RidgepointError } from ${index}`;
  const alone = `${method}, without the catalogues`;
  return [
    { name: "core", value: await bundledBytes(core, { catalogues: false }), unit: "B", method: `${alone}: predict, memoryOf, look-ups`, bar: { atMost: 60_000 } },
    { name: "whole entry", value: await bundledBytes(all, { catalogues: false }), unit: "B", method: alone },
    { name: "whole entry with catalogues", value: await bundledBytes(all, { catalogues: true }), unit: "B", method },
  ];
}
