import type { NumberFormat } from "../quantities/formats.ts";
import type { ExpertWork } from "./expert-work.ts";
import { activationBytes, blockScaleDepth, largestHardwareGroup, powerStretch, waveSeconds } from "./gemm.ts";
import { gemmRates, type GemmRates } from "./gemm-rates.ts";
import type { Machine } from "./machine.ts";

/** Parts of the last layer timed: seconds under each roof alone, and counts. Overwritten by every call. */
export const groupedRoofs = { compute: 0, memory: 0, flops: 0, bytes: 0 };

/** Rows and columns of the tiles tried: the fewer tokens an expert has, the flatter. */
const tileRows = [128, 64, 16];
const tileColumns = [128, 128, 64];

/**
 * Device time of one rank's routed experts, launches and routing not counted, in seconds: gather of the tokens' rows, grouped
 * product to the intermediate width (twice of it where `gated`), activation, grouped product back, weighted scatter.
 *
 * A grouped product is timed as one product whose row tiles are those of all visited experts, and whose weights are theirs
 * ({@link gemmSeconds}); the best of three tile heights for the whole layer.
 *
 * @param work - pairs, visited experts and row tiles of this rank ({@link ExpertWork}).
 * @param intermediate - width of one expert on this rank.
 * @param sustained - as in {@link gemmSeconds}.
 */
export function groupedGemmSeconds(
  machine: Machine, work: ExpertWork, hidden: number, intermediate: number, gated: boolean, weights: NumberFormat, sustained: number,
): number {
  const wide = gated ? 2 * intermediate : intermediate;
  const inputBytes = activationBytes(weights);
  const elements = hidden * (wide + intermediate);
  const peak = machine.peakFlopsPerSecond[weights.compute];
  // Gather, activation and scatter of pairs; the result of every token.
  const rowBytes = work.pairs * (hidden * (4 + inputBytes) + wide * 2 + intermediate * inputBytes) + work.tokens * hidden * 2;
  groupedRoofs.flops = 2 * work.pairs * elements;
  groupedRoofs.compute = groupedRoofs.flops / peak;
  groupedRoofs.bytes = work.visited * elements * weights.bytesPerElement + rowBytes / 2;
  if (!(work.pairs > 0)) return (groupedRoofs.compute = groupedRoofs.memory = groupedRoofs.bytes = 0);
  if (machine.ideal) {
    groupedRoofs.memory = groupedRoofs.bytes / machine.memoryBytesPerSecond;
    return Math.max(groupedRoofs.compute, groupedRoofs.memory);
  }
  const rates = gemmRates(machine);
  const up = productSeconds(rates, work, wide, hidden, weights, inputBytes, peak);
  groupedRoofs.memory = roofs.memory;
  const down = productSeconds(rates, work, hidden, intermediate, weights, inputBytes, peak);
  groupedRoofs.memory += roofs.memory;
  const body = up + down;
  const rows = (rowBytes * machine.constants.groupedRowPasses) / machine.memoryBytesPerSecond;
  const seconds = powerStretch(rates, groupedRoofs.compute, body, sustained);
  return (seconds > groupedRoofs.compute ? seconds : groupedRoofs.compute) + rows;
}

const roofs = { memory: 0 };

function productSeconds(
  rates: GemmRates, work: ExpertWork, n: number, k: number, weights: NumberFormat, inputBytes: number, peak: number,
): number {
  const blocks = !weights.weightOnly && weights.groupSize > largestHardwareGroup;
  const perProduct = (2 * k * rates.units) / (peak * rates.efficiency * rates.groupedEfficiency);
  const perOutput = blocks ? (k / blockScaleDepth) * rates.blockScaleSeconds : 0;
  const perColumn = weights.weightOnly ? k * rates.dequantSeconds : 0;
  const latency = k * (weights.bytesPerElement > inputBytes ? weights.bytesPerElement : inputBytes) * rates.loopSecondsPerByte;
  const read = work.visited * n * k * weights.bytesPerElement * rates.groupedSecondsPerByte + work.pairs * k * inputBytes * rates.secondsPerByte;
  const write = work.pairs * n * 2 * rates.secondsPerByte;
  roofs.memory = read + write;
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const rows = tileRows[i] as number;
    const columns = tileColumns[i] as number;
    const down = i === 0 ? work.tiles128 : i === 1 ? work.tiles64 : work.tiles16;
    const tiles = down * Math.ceil(n / columns);
    const area = rows * columns;
    const tileSeconds = perProduct * (area + rates.feedRows * (columns + rows)) + columns * perColumn + area * perOutput;
    const crowd = area >= 24576 ? 1 : area <= 6144 ? 0.25 : area / 24576;
    const t = waveSeconds(rates, tiles * rates.perUnit, tileSeconds, latency, crowd, read, write);
    if (t < best) best = t;
  }
  return best;
}
