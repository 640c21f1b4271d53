import { invalidValue } from "../quantities/errors.ts";
import { formatSeconds } from "../quantities/format.ts";
import type { StepRoof } from "../steps/breakdown.ts";
import type { Span } from "./curves/spans.ts";
import { axes } from "./frame/axes.ts";
import { frame, told } from "./frame/frame.ts";
import { palette, roofColours, roofWords, seriesColours } from "./frame/palette.ts";
import { linearTicks } from "./frame/ticks.ts";
import { textWidth } from "./frame/text-width.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** Kinds with a colour of their own beside the roofs. */
const kinds: Readonly<Record<string, string>> = { ...roofColours, waiting: palette.grey, prefill: palette.vermillion, decode: palette.blue };

/**
 * Who works when: a lane for each resource, pipeline stage or request, a bar for each span in the colour of its kind, on a common time
 * axis. Gaps are bubbles, and bars above each other are overlap.
 *
 * @param spans - of `pipelineSpans`, `overlapSpans` or `requestSpans`, or your own.
 * @throws RidgepointError `invalid-value` without a span, or for one that ends before it starts.
 * @example Plot.plot(timelinePlot(Plot, pipelineSpans({ stageSeconds: [0.01, 0.01, 0.01, 0.01], microBatches: 6 })))
 */
export function timelinePlot(Plot: PlotModule, spans: readonly Span[], options: PictureOptions = {}): PlotSpecification {
  if (spans.length === 0) throw invalidValue("spans", 0, "spans: there is nothing to draw");
  const wrong = spans.find(({ startSeconds, endSeconds }) => !(endSeconds >= startSeconds && endSeconds < Infinity && startSeconds > -Infinity));
  if (wrong !== undefined) throw invalidValue("spans", wrong.lane, "has a span that ends before it starts");
  const start = Math.min(...spans.map(({ startSeconds }) => startSeconds));
  const end = Math.max(...spans.map(({ endSeconds }) => endSeconds));
  const lanes = [...new Set(spans.map(({ lane }) => lane))];
  const known = Object.keys(kinds);
  const used = [...new Set(spans.map(({ kind }) => kind))].sort((a, b) => known.indexOf(a) - known.indexOf(b));
  const colours = new Map(used.map((kind, i) => [kind, kinds[kind] ?? (seriesColours[i % seriesColours.length] as string)]));
  // One unit for the whole axis: the one of its end.
  const [factor, unit] = unitOf(end - start);
  const rows = spans.map((span) => ({ ...span, from: (span.startSeconds - start) * factor, to: (span.endSeconds - start) * factor }));
  const rowHeight = lanes.length > 12 ? 16 : 26;
  const busy = lanes.map((lane) => rows.filter((row) => row.lane === lane).reduce((sum, { from, to }) => sum + to - from, 0) / ((end - start) * factor));
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: Math.max(...lanes.map((lane) => textWidth(lane))) + 14, marginRight: 22,
    legend: used.map((kind) => ({ label: roofWords[kind as StepRoof] ?? kind, colour: colours.get(kind) as string, shape: "square" })),
    height: (top) => top + 44 + rowHeight * lanes.length, ariaLabel: "Timeline",
    ariaDescription: `${formatSeconds(end - start)} in all; ${lanes.slice(0, 8).map((lane, i) => `${lane} is busy ${Math.round(100 * (busy[i] as number))} %`).join(", ")}.`,
  });
  const perUnit = (layout.right - layout.left) / ((end - start) * factor);
  return {
    ...base,
    x: { domain: [0, (end - start) * factor], axis: null },
    y: { domain: lanes, label: null, tickSize: 0, padding: 0.18 },
    marks: [
      ...axes(Plot, { x: { ticks: linearTicks([0, (end - start) * factor], layout.narrow ? 4 : 8), format: String, label: `Time, ${unit}` } }),
      Plot.barX(rows, {
        x1: "from", x2: "to", y: "lane", fill: ({ kind }: Span) => colours.get(kind) as string, stroke: "var(--plot-background)", strokeWidth: 0.6, ...told((row: (typeof rows)[number]) => `${row.lane}${row.label === undefined ? "" : `: ${row.label}`}\n${roofWords[row.kind as StepRoof] ?? row.kind}, ${formatSeconds(row.endSeconds - row.startSeconds)}`),
      }),
      Plot.text(rows.filter(({ label, from, to }) => label !== undefined && (to - from) * perUnit > textWidth(label) + 6), { x: (row: (typeof rows)[number]) => (row.from + row.to) / 2, y: "lane", text: "label", fill: "white", stroke: "#0009", strokeWidth: 1.5, paintOrder: "stroke" }),
      ...above,
    ],
  };
}

function unitOf(seconds: number): readonly [number, string] {
  if (seconds >= 1) return [1, "s"];
  return seconds >= 1e-3 ? [1e3, "ms"] : [1e6, "µs"];
}
