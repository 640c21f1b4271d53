import { attentionPrefillSeconds, streamSeconds } from "./attention-prefill.ts";
import { decodeRoofs, kvSeconds, roundsOf } from "./attention-decode.ts";
import type { Machine } from "./machine.ts";
import { multipliesNarrow, parallelUnits } from "./parallel-units.ts";
import { partlyOverlapped, wellOverlapped } from "./smooth-max.ts";

/**
 * Time of multi-head latent attention over prompts, not absorbed: every head has its own keys (`nopeDim + ropeDim`) and values,
 * expanded from the latent by products that are counted as GEMMs. Launches not counted. Parameters as
 * {@link attentionPrefillSeconds}; `prepare` 1 where the call also rotates, converts and stores, 0 where other operators do.
 */
export function mlaPrefillSeconds(
  machine: Machine, sequences: number, queries: number, context: number, heads: number,
  nopeDim: number, ropeDim: number, valueDim: number, span: number, kvBytes: number, prepare: number, resident: number,
): number {
  const { constants } = machine;
  const quantised = kvBytes <= 1 && multipliesNarrow(machine);
  const seconds = attentionPrefillSeconds(machine, sequences, queries, context, heads, heads, nopeDim + ropeDim, valueDim, true, span,
    kvBytes, constants.mlaPreparationPasses * prepare, resident, 0);
  if (!quantised || machine.ideal || prepare === 0) return seconds;
  const elements = sequences * queries * heads * (2 * (nopeDim + ropeDim) + valueDim);
  return seconds + streamSeconds(machine, constants.mlaQuantisePasses * prepare * elements * (2 + kvBytes), Infinity);
}

/**
 * Time of absorbed latent attention of one new token of each of `sequences` requests, launches not counted: `heads` query heads
 * over one latent head of `latentDim + ropeDim` elements a token, whose first `latentDim` are the values too.
 *
 * As decode attention with tiles of 64 query heads: the memory roof ⊕ the walk of the blocks, which on devices with few blocks
 * and a kernel that does not split contexts is one block's walk over the whole context, whatever the bandwidth.
 */
export function mlaDecodeSeconds(
  machine: Machine, sequences: number, context: number, heads: number, latentDim: number, ropeDim: number, span: number,
  kvBytes: number, resident: number,
): number {
  const tokens = context < span ? context : span;
  const { constants } = machine;
  const elements = 2 * latentDim + ropeDim;
  const kvBytesRead = sequences * tokens * (latentDim + ropeDim) * kvBytes;
  const flops = 2 * sequences * heads * elements * tokens;
  const bytes = kvBytesRead + sequences * heads * elements * 2;
  decodeRoofs.flops = flops;
  decodeRoofs.bytes = bytes;
  const narrow = kvBytes <= 1 && multipliesNarrow(machine);
  const peak = narrow ? machine.peakFlopsPerSecond.fp8 : machine.peakFlopsPerSecond.bf16;
  const idealCompute = flops / peak;
  const idealMemory = bytes / machine.memoryBytesPerSecond;
  if (machine.ideal || tokens === 0 || sequences === 0) {
    decodeRoofs.compute = idealCompute;
    decodeRoofs.memory = idealMemory;
    return idealCompute > idealMemory ? idealCompute : idealMemory;
  }

  const units = parallelUnits(machine);
  const rowTile = constants.mlaRowTile;
  const blocks = sequences * Math.ceil(heads / rowTile);
  const wanted = tokens / constants.mlaSplitTokens;
  const room = (constants.mlaBlocksPerUnit * units) / blocks;
  const splitting = constants.mlaSplitsByEngine > 0.5 || constants.mlaSplitsByFamily > 0.5;
  const splits = !splitting || wanted < 1 || room < 1 ? 1 : wanted < room ? wanted : room;
  const load = (blocks * splits) / units;
  // Split contexts are cut to fit the units. Whole ones are dealt out one by one: the busiest unit has about half a block more
  // than the mean, and shares its neighbour's ports while others idle.
  const crowded = load * constants.mlaCrowding;
  const rounds = splitting ? roundsOf(load) : crowded > 0.5 ? 0.5 + crowded : 1;
  const products = (2 * elements) / (peak * (narrow ? constants.mlaNarrowMatrixFraction : constants.mlaMatrixFraction));
  const softmax = constants.softmaxFlopsPerScore / machine.vectorFlopsPerSecond;
  const token = rowTile * units * partlyOverlapped(products, softmax, constants.attentionSerialShare)
    + ((latentDim + ropeDim) * kvBytes) / (constants.decodeUnitBytesPerClock * machine.clockHertz);
  const start = constants.mlaBlockSeconds + constants.mlaQueryElementSeconds * (heads < rowTile ? heads : rowTile) * elements;
  const walk = rounds * (start + (tokens / splits) * token);
  const memory = kvSeconds(machine, kvBytesRead, resident);
  decodeRoofs.compute = walk;
  decodeRoofs.memory = memory;
  const reduction = splits > 1 ? constants.decodeReductionSeconds * (splits < 2 ? splits - 1 : 1) : 0;
  const seconds = wellOverlapped(memory, walk) + reduction;
  const floor = idealCompute > idealMemory ? idealCompute : idealMemory;
  return seconds > floor ? seconds : floor;
}
