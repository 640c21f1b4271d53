import type { Architecture } from "../models/types.ts";
import type { Arrivals, TokenLengths, TraceRequest } from "../workloads/types.ts";
import type { Engine, Precisions } from "../deployments/types.ts";
import type { PartialPlan } from "../deployments/plan.ts";
import type { IntervalLevel } from "../constants/intervals.ts";
import type { FittedConstants } from "../constants/lookup.ts";
import type { Router, RunLength, ServiceLevel } from "../queueing/simulation/server-types.ts";

/** A model by its id, or by its architecture: `readConfig` of `ridgepoint/models` reads one from a Hugging Face `config.json`. */
export type ModelReference = string | Architecture;

/** A device by its id, or as a device file written inline. */
export type HardwareReference = string | { readonly spec: unknown };

/** How requests come. */
export type Load =
  /** `batch` requests over the whole deployment start together and run to completion. */
  | { readonly mode: "static"; readonly batch: number }
  /** `concurrency` users, each sends its next request when the last one ends; `requests` in all, or for ever. */
  | { readonly mode: "closed"; readonly concurrency: number; readonly requests?: number }
  /** Requests arrive by themselves at a mean rate; Poisson unless `arrivals` says otherwise. */
  | { readonly mode: "open"; readonly ratePerSecond: number; readonly arrivals?: Arrivals }
  /** Recorded requests. */
  | { readonly mode: "trace"; readonly requests: readonly TraceRequest[] }
  /** All requests are queued at once; the batch is whatever fits. */
  | { readonly mode: "offline" };

/** One pool of a disaggregated deployment. */
export interface Pool {
  readonly devices: number;
  readonly plan?: PartialPlan;
  readonly hardware?: HardwareReference;
}

/** Prefill and decode on pools of their own, between which the KV cache of a request is sent. */
export interface Disaggregated {
  readonly prefill: Pool;
  readonly decode: Pool;
  /** Between the pools, for one request; the scale-out link of the sender by default. */
  readonly kvLinkBytesPerSecond?: number;
}

/** Speculative decoding: a draft proposes tokens, and the model checks all of them in one step. */
export interface Speculative {
  readonly draftModel?: string;
  /** Tokens that the draft proposes in one step. */
  readonly tokens: number;
  /** Chance that one proposed token is accepted. */
  readonly acceptance: number;
}

/** What to predict: a model on devices under a plan and a load. */
export interface Scenario {
  readonly model: ModelReference;
  readonly hardware: HardwareReference;
  readonly node?: string;
  readonly host?: string;
  readonly storage?: readonly { readonly id: string; readonly count: number }[];
  /** Default 1, or what the plan occupies. */
  readonly devices?: number;
  readonly plan?: PartialPlan;
  readonly engine?: Engine;
  readonly engineVersion?: string;
  readonly precision: Precisions;
  readonly load: Load;
  readonly inputTokens: TokenLengths;
  readonly outputTokens: TokenLengths;
  readonly maxRunningRequests?: number;
  readonly maxBatchedTokens?: number;
  readonly chunkedPrefillTokens?: number;
  readonly enforceEager?: boolean;
  /**
   * Decoding steps from one look for new requests to the next (SGLang's `scheduler_recv_interval`). By default 1, and in benchmarks
   * (a closed load with a number of requests) what published recipes of the engine set on that family of devices.
   */
  readonly pollSteps?: number;
  /** With `pollSteps`: prompts are gathered for as long, or until so many wait (TensorRT-LLM's `batch_wait_timeout_iters`). */
  readonly gatherPrompts?: number;
  /**
   * How the next token is drawn: the likeliest, or at random among the likeliest (top-k, top-p, or both), for which some engines sort
   * all logits. By default greedy in benchmarks (static, a closed load with a number of requests), else top-p where the
   * engine follows the model's generation config.
   */
  readonly sampling?: "greedy" | "top-p";
  readonly prefixHitTokens?: number;
  /** Links between nodes: a fabric's id, or bytes per second one way for one device; the device's or node's own by default. */
  readonly interconnect?: string | { readonly bytesPerSecondPerDevice: number };
  readonly prices?: { readonly usdPerDeviceHour: number };
  readonly disaggregated?: Disaggregated;
  readonly speculative?: Speculative;
  /** Which replica takes a request (of pools: in both); round robin by default. */
  readonly router?: Router;
  /** Constants fitted on the user's own measurements. */
  readonly profile?: Profile;
}

/**
 * Constants fitted on the user's own measurements (`ridgepoint calibrate`). An offset takes the place of the shipped one of the same
 * constant, family and engine; all others stay as they are.
 */
export interface Profile {
  readonly constants: FittedConstants;
  /** How far predictions with these constants were from measurements that were held back: what intervals are then judged by. */
  readonly residuals?: readonly ProfileResiduals[];
  readonly provenance?: ProfileProvenance;
  readonly note?: string;
}

/** Held-back errors on one device with one engine. */
export interface ProfileResiduals {
  readonly device: string;
  readonly engine: string;
  readonly level: IntervalLevel;
  /** Models that were measured; elsewhere an interval may widen and not narrow. */
  readonly models: readonly string[];
  readonly runs: number;
  /** Root of the mean square of log(predicted/measured). */
  readonly logSd: number;
}

/** Where a profile comes from. */
export interface ProfileProvenance {
  /** Version of this package that fitted it. */
  readonly version: string;
  /** When it was measured or fitted, as the user says. */
  readonly date?: string;
  /** What it was fitted to; `sha256` of the file as it was read. */
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly runs: number }[];
}

/** What limits the result. */
export type Bound = "compute" | "hbm" | "link" | "launch" | "host-link" | "capacity" | "queue";

/** The figures of a serving prediction; those that the load does not define are absent. */
export interface ServingValues {
  ttftSeconds?: number;
  ttftP50Seconds?: number;
  ttftP90Seconds?: number;
  ttftP95Seconds?: number;
  ttftP99Seconds?: number;
  tpotSeconds?: number;
  tpotP50Seconds?: number;
  tpotP90Seconds?: number;
  tpotP95Seconds?: number;
  tpotP99Seconds?: number;
  /** Gaps between two tokens of a request, over all gaps. */
  itlSeconds?: number;
  itlP50Seconds?: number;
  itlP90Seconds?: number;
  itlP95Seconds?: number;
  itlP99Seconds?: number;
  requestSeconds?: number;
  requestP50Seconds?: number;
  requestP90Seconds?: number;
  requestP95Seconds?: number;
  requestP99Seconds?: number;
  batchSeconds?: number;
  firstTokenBatchSeconds?: number;
  prefillTokensPerSecond?: number;
  decodeTokensPerSecond?: number;
  outputTokensPerSecond?: number;
  totalTokensPerSecond?: number;
  requestsPerSecond?: number;
  /** Share of the requests inside the service level that was asked for. */
  attainment?: number;
  /** Requests per second inside it. */
  goodputRequestsPerSecond?: number;
  runningBatch?: number;
  mfu?: number;
  mbu?: number;
  weightsBytesPerDevice?: number;
  kvBytesPerToken?: number;
  kvCapacityTokens?: number;
  maxConcurrency?: number;
  powerWatts?: number;
  energyPerOutputTokenJoules?: number;
  energyPerRequestJoules?: number;
  usdPerMillionOutputTokens?: number;
  usdPerMillionTokens?: number;
  outputTokensPerUsd?: number;
}

/** The name of a figure of a prediction. */
export type ServingFigure = keyof ServingValues;

/** 90 % prediction interval. */
export type Interval = readonly [low: number, high: number];

/** Where the time of a step goes, seconds. */
export interface TimeBreakdown {
  readonly compute: number;
  readonly memory: number;
  readonly link: number;
  readonly launch: number;
  readonly host: number;
}

/** How a load is answered. */
export interface PredictOptions {
  /** `simulation` gives percentiles; `closed-form` gives means in microseconds. By default loads with arrivals or users are simulated. */
  readonly method?: "closed-form" | "simulation";
  /** Bounds that each request should keep; the values then have `attainment` and `goodputRequestsPerSecond`. Simulated loads alone. */
  readonly serviceLevel?: ServiceLevel;
  /**
   * How long to simulate, and from which seed: 4,000 requests in 4 replications by default, a trace and a finite run once. With
   * `precision` as many as that takes; a warning says where `maximumRequests` were not enough.
   */
  readonly run?: RunLength;
}

/** How exactly a simulation measured; what it simulates is as uncertain as `intervals90` say. */
export interface Simulated {
  /** Requests that the figures count. */
  readonly requests: number;
  readonly replications: number;
  /**
   * Half-width of each simulated figure's 95 % confidence interval: from independent replications, of a trace from its own parts; absent
   * of a single finite run and below a hundred requests of a trace.
   */
  readonly halfWidths95?: Readonly<ServingValues>;
}

/** A prediction with its interval, what binds it, and what it assumed. */
export interface Prediction {
  readonly values: Readonly<ServingValues>;
  readonly intervals90: Readonly<Partial<Record<ServingFigure, Interval>>>;
  readonly bound: Bound;
  readonly warnings: readonly string[];
  /** How the load was answered: closed form, or simulation. */
  readonly method: "closed-form" | "simulation";
  /** Of a simulated load. */
  readonly simulation?: Simulated;
}
