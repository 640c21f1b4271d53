import { describe, expect, it } from "vitest";
import { devices, fabrics, nodes, provenanceOf, recordOf, storages } from "../../src/hardware/index.ts";

describe("provenance", () => {
  it("tells source, text and what others say of a figure", () => {
    const found = provenanceOf("h100", "matrixFlopsPerSecond.bf16");
    expect(found).toMatchObject({ path: "compute.matrix.bf16", text: "989.43 TFLOP/s", tags: ["ST"] });
    expect(found?.sources[0]).toMatchObject({ url: "https://github.com/stas00/ml-engineering", commit: "744d01e" });
    expect(found?.disagreements[0]?.choice).toContain("989.43");
    expect(provenanceOf("h100", "compute.matrix.bf16")).toEqual(found);
    expect(provenanceOf("nvlink4", "bandwidth")?.text).toBe("450 GB/s");
    expect(provenanceOf("node-dgx-h100", "hostLink")?.text).toBe("64 GB/s");
  });

  it("is null where the catalogue does not know, and for no such field", () => {
    expect(provenanceOf("h100", "idleWatts")).toBeNull();
    expect(provenanceOf("h100", "colour")).toBeNull();
    expect(() => provenanceOf("nothing-like-it", "tdpWatts")).toThrow(expect.objectContaining({ code: "unknown-hardware" }));
  });

  it("finds the source of every figure of every device", () => {
    const missing = devices().flatMap((each) => {
      const plain = ["releaseYear", "computeUnits", "clockHertz", "sharedBytesPerUnit", "l2Bytes", "l2BytesPerSecond", "sramBytes", "sramBytesPerSecond", "hostLinkBytesPerSecond", "tdpWatts", "idleWatts"] as const;
      const fields: readonly (readonly [string, unknown])[] = [
        ...plain.map((field) => [field, each[field]] as const),
        ...Object.entries(each.matrixFlopsPerSecond).map(([format, peak]) => [`matrixFlopsPerSecond.${format}`, peak] as const),
        ...Object.entries(each.vectorFlopsPerSecond).map(([format, peak]) => [`vectorFlopsPerSecond.${format}`, peak] as const),
        ...Object.entries(each.measured).map(([field, value]) => [`measured.${field}`, value] as const),
        ...each.tiers.flatMap((tier, index) => (["technology", "capacityBytes", "bandwidthBytesPerSecond"] as const).map((field) => [`tiers[${index}].${field}`, tier[field]] as const)),
        ["scaleUp.bytesPerSecond", each.scaleUp.bytesPerSecond],
        ["scaleUp.domainDevices", each.scaleUp.topology === "none" ? null : each.scaleUp.domainDevices],
        ["scaleOut.bytesPerSecond", each.scaleOut.bytesPerSecond],
      ];
      return fields.filter(([, value]) => value !== null).filter(([field]) => (provenanceOf(each.id, field)?.sources.length ?? 0) === 0).map(([field]) => `${each.id} ${field}`);
    });
    expect(missing).toEqual([]);
  });

  it("explains every tag of every record", () => {
    for (const { id } of [...devices(), ...nodes(), ...fabrics(), ...storages()]) {
      const { figures, sources } = recordOf(id);
      for (const { path, tags } of figures) expect(tags.filter((tag) => sources[tag] === undefined), `${id} ${path}`).toEqual([]);
    }
    expect(recordOf("h100").disagreements.length).toBeGreaterThan(4);
  });
});
