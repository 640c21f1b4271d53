import type { AttentionOperator, GemmOperator, StepShape } from "../operators/types.ts";
import { numberFormats, type NumberFormat } from "../quantities/formats.ts";
import { prefillRoofs } from "./attention-prefill.ts";
import { streamingSeconds } from "./elementwise.ts";
import type { Machine } from "./machine.ts";
import { wellOverlapped } from "./smooth-max.ts";

/** Rows up to which an engine's matrix-vector kernel takes 16-bit weights, and narrower ones (ggml-cuda: MMVQ_MAX_BATCH_SIZE). */
const vectorRows = 1;
const narrowVectorRows = 8;

/** Format in which a product of `m` rows is multiplied: narrow weights of many rows are written out in 16 bits before, by some engines. */
export function multipliedFormat({ constants }: Machine, m: number, weights: NumberFormat): NumberFormat {
  const unpacks = constants.unpackedAboveRows > 0 && m > constants.unpackedAboveRows && weights.weightOnly;
  return unpacks ? numberFormats.fp16 : weights;
}

/**
 * Time of a product of `m` rows with what an engine without fused kernels adds to it: the writing out of its weights, 32-bit activations
 * that pass through memory before and after, and the rate at which its own matrix-vector kernel takes weights in.
 * @param product - seconds of the product alone, in its {@link multipliedFormat}.
 */
export function unfusedProductSeconds(machine: Machine, { n, k, weights }: GemmOperator, m: number, product: number): number {
  const { constants } = machine;
  let seconds = product;
  if (multipliedFormat(machine, m, weights) !== weights) {
    seconds += constants.unpackedAccess * streamingSeconds(machine, n * k * weights.bytesPerElement, n * k * 2, 0, 0);
  }
  if (m <= (weights.bytesPerElement < 2 ? narrowVectorRows : vectorRows) && constants.vectorProductBytesPerClock > 0) {
    const intake = machine.computeUnits * machine.clockHertz * constants.vectorProductBytesPerClock;
    seconds = wellOverlapped(seconds, (n * k * weights.bytesPerElement) / intake);
  }
  return seconds + constants.activationPasses * streamingSeconds(machine, 4 * m * (n + k), 0, 0, 1);
}

/**
 * Time of a prompt's attention whose scores are stored: two products over all of queries × context, masked only afterwards and whatever
 * window a layer has, and passes over the 32-bit scores of all heads.
 */
export function storedAttentionSeconds(machine: Machine, op: AttentionOperator, shape: StepShape): number {
  const { constants } = machine;
  const pairs = op.heads * shape.prefillTokens * shape.prefillContext;
  const flops = 2 * pairs * (op.headDim + op.valueHeadDim);
  const keyBytes = shape.prefillSequences * shape.prefillContext * op.kvHeads * (op.headDim + op.valueHeadDim) * op.kv.bytesPerElement;
  const compute = flops / (machine.peakFlopsPerSecond.fp16 * constants.gemmMatrixEfficiency);
  const memory = constants.storedScorePasses * streamingSeconds(machine, 4 * pairs, 0, 0, 1) + streamingSeconds(machine, keyBytes, 0, 0, 0);
  prefillRoofs.flops = op.causal ? flops / 2 : flops;
  prefillRoofs.compute = compute;
  prefillRoofs.memory = memory;
  return compute + memory;
}
