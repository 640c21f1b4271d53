import { RidgepointError } from "../quantities/errors.ts";
import type { PartialPlan } from "../deployments/plan.ts";
import { withBestPlan } from "../planner/best-plan.ts";
import { predict } from "../predict/serving.ts";
import type { Load, ModelReference, Pool, Prediction, Profile, Scenario, ServingFigure } from "../predict/types.ts";
import { readConfig } from "../models/readConfig.ts";
import { parseArrivals } from "../queueing/validate/arrivals.ts";
import type { TokenLengths } from "../workloads/types.ts";
import { servingNames } from "./names.ts";
import { servingSchema, type ServingCase } from "./serving-schema.ts";
import { parseStrict } from "./validate.ts";

/** What the contract calls a result, without the id. */
export interface CaseResult {
  /** Figures by the contract's names. */
  readonly values: Readonly<Record<string, unknown>>;
  /** 90 % prediction intervals of them. */
  readonly intervals90?: Readonly<Record<string, readonly [number, number]>>;
  /** What limits the result. */
  readonly bound?: string;
  /** What was assumed, one sentence each. */
  readonly warnings?: readonly string[];
  readonly [more: string]: unknown;
}

/** Answers a case of kind `serving`. */
export function answerServing(input: unknown): CaseResult {
  const parsed = parseStrict(servingSchema, input);
  const { question, warnings } = withBestPlan(scenarioOf(parsed));
  const level = parsed.service_level;
  const prediction = predict(question, level === undefined ? {} : { serviceLevel: defined({ ttftSeconds: level.ttft_s, tpotSeconds: level.tpot_s, requestSeconds: level.request_s }) });
  return resultOf({ ...prediction, warnings: [...warnings, ...prediction.warnings] });
}

/** A prediction under the contract's names. */
export function resultOf(prediction: Prediction): CaseResult {
  const values: Record<string, number> = {};
  const intervals90: Record<string, readonly [number, number]> = {};
  const ci95: Record<string, readonly [number, number]> = {};
  for (const key in prediction.values) {
    const figure = key as ServingFigure;
    const value = prediction.values[figure];
    if (value === undefined || !Number.isFinite(value)) continue;
    values[servingNames[figure]] = value;
    const interval = prediction.intervals90[figure];
    if (interval !== undefined) intervals90[servingNames[figure]] = interval;
    const half = prediction.simulation?.halfWidths95?.[figure];
    if (half !== undefined) ci95[servingNames[figure]] = [value - half, value + half];
  }
  const { bound, warnings, method, simulation } = prediction;
  return { values, intervals90, ...(simulation?.halfWidths95 === undefined ? {} : { ci95 }), bound, warnings, method };
}

/** A contract case as a scenario of the library. */
export function scenarioOf(c: ServingCase): Scenario {
  const technique = Object.keys(c.techniques ?? {})[0];
  if (technique !== undefined) {
    throw new RidgepointError("unsupported", `techniques.${technique} is not a technique that this version models; leave it out`, { path: `techniques.${technique}` });
  }
  return {
    model: modelOf(c.model), hardware: c.hardware as Scenario["hardware"], precision: defined(c.precision) as Scenario["precision"], load: loadOf(c),
    inputTokens: c.input_tokens as TokenLengths, outputTokens: c.output_tokens as TokenLengths,
    ...defined({
      node: c.node, host: c.host, storage: c.storage, devices: c.devices, plan: c.plan === undefined ? undefined : planOf(c.plan),
      engine: c.engine, engineVersion: c.engine_version, maxRunningRequests: c.max_running_requests, maxBatchedTokens: c.max_batched_tokens,
      chunkedPrefillTokens: c.chunked_prefill_tokens, enforceEager: c.enforce_eager, pollSteps: c.poll_steps, gatherPrompts: c.gather_prompts, sampling: c.sampling, prefixHitTokens: c.prefix_hit_tokens,
      interconnect: typeof c.interconnect === "object" ? { bytesPerSecondPerDevice: c.interconnect.bytes_per_s_per_device } : c.interconnect,
      prices: c.prices === undefined ? undefined : { usdPerDeviceHour: c.prices.usd_per_device_hour },
      speculative: c.speculative === undefined ? undefined : defined({
        draftModel: c.speculative.draft_model, tokens: c.speculative.tokens, acceptance: c.speculative.acceptance,
      }) as NonNullable<Scenario["speculative"]>,
      disaggregated: c.disaggregated === undefined ? undefined : defined({
        prefill: poolOf(c.disaggregated.prefill), decode: poolOf(c.disaggregated.decode), kvLinkBytesPerSecond: c.disaggregated.kv_link_bytes_per_s,
      }) as NonNullable<Scenario["disaggregated"]>,
      router: c.router, profile: c.profile as Profile | undefined,
    }),
  };
}

/** A model under its id, or read from the config that the case brings. */
export function modelOf(model: ServingCase["model"]): ModelReference {
  return typeof model === "string" ? model : readConfig(model.config, { id: "config" });
}

/** Degrees under the library's names. */
export function planOf(plan: NonNullable<ServingCase["plan"]>): PartialPlan {
  return defined({ tp: plan.tp, pp: plan.pp, ep: plan.ep, dp: plan.dp, attentionDp: plan.attention_dp });
}

function poolOf(pool: NonNullable<ServingCase["disaggregated"]>["prefill"]): Pool {
  return defined({ devices: pool.devices, plan: pool.plan === undefined ? undefined : planOf(pool.plan), hardware: pool.hardware as Pool["hardware"] }) as Pool;
}

function loadOf({ load, arrivals }: ServingCase): Load {
  if (load.mode !== "open") {
    if (arrivals !== undefined) throw new RidgepointError("invalid-value", "arrivals belongs to an open load; leave it out", { path: "arrivals" });
    return defined(load) as Load;
  }
  if (arrivals === undefined) return { mode: "open", ratePerSecond: load.rate_per_s };
  // As in kind queue, without the rate being repeated.
  const withRate = arrivals.process === "poisson" || arrivals.process === "sinusoidal" ? { ...arrivals, rate_per_s: load.rate_per_s } : arrivals;
  return { mode: "open", ratePerSecond: load.rate_per_s, arrivals: parseArrivals(withRate, "arrivals") };
}

/** Drops absent fields, which `exactOptionalPropertyTypes` tells from undefined ones. */
export function defined<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
