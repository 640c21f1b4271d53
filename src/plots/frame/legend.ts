import { textWidth } from "./text-width.ts";
import type { Marks, PlotModule } from "./types.ts";

/** One entry of a legend. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly shape: "square" | "circle" | "diamond" | "triangle" | "star" | "line" | "dashed" | "ring" | "faint";
}

const rowHeight = 17;
const keyWidth = 18;
const between = 14;

/** Where each entry of a legend stands, from the left edge of the picture; entries that find no room begin a new row. */
export function legendRows(entries: readonly LegendEntry[], width: number): { readonly places: readonly { readonly x: number; readonly row: number }[]; readonly height: number } {
  let x = 0;
  let row = 0;
  const places = entries.map(({ label }) => {
    const needed = keyWidth + textWidth(label);
    if (x > 0 && x + needed > width) {
      x = 0;
      row++;
    }
    const place = { x, row };
    x += needed + between;
    return place;
  });
  return { places, height: entries.length === 0 ? 0 : (row + 1) * rowHeight };
}

/** The legend as marks of the picture itself, so that it is in the SVG: above the frame, from the left edge. */
export function legendMarks(Plot: PlotModule, entries: readonly LegendEntry[], margins: { readonly left: number; readonly top: number; readonly width: number }): Marks[] {
  const { places } = legendRows(entries, margins.width - 8);
  return entries.flatMap(({ label, colour, shape }, index) => {
    const { x, row } = places[index] as { x: number; row: number };
    const at = { frameAnchor: "top-left", facet: "super", dx: x - margins.left + 10, dy: (row + 0.5) * rowHeight - margins.top + 2 } as const;
    return [keyMark(Plot, shape, colour, at), Plot.text([label], { ...at, dx: at.dx + 11, textAnchor: "start", lineAnchor: "middle", fill: "currentColor" })];
  });
}

/** A short stretch of a line, as a symbol. */
const stroke = { draw: (path: { rect(x: number, y: number, width: number, height: number): void }): void => path.rect(-7, -1.25, 14, 2.5) };

/** The same, broken. */
const dashes = { draw: (path: { rect(x: number, y: number, width: number, height: number): void }): void => [-7, 1].forEach((x) => path.rect(x, -1, 6, 2)) };

function keyMark(Plot: PlotModule, shape: LegendEntry["shape"], colour: string, at: { frameAnchor: "top-left"; facet: "super"; dx: number; dy: number }): Marks {
  const common = { ...at, ariaHidden: "true" } as const;
  if (shape === "ring") return Plot.dot([0], { ...common, symbol: "circle", r: 4, stroke: colour, strokeWidth: 1.6 });
  if (shape === "dashed") return Plot.dot([0], { ...common, symbol: dashes, r: 1, fill: colour });
  if (shape === "line") return Plot.dot([0], { ...common, symbol: stroke, r: 1, fill: colour });
  return Plot.dot([0], { ...common, symbol: shape === "faint" ? "square" : shape, r: 4.5, fill: colour, fillOpacity: shape === "faint" ? 0.35 : 1 });
}
