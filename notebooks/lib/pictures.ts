import * as Plot from "@observablehq/plot";
import { axes } from "../../src/plots/frame/axes.ts";
import { bandOpacity, frame, halo, position, told } from "../../src/plots/frame/frame.ts";
import { labelMarks } from "../../src/plots/frame/label-marks.ts";
import { alongLine, placeLabels } from "../../src/plots/frame/labels.ts";
import { palette } from "../../src/plots/frame/palette.ts";
import { binaryTicks, linearTicks, logDomain, logTicks } from "../../src/plots/frame/ticks.ts";
import type { Marks } from "../../src/plots/frame/types.ts";

/** One axis: what it says, how its ticks are written, and its scale. */
export interface PictureAxis {
  readonly label: string;
  readonly format: (value: number) => string;
  /** Linear from zero unless told: powers of two or of ten. */
  readonly log?: 2 | 10;
  /** What is shown, where the data do not say. */
  readonly domain?: readonly [number, number];
}

/** What every picture of a page has. */
export interface PictureParts {
  readonly width: number;
  readonly height?: number;
  readonly ariaLabel: string;
  readonly caption?: string;
  readonly x: PictureAxis;
  readonly y: PictureAxis;
}

/** A point of a line, with the band around it where it has one. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

/** One line of a picture. */
export interface PictureLine {
  /** In the legend, where there are several. */
  readonly name: string;
  readonly colour?: string;
  readonly points: readonly LinePoint[];
  /** Whether every point is drawn, with its figures. */
  readonly dots?: boolean;
}

/** A value of x that matters: a dotted line, with words where they are given. */
export interface PictureRule {
  readonly x: number;
  readonly words?: string;
}

/** Lines with their bands in the style of the library's pictures: every tick written with its unit, nothing by default. */
export function linesPicture(parts: PictureParts & { readonly lines: readonly PictureLine[]; readonly rules?: readonly PictureRule[]; readonly curve?: "linear" | "monotone-x"; readonly marks?: readonly Marks[] }): Element {
  const { lines, x, y, rules = [] } = parts;
  const points = lines.flatMap((line) => line.points);
  const scales = scalesOf(parts, points.map((p) => p.x), points.flatMap((p) => [p.y, p.low ?? p.y, p.high ?? p.y]));
  const colour = ({ colour: own }: PictureLine): string => own ?? palette.blue;
  const { layout, base, above } = frameOf(parts, lines.length > 1 ? lines.map((line) => ({ label: line.name, colour: colour(line), shape: "line" as const })) : []);
  const words = (name: string) => (p: LinePoint): string => `${lines.length > 1 ? `${name}\n` : ""}${x.format(p.x)}: ${y.format(p.y)}${p.low === undefined || p.high === undefined ? "" : ` (${y.format(p.low)}–${y.format(p.high)})`}`;
  return Plot.plot({
    ...base, x: scales.x, y: scales.y,
    marks: [
      ...axesOf(parts, scales, layout),
      Plot.ruleX(rules, { x: "x", stroke: "currentColor", strokeDasharray: "2 3" }),
      ...rules.filter((rule) => rule.words !== undefined).map((rule) => {
        const late = atOf(rule.x, scales.x.domain, layout, x) > layout.width / 2;
        return Plot.text([rule], { x: "x", text: "words", frameAnchor: "top", lineAnchor: "top", textAnchor: late ? "end" : "start", dx: late ? -5 : 5, dy: 4, fill: "currentColor", ...halo });
      }),
      ...lines.flatMap((line): Marks[] => [
        Plot.areaY(line.points.filter((p) => p.low !== undefined), { x: "x", y1: "low", y2: "high", fill: colour(line), fillOpacity: bandOpacity, ariaLabel: () => `90 % interval, ${line.name}` }),
        Plot.lineY(line.points, { x: "x", y: "y", stroke: colour(line), strokeWidth: 2.4, curve: parts.curve ?? "linear", ariaLabel: () => line.name }),
        ...(line.dots === true ? [Plot.dot(line.points, { x: "x", y: "y", r: 3, fill: colour(line), ...told(words(line.name)) })] : []),
      ]),
      ...(parts.marks ?? []),
      ...above,
    ],
  });
}

/** A point with its name, and its 90 % interval along one axis. */
export interface NamedPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly interval: readonly [number, number];
  readonly words: string;
}

/** Named points with their intervals; a name stands where it hides nothing, the first names first. */
export function pointsPicture(parts: PictureParts & { readonly points: readonly NamedPoint[]; readonly along: "x" | "y" }): Element {
  const { points, along, x, y } = parts;
  const both = (axis: "x" | "y"): number[] => points.flatMap((p) => (axis === along ? [...p.interval] : [p[axis]]));
  const scales = scalesOf(parts, both("x"), both("y"), 0.1);
  const { layout, base, above } = frameOf(parts, []);
  const place = (at: { readonly x: number; readonly y: number }): { x: number; y: number; r: number } => ({
    x: atOf(at.x, scales.x.domain, layout, x), y: position(at.y, scales.y.domain, [layout.bottom, layout.top], y.log !== undefined), r: 5,
  });
  const bars = points.flatMap((p) => alongLine(p.interval.map((end) => place({ ...p, [along]: end }))));
  // Beside a bar along x a name stands at its end.
  const labels = points.map((p) => {
    const at = place(p);
    const [start, end] = p.interval.map((x) => place({ ...p, x }).x) as [number, number];
    return { ...at, text: p.name, ...(along === "x" ? { reach: [at.x - start, end - at.x] as const } : {}) };
  });
  const places = placeLabels(labels, layout, [...points.map(place), ...bars]);
  const [low, high] = [(p: NamedPoint) => p.interval[0], (p: NamedPoint) => p.interval[1]];
  const bar = { stroke: palette.blue, strokeWidth: 6, strokeOpacity: bandOpacity * 2, ariaLabel: () => "90 % interval" };
  return Plot.plot({
    ...base, x: scales.x, y: scales.y,
    marks: [
      ...axesOf(parts, scales, layout),
      along === "x" ? Plot.ruleY(points, { y: "y", x1: low, x2: high, ...bar }) : Plot.ruleX(points, { x: "x", y1: low, y2: high, ...bar }),
      Plot.dot(points, { x: "x", y: "y", r: 4.5, fill: palette.blue, ...told((p: NamedPoint) => `${p.name}\n${p.words}`) }),
      ...labelMarks(Plot, points, places, { x: "x", y: "y" }),
      ...above,
    ],
  });
}

interface Scales {
  readonly x: { readonly type: "log" | "linear"; readonly domain: [number, number]; readonly axis: null };
  readonly y: { readonly type: "log" | "linear"; readonly domain: [number, number]; readonly axis: null };
}

type Layout = ReturnType<typeof frame>["layout"];

/** Lines reach nearly from edge to edge; names need room around. */
function scalesOf({ x, y }: PictureParts, xs: readonly number[], ys: readonly number[], room = 0.05): Scales {
  const domain = (axis: PictureAxis, values: readonly number[], room: number): [number, number] => axis.domain !== undefined ? [...axis.domain]
    : axis.log === undefined ? [0, Math.max(...values) * (1 + room)] : logDomain(values, room);
  const scale = (axis: PictureAxis, values: readonly number[], room: number) => ({ type: axis.log === undefined ? "linear" : "log", domain: domain(axis, values, room), axis: null }) as const;
  return { x: scale(x, xs, room / 2), y: scale(y, ys, room) };
}

function frameOf({ width, height, ariaLabel, caption, y }: PictureParts, legend: Parameters<typeof frame>[2]["legend"]): ReturnType<typeof frame> {
  return frame(Plot, { width, ...(height === undefined ? {} : { height }) }, {
    marginLeft: 58, marginRight: 24, yLabel: y.label, ariaLabel, ariaDescription: caption ?? ariaLabel, ...(caption === undefined ? {} : { caption }), ...(legend === undefined ? {} : { legend }),
  });
}

function ticksOf(axis: PictureAxis, domain: [number, number], pixels: number, gap: number): number[] {
  if (axis.log === 2) return binaryTicks(domain, pixels, gap);
  return axis.log === 10 ? logTicks(domain, pixels, gap) : linearTicks(domain, Math.max(3, Math.min(8, Math.floor(pixels / gap))));
}

function axesOf({ x, y }: PictureParts, scales: Scales, layout: Layout): Marks[] {
  return axes(Plot, {
    x: { ticks: ticksOf(x, scales.x.domain, layout.right - layout.left, 46), format: x.format, label: x.label, grid: true },
    y: { ticks: ticksOf(y, scales.y.domain, layout.bottom - layout.top, 34), format: y.format },
  });
}

function atOf(value: number, domain: readonly [number, number], layout: Layout, axis: PictureAxis): number {
  return position(value, domain, [layout.left, layout.right], axis.log !== undefined);
}
