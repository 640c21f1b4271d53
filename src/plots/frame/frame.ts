import { legendMarks, legendRows, type LegendEntry } from "./legend.ts";
import { fontSize } from "./text-width.ts";
import type { Marks, PictureOptions, PlotModule, PlotSpecification } from "./types.ts";

/** What a picture tells of itself before its marks are drawn. */
export interface FrameParts {
  readonly marginLeft: number;
  readonly marginRight?: number;
  readonly marginBottom?: number;
  /** Outer height, or what suits the width. */
  readonly height?: number | ((innerTop: number) => number);
  readonly legend?: readonly LegendEntry[];
  /** Whether panels have headings above them. */
  readonly headings?: boolean;
  /** With its unit; stands above the axis. */
  readonly yLabel?: string;
  /** The name of the picture for screen readers. */
  readonly ariaLabel: string;
  /** What it shows, in a sentence with figures. */
  readonly ariaDescription: string;
  readonly caption?: string;
}

/** Pixels of the frame inside the margins. */
export interface Layout {
  readonly width: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Size, margins, style, names and legend of a picture; the kinds add scales and marks. */
export function frame(Plot: PlotModule, options: PictureOptions, parts: FrameParts): { readonly layout: Layout; readonly base: PlotSpecification; readonly above: readonly Marks[] } {
  const width = options.width ?? 640;
  const legend = parts.legend ?? [];
  const legendHeight = legendRows(legend, width - 8).height;
  const labelHeight = parts.yLabel === undefined && parts.headings !== true ? 0 : 18;
  const marginTop = Math.max(10, legendHeight + labelHeight + 8);
  const marginRight = parts.marginRight ?? 20;
  const marginBottom = parts.marginBottom ?? 40;
  const { marginLeft } = parts;
  const suited = typeof parts.height === "function" ? parts.height(marginTop) : parts.height ?? Math.round(Math.min(440, Math.max(300, width * 0.6)));
  const height = options.height ?? suited;
  const caption = options.caption === undefined ? parts.caption : options.caption;
  const base: PlotSpecification = {
    width, height, marginTop, marginRight, marginBottom, marginLeft, ariaLabel: parts.ariaLabel, ariaDescription: parts.ariaDescription,
    // Halos and tips stand on the page's background: a notebook theme's, else the browser's own for its colour scheme.
    style: `--plot-background: var(--theme-background, Canvas); font-size: ${fontSize}px; overflow: visible`,
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.subtitle === undefined ? {} : { subtitle: options.subtitle }),
    ...(caption === undefined || caption === null ? {} : { caption }),
  };
  const above: Marks[] = legendMarks(Plot, legend, { left: marginLeft, top: marginTop, width });
  if (parts.yLabel !== undefined) {
    above.push(Plot.text([parts.yLabel], {
      frameAnchor: "top-left", facet: "super", textAnchor: "start", lineAnchor: "bottom", dx: 2 - marginLeft, dy: -8, fill: "currentColor",
    }));
  }
  return { layout: { width, narrow: width < 520, left: marginLeft, right: width - marginRight, top: marginTop, bottom: height - marginBottom }, base, above };
}

/** Where a value stands on an axis, pixels. */
export function position(value: number, [low, high]: readonly [number, number], [from, to]: readonly [number, number], log: boolean): number {
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return from + share * (to - from);
}

/** Halo of text over marks: the page's background. */
export const halo = { stroke: "var(--plot-background)", strokeWidth: 3, strokeLinejoin: "round", paintOrder: "stroke" } as const;

/** The band of a 90 % interval. */
export const bandOpacity = 0.18;

/** What a mark says of each datum: to the pointer, to hovering readers and to screen readers. */
export function told<T>(words: (datum: T) => string): { readonly tip: true; readonly title: (datum: T) => string; readonly ariaLabel: (datum: T) => string } {
  return { tip: true, title: words, ariaLabel: (datum) => words(datum).replaceAll("\n", ", ") };
}
