import type { Interval, ServingFigure } from "../predict/types.ts";
import { invalidValue } from "../quantities/errors.ts";
import { formatPerSecond, formatSeconds } from "../quantities/format.ts";
import { heldUpTo } from "./curves/held.ts";
import type { LoadCurve } from "./curves/load.ts";
import { axes } from "./frame/axes.ts";
import { bandOpacity, frame, halo, position, told } from "./frame/frame.ts";
import { palette } from "./frame/palette.ts";
import { linearTicks, logDomain, logTicks, siTick } from "./frame/ticks.ts";
import { fontSize } from "./frame/text-width.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** Options of {@link loadPlot}. */
export interface LoadPlotOptions extends PictureOptions {
  /** Time to first token (default) or time per further token. */
  readonly metric?: "ttft" | "tpot";
  /** The objective for the 95th percentile, drawn as a line. */
  readonly objectiveSeconds?: number;
}

const percentiles = ["P50", "P90", "P95", "P99"] as const;
const metricWords = { ttft: "Time to first token", tpot: "Time per output token" } as const;

/**
 * Latency percentiles against the rate of arrivals, each with its 90 % interval, that of the 95th the darkest, the objective, the rate up to which the
 * 95th percentile holds it, and the rate at which the deployment saturates. Time is logarithmic.
 *
 * @param curve - of `loadCurve(scenario)`.
 * @throws RidgepointError `invalid-value` where the curve has fewer than two points.
 * @example Plot.plot(loadPlot(Plot, loadCurve(scenario), { metric: "ttft", objectiveSeconds: 1 }))
 */
export function loadPlot(Plot: PlotModule, curve: LoadCurve, options: LoadPlotOptions = {}): PlotSpecification {
  const metric = options.metric ?? "ttft";
  const rows = curve.points.flatMap(({ ratePerSecond, prediction }) => percentiles.flatMap((percentile) => {
    const figure = `${metric}${percentile}Seconds` as ServingFigure;
    const seconds = prediction.values[figure];
    const [low, high]: Interval = prediction.intervals90[figure] ?? [seconds ?? 0, seconds ?? 0];
    return seconds === undefined || !(seconds > 0) ? [] : [{ ratePerSecond, percentile: percentile.toLowerCase(), seconds, low, high }];
  }));
  const p95 = rows.filter(({ percentile }) => percentile === "p95");
  if (p95.length < 2) throw invalidValue("curve.points", p95.length, "points with percentiles: a curve needs two");
  const { objectiveSeconds: objective } = options;
  const holds = objective === undefined ? null : heldUpTo(curve, metric, objective);
  const saturation = curve.saturationRequestsPerSecond;
  // In the legend, where no line crosses the words.
  const words = objective === undefined ? [] : [`p95 ≤ ${formatSeconds(objective)}${holds === null ? "" : `, held up to ${formatPerSecond(holds)}`}`];
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 56, marginRight: 42, legend: words.map((label) => ({ label, colour: palette.vermillion, shape: "dashed" })), yLabel: metricWords[metric], ariaLabel: `${metricWords[metric]} against load`,
    ariaDescription: `The 95th percentile rises from ${formatSeconds(p95[0]?.seconds ?? 0)} at ${formatPerSecond(p95[0]?.ratePerSecond ?? 0)} to ${formatSeconds(p95.at(-1)?.seconds ?? 0)} at ${formatPerSecond(p95.at(-1)?.ratePerSecond ?? 0)}; the deployment saturates at ${formatPerSecond(saturation)}.${holds === null ? "" : ` It holds ${formatSeconds(objective ?? 0)} up to ${formatPerSecond(holds)}.`}`,
    caption: "Bands: 90 % prediction intervals, the darkest of the 95th percentile.",
  });
  const y = logDomain([...rows.map(({ seconds }) => seconds), ...rows.flatMap(({ low, high }) => [low, high]), ...(objective === undefined ? [] : [objective])], 0.06);
  const most = Math.max(saturation < 1e8 ? saturation : 0, ...rows.map(({ ratePerSecond }) => ratePerSecond)) * 1.04;
  const ends = spread(percentiles.flatMap((p) => rows.filter(({ percentile }) => percentile === p.toLowerCase()).slice(-1))
    .map((row) => ({ ...row, at: position(row.seconds, y, [layout.bottom, layout.top], true) })));
  const across = (rate: number): number => position(rate, [0, most], [layout.left, layout.right], false);
  const saturates = saturation < most ? [saturation] : [];
  // The names of the lines stand to the right of the rule, which no line crosses.
  const beyond = (rate: number): number => Math.max(8, ...saturates.map((at) => across(at) - across(rate) + 6));
  return {
    ...base,
    x: { domain: [0, most], axis: null },
    y: { type: "log", domain: y, axis: null },
    marks: [
      ...axes(Plot, {
        x: { ticks: linearTicks([0, most], layout.narrow ? 5 : 8), format: siTick, label: "Requests per second", grid: false },
        y: { ticks: logTicks(y, layout.bottom - layout.top, 30), format: formatSeconds },
      }),
      Plot.ruleX(saturates, { stroke: "currentColor", strokeOpacity: 0.7, ariaLabel: () => "saturation" }),
      Plot.text(saturates, { x: (rate: number) => rate, text: (rate: number) => `saturates at ${formatPerSecond(rate)}`, frameAnchor: "bottom", textAnchor: "end", dx: -6, dy: -6, fill: "currentColor", fillOpacity: 0.85, ...halo }),
      Plot.areaY(rows.filter(({ percentile }) => percentile !== "p95"), { x: "ratePerSecond", y1: "low", y2: "high", z: "percentile", fill: palette.blue, fillOpacity: bandOpacity / 3, curve: "monotone-x", ariaLabel: () => "90 % intervals of the other percentiles" }),
      Plot.areaY(p95, { x: "ratePerSecond", y1: "low", y2: "high", fill: palette.blue, fillOpacity: bandOpacity, curve: "monotone-x", ariaLabel: () => "90 % interval of the 95th percentile" }),
      ...(objective === undefined ? [] : [
        Plot.ruleY([objective], { stroke: palette.vermillion, strokeWidth: 1.6, strokeDasharray: "6 4", ariaLabel: () => "objective" }),
      ]),
      Plot.line(rows, {
        x: "ratePerSecond", y: "seconds", z: "percentile", stroke: palette.blue, curve: "monotone-x", ariaLabel: () => "percentiles",
        strokeWidth: 1.5,
      }),
      Plot.line(p95, { x: "ratePerSecond", y: "seconds", stroke: palette.blue, strokeWidth: 3, curve: "monotone-x", ariaLabel: () => "95th percentile" }),
      Plot.dot(rows, { x: "ratePerSecond", y: "seconds", r: 2.5, fill: palette.blue, ...told((r: (typeof rows)[number]) => `${r.percentile} at ${formatPerSecond(r.ratePerSecond)}\n${formatSeconds(r.seconds)} (${formatSeconds(r.low)}–${formatSeconds(r.high)})`) }),
      ...ends.map((end) => Plot.text([end], { x: "ratePerSecond", y: "seconds", text: "percentile", dx: beyond(end.ratePerSecond), dy: end.shift, textAnchor: "start", fill: "currentColor", ...halo, ...(end.percentile === "p95" ? { fontWeight: "bold" } : {}) })),
      ...(holds === null || holds >= saturation ? [] : [
        Plot.dot([{ holds, objective }], { x: "holds", y: "objective", symbol: "diamond", r: 6, fill: palette.vermillion, stroke: "var(--plot-background)", ariaLabel: () => "largest rate within the objective" }),
      ]),
      ...above,
    ],
  };
}

/** Shifts that keep labels at the ends of lines apart, from the top down. */
function spread<T extends { readonly at: number }>(ends: readonly T[]): (T & { readonly shift: number })[] {
  const down = [...ends].sort((a, b) => a.at - b.at);
  let last = -Infinity;
  return down.map((end) => {
    const at = Math.max(end.at, last + fontSize + 1);
    last = at;
    return { ...end, shift: at - end.at };
  });
}
