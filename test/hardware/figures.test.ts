import { describe, expect, it } from "vitest";
import { device, fabric, node, storage } from "../../src/hardware/index.ts";

const GiB = 2 ** 30;

describe("known figures", () => {
  it("H100 SXM5: datasheet peaks without sparsity, 80 GiB, NVLink 4, PCIe 5", () => {
    const h100 = device("h100-sxm5-80");
    // NVIDIA H100 datasheet, SXM column, halved where it is "with sparsity": 1979 bf16, 3958 fp8; 3.35 TB/s; 900 GB/s both ways.
    expect(h100.matrixFlopsPerSecond.bf16).toBe(989.43e12);
    expect(h100.matrixFlopsPerSecond.fp8).toBe(1979e12);
    expect(h100.matrixFlopsPerSecond.fp4).toBeUndefined();
    expect(h100.tiers).toEqual([{ name: "hbm", technology: "HBM3", capacityBytes: 80 * GiB, bandwidthBytesPerSecond: 3.35e12 }]);
    expect(h100.scaleUp).toMatchObject({ bytesPerSecond: 450e9, domainDevices: 8, topology: "switched", fabric: "fabric-nvlink4" });
    expect(h100.hostLinkBytesPerSecond).toBe(63e9);
    expect([h100.computeUnits, h100.clockHertz, h100.l2Bytes, h100.sharedBytesPerUnit]).toEqual([132, 1.83e9, 50 * 2 ** 20, 256 * 1024]);
    expect([h100.tdpWatts, h100.idleWatts, h100.measured.kernelLaunchSeconds]).toEqual([700, null, 4.71e-6]);
  });

  it("the peak follows from units and clock: 132 SMs × 4096 FLOP × 1.83 GHz = 989.4 TFLOP/s", () => {
    const { computeUnits, clockHertz, matrixFlopsPerSecond } = device("h100-sxm5-80");
    // Hopper white paper: 4 tensor cores an SM, 512 fused multiply-adds a cycle each in 16 bits.
    expect((computeUnits ?? 0) * 4 * 512 * 2 * (clockHertz ?? 0)).toBeCloseTo(matrixFlopsPerSecond.bf16 ?? 0, -11);
  });

  it("capacity is what software sees where a source tells, else the label in GiB; TPU pages write GiB themselves", () => {
    const capacity = (id: string): number | null => device(id).tiers[0].capacityBytes;
    expect(capacity("a100-sxm-40")).toBe(40 * GiB);
    expect(capacity("l40s")).toBe(Math.floor(44.99 * GiB));
    expect(capacity("b300-sxm")).toBe(Math.floor(268.6 * GiB));
    expect(capacity("tpu-v4")).toBe(32 * GiB);
    expect(capacity("trainium2")).toBe(96 * GiB);
  });

  it("second tiers: Grace behind its link, shared where two GPUs share it; SN40L's DDR", () => {
    // 512 GB/s of LPDDR5X behind 450 GB/s of NVLink-C2C one way.
    expect(device("gh200-96").tiers[1]).toMatchObject({ name: "lpddr", capacityBytes: 480 * GiB, bandwidthBytesPerSecond: 450e9 });
    expect(device("gb200").tiers[1]).toMatchObject({ name: "lpddr", capacityBytes: 240 * GiB, bandwidthBytesPerSecond: 256e9 });
    // Prabhakar et al., arXiv:2405.07518: 64 GiB HBM, 1.5 TiB DDR at 200 GB/s, 520 MiB SRAM a socket.
    const sn40l = device("sn40l");
    expect(sn40l.tiers.map(({ name, capacityBytes }) => [name, capacityBytes])).toEqual([["hbm", 64 * GiB], ["ddr", 1536 * GiB]]);
    expect(sn40l.tiers[1]?.bandwidthBytesPerSecond).toBe(200e9);
    expect(sn40l.sramBytes).toBe(520 * 2 ** 20);
    expect(device("snapdragon-8gen2").tiers[1]).toMatchObject({ name: "flash", bandwidthBytesPerSecond: 4.2e9 });
  });

  it("parts that hold everything on chip have SRAM as their first tier", () => {
    for (const id of ["wse3", "wse2", "groqchip1", "bow-ipu", "mk2-ipu"]) expect(device(id).tiers[0].name, id).toBe("sram");
    expect(device("groqchip1").tiers[0]).toMatchObject({ capacityBytes: 220 * 2 ** 20, bandwidthBytesPerSecond: 80e12 });
  });

  it("links: cards without a bridge reach each other over PCIe, bridged ones in pairs, pods are tori", () => {
    for (const id of ["rtx-4090", "rtx-3090", "l40s", "l4", "a10", "t4", "mi210"]) expect(device(id).scaleUp.topology, id).toBe("pcie");
    for (const id of ["h100-pcie-80", "a100-pcie-80", "rtx-a6000"]) expect(device(id).scaleUp, id).toMatchObject({ topology: "mesh", domainDevices: 2 });
    expect(device("gb200").scaleUp.domainDevices).toBe(72);
    expect(device("mi300x").scaleUp).toMatchObject({ topology: "mesh", domainDevices: 8, bytesPerSecond: 7 * 64e9 });
    expect(device("tpu-v5e").scaleUp).toMatchObject({ topology: "torus-2d", domainDevices: 256, bytesPerSecond: 200e9 });
    expect(device("tpu-v5p").scaleUp).toMatchObject({ topology: "torus-3d", domainDevices: 8960, bytesPerSecond: 600e9 });
    // 21 of the 24 ports of 100 Gb/s lead to the 7 peers, 3 out of the node.
    expect([device("gaudi2").scaleUp.bytesPerSecond, device("gaudi2").scaleOut.bytesPerSecond]).toEqual([21 * 12.5e9, 3 * 12.5e9]);
    expect(fabric("nvlink5").bytesPerSecond).toBe(900e9);
    expect(fabric("fabric-ib-hdr")).toMatchObject({ bytesPerSecond: 25e9, latencySeconds: 0.6e-6, per: "device" });
    expect(node("gb200-nvl72")).toMatchObject({ devices: 72, scaleOutBytesPerSecond: 100e9, hostId: "grace-cpu", devicesPerHost: 2 });
  });

  it("computational storage: the flash inside is faster than the way out", () => {
    // Pan et al., arXiv:2409.04992: 8 channels × 1.4 GB/s inside, 7 GB/s outside.
    expect(storage("instcsd-emulated")).toMatchObject({ internalBytesPerSecond: 11.2e9, externalBytesPerSecond: 7e9, flopsPerSecond: 12.7e9 });
    expect(storage("smartssd")).toMatchObject({ capacityBytes: 3.84e12, memoryBytes: 4 * GiB, internalBytesPerSecond: null });
    expect(storage("ssd-980pro").measuredBytesPerSecond).toBe(3.2e9);
  });

  it("what nobody says is null, not a guess", () => {
    expect(device("h100-nvl-94").matrixFlopsPerSecond).toEqual({});
    expect(device("m3-max").tiers[0].bandwidthBytesPerSecond).toBeNull();
    expect(device("epyc-9654").tiers[0]).toEqual({ name: "ddr", technology: null, capacityBytes: null, bandwidthBytesPerSecond: null });
    expect(device("a10").tdpWatts).toBeNull();
    expect(device("sn40l").scaleUp.bytesPerSecond).toBeNull();
  });
});
