import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { palette, seriesColours } from "../../src/plots/index.ts";
import { coloursOf } from "../../src/plots/frame/palette.ts";

const linear = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));

/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (hex: string): number => linear(hex).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);
const contrast = (a: string, b: string): number => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

/** What people with one kind of cones missing see: Machado, Oliveira and Fernandes 2009, severity 1. */
const visions: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** CIE L*a*b* under D65. */
function lab(hex: string, matrix: readonly (readonly number[])[]): number[] {
  const rgb = linear(hex);
  const [r, g, b] = matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, m, i) => sum + m * rgb[i]!, 0)))) as [number, number, number];
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047), f(0.2126 * r + 0.7152 * g + 0.0722 * b), f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)] as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const colours = Object.values(palette);

describe("palette", () => {
  it.each(["#ffffff", "#1b1e23", "#121212"])("marks stand out from a page of %s by 3 : 1 (WCAG 2.2, 1.4.11)", (page) => {
    for (const colour of colours) expect({ colour, enough: contrast(colour, page) >= 3 }).toEqual({ colour, enough: true });
  });

  it.each(Object.keys(visions))("no two colours look alike: %s", (vision) => {
    for (const a of colours) {
      for (const b of colours) {
        if (a === b) continue;
        const [p, q] = [lab(a, visions[vision]!), lab(b, visions[vision]!)];
        // Differences of about 2 are just noticeable; marks of a few pixels want five times that.
        expect({ a, b, apart: Math.hypot(...p.map((v, i) => v - q[i]!)) > 10 }).toEqual({ a, b, apart: true });
      }
    }
  });

  it("names have one colour each while there are colours", () => {
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 12 }), (names) => {
      const map = coloursOf(names);
      const distinct = [...new Set(names)];
      expect([...map.keys()]).toEqual(distinct);
      expect(new Set([...map.values()].slice(0, seriesColours.length)).size).toBe(Math.min(distinct.length, seriesColours.length));
    }), { seed: 1, numRuns: 50 });
  });
});
