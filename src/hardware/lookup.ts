import { deviceSection, fabricSection, lookUp, nodeSection, storageSection } from "./catalogue.ts";
import type { Device, Fabric, Node, Storage } from "./types.ts";

/**
 * A device of the catalogue.
 *
 * @param id its id or an alias ("h100-sxm5-80", "H100"), without regard to case.
 * @param path name of the field in the error.
 * @throws RidgepointError `unknown-hardware` with the nearest ids.
 * @example device("h100").matrixFlopsPerSecond.bf16 // 989.43e12
 */
export function device(id: string, path: string = "hardware"): Device {
  return lookUp(deviceSection, id, "a device", path);
}

/** Every device of the catalogue: accelerators, CPUs, the mobile SoC. */
export function devices(): readonly Device[] {
  return deviceSection.ids.map(deviceSection.entry);
}

/** Ids of every device, without reading any. */
export function deviceIds(): readonly string[] {
  return deviceSection.ids;
}

/**
 * A CPU of the catalogue, as the host of a deployment, without regard to case.
 *
 * @param path - name of the field in the error.
 * @throws RidgepointError `unknown-hardware` with the nearest ids, for an id that is not of a CPU too.
 */
export function host(id: string, path: string = "host"): Device {
  return lookUp(deviceSection, id, "a CPU", path, ({ kind }) => kind === "cpu");
}

/**
 * A node of the catalogue ("node-dgx-h100" or "dgx-h100"), without regard to case.
 *
 * @param path - name of the field in the error.
 * @throws RidgepointError `unknown-hardware` with the nearest ids.
 */
export function node(id: string, path: string = "node"): Node {
  return lookUp(nodeSection, id, "a node", path);
}

/** Every node of the catalogue. */
export function nodes(): readonly Node[] {
  return nodeSection.ids.map(nodeSection.entry);
}

/**
 * A fabric of the catalogue ("fabric-nvlink4" or "nvlink4"), without regard to case.
 *
 * @param path - name of the field in the error.
 * @throws RidgepointError `unknown-hardware` with the nearest ids.
 */
export function fabric(id: string, path: string = "fabric"): Fabric {
  return lookUp(fabricSection, id, "a fabric", path);
}

/** Every fabric of the catalogue. */
export function fabrics(): readonly Fabric[] {
  return fabricSection.ids.map(fabricSection.entry);
}

/**
 * An SSD or computational storage drive of the catalogue, without regard to case.
 *
 * @param path - name of the field in the error.
 * @throws RidgepointError `unknown-hardware` with the nearest ids.
 */
export function storage(id: string, path: string = "storage"): Storage {
  return lookUp(storageSection, id, "a storage device", path);
}

/** Every storage device of the catalogue. */
export function storages(): readonly Storage[] {
  return storageSection.ids.map(storageSection.entry);
}
