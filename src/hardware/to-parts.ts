import type { FabricFile, NodeFile, StorageFile } from "./file.ts";
import { bytesOf, labelBytesOf, numberOf, quantityOf, rateOf } from "./read-fields.ts";
import type { Fabric, Node, Storage } from "./types.ts";

/** A fabric's file as figures in SI. */
export function toFabric(file: FabricFile): Fabric {
  return {
    id: file.id,
    name: file.name,
    bytesPerSecond: rateOf(file.bandwidth),
    latencySeconds: quantityOf(file.latency, "seconds"),
    per: file.per,
  };
}

/** A node's file as figures in SI; scale-out is of one device. */
export function toNode(file: NodeFile): Node {
  const devices = numberOf(file.deviceCount) ?? 1;
  const scaleOut = rateOf(file.scaleOut);
  return {
    id: file.id,
    name: file.name,
    devices,
    scaleUpBytesPerSecond: rateOf(file.scaleUp.bandwidth),
    hostLinkBytesPerSecond: rateOf(file.hostLink),
    scaleOutBytesPerSecond: scaleOut === null ? null : scaleOut / devices,
    topology: file.scaleUp.topology,
    fabric: file.scaleUp.fabric ?? null,
    deviceIds: file.devices,
    hostId: file.host ?? null,
    hostCores: numberOf(file.hostCores),
    hostMemoryBytes: bytesOf(file.hostMemory),
    devicesPerHost: numberOf(file.devicesPerHost) ?? null,
  };
}

/** A drive's file as figures in SI. Flash is sold in decimal bytes; the drive's own DRAM has a memory label. */
export function toStorage(file: StorageFile): Storage {
  return {
    id: file.id,
    name: file.name,
    vendor: file.vendor ?? "unknown",
    capacityBytes: bytesOf(file.capacity),
    internalBytesPerSecond: rateOf(file.internalBandwidth),
    externalBytesPerSecond: rateOf(file.externalBandwidth),
    flopsPerSecond: quantityOf(file.compute, "flops-per-second"),
    memoryBytes: labelBytesOf(file.buffer),
    measuredBytesPerSecond: rateOf(file.measured?.bandwidth),
  };
}
