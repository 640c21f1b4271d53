import type { ApiPrice } from "../../economics/break-even.ts";
import { breakEven } from "../../economics/break-even.ts";
import { economicsOf, type EconomicsOptions } from "../../predict/economics.ts";
import { predict } from "../../predict/serving.ts";
import type { Interval, Scenario } from "../../predict/types.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { lengthMoments } from "../../workloads/lengths.ts";

/** What tokens cost when the deployment is used so far. */
export interface CostPoint {
  /** Rate over the largest rate, above 0 up to 1. */
  readonly utilisation: number;
  /** All tokens alike. */
  readonly usdPerMillionTokens: number;
  /** 90 % interval of the price. */
  readonly interval90: Interval;
}

/** Cost against utilisation, and what an API would charge for the same requests. */
export interface CostCurve {
  /** From little to full use. */
  readonly points: readonly CostPoint[];
  /** Of the whole deployment, $. */
  readonly usdPerHour: number;
  /** Of the offline load: as much as the deployment does. */
  readonly capacityRequestsPerSecond: number;
  /** Against the API's price, where one was given. */
  readonly api?: { /** Blended price of the same tokens, $ per million. */ readonly usdPerMillionTokens: number; /** Share of the capacity from which on the own deployment is cheaper. */ readonly breakEvenUtilisation: number; /** Its 90 % interval. */ readonly breakEvenInterval90: Interval };
}

/** Options of {@link costCurve}. */
export interface CostCurveOptions extends EconomicsOptions {
  /** Prices to compare with. */
  readonly api?: ApiPrice;
}

/**
 * Dollars per million tokens (prompt and answer alike) against how much of the deployment is used, with the 90 % interval that its
 * capacity has, and the utilisation from which on it is cheaper than an API. A deployment costs the same idle and busy, energy at
 * full load included where the facility has a price: c(u) = C/(u·λ_max·n).
 *
 * @throws RidgepointError as `predict` does; `missing-field` without a price of the device.
 * @example costCurve({ model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { weights: "fp8" }, load: { mode: "offline" },
 *   inputTokens: 1024, outputTokens: 256 }, { api: { usdPerMillionInputTokens: 0.1, usdPerMillionOutputTokens: 0.1 } }).api?.breakEvenUtilisation
 */
export function costCurve(scenario: Scenario, options: CostCurveOptions = {}): CostCurve {
  const full: Scenario = { ...scenario, load: { mode: "offline" } };
  const prediction = predict(full);
  const { cost } = economicsOf(full, prediction, options.facility === undefined ? {} : { facility: options.facility });
  if (cost === undefined) throw new RidgepointError("missing-field", "the device has no price; give prices.usdPerDeviceHour", { path: "prices" });
  const rate = prediction.values.requestsPerSecond as number;
  const [low, high] = prediction.intervals90.requestsPerSecond ?? [rate, rate];
  const input = lengthMoments(scenario.inputTokens, "input_tokens").mean;
  const output = lengthMoments(scenario.outputTokens, "output_tokens").mean;
  const at = (capacity: number, utilisation: number): number => (cost.usdPerHour / 3600 / (utilisation * capacity) / (input + output)) * 1e6;
  const points = Array.from({ length: 99 }, (_, i): CostPoint => {
    const utilisation = 0.02 + i * 0.01;
    return { utilisation, usdPerMillionTokens: at(rate, utilisation), interval90: [at(high, utilisation), at(low, utilisation)] };
  });
  const { api } = options;
  if (api === undefined) return { points, usdPerHour: cost.usdPerHour, capacityRequestsPerSecond: rate };
  const cached = Math.min(scenario.prefixHitTokens ?? 0, input - 1);
  const question = { usdPerHour: cost.usdPerHour, inputTokens: input, outputTokens: output, cachedInputTokens: cached, api };
  const even = (capacity: number): number => breakEven({ ...question, capacityRequestsPerSecond: capacity }).utilisation;
  const { apiUsdPerRequest } = breakEven({ ...question, capacityRequestsPerSecond: rate });
  return {
    points, usdPerHour: cost.usdPerHour, capacityRequestsPerSecond: rate,
    api: { usdPerMillionTokens: (apiUsdPerRequest / (input + output)) * 1e6, breakEvenUtilisation: even(rate), breakEvenInterval90: [even(high), even(low)] },
  };
}
