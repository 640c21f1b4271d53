import { memoryOf, type MemoryAnswer, type MemoryQuestion } from "../../predict/memory.ts";
import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import type { Precisions } from "../../deployments/types.ts";

/** Requests that fit at one context length. */
export interface CapacityPoint {
  /** Prompt and answer together. */
  readonly contextTokens: number;
  /** Requests that fit at once. */
  readonly requests: number;
}

/** What a deployment holds under one precision. */
export interface CapacityCurve {
  /** Number formats. */
  readonly precision: Precisions;
  /** For the legend. */
  readonly name: string;
  /** Ascending; they end where not one request fits. */
  readonly points: readonly CapacityPoint[];
  /** Cache of one token, B. */
  readonly kvBytesPerToken: number;
  /** Tokens of the whole deployment; absent for models whose cache does not grow. */
  readonly kvCapacityTokens?: number;
}

/** Options of {@link capacityCurves}. */
export interface CapacityCurveOptions {
  /** The question's own, and its weights with an fp8 cache, unless told. */
  readonly precisions?: readonly Precisions[];
  /** Powers of two from 1 Ki to 1 Mi unless told. */
  readonly contextTokens?: readonly number[];
}

/**
 * Requests that a deployment holds at once against their length, for several precisions. Exact counts.
 *
 * @throws RidgepointError as `memoryOf` does; `missing-field` without a device; `invalid-value` for a length below two tokens; `infeasible`
 *   only where no precision fits.
 * @example capacityCurves({ model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", plan: { tp: 4 }, precision: { weights: "bf16" } })
 *   .map(({ name }) => name) // ["bf16", "bf16, fp8 cache"]
 */
export function capacityCurves(question: MemoryQuestion, options: CapacityCurveOptions = {}): CapacityCurve[] {
  if (question.hardware === undefined) throw new RidgepointError("missing-field", "hardware is missing: without a device nothing is full", { path: "hardware" });
  const contexts = [...(options.contextTokens ?? Array.from({ length: 11 }, (_, power) => 2 ** (10 + power)))].sort((a, b) => a - b);
  if (!contexts.every((tokens) => Number.isInteger(tokens) && tokens >= 2)) throw invalidValue("contextTokens", contexts, "are not lengths of at least two tokens");
  const { weights } = question.precision;
  const precisions = options.precisions ?? [question.precision, ...(question.precision.kv === "fp8" ? [] : [{ ...question.precision, weights, kv: "fp8" as const }])];
  let fault: unknown;
  const curves = precisions.flatMap((precision): CapacityCurve[] => {
    const points: CapacityPoint[] = [];
    let answer: MemoryAnswer | undefined;
    for (const contextTokens of contexts) {
      try {
        answer = memoryOf({ ...question, precision, inputTokens: contextTokens - 1, outputTokens: 1 });
      } catch (error) {
        if (!(error instanceof RidgepointError) || error.code !== "infeasible") throw error;
        fault = error;
        break;
      }
      points.push({ contextTokens, requests: answer.maxConcurrency as number });
    }
    if (answer === undefined) return [];
    const { kvBytesPerToken, kvCapacityTokens } = answer;
    const capacity = kvCapacityTokens !== undefined && Number.isFinite(kvCapacityTokens) ? { kvCapacityTokens } : {};
    return [{ precision, name: nameOf(precision), points: points.filter(({ requests }) => Number.isFinite(requests)), kvBytesPerToken, ...capacity }];
  });
  if (curves.length === 0) throw fault;
  return curves;
}

/** "fp8", "bf16, fp8 cache". */
function nameOf({ weights, kv }: Precisions): string {
  return kv === undefined || kv === weights ? weights : `${weights}, ${kv} cache`;
}
