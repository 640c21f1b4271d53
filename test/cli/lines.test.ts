import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, type NumberedLine } from "../../src/cli/input/lines.ts";

async function collect(chunks: readonly (string | Uint8Array)[], longest?: number): Promise<NumberedLine[]> {
  const lines: NumberedLine[] = [];
  for await (const block of linesOf(Readable.from(chunks), longest)) lines.push(...block);
  return lines;
}

/** What lines are, without streams. */
function expected(text: string, longest: number): NumberedLine[] {
  return text.split("\n").map((line, index) => ({ number: index + 1, text: line.length > longest ? null : line })).filter(({ text: line }) => line === null || line.trim() !== "");
}

describe("linesOf", () => {
  it("does not depend on how the stream is cut, through characters of several bytes too", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", "\n"), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), async (whole, cuts) => {
        const bytes = new TextEncoder().encode(whole);
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, i) => Buffer.from(bytes.slice(places[i], end)));
        expect(await collect(chunks)).toEqual(expected(whole, Infinity));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("a line that is too long is null, and the next ones are read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 10 }), fc.integer({ min: 1, max: 12 }), async (lengths, size) => {
        const whole = lengths.map((length) => "x".repeat(length)).join("\n");
        const chunks = whole.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? [];
        expect(await collect(chunks, 10)).toEqual(expected(whole, 10));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
