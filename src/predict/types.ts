import type { Architecture } from "../models/types.ts";
import type { Arrivals, TokenLengths, TraceRequest } from "../workloads/types.ts";
import type { Engine, Precisions } from "../deployments/types.ts";
import type { PartialPlan } from "../deployments/plan.ts";
import type { IntervalLevel } from "../constants/intervals.ts";
import type { FittedConstants } from "../constants/lookup.ts";
import type { Interval, ServingFigure, ServingValues } from "./serving-values.ts";
import type { Router, RunLength, ServiceLevel } from "../queueing/simulation/server-types.ts";

export type { Interval, ServingFigure, ServingValues } from "./serving-values.ts";

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
  /** Devices of the pool, all its replicas together. */
  readonly devices: number;
  /** Degrees of its plan; needed where it has more than one device. */
  readonly plan?: PartialPlan;
  /** Its device; the scenario's where absent. */
  readonly hardware?: HardwareReference;
}

/** Prefill and decode on pools of their own, between which the KV cache of a request is sent. */
export interface Disaggregated {
  /** Computes prompts and the first token. */
  readonly prefill: Pool;
  /** Computes every further token. */
  readonly decode: Pool;
  /** Between the pools, for one request; the scale-out link of the sender by default. */
  readonly kvLinkBytesPerSecond?: number;
}

/** Speculative decoding: a draft proposes tokens, and the model checks all of them in one step. */
export interface Speculative {
  /** Id of the model that proposes; its own time is not counted. */
  readonly draftModel?: string;
  /** Tokens that the draft proposes in one step. */
  readonly tokens: number;
  /** Chance that one proposed token is accepted. */
  readonly acceptance: number;
}

/** What to predict: a model on devices under a plan and a load. */
export interface Scenario {
  /** What is served. */
  readonly model: ModelReference;
  /** The device that it runs on. */
  readonly hardware: HardwareReference;
  /** Id of the server that holds the devices, for its links. */
  readonly node?: string;
  /** Id of the CPU beside the devices. */
  readonly host?: string;
  /** Drives on the host, by id; not used by predictions. */
  readonly storage?: readonly { readonly id: string; readonly count: number }[];
  /** Default 1, or what the plan occupies. */
  readonly devices?: number;
  /** Degrees of parallelism; absent ones are 1. */
  readonly plan?: PartialPlan;
  /** The serving engine; vLLM by default. */
  readonly engine?: Engine;
  /** Its release, such as "0.12.0": which of its habits count. */
  readonly engineVersion?: string;
  /** Number formats of weights, cache and activations. */
  readonly precision: Precisions;
  /** How requests come. */
  readonly load: Load;
  /** Tokens of a prompt, those found in a prefix cache included. */
  readonly inputTokens: TokenLengths;
  /** Tokens of an answer, at least 1. */
  readonly outputTokens: TokenLengths;
  /** Most requests that one engine runs at once; the engine's default where absent. */
  readonly maxRunningRequests?: number;
  /** Most tokens of one step; the engine's default where absent. */
  readonly maxBatchedTokens?: number;
  /** Most new prompt tokens of one step, where prompts are cut; takes the place of `maxBatchedTokens`. */
  readonly chunkedPrefillTokens?: number;
  /** Steps are launched kernel by kernel, without captured graphs. */
  readonly enforceEager?: boolean;
  /**
   * Decoding steps from one look for new requests to the next (SGLang's `scheduler_recv_interval`). By default 1, and in benchmarks
   * (a closed load with a number of requests) what published recipes of the engine set on that family of devices.
   */
  readonly pollSteps?: number;
  /** With `pollSteps`: the first prompt found waits for so many decoding steps, unless this many wait before (TensorRT-LLM's `batch_wait_timeout_iters`). */
  readonly gatherPrompts?: number;
  /**
   * How the next token is drawn: the likeliest, or at random among the likeliest (top-k, top-p, or both), for which some engines sort
   * all logits. By default greedy in benchmarks (static, a closed load with a number of requests), else top-p where the
   * engine follows the model's generation config.
   */
  readonly sampling?: "greedy" | "top-p";
  /** Prompt tokens of each request that are found in a prefix cache. */
  readonly prefixHitTokens?: number;
  /** Links between nodes: a fabric's id, or bytes per second one way for one device; the device's or node's own by default. */
  readonly interconnect?: string | { readonly bytesPerSecondPerDevice: number };
  /** What a device costs, dollars per hour; the catalogue's list price where absent. */
  readonly prices?: { readonly usdPerDeviceHour: number };
  /** Prefill and decode on pools of their own. */
  readonly disaggregated?: Disaggregated;
  /** A draft proposes tokens that the model checks. */
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
  /** What was fitted. */
  readonly constants: FittedConstants;
  /** How far predictions with these constants were from measurements that were held back: what intervals are then judged by. */
  readonly residuals?: readonly ProfileResiduals[];
  /** From what it was fitted. */
  readonly provenance?: ProfileProvenance;
  /** Whatever the user wants to remember of it. */
  readonly note?: string;
}

/** Held-back errors on one device with one engine. */
export interface ProfileResiduals {
  /** Id of the device. */
  readonly device: string;
  /** Name of the engine. */
  readonly engine: string;
  /** Which figure the errors are of. */
  readonly level: IntervalLevel;
  /** Models that were measured; elsewhere an interval may widen and not narrow. */
  readonly models: readonly string[];
  /** Runs that were held back. */
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

/** Where the time of a step goes, seconds. */
export interface TimeBreakdown {
  /** Arithmetic. */
  readonly compute: number;
  /** Memory traffic. */
  readonly memory: number;
  /** Messages between devices. */
  readonly link: number;
  /** What kernel launches add. */
  readonly launch: number;
  /** What the host adds. */
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
  /** Independent runs behind the figures. */
  readonly replications: number;
  /**
   * Half-width of each simulated figure's 95 % confidence interval: from independent replications, of a trace from its own parts; absent
   * of a single finite run and below a hundred requests of a trace.
   */
  readonly halfWidths95?: Readonly<ServingValues>;
}

/** A prediction with its interval, what binds it, and what it assumed. */
export interface Prediction {
  /** The figures, SI units by their names. */
  readonly values: Readonly<ServingValues>;
  /** 90 % prediction interval of each estimate; exact counts have none. */
  readonly intervals90: Readonly<Partial<Record<ServingFigure, Interval>>>;
  /** What limits the result: what to buy more of first. */
  readonly bound: Bound;
  /** What was assumed or taken from a prior, one sentence each. */
  readonly warnings: readonly string[];
  /** How the load was answered: closed form, or simulation. */
  readonly method: "closed-form" | "simulation";
  /** Of a simulated load. */
  readonly simulation?: Simulated;
}
