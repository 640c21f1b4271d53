import type { DeviceFile } from "../../../hardware/file.ts";
import type { BackendName } from "../load-backend.ts";
import type { BandwidthPoint } from "./bandwidth-curve.ts";
import type { OperationCosts } from "./operation-costs.ts";

/** Rate of one measured matrix product. */
export interface GemmPoint {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly flopsPerSecond: number;
}

/** What the machine at hand does with a backend. */
export interface MachineMeasurement {
  readonly backend: BackendName;
  /** Package and version that ran. */
  readonly package: string;
  readonly gemm: readonly GemmPoint[];
  /** Bandwidth of streaming additions by working set. */
  readonly bandwidth: readonly BandwidthPoint[];
  /** Of the smallest addition. */
  readonly launchSeconds: number;
  /** Constants that price a list of operations. */
  readonly costs: OperationCosts;
  /** The same as a device of the catalogue's form: `parseDevice(device)`, or `{ spec: device }` as a `hardware` field. */
  readonly device: DeviceFile;
  /** Median over the cases of the upper quartile over what was taken as the time: 1 on a quiet machine. */
  readonly spread: number;
}

/** A measured kernel beside its prediction. */
export interface KernelMeasurement {
  readonly name: string;
  readonly kind: string;
  readonly measuredSeconds: number;
  /** From the costs of its operations. */
  readonly predictedSeconds: number;
  /** From the device's peaks alone: the larger of compute and memory time, and a launch for each operation. */
  readonly rooflineSeconds: number;
  /** Of its matrix products. */
  readonly flops: number;
  /** Read and written by its operations, nothing fused. */
  readonly bytes: number;
  readonly operations: number;
  /** Upper quartile of the samples over the measured time. */
  readonly spread: number;
}
