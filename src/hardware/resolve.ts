import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import { deviceSection } from "./catalogue.ts";
import type { DeviceFile } from "./file.ts";
import { device, host as hostOf, node as nodeOf, storage as storageOf } from "./lookup.ts";
import { ownDevice, parseDeviceFile } from "./parse-device.ts";
import { least } from "./read-fields.ts";
import type { AttachedTier, Device, DeviceLink, Node, ResolvedHardware, Storage } from "./types.ts";

/** What stands beside the device: a node's id, a CPU's id, drives with their number (over one host). */
export interface HardwareOptions {
  readonly node?: string;
  readonly host?: string;
  readonly storage?: readonly { readonly id: string; readonly count: number }[];
}

/** The device itself: an id of the catalogue or an own device. */
export type HardwareInput = string | { readonly spec: unknown };

/**
 * What a deployment runs on: a device, and the node, host and drives that it is composed with. The node's figures replace
 * the device's own where it has them (size and bandwidth of the scale-up network, host link, scale-out).
 *
 * @param path name of the field in the errors; the options are named beside it (`node`, `host`, `storage[0].id`).
 * @throws RidgepointError `unknown-hardware` with the nearest ids; all faults of an own device at once.
 * @example resolveHardware("h100", { node: "dgx-h100", host: "xeon-8480plus", storage: [{ id: "ssd-980pro", count: 4 }] })
 */
export function resolveHardware(hardware: HardwareInput, options: HardwareOptions = {}, path: string = "hardware"): ResolvedHardware {
  const { bare, hostIds } = deviceOf(hardware, path);
  const node = options.node === undefined ? null : nodeOf(options.node);
  const hostId = options.host ?? node?.hostId ?? hostIds[0];
  const host = hostId === undefined ? null : hostOf(hostId);
  const drives = (options.storage ?? []).map(({ id, count }, index) => ({ storage: storageOf(id, `storage[${index}].id`), count: counted(count, index) }));
  const composed = node === null ? bare : inNode(bare, node);
  const warnings = node === null || node.deviceIds.includes(bare.id) ? [] : [`${node.name} is built of ${node.deviceIds.join(", ")}, not of ${bare.id}`];
  const devicesPerHost = node === null ? null : (node.devicesPerHost ?? node.devices);
  const hostMemory = host !== null && !hostIds.includes(host.id) ? [hostTier(host, composed, node)] : [];
  return {
    device: composed,
    node,
    host,
    devicesPerHost,
    attachedTiers: [...hostMemory, ...drives.map(({ storage, count }) => driveTier(storage, count, composed))],
    storage: drives,
    warnings,
  };
}

function deviceOf(hardware: HardwareInput, path: string): { readonly bare: Device; readonly hostIds: readonly string[] } {
  if (typeof hardware === "string") {
    const bare = device(hardware, path);
    return { bare, hostIds: hostIdsOf(deviceSection.file(bare.id)) };
  }
  if (typeof hardware !== "object" || hardware === null || !("spec" in hardware)) {
    throw invalidValue(path, hardware, 'is neither an id nor {"spec": {…}}');
  }
  const unknown = Object.keys(hardware).find((key) => key !== "spec");
  if (unknown !== undefined) {
    throw new RidgepointError("unknown-field", `${path}.${unknown} is not a field; an own device is {"spec": {…}} alone`, { path: `${path}.${unknown}` });
  }
  const file = parseDeviceFile(hardware.spec, `${path}.spec`);
  return { bare: ownDevice(file), hostIds: hostIdsOf(file) };
}

/** CPUs whose memory the device's own tiers are, so that it is not counted twice. */
function hostIdsOf(file: DeviceFile): readonly string[] {
  return file.memory.map((memory) => memory.host).filter((id) => id !== undefined);
}

function counted(count: number, index: number): number {
  if (!(Number.isInteger(count) && count > 0)) throw invalidValue(`storage[${index}].count`, count, "is not a number of drives; try 1");
  return count;
}

function inNode(bare: Device, node: Node): Device {
  const scaleUp: DeviceLink = {
    ...bare.scaleUp,
    fabric: node.fabric ?? bare.scaleUp.fabric,
    bytesPerSecond: node.scaleUpBytesPerSecond ?? bare.scaleUp.bytesPerSecond,
    domainDevices: node.devices,
    topology: node.topology,
  };
  return {
    ...bare,
    scaleUp,
    scaleOut: { ...bare.scaleOut, bytesPerSecond: node.scaleOutBytesPerSecond ?? bare.scaleOut.bytesPerSecond },
    hostLinkBytesPerSecond: node.hostLinkBytesPerSecond ?? bare.hostLinkBytesPerSecond,
  };
}

/** Host DRAM over the host link. The catalogue's CPUs are one socket; how much memory a host has is the node's figure where it tells. */
function hostTier(host: Device, composed: Device, node: Node | null): AttachedTier {
  const [memory] = host.tiers;
  return {
    name: "host",
    technology: memory.technology,
    capacityBytes: node?.hostMemoryBytes ?? memory.capacityBytes,
    bandwidthBytesPerSecond: least(memory.bandwidthBytesPerSecond, composed.hostLinkBytesPerSecond),
    ownBytesPerSecond: memory.bandwidthBytesPerSecond,
    linkBytesPerSecond: composed.hostLinkBytesPerSecond,
    count: 1,
    sourceId: host.id,
  };
}

/** Drives of one host: bandwidths add up until the device's host link is full. */
function driveTier(storage: Storage, count: number, composed: Device): AttachedTier {
  const times = (figure: number | null): number | null => (figure === null ? null : figure * count);
  return {
    name: "flash",
    technology: storage.name,
    capacityBytes: times(storage.capacityBytes),
    bandwidthBytesPerSecond: least(times(storage.externalBytesPerSecond), composed.hostLinkBytesPerSecond),
    ownBytesPerSecond: times(storage.internalBytesPerSecond),
    linkBytesPerSecond: times(storage.externalBytesPerSecond),
    count,
    sourceId: storage.id,
  };
}
