import { describe, expect, it } from "vitest";
import { device, resolveHardware, type HardwareInput } from "../../src/hardware/index.ts";
import { deviceFiles } from "./files.ts";

const GiB = 2 ** 30;

describe("resolveHardware", () => {
  it("a device alone is itself", () => {
    const { device: alone, node, host, attachedTiers, devicesPerHost, warnings } = resolveHardware("H100");
    expect(alone).toBe(device("h100-sxm5-80"));
    expect([node, host, devicesPerHost, attachedTiers, warnings]).toEqual([null, null, null, [], []]);
  });

  it("a node replaces links and the size of the network, and gives one object for the same parts", () => {
    const composed = resolveHardware("h100", { node: "dgx-h100" });
    expect(composed.device).toMatchObject({ hostLinkBytesPerSecond: 64e9, scaleUp: { domainDevices: 8, bytesPerSecond: 450e9 }, scaleOut: { bytesPerSecond: 50e9 } });
    expect(composed.devicesPerHost).toBe(8);
    expect(resolveHardware("H100", { node: "node-dgx-h100" }).device).toBe(composed.device);
    expect(resolveHardware("sn40l", { node: "node-sn40l-8" }).device.scaleUp.domainDevices).toBe(8);
    expect(resolveHardware("sn40l").device.scaleUp.domainDevices).toBe(16);
  });

  it("a node of other devices is allowed and told", () => {
    expect(resolveHardware("mi300x", { node: "dgx-h100" }).warnings).toEqual(["DGX H100 (8x H100 SXM) is built of h100-sxm5-80, not of mi300x."]);
  });

  it("host DRAM is read at the slower of its own rate and the link", () => {
    // DDR5-4800 on 8 channels is 307.2 GB/s; PCIe 5.0 x16 is 63 GB/s.
    expect(resolveHardware("h100", { host: "xeon-8480plus" }).attachedTiers).toEqual([
      { name: "host", technology: "DDR5-4800, 8 channels", capacityBytes: null, bandwidthBytesPerSecond: 63e9, ownBytesPerSecond: 307.2e9, linkBytesPerSecond: 63e9, count: 1, sourceId: "xeon-8480plus" },
    ]);
  });

  it("a node's host memory counts even where its CPU is not in the catalogue", () => {
    const { attachedTiers, devicesPerHost } = resolveHardware("tpu-v5e", { node: "tpu-v5e-pod" });
    expect(attachedTiers).toMatchObject([{ name: "host", capacityBytes: 512 * GiB, bandwidthBytesPerSecond: 15e9, sourceId: "node-tpu-v5e-pod" }]);
    expect(devicesPerHost).toBe(8);
  });

  it("Grace's memory is a tier of the superchip and is not counted again", () => {
    for (const options of [{}, { host: "grace-cpu" }]) {
      const { host, attachedTiers, device: gh200 } = resolveHardware("gh200-96", options);
      expect(host?.id).toBe("grace-cpu");
      expect(attachedTiers).toEqual([]);
      expect(gh200.tiers[1]?.name).toBe("lpddr");
    }
    expect(resolveHardware("h100", { host: "grace-cpu" }).attachedTiers).toMatchObject([{ name: "host", capacityBytes: 480 * GiB }]);
  });

  it("drives add up until the host link is full", () => {
    const tier = (count: number) => resolveHardware("a100", { storage: [{ id: "instcsd-emulated", count }] }).attachedTiers[0];
    expect(tier(1)).toMatchObject({ bandwidthBytesPerSecond: 7e9, ownBytesPerSecond: 11.2e9, linkBytesPerSecond: 7e9 });
    expect(tier(4)).toMatchObject({ bandwidthBytesPerSecond: 28e9, ownBytesPerSecond: 44.8e9, count: 4 });
    expect(tier(8)).toMatchObject({ bandwidthBytesPerSecond: 31e9, linkBytesPerSecond: 56e9 });
  });

  it("takes a device file inline", () => {
    const { json } = deviceFiles.find((file) => file.json.id === "gh200-144") as (typeof deviceFiles)[number];
    expect(resolveHardware({ spec: json })).toEqual(resolveHardware("gh200-144"));
  });

  it("names the field that is wrong", () => {
    const cases: readonly [HardwareInput, object, string, string][] = [
      ["h1000", {}, "unknown-hardware", "hardware"],
      ["h100", { node: "dgx" + "-z" }, "unknown-hardware", "node"],
      ["h100", { host: "h100" }, "unknown-hardware", "host"],
      ["h100", { storage: [{ id: "ssd-980pro", count: 1 }, { id: "floppy", count: 1 }] }, "unknown-hardware", "storage[1].id"],
      ["h100", { storage: [{ id: "ssd-980pro", count: 0.5 }] }, "invalid-value", "storage[0].count"],
      [{ spec: { id: "x" } }, {}, "missing-field", "hardware.spec.name"],
      [{ spec: {}, id: 1 } as HardwareInput, {}, "unknown-field", "hardware.id"],
      [7 as unknown as HardwareInput, {}, "invalid-value", "hardware"],
      [null as unknown as HardwareInput, {}, "invalid-value", "hardware"],
    ];
    for (const [hardware, options, code, path] of cases) {
      expect(() => resolveHardware(hardware, options), path).toThrow(expect.objectContaining({ code, path }));
    }
    expect(() => resolveHardware("x9", {}, "disaggregated.prefill.hardware")).toThrow(/^disaggregated\.prefill\.hardware = "x9"/);
  });
});
