import * as Plot from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { accuracyPlot, breakdownPlot, capacityPlot, costPlot, energyPlot, loadPlot, memoryPlot, paretoPlot, rooflinePlot, heldUpTo, timelinePlot, tornadoPlot, waitPlot } from "../../src/plots/index.ts";
import { memoryOf } from "../../src/predict/memory.ts";
import { answer, levers, load, measured, roofs, steps } from "./data.ts";
import { drawn, scenes, summary } from "./scenes.ts";

const names = Object.keys(scenes);

/** Where a text stands and about how wide it is. */
function boxes(svg: ReturnType<typeof drawn>): { text: string; x: number }[] {
  return [...svg.querySelectorAll("text")].map((element) => ({
    text: element.textContent, x: Number(/translate\(([-\d.]+)/.exec(element.getAttribute("transform") ?? "")?.[1] ?? Number.NaN),
  }));
}

describe("every picture", () => {
  it.each(names)("%s says what it shows", (name) => {
    expect(summary(scenes[name]!({}))).toMatchSnapshot();
  });

  it.each(names)("%s has a name, a description with figures, and no figure that is none", (name) => {
    const picture = scenes[name]!({});
    expect(picture.ariaLabel).toMatch(/^[A-Z]/);
    expect(picture.ariaDescription).toMatch(/\d/);
    const { outerHTML } = drawn(picture);
    expect(outerHTML).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(`${picture.ariaDescription} ${picture.caption ?? ""}`).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(names)("%s is the same each time", (name) => {
    expect(drawn(scenes[name]!({})).outerHTML).toBe(drawn(scenes[name]!({})).outerHTML);
  });

  it.each(names)("%s keeps to a width of 360 and of 1280 pixels", (name) => {
    for (const width of [360, 1280]) {
      const picture = scenes[name]!({ width });
      expect(picture.width).toBe(width);
      for (const { text, x } of boxes(drawn(picture))) {
        if (Number.isNaN(x)) continue;
        expect({ text, inside: x >= -1 && x <= width + 1 }).toEqual({ text, inside: true });
      }
    }
  });

  it.each(names)("%s takes a title, a height and no caption", (name) => {
    const picture = scenes[name]!({ title: "T", subtitle: "S", height: 333, caption: null });
    expect(picture).toMatchObject({ title: "T", subtitle: "S", height: 333 });
    expect("caption" in picture).toBe(false);
  });

  it.each(names)("%s is drawn in the page's own colour and the palette alone", (name) => {
    const colours = new Set(drawn(scenes[name]!({})).outerHTML.match(/(?:fill|stroke)="([^"]+)"/g)?.map((match) => match.replace(/^\w+="|"$/g, "")));
    for (const colour of colours) expect(colour).toMatch(/^(none|currentColor|white|#0009|var\(--plot-background\)|#0072B2|#D55E00|#009E73|#CC79A7|#6F6F6F)$/);
  });

  it.each(names)("%s names its axes with their units", (name) => {
    const texts = boxes(drawn(scenes[name]!({}))).map(({ text }) => text).join(" | ");
    expect(texts).toMatch(/→/);
  });
});

describe("what pictures tell", () => {
  const texts = (picture: Parameters<typeof drawn>[0]): string => boxes(drawn(picture)).map(({ text }) => text).join(" | ");

  it("a measurement outside its interval is a ring, and counts", () => {
    const picture = accuracyPlot(Plot, measured);
    expect(picture.caption).toContain("3 figures; median absolute error 10.0 %; 67 % inside their 90 % intervals");
    expect(texts(picture)).toContain("outside its interval");
  });

  it("shares of operators that are not shown are one bar, so that all add up to the step", () => {
    expect(texts(breakdownPlot(Plot, { steps }, { top: 2 }))).toContain("all others");
    expect(texts(breakdownPlot(Plot, { steps }, { top: 100 }))).not.toContain("all others");
  });

  it("memory of several deployments stands in one picture by their names", () => {
    const of = (hardware: string): { name: string; memory: ReturnType<typeof memoryOf> } => ({ name: hardware, memory: memoryOf({ model: "meta-llama/Llama-3.1-8B", hardware, precision: { weights: "fp8" } }) });
    expect(texts(memoryPlot(Plot, [of("l40s"), of("h100")]))).toMatch(/l40s.*h100/);
  });

  it("a roofline says how much of the time has no place on it", () => {
    const [, decode] = steps;
    const without = decode!.operators.filter(({ flops, bytes }) => flops === 0 || bytes === 0).reduce((sum, { share }) => sum + share, 0);
    expect(rooflinePlot(Plot, decode!.operators, roofs).caption).toContain(`${Math.round(100 * without)} % of the time`);
  });

  it("a deployment that never pays says so", () => {
    const points = [0.5, 1].map((utilisation) => ({ utilisation, usdPerMillionTokens: 1 / utilisation, interval90: [0.9 / utilisation, 1.1 / utilisation] as const }));
    const curve = { points, usdPerHour: 3, capacityRequestsPerSecond: 1 };
    expect(costPlot(Plot, { ...curve, api: { usdPerMillionTokens: 0.5, breakEvenUtilisation: 2, breakEvenInterval90: [1.8, 2.2] } }).caption).toContain("dearer than the API at any use");
    expect(costPlot(Plot, curve).caption).not.toContain("API");
  });

  it("the cost at an asked rate is marked where the deployment can carry it", () => {
    const points = [0.5, 1].map((utilisation) => ({ utilisation, usdPerMillionTokens: 1 / utilisation, interval90: [0.9 / utilisation, 1.1 / utilisation] as const }));
    const curve = { points, usdPerHour: 3, capacityRequestsPerSecond: 4 };
    const texts = (requestsPerSecond: number): string => summary(costPlot(Plot, curve, { requestsPerSecond }));
    // A quarter of the capacity: four times the price of full use.
    expect(texts(1)).toContain("$4.00 at 25 %");
    expect(texts(5)).not.toContain(" at ");
  });

  it("a load curve holds a limit up to the rate that its line crosses it at", () => {
    // Between 10 and 18 requests/s the logarithm rises from 0.1 s to 0.4 s: half of it at 0.2 s.
    expect(heldUpTo(load, "ttft", 0.2)).toBeCloseTo(14, 9);
    expect(heldUpTo(load, "ttft", 1)).toBeNull();
    expect(heldUpTo(load, "tpot", 1)).toBeNull();
  });

  it("a plan that takes turns with another on the Pareto set is named once", () => {
    const pareto = ["a", "b", "a", "b"].map((hardware, i) => ({ ...answer.pareto[0]!, hardware, outputTokensPerSecondPerUser: 20 * 4 ** i, outputTokensPerSecondPerDevice: 3000 / 3 ** i }));
    const texts = boxes(drawn(paretoPlot(Plot, { pareto }, { width: 900 }))).map(({ text }) => text);
    for (const name of ["a", "b"]) expect(texts.filter((text) => text.startsWith(`${name} tp`))).toHaveLength(1);
  });

  it("every deployment that is drawn beside the Pareto set is named, the first of them always drawn", () => {
    const [ring] = answer.deployments ?? [];
    // Eight at nearly the same place: there is no room to name them all.
    const deployments = Array.from({ length: 8 }, (_, i) => ({ ...ring!, devices: 11 + i, outputTokensPerSecondPerDevice: 300 + 20 * i, outputTokensPerSecondPerUser: 40 - i }));
    for (const width of [360, 900]) {
      const svg = drawn(paretoPlot(Plot, { ...answer, deployments }, { width }));
      const names = boxes(svg).map(({ text }) => text).filter((text) => / × /.test(text));
      const rings = [...svg.querySelectorAll('circle[aria-label*="×"]')].length;
      expect(names[0]).toMatch(/^11 × large/);
      expect(rings).toBe(names.length);
      expect(rings).toBeLessThan(8);
    }
  });

  it("long names stand in two lines where there is no room, and none is cut", () => {
    const step = { ...steps[1]!, operators: ["attention.rotary-cache", "attention.rotary-table"].map((name) => ({ ...steps[1]!.operators[0]!, name })) };
    const lever = { ...levers[0]!, name: "caches, clock and vector units" as const };
    for (const picture of [breakdownPlot(Plot, { steps: [step] }, { width: 360 }), tornadoPlot(Plot, { levers: [lever] }, { width: 300 })]) expect(summary(picture)).not.toContain("…");
  });

  it("parallel operators are named by their letters, and headings lose clauses, where there is no room", () => {
    const step = { ...steps[1]!, what: "64 requests on each replica, 1153 tokens of context each", operators: [{ ...steps[1]!.operators[0]!, name: "tensor-parallel.all-reduce" }] };
    const [wide, narrow] = [summary(breakdownPlot(Plot, { steps: [step] }, { width: 900 })), summary(breakdownPlot(Plot, { steps: [step] }, { width: 360 }))];
    expect(wide).toContain("\ntensor-parallel.all-reduce |");
    expect(wide).toContain("on each replica, 1153 tokens of context each");
    expect(narrow).toContain("\ntp.all-reduce |");
    expect(narrow).toContain("64 requests a replica |");
  });
});

describe("nothing to draw", () => {
  const cases: readonly (readonly [string, () => unknown])[] = [
    ["roofline", () => rooflinePlot(Plot, [], roofs)], ["pareto", () => paretoPlot(Plot, { pareto: [] })], ["load", () => loadPlot(Plot, { points: [], saturationRequestsPerSecond: 1 })],
    ["capacity", () => capacityPlot(Plot, [])], ["memory", () => memoryPlot(Plot, memoryOf({ model: "meta-llama/Llama-3.1-8B", precision: { weights: "bf16" } }))],
    ["breakdown", () => breakdownPlot(Plot, { steps: [] })], ["cost", () => costPlot(Plot, { points: [], usdPerHour: 1, capacityRequestsPerSecond: 1 })], ["energy", () => energyPlot(Plot, [])],
    ["tornado", () => tornadoPlot(Plot, { levers: [] })], ["accuracy", () => accuracyPlot(Plot, [])], ["accuracy of nothing", () => accuracyPlot(Plot, [{ measured: 0, predicted: 1 }])],
    ["wait", () => waitPlot(Plot, [])], ["timeline", () => timelinePlot(Plot, [])], ["timeline backwards", () => timelinePlot(Plot, [{ lane: "a", kind: "compute", startSeconds: 2, endSeconds: 1 }])],
  ];
  it.each(cases)("%s is a typed error with the way out", (_name, draw) => {
    expect(draw).toThrow(expect.objectContaining({ name: "RidgepointError", code: expect.stringMatching(/^(invalid-value|missing-field)$/) }));
  });
});
