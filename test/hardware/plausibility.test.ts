import { describe, expect, it } from "vitest";
import type { NodeFile } from "../../src/hardware/file.ts";
import { numberOf, quantityOf } from "../../src/hardware/read-fields.ts";
import { files } from "./files.ts";
import { device, devices, fabrics, nodes, storages, type Device } from "../../src/hardware/index.ts";

const accelerators = devices().filter(({ kind }) => kind === "accelerator");

/** Fails naming every entry whose figure is known and lies outside the bounds. */
function within<T extends { readonly id: string }>(list: readonly T[], figure: (each: T) => number | null | undefined, low: number, high: number): void {
  const known = list.map((each) => ({ id: each.id, figure: figure(each) })).filter((each): each is { id: string; figure: number } => each.figure != null);
  expect(known.length).toBeGreaterThan(0);
  expect(known.filter(({ figure: value }) => !(value >= low && value <= high))).toEqual([]);
}

const hbm = (each: Device): number | null => (each.tiers[0].name === "sram" ? null : each.tiers[0].bandwidthBytesPerSecond);

describe("figures are plausible", () => {
  it("memory: 16 GB to 1 TB, 100 GB/s to 10 TB/s off chip", () => {
    within(accelerators.filter((each) => each.tiers[0].name !== "sram"), (each) => each.tiers[0].capacityBytes, 15e9, 1e12);
    within(devices(), hbm, 0.1e12, 10e12);
    within(devices().filter((each) => each.tiers[0].name === "sram"), (each) => each.tiers[0].bandwidthBytesPerSecond, 50e12, 30e15);
  });

  it("ridge point of bf16: 20 to 700 FLOP per byte", () => {
    const ridge = (each: Device): number | null => {
      const peak = each.matrixFlopsPerSecond.bf16;
      const bandwidth = hbm(each);
      return peak === undefined || bandwidth === null ? null : peak / bandwidth;
    };
    within(accelerators, ridge, 20, 700);
    // 989.43e12 / 3.35e12, both of the H100 SXM5 datasheet.
    expect(ridge(device("h100-sxm5-80"))).toBeCloseTo(295.4, 1);
  });

  it("peaks are dense: a narrower float is never slower, fp8 at most twice bf16, fp4 at most four times fp8", () => {
    for (const { id, matrixFlopsPerSecond: peak } of accelerators) {
      if (peak.bf16 !== undefined && peak.fp8 !== undefined) {
        expect(peak.fp8 / peak.bf16, id).toBeGreaterThanOrEqual(1);
        expect(peak.fp8 / peak.bf16, id).toBeLessThanOrEqual(2.05);
      }
      if (peak.fp8 !== undefined && peak.fp4 !== undefined) {
        expect(peak.fp4 / peak.fp8, id).toBeGreaterThanOrEqual(1);
        expect(peak.fp4 / peak.fp8, id).toBeLessThanOrEqual(4);
      }
      if (peak.tf32 !== undefined && peak.bf16 !== undefined) expect(peak.tf32, id).toBeLessThanOrEqual(peak.bf16);
    }
  });

  it("what was measured is below the peak and above a third of it", () => {
    within(accelerators, ({ measured, matrixFlopsPerSecond: peak }) => ratio(measured.bf16FlopsPerSecond, peak.bf16), 0.33, 1);
    within(accelerators, ({ measured, matrixFlopsPerSecond: peak }) => ratio(measured.fp8FlopsPerSecond, peak.fp8), 0.33, 1);
    within(accelerators, (each) => ratio(each.measured.memoryBytesPerSecond, hbm(each)), 0.33, 1);
    within(accelerators, ({ measured }) => measured.kernelLaunchSeconds, 1e-6, 10e-6);
  });

  it("links: host 10 to 500 GB/s, NICs 3 to 100 GB/s, scale-up 15 GB/s (PCIe 3) to 1 TB/s; without a network a device is alone", () => {
    within(accelerators, (each) => each.hostLinkBytesPerSecond, 10e9, 500e9);
    within(accelerators, (each) => each.scaleOut.bytesPerSecond, 3e9, 100e9);
    within(accelerators, (each) => each.scaleUp.bytesPerSecond, 15e9, 1000e9);
    for (const each of accelerators) {
      const { scaleUp } = each;
      if (scaleUp.topology === "pcie") expect(scaleUp.bytesPerSecond, each.id).toBe(each.hostLinkBytesPerSecond);
      if (scaleUp.topology === "none") expect([scaleUp.bytesPerSecond, scaleUp.domainDevices], each.id).toEqual([null, 1]);
      if (scaleUp.domainDevices !== null) expect(Number.isInteger(scaleUp.domainDevices) && scaleUp.domainDevices > 0, each.id).toBe(true);
    }
  });

  it("power 25 W to 30 kW, idle below TDP; clocks 0.5 to 4 GHz; years 2016 to 2026", () => {
    within(devices(), (each) => each.tdpWatts, 25, 30e3);
    within(devices(), (each) => ratio(each.idleWatts, each.tdpWatts), 0.01, 0.9);
    within(devices(), (each) => each.clockHertz, 0.5e9, 4e9);
    within(devices(), (each) => each.releaseYear, 2016, 2026);
  });

  it("prices 0.1 to 15 USD per device-hour, spot below on-demand of the same provider", () => {
    within(devices().flatMap(({ id, prices }) => prices.map((price) => ({ id, price }))), ({ price }) => price.usdPerDeviceHour, 0.1, 15);
    for (const { id, prices } of devices()) {
      for (const spot of prices.filter(({ kind }) => kind === "spot")) {
        const dear = prices.filter(({ kind, provider }) => kind === "on-demand" && provider === spot.provider);
        for (const price of dear) expect(spot.usdPerDeviceHour, id).toBeLessThan(price.usdPerDeviceHour);
      }
    }
  });

  it("fabrics 10 GB/s to 2 TB/s with 0.1 to 10 µs; drives 2 to 20 GB/s, inside never slower than outside", () => {
    within(fabrics(), (each) => each.bytesPerSecond, 10e9, 2e12);
    within(fabrics(), (each) => each.latencySeconds, 0.1e-6, 10e-6);
    within(storages(), (each) => each.externalBytesPerSecond, 2e9, 20e9);
    within(storages(), (each) => ratio(each.internalBytesPerSecond, each.externalBytesPerSecond), 1, 10);
  });

  it("nodes hold their devices: memory labels add up to the node's, the scale-up rate is the device's", () => {
    for (const each of nodes()) {
      expect(each.deviceIds.length, each.id).toBeGreaterThan(0);
      const [id = ""] = each.deviceIds;
      const own = device(id).scaleUp.bytesPerSecond;
      if (own !== null && each.scaleUpBytesPerSecond !== null) expect(each.scaleUpBytesPerSecond, each.id).toBe(own);
      expect(each.topology, each.id).toBe(device(id).scaleUp.topology);
    }
    // A decimal label of the node against what software sees of one device: 10⁹/2³⁰ = 0.93 at the least.
    for (const { sort, json } of files) {
      if (sort !== "node") continue;
      const { id, devices: [first = ""], deviceCount, deviceMemory } = json as NodeFile;
      const total = quantityOf(deviceMemory, "bytes");
      if (total !== null) within([{ id }], () => ratio(total / (numberOf(deviceCount) ?? 0), device(first).tiers[0].capacityBytes), 0.92, 1.01);
    }
  });

  it("no figure of any entry is NaN, infinite or negative", () => {
    const wrong: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === "number" && !(value > 0 && value < Infinity)) wrong.push(`${path} = ${value}`);
      else if (typeof value === "object" && value !== null) for (const [key, part] of Object.entries(value)) visit(part, `${path}.${key}`);
    };
    for (const each of [...devices(), ...nodes(), ...fabrics(), ...storages()]) visit(each, each.id);
    expect(wrong).toEqual([]);
  });
});

function ratio(a: number | null | undefined, b: number | null | undefined): number | null {
  return a == null || b == null ? null : a / b;
}
