import * as v from "valibot";
import type { DeviceFile, FabricFile, NodeFile, StorageFile } from "./file.ts";
import {
  counted, disagreements, flagged, id, link, may, price, quantity, scaleUp, sources, texts, worded,
} from "./schema-parts.ts";

type Schema<Output> = v.GenericSchema<unknown, Output>;

/** The schemas of the four sorts of file in `hardware/`. */
export interface HardwareSchemas {
  readonly device: Schema<DeviceFile>;
  readonly fabric: Schema<FabricFile>;
  readonly node: Schema<NodeFile>;
  readonly storage: Schema<StorageFile>;
}

const families = [
  "nvidia-turing", "nvidia-volta", "nvidia-ampere", "nvidia-ada", "nvidia-hopper", "nvidia-blackwell", "amd-cdna2", "amd-cdna3",
  "amd-cdna4", "google-tpu", "sambanova-rdu", "intel-gaudi", "aws-neuron", "cerebras-wafer", "graphcore-ipu", "groq-lpu",
  "apple-gpu", "cpu", "mobile", "other",
] as const;

const rate = () => may(quantity("bytes-per-second"));
const bytes = () => may(quantity("bytes"));
const flops = () => may(quantity("flops-per-second"));
const word = () => may(v.string());

/** Entries that every file has. */
function head<Kind extends string>(kinds: readonly Kind[]) {
  return { $schema: word(), id, name: v.string(), kind: v.picklist(kinds), notes: may(texts), sources: may(sources) };
}

function deviceSchema(): Schema<DeviceFile> {
  const memory = v.strictObject({
    tier: v.picklist(["hbm", "dram", "sram", "ddr", "host", "lpddr", "flash"]),
    technology: may(worded), label: bytes(), usable: bytes(), bandwidth: rate(), link: rate(), sharedBy: may(counted), host: may(id),
  });
  return v.strictObject({
    ...head(["accelerator", "cpu", "mobile-soc"]),
    vendor: word(),
    family: may(v.picklist(families)),
    aliases: may(v.array(id)),
    form: may(worded), releaseYear: may(counted), process: may(worded),
    compute: may(v.strictObject({
      matrix: may(v.strictObject({
        fp64: flops(), fp32: flops(), tf32: flops(), bf16: flops(), fp16: flops(), fp8: flops(), int8: flops(), fp6: flops(),
        fp4: flops(), int4: flops(),
      })),
      vector: may(v.strictObject({ fp64: flops(), fp32: flops(), fp16: flops() })),
      structuredSparsity: may(flagged), units: may(counted), unitKind: may(worded),
      baseClock: may(quantity("hertz")), peakClock: may(quantity("hertz")),
    })),
    onChip: may(v.strictObject({
      sharedPerUnit: bytes(), l2: bytes(), l2Bandwidth: rate(), sram: bytes(), sramBandwidth: rate(),
    })),
    memory: v.tupleWithRest([memory], memory),
    links: may(v.strictObject({ host: may(link), scaleUp: may(scaleUp), scaleOut: may(link) })),
    power: may(v.strictObject({ tdp: may(quantity("watts")), idle: may(quantity("watts")) })),
    measured: may(v.strictObject({
      memoryBandwidth: rate(), l2Bandwidth: rate(), l2Latency: may(quantity("seconds")), bf16: flops(), fp8: flops(),
      kernelLaunch: may(quantity("seconds")),
    })),
    purchasePrice: may(quantity("usd")),
    prices: may(v.array(price)),
    disagreements: may(disagreements),
  });
}

function fabricSchema(): Schema<FabricFile> {
  return v.strictObject({
    ...head(["fabric"]),
    per: v.picklist(["device", "link", "node"]),
    bandwidth: rate(), bothWays: rate(), latency: may(quantity("seconds")),
  });
}

function nodeSchema(): Schema<NodeFile> {
  return v.strictObject({
    ...head(["node"]),
    devices: v.array(id),
    deviceCount: counted,
    scaleUp,
    deviceMemory: bytes(), hostLink: rate(), hostCores: may(counted), hostMemory: bytes(), devicesPerHost: may(counted),
    host: may(v.nullable(id)), scaleOut: rate(),
  });
}

function storageSchema(): Schema<StorageFile> {
  return v.strictObject({
    ...head(["storage"]),
    vendor: word(),
    form: may(worded), releaseYear: may(counted), media: may(worded), capacity: bytes(), internalBandwidth: rate(), link: may(worded),
    externalBandwidth: rate(), compute: flops(), processor: may(worded), clock: may(quantity("hertz")), bufferKind: may(worded),
    buffer: bytes(), measured: may(v.strictObject({ bandwidth: rate() })),
    disagreements: may(disagreements),
  });
}

let built: HardwareSchemas | undefined;

/** The schemas, built on first use: a program that reads no own device does not pay for them. */
export function hardwareSchemas(): HardwareSchemas {
  built ??= { device: deviceSchema(), fabric: fabricSchema(), node: nodeSchema(), storage: storageSchema() };
  return built;
}
