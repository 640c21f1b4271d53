import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  rowsOf, select, tableOf, toArquero, toArrow, toCsv, toDataFrame, toParquet, type ParquetColumn, type Table,
} from "../../src/tables/index.ts";
import { toText, wrap } from "../../src/tables/text.ts";

const column = (table: Table, name: string): readonly unknown[] | undefined => table.columns.find((entry) => entry.name === name)?.values;

describe("tableOf", () => {
  const table = tableOf([
    { id: "a", seconds: 1.5, plan: { tp: 8, dp: 1 }, interval: [1, 2], warnings: ["x", "y"], ok: true },
    { id: "b", plan: { tp: 4 }, interval: [3, 4], warnings: [], extra: Infinity },
  ]);

  it("nested fields, intervals and lists become columns in the order in which they appear", () => {
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "seconds", "plan.tp", "plan.dp", "interval.low", "interval.high", "warnings", "ok", "extra"]);
    expect(table.rowCount).toBe(2);
    expect(column(table, "plan.tp")).toEqual([8, 4]);
    expect(column(table, "interval.high")).toEqual([2, 4]);
    expect(column(table, "warnings")).toEqual(["x; y", ""]);
  });

  it("what a row lacks, and what is not finite, is null", () => {
    expect(column(table, "seconds")).toEqual([1.5, null]);
    expect(column(table, "ok")).toEqual([true, null]);
    expect(column(table, "extra")).toEqual([null, null]);
  });

  it("columns have one type", () => {
    expect(table.columns.find(({ name }) => name === "seconds")?.type).toBe("number");
    expect(table.columns.find(({ name }) => name === "ok")?.type).toBe("boolean");
    expect(() => tableOf([{ a: 1 }, { a: "one" }])).toThrow(/a = "one"/);
  });

  it("rows come back", () => {
    const cell = fc.record({ n: fc.double({ noDefaultInfinity: true, noNaN: true }), s: fc.string(), b: fc.boolean() });
    fc.assert(fc.property(fc.array(cell, { maxLength: 20 }), (rows) => {
      expect(rowsOf(tableOf(rows))).toEqual(rows.map((row) => ({ ...row })));
    }), { seed: 1, numRuns: 100 });
  });

  it("select keeps the order that is asked for and drops what is not there", () => {
    expect(select(table, ["ok", "nothing", "id"]).columns.map(({ name }) => name)).toEqual(["ok", "id"]);
  });

  it("no rows are an empty table", () => {
    expect(tableOf([])).toEqual({ columns: [], rowCount: 0 });
  });
});

describe("toCsv", () => {
  it("quotes what needs it (RFC 4180) and leaves absent cells empty", () => {
    expect(toCsv(tableOf([{ a: 'say "hi"', b: 1 }, { a: "x,y" }, { a: "line\nend", b: 0.1 }]))).toBe('a,b\n"say ""hi""",1\n"x,y",\n"line\nend",0.1\n');
  });

  it("a reader gets the same cells back", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ",", '"', "\n", " ", "é") });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 10 }), (pairs) => {
        const rows = pairs.map(([x, y]) => ({ x, y }));
        expect(readCsv(toCsv(tableOf(rows)))).toEqual([["x", "y"], ...pairs.map(([x, y]) => [x, y])]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

/** A reader of RFC 4180 text by its grammar, one character at a time. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(cell);
      cell = "";
    } else if (c === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += c;
  }
  return rows;
}

describe("toText", () => {
  it("aligns figures right, texts left, without trailing blanks", () => {
    expect(toText([
      { header: "name", cells: ["a", "longer"] },
      { header: "n", align: "right", cells: ["1", "100"] },
      { header: "note", cells: ["x", ""] },
    ])).toBe("name      n  note\na         1  x\nlonger  100\n");
  });

  it("groups stand above their columns", () => {
    expect(toText([
      { header: "#", cells: ["1"] }, { header: "mean", group: "TTFT, ms", align: "right", cells: ["12"] },
      { header: "p95", group: "TTFT, ms", align: "right", cells: ["40"] },
    ])).toBe("   TTFT, ms\n#  mean  p95\n1    12   40\n");
  });

  it("wraps the last column into the width", () => {
    const words = "one two three four five six seven eight nine ten eleven twelve";
    const text = toText([{ header: "id", cells: ["a", "b"] }, { header: "why", cells: [words, "short"] }], { width: 40 });
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(40);
    expect(text.replaceAll(/\s+/g, " ")).toContain(words);
  });

  it("wrap keeps every word in order and never passes the width with words that fit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 12, max: 60 }), (words, width) => {
        const lines = wrap(words.join(" "), width);
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("adapters", () => {
  const table = tableOf([{ id: "a", seconds: 1, ok: true }, { id: "b", seconds: null, ok: false }, { id: "c", seconds: 3, ok: null }]);

  it("danfojs gets a record of arrays", () => {
    class DataFrame {
      readonly data: Record<string, unknown[]>;
      constructor(data: Record<string, unknown[]>) {
        this.data = data;
      }
    }
    expect(toDataFrame({ DataFrame }, table).data).toEqual({ id: ["a", "b", "c"], seconds: [1, null, 3], ok: [true, false, null] });
  });

  it("arquero gets columns and their order", () => {
    const given = toArquero({ table: (columns, names) => ({ columns, names }) }, table);
    expect(given.names).toEqual(["id", "seconds", "ok"]);
    expect(given.columns["seconds"]).toEqual([1, null, 3]);
  });

  it("Arrow gets a typed array only where no number is absent", () => {
    const arrow = { tableFromArrays: (columns: Record<string, Float64Array | readonly unknown[]>) => columns };
    expect(toArrow(arrow, table)["seconds"]).toEqual([1, null, 3]);
    expect(toArrow(arrow, tableOf([{ x: 1 }, { x: 2 }]))["x"]).toEqual(Float64Array.of(1, 2));
  });

  it("Parquet columns have a type and say whether cells are absent", () => {
    const columns = toParquet({ parquetWriteBuffer: ({ columnData }: { readonly columnData: ParquetColumn[] }) => columnData }, table);
    expect(columns).toEqual([
      { name: "id", data: ["a", "b", "c"], type: "STRING", nullable: false },
      { name: "seconds", data: [1, null, 3], type: "DOUBLE", nullable: true },
      { name: "ok", data: [true, false, null], type: "BOOLEAN", nullable: true },
    ]);
  });

  it("adapters copy: the library's arrays may be changed", () => {
    const frame = toDataFrame({ DataFrame: class { readonly data: Record<string, unknown[]>; constructor(data: Record<string, unknown[]>) { this.data = data; } } }, table);
    (frame.data["id"] as unknown[])[0] = "changed";
    expect(column(table, "id")).toEqual(["a", "b", "c"]);
  });
});
