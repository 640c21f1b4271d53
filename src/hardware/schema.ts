import * as v from "valibot";
import { deviceSchema, figuresOf, head } from "./device-schema.ts";
import type { DeviceFile, FabricFile, NodeFile, StorageFile } from "./file.ts";
import { may, schemaParts, type Schema, type SchemaParts } from "./schema-parts.ts";

/** The schemas of the four sorts of file in `hardware/`. */
export interface HardwareSchemas {
  readonly device: Schema<DeviceFile>;
  readonly fabric: Schema<FabricFile>;
  readonly node: Schema<NodeFile>;
  readonly storage: Schema<StorageFile>;
  /** What they share, by the names under which the published JSON Schema defines it. */
  readonly parts: SchemaParts;
}

const word = v.string;
let built: HardwareSchemas | undefined;

/** The schemas, built on first use. */
export function hardwareSchemas(): HardwareSchemas {
  if (built === undefined) {
    const parts = schemaParts();
    built = { device: deviceSchema(parts), fabric: fabricSchema(parts), node: nodeSchema(parts), storage: storageSchema(parts), parts };
  }
  return built;
}

function fabricSchema(parts: SchemaParts): Schema<FabricFile> {
  const { rate, seconds } = figuresOf(parts);
  return v.strictObject({
    ...head(parts, ["fabric"]), per: v.picklist(["device", "link", "node"]), bandwidth: rate, bothWays: rate, latency: seconds,
  });
}

function nodeSchema(parts: SchemaParts): Schema<NodeFile> {
  const { id, number, scaleUp } = parts;
  const { rate, bytes } = figuresOf(parts);
  return v.strictObject({
    ...head(parts, ["node"]),
    devices: v.array(id), deviceCount: number, scaleUp, deviceMemory: bytes, hostLink: rate, hostCores: may(number), hostMemory: bytes,
    devicesPerHost: may(number), host: may(v.nullable(id)), scaleOut: rate,
  });
}

function storageSchema(parts: SchemaParts): Schema<StorageFile> {
  const { number, text, disagreements } = parts;
  const { rate, bytes, flops, hertz } = figuresOf(parts);
  return v.strictObject({
    ...head(parts, ["storage"]),
    vendor: may(word()), form: may(text), releaseYear: may(number), media: may(text), capacity: bytes, internalBandwidth: rate,
    link: may(text), externalBandwidth: rate, compute: flops, processor: may(text), clock: hertz, bufferKind: may(text), buffer: bytes,
    measured: may(v.strictObject({ bandwidth: rate })), disagreements: may(disagreements),
  });
}
