import { predict } from "../../predict/serving.ts";
import type { Prediction, Scenario } from "../../predict/types.ts";
import { RidgepointError } from "../../quantities/errors.ts";

/** The prediction at one rate of arrivals. */
export interface LoadPoint {
  /** Requests per second. */
  readonly ratePerSecond: number;
  /** At that rate. */
  readonly prediction: Prediction;
}

/** A deployment under rates that rise towards what it carries. */
export interface LoadCurve {
  /** Ascending. */
  readonly points: readonly LoadPoint[];
  /** No steady state from this rate on. */
  readonly saturationRequestsPerSecond: number;
}

/** Options of {@link loadCurve}. */
export interface LoadCurveOptions {
  /** Rates to predict; those at or above saturation are left out. Shares of the saturation unless told. */
  readonly ratesPerSecond?: readonly number[];
}

/** Closer together where the curves bend. */
const shares = [0.05, 0.2, 0.35, 0.5, 0.65, 0.75, 0.85, 0.92, 0.97];

/**
 * Latency percentiles of a scenario against the rate of arrivals, by simulation at each rate, and the rate at which it saturates. Of
 * the scenario's load only the arrival process of an open load counts.
 *
 * @throws RidgepointError as `predict` does.
 * @example loadCurve({ model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "fp8" },
 *   load: { mode: "open", ratePerSecond: 1 }, inputTokens: 512, outputTokens: 128 }, { ratesPerSecond: [1, 4] }).saturationRequestsPerSecond
 */
export function loadCurve(scenario: Scenario, options: LoadCurveOptions = {}): LoadCurve {
  const at = (ratePerSecond: number): Scenario => ({
    ...scenario, load: { ...(scenario.load.mode === "open" ? scenario.load : { mode: "open" as const }), ratePerSecond },
  });
  let saturation = saturationOf(scenario, at);
  const points = new Map<number, LoadPoint>();
  // The simulator may find less room than the closed form (longer requests than the mean fill the cache): then the rates move down.
  for (let pass = 0; pass < 3; pass++) {
    const before = saturation;
    const rates = options.ratesPerSecond ?? shares.map((share) => share * saturation);
    for (const ratePerSecond of [...rates].sort((a, b) => b - a)) {
      if (points.has(ratePerSecond) || ratePerSecond >= saturation) continue;
      try {
        points.set(ratePerSecond, { ratePerSecond, prediction: predict(at(ratePerSecond)) });
      } catch (error) {
        saturation = Math.min(capacityIn(error), ratePerSecond);
        if (options.ratesPerSecond === undefined) break;
      }
    }
    if (saturation === before) break;
  }
  return { points: [...points.values()].sort((a, b) => a.ratePerSecond - b.ratePerSecond), saturationRequestsPerSecond: saturation };
}

/**
 * The rate from which on the closed form has no steady state. Pools and speculation have no closed form: as much as many users
 * together draw from them.
 */
function saturationOf(scenario: Scenario, at: (ratePerSecond: number) => Scenario): number {
  if (scenario.disaggregated !== undefined || scenario.speculative !== undefined) {
    return predict({ ...scenario, load: { mode: "closed", concurrency: manyUsers } }).values.requestsPerSecond as number;
  }
  try {
    predict(at(1e8), { method: "closed-form" });
  } catch (error) {
    return capacityIn(error);
  }
  return 1e8;
}

const manyUsers = 1024;

function capacityIn(error: unknown): number {
  if (error instanceof RidgepointError && error.code === "unstable" && error.details.capacityPerSecond !== undefined) return error.details.capacityPerSecond;
  throw error;
}
