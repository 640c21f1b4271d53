import type { NumberFormat } from "../quantities/formats.ts";
import type { Machine } from "./machine.ts";
import { gemmRates, type GemmRates } from "./gemm-rates.ts";

/** Parts of the last product timed: seconds under each roof alone, and exact counts. Overwritten by every call. */
export const gemmRoofs = { compute: 0, memory: 0, flops: 0, bytes: 0 };

/** Columns of the tiles tried; the first two have up to 128 rows, the others up to 64. They stand for a library's hundreds. */
const tileColumns = [256, 128, 128, 32];
/** Kernels with scales of 128-blocks have 64 or 128 rows and do not split k (DeepGEMM, get_best_configs). */
const blockColumns = [128, 32, 32, 16];
/** Scales of at most this many elements are applied by the matrix unit itself (OCP Microscaling); larger blocks by software. */
export const largestHardwareGroup = 32;

/** Products between two scales of a block-scaled format. */
export const blockScaleDepth = 128;
/** Bytes of a row's part below which k is not split further: a few pipeline stages. */
const splitMinimumBytes = 512;
const splitMaximum = 32;

/**
 * Device time of C[m, n] = A[m, k] · B[k, n], launch and conversion of activations not counted, in seconds.
 *
 * The best over four tile shapes, each with k whole or split so that the tiles fill the device once, of
 *
 *   wave starts + (waves × tile time, or the latency of one tile's loop over k)
 *     ⊕ operands / bandwidth ⊕ result / bandwidth + reduction of the split,
 *
 * where x ⊕ y is the longer and an exposed share of the shorter; then a slow-down where the power at that rate would exceed the
 * TDP (clock by the square root, for voltage falls with it). Never faster than the matrix peak. Every term is a constant of
 * `src/constants/gemm.ts`; with all of them ideal the roofline max(flops / peak, bytes / bandwidth) remains.
 *
 * @param m - rows: tokens. May be fractional (an expectation).
 * @param weights - stored format of B, [n, k]; A is 16 bits wide under weight-only formats, else as wide as B.
 * @param outputBytes - of one element of C.
 * @param weightCopies - copies of B that a loop cycles through before it meets one again: they and A and C stay in the last-level
 *   cache if they fit. Infinity: weights come from memory, as inside a model.
 * @param sustained - share of the power limit's effect that shows at once: 1 in a long step, 0 in a short benchmark, where it
 *   sets in with the length of the product.
 */
export function gemmSeconds(
  machine: Machine, m: number, n: number, k: number, weights: NumberFormat, outputBytes: number, weightCopies: number, sustained: number,
): number {
  const peak = machine.peakFlopsPerSecond[weights.compute];
  const inputBytes = activationBytes(weights);
  const flops = 2 * m * n * k;
  const weightBytes = n * k * weights.bytesPerElement;
  const inBytes = m * k * inputBytes;
  const outBytes = m * n * outputBytes;
  gemmRoofs.flops = flops;
  gemmRoofs.bytes = weightBytes + inBytes + outBytes;
  gemmRoofs.compute = flops / peak;
  if (!(flops > 0)) return (gemmRoofs.compute = gemmRoofs.memory = 0);
  if (machine.ideal) {
    gemmRoofs.memory = gemmRoofs.bytes / machine.memoryBytesPerSecond;
    return Math.max(gemmRoofs.compute, gemmRoofs.memory);
  }
  const rates = gemmRates(machine);
  const cached = Math.max(0, 1 - (weightBytes * weightCopies + inBytes + outBytes) * rates.perCacheByte);
  const read = (weightBytes + inBytes) * (1 - cached) * rates.secondsPerByte;
  const write = outBytes * rates.secondsPerByte;
  gemmRoofs.memory = read + write;
  const body = tiledSeconds(rates, m, n, k, weights, inputBytes, peak, read, write);
  const seconds = powerStretch(rates, gemmRoofs.compute, body, sustained);
  return seconds > gemmRoofs.compute ? seconds : gemmRoofs.compute;
}

/**
 * Time of work that would take `body` seconds without a power limit. Its energy over its time is held against the limit; narrow
 * formats spend as much at their peak as wide ones. Beyond the limit the clock falls, by the square root for voltage falls with it.
 * @param compute - seconds of the work at the matrix peak.
 */
export function powerStretch(rates: GemmRates, compute: number, body: number, sustained: number): number {
  const demand = (rates.powerAtPeak * compute) / body;
  if (!(demand > 1)) return body;
  return body + body * (Math.sqrt(demand) - 1) * (sustained + ((1 - sustained) * body) / (body + rates.powerRampSeconds));
}

/** Bytes of one element of A under a stored format of B. */
export function activationBytes(weights: NumberFormat): number {
  return weights.weightOnly ? 2 : weights.bytesPerElement;
}

function tiledSeconds(
  rates: GemmRates, m: number, n: number, k: number, weights: NumberFormat, inputBytes: number, peak: number, read: number, write: number,
): number {
  const units = rates.units;
  const perUnit = rates.perUnit;
  const blocks = !weights.weightOnly && weights.groupSize > largestHardwareGroup;
  const perProduct = (2 * k * units) / (peak * rates.efficiency);
  const perOutput = blocks ? (k / blockScaleDepth) * rates.blockScaleSeconds : 0;
  // Widening costs each tile its columns' weights once; free where a unit multiplies them as stored.
  const perColumn = weights.weightOnly ? k * rates.dequantSeconds : 0;
  const rowBytes = k * (weights.bytesPerElement > inputBytes ? weights.bytesPerElement : inputBytes);
  const latency = rowBytes * rates.loopSecondsPerByte;
  const deepest = rowBytes < splitMinimumBytes * splitMaximum ? rowBytes / splitMinimumBytes : splitMaximum;
  const feedRows = rates.feedRows;
  let best = Infinity;
  // Up to 64 rows the two large tiles are one, of 64 rows.
  const few = m <= 64;
  for (let i = few ? 1 : 0; i < 4; i++) {
    const large = i < 2 && !few;
    const down = Math.ceil(large ? m / 128 : m / 64);
    let rows = large ? 128 : 64;
    let columns = tileColumns[few && i === 1 ? 0 : i] as number;
    if (blocks) {
      if (!few && i > 1) break;
      columns = blockColumns[few && i === 1 ? 0 : i] as number;
    } else {
      const granule = large ? rates.rowGranule : rates.smallRowGranule;
      const fitted = Math.ceil(m / (down * granule)) * granule;
      if (fitted < rows) rows = fitted;
    }
    const perColumns = 1 / columns;
    const tiles = down * Math.ceil(n * perColumns);
    const area = rows * columns;
    const tileSeconds = perProduct * (area + feedRows * (columns * (rows < 16 ? rows / 16 : 1) + rows)) + columns * perColumn + area * perOutput;
    // Tiles that share a unit hide each other's latency.
    const crowd = area >= 24576 ? 1 : area <= 6144 ? 0.25 : area / 24576;
    const waves = tiles * perUnit;
    const t = waveSeconds(rates, waves, tileSeconds, latency, crowd, read, write);
    if (t < best) best = t;
    if (blocks || waves > 0.5) continue;
    // Not rounded: libraries split where the parts are whole, and twice the depth must not take less.
    const split = units / tiles < deepest ? units / tiles : deepest;
    if (split < 2) continue;
    const part = 1 / split;
    const s = waveSeconds(rates, waves * split, tileSeconds * part, latency * part, crowd, read, write)
      + rates.splitSeconds + split * m * n * rates.splitSecondsPerElement;
    if (s < best) best = s;
  }
  return best;
}

/**
 * Waves of tiles over the units, joined with the memory roofs. `waves` may be below 1: then some units idle. `crowd` is one over
 * the tiles that a unit holds at once.
 */
export function waveSeconds(
  rates: GemmRates, waves: number, tileSeconds: number, tileLatency: number, crowd: number, read: number, write: number,
): number {
  const exposed = rates.exposedShare;
  const counted = waves <= 1 ? 1 : waves + rates.waveQuantisation * (Math.ceil(waves) - waves);
  const work = counted * tileSeconds;
  const held = waves * crowd;
  const latency = held > 1 ? tileLatency * held : tileLatency;
  const loop = rates.fillSeconds * counted + (work > latency ? work + exposed * latency : latency + exposed * work);
  const loaded = loop > read ? loop + exposed * read : read + exposed * loop;
  return loaded > write ? loaded + rates.writeExposedShare * write : write + rates.writeExposedShare * loaded;
}
