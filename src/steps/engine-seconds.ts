import type { ConstantSet } from "../constants/registry.ts";
import type { Operator } from "../operators/types.ts";
import type { OperatorTime } from "../roofline/operator-time.ts";

/**
 * Device time of an operator as an engine's kernels reach it: stretched by what the engine reaches of the roofs that it stands under,
 * t · √((c/e_c)² + (m/e_m)²) / √(c² + m²) with the compute and memory roofs c and m and the engine's matrix and memory efficiency. So
 * time has no jump where one roof takes over from the other. Attention is the engine's own kernel, with an efficiency of its own.
 */
export function engineSeconds(kind: Operator["kind"], { seconds, computeSeconds, memorySeconds }: OperatorTime, constants: ConstantSet): number {
  if (kind === "attention" || kind === "mla") return seconds / constants.engineAttentionEfficiency;
  const square = computeSeconds * computeSeconds + memorySeconds * memorySeconds;
  if (!(square > 0)) return seconds;
  const compute = computeSeconds / constants.engineMatrixEfficiency;
  const memory = memorySeconds / constants.engineMemoryEfficiency;
  return seconds * Math.sqrt((compute * compute + memory * memory) / square);
}

/** From kernel to kernel of one layer's operator: those of routed experts and latent attention are fused more by some engines than by others. */
export function launchSeconds(kind: Operator["kind"], kernels: number, { dependentKernelSeconds, unfusedLayerKernels }: ConstantSet): number {
  if (kind === "collective") return 0;
  return kernels * dependentKernelSeconds * (kind === "experts" || kind === "mla" ? unfusedLayerKernels : 1);
}
