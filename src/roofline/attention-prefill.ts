import { causalPairs, fullPairs } from "../operators/attention-pairs.ts";
import type { Machine } from "./machine.ts";
import { multipliesNarrow, parallelUnits } from "./parallel-units.ts";
import { partlyOverlapped } from "./smooth-max.ts";

/** Roofs of the last call of {@link attentionPrefillSeconds}, seconds: overwritten by the next call. */
export interface PrefillRoofs {
  compute: number;
  memory: number;
  /** FLOPs of the products, padding not counted. */
  flops: number;
  /** Bytes that must move: queries, keys and values once, outputs once. */
  bytes: number;
}

export const prefillRoofs: PrefillRoofs = { compute: 0, memory: 0, flops: 0, bytes: 0 };

/**
 * Time of softmax attention of `sequences` prompts on one device, launches not counted: each computes `queries` tokens at the
 * end of a context of `context` tokens with `heads` query heads over `kvHeads` KV heads.
 *
 * Tiles of T queries by T keys on parallel units, causal tiles only: each tile takes its matrix products ⊕ its softmax, and a
 * fixed time for its start and end; tiles are spread evenly but for a part of the longest. Operands are streamed before and
 * after, not hidden: time adds up (on A100 and H100 the sum fits better than any overlap).
 *
 * @param headDim - size of queries and keys per head; `valueDim` of values and outputs.
 * @param span - tokens that a query sees at most; Infinity sees all.
 * @param kvBytes - bytes of a stored element of the cache; 1 also lets products run in 8 bits where the device is faster so.
 * @param passes - times that Q, K and V are read and written before (rotary embedding, conversion, cache write); 0 where other
 *   operators count it.
 * @param resident - 1 where operands were just written and may lie in the cache, 0 where they come from memory.
 * @param padding - part of the way from head sizes to the next power of two that the kernel computes on; 0 where it is built for them.
 * @returns seconds; 0 for no queries. The datasheet roofline under `ideal`.
 */
export function attentionPrefillSeconds(
  machine: Machine, sequences: number, queries: number, context: number, heads: number, kvHeads: number,
  headDim: number, valueDim: number, causal: boolean, span: number, kvBytes: number, passes: number, resident: number,
  padding: number = machine.constants.attentionHeadPadding,
): number {
  const pairs = causal ? causalPairs(queries, context, span) : fullPairs(queries, context, span);
  const { constants } = machine;
  const narrow = kvBytes <= 1 && multipliesNarrow(machine);
  const operandBytes = narrow ? 1 : 2;
  const keys = context < queries + span ? context : queries + span;
  const flops = 2 * sequences * heads * (headDim + valueDim) * pairs;
  const queryElements = sequences * queries * heads;
  const keyElements = sequences * keys * kvHeads * (headDim + valueDim);
  const bytes = queryElements * (headDim * operandBytes + valueDim * 2) + keyElements * operandBytes;
  const peak = narrow ? machine.peakFlopsPerSecond.fp8 : machine.peakFlopsPerSecond.bf16;
  prefillRoofs.flops = flops;
  prefillRoofs.bytes = bytes;
  const idealCompute = flops / peak;
  const idealMemory = bytes / machine.memoryBytesPerSecond;
  if (machine.ideal || pairs === 0) {
    prefillRoofs.compute = idealCompute;
    prefillRoofs.memory = idealMemory;
    return idealCompute > idealMemory ? idealCompute : idealMemory;
  }

  const units = parallelUnits(machine);
  const tile = constants.attentionTileTokens;
  const tilesOfSequence = Math.ceil(queries / tile);
  const rows = queries >= tile ? tile : queries > tile / 4 ? queries : tile / 4;
  // Tiles on the diagonal, and on the far edge of a window, are computed whole; a window adds no tile.
  const diagonal = (tile - 1) / 2;
  const whole = causal ? context - (queries - 1) / 2 + diagonal : keys;
  const windowed = pairs / queries + 2 * diagonal;
  const seen = span < context && windowed < whole ? windowed : whole;
  const width = seen > tile ? seen : tile;
  const longest = context < span + tile ? context : span + tile;
  const products = 2 * (padded(headDim, padding) + padded(valueDim, padding))
    / (peak * (narrow ? constants.attentionNarrowMatrixFraction : constants.attentionMatrixFraction));
  const score = units * partlyOverlapped(products, constants.softmaxFlopsPerScore / machine.vectorFlopsPerSecond, constants.attentionSerialShare);
  const fixed = constants.attentionTileSeconds;
  const tiles = sequences * heads * tilesOfSequence;
  const tail = constants.attentionTailFraction * (1 - 1 / units) * (rows * (longest > tile ? longest : tile) * score + fixed);
  const compute = (tiles * (rows * width * score + fixed)) / units + tail;

  const preparedElements = queryElements * headDim + sequences * queries * kvHeads * (headDim + valueDim);
  const moved = bytes + passes * preparedElements * (2 + operandBytes);
  const memory = streamSeconds(machine, moved, resident > 0 ? bytes + preparedElements * 2 : Infinity);
  prefillRoofs.compute = compute;
  prefillRoofs.memory = memory;
  const seconds = compute + memory;
  const floor = idealCompute > idealMemory ? idealCompute : idealMemory;
  return seconds > floor ? seconds : floor;
}

/** Size on which kernels compute a head: part of the way to the next power of two, at least 64. */
function padded(size: number, padding: number): number {
  if (size <= 64) return 64;
  let power = 128;
  while (power < size) power *= 2;
  return size + padding * (power - size);
}

/** Time to stream `moved` bytes of attention operands whose working set is `footprint` bytes (Infinity: none lies in the cache). */
export function streamSeconds(machine: Machine, moved: number, footprint: number): number {
  const { constants } = machine;
  const rate = machine.memoryBytesPerSecond * constants.attentionMemoryFraction;
  const share = cachedShare(machine, footprint, constants.attentionCacheReach);
  if (share === 0) return moved / rate;
  const cached = machine.l2BytesPerSecond * constants.attentionCacheFraction;
  return moved * ((1 - share) / rate + share / (cached > rate ? cached : rate));
}

/** Share of a working set that is found in the last-level cache: 1 far below `reach` of it, ½ there, 0 far above. */
export function cachedShare(machine: Machine, footprint: number, reach: number): number {
  const capacity = machine.l2Bytes * reach;
  if (!(footprint < 4 * capacity)) return 0;
  const filled = (footprint / capacity) * (footprint / capacity);
  return 1 / (1 + filled * filled);
}
