import { invalidValue } from "../quantities/errors.ts";
import { formatJoules } from "../quantities/format.ts";
import type { BatchPoint } from "./curves/batch.ts";
import { axes } from "./frame/axes.ts";
import { bandOpacity, frame, halo, told } from "./frame/frame.ts";
import { palette } from "./frame/palette.ts";
import { binaryTicks, logDomain, logTicks } from "./frame/ticks.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/**
 * Joules per output token against the batch, both logarithmic, with the 90 % interval. Energy of all devices of the deployment, prompt
 * and idle time included, the building's losses not.
 *
 * @param points - of `batchCurve(scenario)`.
 * @throws RidgepointError `invalid-value` where fewer than two points have an energy.
 * @example Plot.plot(energyPlot(Plot, batchCurve(scenario)))
 */
export function energyPlot(Plot: PlotModule, points: readonly BatchPoint[], options: PictureOptions = {}): PlotSpecification {
  const rows = points.flatMap(({ batch, prediction: { values, intervals90 } }) => {
    const joules = values.energyPerOutputTokenJoules;
    const [low, high] = intervals90.energyPerOutputTokenJoules ?? [joules ?? 0, joules ?? 0];
    return joules === undefined || !(joules > 0) ? [] : [{ batch, joules, low, high }];
  }).sort((a, b) => a.batch - b.batch);
  if (rows.length < 2) throw invalidValue("points", rows.length, "points with an energy: a curve needs two");
  const [first, last] = [rows[0], rows.at(-1)] as [(typeof rows)[number], (typeof rows)[number]];
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 56, marginRight: 30, yLabel: "Energy of one output token", ariaLabel: "Energy per token against batch",
    ariaDescription: `${formatJoules(first.joules)} per output token in a batch of ${first.batch}, ${formatJoules(last.joules)} (${formatJoules(last.low)} to ${formatJoules(last.high)}) in one of ${last.batch}.`,
    caption: "Band: 90 % prediction interval.",
  });
  const x: [number, number] = [first.batch / 1.15, last.batch * 1.15];
  const y = logDomain(rows.flatMap(({ low, high }) => [low, high]), 0.06);
  return {
    ...base,
    x: { type: "log", domain: x, axis: null },
    y: { type: "log", domain: y, axis: null },
    marks: [
      ...axes(Plot, {
        x: { ticks: binaryTicks(x, layout.right - layout.left, 34), format: String, label: "Batch, requests" },
        y: { ticks: logTicks(y, layout.bottom - layout.top, 30), format: formatJoules },
      }),
      Plot.areaY(rows, { x: "batch", y1: "low", y2: "high", fill: palette.green, fillOpacity: bandOpacity, ariaLabel: () => "90 % interval" }),
      Plot.line(rows, { x: "batch", y: "joules", stroke: palette.green, strokeWidth: 2.4, ariaLabel: () => "energy per output token" }),
      Plot.dot(rows, { x: "batch", y: "joules", r: 3, fill: palette.green, ...told((r: (typeof rows)[number]) => `batch of ${r.batch}\n${formatJoules(r.joules)} (${formatJoules(r.low)}–${formatJoules(r.high)})`) }),
      // Inside the frame: beside the first point there are the ticks, beside the last the edge.
      ...([[first, "start"], [last, "end"]] as const).map(([end, textAnchor]) => Plot.text([end], { x: "batch", y: "joules", text: (r: (typeof rows)[number]) => formatJoules(r.joules), textAnchor, dy: -11, fill: "currentColor", ...halo })),
      ...above,
    ],
  };
}
