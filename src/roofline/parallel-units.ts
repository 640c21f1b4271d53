import type { Machine } from "./machine.ts";

/** A compute unit above this rate works on several tiles at once (a systolic array is many small ones to a tile of 128 rows). */
const largestUnitFlopsPerSecond = 20e12;
/** Below this rate several units share one tile (cores of a wafer, lanes of a dataflow chip). */
const smallestUnitFlopsPerSecond = 0.3e12;

/**
 * Over how many units independent tiles are spread: the device's compute units (SMs, CUs), unless those are so large or so small
 * that a tile of a matrix kernel is not their grain. From 0.3 TFLOP/s (below an SM of a T4, 1.6) to 20 TFLOP/s (above an SM of a
 * GB200, 17) in 16 bits the unit itself is the grain.
 */
export function parallelUnits(machine: Machine): number {
  const peak = machine.peakFlopsPerSecond.bf16;
  const fewest = peak / largestUnitFlopsPerSecond;
  const most = peak / smallestUnitFlopsPerSecond;
  const units = machine.computeUnits;
  const bounded = units < fewest ? fewest : units > most ? most : units;
  return bounded > 1 ? bounded : 1;
}

/** True where 8-bit operands are multiplied faster than 16-bit ones, so that kernels keep them in 8 bits. */
export function multipliesNarrow(machine: Machine): boolean {
  return machine.peakFlopsPerSecond.fp8 > 1.01 * machine.peakFlopsPerSecond.bf16;
}
