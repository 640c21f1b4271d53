import { nonNegative, object, positive } from "./check.ts";

/** What a deployment costs and what it does. */
export interface CostQuestion {
  /** Of one device. */
  readonly usdPerDeviceHour: number;
  /** Devices in all. */
  readonly devices: number;
  /** Beside the devices, per hour of the whole deployment: energy, where it is not in the price. Default 0. */
  readonly otherUsdPerHour?: number;
  /** Requests that share the cost, 1/s. */
  readonly requestsPerSecond: number;
  /** Mean tokens of one request; `cachedInputTokens` of the input are found in a prefix cache. */
  readonly inputTokens: number;
  /** Mean answer of a request. */
  readonly outputTokens: number;
  /** Of the prompt, what is found in a cache; default 0. */
  readonly cachedInputTokens?: number;
  /** Time of the devices that one request takes, by phase: only the ratios count. */
  readonly phases: PhaseSeconds;
}

/** Device time of one request by what it is for. */
export interface PhaseSeconds {
  /** Prompt tokens that are computed, as if nothing stood before them. */
  readonly freshInputSeconds: number;
  /** What attention to the cached part of the prompt adds; 0 without a prefix cache. */
  readonly cachedInputSeconds: number;
  /** Every token after the first. */
  readonly outputSeconds: number;
}

/** Dollars, everything that the deployment costs shared out over its tokens. */
export interface Cost {
  /** Of the whole deployment, $. */
  readonly usdPerHour: number;
  /** Of one request, $. */
  readonly usdPerRequest: number;
  /** Input that is computed. */
  readonly usdPerMillionInputTokens: number;
  /** Input found in the cache; absent where there is none. */
  readonly usdPerMillionCachedInputTokens?: number;
  /** $ per million. */
  readonly usdPerMillionOutputTokens: number;
  /** All tokens alike, as a blended price. */
  readonly usdPerMillionTokens: number;
}

/**
 * What tokens cost, input, cached input and output apart: c_i = C·(t_i/Σt)/(λ·n_i), the hourly cost C shared by the device time t_i
 * that each kind takes, over the n_i tokens of it in each of λ requests per second. Idle time is shared in the same proportions, so
 * that n_in·c_in + n_cached·c_cached + n_out·c_out is what a request costs, C/λ.
 *
 * @throws RidgepointError `invalid-value` with the field, for rates and counts that are not positive.
 * @example costOf({ usdPerDeviceHour: 2, devices: 8, requestsPerSecond: 5, inputTokens: 1000, outputTokens: 200,
 *   phases: { freshInputSeconds: 0.05, cachedInputSeconds: 0, outputSeconds: 0.15 } }).usdPerMillionOutputTokens
 */
export function costOf(question: CostQuestion): Cost {
  const { inputTokens, outputTokens, cachedInputTokens = 0, phases } = object(question, "question");
  object(phases, "phases");
  positive(question.usdPerDeviceHour, "usdPerDeviceHour");
  positive(question.devices, "devices");
  positive(question.requestsPerSecond, "requestsPerSecond");
  positive(inputTokens, "inputTokens");
  positive(outputTokens, "outputTokens");
  nonNegative(cachedInputTokens, "cachedInputTokens");
  const fresh = positive(inputTokens - cachedInputTokens, "inputTokens − cachedInputTokens");
  const total = positive(
    nonNegative(phases.freshInputSeconds, "phases.freshInputSeconds") + nonNegative(phases.cachedInputSeconds, "phases.cachedInputSeconds")
      + nonNegative(phases.outputSeconds, "phases.outputSeconds"),
    "phases",
  );
  const usdPerHour = question.usdPerDeviceHour * question.devices + nonNegative(question.otherUsdPerHour ?? 0, "otherUsdPerHour");
  const usdPerRequest = usdPerHour / 3600 / question.requestsPerSecond;
  const perMillion = (seconds: number, tokens: number): number => ((usdPerRequest * seconds) / total / tokens) * 1e6;
  return {
    usdPerHour, usdPerRequest,
    usdPerMillionInputTokens: perMillion(phases.freshInputSeconds, fresh),
    ...(cachedInputTokens > 0 ? { usdPerMillionCachedInputTokens: perMillion(phases.cachedInputSeconds, cachedInputTokens) } : {}),
    usdPerMillionOutputTokens: perMillion(phases.outputSeconds, outputTokens),
    usdPerMillionTokens: (usdPerRequest / (inputTokens + outputTokens)) * 1e6,
  };
}
