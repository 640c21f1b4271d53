import type { ComputeFormat } from "../quantities/formats.ts";
import type { DeviceFamily, DeviceLink, MemoryTier } from "./types.ts";

/** Where a figure comes from. */
export interface Source {
  readonly title: string;
  /** Address of the page, the paper or the repository; null where the text was found without one. */
  readonly url: string | null;
  /** File of the repository. */
  readonly path?: string;
  readonly commit?: string;
  /** Of the document or of its stored copy: 2024, 2024-11 or 2024-11-13. */
  readonly date?: string;
  /** What to know about this source: second-hand, approximate, cites vendor pages. */
  readonly note?: string;
}

/** A figure beside its sources, tags of the file's `sources`. */
export interface SourcedFigure<Value = number> {
  readonly value: Value;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** A figure with its unit as the source writes it. */
export interface SourcedQuantity extends SourcedFigure {
  readonly unit: string;
}

/** "3.35 TB/s" is allowed in an own device, whose author is the source; catalogue files always name theirs. */
export type QuantityField = SourcedQuantity | string | null;
/** A number of a file, beside its source or alone; null where nobody knows it. */
export type NumberField = SourcedFigure | number | null;
/** A text of a file, beside its source or alone; null where nobody knows it. */
export type TextField = SourcedFigure<string> | string | null;
/** A yes or no of a file, beside its source or alone; null where nobody knows it. */
export type FlagField = SourcedFigure<boolean> | boolean | null;

/** Sources that differ: what they say, and why the file has what it has. */
export interface Disagreement {
  /** Paths in the file of the figures in question, for example `memory[0].bandwidth`; empty for a general remark. */
  readonly figures: readonly string[];
  readonly says: string;
  readonly choice: string;
}

/** What a device's file says of one memory. */
export interface MemoryFile {
  readonly tier: MemoryTier["name"];
  readonly technology?: TextField;
  /** The vendor's word, "80 GB". Where nothing better is known, software is taken to see as many GiB. */
  readonly label?: QuantityField;
  /** What software sees. */
  readonly usable?: QuantityField;
  readonly bandwidth?: QuantityField;
  /** One way from the memory to the device, where a link lies between them. */
  readonly link?: QuantityField;
  /** Devices that share this memory and its bandwidth. */
  readonly sharedBy?: NumberField;
  /** Id of the CPU that this memory belongs to, so that it isn't counted again as the host's. */
  readonly host?: string;
}

/** What a device's file says of one link. One way, for one device. */
export interface LinkFile {
  readonly fabric?: string | null;
  readonly description?: TextField;
  readonly bandwidth?: QuantityField;
  readonly bothWays?: QuantityField;
}

/** The link between the devices of one scale-up domain, as in a file. */
export interface ScaleUpFile extends LinkFile {
  readonly topology: DeviceLink["topology"];
  readonly domain?: NumberField;
}

/** A price as in a file. */
export interface PriceFile {
  readonly usdPerDeviceHour: number;
  readonly provider: string;
  readonly kind: "on-demand" | "spot" | "reserved" | "other";
  /** When the price held, or null for a catalogue that carries no date. */
  readonly date: string | null;
  /** When it was read. */
  readonly read?: string;
  readonly terms?: string;
  readonly sources: readonly string[];
}

/** A file of `hardware/accelerators` or `hardware/cpus`, or an own device. Absent or null: nobody says. */
export interface DeviceFile {
  readonly $schema?: string;
  readonly id: string;
  readonly name: string;
  readonly kind: "accelerator" | "cpu" | "mobile-soc";
  readonly vendor?: string;
  readonly family?: DeviceFamily;
  readonly aliases?: readonly string[];
  readonly form?: TextField;
  readonly releaseYear?: NumberField;
  readonly process?: TextField;
  readonly compute?: {
    readonly matrix?: Readonly<Partial<Record<ComputeFormat, QuantityField>>>;
    readonly vector?: Readonly<Partial<Record<"fp64" | "fp32" | "fp16", QuantityField>>>;
    readonly structuredSparsity?: FlagField;
    readonly units?: NumberField;
    readonly unitKind?: TextField;
    readonly baseClock?: QuantityField;
    readonly peakClock?: QuantityField;
  };
  readonly onChip?: {
    readonly sharedPerUnit?: QuantityField;
    readonly l2?: QuantityField;
    readonly l2Bandwidth?: QuantityField;
    readonly sram?: QuantityField;
    readonly sramBandwidth?: QuantityField;
  };
  readonly memory: readonly [MemoryFile, ...MemoryFile[]];
  readonly links?: {
    readonly host?: LinkFile;
    readonly scaleUp?: ScaleUpFile;
    readonly scaleOut?: LinkFile;
  };
  readonly power?: { readonly tdp?: QuantityField; readonly idle?: QuantityField };
  readonly measured?: {
    readonly memoryBandwidth?: QuantityField;
    readonly l2Bandwidth?: QuantityField;
    readonly l2Latency?: QuantityField;
    readonly bf16?: QuantityField;
    readonly fp8?: QuantityField;
    readonly kernelLaunch?: QuantityField;
  };
  readonly purchasePrice?: QuantityField;
  readonly prices?: readonly PriceFile[];
  readonly disagreements?: readonly Disagreement[];
  readonly notes?: readonly string[];
  readonly sources?: Readonly<Record<string, Source>>;
}

/** A file of `hardware/fabrics`. */
export interface FabricFile {
  readonly $schema?: string;
  readonly id: string;
  readonly name: string;
  readonly kind: "fabric";
  /** What one bandwidth is of: a device, a link of a torus, or all the network cards of a node. */
  readonly per: "device" | "link" | "node";
  readonly bandwidth?: QuantityField;
  readonly bothWays?: QuantityField;
  readonly latency?: QuantityField;
  readonly notes?: readonly string[];
  readonly sources?: Readonly<Record<string, Source>>;
}

/** A file of `hardware/nodes`. Bandwidths are one way. */
export interface NodeFile {
  readonly $schema?: string;
  readonly id: string;
  readonly name: string;
  readonly kind: "node";
  /** Ids of the devices that it is built of. */
  readonly devices: readonly string[];
  readonly deviceCount: NumberField;
  readonly scaleUp: ScaleUpFile;
  readonly deviceMemory?: QuantityField;
  readonly hostLink?: QuantityField;
  readonly hostCores?: NumberField;
  readonly hostMemory?: QuantityField;
  readonly devicesPerHost?: NumberField;
  /** Id of the CPU, where the catalogue has it. */
  readonly host?: string | null;
  /** Of all the network cards together. */
  readonly scaleOut?: QuantityField;
  readonly notes?: readonly string[];
  readonly sources?: Readonly<Record<string, Source>>;
}

/** A file of `hardware/storage`. */
export interface StorageFile {
  readonly $schema?: string;
  readonly id: string;
  readonly name: string;
  readonly kind: "storage";
  readonly vendor?: string;
  readonly form?: TextField;
  readonly releaseYear?: NumberField;
  readonly media?: TextField;
  readonly capacity?: QuantityField;
  /** Between the flash and the drive's own processor. */
  readonly internalBandwidth?: QuantityField;
  readonly link?: TextField;
  /** Between the drive and the host. */
  readonly externalBandwidth?: QuantityField;
  readonly compute?: QuantityField;
  readonly processor?: TextField;
  readonly clock?: QuantityField;
  readonly bufferKind?: TextField;
  readonly buffer?: QuantityField;
  readonly measured?: { readonly bandwidth?: QuantityField };
  readonly disagreements?: readonly Disagreement[];
  readonly notes?: readonly string[];
  readonly sources?: Readonly<Record<string, Source>>;
}

/** Any file of `hardware/`. */
export type HardwareFile = DeviceFile | FabricFile | NodeFile | StorageFile;
