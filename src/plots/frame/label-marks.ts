import { halo } from "./frame.ts";
import type { Placement } from "./labels.ts";
import type { Marks, PlotModule } from "./types.ts";

/** A text beside each datum that has a place for one. */
export function labelMarks<T>(Plot: PlotModule, data: readonly T[], places: readonly (Placement | null)[], channels: { readonly x: string; readonly y: string; readonly text: string }): Marks[] {
  return data.flatMap((datum, i): Marks[] => {
    const place = places[i];
    return place === null || place === undefined ? [] : [Plot.text([datum], { ...channels, ...place, ...halo, fill: "currentColor" })];
  });
}
