import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { devices, device } from "../../src/hardware/lookup.ts";
import { numberFormats, type Precision } from "../../src/quantities/formats.ts";
import { gemmRoofs, gemmSeconds, powerStretch, waveSeconds } from "../../src/roofline/gemm.ts";
import { gemmRates } from "../../src/roofline/gemm-rates.ts";
import { benchmarkWeightCopies, callSeconds, gemmCall, narrowingSeconds } from "../../src/roofline/gemm-call.ts";
import { machineOf } from "../../src/roofline/machine-of.ts";
import type { Machine } from "../../src/roofline/machine.ts";

const engine = { engine: "vllm", generation: "2025" };
const machines: Machine[] = [];
for (const each of devices()) {
  if (each.tiers[0].bandwidthBytesPerSecond !== null) machines.push(machineOf(each, engine));
}
const h100 = machineOf(device("h100-sxm5-80"), engine);
const a100 = machineOf(device("a100-sxm-80"), engine);
const formats = Object.keys(numberFormats) as Precision[];

const side = fc.integer({ min: 1, max: 40000 });
const rows = fc.oneof(fc.integer({ min: 1, max: 300 }), side, fc.double({ min: 0.1, max: 300, noNaN: true }));
const shape = fc.record({
  machine: fc.constantFrom(...machines), format: fc.constantFrom(...formats), m: rows, n: side, k: side,
  copies: fc.constantFrom(1, benchmarkWeightCopies, Infinity), sustained: fc.constantFrom(0, 0.5, 1),
});
const timed = (machine: Machine, s: { m: number; n: number; k: number; format: Precision; copies: number; sustained: number }): number =>
  gemmSeconds(machine, s.m, s.n, s.k, numberFormats[s.format], 2, s.copies, s.sustained);
const sure = { seed: 1, numRuns: 3000 };

describe("a product", () => {
  test("takes a positive, finite time on every device of the catalogue, and no time without rows", () => {
    fc.assert(fc.property(shape, (s) => {
      const seconds = timed(s.machine, s);
      return seconds > 0 && seconds < Infinity;
    }), sure);
    expect(gemmSeconds(h100, 0, 4096, 4096, numberFormats.bf16, 2, Infinity, 1)).toBe(0);
    expect(gemmRoofs).toMatchObject({ compute: 0, memory: 0, flops: 0 });
  });

  test("ideal is the roofline, from counts by hand", () => {
    const ideal = machineOf(device("h100-sxm5-80"), { engine: "ideal", generation: "2025" });
    // 2·16·2048·1536 FLOPs; (2048·1536 + 16·1536 + 16·2048)·2 bytes.
    const seconds = gemmSeconds(ideal, 16, 2048, 1536, numberFormats.bf16, 2, Infinity, 1);
    expect(gemmRoofs.flops).toBe(100663296);
    expect(gemmRoofs.bytes).toBe(6406144);
    expect(seconds).toBeCloseTo(6406144 / 3.35e12, 12);
    expect(gemmSeconds(ideal, 8192, 8192, 8192, numberFormats.fp8, 2, Infinity, 1)).toBeCloseTo((2 * 8192 ** 3) / 1979e12, 9);
  });

  test("is never faster than the matrix peak, nor with cold weights than the roofline", () => {
    fc.assert(fc.property(shape, (s) => {
      const ideal: Machine = { ...s.machine, ideal: true };
      const roof = timed(ideal, s);
      const compute = gemmRoofs.compute;
      const seconds = timed(s.machine, s);
      return seconds >= compute * (1 - 1e-12) && (s.copies < Infinity || seconds >= roof * (1 - 1e-12));
    }), sure);
  });

  test("more bandwidth, more FLOPs, a higher power limit never slow it down", () => {
    const factor = fc.double({ min: 1, max: 8, noNaN: true });
    const modest = fc.double({ min: 1, max: 2, noNaN: true });
    fc.assert(fc.property(shape, factor, modest, factor, (s, bandwidth, flops, power) => {
      // On one device under the constants of all families, for a peak also decides what counts as a unit where units are huge or tiny.
      const base = { ...h100, constants: s.machine.constants };
      const before = timed(base, s);
      const peaks = Object.fromEntries(Object.entries(base.peakFlopsPerSecond).map(([f, peak]) => [f, peak * flops])) as Machine["peakFlopsPerSecond"];
      const faster = { ...base, peakFlopsPerSecond: peaks };
      return timed({ ...base, memoryBytesPerSecond: base.memoryBytesPerSecond * bandwidth }, s) <= before * (1 + 1e-12)
        && timed({ ...base, tdpWatts: base.tdpWatts * power }, s) <= before * (1 + 1e-12)
        && timed(faster, s) <= before * (1 + 1e-12);
    }), sure);
  });

  test("twice as fast a machine in every respect takes half the time", () => {
    const double = (machine: Machine): Machine => ({
      ...machine,
      peakFlopsPerSecond: Object.fromEntries(Object.entries(machine.peakFlopsPerSecond).map(([f, peak]) => [f, peak * 2])) as Machine["peakFlopsPerSecond"],
      vectorFlopsPerSecond: machine.vectorFlopsPerSecond * 2, memoryBytesPerSecond: machine.memoryBytesPerSecond * 2,
      clockHertz: machine.clockHertz * 2, tdpWatts: machine.tdpWatts * 2,
      constants: {
        ...machine.constants, gemmLoopSecondsPerByte: machine.constants.gemmLoopSecondsPerByte / 2,
        gemmSplitSeconds: machine.constants.gemmSplitSeconds / 2, gemmPowerRampSeconds: machine.constants.gemmPowerRampSeconds / 2,
      },
    });
    const gpus = fc.constantFrom(h100, a100);
    fc.assert(fc.property(shape, gpus, (s, gpu) => Math.abs((2 * timed(double(gpu), s)) / timed(gpu, s) - 1) < 1e-9), sure);
  });

  test("grows with each side: twice the rows, columns or depth never take less", () => {
    fc.assert(fc.property(shape, (s) => {
      const before = timed(s.machine, s);
      return timed(s.machine, { ...s, m: s.m * 2 }) >= before * 0.999 && timed(s.machine, { ...s, n: s.n * 2 }) >= before * 0.999
        && timed(s.machine, { ...s, k: s.k * 2 }) >= before * 0.999;
    }), sure);
  });

  test("one more row changes little, except where a tile is full", () => {
    for (const gpu of [h100, a100]) {
      for (const [n, k] of [[4096, 4096], [28672, 8192], [1024, 8192], [65536, 512]] as const) {
        let last = gemmSeconds(gpu, 1, n, k, numberFormats.bf16, 2, Infinity, 1);
        for (let m = 2; m <= 2048; m++) {
          const seconds = gemmSeconds(gpu, m, n, k, numberFormats.bf16, 2, Infinity, 1);
          // Tiles grow by granules of 8 rows or more; a further row of tiles may start a wave.
          expect(seconds / last).toBeLessThan(m % 8 === 1 ? 1.45 : 1.02);
          expect(seconds / last).toBeGreaterThan(0.93);
          last = seconds;
        }
      }
    }
  });

  test("the closed-form split is near the best of all splits", () => {
    // Brute force over every split of k for the same tiles, by the same wave law.
    const rates = gemmRates(h100);
    let worst = 1;
    for (const m of [1, 8, 16, 48, 64, 96, 128]) {
      for (const n of [256, 512, 1024, 2112, 4096]) {
        for (const k of [1024, 2048, 7168, 16384, 53248]) {
          const closed = gemmSeconds(h100, m, n, k, numberFormats.bf16, 2, Infinity, 0);
          const compute = gemmRoofs.compute;
          let best = Infinity;
          for (const [tileRows, tileColumns] of m > 64 ? [[128, 256], [128, 128], [64, 128], [64, 32]] as const : [[64, 256], [64, 128], [64, 32]] as const) {
            const granule = tileRows > 64 ? rates.rowGranule : rates.smallRowGranule;
            const down = Math.ceil(m / tileRows);
            const used = Math.min(tileRows, Math.ceil(m / (down * granule)) * granule);
            const tiles = down * Math.ceil(n / tileColumns);
            const area = used * tileColumns;
            const tile = ((2 * k * rates.units) / (h100.peakFlopsPerSecond.bf16 * rates.efficiency))
              * area * (1 + rates.feedRows * (1 / Math.max(16, used) + 1 / tileColumns));
            const crowd = Math.min(1, Math.max(0.25, area / 24576));
            const read = (n * k + m * k) * 2 * rates.secondsPerByte;
            const write = m * n * 2 * rates.secondsPerByte;
            for (let split = 1; split <= 32 && (split === 1 || split * 512 <= 2 * k); split++) {
              const seconds = waveSeconds(rates, (tiles * split) / rates.units, tile / split, (2 * k * rates.loopSecondsPerByte) / split, crowd, read, write)
                + (split > 1 ? rates.splitSeconds + split * m * n * rates.splitSecondsPerElement : 0);
              if (seconds < best) best = seconds;
            }
          }
          worst = Math.max(worst, closed / Math.max(powerStretch(rates, compute, best, 0), compute));
        }
      }
    }
    expect(worst).toBeLessThan(1.12);
    expect(worst).toBeGreaterThanOrEqual(1 - 1e-12);
  });
});

describe("published anchors", () => {
  test("large products sustain what such devices are known to sustain", () => {
    const share = (id: string, format: Precision): number => {
      const seconds = gemmSeconds(machineOf(device(id), engine), 8192, 8192, 8192, numberFormats[format], 2, Infinity, 1);
      return gemmRoofs.compute / seconds;
    };
    // Best measured shapes: H100 0.80, MI300X 0.51 of the dense bf16 peak (github.com/stas00/ml-engineering @744d01e); a square
    // product is no faster than the best, and H100's priors know that figure.
    expect(share("h100-sxm5-80", "bf16")).toBeGreaterThan(0.66);
    expect(share("h100-sxm5-80", "bf16")).toBeLessThan(0.8);
    expect(share("mi300x", "bf16")).toBeGreaterThan(0.42);
    expect(share("mi300x", "bf16")).toBeLessThan(0.62);
    // A part whose power limit is far from its peak does not slow down: H20, 400 W for 148 TFLOP/s.
    expect(share("h20-96", "bf16")).toBeGreaterThan(0.85);
  });

  test("a decoding product streams its weights", () => {
    for (const gpu of [h100, a100]) {
      const seconds = gemmSeconds(gpu, 1, 28672, 8192, numberFormats.bf16, 2, Infinity, 1);
      const share = gemmRoofs.bytes / gpu.memoryBytesPerSecond / seconds;
      expect(share).toBeGreaterThan(0.74);
      expect(share).toBeLessThan(0.95);
    }
  });

  test("half the bytes of a weight nearly halve a decoding product", () => {
    const wide = gemmSeconds(h100, 1, 28672, 8192, numberFormats.bf16, 2, Infinity, 1);
    expect(gemmSeconds(h100, 1, 28672, 8192, numberFormats.int8_wo, 2, Infinity, 1) / wide).toBeLessThan(0.6);
    expect(gemmSeconds(h100, 1, 28672, 8192, numberFormats.int4_wo, 2, Infinity, 1) / wide).toBeLessThan(0.42);
  });
});

describe("a call by itself", () => {
  test("adds launch and narrowing, and no more", () => {
    for (const format of ["bf16", "fp8", "fp8_block", "int4_wo"] as const) {
      const weights = numberFormats[format];
      const call = gemmCall(h100, 256, 4096, 4096, weights, 2);
      const product = gemmSeconds(h100, 256, 4096, 4096, weights, 2, benchmarkWeightCopies, 0);
      expect(call.seconds).toBeCloseTo(callSeconds(h100, weights, 1) + narrowingSeconds(h100, 256, 4096, weights) + product, 12);
      expect(call.launchSeconds).toBeGreaterThan(1e-6);
    }
    expect(narrowingSeconds(h100, 256, 4096, numberFormats.bf16)).toBe(0);
    expect(narrowingSeconds(h100, 256, 4096, numberFormats.int4_wo)).toBe(0);
    // One kernel reads 2 bytes and writes 1 of each element.
    const c = h100.constants;
    const bytes = narrowingSeconds(h100, 100, 1000, numberFormats.fp8_block) * h100.memoryBytesPerSecond * c.gemmQuantiseEfficiency;
    expect(bytes / (300000 + 200000 * (c.gemmGroupQuantiseKernels - 1))).toBeCloseTo(1, 3);
  });

  test("is never faster than the datasheet, cached or not", () => {
    fc.assert(fc.property(shape, (s) => {
      const weights = numberFormats[s.format];
      const ideal = gemmCall({ ...s.machine, ideal: true, constants: machineOf(device("h100-sxm5-80"), { engine: "ideal", generation: "2025" }).constants }, s.m, s.n, s.k, weights, 2).seconds;
      return gemmCall(s.machine, s.m, s.n, s.k, weights, 2).seconds >= ideal * (1 - 1e-12);
    }), sure);
  });
});
