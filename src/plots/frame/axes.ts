import type { Marks, PlotModule } from "./types.ts";

/** Ticks of one axis with their texts. */
export interface AxisParts {
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  /** With its unit; of x alone: y's stands above the frame. */
  readonly label?: string;
  readonly grid?: boolean;
}

/** Axes with every tick labelled (Observable Plot leaves out some of a logarithmic axis) and faint lines across; the scales have `axis: null`. */
export function axes(Plot: PlotModule, { x, y }: { readonly x?: AxisParts; readonly y?: AxisParts }): Marks[] {
  const marks: Marks[] = [];
  if (x !== undefined) {
    if (x.grid !== false) marks.push(Plot.gridX(x.ticks));
    marks.push(Plot.axisX(x.ticks, { text: (value: number) => x.format(value), tickSize: 0, tickPadding: 7, label: x.label ?? null }));
  }
  if (y !== undefined) {
    if (y.grid !== false) marks.push(Plot.gridY(y.ticks));
    marks.push(Plot.axisY(y.ticks, { text: (value: number) => y.format(value), tickSize: 0, tickPadding: 7, label: null }));
  }
  return marks;
}
