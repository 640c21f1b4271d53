import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import * as plots from "../../src/plots/index.ts";
import type { PictureOptions, PlotSpecification } from "../../src/plots/index.ts";
import { answer, batches, capacities, costs, levers, load, measured, memory, roofs, steps } from "./data.ts";

const waits = plots.waitCurves({ kind: "queue", arrivals: { process: "poisson", rate_per_s: 4 }, discipline: "fcfs", service: { dist: "exponential", mean: 0.2 } });

/** Each of the twelve kinds, the timeline twice. */
export const scenes: Readonly<Record<string, (options: PictureOptions) => PlotSpecification>> = {
  roofline: (options) => plots.rooflinePlot(Plot, steps.flatMap(({ phase, operators }) => operators.map((operator) => ({ ...operator, group: phase }))), roofs, options),
  pareto: (options) => plots.paretoPlot(Plot, answer, options),
  load: (options) => plots.loadPlot(Plot, load, { objectiveSeconds: 0.2, ...options }),
  capacity: (options) => plots.capacityPlot(Plot, capacities, options),
  memory: (options) => plots.memoryPlot(Plot, memory, options),
  breakdown: (options) => plots.breakdownPlot(Plot, { steps }, options),
  cost: (options) => plots.costPlot(Plot, costs, options),
  energy: (options) => plots.energyPlot(Plot, batches, options),
  tornado: (options) => plots.tornadoPlot(Plot, { levers }, options),
  accuracy: (options) => plots.accuracyPlot(Plot, measured, { quantity: "TPOT, s", ...options }),
  wait: (options) => plots.waitPlot(Plot, waits, options),
  timeline: (options) => plots.timelinePlot(Plot, plots.pipelineSpans({ stageSeconds: [0.01, 0.012], microBatches: 3, transferSeconds: 0.001 }), options),
  overlap: (options) => plots.timelinePlot(Plot, plots.overlapSpans(steps[0]!, roofs), options),
};

/** The SVG element of a picture, without titles around it; linkedom takes no inline style from Observable Plot. */
export function drawn(specification: PlotSpecification): { readonly outerHTML: string; querySelectorAll(selector: string): Iterable<{ readonly textContent: string; getAttribute(name: string): string | null }> } {
  const { title: _title, subtitle: _subtitle, caption: _caption, style: _style, ...rest } = specification;
  const { document } = parseHTML("<html></html>");
  return Plot.plot({ ...rest, document } as never) as never;
}

/** What stands in a picture, short enough to read in a diff: its name, what it tells, every text, and how many marks of each sort. */
export function summary(specification: PlotSpecification): string {
  const svg = drawn(specification);
  const count = (selector: string): number => [...svg.querySelectorAll(selector)].length;
  const texts = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent).filter((text) => text !== "");
  const marks = ["path", "circle", "line", "rect"].map((name) => `${name} ${count(name)}`).join(", ");
  return [`${specification.ariaLabel}: ${specification.ariaDescription}`, String(specification.caption ?? "no caption"), texts.join(" | "), marks].join("\n");
}
