import type { ComputeFormat } from "../quantities/formats.ts";

/** Devices of one family share the priors of the constants that a datasheet does not give. */
export type DeviceFamily =
  | "nvidia-turing" | "nvidia-volta" | "nvidia-ampere" | "nvidia-ada" | "nvidia-hopper" | "nvidia-blackwell"
  | "amd-cdna2" | "amd-cdna3" | "amd-cdna4" | "google-tpu" | "sambanova-rdu" | "intel-gaudi" | "aws-neuron"
  | "cerebras-wafer" | "graphcore-ipu" | "groq-lpu" | "apple-gpu" | "cpu" | "mobile" | "other";

/** One place that holds bytes, with what it holds and how fast it is read. Unknown figures are null. */
export interface MemoryTier {
  readonly name: "hbm" | "dram" | "sram" | "ddr" | "host" | "lpddr" | "flash";
  /** Vendor's word for it, for example "HBM3". */
  readonly technology: string | null;
  /** Bytes that software sees. */
  readonly capacityBytes: number | null;
  readonly bandwidthBytesPerSecond: number | null;
}

/** Links between devices: one way, bytes per second for one device. */
export interface DeviceLink {
  /** Id of a fabric of the catalogue where one matches. */
  readonly fabric: string | null;
  readonly description: string | null;
  readonly bytesPerSecond: number | null;
  /** Devices that one such network joins (8 in an HGX node, 72 in an NVL72 rack, 256 in a v5e pod). */
  readonly domainDevices: number | null;
  readonly topology: "switched" | "mesh" | "torus-2d" | "torus-3d" | "pcie" | "none";
}

/** A price with where and when it was quoted. */
export interface DevicePrice {
  readonly usdPerDeviceHour: number;
  readonly provider: string;
  readonly kind: "on-demand" | "spot" | "reserved" | "other";
  readonly date: string;
  readonly source: string;
}

/**
 * One accelerator (or CPU, or phone chip) as its datasheet tells. Peaks are dense. Figures that no source gives are null;
 * nothing is guessed here (priors are the business of `constants`).
 */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly kind: "accelerator" | "cpu" | "mobile-soc";
  readonly family: DeviceFamily;
  readonly releaseYear: number | null;
  /** Dense matrix peaks, FLOP/s (or OP/s) by format. */
  readonly matrixFlopsPerSecond: Readonly<Partial<Record<ComputeFormat, number>>>;
  /** Vector (non-matrix) peaks. */
  readonly vectorFlopsPerSecond: Readonly<Partial<Record<"fp64" | "fp32" | "fp16", number>>>;
  /** SMs, CUs, cores. */
  readonly computeUnits: number | null;
  readonly clockHertz: number | null;
  /** L1 or shared memory of one compute unit. */
  readonly sharedBytesPerUnit: number | null;
  readonly l2Bytes: number | null;
  readonly l2BytesPerSecond: number | null;
  readonly sramBytes: number | null;
  readonly sramBytesPerSecond: number | null;
  /** The fast memory first; then slower tiers directly attached to the device. */
  readonly tiers: readonly [MemoryTier, ...MemoryTier[]];
  readonly hostLinkBytesPerSecond: number | null;
  readonly scaleUp: DeviceLink;
  readonly scaleOut: DeviceLink;
  readonly tdpWatts: number | null;
  readonly idleWatts: number | null;
  /** Measured by somebody and cited in the device's file; null where nobody did. */
  readonly measured: {
    readonly memoryBytesPerSecond: number | null;
    readonly bf16FlopsPerSecond: number | null;
    readonly fp8FlopsPerSecond: number | null;
    readonly kernelLaunchSeconds: number | null;
  };
  readonly prices: readonly DevicePrice[];
}

/** A link technology of the catalogue. */
export interface Fabric {
  readonly id: string;
  readonly name: string;
  readonly bytesPerSecond: number | null;
  readonly latencySeconds: number | null;
  /** What the bandwidth is of: all links of one device, one link of a torus, or all network cards of one node. */
  readonly per: "device" | "link" | "node";
}

/** A server or rack: how many devices share the scale-up network, and what leads out of it. */
export interface Node {
  readonly id: string;
  readonly name: string;
  readonly devices: number;
  readonly scaleUpBytesPerSecond: number | null;
  readonly hostLinkBytesPerSecond: number | null;
  /** One way, of one device: the network cards of the node shared evenly. */
  readonly scaleOutBytesPerSecond: number | null;
  readonly topology: DeviceLink["topology"];
  /** Id of the scale-up fabric. */
  readonly fabric: string | null;
  /** Ids of the devices that it is built of. */
  readonly deviceIds: readonly string[];
  /** Id of the CPU, where the catalogue has it. */
  readonly hostId: string | null;
  readonly hostCores: number | null;
  /** Host DRAM of one host. */
  readonly hostMemoryBytes: number | null;
  /** Devices that hang on one host; null: all of the node. */
  readonly devicesPerHost: number | null;
}

/** An SSD or computational storage drive. */
export interface Storage {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly capacityBytes: number | null;
  /** Between the flash and the drive's own processor. */
  readonly internalBytesPerSecond: number | null;
  /** Between the drive and the host. */
  readonly externalBytesPerSecond: number | null;
  /** Of the drive's own processor; null where it has none. */
  readonly flopsPerSecond: number | null;
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
  readonly node: Node | null;
  readonly host: Device | null;
  /** Devices that share one host; null where no node says. */
  readonly devicesPerHost: number | null;
  /** Host DRAM, then drives. Tiers of the device itself (DDR of a dataflow part, LPDDR over C2C) are among `device.tiers`. */
  readonly attachedTiers: readonly AttachedTier[];
  readonly storage: readonly { readonly storage: Storage; readonly count: number }[];
  /** Assumptions that the composition forces, one sentence each. */
  readonly warnings: readonly string[];
}
