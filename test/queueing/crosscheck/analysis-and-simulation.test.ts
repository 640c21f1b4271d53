import { describe, expect, it } from "vitest";
import { type Comparison, compareFamily, coverage, kindOf } from "./compare.ts";
import { families } from "./families.ts";

/*
 * One random case of every model that analysis answers, simulated in 32 replications of 10,000 requests. `npm run crosscheck`
 * does the same with many cases and prints a table.
 */
const comparisons: Comparison[] = [];

describe("analysis and simulation agree", () => {
  it.each(families.map((family, index) => [family.name, family, index] as const))("%s", (_, family, index) => {
    const own = compareFamily(family, index, 1);
    comparisons.push(...own);
    expect(own.length).toBeGreaterThan(2);
    for (const { name, analysis, simulated, halfWidth, offset } of own) {
      // Three half-widths are six standard errors: with 31 degrees of freedom that happens once in a million values.
      expect(Math.abs(offset), `${name}: analysis ${analysis}, simulated ${simulated} ± ${halfWidth}`).toBeLessThan(3);
    }
  });

  it("so often that 95 % intervals cover 95 %", () => {
    expect(comparisons.length).toBeGreaterThan(800);
    const kinds = [...new Set(comparisons.map(kindOf))];
    for (const kind of kinds) {
      const { cases, inside, probability } = coverage(comparisons, kind);
      // Some thirty kinds are looked at.
      expect(probability, `${kind}: ${inside} of ${cases}`).toBeGreaterThan(1e-4);
    }
  });
});
