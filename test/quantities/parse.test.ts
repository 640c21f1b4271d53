import { unit as mathUnit } from "mathjs";
import { describe, expect, it } from "vitest";
import { parseQuantity, RidgepointError, toBaseUnit, unitOf, unitSpellings, type Dimension } from "../../src/quantities/index.ts";

const dimensions: readonly Dimension[] = [
  "bytes", "bytes-per-second", "flops", "flops-per-second", "seconds", "watts", "joules", "hertz", "usd", "usd-per-hour", "count",
  "per-second", "ratio",
];

describe("parseQuantity", () => {
  it.each([
    ["3.35 TB/s", "bytes-per-second", 3.35e12],
    ["80 GiB", "bytes", 80 * 2 ** 30],
    ["80 GB", "bytes", 80e9],
    ["80GB", "bytes", 80e9],
    ["400 Gb/s", "bytes-per-second", 50e9],
    ["100 Gbps", "bytes-per-second", 12.5e9],
    ["256 KiB", "bytes", 262144],
    ["989.43 TFLOP/s", "flops-per-second", 989.43e12],
    ["66.9 TFLOP/s", "flops-per-second", 66.9e12],
    ["1979 TOP/s", "flops-per-second", 1979e12],
    ["1.5 EFLOP", "flops", 1.5e18],
    ["700 W", "watts", 700],
    ["2.29 USD/h", "usd-per-hour", 2.29],
    ["$2.29/h", "usd-per-hour", 2.29],
    ["$30,000", "usd", 30000],
    ["1 s", "seconds", 1],
    ["50 ms", "seconds", 0.05],
    ["4.71 µs", "seconds", 4.71e-6],
    ["3 us", "seconds", 3e-6],
    ["2 min", "seconds", 120],
    ["1.83 GHz", "hertz", 1.83e9],
    ["1 kWh", "joules", 3.6e6],
    ["0.41 J", "joules", 0.41],
    ["85 %", "ratio", 0.85],
    ["0.85", "ratio", 0.85],
    ["8", "count", 8],
    ["1.2k", "count", 1200],
    ["5.53/s", "per-second", 5.53],
    ["60 /min", "per-second", 1],
    ["1e3 B", "bytes", 1000],
  ] as const)("%s in %s is %d", (text, dimension, value) => {
    expect(parseQuantity(text, dimension)).toBe(value);
  });

  it.each([
    ["80 GB", "seconds", /is in bytes, not in seconds/],
    ["80 GB/s", "bytes", /is in bytes-per-second, not in bytes/],
    ["80", "bytes", /has no unit/],
    ["80 KB", "bytes", /ambiguous; write kB \(1000 bytes\) or KiB \(1024 bytes\)/],
    ["80 gb", "bytes", /unknown unit "gb"/],
    ["80 furlongs", "bytes", /unknown unit "furlongs"/],
    ["-1 GB", "bytes", /not a number with a unit/],
    ["NaN B", "bytes", /not a number with a unit/],
    ["Infinity B", "bytes", /not a number with a unit/],
    ["1e999 B", "bytes", /out of the range/],
    ["", "bytes", /not a number with a unit/],
    ["GB", "bytes", /not a number with a unit/],
    ["1 2 GB", "bytes", /not a number|unknown unit/],
  ] as const)("refuses %s in %s", (text, dimension, message) => {
    const run = (): number => parseQuantity(text, dimension, "memory.capacity");
    expect(run).toThrow(message);
    expect(run).toThrow(RidgepointError);
    expect(run).toThrow(expect.objectContaining({ code: "invalid-value", path: "memory.capacity", details: expect.objectContaining({ value: text }) as unknown }));
  });

  it("reads a quantity of every spelling, and only in its own dimension", () => {
    for (const dimension of dimensions) {
      expect(unitSpellings(dimension).length, dimension).toBeGreaterThan(0);
      for (const spelling of unitSpellings(dimension)) {
        expect(parseQuantity(`2 ${spelling}`, dimension), spelling).toBe(toBaseUnit(2, spelling, dimension));
        for (const other of dimensions.filter((each) => each !== dimension)) {
          if (spelling === "" && other === "ratio") continue;
          expect(() => parseQuantity(`2 ${spelling}`, other), `${spelling} as ${other}`).toThrow(RidgepointError);
        }
      }
    }
  });

  it("agrees with mathjs on every unit that both know", () => {
    const bases: Partial<Record<Dimension, string>> = { bytes: "B", seconds: "s", watts: "W", joules: "J", hertz: "Hz", "bytes-per-second": "B/s" };
    let compared = 0;
    for (const [dimension, base] of Object.entries(bases) as [Dimension, string][]) {
      for (const spelling of unitSpellings(dimension)) {
        // mathjs has neither "bps" nor "kbit" and writes µ as u; its "d" is not a day.
        if (/bps$|bit|µ|^d$/.test(spelling)) continue;
        expect(toBaseUnit(3.7, spelling, dimension) / mathUnit(3.7, spelling).toNumber(base), spelling).toBeCloseTo(1, 12);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it("keeps decimal and binary prefixes, bits and bytes apart", () => {
    expect(unitOf("GiB")?.factor).toBe(2 ** 30);
    expect(unitOf("GB")?.factor).toBe(1e9);
    expect(unitOf("Gb")?.factor).toBe(1.25e8);
    expect(unitOf("Gib")?.factor).toBe(2 ** 27);
  });
});
