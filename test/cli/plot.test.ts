import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, fixtures, ridgepoint } from "./command.ts";
import { inProcess, wordsOf } from "./in-process.ts";

const folder = fixtures();
const deployment = "--model meta-llama/Llama-3.1-8B --hardware l40s --precision fp8 --input 256 --output 32";

/** Every kind of every verb that draws; what takes long is drawn by the examples of the help. */
const drawings: readonly (readonly [line: string, name: string])[] = [
  [`explain ${deployment} --batch 4`, "Share of the step, %"], [`explain ${deployment} --batch 4 --plot-kind roofline`, "FLOP/s of one device"],
  [`explain ${deployment} --batch 4 --plot-kind tornado`, "Effect of 1 % more"], [`explain ${deployment} --batch 4 --plot-kind timeline`, "One layer of a decode step"],
  [`predict ${deployment} --batch 4 --plot-kind cost --usd-per-device-hour 1 --api-usd-per-million-input 1 --api-usd-per-million-output 1`, "API $1.00"],
  [`predict ${deployment} --batch 4 --plot-kind energy`, "Energy of one output token"], ["plan --hardware h100 --confirm 0", "Output tokens/s of one user"],
  ["queue --rate 4 --service exponential:0.2", "Share of requests that take longer"], [`memory ${deployment}`, "GiB of one device"], [`memory ${deployment} --plot-kind capacity`, "Requests that fit at once"],
  [`simulate ${deployment} --rate 1 --requests 200`, "Share of requests that take longer"], [`simulate ${deployment} --trace requests.csv --plot-kind timeline`, "request 24"],
];

describe("--plot", () => {
  it.each(drawings)("%s", async (line, name) => {
    const { status, out, err } = await inProcess([...wordsOf(line), "--plot", "out.svg", "--plot-width", "500"], folder);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/\nPicture: out\.svg\n$/);
    const svg = readFileSync(join(folder, "out.svg"), "utf8");
    rmSync(join(folder, "out.svg"));
    expect(svg).toMatch(/^<svg [^>]*width="524"/);
    expect(svg).toContain(name);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("leaves JSON alone", async () => {
    const { out } = await inProcess(wordsOf(`explain ${deployment} --batch 4 --json --plot json.svg`), folder);
    expect(() => JSON.parse(out)).not.toThrow();
    expect(existsSync(join(folder, "json.svg"))).toBe(true);
  });

  it.each([
    ["nowhere/out.svg", /--plot = "nowhere\/out\.svg" cannot be written: ENOENT/], ["out.png", /--plot = "out\.png" does not end in \.svg/], ["folder.svg", /cannot be written: it is a directory/],
  ])("%s is refused before anything is computed", async (path, message) => {
    mkdirSync(join(folder, "folder.svg"), { recursive: true });
    const { status, out, err } = await inProcess([...wordsOf(`explain ${deployment}`), "--plot", path], folder);
    expect([status, out]).toEqual([1, ""]);
    expect(err).toMatch(message);
  });

  it.each([
    [`memory --model meta-llama/Llama-3.1-8B`, 1, /--hardware is missing/], [`simulate ${deployment} --rate 1 --plot-kind timeline`, 1, /--trace is missing/],
    [`explain ${deployment} --plot-kind pie`, 2, /Allowed choices are breakdown, roofline/], [`explain ${deployment} --plot-width 10`, 2, /from 240 to 4000/],
  ] as const)("%s says why not", async (line, expected, message) => {
    const { status, err } = await inProcess([...wordsOf(line), "--plot", "out.svg"], folder);
    expect([status, err]).toEqual([expected, expect.stringMatching(message)]);
  });
});

describe("the built command", () => {
  it("draws, with what draws in a file that nothing else loads", () => {
    const { status } = ridgepoint(["queue", "--rate", "4", "--service", "exponential:0.2", "--plot", "built.svg"], { cwd: folder });
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "built.svg"), "utf8")).toMatch(/^<svg /);
    const text = readFileSync(command, "utf8");
    // Words of linkedom and of Observable Plot.
    expect(text).not.toMatch(/createDocumentFragment|--plot-background: white/);
    const drawing = join(dirname(command), "drawing.js");
    expect(readFileSync(drawing, "utf8")).toMatch(/createDocumentFragment/);
    expect(statSync(drawing).size).toBeLessThan(1_000_000);
  });
});
