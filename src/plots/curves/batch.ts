import { predict } from "../../predict/serving.ts";
import type { Prediction, Scenario } from "../../predict/types.ts";
import { RidgepointError } from "../../quantities/errors.ts";

/** The prediction of one batch. */
export interface BatchPoint {
  /** Requests of the batch. */
  readonly batch: number;
  /** Of that batch. */
  readonly prediction: Prediction;
}

/** Options of {@link batchCurve}. */
export interface BatchCurveOptions {
  /** Powers of two up to what fits, 1024 at most, unless told. */
  readonly batches?: readonly number[];
}

/**
 * A scenario as static batches of several sizes: what a batch costs in time, joules and dollars. Sizes that run in several waves,
 * because they do not fit at once, are left out.
 *
 * @throws RidgepointError as `predict` does; `infeasible` only where not even the first batch fits.
 * @example batchCurve({ model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "fp8" },
 *   load: { mode: "static", batch: 1 }, inputTokens: 512, outputTokens: 128 }).length
 */
export function batchCurve(scenario: Scenario, options: BatchCurveOptions = {}): BatchPoint[] {
  const points: BatchPoint[] = [];
  for (const batch of options.batches ?? Array.from({ length: 11 }, (_, power) => 2 ** power)) {
    try {
      const prediction = predict({ ...scenario, load: { mode: "static", batch } });
      if (options.batches === undefined && batch > (prediction.values.maxConcurrency ?? Infinity)) break;
      points.push({ batch, prediction });
    } catch (error) {
      if (points.length === 0 || !(error instanceof RidgepointError) || error.code !== "infeasible") throw error;
      break;
    }
  }
  return points;
}
