import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBytes, formatCount, formatFlopRate, formatFlops, formatHertz, formatJoules, formatPerSecond, formatRate, formatRatio,
  formatSeconds, formatUsd, formatWatts, parseQuantity, type Dimension, type FormatOptions,
} from "../../src/quantities/index.ts";

type Printer = (value: number, options?: FormatOptions) => string;
const printers: readonly (readonly [name: string, Printer, Dimension])[] = [
  ["formatBytes", formatBytes, "bytes"],
  ["formatBytes decimal", (value, options = {}) => formatBytes(value, { ...options, prefix: "decimal" }), "bytes"],
  ["formatRate", formatRate, "bytes-per-second"],
  ["formatFlops", formatFlops, "flops"],
  ["formatFlopRate", formatFlopRate, "flops-per-second"],
  ["formatSeconds", formatSeconds, "seconds"],
  ["formatWatts", formatWatts, "watts"],
  ["formatJoules", formatJoules, "joules"],
  ["formatHertz", formatHertz, "hertz"],
  ["formatCount", formatCount, "count"],
  ["formatPerSecond", formatPerSecond, "per-second"],
  ["formatRatio", formatRatio, "ratio"],
];

describe("printing", () => {
  it.each([
    [formatBytes(80 * 2 ** 30), "80 GiB"],
    [formatBytes(80e9, { prefix: "decimal" }), "80 GB"],
    [formatBytes(80e9), "74.5 GiB"],
    [formatBytes(1023.9), "1 KiB"],
    [formatBytes(0), "0 B"],
    [formatRate(3.35e12), "3.35 TB/s"],
    [formatFlopRate(989.43e12), "989 TFLOP/s"],
    [formatFlopRate(989.43e12, { digits: 5 }), "989.43 TFLOP/s"],
    [formatFlops(141.2e9), "141 GFLOP"],
    [formatSeconds(0.0123456), "12.3 ms"],
    [formatSeconds(0.9999), "1 s"],
    [formatSeconds(4.71e-6), "4.71 µs"],
    [formatSeconds(90), "90 s"],
    [formatSeconds(1200), "20 min"],
    [formatSeconds(1e5), "27.8 h"],
    [formatWatts(700), "700 W"],
    [formatWatts(5600), "5.6 kW"],
    [formatJoules(0.41), "410 mJ"],
    [formatHertz(1.83e9), "1.83 GHz"],
    [formatUsd(2.294), "$2.29"],
    [formatUsd(0.012345), "$0.0123"],
    [formatUsd(0.9999), "$1.00"],
    [formatUsd(1234.5), "$1234.50"],
    [formatUsd(0), "$0.00"],
    [formatCount(8), "8"],
    [formatCount(1155), "1.16 k"],
    [formatCount(999.96), "1 k"],
    [formatCount(70.56e9), "70.6 G"],
    [formatPerSecond(5.528), "5.53 /s"],
    [formatRatio(0.4521), "45.2 %"],
    [formatSeconds(Number.NaN), "–"],
    [formatUsd(Number.POSITIVE_INFINITY), "–"],
  ])("%s", (printed, expected) => {
    expect(printed).toBe(expected);
  });

  it.each(printers)("%s: what is printed reads as the figure, rounded to its digits", (_name, print, dimension) => {
    const value = fc.double({ min: 1e-6, max: 1e18, noNaN: true });
    fc.assert(fc.property(value, fc.integer({ min: 2, max: 12 }), (figure, digits) => {
      const back = parseQuantity(print(figure, { digits }), dimension);
      // A figure with d significant digits is off by half a unit of the last one at most.
      expect(Math.abs(back - figure) / figure).toBeLessThanOrEqual(0.5 * 10 ** (1 - digits) * (1 + 1e-6));
    }), { seed: 1, numRuns: 300 });
  });

  it("money reads back to the cent or to its digits", () => {
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (usd) => {
      expect(Math.abs(parseQuantity(formatUsd(usd), "usd") - usd)).toBeLessThanOrEqual(Math.max(usd < 1 ? 0.0051 * usd : 0.0050001, 1e-12));
    }), { seed: 1, numRuns: 300 });
  });

  it("never prints an exponent, a negative zero or two units", () => {
    for (const [name, print] of printers) {
      fc.assert(fc.property(fc.double({ min: 0, max: 1e18, noNaN: true }), (figure) => {
        expect(print(figure), name).toMatch(/^\d+(\.\d+)?( \S+)?$/);
      }), { seed: 1, numRuns: 200 });
    }
  });
});
