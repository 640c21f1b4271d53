import type { Bound, Interval } from "../predict/types.ts";
import { formatCount, formatFlopRate, formatRate, formatSeconds } from "../quantities/format.ts";
import type { StepRoof } from "../steps/breakdown.ts";
import { invalidValue } from "../quantities/errors.ts";
import type { Roofs } from "./curves/roofs.ts";
import { axes } from "./frame/axes.ts";
import { bandOpacity, frame, halo, position, type Layout, told } from "./frame/frame.ts";
import { alongLine, placeLabels, type Box, type Disc } from "./frame/labels.ts";
import { labelMarks } from "./frame/label-marks.ts";
import type { LegendEntry } from "./frame/legend.ts";
import { roofColours, roofWords } from "./frame/palette.ts";
import { textWidth } from "./frame/text-width.ts";
import { logTicks, siTick } from "./frame/ticks.ts";
import type { Marks, PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** One piece of work on a roofline: an operator of `explain`, or a kernel. */
export interface RooflinePoint {
  /** For the label. */
  readonly name: string;
  /** Floating-point operations. */
  readonly flops: number;
  /** Bytes to and from the fast memory. */
  readonly bytes: number;
  /** Time, s. */
  readonly seconds: number;
  /** What limits it, for its colour. */
  readonly roof?: StepRoof | Bound;
  /** Of the time, 90 %. */
  readonly interval90?: Interval;
  /** Points of a second group (another phase) are drawn as diamonds. */
  readonly group?: string;
}

/** Options of {@link rooflinePlot}. */
export interface RooflineOptions extends PictureOptions {
  /** Names to write beside the longest points; default 6, 4 where it is narrow. */
  readonly labels?: number;
}

/**
 * A hierarchical roofline (Williams, Waterman and Patterson 2009; Ilic, Pratas and Sousa 2014): achieved FLOP/s against FLOPs per byte
 * of the fast memory, on logarithmic axes, under one slope for each memory and link and one ceiling for each number format. Each
 * operator is a point whose area is its time and whose colour is what limits it; a bar is the 90 % interval where the point has one.
 * Work without FLOPs or without bytes (collectives, the host) has no place on it, and the caption says how much of the time that is.
 *
 * @param points - `explain(scenario).steps[…].operators`, or kernels.
 * @param roofs - of `roofsOf(scenario)`.
 * @throws RidgepointError `invalid-value` where no point has both FLOPs and bytes.
 * @example Plot.plot(rooflinePlot(Plot, explain(scenario).steps[1].operators, roofsOf(scenario), { width: 800 }))
 */
export function rooflinePlot(Plot: PlotModule, points: readonly RooflinePoint[], roofs: Roofs, options: RooflineOptions = {}): PlotSpecification {
  const drawn = points.filter(({ flops, bytes, seconds }) => flops > 0 && bytes > 0 && seconds > 0).map((point) => ({
    ...point, roof: roofOf(point.roof), intensity: point.flops / point.bytes, rate: point.flops / point.seconds,
  })).sort((a, b) => b.seconds - a.seconds);
  if (drawn.length === 0) throw invalidValue("points", points.length, "points, none with both FLOPs and bytes: a roofline has no place for them");
  const main = roofs.bandwidth.find(({ kind }) => kind === "memory");
  const top = roofs.compute[0];
  const ridge = main === undefined || top === undefined ? 1 : top.flopsPerSecond / main.bytesPerSecond;
  const x: [number, number] = [Math.min(ridge / 30, ...drawn.map((p) => p.intensity / 2)), Math.max(ridge * 6, ...drawn.map((p) => p.intensity * 2))];
  const peaks = roofs.compute.map((roof) => roof.flopsPerSecond);
  const y: [number, number] = [Math.min(...drawn.map((p) => p.rate / 3), ...peaks.map((peak) => peak / 300)), Math.max(...peaks, ...drawn.map((p) => p.rate)) * 2.2];
  const groups = [...new Set(drawn.map(({ group }) => group ?? ""))];
  const legend: LegendEntry[] = (Object.keys(roofWords) as StepRoof[]).filter((roof) => drawn.some((point) => point.roof === roof))
    .map((roof) => ({ label: `limited by ${roofWords[roof]}`, colour: roofColours[roof], shape: "circle" }));
  if (groups.length > 1) groups.forEach((group, i) => legend.push({ label: group, colour: "currentColor", shape: i === 0 ? "circle" : "diamond" }));
  const all = points.reduce((sum, { seconds }) => sum + seconds, 0);
  const left = all - drawn.reduce((sum, { seconds }) => sum + seconds, 0);
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 46, legend, yLabel: "FLOP/s of one device", ariaLabel: "Roofline",
    ariaDescription: `${drawn.length} pieces of work against the roofs of ${roofs.hardware}; the longest, ${drawn[0]?.name}, takes ${formatSeconds(drawn[0]?.seconds ?? 0)} at ${formatFlopRate(drawn[0]?.rate ?? 0)}.`,
    caption: `Area: time.${drawn.some(({ interval90 }) => interval90 !== undefined) ? " Bars: 90 % prediction intervals." : ""}${left > 0.005 * all ? ` Not drawn, for want of FLOPs or memory traffic: ${Math.round((100 * left) / all)} % of the time.` : ""}`,
  });
  const longest = drawn[0]?.seconds as number;
  const radius = (seconds: number): number => Math.max(2.5, (layout.narrow ? 11 : 15) * Math.sqrt(seconds / longest));
  const wide = layout.right - layout.left;
  const high = layout.bottom - layout.top;
  const at = drawn.map((point) => ({
    x: position(point.intensity, x, [layout.left, layout.right], true), y: position(point.rate, y, [layout.bottom, layout.top], true), r: radius(point.seconds), text: point.name,
  }));
  const named = at.slice(0, options.labels ?? (layout.narrow ? 4 : 6));
  const places = placeLabels(named, { left: layout.left, right: layout.right, top: layout.top, bottom: layout.bottom }, [...at, ...slopeDiscs(roofs, x, y, layout)], ceilingBoxes(roofs, y, layout));
  return {
    ...base,
    x: { type: "log", domain: x, axis: null },
    y: { type: "log", domain: y, axis: null },
    r: { type: "identity" }, symbol: { type: "identity" },
    marks: [
      ...axes(Plot, { x: { ticks: logTicks(x, wide), format: siTick, label: "FLOPs per byte of memory traffic" }, y: { ticks: logTicks(y, high, 30), format: siTick } }),
      ...roofMarks(Plot, roofs, x, y, layout),
      Plot.ruleX(drawn.filter(({ interval90 }) => interval90 !== undefined), {
        x: "intensity", y1: (p: (typeof drawn)[number]) => p.flops / (p.interval90 as Interval)[1], y2: (p: (typeof drawn)[number]) => p.flops / (p.interval90 as Interval)[0],
        stroke: (p: (typeof drawn)[number]) => roofColours[p.roof], strokeWidth: 6, strokeOpacity: 2 * bandOpacity, ariaLabel: () => "90 % interval",
      }),
      Plot.dot(drawn, {
        x: "intensity", y: "rate", r: (p: (typeof drawn)[number]) => radius(p.seconds), symbol: (p: (typeof drawn)[number]) => (groups.indexOf(p.group ?? "") > 0 ? "diamond" : "circle"),
        fill: (p: (typeof drawn)[number]) => roofColours[p.roof], fillOpacity: 0.75, stroke: (p: (typeof drawn)[number]) => roofColours[p.roof], ...told((p: (typeof drawn)[number]) => `${p.name}\n${formatSeconds(p.seconds)}, ${formatFlopRate(p.rate)}, ${formatCount(p.intensity)} FLOP/B\nlimited by ${roofWords[p.roof]}`),
      }),
      ...labelMarks(Plot, drawn.slice(0, named.length), places, { x: "intensity", y: "rate" }),
      ...above,
    ],
  };
}

/** Slopes of the tiers up to the highest ceiling, each with its name along it, and the ceilings from the fastest memory's slope on. */
function roofMarks(Plot: PlotModule, roofs: Roofs, x: readonly [number, number], y: readonly [number, number], layout: Layout): Marks[] {
  const peak = roofs.compute[0]?.flopsPerSecond ?? y[1];
  const rotate = (-inclination(x, y, layout) * 180) / Math.PI;
  const slopes = slopesOf(roofs, x, y, layout);
  const start = Math.min(...roofs.bandwidth.filter(({ kind }) => kind !== "link").map(({ bytesPerSecond }) => bytesPerSecond).map((rate) => peak / rate));
  const ceilings = roofs.compute.filter(({ flopsPerSecond }) => flopsPerSecond > y[0]).map(({ name, flopsPerSecond }) => ({
    name: `${name} ${formatFlopRate(flopsPerSecond)}`, flopsPerSecond, from: Math.max(x[0], (start * flopsPerSecond) / peak), to: x[1],
  }));
  return [
    Plot.link(slopes, { x1: "from", x2: "to", y1: "y1", y2: "y2", stroke: "currentColor", strokeWidth: (s: (typeof slopes)[number]) => (s.kind === "memory" ? 1.8 : 1), strokeOpacity: 0.65, ariaLabel: () => "bandwidth roofs" }),
    Plot.ruleY(ceilings, { y: "flopsPerSecond", x1: "from", x2: "to", stroke: "currentColor", strokeWidth: 1.8, strokeOpacity: 0.65, ariaLabel: () => "compute roofs" }),
    Plot.text(slopes.filter(({ long }) => long), { x: "at", y: "yAt", text: "name", rotate, textAnchor: "start", dy: -8, fill: "currentColor", fillOpacity: 0.85, ...halo }),
    Plot.text(ceilings, { x: "to", y: "flopsPerSecond", text: "name", textAnchor: "end", dy: -7, fill: "currentColor", fillOpacity: 0.85, ...halo }),
  ];
}

/** The visible stretch of each slope, with its name and where that begins. */
function slopesOf(roofs: Roofs, x: readonly [number, number], y: readonly [number, number], layout: Layout): Slope[] {
  const peak = roofs.compute[0]?.flopsPerSecond ?? y[1];
  return roofs.bandwidth.flatMap(({ name, bytesPerSecond, kind }) => {
    const from = Math.max(x[0], y[0] / bytesPerSecond);
    const to = Math.min(x[1], peak / bytesPerSecond);
    if (!(from < to)) return [];
    const at = from * (to / from) ** 0.04;
    const pixels = Math.log(to / from) / Math.log(x[1] / x[0]) * (layout.right - layout.left);
    return [{ name: `${name} ${formatRate(bytesPerSecond)}`, kind, from, to, y1: from * bytesPerSecond, y2: to * bytesPerSecond, at, yAt: at * bytesPerSecond, long: pixels > 90 }];
  });
}

interface Slope {
  readonly name: string;
  readonly kind: "memory" | "cache" | "link";
  readonly from: number;
  readonly to: number;
  readonly y1: number;
  readonly y2: number;
  readonly at: number;
  readonly yAt: number;
  /** Whether there is room for its name. */
  readonly long: boolean;
}

/** The angle of every slope on the picture, radians upwards. */
function inclination(x: readonly [number, number], y: readonly [number, number], layout: Layout): number {
  return Math.atan(((layout.bottom - layout.top) / Math.log(y[1] / y[0])) / ((layout.right - layout.left) / Math.log(x[1] / x[0])));
}

/** Where the names of the slopes stand. */
function slopeDiscs(roofs: Roofs, x: readonly [number, number], y: readonly [number, number], layout: Layout): Disc[] {
  const angle = inclination(x, y, layout);
  return slopesOf(roofs, x, y, layout).filter(({ long }) => long).flatMap(({ name, at, yAt }) => {
    const start = { x: position(at, x, [layout.left, layout.right], true), y: position(yAt, y, [layout.bottom, layout.top], true) - 8 };
    const length = textWidth(name);
    return alongLine([start, { x: start.x + length * Math.cos(angle), y: start.y - length * Math.sin(angle) }]).map((disc) => ({ ...disc, r: 6 }));
  });
}

/** Where the names of the ceilings stand. */
function ceilingBoxes(roofs: Roofs, y: readonly [number, number], layout: Layout): Box[] {
  return roofs.compute.filter(({ flopsPerSecond }) => flopsPerSecond > y[0]).map(({ name, flopsPerSecond }) => {
    const at = position(flopsPerSecond, y, [layout.bottom, layout.top], true);
    return { left: layout.right - textWidth(`${name} ${formatFlopRate(flopsPerSecond)}`), right: layout.right, top: at - 14, bottom: at };
  });
}

/** What binds a kernel, in the words of a step. */
function roofOf(roof: StepRoof | Bound | undefined): StepRoof {
  switch (roof) {
    case "hbm": case "capacity": case "queue": case undefined: return "memory";
    case "host-link": return "link";
    default: return roof;
  }
}
