import type { DeviceFile } from "../../../hardware/file.ts";
import type { BandwidthPoint } from "./bandwidth-curve.ts";
import type { GemmPoint } from "./machine.ts";

/** What becomes a device. */
export interface MachineFigures {
  readonly package: string;
  readonly gemm: readonly GemmPoint[];
  readonly bandwidth: readonly BandwidthPoint[];
  readonly launchSeconds: number;
  /** Memory that the backend may use; unknown where absent. */
  readonly memoryBytes?: number;
}

/**
 * The machine at hand as a device file: its best measured matrix rate is the FP32 peak, the bandwidth at the largest working
 * set that of its memory, the best bandwidth that of its cache, and an addition's launch the launch.
 */
export function machineDevice({ package: origin, gemm, bandwidth, launchSeconds, memoryBytes }: MachineFigures): DeviceFile {
  const peak = Math.max(...gemm.map((point) => point.flopsPerSecond));
  const far = bandwidth.at(-1);
  const fastest = Math.max(...bandwidth.map((point) => point.bytesPerSecond));
  const perSecond = (value: number): string => `${short(value)} B/s`;
  return {
    id: "this-machine",
    name: `this machine with ${origin}`,
    kind: "cpu",
    family: "cpu",
    vendor: "measured here",
    compute: { matrix: { fp32: `${short(peak)} FLOP/s` } },
    onChip: { l2Bandwidth: perSecond(fastest) },
    memory: [{
      tier: "dram",
      ...(memoryBytes === undefined ? {} : { usable: `${short(memoryBytes)} B` }),
      bandwidth: far === undefined ? null : perSecond(far.bytesPerSecond),
    }],
    measured: { kernelLaunch: `${short(launchSeconds)} s`, memoryBandwidth: far === undefined ? null : perSecond(far.bytesPerSecond) },
    notes: [`measured by ridgepoint on the machine at hand with ${origin}`],
  };
}

/** Four digits; a measurement has no more. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
