import type { EvaluatedCase } from "../../contract/evaluate.ts";
import type { MeasuredCase } from "./measured-case.ts";

/** One measured figure with what was predicted for it, as a picture shows it. */
export interface PairedFigure {
  /** Contract name of the figure: "tpot_s". */
  readonly figure: string;
  readonly measured: number;
  readonly predicted: number;
  /** 90 %, of the prediction. */
  readonly interval90?: readonly [number, number];
  /** The device. */
  readonly group: string;
}

/** The positive figures of a measured case that its answer has too. */
export function pairedFigures({ case: asked, expected, slice }: MeasuredCase, answer: EvaluatedCase): PairedFigure[] {
  if ("error" in answer) return [];
  const { values, intervals90 } = answer as { readonly values: Readonly<Record<string, unknown>>; readonly intervals90?: Readonly<Record<string, readonly [number, number]>> };
  const group = slice["hardware"] ?? (typeof asked["hardware"] === "string" ? asked["hardware"] : "own device");
  return Object.entries(expected).flatMap(([figure, measured]) => {
    const predicted = values[figure];
    const interval90 = intervals90?.[figure];
    return measured > 0 && typeof predicted === "number" && predicted > 0 ? [{ figure, measured, predicted, group, ...(interval90 === undefined ? {} : { interval90 }) }] : [];
  });
}
