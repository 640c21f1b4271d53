import type { StepRoof } from "../../steps/breakdown.ts";

/**
 * The colours of every picture: Okabe and Ito's blue, vermillion, bluish green and reddish purple, and a grey that stays apart from them
 * (Color Universal Design, 2008, https://jfly.uni-koeln.de/color/). Each has a contrast of at least 3 : 1 against a white and against a
 * dark page (WCAG 2.2, 1.4.11), and no two look alike under any of the three colour-vision deficiencies. Text is never coloured.
 */
export const palette = { blue: "#0072B2", vermillion: "#D55E00", green: "#009E73", purple: "#CC79A7", grey: "#6F6F6F" } as const;

/** Colours of series that have no meaning of their own, in order. */
export const seriesColours: readonly string[] = [palette.blue, palette.vermillion, palette.green, palette.purple, palette.grey];

/** What limits a piece of work has the same colour in every picture. */
export const roofColours: Readonly<Record<StepRoof, string>> = {
  compute: palette.vermillion, memory: palette.blue, link: palette.green, launch: palette.purple, host: palette.grey,
};

/** The roofs in words, in the order of legends. */
export const roofWords: Readonly<Record<StepRoof, string>> = { compute: "compute", memory: "memory", link: "links", launch: "launches", host: "host" };

/** A colour for each of some names, in their order; from the fifth on they share the grey. */
export function coloursOf(names: readonly string[]): Map<string, string> {
  const colours = new Map<string, string>();
  for (const name of names) if (!colours.has(name)) colours.set(name, seriesColours[Math.min(colours.size, seriesColours.length - 1)] as string);
  return colours;
}
