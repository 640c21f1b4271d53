export { catalogueSources } from "./catalogue.ts";
export { deviceFileOf } from "./device-file.ts";
export type {
  DeviceFile, Disagreement, FabricFile, HardwareFile, NodeFile, PriceFile, Source, StorageFile,
} from "./file.ts";
export { device, deviceIds, devices, fabric, fabrics, host, node, nodes, storage, storages } from "./lookup.ts";
export { parseDevice, parseDeviceFile } from "./parse-device.ts";
export { provenanceOf, recordOf, type FigureRow, type FileRecord, type Provenance } from "./provenance.ts";
export { resolveHardware, type HardwareInput, type HardwareOptions } from "./resolve.ts";
export { hardwareSchemas, type HardwareSchemas } from "./schema.ts";
export { toDevice } from "./to-device.ts";
export type {
  AttachedTier, Device, DeviceFamily, DeviceLink, DevicePrice, Fabric, MemoryTier, Node, ResolvedHardware, Storage,
} from "./types.ts";
