import type { NumberFormat } from "../quantities/formats.ts";
import { balancedExperts, emptyExpertWork, powerLawExperts } from "./expert-work.ts";
import { callSeconds, narrowingSeconds } from "./gemm-call.ts";
import { groupedGemmSeconds, groupedRoofs } from "./grouped-gemm.ts";
import type { KernelTime } from "./kernel-time.ts";
import type { Machine } from "./machine.ts";

/**
 * One call of one rank's routed-expert layer by itself: routing, permutation, both grouped products, activation, narrowing of
 * activations.
 * @param tokens - over all ranks, each choosing `topK` of all `experts`, of which experts/ep are on the rank.
 * @param intermediate - of a whole expert; tp ranks share it.
 * @param exponent - of the power law of expert loads; 0 for balanced ones.
 */
export function groupedGemmCall(
  machine: Machine, tokens: number, experts: number, topK: number, hidden: number, intermediate: number, ep: number, tp: number,
  gated: boolean, exponent: number, weights: NumberFormat,
): KernelTime {
  const work = emptyExpertWork();
  if (exponent > 0) powerLawExperts(work, tokens, experts, topK, ep, exponent);
  else balancedExperts(work, tokens, experts, topK, ep);
  const width = intermediate / tp;
  const product = groupedGemmSeconds(machine, work, hidden, width, gated, weights, 0);
  const { compute, memory, flops, bytes } = groupedRoofs;
  const { groupedCallKernels, groupedExpertSeconds, gemmCallSeconds } = machine.constants;
  // One scale for a tensor is applied by gather and activation as they write; scales of blocks take kernels of their own.
  const blocks = weights.groupSize > 0 && !weights.weightOnly;
  const launchSeconds = groupedCallKernels * gemmCallSeconds + (groupedExpertSeconds * experts) / ep
    + (blocks ? 2 * (callSeconds(machine, weights, 1) - gemmCallSeconds) : 0);
  const narrowing = blocks ? narrowingSeconds(machine, work.pairs, hidden + width, weights) : 0;
  const seconds = Math.max(launchSeconds + narrowing + product, bytes / machine.memoryBytesPerSecond);
  return { seconds, launchSeconds, computeSeconds: compute, memorySeconds: memory + narrowing, flops, bytes };
}
