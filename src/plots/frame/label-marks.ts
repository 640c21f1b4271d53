import { halo } from "./frame.ts";
import type { PlacedLabel } from "./labels.ts";
import type { Marks, PlotModule } from "./types.ts";

/** A text beside each datum that has a place for one. */
export function labelMarks<T>(Plot: PlotModule, data: readonly T[], places: readonly (PlacedLabel | null)[], channels: { readonly x: string; readonly y: string }): Marks[] {
  return data.flatMap((datum, i): Marks[] => {
    const place = places[i];
    if (place === null || place === undefined) return [];
    const { text, ...at } = place;
    return [Plot.text([datum], { ...channels, ...at, ...halo, text: () => text, fill: "currentColor" })];
  });
}
