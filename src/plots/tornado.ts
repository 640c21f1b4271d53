import type { Effect, Lever } from "../predict/explain-types.ts";
import { invalidValue } from "../quantities/errors.ts";
import { axes } from "./frame/axes.ts";
import { frame, halo, told } from "./frame/frame.ts";
import { linearTicks } from "./frame/ticks.ts";
import { palette } from "./frame/palette.ts";
import { textWidth, wrapped } from "./frame/text-width.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** Options of {@link tornadoPlot}. */
export interface TornadoOptions extends PictureOptions {
  /** Figures to show, side by side, or one above the other where it is narrow. All three unless told. */
  readonly figures?: readonly (keyof Effect)[];
}

const figureWords: Readonly<Record<keyof Effect, string>> = { ttft: "time to first token", tpot: "time per output token", throughput: "throughput" };

/**
 * What 1 % more of everything buys: a bar for each lever and figure, the strongest lever first. Blue is better (a shorter time, more
 * tokens per second), vermillion worse. Levers without an effect are left out. An effect is a ratio of two predictions with the same
 * constants, whose errors cancel: it has no interval, and the caption says so.
 *
 * @param explanation - of `explain(scenario)`, or its levers.
 * @throws RidgepointError `invalid-value` where no lever moves a figure.
 * @example Plot.plot(tornadoPlot(Plot, explain(scenario), { figures: ["tpot"] }))
 */
export function tornadoPlot(Plot: PlotModule, explanation: { readonly levers: readonly Lever[] }, options: TornadoOptions = {}): PlotSpecification {
  const figures = options.figures ?? ["ttft", "tpot", "throughput"];
  const strength = ({ effect }: Lever): number => Math.max(0, ...figures.map((figure) => Math.abs(effect[figure])));
  const levers = explanation.levers.filter((lever) => strength(lever) >= 0.005).sort((a, b) => strength(b) - strength(a));
  if (levers.length === 0) throw invalidValue("levers", explanation.levers.length, "levers, none of which moves a figure");
  const rows = levers.flatMap(({ name, effect }) => figures.map((figure) => ({
    name, figure: figureWords[figure], effect: effect[figure], better: figure === "throughput" ? effect[figure] > 0 : effect[figure] < 0,
  })));
  const width = options.width ?? 640;
  const stacked = width < 520 && figures.length > 1;
  const names = levers.map(({ name }) => name);
  const room = Math.min(Math.max(...names.map((name) => textWidth(name))) + 16, width * 0.4);
  const labels = new Map<string, string>(names.map((name) => [name, wrapped(name, room - 16)]));
  const rowHeight = [...labels.values()].some((label) => label.includes("\n")) ? 26 : 20;
  const panels = figures.map((figure) => figureWords[figure]);
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: room, marginRight: 16, legend: [{ label: "better", colour: palette.blue, shape: "square" }, ...(rows.some((row) => !row.better && row.effect !== 0) ? [{ label: "worse", colour: palette.vermillion, shape: "square" as const }] : [])],
    headings: true, height: (top) => top + 46 + (stacked ? figures.length : 1) * (names.length * rowHeight + 26), ariaLabel: "Effect of 1 % more of everything",
    ariaDescription: levers.slice(0, 3).map(({ name, effect }) => `${name}: ${figures.map((figure) => `${figureWords[figure]} ${signed(effect[figure])} %`).join(", ")}`).join("; "),
    caption: "Effects are ratios of two predictions, whose common error cancels: no interval.",
  });
  const panel = stacked ? "fy" : "fx";
  const low = Math.min(0, ...rows.map(({ effect }) => effect));
  const high = Math.max(0, ...rows.map(({ effect }) => effect));
  // Room for the figures beside the bars, in units of the axis.
  const panelWidth = ((layout.right - layout.left) / (stacked ? 1 : figures.length)) * 0.92;
  const needed = 42 / panelWidth;
  const reserve = (needed * (high - low)) / Math.max(0.2, 1 - needed * (low < 0 && high > 0 ? 2 : 1));
  const domain: [number, number] = [low < 0 ? low - reserve : 0, high > 0 ? high + reserve : 0];
  return {
    ...base,
    [panel]: { domain: panels, label: null, axis: null, paddingInner: figures.length === 1 ? 0 : stacked ? 0.12 : 0.08, paddingOuter: 0 },
    x: { domain, axis: null },
    y: { domain: names, label: null, tickSize: 0, padding: 0.25, tickFormat: (name: string) => labels.get(name) as string },
    marks: [
      ...axes(Plot, { x: { ticks: linearTicks(domain, !layout.narrow && figures.length === 1 ? 6 : 4), format: (effect) => String(effect).replace("-", "−"), label: "Effect of 1 % more, %" } }),
      Plot.text(panels, { [panel]: (name: string) => name, text: (name: string) => name, frameAnchor: "top-left", lineAnchor: "bottom", textAnchor: "start", dy: -4, fontWeight: "bold", fill: "currentColor" }),
      Plot.barX(rows, { [panel]: "figure", y: "name", x: "effect", fill: ({ better }: (typeof rows)[number]) => (better ? palette.blue : palette.vermillion), ...told((row: (typeof rows)[number]) => `1 % more ${row.name}\n${row.figure} ${signed(row.effect)} %`) }),
      ...([-1, 1] as const).map((side) => Plot.text(rows.filter(({ effect }) => (side < 0 ? effect < 0 : effect >= 0)), {
        [panel]: "figure", y: "name", x: "effect", text: (row: (typeof rows)[number]) => signed(row.effect), textAnchor: side < 0 ? "end" : "start", dx: 4 * side, fill: "currentColor", ...halo,
      })),
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      ...above,
    ],
  };
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return text === "0.00" ? "0" : `${value < 0 ? "−" : "+"}${text}`;
}
