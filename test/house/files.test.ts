import { describe, expect, it } from "vitest";
import { isGenerated, repositoryFiles, textOf } from "./sources.ts";

const MAXIMUM_LINES = 300;
const CODE = /\.(ts|mjs|js)$/;
const TEXT = /\.(ts|mjs|js|json|md|html|css|cff|yml|yaml)$|^\.ci\/|^\.gitignore$|^LICENSE$/;

/** Places that exist on no user's machine: the package and its tests must stand alone. Spelt in parts so that this file passes. */
const OUTSIDE = new RegExp([["\\.\\.", "shared"].join("/"), ["", "work", ""].join("/"), ["\\.", "library"].join("")].join("|"));

const files = repositoryFiles();

describe("files", () => {
  it(`no source is longer than ${MAXIMUM_LINES} lines`, () => {
    const long = files
      .filter((path) => CODE.test(path) && !isGenerated(path))
      .map((path) => ({ path, lines: textOf(path).split("\n").length - 1 }))
      .filter(({ lines }) => lines > MAXIMUM_LINES)
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it("nothing refers to a place outside the repository", () => {
    const wrong = files.filter((path) => TEXT.test(path) && OUTSIDE.test(textOf(path)));
    expect(wrong).toEqual([]);
  });

  it("no file is a leftover", () => {
    const leftover = files.filter((path) => /\.(orig|rej|bak|tmp|log)$|~$|\.DS_Store$/.test(path));
    expect(leftover).toEqual([]);
  });

  it("no source marks its own work as unfinished", () => {
    const marks = files
      .filter((path) => path.startsWith("src/") && CODE.test(path) && !isGenerated(path))
      .filter((path) => /\b(TODO|FIXME|XXX|HACK)\b/.test(textOf(path)));
    expect(marks).toEqual([]);
  });

  it("no test is skipped or left alone", () => {
    const marks = files.filter((path) => path.endsWith(".test.ts") && /\b(it|test|describe)\.(only|skip|todo)\b\(/.test(textOf(path)));
    expect(marks).toEqual([]);
  });
});
