import { describe, expect, it } from "vitest";
import type { EvaluatedCase } from "../../../src/contract/evaluate.ts";
import { parseMeasuredCase, startValidation, type MeasuredCase } from "../../../src/evidence/validation/index.ts";
import { RidgepointError } from "../../../src/quantities/errors.ts";

const line = (fields: object): string => JSON.stringify({ case: { kind: "serving" }, expected: { tpot_s: 0.01 }, ...fields });

function faultOf(text: string): string {
  try {
    parseMeasuredCase(text, 7);
  } catch (error) {
    if (error instanceof RidgepointError) return `${error.code} ${error.path} ${error.message}`;
  }
  return "";
}

describe("parseMeasuredCase", () => {
  it("fills in what may be absent", () => {
    expect(parseMeasuredCase(line({}), 1)).toEqual({ case: { kind: "serving" }, expected: { tpot_s: 0.01 }, slice: {}, weight: 1 });
    expect(parseMeasuredCase(line({ slice: { level: "static", tp: 8 }, weight: 0.5, noise: 0.02, repeats: 3, note: "x" }), 1)).toMatchObject({ slice: { level: "static", tp: "8" }, weight: 0.5, noise: 0.02 });
  });

  it.each([
    ["not JSON", /^invalid-json line 7 line 7: not JSON/],
    ["[1]", /^invalid-value line line 7: line = \[1\] is not an object/],
    [line({ case: undefined }), /^missing-field case line 7: case is missing/],
    [line({ expected: {} }), /^invalid-value expected/],
    [line({ expected: { tpot_s: 0 } }), /^invalid-value expected\.tpot_s .*not a measured figure above 0/],
    [line({ expected: { tpot_s: "10 ms" } }), /^invalid-value expected\.tpot_s/],
    [line({ weight: -1 }), /^invalid-value weight/],
    [line({ typo: 1 }), /^unknown-field typo/],
    [JSON.stringify({ kind: "serving", load: {} }), /^unknown-field kind .*a measured case is/],
  ])("%s", (text, fault) => {
    expect(faultOf(text)).toMatch(fault);
  });
});

const measured = (hardware: string, tpot: number, more: Partial<MeasuredCase> = {}): MeasuredCase => ({
  case: { kind: "serving", hardware, model: { config: {} } }, expected: { tpot_s: tpot, ttft_s: 10 * tpot }, slice: { level: "serving" }, weight: 1, ...more,
});
const answer = (tpot: number): EvaluatedCase => ({ id: 1, values: { tpot_s: tpot }, intervals90: { tpot_s: [0.9 * tpot, 1.1 * tpot] } });

describe("startValidation", () => {
  const validation = startValidation({ by: ["hardware", "model"], worst: 1 });
  validation.add("one", measured("b", 1), answer(1.05));
  validation.add("one", measured("a", 2), answer(2.4));
  validation.add("one", measured("a", 3, { noise: 0.1 }), { id: 2, error: { code: "infeasible", message: "" } });
  validation.add("two", measured("a", 1), answer(0.5));
  const report = validation.report();

  it("groups by labels of the slice, else of the case, in order; an inline model has no label", () => {
    expect(report.files.map(({ file, cases, answered }) => [file, cases, answered])).toEqual([["one", 3, 2], ["two", 1, 1]]);
    expect(report.files[0]?.slices.map(({ slice, value, n, answered }) => [slice["hardware"], slice["model"], value, n, answered])).toEqual([
      ["a", "", "tpot_s", 2, 1], ["b", "", "tpot_s", 1, 1], ["a", "", "ttft_s", 2, 0], ["b", "", "ttft_s", 1, 0],
    ]);
    expect(report.files[0]?.noise).toEqual({ cases: 1, median: 0.1, p90: 0.1 });
  });

  it("counts a figure that an answer lacks as missing, not as wrong", () => {
    expect(report.files[0]?.values.find(({ value }) => value === "ttft_s")).toMatchObject({ n: 3, missing: 2, infeasible: 1 });
  });

  it("pools files by level, and macro averages count each slice once", () => {
    const tpot = report.pooled.find(({ value }) => value === "tpot_s");
    expect(tpot).toMatchObject({ slice: { level: "serving" }, n: 4, answered: 3, slices: 3 });
    expect(tpot?.macroMeanError).toBeCloseTo((0.2 + 0.05 + 0.5) / 3, 12);
  });

  it("keeps the worst and the errors", () => {
    expect(report.worst).toMatchObject([{ value: "tpot_s", predicted: 0.5, measured: 1 }]);
    expect(report.errors).toEqual({ infeasible: 1 });
  });
});
