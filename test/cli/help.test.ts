import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { verbs } from "../../src/cli/verbs/index.ts";
import { fixtures, ridgepoint, shell, type Ran } from "./command.ts";
import { inProcess, wordsOf } from "./in-process.ts";

const folder = fixtures();

/** Help texts by the words before `--help`: each verb's, and each of its parts'. */
const pages = new Map<string, Ran>();
for (const { name } of verbs) {
  const page = await inProcess([name, "--help"], folder);
  pages.set(name, page);
  const parts = /\nCommands:\n([\s\S]*?)\n\n/.exec(`${page.out}\n\n`)?.[1] ?? "";
  for (const [, part = ""] of parts.matchAll(/^ {2}(\w[\w-]*)/gm)) {
    if (part !== "help") pages.set(`${name} ${part}`, await inProcess([name, part, "--help"], folder));
  }
}

const examples = [...new Set([...pages.values()].flatMap(({ out }) => [...out.matchAll(/^ {2}\$ (.*)$/gm)].map(([, line = ""]) => line)))];

/** That of `host` takes long, and is what test/cli/host.test.ts runs. */
const [measuring, quick] = [true, false].map((long) => examples.filter((line) => line.startsWith("ridgepoint host ") === long)) as [string[], string[]];

const tooLong = (text: string): string[] => text.split("\n").filter((line) => [...line].length > 100);

describe("help", () => {
  it("without words lists every verb", () => {
    const { status, out } = ridgepoint([]);
    expect(status).toBe(0);
    for (const { name, summary } of verbs) expect(out).toMatch(new RegExp(`^ {2}${name}\\b.*${summary.slice(0, 20)}`, "m"));
    expect(ridgepoint(["--help"]).out).toBe(out);
    expect(ridgepoint(["help"]).out).toBe(out);
  });

  it("the version is the package's", () => {
    expect(ridgepoint(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("the README's table has every verb", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const table = [...readme.matchAll(/^\| `([a-z]+)/gm)].map(([, verb = ""]) => verb);
    expect(verbs.map(({ name }) => name).filter((name) => !table.includes(name))).toEqual([]);
  });

  it("verbs and their parts are found", () => {
    expect([...pages.keys()]).toEqual(expect.arrayContaining(["plan", "predict", "evaluate", "hardware list", "hardware compare", "models import"]));
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each([...pages.keys()])("%s has options, examples and no line above 100 columns", (name) => {
    const { status, out, err } = pages.get(name) as Ran;
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("Examples:\n");
    expect(tooLong(out).filter((line) => !line.startsWith("  $ "))).toEqual([]);
  });
});

describe("examples", () => {
  it("of host is the one that its own test runs", () => {
    expect(measuring).toEqual(["ridgepoint host --short --out my-host.json"]);
  });

  it.each(quick)("%s", async (line) => {
    const { status, out, err } = /[|<>]/.test(line) ? shell(line, folder) : await inProcess(wordsOf(line).slice(1), folder);
    expect([status, err]).toEqual([0, ""]);
    if (line.includes(">")) return;
    expect(out.length).toBeGreaterThan(10);
    expect(out).not.toMatch(/NaN|undefined|\[object|Infinity(?! (Cache|Fabric))/);
    if (line.includes("--json")) expect(() => JSON.parse(out)).not.toThrow();
    else if (!/--csv|evaluate/.test(line)) expect(tooLong(out)).toEqual([]);
  });
});
