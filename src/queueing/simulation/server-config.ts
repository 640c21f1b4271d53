import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { meanRate } from "../arrivals.ts";
import type { EngineSettings } from "./engine-base.ts";
import type { BatchingPolicy, KvCache, Router, ServerOptions, ServerPool, SpeculativeDecoding } from "./server-types.ts";
import { stepModel } from "./step-model.ts";

/** One pool of engines alike. */
export interface PoolConfig {
  readonly settings: EngineSettings;
  readonly replicas: number;
  readonly router: Router;
}

/** The options with defaults filled in and checked. */
export interface ServerConfig {
  /** The pool that requests arrive at. */
  readonly front: PoolConfig;
  /** The decode pool of a disaggregated deployment. */
  readonly back: PoolConfig | undefined;
  readonly transferFixedSeconds: number;
  readonly transferPerTokenSeconds: number;
  readonly sharedLink: boolean;
  readonly options: ServerOptions;
}

const ROUTERS: readonly Router[] = ["round-robin", "random", "join-shortest-queue", "least-work", "session-affinity"];
const KINDS = ["chunked", "prefill-first", "prefill-first-chunked", "mixed"] as const;
const INFINITE = Infinity;

/** Checks the options and fills in their defaults. Throws `invalid-value` and `missing-field`. */
export function serverConfig(options: ServerOptions): ServerConfig {
  checkLoad(options);
  checkSpeculation(options.speculative);
  for (const [bound, value] of Object.entries(options.serviceLevel ?? {}) as [string, number][]) {
    if (!(value > 0)) throw invalidValue(`serviceLevel.${bound}`, value, "must be positive");
  }
  const { disaggregated } = options;
  const transfer = (name: "transferFixedSeconds" | "transferPerTokenSeconds"): number =>
    zeroOrMore(disaggregated?.[name] ?? 0, `disaggregated.${name}`);
  return {
    front: pool(options, disaggregated?.prefill, disaggregated ? "prefill" : "whole"),
    back: disaggregated ? pool(options, disaggregated.decode, "decode") : undefined,
    transferFixedSeconds: transfer("transferFixedSeconds"),
    transferPerTokenSeconds: transfer("transferPerTokenSeconds"),
    sharedLink: disaggregated?.sharedLink ?? false,
    options,
  };
}

function pool(options: ServerOptions, own: ServerPool | undefined, role: EngineSettings["role"]): PoolConfig {
  const prefix = role === "whole" ? "" : `disaggregated.${role}.`;
  const policy: BatchingPolicy = options.policy ?? {};
  const kind = oneOf(policy.kind ?? "chunked", KINDS, "policy.kind");
  const order = oneOf(policy.order ?? "fcfs", ["fcfs", "shortest-predicted", "priority"] as const, "policy.order");
  if (policy.gatherPrompts !== undefined && order !== "fcfs") throw invalidValue("policy.gatherPrompts", policy.gatherPrompts, `is of requests in order of arrival: leave it out with policy.order = ${order}`);
  zeroOrMore(policy.predictionLogErrorSigma ?? 0, "policy.predictionLogErrorSigma");
  const router = oneOf(own?.router ?? options.router ?? "round-robin", ROUTERS, `${prefix}router`);
  const speculative = options.speculative;
  const settings: EngineSettings = {
    model: stepModel(own?.stepTime ?? options.stepTime, own?.stepTime ? `${prefix}stepTime` : "stepTime"),
    role,
    mixed: role === "prefill" ? false : kind === "chunked" || kind === "mixed",
    chunked: kind === "chunked" || kind === "prefill-first-chunked",
    ranked: order !== "fcfs",
    maxBatchedTokens: oneOrMore(own?.maxBatchedTokens ?? policy.maxBatchedTokens ?? INFINITE, `${prefix}maxBatchedTokens`),
    decodesCount: policy.decodesCount ?? true,
    maxRunning: oneOrMore(own?.maxRunningRequests ?? policy.maxRunningRequests ?? INFINITE, `${prefix}maxRunningRequests`),
    schedulesAhead: policy.schedulesAhead ?? false,
    // What comes from another pool is looked for in every iteration.
    pollSteps: role === "decode" ? 1 : oneOrMore(policy.pollSteps ?? 1, "policy.pollSteps"),
    gatherPrompts: oneOrMore(policy.gatherPrompts ?? INFINITE, "policy.gatherPrompts"),
    ...cache(role === "prefill" ? own?.kv : (own?.kv ?? options.kv), `${prefix}kv`, role),
    countsWork: router === "least-work",
    window: speculative ? speculative.tokens + 1 : 1,
  };
  const replicas = oneOrMore(own ? (own.replicas ?? 1) : (options.replicas ?? 1), `${prefix}replicas`);
  if (replicas === INFINITE) throw invalidValue(`${prefix}replicas`, replicas, "must be finite");
  return { settings, replicas, router };
}

type CacheSettings = Pick<EngineSettings, "kvBlocks" | "blockTokens" | "grow" | "swap" | "swapPerTokenSeconds" | "watermarkBlocks">;

function cache(kv: KvCache | undefined, path: string, role: EngineSettings["role"]): CacheSettings {
  const blockTokens = oneOrMore(kv?.blockTokens ?? 1, `${path}.blockTokens`);
  const capacity = kv?.capacityTokens ?? INFINITE;
  if (!(capacity > 0)) throw invalidValue(`${path}.capacityTokens`, capacity, "must be positive");
  return {
    kvBlocks: Math.floor(capacity / blockTokens),
    blockTokens,
    // The prefill pool holds prompts only, which do not grow there.
    grow: kv?.admission === "grow" && role !== "prefill",
    swap: kv?.preemption === "swap",
    swapPerTokenSeconds: zeroOrMore(kv?.swapPerTokenSeconds ?? 0, `${path}.swapPerTokenSeconds`),
    watermarkBlocks: zeroOrMore(kv?.watermarkBlocks ?? 0, `${path}.watermarkBlocks`),
  };
}

function checkLoad({ load, inputTokens, outputTokens, policy }: ServerOptions): void {
  if (load.mode !== "trace") {
    for (const [path, value] of Object.entries({ inputTokens, outputTokens })) {
      if (value === undefined) throw new RidgepointError("missing-field", `${path} is needed for a load of mode "${load.mode}"`, { path });
    }
  }
  if (load.mode === "closed") {
    if (!Number.isFinite(load.concurrency)) throw invalidValue("load.concurrency", load.concurrency, "must be a whole number from 1");
    oneOrMore(load.concurrency, "load.concurrency");
  }
  if (load.mode === "open") {
    const rate = meanRate(load.arrivals);
    if (!(rate > 0 && rate < INFINITE)) throw invalidValue("load.arrivals", load.arrivals, "has no positive rate of its own");
  }
  if (load.mode !== "trace" && load.requests !== undefined) oneOrMore(load.requests, "load.requests");
  if (load.mode === "trace") {
    if (load.requests.length === 0) throw invalidValue("load.requests", load.requests, "is an empty trace");
    let last = 0;
    for (const [i, { arrivalSeconds, inputTokens: input, outputTokens: output }] of load.requests.entries()) {
      if (!(arrivalSeconds >= last)) throw invalidValue(`load.requests.${i}.arrivalSeconds`, arrivalSeconds, "is earlier than the one before; sort the trace");
      if (!(input >= 1)) throw invalidValue(`load.requests.${i}.inputTokens`, input, "must be at least 1");
      if (!(output >= 1)) throw invalidValue(`load.requests.${i}.outputTokens`, output, "must be at least 1");
      last = arrivalSeconds;
    }
  }
  const probabilities = policy?.priorityProbabilities;
  if (probabilities && !(probabilities.length > 0 && probabilities.every((p) => p >= 0) && probabilities.some((p) => p > 0))) {
    throw invalidValue("policy.priorityProbabilities", probabilities, "must be probabilities");
  }
}

function checkSpeculation(speculative: SpeculativeDecoding | undefined): void {
  if (!speculative) return;
  const { tokens, acceptance } = speculative;
  if (!(Number.isInteger(tokens) && tokens >= 1 && tokens <= 1000)) throw invalidValue("speculative.tokens", tokens, "must be a whole number in 1 … 1000");
  if (!(acceptance >= 0 && acceptance <= 1)) throw invalidValue("speculative.acceptance", acceptance, "must lie in 0 … 1");
}

function zeroOrMore(value: number, path: string): number {
  if (!(value >= 0 && value < INFINITE)) throw invalidValue(path, value, "must be zero or positive");
  return value;
}

function oneOrMore(value: number, path: string): number {
  if (!(value >= 1) || (value !== INFINITE && !Number.isInteger(value))) throw invalidValue(path, value, "must be a whole number from 1");
  return value;
}

function oneOf<T extends string>(value: T, known: readonly T[], path: string): T {
  if (!known.includes(value)) throw invalidValue(path, value, `is not known; take one of ${known.join(", ")}`);
  return value;
}
