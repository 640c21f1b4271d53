import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { device, deviceIds, devices, fabric, fabrics, host, node, nodes, storage, storages } from "../../src/hardware/index.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";
import { deviceFiles } from "./files.ts";

function failure(run: () => unknown): RidgepointError {
  try {
    run();
  } catch (error) {
    if (error instanceof RidgepointError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("look-up", () => {
  it("finds every id, in any case, and gives the same object each time", () => {
    for (const id of deviceIds()) {
      expect(device(id).id).toBe(id);
      expect(device(id.toUpperCase())).toBe(device(id));
    }
    for (const { id } of nodes()) expect(node(id.slice("node-".length))).toBe(node(id));
    for (const { id } of fabrics()) expect(fabric(id.slice("fabric-".length))).toBe(fabric(id));
    for (const { id } of storages()) expect(storage(id).id).toBe(id);
  });

  it("finds every alias that a file declares", () => {
    for (const { json } of deviceFiles) for (const alias of json.aliases ?? []) expect(device(alias).id, alias).toBe(json.id);
    expect(["H100", "h200", "B200", "a100", "mi300x", "L40S", "RTX 4090", "tpu_v5e", "trillium", "Gaudi2"].map((word) => device(word).id)).toEqual([
      "h100-sxm5-80", "h200-sxm-141", "b200-sxm", "a100-sxm-80", "mi300x", "l40s", "rtx-4090", "tpu-v5e", "tpu-v6e", "gaudi2",
    ]);
  });

  it("refuses an unknown id and offers the nearest ones", () => {
    const error = failure(() => device("h100-sxm-80"));
    expect(error).toMatchObject({ code: "unknown-hardware", path: "hardware", details: { value: "h100-sxm-80" } });
    expect(error.message).toContain("did you mean h100-sxm5-80");
    expect(failure(() => node("dgx-h10", "node")).message).toContain("node-dgx-h100");
    expect(failure(() => fabric("nvlnk4")).message).toContain("fabric-nvlink4");
    expect(failure(() => storage("980pro", "storage[0].id"))).toMatchObject({ code: "unknown-hardware", path: "storage[0].id" });
    expect(failure(() => device("zzzzzzzzz")).message).toContain("ridgepoint hardware list");
  });

  it("takes only a CPU as a host", () => {
    expect(host("Grace").id).toBe("grace-cpu");
    expect(failure(() => host("h100"))).toMatchObject({ code: "unknown-hardware", path: "host" });
    expect(failure(() => host("graze")).message).toContain("grace-cpu");
  });

  it("answers any word with a device or an error of its own", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "", " ", "-")), (word) => {
      expect(failureOrId(word)).toMatch(/^(unknown-hardware|[a-z0-9.+-]+)$/);
    }), { seed: 1, numRuns: 200 });
    expect(failureOrId(7 as unknown as string)).toBe("unknown-hardware");
    expect(failureOrId("x".repeat(1e5))).toBe("unknown-hardware");
  });

  it("gives data that nobody can change", () => {
    const list = devices();
    for (const each of list) {
      expect(Object.isFrozen(each) && Object.isFrozen(each.tiers) && Object.isFrozen(each.tiers[0]) && Object.isFrozen(each.scaleUp)).toBe(true);
    }
    expect(() => { (list[0] as { tdpWatts: number }).tdpWatts = 1; }).toThrow(TypeError);
  });
});

function failureOrId(word: string): string {
  try {
    return device(word).id;
  } catch (error) {
    return error instanceof RidgepointError ? error.code : String(error);
  }
}
