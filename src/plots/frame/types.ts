import type * as Plot from "@observablehq/plot";

/** Observable Plot as its module is imported: `import * as Plot from "@observablehq/plot"`, or the `Plot` of a notebook. */
export type PlotModule = typeof Plot;

/** What `Plot.plot` takes. */
export type PlotSpecification = Plot.PlotOptions;

/** One or more marks of Observable Plot. */
export type Marks = Plot.Markish;

/** What every picture takes beside its data. */
export interface PictureOptions {
  /** Pixels, margins included; default 640. Below about 520 labels move and shorten. */
  readonly width?: number;
  /** Pixels; what suits the picture and the width unless told. */
  readonly height?: number;
  /** Above the picture. */
  readonly title?: string;
  /** Below the title. */
  readonly subtitle?: string;
  /** Below the picture; null for none. What bands and symbols mean unless told. */
  readonly caption?: string | null;
}
