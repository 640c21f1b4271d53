import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Row, table } from "./table.ts";

const written: Readonly<Record<string, Row>> = JSON.parse(readFileSync(new URL("./predictions.json", import.meta.url), "utf8"));
const rows = table();

/** Two units of the last digit that the table keeps: what different processors may make of the same arithmetic. */
const TOLERANCE = 2e-5;

function moved(before: Row | undefined, after: Row): readonly string[] {
  if (before === undefined) return ["is new"];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((figure) => {
    const [old, now] = [before[figure], after[figure]].map((value) => (Array.isArray(value) ? value : [value]));
    const same = old?.length === now?.length && now?.every((value, i) => value === old?.[i] || Math.abs(value - old?.[i]) <= TOLERANCE * Math.abs(value));
    return same ? [] : [`${figure}: ${JSON.stringify(before[figure])} → ${JSON.stringify(after[figure])}`];
  });
}

describe("numbers are behaviour", () => {
  it("no prediction moved; if they should, run `npm run numbers` and tell it in CHANGELOG.md", () => {
    const changes = [...rows].flatMap(([name, row]) => moved(written[name], row).map((change) => `${name}: ${change}`));
    expect(changes).toEqual([]);
    expect(Object.keys(written).filter((name) => !rows.has(name))).toEqual([]);
  });

  it("has a few hundred rows, and nearly all are figures rather than errors", () => {
    const errors = [...rows.values()].filter((row) => "error" in row);
    expect(rows.size).toBeGreaterThan(250);
    expect(new Set(rows.keys()).size).toBe(rows.size);
    expect(errors.length).toBeLessThan(0.25 * rows.size);
  });

  it("every figure lies in its interval, is finite and not negative", () => {
    const wrong = [...rows].flatMap(([name, row]) =>
      Object.entries(row).filter(([, value]) => {
        if (!Array.isArray(value)) return typeof value === "number" && !(Number.isFinite(value) && value >= 0);
        const [middle = Number.NaN, low = Number.NaN, high = Number.NaN] = value;
        return !(low >= 0 && low <= middle && middle <= high && Number.isFinite(high));
      }).map(([figure, value]) => `${name}: ${figure} ${JSON.stringify(value)}`),
    );
    expect(wrong).toEqual([]);
  });
});
