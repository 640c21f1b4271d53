import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "../../src/plots/frame/labels.ts";
import { legendRows } from "../../src/plots/frame/legend.ts";
import { binaryTicks, linearTicks, logDomain, logTicks, siTick, tokenTick } from "../../src/plots/frame/ticks.ts";
import { shortened, textWidth, wrapped } from "../../src/plots/frame/text-width.ts";

const positive = fc.double({ min: 1e-9, max: 1e15, noNaN: true });

describe("ticks", () => {
  it("have prefixes as people write them", () => {
    expect([0.02, 1, 1500, 2e12, 989e12, 0].map(siTick)).toEqual(["20m", "1", "1.5k", "2T", "989T", "0"]);
    expect([1000, 1024, 131072, 2 ** 20].map(tokenTick)).toEqual(["1k", "1k", "128k", "1M"]);
  });

  it("of a logarithmic axis are round, inside, rising, and have room", () => {
    fc.assert(fc.property(positive, fc.double({ min: 2.1, max: 1e9, noNaN: true }), fc.integer({ min: 120, max: 1500 }), (low, ratio, pixels) => {
      const ticks = logTicks([low, low * ratio], pixels);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(Math.max(2, pixels / 46 + 1));
      for (let i = 1; i < ticks.length; i++) expect(ticks[i]!).toBeGreaterThan(ticks[i - 1]!);
      for (const tick of ticks) expect(tick >= low * 0.999 && tick <= low * ratio * 1.001).toBe(true);
    }), { seed: 1, numRuns: 300 });
  });

  it("of a linear axis are round and about as many as asked for", () => {
    expect(linearTicks([0, 80], 8)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80]);
    expect(linearTicks([-0.52, 0.4], 4)).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
    fc.assert(fc.property(positive, fc.integer({ min: 3, max: 10 }), (high, count) => {
      const ticks = linearTicks([0, high], count);
      expect(ticks.length).toBeGreaterThan(count / 2.1);
      expect(ticks.length).toBeLessThan(2 * count + 2);
    }), { seed: 1, numRuns: 200 });
  });

  it("of powers of two are thinned evenly", () => {
    expect(binaryTicks([900, 1.3 * 2 ** 20], 800)).toHaveLength(11);
    expect(binaryTicks([900, 1.3 * 2 ** 20], 240)).toEqual([1024, 8192, 65536, 524288]);
  });

  it("a domain holds its values", () => {
    fc.assert(fc.property(fc.array(positive, { minLength: 1, maxLength: 20 }), (values) => {
      const [low, high] = logDomain(values);
      expect(low < Math.min(...values) && high > Math.max(...values)).toBe(true);
    }), { seed: 1, numRuns: 100 });
  });
});

describe("texts", () => {
  it("are shortened to what fits", () => {
    expect(shortened("attention.core", 200)).toBe("attention.core");
    fc.assert(fc.property(fc.string({ minLength: 2, maxLength: 40 }), fc.integer({ min: 30, max: 200 }), (text, pixels) => {
      expect(textWidth(shortened(text, pixels))).toBeLessThanOrEqual(pixels);
    }), { seed: 1, numRuns: 200 });
  });

  it("break into two lines before they are shortened", () => {
    expect(wrapped("attention.core", 200)).toBe("attention.core");
    expect(wrapped("attention.rotary-cache", 115)).toBe("attention.rotary-\ncache");
    expect(wrapped("caches, clock and vector units", 130)).toBe("caches, clock and\nvector units");
    expect(wrapped("unbreakable", 40)).toBe(shortened("unbreakable", 40));
    fc.assert(fc.property(fc.string({ minLength: 2, maxLength: 40 }), fc.integer({ min: 30, max: 200 }), (text, pixels) => {
      for (const line of wrapped(text.replaceAll("\n", ""), pixels).split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(pixels);
    }), { seed: 1, numRuns: 200 });
  });

  it("a legend breaks into rows before it leaves the picture", () => {
    const entries = ["compute", "memory", "links", "launches", "host"].map((label) => ({ label, colour: "currentColor", shape: "square" as const }));
    expect(legendRows(entries, 800).places.every(({ row }) => row === 0)).toBe(true);
    const narrow = legendRows(entries, 160);
    expect(narrow.places.at(-1)!.row).toBeGreaterThan(0);
    narrow.places.forEach(({ x }, i) => expect(x === 0 || x + 18 + textWidth(entries[i]!.label) <= 160).toBe(true));
  });

  it("labels do not cover one another, marks, or the edge", () => {
    const inside = { left: 0, right: 400, top: 0, bottom: 300 };
    const point = fc.record({ x: fc.integer({ min: 5, max: 395 }), y: fc.integer({ min: 5, max: 295 }), r: fc.constant(4), text: fc.constantFrom("a", "attention", "feed-forward.up") });
    fc.assert(fc.property(fc.array(point, { maxLength: 25 }), (points) => {
      const places = placeLabels(points, inside, points);
      const boxes = places.flatMap((place, i) => {
        if (place === null) return [];
        const { x, y, text } = points[i]!;
        const width = textWidth(text);
        const left = x + place.dx - (place.textAnchor === "start" ? 0 : place.textAnchor === "end" ? width : width / 2);
        return [{ left, right: left + width, top: y + place.dy - 6.6, bottom: y + place.dy + 6.6 }];
      });
      for (const box of boxes) expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true);
      for (const a of boxes) for (const b of boxes) if (a !== b) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }), { seed: 1, numRuns: 200 });
  });
});
