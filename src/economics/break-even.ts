import { invalidValue } from "../quantities/errors.ts";
import { nonNegative, positive } from "./check.ts";

/** What somebody else charges for the same tokens. */
export interface ApiPrice {
  /** $ per million. */
  readonly usdPerMillionInputTokens: number;
  /** $ per million. */
  readonly usdPerMillionOutputTokens: number;
  /** As fresh input unless told. */
  readonly usdPerMillionCachedInputTokens?: number;
}

/** An own deployment against a price per token. */
export interface BreakEvenQuestion {
  /** Of the whole deployment, $. */
  readonly usdPerHour: number;
  /** Largest rate that the deployment carries within its objective. */
  readonly capacityRequestsPerSecond: number;
  /** Mean prompt of a request. */
  readonly inputTokens: number;
  /** Mean answer of a request. */
  readonly outputTokens: number;
  /** Of the prompt, what is found in a cache; default 0. */
  readonly cachedInputTokens?: number;
  /** Prices to compare with. */
  readonly api: ApiPrice;
}

/** From where on an own deployment costs less than an API. */
export interface BreakEven {
  /** What the API charges for one request. */
  readonly apiUsdPerRequest: number;
  /** Rate from which on the own deployment is cheaper: λ* = C/p. */
  readonly requestsPerSecond: number;
  /** λ* over the capacity; above 1 the own deployment never is. */
  readonly utilisation: number;
  /** Whether the own deployment can be cheaper: `utilisation` is at most 1. */
  readonly pays: boolean;
}

/**
 * The mean utilisation at which an own deployment costs what an API would charge for the same requests: λ* = C/(3600·a), at C dollars
 * an hour and a dollars a request, over the capacity.
 * @throws RidgepointError `invalid-value` with the field, also where the API charges nothing.
 */
export function breakEven(question: BreakEvenQuestion): BreakEven {
  const { api, inputTokens, outputTokens, cachedInputTokens = 0 } = question;
  positive(question.usdPerHour, "usdPerHour");
  positive(question.capacityRequestsPerSecond, "capacityRequestsPerSecond");
  positive(inputTokens, "inputTokens");
  positive(outputTokens, "outputTokens");
  if (!(cachedInputTokens >= 0 && cachedInputTokens <= inputTokens)) throw invalidValue("cachedInputTokens", cachedInputTokens, "is not between 0 and the input tokens");
  const input = nonNegative(api.usdPerMillionInputTokens, "api.usdPerMillionInputTokens");
  const output = nonNegative(api.usdPerMillionOutputTokens, "api.usdPerMillionOutputTokens");
  const cached = nonNegative(api.usdPerMillionCachedInputTokens ?? input, "api.usdPerMillionCachedInputTokens");
  const apiUsdPerRequest = positive(((inputTokens - cachedInputTokens) * input + cachedInputTokens * cached + outputTokens * output) / 1e6, "api");
  const requestsPerSecond = question.usdPerHour / 3600 / apiUsdPerRequest;
  const utilisation = requestsPerSecond / question.capacityRequestsPerSecond;
  return { apiUsdPerRequest, requestsPerSecond, utilisation, pays: utilisation <= 1 };
}
