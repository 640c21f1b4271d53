import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundledBytes } from "../../bench/bundle.ts";
import { root } from "./pack.ts";

/** Budget of the core, minified and gzipped, without the two catalogues. */
const CORE_BYTES = 60_000;
const index = JSON.stringify(join(root, "dist/index.js"));

describe("size", () => {
  it(`the whole core is under ${CORE_BYTES / 1000} kB`, async () => {
    expect(await bundledBytes(`export * from ${index}`, { catalogues: false })).toBeLessThan(CORE_BYTES);
  });

  it("what is not used is not bundled", async () => {
    const all = await bundledBytes(`export * from ${index}`, { catalogues: true });
    const errors = await bundledBytes(`export { RidgepointError } from ${index}`, { catalogues: true });
    expect(errors).toBeLessThan(0.05 * all);
  });
});
