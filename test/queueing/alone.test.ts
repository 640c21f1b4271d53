import { build } from "esbuild";
import { describe, expect, it } from "vitest";

describe("ridgepoint/queueing on its own", () => {
  it("holds nothing of accelerators, models or the command, and runs", async () => {
    const { metafile, outputFiles } = await build({ entryPoints: ["src/queueing/index.ts"], bundle: true, write: false, metafile: true, minify: true, format: "esm", platform: "browser" });
    const folders = new Set(Object.keys(metafile.inputs).map((path) => /^(?:.*node_modules\/([^/]+)|src\/([^/]+))/.exec(path)?.slice(1).find(Boolean)));
    expect([...folders].sort()).toEqual(["fft.js", "numerics", "pure-rand", "quantities", "queueing", "workloads"]);
    const code = Buffer.from(outputFiles[0]!.contents);
    const { answerQueue } = (await import(`data:text/javascript;base64,${code.toString("base64")}`)) as typeof import("../../src/queueing/index.ts");
    const { values } = answerQueue({ kind: "queue", arrivals: { process: "poisson", rate_per_s: 0.6 }, discipline: "fcfs", service: { dist: "exponential", mean: 1 } });
    expect(values["mean_wait_s"]).toBeCloseTo(1.5, 12);
  });
});
