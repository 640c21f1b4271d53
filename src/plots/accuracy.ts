import type { Interval } from "../predict/types.ts";
import { invalidValue } from "../quantities/errors.ts";
import { axes } from "./frame/axes.ts";
import { bandOpacity, frame, told } from "./frame/frame.ts";
import type { LegendEntry } from "./frame/legend.ts";
import { coloursOf, seriesColours } from "./frame/palette.ts";
import { logDomain, logTicks, siTick } from "./frame/ticks.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** A figure that was predicted and measured. */
export interface MeasuredPoint {
  /** In the quantity's unit. */
  readonly measured: number;
  /** In the same unit. */
  readonly predicted: number;
  /** 90 %, of the prediction. */
  readonly interval90?: Interval;
  /** For the pointer. */
  readonly name?: string;
  /** Same group, same colour: a source, a level, a device. */
  readonly group?: string;
}

/** Options of {@link accuracyPlot}. */
export interface AccuracyOptions extends PictureOptions {
  /** What is compared, with its unit: "TPOT, s". */
  readonly quantity?: string;
  /** Ticks; SI prefixes unless told. */
  readonly tickFormat?: (value: number) => string;
}

/**
 * Predicted against measured, both logarithmic on equal scales, with the identity line, lines at half and twice, and the 90 %
 * interval of each prediction; a ring is a measurement that its interval does not hold. The caption counts.
 *
 * @throws RidgepointError `invalid-value` for figures that are not positive, or none.
 * @example Plot.plot(accuracyPlot(Plot, [{ measured: 0.021, predicted: 0.0195, interval90: [0.017, 0.023], group: "H100" }], { quantity: "TPOT, s" }))
 */
export function accuracyPlot(Plot: PlotModule, points: readonly MeasuredPoint[], options: AccuracyOptions = {}): PlotSpecification {
  if (points.length === 0) throw invalidValue("points", 0, "points: there is nothing to compare");
  for (const { measured, predicted } of points) {
    if (!(measured > 0 && measured < Infinity)) throw invalidValue("measured", measured, "is not a positive figure");
    if (!(predicted > 0 && predicted < Infinity)) throw invalidValue("predicted", predicted, "is not a positive figure");
  }
  const rows = points.map((point) => ({ ...point, group: point.group ?? "", held: point.interval90 === undefined || (point.measured >= point.interval90[0] && point.measured <= point.interval90[1]) }));
  const colours = coloursOf(rows.map(({ group }) => group));
  const groups = [...colours.keys()];
  const legend: LegendEntry[] = groups.length < 2 && groups[0] === "" ? [] : [...groups.slice(0, 5)].map((group, i) => ({
    label: i === 4 && groups.length > 5 ? "others" : group, colour: colours.get(group) as string, shape: "circle" as const,
  }));
  if (rows.some(({ held }) => !held)) legend.push({ label: "outside its interval", colour: "currentColor", shape: "ring" });
  const quantity = options.quantity ?? "";
  const withInterval = rows.filter(({ interval90 }) => interval90 !== undefined);
  const error = median(rows.map(({ measured, predicted }) => Math.abs(predicted / measured - 1)));
  const coverage = withInterval.length === 0 ? "" : `; ${Math.round((100 * withInterval.filter(({ held }) => held).length) / withInterval.length)} % inside their 90 % intervals`;
  const width = options.width ?? 640;
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 52, marginRight: 18, legend, yLabel: `Predicted ${quantity}`.trim(), height: (top) => top + 42 + Math.min(width - 70, 480), ariaLabel: "Predicted against measured",
    ariaDescription: `${rows.length} figures; median absolute error ${(100 * error).toFixed(1)} %${coverage}.`,
    caption: `${rows.length} figures; median absolute error ${(100 * error).toFixed(1)} %${coverage}. Lines: identity, half and twice.`,
  });
  const domain = logDomain(rows.flatMap(({ measured, predicted, interval90 }) => [measured, predicted, ...(interval90 ?? [])]).filter((value) => value > 0), 0.04);
  const lines = [1, 0.5, 2].map((factor) => ({ x1: Math.max(domain[0], domain[0] / factor), x2: Math.min(domain[1], domain[1] / factor), factor })).map((line) => ({ ...line, y1: line.x1 * line.factor, y2: line.x2 * line.factor }));
  const tickFormat = options.tickFormat ?? siTick;
  const colour = ({ group }: { group: string }): string => colours.get(group) ?? (seriesColours[0] as string);
  // A thousand bars hide each other: they grow fainter.
  const faint = Math.min(0.55, Math.max(bandOpacity, 30 / rows.length));
  return {
    ...base,
    x: { type: "log", domain, axis: null },
    y: { type: "log", domain, axis: null },
    marks: [
      ...axes(Plot, {
        x: { ticks: logTicks(domain, layout.right - layout.left), format: tickFormat, label: `Measured ${quantity}`.trim() },
        y: { ticks: logTicks(domain, layout.bottom - layout.top, 30), format: tickFormat },
      }),
      Plot.link(lines, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", stroke: "currentColor", strokeOpacity: (line: (typeof lines)[number]) => (line.factor === 1 ? 0.8 : 0.35), strokeDasharray: "5 4", ariaLabel: () => "identity, half and twice" }),
      Plot.link(lines.slice(0, 1), { x1: "x1", x2: "x2", y1: "y1", y2: "y2", stroke: "currentColor", strokeOpacity: 0.8, ariaLabel: () => "identity" }),
      Plot.ruleX(withInterval, { x: "measured", y1: (r: (typeof rows)[number]) => (r.interval90 as Interval)[0], y2: (r: (typeof rows)[number]) => (r.interval90 as Interval)[1], stroke: colour, strokeWidth: 2, strokeOpacity: faint, ariaLabel: () => "90 % intervals" }),
      Plot.dot(rows.filter(({ held }) => held), { x: "measured", y: "predicted", r: 3, fill: colour, fillOpacity: 0.85, ...told(words(tickFormat)) }),
      Plot.dot(rows.filter(({ held }) => !held), { x: "measured", y: "predicted", r: 3.5, stroke: colour, strokeWidth: 1.8, ...told(words(tickFormat)) }),
      ...above,
    ],
  };
}

function words(format: (value: number) => string): (row: MeasuredPoint) => string {
  return ({ name, measured, predicted, interval90 }) => `${name === undefined ? "" : `${name}\n`}measured ${format(measured)}, predicted ${format(predicted)}${interval90 === undefined ? "" : ` (${interval90.map(format).join("–")})`}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
