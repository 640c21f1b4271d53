import { invalidValue } from "../quantities/errors.ts";
import { formatCount } from "../quantities/format.ts";
import type { CapacityCurve } from "./curves/capacity.ts";
import { axes } from "./frame/axes.ts";
import { frame, told } from "./frame/frame.ts";
import type { LegendEntry } from "./frame/legend.ts";
import { coloursOf } from "./frame/palette.ts";
import { binaryTicks, logTicks, siTick, tokenTick } from "./frame/ticks.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/**
 * Requests that a deployment holds at once against their context, one line for each precision, both axes logarithmic; each line ends
 * at the longest context of which one request fits. Exact counts, so that no line has a band.
 *
 * @param curves - of `capacityCurves(question)`.
 * @throws RidgepointError `invalid-value` where no curve has a point.
 * @example Plot.plot(capacityPlot(Plot, capacityCurves(question)))
 */
export function capacityPlot(Plot: PlotModule, curves: readonly CapacityCurve[], options: PictureOptions = {}): PlotSpecification {
  const rows = curves.flatMap(({ name, points }) => points.filter(({ requests }) => requests >= 1).map((point) => ({ ...point, name })));
  if (rows.length === 0) throw invalidValue("curves", curves.length, "curves without a point: nothing fits");
  const names = [...new Set(rows.map(({ name }) => name))];
  const colours = coloursOf(names);
  const tokens = new Map(curves.map(({ name, kvCapacityTokens }) => [name, kvCapacityTokens]));
  const symbolOf = (name: string): (typeof symbols)[number] => symbols[names.indexOf(name) % symbols.length] as "circle";
  const legend: LegendEntry[] = names.map((name) => {
    const capacity = tokens.get(name);
    return { label: capacity === undefined ? name : `${name}: ${formatCount(capacity)} tokens`, colour: colours.get(name) as string, shape: symbolOf(name) };
  });
  const x: [number, number] = [Math.min(...rows.map(({ contextTokens }) => contextTokens)) / 1.15, Math.max(...rows.map(({ contextTokens }) => contextTokens)) * 1.3];
  const y: [number, number] = [0.8, Math.max(2, ...rows.map(({ requests }) => requests)) * 1.8];
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 46, legend, yLabel: "Requests that fit at once", ariaLabel: "KV capacity against context",
    ariaDescription: names.map((name) => {
      const own = rows.filter((row) => row.name === name);
      return `${name}: ${formatCount(own[0]?.requests ?? 0)} requests of ${tokenTick(own[0]?.contextTokens ?? 0)} tokens, ${formatCount(own.at(-1)?.requests ?? 0)} of ${tokenTick(own.at(-1)?.contextTokens ?? 0)}`;
    }).join("; "),
  });
  const colour = ({ name }: { name: string }): string => colours.get(name) as string;
  return {
    ...base,
    x: { type: "log", domain: x, axis: null },
    y: { type: "log", domain: y, axis: null },
    symbol: { type: "identity" },
    marks: [
      ...axes(Plot, {
        x: { ticks: binaryTicks(x, layout.right - layout.left, 38), format: tokenTick, label: "Context of one request, tokens" },
        y: { ticks: logTicks(y, layout.bottom - layout.top, 30), format: siTick },
      }),
      Plot.line(rows, { x: "contextTokens", y: "requests", z: "name", stroke: colour, strokeWidth: 2, ariaLabel: () => "requests that fit" }),
      Plot.dot(rows, { x: "contextTokens", y: "requests", fill: colour, r: 3.5, symbol: ({ name }: { name: string }) => symbolOf(name), ...told((r: (typeof rows)[number]) => `${r.name}\n${r.requests} requests of ${tokenTick(r.contextTokens)} tokens`) }),
      ...above,
    ],
  };
}

/** Shapes beside the colours, for those who do not see them. */
const symbols = ["circle", "square", "triangle", "diamond", "star"] as const;
