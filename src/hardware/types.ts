import type { ComputeFormat } from "../quantities/formats.ts";

/** Devices of one family share the priors of the constants that a datasheet does not give. */
export type DeviceFamily =
  | "nvidia-turing" | "nvidia-volta" | "nvidia-ampere" | "nvidia-ada" | "nvidia-hopper" | "nvidia-blackwell"
  | "amd-cdna2" | "amd-cdna3" | "amd-cdna4" | "google-tpu" | "sambanova-rdu" | "intel-gaudi" | "aws-neuron"
  | "cerebras-wafer" | "graphcore-ipu" | "groq-lpu" | "apple-gpu" | "cpu" | "mobile" | "other";

/** One place that holds bytes, with what it holds and how fast it is read. Unknown figures are null. */
export interface MemoryTier {
  /** What kind of memory it is. */
  readonly name: "hbm" | "dram" | "sram" | "ddr" | "host" | "lpddr" | "flash";
  /** Vendor's word for it, for example "HBM3". */
  readonly technology: string | null;
  /** Bytes that software sees. */
  readonly capacityBytes: number | null;
  /** Peak of reads, B/s. */
  readonly bandwidthBytesPerSecond: number | null;
}

/** Links between devices: one way, bytes per second for one device. */
export interface DeviceLink {
  /** Id of a fabric of the catalogue where one matches. */
  readonly fabric: string | null;
  /** In the vendor's words. */
  readonly description: string | null;
  /** One way, of one device, B/s. */
  readonly bytesPerSecond: number | null;
  /** Devices that one such network joins (8 in an HGX node, 72 in an NVL72 rack, 256 in a v5e pod). */
  readonly domainDevices: number | null;
  /** How the devices of a domain are joined. */
  readonly topology: "switched" | "mesh" | "torus-2d" | "torus-3d" | "pcie" | "none";
}

/** A price with where and when it was quoted. */
export interface DevicePrice {
  /** Of one device, $ per hour. */
  readonly usdPerDeviceHour: number;
  /** Who asks it. */
  readonly provider: string;
  /** Under which terms. */
  readonly kind: "on-demand" | "spot" | "reserved" | "other";
  /** When it was quoted, ISO 8601. */
  readonly date: string;
  /** Where: an address. */
  readonly source: string;
}

/**
 * One accelerator (or CPU, or phone chip) as its datasheet tells. Peaks are dense. Figures that no source gives are null;
 * nothing is guessed here (priors are the business of `constants`).
 */
export interface Device {
  /** Name in the catalogue, such as `h100-sxm5-80`. */
  readonly id: string;
  /** As the vendor calls it. */
  readonly name: string;
  /** Who makes it. */
  readonly vendor: string;
  /** What it is. */
  readonly kind: "accelerator" | "cpu" | "mobile-soc";
  /** Whose constants it shares. */
  readonly family: DeviceFamily;
  /** First year in which it could be had. */
  readonly releaseYear: number | null;
  /** Dense matrix peaks, FLOP/s (or OP/s) by format. */
  readonly matrixFlopsPerSecond: Readonly<Partial<Record<ComputeFormat, number>>>;
  /** Vector (non-matrix) peaks. */
  readonly vectorFlopsPerSecond: Readonly<Partial<Record<"fp64" | "fp32" | "fp16", number>>>;
  /** SMs, CUs, cores. */
  readonly computeUnits: number | null;
  /** Highest clock, Hz. */
  readonly clockHertz: number | null;
  /** L1 or shared memory of one compute unit. */
  readonly sharedBytesPerUnit: number | null;
  /** Last-level cache, B. */
  readonly l2Bytes: number | null;
  /** Its bandwidth, B/s. */
  readonly l2BytesPerSecond: number | null;
  /** On-chip memory that software places data in, B. */
  readonly sramBytes: number | null;
  /** Its bandwidth, B/s. */
  readonly sramBytesPerSecond: number | null;
  /** The fast memory first; then slower tiers directly attached to the device. */
  readonly tiers: readonly [MemoryTier, ...MemoryTier[]];
  /** To the host, one way, B/s. */
  readonly hostLinkBytesPerSecond: number | null;
  /** To the other devices of its node or pod. */
  readonly scaleUp: DeviceLink;
  /** To devices of other nodes. */
  readonly scaleOut: DeviceLink;
  /** Power limit of one device, W. */
  readonly tdpWatts: number | null;
  /** Power without work, W. */
  readonly idleWatts: number | null;
  /** Measured by somebody and cited in the device's file; null where nobody did. */
  readonly measured: {
    /** Of a copy or triad, B/s. */
    readonly memoryBytesPerSecond: number | null;
    /** Of a large product in bf16, FLOP/s. */
    readonly bf16FlopsPerSecond: number | null;
    /** Of a large product in fp8, FLOP/s. */
    readonly fp8FlopsPerSecond: number | null;
    /** Of one kernel launch, s. */
    readonly kernelLaunchSeconds: number | null;
  };
  /** List prices, each with its date and source. */
  readonly prices: readonly DevicePrice[];
}

/** A link technology of the catalogue. */
export interface Fabric {
  /** Name in the catalogue. */
  readonly id: string;
  /** As its makers call it. */
  readonly name: string;
  /** One way, B/s. */
  readonly bytesPerSecond: number | null;
  /** Of a small message, s. */
  readonly latencySeconds: number | null;
  /** What the bandwidth is of: all links of one device, one link of a torus, or all network cards of one node. */
  readonly per: "device" | "link" | "node";
}

/** A server or rack: how many devices share the scale-up network, and what leads out of it. */
export interface Node {
  /** Name in the catalogue. */
  readonly id: string;
  /** As its vendor calls it. */
  readonly name: string;
  /** Devices that share the scale-up network. */
  readonly devices: number;
  /** Of one device, one way, B/s. */
  readonly scaleUpBytesPerSecond: number | null;
  /** Of one device to the host, one way, B/s. */
  readonly hostLinkBytesPerSecond: number | null;
  /** One way, of one device: the network cards of the node shared evenly. */
  readonly scaleOutBytesPerSecond: number | null;
  /** How its devices are joined. */
  readonly topology: DeviceLink["topology"];
  /** Id of the scale-up fabric. */
  readonly fabric: string | null;
  /** Ids of the devices that it is built of. */
  readonly deviceIds: readonly string[];
  /** Id of the CPU, where the catalogue has it. */
  readonly hostId: string | null;
  /** Cores of all its hosts. */
  readonly hostCores: number | null;
  /** Host DRAM of one host. */
  readonly hostMemoryBytes: number | null;
  /** Devices that hang on one host; null: all of the node. */
  readonly devicesPerHost: number | null;
}

/** An SSD or computational storage drive. */
export interface Storage {
  /** Name in the catalogue. */
  readonly id: string;
  /** As its vendor calls it. */
  readonly name: string;
  /** Who makes it. */
  readonly vendor: string;
  /** Of the flash, B. */
  readonly capacityBytes: number | null;
  /** Between the flash and the drive's own processor. */
  readonly internalBytesPerSecond: number | null;
  /** Between the drive and the host. */
  readonly externalBytesPerSecond: number | null;
  /** Of the drive's own processor; null where it has none. */
  readonly flopsPerSecond: number | null;
  /** Memory of the drive's own processor, B. */
  readonly memoryBytes: number | null;
  /** What somebody measured at the host. */
  readonly measuredBytesPerSecond: number | null;
}

/** Memory or flash that hangs on the host, as one device reaches it. */
export interface AttachedTier extends MemoryTier {
  /** Of the memory or of all the drives themselves, before any link (internal bandwidth of drives). */
  readonly ownBytesPerSecond: number | null;
  /** Of the way out of it: the host link for DRAM, the drives' own interfaces for flash. */
  readonly linkBytesPerSecond: number | null;
  /** Drives, or 1. */
  readonly count: number;
  /** Id of the CPU or of the drive. */
  readonly sourceId: string;
}

/** A device composed with its node, host and drives. */
export interface ResolvedHardware {
  /** With the node's figures for links in place of its own, where the node tells. */
  readonly device: Device;
  /** Null where none was named. */
  readonly node: Node | null;
  /** Null where neither a host nor a node names one. */
  readonly host: Device | null;
  /** Devices that share one host; null where no node says. */
  readonly devicesPerHost: number | null;
  /** Host DRAM, then drives. Tiers of the device itself (DDR of a dataflow part, LPDDR over C2C) are among `device.tiers`. */
  readonly attachedTiers: readonly AttachedTier[];
  /** Drives with how many of each. */
  readonly storage: readonly { readonly storage: Storage; readonly count: number }[];
  /** Assumptions that the composition forces, one sentence each. */
  readonly warnings: readonly string[];
}
