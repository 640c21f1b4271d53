import * as Plot from "@observablehq/plot";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import * as entry from "../../src/index.ts";
import * as plots from "../../src/plots/index.ts";
import * as queueing from "../../src/queueing/index.ts";
import { drawn } from "./scenes.ts";

const folder = fileURLToPath(new URL("../../src/plots", import.meta.url));

/** Every `@example` of the folder, with the value that its last comment promises. */
const examples = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts")).flatMap((path) => {
  const text = readFileSync(join(folder, path), "utf8");
  return [...text.matchAll(/@example ([\s\S]*?)\n \*\//g)].map(([, body = ""]) => {
    const code = body.replaceAll(/\n \* ?/g, "\n");
    const promised = /\/\/ (.+)$/.exec(code)?.[1];
    return { path, code: code.replace(/\s*\/\/ .+$/, ""), promised };
  });
});

const scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "fp8" }, inputTokens: 512, outputTokens: 64, load: { mode: "open", ratePerSecond: 2 },
} as const;

/** What examples take for granted: the library's entries, a scenario, a question of `plan`, of `memoryOf` and of a queue. */
function names(path: string): Record<string, unknown> {
  const planned = { model: scenario.model, hardware: ["h100"], ratePerSecond: 2, inputTokens: 512, outputTokens: 64, objective: { ttftP95Seconds: 1 }, confirm: 0 };
  const placed = { model: scenario.model, hardware: "l40s", precision: { weights: "bf16" } };
  const queue = { kind: "queue", arrivals: { process: "poisson", rate_per_s: 4 }, discipline: "fcfs", service: { dist: "exponential", mean: 0.2 } };
  const question = path.startsWith("pareto") ? planned : path.startsWith("wait") ? queue : placed;
  return { ...queueing, ...entry, ...plots, parseHTML, scenario, question, Plot: { ...Plot, plot: (specification: plots.PlotSpecification) => drawn(specification) } };
}

describe("examples", () => {
  it("every picture and every curve has one", () => {
    const shown = examples.map(({ code }) => code).join("\n");
    const needed = Object.keys(plots).filter((name) => /(Plot|Curves?|Of)$|^pipelineSpans$/.test(name) && !["queueCurves", "serverCurves"].includes(name));
    expect(needed.length).toBeGreaterThan(15);
    expect(needed.filter((name) => !shown.includes(`${name}(`))).toEqual([]);
  });

  it.each(examples)("$path: $code", ({ path, code, promised }) => {
    const context = names(path);
    const value: unknown = new Function(...Object.keys(context), `return (${code});`)(...Object.values(context));
    expect(value).toBeDefined();
    if (promised !== undefined) expect(value).toEqual(typeof value === "number" ? expect.closeTo(Number(promised), 9) : JSON.parse(promised));
    if (code.startsWith("Plot.plot")) expect((value as { outerHTML: string }).outerHTML).toMatch(/^<svg/);
  });
});
