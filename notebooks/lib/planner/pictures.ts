import { html } from "htl";
import * as Plot from "@observablehq/plot";
// Not by the entry: its curves would bring the whole model into the page, which leaves that to the worker.
import { costPlot } from "../../../src/plots/cost.ts";
import { loadPlot } from "../../../src/plots/load.ts";
import { paretoPlot } from "../../../src/plots/pareto.ts";
import { orFault } from "../elements.ts";
import { lookedAt } from "./answer.ts";
import type { Found } from "./found.ts";

/** Below this a column has not been laid out yet, pixels. */
const least = 200;

/** The trade between throughput and speed, with the deployments at the asked rate. */
export function paretoPicture({ answer }: Found, width: number): Node {
  if (answer === null || answer.pareto.length === 0 || width < least) return html`<div class="rp-empty"></div>`;
  return orFault(() => Plot.plot(paretoPlot(Plot, answer, { width })));
}

/** Percentiles against load of the deployment that is looked at, with the asked rate marked. */
export function loadPictures({ curve, state }: Found, width: number): Node {
  if (curve === null || curve.points.length < 3 || width < least) return html`<div class="rp-empty">Percentiles under load come as soon as you stop changing things.</div>`;
  const beside = width >= 760;
  const each = beside ? Math.floor((width - 24) / 2) : width;
  const picture = (metric: "ttft" | "tpot", objectiveSeconds: number): Node => orFault(() => {
    const spec = loadPlot(Plot, curve, { metric, objectiveSeconds, width: each });
    const asked = Plot.ruleX([state.ratePerSecond], { stroke: "currentColor", strokeDasharray: "2 3", ariaLabel: () => "asked rate" });
    return Plot.plot({ ...spec, marks: [asked, ...(spec.marks ?? [])] });
  });
  return html`<div class=${beside ? "rp-pair" : ""}>${picture("ttft", state.ttftP95Seconds)}${picture("tpot", state.tpotP95Seconds)}</div>`;
}

/** Cost against utilisation of the deployment that is looked at, and an API's price where one is given. */
export function costPicture(found: Found, width: number): Node {
  const deployment = lookedAt(found);
  if (width < least) return html`<div class="rp-empty"></div>`;
  if (deployment?.usdPerHour === undefined) return html`<div class="rp-empty">This deployment has no price: enter one under “Devices and prices”.</div>`;
  const { cost } = found;
  return cost === null ? html`<div class="rp-empty"></div>` : orFault(() => Plot.plot(costPlot(Plot, cost, { width, requestsPerSecond: found.state.ratePerSecond })));
}
