import { invalidValue } from "../quantities/errors.ts";
import { formatSeconds } from "../quantities/format.ts";
import type { WaitCurve } from "./curves/waits.ts";
import { axes } from "./frame/axes.ts";
import { bandOpacity, frame, halo, position, told } from "./frame/frame.ts";
import { alongLine, placeLabels } from "./frame/labels.ts";
import { labelMarks } from "./frame/label-marks.ts";
import { coloursOf } from "./frame/palette.ts";
import { linearTicks, logDomain, logTicks, percentTick } from "./frame/ticks.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** Options of {@link waitPlot}. */
export interface WaitPlotOptions extends PictureOptions {
  /** A bound on the time, drawn as a line: the share above it is read off there. */
  readonly objectiveSeconds?: number;
}

/**
 * How likely a time is to be exceeded, P(T > t), on a logarithmic axis: waiting, whole sojourn, first token. An exponential tail is a
 * straight line, and each percentile is where the curve crosses its share; bars are 95 % confidence intervals of simulated percentiles.
 *
 * @param curves - of `lawCurve`, `queueCurves` or `serverCurves`.
 * @throws RidgepointError `invalid-value` where no curve has a point.
 * @example Plot.plot(waitPlot(Plot, queueCurves(answerQueue(question))))
 */
export function waitPlot(Plot: PlotModule, curves: readonly WaitCurve[], options: WaitPlotOptions = {}): PlotSpecification {
  const rows = curves.flatMap(({ name, points }) => points.map(({ seconds, probability }) => ({ name, seconds, probability })));
  const marks = curves.flatMap(({ name, percentiles }) => percentiles.filter(({ seconds }) => seconds > 0).map((percentile) => ({ ...percentile, curve: name, text: `${percentile.name} ${formatSeconds(percentile.seconds)}` })));
  const last = Math.max(0, ...rows.map(({ seconds }) => seconds), ...marks.map(({ seconds, interval95 }) => interval95?.[1] ?? seconds));
  if (!(last > 0)) throw invalidValue("curves", curves.length, "curves, none with a time above 0: nobody waits");
  const names = curves.filter(({ points }) => points.length > 0).map(({ name }) => name);
  const colours = coloursOf(names);
  const { objectiveSeconds: objective } = options;
  const caption = [
    curves.some(({ points }) => points.length > 1 && points.length <= 5) ? "Straight between known percentiles." : "",
    marks.some(({ interval95 }) => interval95 !== undefined) ? "Bars: 95 % confidence intervals of the simulation." : "",
  ].join(" ").trim();
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 50, marginRight: 24, legend: names.map((label) => ({ label, colour: colours.get(label) as string, shape: "line" })), yLabel: "Share of requests that take longer", ariaLabel: "Distribution of times",
    ariaDescription: curves.filter(({ points }) => points.length > 0).map(({ name, percentiles, meanSeconds }) => `${name}: ${meanSeconds === undefined ? "" : `mean ${formatSeconds(meanSeconds)}, `}${percentiles.map((p) => `${p.name} ${formatSeconds(p.seconds)}`).join(", ")}`).join("; "),
    ...(caption === "" ? {} : { caption }),
  });
  // Times of several magnitudes share a logarithmic axis.
  const first = Math.min(...rows.map(({ seconds }) => seconds));
  const log = first > 0 && last / first > 30;
  const x: [number, number] = log ? logDomain([first, last, ...(objective === undefined ? [] : [objective])]) : [0, Math.max(last, (objective ?? 0) * 1.05) * 1.06];
  const y: [number, number] = [Math.min(0.005, ...rows.map(({ probability }) => probability)) * 0.8, 1.2];
  const at = (point: { readonly seconds: number; readonly probability: number }, text = ""): { x: number; y: number; r: number; text: string } => ({
    x: position(point.seconds, x, [layout.left, layout.right], log), y: position(point.probability, y, [layout.bottom, layout.top], true), r: 3, text,
  });
  const places = placeLabels(marks.map((mark) => at(mark, mark.text)), { left: layout.left, right: layout.right, top: layout.top, bottom: layout.bottom }, names.flatMap((name) => alongLine(rows.filter((row) => row.name === name).map((row) => at(row)))));
  const colour = ({ name }: { name: string }): string => colours.get(name) as string;
  const markColour = ({ curve }: { curve: string }): string => colours.get(curve) as string;
  return {
    ...base,
    x: { type: log ? "log" : "linear", domain: x, axis: null },
    y: { type: "log", domain: y, axis: null },
    marks: [
      ...axes(Plot, {
        x: { ticks: log ? logTicks(x, layout.right - layout.left) : linearTicks(x, layout.narrow ? 4 : 8), format: (seconds) => (seconds === 0 ? "0" : formatSeconds(seconds)), label: "Time" },
        y: { ticks: logTicks(y, layout.bottom - layout.top, 28), format: percentTick },
      }),
      ...(objective === undefined ? [] : [
        Plot.ruleX([objective], { stroke: "currentColor", strokeDasharray: "6 4", ariaLabel: () => "objective" }),
        Plot.text([objective], { x: (seconds: number) => seconds, text: () => `objective ${formatSeconds(objective)}`, frameAnchor: "top", textAnchor: "start", dx: 5, dy: 8, fill: "currentColor", ...halo }),
      ]),
      Plot.line(rows, { x: "seconds", y: "probability", z: "name", stroke: colour, strokeWidth: 2.2, ariaLabel: () => "shares that take longer" }),
      Plot.ruleY(marks.filter(({ interval95 }) => interval95 !== undefined), { y: "probability", x1: (m: (typeof marks)[number]) => m.interval95?.[0] ?? m.seconds, x2: (m: (typeof marks)[number]) => m.interval95?.[1] ?? m.seconds, stroke: markColour, strokeWidth: 8, strokeOpacity: bandOpacity * 2, ariaLabel: () => "95 % confidence intervals" }),
      Plot.dot(marks, { x: "seconds", y: "probability", r: 3, fill: markColour, ...told((m: (typeof marks)[number]) => `${m.curve}, ${m.text}`) }),
      ...labelMarks(Plot, marks, places, { x: "seconds", y: "probability" }),
      ...above,
    ],
  };
}
