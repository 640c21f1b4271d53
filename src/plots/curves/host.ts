import type { MachineMeasurement } from "../../evidence/kernels/host/machine.ts";
import type { Roofs } from "./roofs.ts";

/** The roofs of a measured machine: its best matrix product, its fastest stream (a cache) and its longest (memory). */
export function hostRoofs({ gemm, bandwidth, package: name }: MachineMeasurement): Roofs {
  const peak = Math.max(...gemm.map(({ flopsPerSecond }) => flopsPerSecond));
  const memory = bandwidth.at(-1)?.bytesPerSecond ?? 0;
  const cache = Math.max(...bandwidth.map(({ bytesPerSecond }) => bytesPerSecond));
  return {
    hardware: name, compute: [{ name: "fp32", flopsPerSecond: peak }],
    bandwidth: [...(cache > 1.3 * memory ? [{ name: "cache", bytesPerSecond: cache, kind: "cache" as const }] : []), { name: "memory", bytesPerSecond: memory, kind: "memory" as const }],
  };
}
