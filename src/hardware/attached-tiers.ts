import { least } from "./read-fields.ts";
import type { AttachedTier, Device, Node, Storage } from "./types.ts";

/**
 * Host DRAM as one device reaches it over its link; null where nothing is known of the host. The catalogue's CPUs are one
 * socket, so that the node's figure for the host's memory goes before the CPU's.
 */
export function hostTier(host: Device | null, device: Device, node: Node | null): AttachedTier | null {
  const memory = host?.tiers[0];
  const capacity = node?.hostMemoryBytes ?? memory?.capacityBytes ?? null;
  const own = memory?.bandwidthBytesPerSecond ?? null;
  const sourceId = host?.id ?? (capacity === null ? undefined : node?.id);
  if (sourceId === undefined) return null;
  return {
    name: "host",
    technology: memory?.technology ?? null,
    capacityBytes: capacity,
    bandwidthBytesPerSecond: least(own, device.hostLinkBytesPerSecond),
    ownBytesPerSecond: own,
    linkBytesPerSecond: device.hostLinkBytesPerSecond,
    count: 1,
    sourceId,
  };
}

/** Drives of one host: their bandwidths add up until the device's host link is full. */
export function driveTier(storage: Storage, count: number, device: Device): AttachedTier {
  const times = (figure: number | null): number | null => (figure === null ? null : figure * count);
  return {
    name: "flash",
    technology: storage.name,
    capacityBytes: times(storage.capacityBytes),
    bandwidthBytesPerSecond: least(times(storage.externalBytesPerSecond), device.hostLinkBytesPerSecond),
    ownBytesPerSecond: times(storage.internalBytesPerSecond),
    linkBytesPerSecond: times(storage.externalBytesPerSecond),
    count,
    sourceId: storage.id,
  };
}
