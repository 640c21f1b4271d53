import { describe, expect, it } from "vitest";
import { verbs } from "../../src/cli/verbs/index.ts";
import { fixtures, ridgepoint, shell } from "./command.ts";

const folder = fixtures();

/** Every help text: the command's, each verb's, and each verb's parts'. */
const pages: readonly (readonly string[])[] = verbs.flatMap(({ name }) => {
  const { out } = ridgepoint([name, "--help"]);
  const parts = /\nCommands:\n([\s\S]*?)\n\n/.exec(`${out}\n\n`)?.[1] ?? "";
  return [[name], ...[...parts.matchAll(/^ {2}(\w[\w-]*)/gm)].map(([, part = ""]) => [name, part]).filter(([, part]) => part !== "help")];
});

const examples = pages.flatMap((words) => [...ridgepoint([...words, "--help"]).out.matchAll(/^ {2}\$ (.*)$/gm)].map(([, line = ""]) => line));

describe("help", () => {
  it("without words lists every verb", () => {
    const { status, out } = ridgepoint([]);
    expect(status).toBe(0);
    for (const { name, summary } of verbs) expect(out).toMatch(new RegExp(`^ {2}${name}\\b.*${summary.slice(0, 20)}`, "m"));
    expect(ridgepoint(["--help"]).out).toBe(out);
    expect(ridgepoint(["help"]).out).toBe(out);
  });

  it.each(pages.map((words) => [words.join(" ")]))("%s has options, examples and no line above 100 columns", (name) => {
    const { status, out, err } = ridgepoint([...name.split(" "), "--help"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("Examples:\n");
    const long = out.split("\n").filter((line) => !line.startsWith("  $ ") && [...line].length > 100);
    expect(long).toEqual([]);
  });

  it("the version is the package's", () => {
    expect(ridgepoint(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("verbs and their parts are found", () => {
    expect(pages.map((words) => words.join(" "))).toEqual(expect.arrayContaining(["plan", "predict", "evaluate", "hardware list", "hardware compare", "models import"]));
    expect(examples.length).toBeGreaterThan(20);
  });
});

describe("examples", () => {
  it.each([...new Set(examples)])("%s", (line) => {
    const { status, out, err } = shell(line, folder);
    expect([status, err]).toEqual([0, ""]);
    if (line.includes(">")) return;
    expect(out.length).toBeGreaterThan(10);
    expect(out).not.toMatch(/NaN|undefined|\[object|Infinity/);
    if (/--json|--csv|evaluate/.test(line)) {
      if (line.includes("--json")) expect(() => JSON.parse(out)).not.toThrow();
      return;
    }
    const long = out.split("\n").filter((text) => [...text].length > 100);
    expect(long).toEqual([]);
  });
});
