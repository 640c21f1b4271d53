import { invalidValue } from "../quantities/errors.ts";
import { formatUsd } from "../quantities/format.ts";
import type { CostCurve } from "./curves/cost.ts";
import { axes } from "./frame/axes.ts";
import { bandOpacity, frame, halo, told } from "./frame/frame.ts";
import { palette } from "./frame/palette.ts";
import { linearTicks, logDomain, logTicks, percentTick } from "./frame/ticks.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** Options of {@link costPlot}. */
export interface CostPlotOptions extends PictureOptions {
  /** A rate of requests to mark on the curve, as the one that is asked. */
  readonly requestsPerSecond?: number;
}

/**
 * Dollars per million tokens against how much of a deployment is used, with the 90 % interval that its capacity has; with an API's
 * price as a line, and the utilisation from which on the deployment is cheaper. Dollars are logarithmic.
 *
 * @param curve - of `costCurve(scenario, { api })`.
 * @throws RidgepointError `invalid-value` where the curve has no point.
 * @example Plot.plot(costPlot(Plot, costCurve(scenario, { api: { usdPerMillionInputTokens: 0.2, usdPerMillionOutputTokens: 0.6 } })))
 */
export function costPlot(Plot: PlotModule, curve: CostCurve, options: CostPlotOptions = {}): PlotSpecification {
  const { api } = curve;
  if (curve.points.length === 0) throw invalidValue("curve.points", 0, "points: there is nothing to draw");
  const rows = curve.points.map(({ utilisation, usdPerMillionTokens, interval90: [low, high] }) => ({ utilisation, usd: usdPerMillionTokens, low, high }));
  const last = rows.at(-1) as (typeof rows)[number];
  const pays = api !== undefined && api.breakEvenUtilisation <= 1;
  const even = api === undefined || !pays ? [] : [{ utilisation: api.breakEvenUtilisation, usd: api.usdPerMillionTokens, low: api.breakEvenInterval90[0], high: Math.min(1, api.breakEvenInterval90[1]) }];
  // Where the own curve leaves room for the name of the API's line.
  const early = even[0] !== undefined && even[0].utilisation < 0.25;
  // The curve is a hyperbola: what a marked rate pays follows from the end of it.
  const used = (options.requestsPerSecond ?? 0) / curve.capacityRequestsPerSecond;
  const asked = used > 0 && used <= 1 ? [{ utilisation: used, usd: last.usd / used }] : [];
  // From a fiftieth of the use on a curve would fill most of the picture with idle hours.
  const shown = rows.filter(({ utilisation }) => utilisation >= Math.min(0.05, ...even.map((e) => e.utilisation / 1.5), used > 0 ? used / 1.5 : 1));
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 56, marginRight: 46, yLabel: "Dollars per million tokens, in and out", ariaLabel: "Cost against utilisation",
    ariaDescription: `At ${formatUsd(curve.usdPerHour)} an hour: ${formatUsd(last.usd)} per million tokens (${formatUsd(last.low)} to ${formatUsd(last.high)}) when fully used.${api === undefined ? "" : ` An API charges ${formatUsd(api.usdPerMillionTokens)}; ${pays ? `the deployment is cheaper from a utilisation of ${percentTick(api.breakEvenUtilisation)} on` : "the deployment is never cheaper"}.`}`,
    caption: `Band: 90 % prediction interval of the capacity.${api !== undefined && !pays ? " The deployment is dearer than the API at any use." : ""}`,
  });
  const y = logDomain([...shown.flatMap(({ low, high }) => [low, high]), ...(api === undefined ? [] : [api.usdPerMillionTokens])], 0.06);
  return {
    ...base,
    x: { domain: [0, 100], axis: null },
    y: { type: "log", domain: y, axis: null },
    marks: [
      ...axes(Plot, {
        x: { ticks: linearTicks([0, 100], layout.narrow ? 5 : 10), format: String, label: "Utilisation, %", grid: false },
        y: { ticks: logTicks(y, layout.bottom - layout.top, 30), format: (usd) => `$${Number(usd.toPrecision(3))}` },
      }),
      Plot.areaY(shown, { x: percent, y1: "low", y2: "high", fill: palette.blue, fillOpacity: bandOpacity, ariaLabel: () => "90 % interval" }),
      Plot.line(shown, { x: percent, y: "usd", stroke: palette.blue, strokeWidth: 2.4, ...told((r: (typeof rows)[number]) => `${percentTick(r.utilisation)} used\n${formatUsd(r.usd)} per million tokens (${formatUsd(r.low)}–${formatUsd(r.high)})`) }),
      Plot.text([last], { x: percent, y: "usd", text: () => formatUsd(last.usd), textAnchor: "start", dx: 6, fill: "currentColor", ...halo }),
      Plot.ruleX(asked, { x: percent, stroke: "currentColor", strokeDasharray: "2 3", ariaLabel: () => "asked rate" }),
      Plot.dot(asked, { x: percent, y: "usd", r: 5, fill: palette.blue, stroke: "var(--plot-background)", ariaLabel: () => "cost at the asked rate" }),
      Plot.text(asked, { x: percent, y: "usd", text: (e: (typeof asked)[number]) => `${formatUsd(e.usd)} at ${percentTick(Number(e.utilisation.toPrecision(2)))}`, ...(used > 0.7 ? { textAnchor: "end" as const, dx: -9, dy: 9 } : { textAnchor: "start" as const, dx: 9, dy: -9 }), fill: "currentColor", ...halo }),
      ...(api === undefined ? [] : [
        Plot.ruleY([api.usdPerMillionTokens], { stroke: palette.vermillion, strokeWidth: 1.8, strokeDasharray: "6 4", ariaLabel: () => "API price" }),
        Plot.text([api.usdPerMillionTokens], { y: (usd: number) => usd, text: (usd: number) => `API ${formatUsd(usd)}`, ...(early ? aboveRight : belowLeft), fill: "currentColor", ...halo }),
      ]),
      Plot.ruleY(even, { y: "usd", x1: (e: (typeof even)[number]) => 100 * e.low, x2: (e: (typeof even)[number]) => 100 * e.high, stroke: palette.vermillion, strokeWidth: 8, strokeOpacity: bandOpacity * 2, ariaLabel: () => "90 % interval of the break-even" }),
      Plot.dot(even, { x: percent, y: "usd", symbol: "diamond", r: 6, fill: palette.vermillion, stroke: "var(--plot-background)", ariaLabel: () => "break-even" }),
      Plot.text(even, { x: percent, y: "usd", text: (e: (typeof even)[number]) => `cheaper from ${percentTick(e.utilisation)} on`, textAnchor: even[0] !== undefined && even[0].utilisation > 0.6 ? "end" : "start", dx: even[0] !== undefined && even[0].utilisation > 0.6 ? -8 : 8, dy: -13, fill: "currentColor", ...halo }),
      ...above,
    ],
  };
}

const aboveRight = { frameAnchor: "right", textAnchor: "end", dx: -4, dy: -9 } as const;
const belowLeft = { frameAnchor: "left", textAnchor: "start", dx: 5, dy: 11 } as const;

function percent({ utilisation }: { readonly utilisation: number }): number {
  return 100 * utilisation;
}
