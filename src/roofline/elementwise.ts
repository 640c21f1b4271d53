import { cachedShare } from "./attention-prefill.ts";
import type { Machine } from "./machine.ts";

/** Kernels that stream rows. */
export type ElementwiseKind = "rmsnorm" | "layernorm" | "softmax" | "gelu" | "elementwise";

/**
 * Time of a streaming kernel that reads `readBytes` and writes `writtenBytes` with `flops` vector operations, launches not
 * counted: memory and vector units overlap.
 * @param resident - 1 where operands may lie in the last-level cache, 0 where they come from memory.
 */
export function streamingSeconds(machine: Machine, readBytes: number, writtenBytes: number, flops: number, resident: number): number {
  const { constants } = machine;
  const bytes = readBytes + writtenBytes;
  const compute = flops / machine.vectorFlopsPerSecond;
  const ideal = bytes / machine.memoryBytesPerSecond;
  if (machine.ideal) return compute > ideal ? compute : ideal;
  const rate = machine.memoryBytesPerSecond * constants.streamFraction;
  const share = resident > 0 ? cachedShare(machine, bytes, constants.attentionCacheReach) * resident : 0;
  let memory = bytes / rate;
  if (share > 0) {
    const cached = machine.l2BytesPerSecond * constants.streamCacheFraction;
    memory = bytes * ((1 - share) / rate + share / (cached > rate ? cached : rate));
  }
  return compute > memory ? compute : memory;
}

/**
 * Time of a norm, softmax or activation over `rows` rows of `columns` elements, read and written once, launches not counted.
 * Softmax and norms pass over their input again, from memory where the rows in flight outgrow the units' shared memory.
 */
export function rowKernelSeconds(machine: Machine, kind: ElementwiseKind, rows: number, columns: number, elementBytes: number, resident: number): number {
  const bytes = rows * columns * elementBytes;
  if (machine.ideal || kind === "gelu" || kind === "elementwise") return streamingSeconds(machine, bytes, bytes, flopsPerElement[kind] * rows * columns, resident);
  const { constants } = machine;
  const passes = kind === "softmax" ? constants.softmaxExtraReads : constants.normExtraReads;
  // Sixteen rows of 128 threads fill a unit (2,048 threads); beyond its shared memory every further pass reads again.
  const crowd = (columns * elementBytes * 16) / machine.sharedBytesPerUnit;
  const square = crowd * crowd;
  const spilled = square / (1 + square);
  return streamingSeconds(machine, bytes * (1 + passes + (1 - Math.min(1, passes)) * spilled), bytes, flopsPerElement[kind] * rows * columns, resident);
}

/** Launch of such a kernel called by itself. */
export function rowKernelCallSeconds(machine: Machine, kind: ElementwiseKind): number {
  return kind === "softmax" ? machine.constants.softmaxCallSeconds : machine.constants.elementwiseCallSeconds;
}

/** Vector operations an element: GELU by tanh about 12, softmax maximum, exponential, sum and scale 5, layer norm 7, RMS norm 4. */
export const flopsPerElement: Readonly<Record<ElementwiseKind, number>> = { rmsnorm: 4, layernorm: 7, softmax: 5, gelu: 12, elementwise: 1 };
