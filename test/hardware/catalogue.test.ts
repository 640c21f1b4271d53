import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { devices, fabrics, nodes, storages } from "../../src/hardware/index.ts";
import { hardwareSchemas } from "../../src/hardware/schema.ts";
import { deviceFiles, files, folder, parts } from "./files.ts";

/** Keys of a file that hold words of its author, not figures of a source. */
const words = new Set([
  "$schema", "id", "name", "kind", "vendor", "family", "aliases", "notes", "disagreements", "sources", "devices", "host", "tier",
  "fabric", "topology", "per", "prices",
]);

/** Figures without a source, by their paths: everything that stands bare where a figure should. */
function unsourced(value: unknown, path: string): readonly string[] {
  if (value === null) return [];
  if (typeof value !== "object") return [path];
  if ("value" in value) return "sources" in value && Array.isArray(value.sources) && value.sources.length > 0 ? [] : [path];
  return Object.entries(value).flatMap(([key, part]) => (words.has(key) ? [] : unsourced(part, `${path}.${key}`)));
}

/** Tags that the figures and prices of a file name. */
function tagsOf(json: object): ReadonlySet<string> {
  const lists = [...parts({ ...json, sources: undefined })].filter(([path]) => path.endsWith(".sources"));
  return new Set(lists.flatMap(([, list]) => list as readonly string[]));
}

describe("the files of hardware/", () => {
  it("are as many as the collection has", () => {
    const count = (sub: string): number => files.filter((file) => file.sub === sub).length;
    expect(["accelerators", "cpus", "mobile", "storage", "fabrics", "nodes"].map(count)).toEqual([57, 4, 1, 6, 41, 15]);
    expect([devices().length, storages().length, fabrics().length, nodes().length]).toEqual([62, 6, 41, 15]);
  });

  it("are valid, and with an added field are not", () => {
    for (const { path, sort, json } of files) {
      const schema = hardwareSchemas()[sort];
      expect(v.safeParse(schema, json).issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`), path).toBeUndefined();
      expect(v.safeParse(schema, { ...json, color: "green" }).success, path).toBe(false);
    }
  });

  it("name a source for every figure", () => {
    expect(files.flatMap(({ path, json }) => unsourced(json, path))).toEqual([]);
    // The check itself: a bare figure and one with an empty list are found.
    expect(unsourced({ power: { tdp: "700 W", idle: { value: 1, sources: [] } } }, "x")).toEqual(["x.power.tdp", "x.power.idle"]);
  });

  it("explain every source that they name, and name every source that they explain", () => {
    for (const { path, json } of files) {
      const named = tagsOf(json);
      const explained = Object.keys(json.sources ?? {});
      expect([...named].filter((tag) => !explained.includes(tag)), path).toEqual([]);
      const prose = JSON.stringify([json.notes, "disagreements" in json ? json.disagreements : []]);
      expect(explained.filter((tag) => !named.has(tag) && !new RegExp(`\\b${tag}\\b`).test(prose)), path).toEqual([]);
    }
  });

  it("cite in full: a title, an https address where one is known, the commit of a file in a repository", () => {
    for (const { path, json } of files) {
      for (const [tag, source] of Object.entries(json.sources ?? {})) {
        expect(source.title.length, `${path} ${tag}`).toBeGreaterThan(8);
        if (source.url !== null) expect(new URL(source.url).protocol, `${path} ${tag}`).toBe("https:");
        if (source.path !== undefined) expect(source.commit ?? source.note, `${path} ${tag}`).toMatch(/^[0-9a-f]{7}|default branch/);
      }
    }
  });

  it("give a reason where sources differ, and name the figures in question", () => {
    const disagreements = deviceFiles.flatMap(({ path, json }) => (json.disagreements ?? []).map((each) => ({ path, json, ...each })));
    expect(disagreements.length).toBeGreaterThan(100);
    for (const { path, json, figures, says, choice } of disagreements) {
      const known = new Set([...parts(json)].map(([at]) => at));
      expect(figures.length, `${path}: ${says}`).toBeGreaterThan(0);
      expect(figures.filter((at) => !known.has(at)), `${path}: ${says}`).toEqual([]);
      expect(choice.length, `${path}: ${says}`).toBeGreaterThan(8);
    }
  });

  it("refer to each other by ids that exist", () => {
    const ids = new Set(files.map(({ json }) => json.id));
    const isReference = (at: string): boolean => /(^|\.)(fabric|host)$|^devices\[\d+\]$/.test(at);
    const wrong = files.flatMap(({ path, json }) => [...parts(json)]
      .filter(([at, part]) => isReference(at) && typeof part === "string" && !ids.has(part))
      .map(([at, part]) => `${path} ${at} ${String(part)}`));
    expect(wrong).toEqual([]);
    expect(ids.size).toBe(files.length);
  });

  it("quote prices with a provider, a source and the date of the quote or of its reading", () => {
    const prices = deviceFiles.flatMap(({ json }) => json.prices ?? []);
    expect(prices.length).toBe(44);
    for (const price of prices) expect(price.date ?? price.read, price.provider).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
  });
});

describe("generated files", () => {
  it("src/hardware/catalogue.generated.ts is what its script writes", async () => {
    const { render, target } = (await import("../../scripts/hardware-catalogue.mjs" as string)) as { render: () => string; target: string };
    expect(readFileSync(target, "utf8") === render(), "run: node scripts/hardware-catalogue.mjs").toBe(true);
  });

  it("hardware/schema.json is what its script writes", async () => {
    const { render } = (await import("../../scripts/hardware-schema.mjs" as string)) as { render: () => Promise<string> };
    expect(readFileSync(`${folder}schema.json`, "utf8") === (await render()), "run: node scripts/hardware-schema.mjs").toBe(true);
  });
});
