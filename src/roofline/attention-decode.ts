import { cachedShare } from "./attention-prefill.ts";
import type { Machine } from "./machine.ts";
import { parallelUnits } from "./parallel-units.ts";
import { overlapped } from "./smooth-max.ts";

/** Roofs of the last call of {@link attentionDecodeSeconds} or `mlaDecodeSeconds`, seconds: overwritten by the next call. */
export interface DecodeRoofs {
  compute: number;
  memory: number;
  flops: number;
  bytes: number;
}

export const decodeRoofs: DecodeRoofs = { compute: 0, memory: 0, flops: 0, bytes: 0 };

/**
 * Time of attention of one new token of each of `sequences` requests over `context` cached tokens, launches not counted.
 *
 * A grouped kernel reads each KV head once for all its query heads; a per-head kernel (what some engines take for one query
 * head a KV head, or for very many) reads it through the cache for each. Blocks, one a sequence and head, are split along the
 * context until they fill the device. Time is the memory roof ⊕ the walk of the blocks (start, then tokens at the rate that
 * one unit can read and multiply them), and a reduction where contexts were split.
 *
 * @param headDim - size of keys per head; `valueDim` of values.
 * @param span - tokens that a query sees at most; Infinity sees all.
 * @param kvBytes - bytes of a stored element of the cache.
 * @param resident - 1 where the cache was read just before (a benchmark's loop), 0 where it comes from memory (a model's step).
 */
export function attentionDecodeSeconds(
  machine: Machine, sequences: number, context: number, heads: number, kvHeads: number,
  headDim: number, valueDim: number, span: number, kvBytes: number, resident: number,
): number {
  const tokens = context < span ? context : span;
  const { constants } = machine;
  const tokenElements = headDim + valueDim;
  const kvBytesRead = sequences * tokens * kvHeads * tokenElements * kvBytes;
  const flops = 2 * sequences * heads * tokenElements * tokens;
  const bytes = kvBytesRead + sequences * heads * tokenElements * 2;
  decodeRoofs.flops = flops;
  decodeRoofs.bytes = bytes;
  const idealMemory = bytes / machine.memoryBytesPerSecond;
  const idealCompute = flops / machine.peakFlopsPerSecond[kvBytes <= 1 ? "fp8" : "bf16"];
  if (machine.ideal || tokens === 0 || sequences === 0) {
    decodeRoofs.compute = idealCompute;
    decodeRoofs.memory = idealMemory;
    return idealCompute > idealMemory ? idealCompute : idealMemory;
  }

  const group = heads / kvHeads;
  const grouped = isGrouped(machine, group, kvBytes);
  // A per-head kernel runs on the vector units, whose number does not hang on the matrix rate.
  const units = grouped ? parallelUnits(machine) : machine.computeUnits;
  const blocks = sequences * (grouped ? kvHeads : heads);
  const wanted = tokens / constants.decodeSplitTokens;
  // A paged kernel with a block for each sequence and head gives up splitting where there are enough of them.
  const unsplit = !grouped && blocks > constants.unsplitDecodeBlocks;
  const room = unsplit ? 1 : (constants.decodeBlocksPerUnit * units) / blocks;
  const splits = wanted < 1 || room < 1 ? 1 : wanted < room ? wanted : room;
  const rounds = roundsOf((blocks * splits) / units);
  const portBytesPerSecond = constants.decodeUnitBytesPerClock * machine.clockHertz;
  const keyElements = powerOfTwo(headDim);
  const arithmetic = grouped
    ? (2 * paddedRows(group) * (keyElements + powerOfTwo(valueDim)) * units) / (machine.peakFlopsPerSecond.bf16 * constants.decodeMatrixFraction)
    : (2 * tokenElements * units) / (vectorIssueRate(machine) * constants.decodeVectorFraction);
  const token = (tokenElements * kvBytes) / portBytesPerSecond + arithmetic;
  const start = grouped
    ? (kvBytes <= 1 ? constants.decodeNarrowBlockSeconds : constants.decodeBlockSeconds) + constants.decodeQueryElementSeconds * group * keyElements
    : constants.perHeadBlockSeconds;
  const walk = rounds * (start + (tokens / splits) * token);
  const reads = grouped ? 1 : 1 + (group - 1) * constants.perHeadRepeatedReads;
  const memory = kvSeconds(machine, kvBytesRead * reads, resident);
  decodeRoofs.compute = walk;
  decodeRoofs.memory = memory;
  const reduction = splits > 1 ? constants.decodeReductionSeconds * (splits < 2 ? splits - 1 : 1) : 0;
  const joined = overlapped(memory, walk) + reduction;
  const seconds = unsplit ? joined / constants.unsplitDecodeShare : joined;
  const floor = idealCompute > idealMemory ? idealCompute : idealMemory;
  return seconds > floor ? seconds : floor;
}

/**
 * What widening an 8-bit floating-point cache adds to {@link attentionDecodeSeconds} on a device that has no such format: a
 * per-head kernel does it for each query head anew.
 */
export function softwareWideningSeconds(machine: Machine, sequences: number, tokens: number, heads: number, kvHeads: number, tokenElements: number): number {
  const { constants } = machine;
  const readers = isGrouped(machine, heads / kvHeads, 1) ? kvHeads : heads;
  // A peak counts a multiplication and an addition of one instruction.
  return (2 * constants.softwareNarrowOperations * sequences * tokens * readers * tokenElements) / machine.vectorFlopsPerSecond;
}

/** Launch of a decode attention call by itself: engines choose the kernel by how many query heads share a KV head. */
export function decodeCallSeconds(machine: Machine, heads: number, kvHeads: number, kvBytes: number): number {
  const { constants } = machine;
  return isGrouped(machine, heads / kvHeads, kvBytes) ? constants.decodeCallSeconds : constants.perHeadDecodeCallSeconds;
}

/** Vector instructions that a unit issues in a cycle: four of 32 lanes. */
const issuedLanesPerClock = 128;

/**
 * Vector rate of kernels that issue more loads, conversions and sums than multiplications: that of instructions. It is above the peak
 * where a unit has fewer multipliers than issue slots (V100, A100: 64 for 128).
 */
function vectorIssueRate({ computeUnits, clockHertz, vectorFlopsPerSecond }: Machine): number {
  const issued = 2 * issuedLanesPerClock * computeUnits * clockHertz;
  return issued > vectorFlopsPerSecond ? issued : vectorFlopsPerSecond;
}

/** Whether the engine takes its grouped kernel for `group` query heads a KV head. */
function isGrouped({ constants }: Machine, group: number, kvBytes: number): boolean {
  return group >= (kvBytes <= 1 ? constants.decodeNarrowGroupMinimum : constants.decodeGroupMinimum) && group <= constants.decodeGroupLimit;
}

/** Time to read `bytes` of KV cache with the whole device. */
export function kvSeconds(machine: Machine, bytes: number, resident: number): number {
  const { constants } = machine;
  const rate = machine.memoryBytesPerSecond * constants.decodeMemoryFraction;
  const share = resident > 0 ? cachedShare(machine, bytes, constants.attentionCacheReach) * resident : 0;
  if (share === 0) return bytes / rate;
  const cached = machine.l2BytesPerSecond * constants.attentionCacheFraction;
  return bytes * ((1 - share) / rate + share / (cached > rate ? cached : rate));
}

/** How often the busiest unit starts a block, for `load` blocks a unit: a smooth step from 1 to `load`. */
export function roundsOf(load: number): number {
  if (load > 4) return load;
  const square = load * load;
  return Math.sqrt(Math.sqrt(1 + square * square));
}

/** Query rows that a tile has room for. */
function paddedRows(group: number): number {
  return group <= 8 ? 8 : group <= 16 ? 16 : group <= 32 ? 32 : 64 * Math.ceil(group / 64);
}

function powerOfTwo(size: number): number {
  let power = 64;
  while (power < size) power *= 2;
  return size <= 64 ? size : power;
}
