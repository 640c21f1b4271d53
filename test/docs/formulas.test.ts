import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chapters } from "../../docs/formulas/index.ts";
import type { Drawn, Law, Lists, Values } from "../../docs/formulas/law.ts";
import { evaluateLaw, texOf } from "../../docs/formulas/notation.ts";
import { sheet } from "../../docs/formulas/sheet.ts";

const laws = chapters.flatMap(({ laws: own }) => own);
const root = new URL("../../", import.meta.url);

function number({ min, max, whole }: Drawn): fc.Arbitrary<number> {
  return whole === true
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true }).map((x) => (Math.abs(x) < 1e-300 ? 0 : x));
}

/** Values of every drawn letter of a law. */
function inputs(law: Law): fc.Arbitrary<{ readonly values: Values; readonly lists: Lists }> {
  const letters = Object.entries(law.letters).flatMap(([name, { drawn: range }]) =>
    range === undefined ? [] : [[name, range] as const],
  );
  const drawn = [...letters, ...Object.entries(law.around ?? {})];
  const of = (list: boolean) => drawn.filter(([, { length }]) => (length !== undefined) === list);
  return fc.record({
    values: fc.record(Object.fromEntries(of(false).map(([name, range]) => [name, number(range)]))),
    lists: fc.record(
      Object.fromEntries(
        of(true).map(([name, range]) => [
          name,
          fc.array(number(range), { minLength: range.length ?? 0, maxLength: range.length ?? 0 }),
        ]),
      ),
    ),
  });
}

describe("formula sheet", () => {
  it("covers the model", () => expect(laws.length).toBeGreaterThanOrEqual(60));

  it.each(laws.map((law) => [law.title, law] as const))("%s: the formula gives what the code gives", (_, law) => {
    const tolerance = law.tolerance ?? 1e-9;
    fc.assert(
      fc.property(inputs(law), ({ values, lists }) => {
        const here = { ...values };
        for (const [name, fact] of Object.entries(law.facts?.(values, lists) ?? {}))
          (here as Record<string, unknown>)[name] = fact;
        const formula = evaluateLaw(law, here, lists);
        const code = law.code(values, lists);
        expect(Number.isFinite(code)).toBe(true);
        expect(Math.abs(formula - code)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(code), 1e-300));
      }),
      { seed: 7, numRuns: law.runs ?? 40 },
    );
  });

  it.each(laws.map((law) => [law.title, law] as const))(
    "%s: names a function that is there, and explains every letter",
    (_, law) => {
      const file = new URL(law.implementedBy.file, root);
      expect(existsSync(file), law.implementedBy.file).toBe(true);
      expect(readFileSync(file, "utf8")).toMatch(new RegExp(`function ${law.implementedBy.name}\\b`));
      const lines = law.lines.join(" ");
      expect(Object.keys(law.letters).filter((name) => !new RegExp(`(?<!\\w)${name}(?!\\w)`).test(lines))).toEqual([]);
      expect(texOf(law)).toHaveLength(law.lines.length);
    },
  );

  it("docs/formulas.md is what `npm run formulas` writes", () => {
    expect(readFileSync(new URL("docs/formulas.md", root), "utf8") === sheet()).toBe(true);
  });

  it("a formula that says something else is found out", () => {
    const pairs = laws.find(({ title }) => title === "Pairs of causal attention") as Law;
    const wrong = { ...pairs, lines: ["P = q c - q (q + 1) / 2"] };
    expect(evaluateLaw(pairs, { q: 4, c: 10 }, {})).toBe(pairs.code({ q: 4, c: 10 }, {}));
    expect(evaluateLaw(wrong, { q: 4, c: 10 }, {})).not.toBe(pairs.code({ q: 4, c: 10 }, {}));
  });

  it("titles are distinct", () => expect(new Set(laws.map(({ title }) => title)).size).toBe(laws.length));
});
