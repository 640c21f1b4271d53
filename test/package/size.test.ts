import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundledBytes } from "../../bench/bundle.ts";
import { root } from "./pack.ts";

const index = JSON.stringify(join(root, "dist/index.js"));
const models = JSON.stringify(join(root, "dist/models/index.js"));

/**
 * What a page downloads for a piece of code, minified and gzipped, without the catalogues (bench/bundle.ts says which files
 * those are). The core is what predicts: `predict` under every load, the simulator and own devices included, `memoryOf`, and
 * the look-up of devices and models. Search and explanation come on top. The bar of the core is the
 * budget, 60 kB; the others stand just above what is there, so that growth is seen. Encoder–decoders took 1 kB of each. The settings of
 * engines, the recipes and the priors of the constants are catalogues.
 */
const BARS = [
  { what: "the core", code: `export { device, devices, memoryOf, model, models, predict, RidgepointError } from ${index}`, kilobytes: 60 },
  { what: "the core and the planner", code: `export { device, devices, memoryOf, model, models, plan, predict, RidgepointError } from ${index}`, kilobytes: 66 },
  { what: "the whole entry", code: `export * from ${index}`, kilobytes: 91 },
  { what: "reading a config.json", code: `export { parametersOf, readConfig } from ${models}`, kilobytes: 23 },
] as const;

describe("size", () => {
  it.each(BARS)("$what stays under $kilobytes kB", async ({ code, kilobytes }) => {
    expect(await bundledBytes(code, { catalogues: false })).toBeLessThan(1000 * kilobytes);
  });

  it("what is not used is not bundled", async () => {
    const all = await bundledBytes(`export * from ${index}`, { catalogues: true });
    const errors = await bundledBytes(`export { RidgepointError } from ${index}`, { catalogues: true });
    expect(errors).toBeLessThan(0.05 * all);
  });
});
