import type { ParetoPoint, PlannedDeployment } from "../planner/types.ts";
import { invalidValue } from "../quantities/errors.ts";
import { axes } from "./frame/axes.ts";
import { bandOpacity, frame, position, told } from "./frame/frame.ts";
import { alongLine, covers, labelBox, placeLabels, type Disc, type Labelled } from "./frame/labels.ts";
import { labelMarks } from "./frame/label-marks.ts";
import type { LegendEntry } from "./frame/legend.ts";
import { coloursOf } from "./frame/palette.ts";
import { logDomain, logTicks, siTick } from "./frame/ticks.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** What is drawn of a plan's answer. */
export interface ParetoData {
  /** Points of the Pareto set, in any order. */
  readonly pareto: readonly ParetoPoint[];
  /** At the asked rate, with their intervals. */
  readonly deployments?: readonly ParetoRing[];
}

/** What is drawn of a deployment beside the front. */
export interface ParetoRing extends Pick<PlannedDeployment, "hardware" | "devices" | "plan" | "precision" | "outputTokensPerSecondPerDevice" | "outputTokensPerSecondPerUser"> {
  /** 90 % interval of the time per output token, s. */
  readonly intervals90: Pick<PlannedDeployment["intervals90"], "tpotSeconds">;
}

/** Options of {@link paretoPlot}. */
export interface ParetoOptions extends PictureOptions {
  /** Most deployments to draw beside the front: those there is room to name, the first in any case; default 8, or 4 below 520 pixels. */
  readonly deployments?: number;
}

/**
 * The trade of throughput against speed: output tokens per second of one device against what one user sees while decoding, both
 * logarithmic. The line is the Pareto set, each plan on it labelled once, on its longest stretch, with its device, degrees and format, and
 * crossed there by the 90 % intervals of both; rings are deployments at the asked rate, with the 90 % interval of what a user sees.
 *
 * @param answer - of `plan(question)`.
 * @throws RidgepointError `invalid-value` where the Pareto set is empty.
 * @example Plot.plot(paretoPlot(Plot, plan(question)))
 */
export function paretoPlot(Plot: PlotModule, answer: ParetoData, options: ParetoOptions = {}): PlotSpecification {
  const front = [...answer.pareto].sort((a, b) => a.outputTokensPerSecondPerUser - b.outputTokensPerSecondPerUser).map((point) => ({
    ...point, speed: point.outputTokensPerSecondPerUser, throughput: point.outputTokensPerSecondPerDevice, name: nameOf(point),
  }));
  if (front.length === 0) throw invalidValue("pareto", 0, "points: no deployment fits");
  const asked = (answer.deployments ?? []).slice(0, options.deployments ?? ((options.width ?? 640) < 520 ? 4 : 8)).filter((d) => d.outputTokensPerSecondPerUser > 0).map((d): Ring => ({
    hardware: d.hardware, speed: d.outputTokensPerSecondPerUser, throughput: d.outputTokensPerSecondPerDevice,
    slow: 1 / d.intervals90.tpotSeconds[1], fast: 1 / d.intervals90.tpotSeconds[0], name: `${d.devices} × ${nameOf(d)}`, shorter: `${d.devices} × ${d.hardware}`,
  }));
  const colours = coloursOf([...front.map(({ hardware }) => hardware), ...asked.map(({ hardware }) => hardware)]);
  const legend: LegendEntry[] = [...colours].slice(0, 4).map(([label, colour]) => ({ label, colour, shape: "circle" }));
  if (colours.size > 4) legend.push({ label: colours.size === 5 ? ([...colours.keys()][4] as string) : "others", colour: [...colours.values()][4] as string, shape: "circle" });
  if (asked.length > 0) legend.push({ label: "deployment at the asked rate", colour: "currentColor", shape: "ring" });
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: 46, legend, yLabel: "Output tokens/s of one device", ariaLabel: "Throughput against speed",
    ariaDescription: `Pareto set of ${front.length} operating points, from ${siTick(front[0]?.speed ?? 0)} tokens/s a user and ${siTick(front[0]?.throughput ?? 0)} tokens/s a device to ${siTick(front.at(-1)?.speed ?? 0)} and ${siTick(front.at(-1)?.throughput ?? 0)}.`,
    caption: `${asked.length > 0 ? "Line: the Pareto set, concurrency doubling" : "Concurrency doubles"} from point to point. Bars: 90 % prediction intervals, at labelled points.`,
  });
  // One label for each plan, at the middle of its longest stretch: where two take turns, the colours of the points tell them apart.
  const longest = stretchesOf(front).reduce((found, stretch) => {
    const name = stretch[0]?.name as string;
    return stretch.length > (found.get(name)?.length ?? 0) ? found.set(name, stretch) : found;
  }, new Map<string, typeof front>());
  const named = [...longest.values()].map((stretch) => stretch[Math.floor((stretch.length - 1) / 2)] as (typeof front)[number]).map((p) => ({
    ...p, across: p.intervals90.outputTokensPerSecondPerUser, up: p.intervals90.outputTokensPerSecondPerDevice,
  }));
  const x = logDomain([...front.map(({ speed }) => speed), ...named.flatMap(({ across }) => across), ...asked.flatMap(({ slow, fast }) => [slow, fast])], layout.narrow ? 0.08 : 0.05);
  const y = logDomain([...[...front, ...asked].map(({ throughput }) => throughput), ...named.flatMap(({ up }) => up)], 0.08);
  const place = (p: { speed: number; throughput: number }): Disc => ({
    x: position(p.speed, x, [layout.left, layout.right], true), y: position(p.throughput, y, [layout.bottom, layout.top], true), r: 4,
  });
  const along = (ends: readonly [number, number], at: (end: number) => { speed: number; throughput: number }): Disc[] => alongLine(ends.map((end) => place(at(end))));
  const labelOf = (ring: Ring): Labelled => {
    const at = place(ring);
    return { ...at, text: ring.name, shorter: ring.shorter, reach: [at.x - place({ ...ring, speed: ring.slow }).x, place({ ...ring, speed: ring.fast }).x - at.x] };
  };
  const discsOf = (ring: Ring): Disc[] => [place(ring), ...along([ring.slow, ring.fast], (speed) => ({ ...ring, speed })).map((disc) => ({ ...disc, r: 3 }))];
  // No label hides a point, the line or an interval. The first deployment is what is sought: its name is placed before all others.
  const obstacles = [
    ...front.map(place), ...alongLine(front.map(place)), ...asked.slice(0, 1).flatMap(discsOf),
    ...named.flatMap(({ speed, throughput, across, up }) => [...along(across, (end) => ({ speed: end, throughput })), ...along(up, (end) => ({ speed, throughput: end }))]),
  ];
  const inside = { left: layout.left, right: layout.right, top: layout.top, bottom: layout.bottom };
  const points = [...asked.slice(0, 1).map(labelOf), ...named.map((p): Labelled => ({ ...place(p), text: p.name }))];
  const places = placeLabels(points, inside, obstacles);
  const taken = places.flatMap((label, i) => (label === null ? [] : [labelBox(points[i] as Labelled, label)]));
  const rings = asked.slice(0, 1);
  // Another is drawn where it lies under no name and there is room for its own.
  for (const ring of asked.slice(1)) {
    const discs = discsOf(ring);
    const [label = null] = discs.some((disc) => taken.some((box) => covers(box, disc))) ? [] : placeLabels([labelOf(ring)], inside, [...obstacles, ...discs], taken);
    if (label === null) continue;
    obstacles.push(...discs);
    taken.push(labelBox(place(ring), label));
    places.push(label);
    rings.push(ring);
  }
  const labelled = [...rings.slice(0, 1), ...named, ...rings.slice(1)];
  const colour = ({ hardware }: { hardware: string }): string => colours.get(hardware) as string;
  return {
    ...base,
    x: { type: "log", domain: x, axis: null },
    y: { type: "log", domain: y, axis: null },
    marks: [
      ...axes(Plot, {
        x: { ticks: logTicks(x, layout.right - layout.left), format: siTick, label: "Output tokens/s of one user" },
        y: { ticks: logTicks(y, layout.bottom - layout.top, 30), format: siTick },
      }),
      Plot.line(front, { x: "speed", y: "throughput", z: null, stroke: "currentColor", strokeOpacity: 0.4, curve: "monotone-x", ariaLabel: () => "Pareto set" }),
      Plot.ruleY(named, { y: "throughput", x1: ({ across }: (typeof named)[number]) => across[0], x2: ({ across }: (typeof named)[number]) => across[1], stroke: colour, strokeWidth: 1.5, strokeOpacity: 0.6, ariaLabel: () => "90 % interval of the speed" }),
      Plot.ruleX(named, { x: "speed", y1: ({ up }: (typeof named)[number]) => up[0], y2: ({ up }: (typeof named)[number]) => up[1], stroke: colour, strokeWidth: 1.5, strokeOpacity: 0.6, ariaLabel: () => "90 % interval of the throughput" }),
      Plot.ruleY(rings, { y: "throughput", x1: "slow", x2: "fast", stroke: colour, strokeWidth: 7, strokeOpacity: bandOpacity * 2, ariaLabel: () => "90 % interval" }),
      Plot.dot(rings, { x: "speed", y: "throughput", r: 4.5, stroke: colour, strokeWidth: 1.8, ...told((d: Ring) => `${d.name}\n${siTick(d.speed)} tokens/s a user (${siTick(d.slow)}–${siTick(d.fast)})\n${siTick(d.throughput)} tokens/s a device`) }),
      Plot.dot(front, { x: "speed", y: "throughput", r: 3.5, fill: colour, ...told((p: (typeof front)[number]) => `${p.name}, ${p.concurrency} at once\n${siTick(p.speed)} tokens/s a user (${p.intervals90.outputTokensPerSecondPerUser.map(siTick).join("–")})\n${siTick(p.throughput)} tokens/s a device (${p.intervals90.outputTokensPerSecondPerDevice.map(siTick).join("–")})`) }),
      ...labelMarks(Plot, labelled, places, { x: "speed", y: "throughput" }),
      ...above,
    ],
  };
}

/** A deployment as it is drawn. */
interface Ring {
  readonly hardware: string;
  readonly speed: number;
  readonly throughput: number;
  /** Ends of the interval of the speed. */
  readonly slow: number;
  readonly fast: number;
  readonly name: string;
  readonly shorter: string;
}

function stretchesOf<T extends { readonly name: string }>(points: readonly T[]): T[][] {
  const stretches: T[][] = [];
  for (const point of points) {
    const last = stretches.at(-1);
    if (last !== undefined && last[0]?.name === point.name) last.push(point);
    else stretches.push([point]);
  }
  return stretches;
}

/** "h100-sxm5-80 tp4 fp8": the device, the degrees of its plan above 1, the format. */
function nameOf({ hardware, plan, precision }: Pick<ParetoPoint, "hardware" | "plan" | "precision">): string {
  const words = (["tp", "pp", "ep", "dp"] as const).filter((degree) => plan[degree] > 1).map((degree) => `${degree}${plan[degree]}`);
  if (plan.attentionDp > 1) words.push(`adp${plan.attentionDp}`);
  return [hardware, ...words, precision.weights].join(" ");
}
