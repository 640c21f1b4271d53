import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { root, textOf } from "./sources.ts";

interface Row {
  readonly n: number;
  readonly answered: number;
}
interface Accuracy {
  readonly files: readonly { readonly file: string; readonly cases: number; readonly sources: readonly string[]; readonly figures: readonly Row[] }[];
  readonly sources: Readonly<Record<string, string>>;
}

const accuracy = JSON.parse(textOf("docs/accuracy.json")) as Accuracy;

describe("docs/accuracy", () => {
  it("the page is what its script makes of the JSON file", () => {
    const script = 'import { readFileSync } from "node:fs"; import { markdownOf } from "./scripts/accuracy/markdown.mjs"; process.stdout.write(markdownOf(JSON.parse(readFileSync("docs/accuracy.json", "utf8"))));';
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8", maxBuffer: 64e6 });
    expect(run.stderr).toBe("");
    expect(textOf("docs/accuracy.md")).toBe(run.stdout);
  });

  it("every file has a public source, with the commit where there is one", () => {
    for (const { file, sources } of accuracy.files) {
      expect(sources.length, file).toBeGreaterThan(0);
      for (const name of sources) expect(accuracy.sources[name], `${file}: ${name}`).toMatch(/@[0-9a-f]{7,12}/);
    }
  });

  it("holds sums and no measured row", () => {
    expect(Object.keys(accuracy)).not.toContain("cases");
    expect(textOf("docs/accuracy.json")).not.toMatch(/"(expected|case|measured|predicted)":/);
    for (const { figures, cases } of accuracy.files) for (const { n, answered } of figures) {
      expect(n).toBeLessThanOrEqual(cases);
      expect(answered).toBeLessThanOrEqual(n);
    }
  });
});
