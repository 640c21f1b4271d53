import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "../../src/quantities/index.ts";

/** Levenshtein distance by its recursive definition. */
function recursive(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  if (a[0] === b[0]) return recursive(a.slice(1), b.slice(1));
  return 1 + Math.min(recursive(a.slice(1), b), recursive(a, b.slice(1)), recursive(a.slice(1), b.slice(1)));
}

describe("nearest", () => {
  it("measures the distance of words as its definition says", () => {
    // Known from every text on it.
    expect(editDistance("kitten", "sitting")).toBe(3);
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    fc.assert(fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(recursive(a, b));
    }), { seed: 1, numRuns: 300 });
  });

  it("offers what begins alike first, then what is close, and nothing far", () => {
    const list = ["a100-sxm-80", "h100-sxm5-80", "h200-sxm-141", "l4"];
    expect(nearest("h100", list)).toEqual(["h100-sxm5-80"]);
    expect(nearest("H100-sxm-80", list)[0]).toBe("h100-sxm5-80");
    expect(nearest("zzzzzzzzzzz", list)).toEqual([]);
    expect(nearest("", list)).toEqual([]);
    expect(nearest("x00-sxm-80", list, 1)).toHaveLength(1);
  });
});
