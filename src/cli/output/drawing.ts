// What draws: Observable Plot, a document without a browser, and the pictures. Only `--plot` loads this file, which the build keeps apart.
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { svgOf } from "../../plots/svg.ts";
import type { PlotSpecification } from "../../plots/frame/types.ts";

export { Plot };
export { accuracyPlot } from "../../plots/accuracy.ts";
export { breakdownPlot } from "../../plots/breakdown.ts";
export { capacityPlot } from "../../plots/capacity.ts";
export { costPlot } from "../../plots/cost.ts";
export { energyPlot } from "../../plots/energy.ts";
export { loadPlot } from "../../plots/load.ts";
export { memoryPlot } from "../../plots/memory.ts";
export { paretoPlot } from "../../plots/pareto.ts";
export { rooflinePlot } from "../../plots/roofline.ts";
export { timelinePlot } from "../../plots/timeline.ts";
export { tornadoPlot } from "../../plots/tornado.ts";
export { waitPlot } from "../../plots/wait.ts";

/** The text of an SVG file. An empty document needs no parser, which the build leaves out. */
export function svg(specification: PlotSpecification): string {
  const { document } = parseHTML("");
  document.appendChild(document.createElement("html"));
  return svgOf(Plot, specification, { document });
}
