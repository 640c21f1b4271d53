import type { ErrorStatistics } from "../../src/evidence/validation/index.ts";

/** One figure of one source of measurements, with the bare datasheet beside it. */
export interface PublishedError extends ErrorStatistics {
  readonly file: string;
  readonly level: string;
  readonly value: string;
  /** The same cases with no fitted term at all. */
  readonly ideal?: { readonly medianError?: number };
}

/** Rows of the content of `docs/accuracy.json`; null where it is of another form. */
export function publishedRows(content: unknown): readonly PublishedError[] | null {
  const files = (content as { readonly files?: unknown } | null)?.files;
  if (!Array.isArray(files)) return null;
  return (files as readonly { readonly file: string; readonly level: string; readonly figures: readonly Omit<PublishedError, "file" | "level">[] }[])
    .flatMap(({ file, level, figures }) => figures.map((figure) => ({ file, level, ...figure })));
}
