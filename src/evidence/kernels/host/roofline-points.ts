import type { HostMeasurement } from "./measure.ts";

/** A kernel on the roofline of the machine that ran it. */
export interface RooflinePoint {
  readonly name: string;
  readonly kind: string;
  /** FLOPs of its matrix products over the bytes that its operations read and write. */
  readonly flopsPerByte: number;
  readonly measuredFlopsPerSecond: number;
  readonly predictedFlopsPerSecond: number;
}

/** Roofs of a machine, and kernels under them: what a plot of the roofline shows. */
export interface HostRoofline {
  /** Best measured rate of matrix products. */
  readonly peakFlopsPerSecond: number;
  /** Streaming bandwidth by working set, smallest first: each level of the cache is a slanted roof of its own. */
  readonly bandwidth: HostMeasurement["machine"]["bandwidth"];
  readonly points: readonly RooflinePoint[];
}

/**
 * Measured kernels under the roofs of the machine that ran them, FLOP/s against FLOPs per byte. Kernels without a matrix product (norms,
 * look-ups) are on no roofline and left out.
 */
export function hostRoofline({ machine, kernels }: HostMeasurement): HostRoofline {
  return {
    peakFlopsPerSecond: Math.max(...machine.gemm.map(({ flopsPerSecond }) => flopsPerSecond)),
    bandwidth: machine.bandwidth,
    points: kernels.filter(({ flops, bytes }) => flops > 0 && bytes > 0).map(({ name, kind, flops, bytes, measuredSeconds, predictedSeconds }) => ({
      name, kind, flopsPerByte: flops / bytes, measuredFlopsPerSecond: flops / measuredSeconds, predictedFlopsPerSecond: flops / predictedSeconds,
    })),
  };
}
