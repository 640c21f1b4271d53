import type { NumberFormat } from "../quantities/formats.ts";
import { activationBytes, gemmRoofs, gemmSeconds } from "./gemm.ts";
import type { KernelTime } from "./kernel-time.ts";
import type { Machine } from "./machine.ts";

/**
 * Copies of the weights that benchmark loops cycle through so that a product does not find them in the cache (AIConfigurator's
 * collectors take up to six; a layer-by-layer profile passes the other layers' weights in between).
 */
export const benchmarkWeightCopies = 6;

/**
 * One call of a linear layer's product by itself, repeated as benchmarks do: launch, narrowing of 16-bit activations where the
 * format multiplies narrow floats, and the product. Integer and weight-only kernels take what the kernel before them wrote.
 */
export function gemmCall(machine: Machine, m: number, n: number, k: number, weights: NumberFormat, outputBytes: number): KernelTime {
  const product = gemmSeconds(machine, m, n, k, weights, outputBytes, benchmarkWeightCopies, 0);
  const { compute, memory, flops, bytes } = gemmRoofs;
  const launchSeconds = callSeconds(machine, weights, 1);
  const narrowing = narrowingSeconds(machine, m, k, weights);
  const seconds = Math.max(launchSeconds + narrowing + product, bytes / machine.memoryBytesPerSecond);
  return { seconds, launchSeconds, computeSeconds: compute, memorySeconds: memory + narrowing, flops, bytes };
}

/** Launches around `products` dependent products of one call. */
export function callSeconds(machine: Machine, weights: NumberFormat, products: number): number {
  const c = machine.constants;
  return c.gemmCallSeconds * products * (1 + narrowingKernels(machine, weights)) + (storesIntegers(weights) ? c.gemmPluginCallSeconds * products : 0);
}

/** Time to narrow m × k activations of 16 bits for a product that multiplies narrow floats; 0 for other formats. */
export function narrowingSeconds(machine: Machine, m: number, k: number, weights: NumberFormat): number {
  const kernels = narrowingKernels(machine, weights);
  if (kernels === 0) return 0;
  // The converting kernel reads 16 bits and writes the narrow format; one before it that seeks the maximum reads them too.
  const passes = (kernels < 1 ? kernels : 1) * (2 + activationBytes(weights)) + (kernels > 2 ? 2 : kernels > 1 ? 2 * (kernels - 1) : 0);
  return (m * k * passes) / (machine.memoryBytesPerSecond * machine.constants.gemmQuantiseEfficiency);
}

function narrowingKernels(machine: Machine, weights: NumberFormat): number {
  if (weights.weightOnly || weights.bytesPerElement >= 2 || storesIntegers(weights)) return 0;
  return weights.groupSize > 0 ? machine.constants.gemmGroupQuantiseKernels : machine.constants.gemmTensorQuantiseKernels;
}

function storesIntegers(weights: NumberFormat): boolean {
  return weights.weightOnly || weights.compute === "int8" || weights.compute === "int4";
}
