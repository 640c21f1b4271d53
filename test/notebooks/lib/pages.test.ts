import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedRows } from "../../../notebooks/lib/published.ts";
import { expertsOf } from "../../../notebooks/lib/experts.ts";
import { purchaseOf } from "../../../notebooks/lib/purchase.ts";
import { fillTiers, readSeconds, shelves, usableTiers } from "../../../notebooks/lib/tiers.ts";
import { device, model, plan } from "../../../src/index.ts";

describe("purchase lists", () => {
  const answer = plan({
    model: "meta-llama/Llama-3.1-70B", ratePerSecond: 30, inputTokens: 1024, outputTokens: 256, hardware: ["h100-sxm5-80"], confirm: 0,
    objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 }, usdPerDeviceHour: { "h100-sxm5-80": 2 },
  });
  const deployment = answer.deployments[0];
  if (deployment === undefined) throw new Error("no deployment");

  it("add spare engines, fill whole nodes, and count power and rent of all of it", () => {
    const size = deployment.devices / deployment.plan.dp;
    const bought = purchaseOf(deployment, 3);
    expect(bought.engines).toBe(deployment.plan.dp + 3);
    expect(bought.devices).toBe(bought.engines * size);
    // A DGX H100 holds eight (https://docs.nvidia.com/dgx/dgxh100-user-guide).
    expect(bought.nodes).toBe(Math.ceil(bought.engines / Math.floor(8 / size)));
    expect(bought.watts).toBe(700 * bought.devices);
    expect(bought.usdPerMonth).toBeCloseTo(2 * bought.devices * 730.5, 6);
  });

  it("split an engine that is larger than a node over whole nodes", () => {
    expect(purchaseOf({ ...deployment, devices: 48, plan: { ...deployment.plan, tp: 8, pp: 3, dp: 2 } }, 0).nodes).toBe(6);
  });
});

describe("tiers", () => {
  const tiers = usableTiers(device("sn40l").tiers);

  it("are filled from the fastest down", () => {
    const [hbm, ddr] = fillTiers(tiers, 100 * 2 ** 30) ?? [];
    expect(hbm?.bytes).toBe(64 * 2 ** 30);
    expect(ddr?.bytes).toBe(36 * 2 ** 30);
    expect(fillTiers(tiers, 1e15)).toBeNull();
  });

  it("are read no faster together than the slowest, no slower than in turn", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1.5e12, noNaN: true }), (bytes) => {
      const filled = fillTiers(tiers, bytes) ?? [];
      const { overlapped, inTurn } = readSeconds(filled);
      expect(filled.reduce((sum, tier) => sum + tier.bytes, 0)).toBeCloseTo(bytes, -3);
      expect(overlapped).toBeLessThanOrEqual(inTurn);
      expect(inTurn).toBeLessThanOrEqual(overlapped * filled.length + 1e-12);
    }), { seed: 1, numRuns: 100 });
  });
});

describe("shelves", () => {
  it("hold whole models, and switch one in by one read", () => {
    // SN40L: 1.5 TiB of DDR at 200 GB/s (hardware/sn40l.json).
    expect(shelves(usableTiers(device("sn40l").tiers), 141e9)).toEqual([{ name: "direct-attached DDR5", models: 11, switchSeconds: 0.705 }]);
    expect(shelves(usableTiers(device("h100-sxm5-80").tiers), 141e9)).toEqual([]);
  });
});

describe("experts", () => {
  it("are found where a model has them", () => {
    expect(expertsOf(model("deepseek-ai/DeepSeek-V3"))).toMatchObject({ experts: 256, topK: 8 });
    expect(expertsOf(model("meta-llama/Llama-3.1-8B"))).toBeNull();
  });
});

describe("the published error table", () => {
  it("is read row by row, unanswered slices included, and nothing else passes for one", () => {
    const content = JSON.parse(readFileSync(new URL("../../../docs/accuracy.json", import.meta.url), "utf8")) as { readonly files: readonly { readonly figures: readonly unknown[] }[] };
    const rows = publishedRows(content);
    expect(rows).toHaveLength(content.files.reduce((sum, { figures }) => sum + figures.length, 0));
    for (const row of rows ?? []) {
      expect(row.file).not.toBe("");
      expect(row.answered === 0 ? row.medianError === undefined : (row.medianError ?? -1) >= 0).toBe(true);
    }
    expect(publishedRows({})).toBeNull();
    expect(publishedRows(null)).toBeNull();
  });
});

describe("the template", () => {
  it("links to every notebook there is", async () => {
    const { notebooks } = (await import("../../../scripts/notebooks.mjs" as string)) as { readonly notebooks: readonly string[] };
    const text = readFileSync(new URL("../../../notebooks/template.html", import.meta.url), "utf8");
    const contents = readFileSync(new URL("../../../notebooks/index.html", import.meta.url), "utf8");
    expect(notebooks.length).toBeGreaterThanOrEqual(12);
    for (const name of notebooks) {
      expect(text).toContain(`href="./${name}"`);
      if (name !== "index.html") expect(contents).toContain(`href="./${name}"`);
    }
  });
});
