export { headline, lookedAt, outAndAssumed, planTable, statusLine } from "./answer.ts";
export { exportPanel } from "./exports.ts";
export { type PlannerForm, plannerForm, takeDrops } from "./form.ts";
export type { Found } from "./found.ts";
import { html } from "htl";
import * as Plot from "@observablehq/plot";
import { scenarioOf } from "../../../src/index.ts";
import { costCurve, costPlot, loadPlot, paretoPlot } from "../../../src/plots/index.ts";
import { orFault } from "../elements.ts";
import { lookedAt, type StatusLine } from "./answer.ts";
import type { PlannerForm } from "./form.ts";
import { linkOf, stateOf } from "./link.ts";
import type { Found } from "./found.ts";
import { startSearch } from "./search.ts";
import { firstState, questionOf, type PlannerState } from "./state.ts";

/** The state that the page's address holds; the first one where it holds none, with what is wrong where it is damaged. */
export async function stateOfAddress(): Promise<{ readonly state: PlannerState; readonly fault: string | null }> {
  try {
    return { state: await stateOf(location.hash), fault: null };
  } catch (fault) {
    return { state: firstState, fault: (fault as Error).message };
  }
}

/** Searches whenever the form changes and tells what is found; keeps the status line and the address in step. The returned function ends both. */
export function follow(form: PlannerForm, status: StatusLine, onFound: (found: Found) => void): () => void {
  let shown: Found | null = null;
  const search = startSearch((found) => {
    status.follow(found);
    // Progress alone draws nothing anew.
    const same = shown !== null && found.answer === shown.answer && found.curve === shown.curve && found.fault === shown.fault && found.state === shown.state;
    if (same && found.confirmed === shown?.confirmed) return;
    shown = found;
    onFound(found);
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    search.ask(form.value);
    clearTimeout(waiting);
    // Browsers refuse a page that writes its address too often.
    waiting = setTimeout(() => void linkOf(form.value).then((hash) => history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`)), 250);
  };
  const arrive = (): void => void stateOf(location.hash).then((state) => form.change(state), () => undefined);
  form.addEventListener("input", ask);
  window.addEventListener("hashchange", arrive);
  search.ask(form.value);
  return () => {
    clearTimeout(waiting);
    form.removeEventListener("input", ask);
    window.removeEventListener("hashchange", arrive);
    search.stop();
  };
}

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
    return Plot.plot({ ...spec, marks: [...(spec.marks ?? []), asked] });
  });
  return html`<div class=${beside ? "rp-pair" : ""}>${picture("ttft", state.ttftP95Seconds)}${picture("tpot", state.tpotP95Seconds)}</div>`;
}

/** Cost against utilisation of the deployment that is looked at, and an API's price where one is given. */
export function costPicture(found: Found, width: number): Node {
  const deployment = lookedAt(found);
  if (width < least) return html`<div class="rp-empty"></div>`;
  if (deployment?.usdPerHour === undefined) return html`<div class="rp-empty">This deployment has no price: enter one under “Devices and prices”.</div>`;
  const { api } = found.state;
  return orFault(() => Plot.plot(costPlot(Plot, costCurve(scenarioOf(questionOf(found.state), deployment), api === null ? {} : { api }), { width })));
}
