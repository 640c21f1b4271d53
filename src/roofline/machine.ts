import type { DeviceFamily, DeviceLink } from "../hardware/types.ts";
import type { ComputeFormat } from "../quantities/formats.ts";
import type { ConstantSet } from "../constants/registry.ts";

/**
 * One device with every figure that timing needs and the constants of its family and engine: flat numbers, ready for the hot
 * path. Figures that the catalogue lacks are filled from family priors and named in `derived`.
 */
export interface Machine {
  readonly id: string;
  readonly family: DeviceFamily;
  /** Dense matrix peaks. A format that the device lacks has the peak of the format it is computed in. */
  readonly peakFlopsPerSecond: Readonly<Record<ComputeFormat, number>>;
  readonly vectorFlopsPerSecond: number;
  /** SMs, CUs, cores; few and large on systolic devices. */
  readonly computeUnits: number;
  readonly clockHertz: number;
  readonly memoryBytesPerSecond: number;
  /** Bytes that software sees in the fast tier. */
  readonly memoryBytes: number;
  /** Last-level cache; 0 where there is none. */
  readonly l2Bytes: number;
  readonly l2BytesPerSecond: number;
  readonly sharedBytesPerUnit: number;
  /** One way, per device, inside the scale-up domain. */
  readonly scaleUpBytesPerSecond: number;
  readonly scaleUpDevices: number;
  readonly scaleUpTopology: DeviceLink["topology"];
  /** One way, per device, between domains. */
  readonly scaleOutBytesPerSecond: number;
  readonly hostLinkBytesPerSecond: number;
  readonly tdpWatts: number;
  readonly idleWatts: number;
  readonly constants: ConstantSet;
  /** Family and year of the software, for which kernels are tuned together: `nvidia-hopper/2025`. */
  readonly age: string;
  /** Figures that came from a family prior, for the result's warnings and interval. */
  readonly derived: readonly string[];
  /** True for `ideal`: datasheet figures alone. */
  readonly ideal: boolean;
}

