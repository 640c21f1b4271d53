import type { ExplainedStep } from "../predict/explain-types.ts";
import { invalidValue } from "../quantities/errors.ts";
import { formatSeconds } from "../quantities/format.ts";
import type { StepRoof } from "../steps/breakdown.ts";
import { axes } from "./frame/axes.ts";
import { frame, halo, told } from "./frame/frame.ts";
import { linearTicks } from "./frame/ticks.ts";
import { roofColours, roofWords } from "./frame/palette.ts";
import { shortened, textWidth, wrapped } from "./frame/text-width.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** Options of {@link breakdownPlot}. */
export interface BreakdownOptions extends PictureOptions {
  /** So many of the longest operators of each step are shown; the rest is one bar. Default 8. */
  readonly top?: number;
}

/**
 * Where the time of a step goes: a bar for each operator, its work in the colour of the roof that limits it and what its launches add
 * beside it, prefill and decode one above the other as shares of their own step. Parts add up to the step. Lines are 90 % intervals of
 * operators that were measured alone; that of a step is in its heading.
 *
 * @param explanation - of `explain(scenario)`, or `{ steps: [one] }`.
 * @throws RidgepointError `invalid-value` without a step.
 * @example Plot.plot(breakdownPlot(Plot, explain(scenario)))
 */
export function breakdownPlot(Plot: PlotModule, explanation: { readonly steps: readonly ExplainedStep[] }, options: BreakdownOptions = {}): PlotSpecification {
  const { steps } = explanation;
  if (steps.length === 0) throw invalidValue("steps", 0, "steps: there is nothing to take apart");
  // What is among the longest of any step is shown of every step.
  const shown = new Set(steps.flatMap(({ operators }) => operators.slice(0, options.top ?? 8).map(({ name }) => name)));
  const bars = steps.flatMap((step) => barsOf(step, shown));
  const names = [...new Set(bars.map(({ name }) => name))].sort((a, b) => order(bars, b) - order(bars, a));
  const width = options.width ?? 640;
  const room = Math.min(Math.max(...names.map((name) => textWidth(name))) + 16, width * 0.36);
  const labels = new Map(names.map((name) => [name, wrapped(spelled(name, room - 16), room - 16)]));
  const rowHeight = [...labels.values()].some((label) => label.includes("\n")) ? 25 : 17;
  const used = (Object.keys(roofWords) as StepRoof[]).filter((roof) => bars.some((bar) => bar.roof === roof));
  const facets = steps.map(facetName);
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: room, marginRight: width < 520 ? 58 : 64, legend: used.map((roof) => ({ label: roofWords[roof], colour: roofColours[roof], shape: "square" })),
    headings: true, height: (top) => top + 46 + steps.length * (names.length * rowHeight + 26), ariaLabel: "Time by operator and roof",
    caption: "Lines, and figures in brackets: 90 % prediction intervals.",
    ariaDescription: steps.map((step) => `${step.phase} step of ${formatSeconds(step.seconds)} (${rangeOf(step)}): ${step.operators.slice(0, 4).map(({ name, share }) => `${name} ${Math.round(100 * share)} %`).join(", ")}`).join("; "),
  });
  const widest = Math.max(...bars.map(({ to, high }) => high ?? to));
  const ends = [...new Map(bars.map((bar) => [`${bar.facet} ${bar.name}`, bar])).values()];
  return {
    ...base,
    fy: { domain: facets, label: null, paddingInner: facets.length === 1 ? 0 : 0.12, paddingOuter: 0, axis: null },
    x: { domain: [0, widest], axis: null },
    y: { domain: names, label: null, tickSize: 0, padding: 0.22, tickFormat: (name: string) => labels.get(name) as string },
    marks: [
      ...axes(Plot, { x: { ticks: linearTicks([0, widest], layout.narrow ? 4 : 8), format: String, label: "Share of the step, %" } }),
      Plot.text(facets, { fy: (name: string) => name, text: (name: string) => fitted(name, (width - 16) / 1.1), frameAnchor: "top-left", lineAnchor: "bottom", textAnchor: "start", dx: 4 - room, dy: -3, fontWeight: "bold", fill: "currentColor" }),
      Plot.barX(bars, {
        fy: "facet", y: "name", x1: "from", x2: "to", fill: (bar: (typeof bars)[number]) => roofColours[bar.roof], ...told((bar: (typeof bars)[number]) => `${bar.name}\n${roofWords[bar.roof]}: ${formatSeconds(bar.seconds)}`),
      }),
      Plot.ruleY(ends.filter(({ high }) => high !== undefined), { fy: "facet", y: "name", x1: "low", x2: "high", stroke: "currentColor", strokeWidth: 1.5, strokeOpacity: 0.75, ariaLabel: () => "90 % interval" }),
      Plot.text(ends, { fy: "facet", y: "name", x: ({ end, high }: Bar) => high ?? end, text: "time", textAnchor: "start", dx: 5, fill: "currentColor", ...halo }),
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      ...above,
    ],
  };
}

/** An operator's name with its kind of parallelism in letters, where the whole has no room. */
function spelled(name: string, pixels: number): string {
  return textWidth(name) <= pixels ? name : name.replace(/^(tensor|expert|pipeline|context|data)-parallel/, (_, kind: string) => `${kind[0]}p`);
}

/** A heading in fewer words and without its last clauses, where the whole has no room. */
function fitted(heading: string, pixels: number): string {
  const clauses = (textWidth(heading) <= pixels ? heading : heading.replace(" step,", ",").replace(" on each ", " a ")).split(", ");
  while (clauses.length > 2 && textWidth(clauses.join(", ")) > pixels) clauses.pop();
  return shortened(clauses.join(", "), pixels);
}

/** "6.72–10.5 ms": the unit once where both have the same. */
function rangeOf({ interval90 }: ExplainedStep): string {
  const [low, high] = interval90.map((seconds) => formatSeconds(seconds)) as [string, string];
  const unit = high.slice(high.indexOf(" "));
  return `${low.endsWith(unit) ? low.slice(0, -unit.length) : low}–${high}`;
}

function facetName(step: ExplainedStep): string {
  return `${step.phase === "prefill" ? "Prefill" : "Decode"} step, ${formatSeconds(step.seconds)} (${rangeOf(step)}): ${step.what}`;
}

interface Bar {
  readonly facet: string;
  readonly name: string;
  readonly roof: StepRoof;
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Ends of the operator's 90 % interval. */
  readonly low?: number;
  readonly high?: number;
  readonly time: string;
}

function barsOf(step: ExplainedStep, names: ReadonlySet<string>): Bar[] {
  const facet = facetName(step);
  const shown = step.operators.filter(({ name }) => names.has(name));
  const rest = step.operators.filter(({ name }) => !names.has(name));
  const percent = (seconds: number): number => (100 * seconds) / step.seconds;
  const bars = shown.flatMap((operator): Bar[] => {
    const work = operator.seconds - operator.launchSeconds;
    const end = percent(operator.seconds);
    const interval = operator.interval90;
    const common = { facet, name: operator.name, end, time: formatSeconds(operator.seconds), ...(interval === undefined ? {} : { low: percent(interval[0]), high: percent(interval[1]) }) };
    return [
      { ...common, roof: operator.workRoof, seconds: work, from: 0, to: percent(work) }, { ...common, roof: "launch" as const, seconds: operator.launchSeconds, from: percent(work), to: end },
    ].filter(({ from, to }) => to > from);
  });
  const left = rest.reduce((sum, { seconds }) => sum + seconds, 0);
  if (left > 0) {
    // Everything else, by what limits it: what the step has of each roof less what is shown.
    let from = 0;
    const name = "all others";
    for (const roof of Object.keys(roofWords) as StepRoof[]) {
      const seconds = Math.max(0, step.byRoof[roof] - bars.filter((bar) => bar.roof === roof).reduce((sum, bar) => sum + bar.seconds, 0));
      if (percent(seconds) < 0.01) continue;
      bars.push({ facet, name, roof, seconds, from, to: from + percent(seconds), end: percent(left), time: formatSeconds(left) });
      from += percent(seconds);
    }
  }
  return bars;
}

/** By its largest share in any step; what is left comes last. */
function order(bars: readonly Bar[], name: string): number {
  return name === "all others" ? -1 : Math.max(...bars.filter((bar) => bar.name === name).map(({ end }) => end));
}
