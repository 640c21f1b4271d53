import type { ComputeFormat } from "../quantities/formats.ts";
import type { Machine } from "./machine.ts";

/**
 * The machine as an engine's kernels reach it: matrix and vector rates times `engineMatrixEfficiency`, memory bandwidth times
 * `engineMemoryEfficiency`. Tuned kernels are timed on the machine itself. The same machine where the engine loses nothing.
 */
export function reachedBy(machine: Machine): Machine {
  const { engineMatrixEfficiency: matrix, engineMemoryEfficiency: memory } = machine.constants;
  if (matrix === 1 && memory === 1) return machine;
  let reached = made.get(machine);
  if (reached === undefined) {
    const peaks = Object.fromEntries(Object.entries(machine.peakFlopsPerSecond).map(([format, rate]) => [format, rate * matrix]));
    reached = {
      ...machine,
      peakFlopsPerSecond: peaks as Record<ComputeFormat, number>,
      vectorFlopsPerSecond: machine.vectorFlopsPerSecond * matrix,
      memoryBytesPerSecond: machine.memoryBytesPerSecond * memory,
    };
    made.set(machine, reached);
  }
  return reached;
}

/** Machines are immutable, so that what is made of one is made once. */
const made = new WeakMap<Machine, Machine>();
