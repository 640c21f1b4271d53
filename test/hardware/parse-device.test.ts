import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { device, parseDevice } from "../../src/hardware/index.ts";
import { RidgepointError, type Problem } from "../../src/quantities/errors.ts";
import { deviceFiles, parts } from "./files.ts";

const small = { id: "mine", name: "Mine", kind: "accelerator", memory: [{ tier: "hbm", usable: "48 GiB", bandwidth: "2 TB/s" }] } as const;

function problems(json: unknown): readonly Problem[] {
  try {
    parseDevice(json, "spec");
  } catch (error) {
    if (error instanceof RidgepointError) return error.details.problems ?? [];
    throw error;
  }
  return [];
}

/** A copy of a JSON value with the part at one path replaced. */
function replaced(value: unknown, path: string, part: unknown): unknown {
  const copy = structuredClone(value);
  const keys = path.replaceAll("[", ".").replaceAll("]", "").split(".");
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys.at(-1) as string] = part;
  return copy;
}

describe("parseDevice", () => {
  it("reads an own device in short", () => {
    const mine = parseDevice({
      ...small,
      family: "nvidia-hopper",
      compute: { matrix: { bf16: "500 TFLOP/s", fp8: { value: 1, unit: "PFLOP/s", sources: ["S"] } } },
      links: { host: { bandwidth: "400 Gb/s" }, scaleUp: { topology: "switched", domain: 16, fabric: "fabric-nvlink4" } },
      sources: { S: { title: "Measured here", url: null } },
    });
    expect(mine.tiers[0]).toEqual({ name: "hbm", technology: null, capacityBytes: 48 * 2 ** 30, bandwidthBytesPerSecond: 2e12 });
    expect(mine.matrixFlopsPerSecond).toEqual({ bf16: 500e12, fp8: 1e15 });
    expect(mine.hostLinkBytesPerSecond).toBe(50e9);
    // A named fabric lends its bandwidth.
    expect(mine.scaleUp).toMatchObject({ bytesPerSecond: 450e9, domainDevices: 16 });
    expect([mine.tdpWatts, mine.vendor, mine.prices]).toEqual([null, "unknown", []]);
  });

  it("reads the text of a file, and a file of the catalogue gives the catalogue's device", () => {
    expect(parseDevice(JSON.stringify(small)).id).toBe("mine");
    for (const { json } of deviceFiles) expect(parseDevice(json)).toEqual(device(json.id));
  });

  it("reads a label as GiB, a usable capacity as written", () => {
    const capacity = (memory: object): number | null => parseDevice({ ...small, memory: [{ tier: "hbm", ...memory }] }).tiers[0].capacityBytes;
    expect(capacity({ label: "80 GB" })).toBe(80 * 2 ** 30);
    expect(capacity({ label: "80 GiB" })).toBe(80 * 2 ** 30);
    expect(capacity({ usable: "80 GB" })).toBe(80e9);
    expect(capacity({ label: "1.5 TB" })).toBe(1.5 * 2 ** 40);
    expect(capacity({})).toBeNull();
  });

  it("tells every fault at once, each with its path", () => {
    const wrong = {
      id: "Mine!",
      kind: "gpu",
      memory: [{ tier: "hbm", usable: "48 GB/s", bandwidth: { value: -2, unit: "TBps", sources: [] } }],
      compute: { matrix: { bf16: { value: 3, unit: "TFLOP/s", sources: ["X"], colour: 1 }, fp9: "1 TFLOP/s" } },
      power: { tdp: "seven" },
      nmae: "x",
    };
    expect(problems(wrong).map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      "invalid-value spec.id",
      "invalid-value spec.kind",
      "invalid-value spec.memory[0].bandwidth.sources",
      "invalid-value spec.memory[0].bandwidth.unit",
      "invalid-value spec.memory[0].bandwidth.value",
      "invalid-value spec.memory[0].usable",
      "invalid-value spec.power.tdp",
      "missing-field spec.name",
      "unknown-field spec.compute.matrix.bf16.colour",
      "unknown-field spec.compute.matrix.fp9",
      "unknown-field spec.nmae",
    ]);
    for (const { path, message } of problems(wrong)) expect(message.startsWith(path)).toBe(true);
  });

  it("tells a tag that nothing explains and a fabric that does not exist", () => {
    const wrong = { ...small, power: { tdp: { value: 1, unit: "W", sources: ["A"] } }, links: { scaleUp: { topology: "mesh", fabric: "nvlink4" } } };
    expect(problems(wrong).map(({ path }) => path).sort()).toEqual(["spec.links.scaleUp.fabric", "spec.power.tdp.sources"]);
  });

  it("refuses what is not a device", () => {
    expect(() => parseDevice("{", "file.json")).toThrow(expect.objectContaining({ code: "invalid-json", path: "file.json" }));
    for (const json of [null, 3, [], "[]", undefined]) expect(() => parseDevice(json)).toThrow(RidgepointError);
    expect(problems({ ...small, memory: [] }).map(({ path }) => path)).toEqual(["spec.memory"]);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 0, -1]) {
      expect(problems({ ...small, power: { tdp: { value, unit: "W", sources: ["A"] } } }).map(({ path }) => path), String(value)).toContain("spec.power.tdp.value");
    }
  });

  it("answers any JSON with a device or with errors of its own", () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.string()), (json) => {
      expect(problems(json).length).toBeGreaterThan(0);
    }), { seed: 1, numRuns: 300 });
  });

  it("answers a file in which one part was replaced by anything likewise, naming that part or one inside it", () => {
    const bases = deviceFiles.filter(({ json }) => ["h100-sxm5-80", "gb200", "tpu-v5e"].includes(json.id)).map(({ json }) => json);
    const spots = bases.flatMap((json) => [...parts(json)].filter(([path]) => path !== "").map(([path]) => ({ json, path })));
    fc.assert(fc.property(fc.constantFrom(...spots), fc.jsonValue({ maxDepth: 2 }), ({ json, path }, part) => {
      const found = problems(replaced(json, path, part));
      // A wrong part is named, or the part that holds it, or tags that lost their explanation.
      for (const problem of found) {
        const related = problem.path.startsWith(`spec.${path}`) || `spec.${path}`.startsWith(problem.path) || path.startsWith("sources");
        expect(related, `${problem.message} after ${path}`).toBe(true);
      }
      if (found.length === 0) for (const tier of parseDevice(replaced(json, path, part)).tiers) expect(tier.capacityBytes ?? 1).toBeGreaterThan(0);
    }), { seed: 1, numRuns: 500 });
  });
});
