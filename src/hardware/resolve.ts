import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import { driveTier, hostTier } from "./attached-tiers.ts";
import { deviceSection } from "./catalogue.ts";
import type { DeviceFile } from "./file.ts";
import { device, host as hostOf, node as nodeOf, storage as storageOf } from "./lookup.ts";
import { ownDevice, parseDeviceFile } from "./parse-device.ts";
import type { AttachedTier, Device, Node, ResolvedHardware } from "./types.ts";

/** What stands beside the device: a node's id, a CPU's id, drives with their number (those of one host). */
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
  const { bare, file } = deviceOf(hardware, path);
  const node = options.node === undefined ? null : nodeOf(options.node);
  const composed = node === null ? bare : inNode(bare, node);
  // A host whose memory is a tier of the device already (Grace beside Hopper) is not a second one.
  const ownHosts = file.memory.map((memory) => memory.host);
  const hostId = options.host ?? node?.hostId ?? ownHosts.find((id) => id !== undefined);
  const host = hostId === undefined ? null : hostOf(hostId);
  const hostMemory = host !== null && ownHosts.includes(host.id) ? null : hostTier(host, composed, node);
  const storage = (options.storage ?? []).map(({ id, count }, index) => {
    if (!(Number.isInteger(count) && count > 0)) throw invalidValue(`storage[${index}].count`, count, "is not a number of drives; try 1");
    return { storage: storageOf(id, `storage[${index}].id`), count };
  });
  return {
    device: composed,
    node,
    host,
    devicesPerHost: node === null ? null : (node.devicesPerHost ?? node.devices),
    attachedTiers: [hostMemory, ...storage.map((drive) => driveTier(drive.storage, drive.count, composed))].filter(
      (tier): tier is AttachedTier => tier !== null,
    ),
    storage,
    warnings: node === null || node.deviceIds.includes(bare.id) ? [] : [`${node.name} is built of ${node.deviceIds.join(", ")}, not of ${bare.id}.`],
  };
}

function deviceOf(hardware: HardwareInput, path: string): { readonly bare: Device; readonly file: DeviceFile } {
  if (typeof hardware === "string") {
    const bare = device(hardware, path);
    return { bare, file: deviceSection.file(bare.id) };
  }
  if (typeof hardware !== "object" || hardware === null || !("spec" in hardware)) {
    throw invalidValue(path, hardware, 'is neither an id nor {"spec": {…}}');
  }
  const unknown = Object.keys(hardware).find((key) => key !== "spec");
  if (unknown !== undefined) {
    const at = `${path}.${unknown}`;
    throw new RidgepointError("unknown-field", `${at} is not a field; an own device is {"spec": {…}} alone`, { path: at });
  }
  const file = parseDeviceFile(hardware.spec, `${path}.spec`);
  return { bare: ownDevice(file), file };
}

/** Composed devices by their parts: the same parts give the same object, so that what is derived from a device can be kept with it. */
const composedDevices = new WeakMap<Device, Map<Node, Device>>();

function inNode(bare: Device, node: Node): Device {
  let byNode = composedDevices.get(bare);
  if (byNode === undefined) composedDevices.set(bare, (byNode = new Map()));
  const known = byNode.get(node);
  if (known !== undefined) return known;
  const composed: Device = {
    ...bare,
    scaleUp: {
      ...bare.scaleUp,
      fabric: node.fabric ?? bare.scaleUp.fabric,
      bytesPerSecond: node.scaleUpBytesPerSecond ?? bare.scaleUp.bytesPerSecond,
      domainDevices: node.devices,
      topology: node.topology,
    },
    scaleOut: { ...bare.scaleOut, bytesPerSecond: node.scaleOutBytesPerSecond ?? bare.scaleOut.bytesPerSecond },
    hostLinkBytesPerSecond: node.hostLinkBytesPerSecond ?? bare.hostLinkBytesPerSecond,
  };
  byNode.set(node, composed);
  return composed;
}
