import type { HardwareReference, Interval, ModelReference, Profile } from "../predict/types.ts";
import type { Engine, Plan, Precisions } from "../deployments/types.ts";
import type { LatencySummary } from "../queueing/simulation/server-types.ts";
import type { Arrivals, TokenLengths, TraceRequest } from "../workloads/types.ts";

/** What users must see. Every bound that is given must hold. */
export interface Objective {
  /** Most that the 95th percentile of the time to first token may be, s. */
  readonly ttftP95Seconds?: number;
  /** Most that the 95th percentile of the time per output token may be, s. */
  readonly tpotP95Seconds?: number;
}

/** The question of a capacity planner. */
export interface PlanQuestion {
  /** What is served. */
  readonly model: ModelReference;
  /** Requests per second in all. */
  readonly ratePerSecond: number;
  /** How they come, at that rate; Poisson by default. Deployments are found under Poisson arrivals and confirmed under these. */
  readonly arrivals?: Arrivals;
  /** Recorded requests, stretched or squeezed in time to that rate: deployments are confirmed by running them. */
  readonly trace?: readonly TraceRequest[];
  /** Tokens of a prompt, those found in a prefix cache included. */
  readonly inputTokens: TokenLengths;
  /** Tokens of an answer, at least 1. */
  readonly outputTokens: TokenLengths;
  /** Prompt tokens of each request that are found in a prefix cache; default 0. */
  readonly prefixHitTokens?: number;
  /** What users must see. */
  readonly objective: Objective;
  /** Devices to consider, by id or written inline; every accelerator of the catalogue by default. */
  readonly hardware?: readonly HardwareReference[];
  /** Formats to consider; 16-bit and, where the device multiplies it, fp8 by default. */
  readonly precisions?: readonly Precisions[];
  /** The serving engine; vLLM by default. */
  readonly engine?: Engine;
  /** Most devices of one engine (a replica); default 64. */
  readonly maxDevicesPerReplica?: number;
  /** Most devices in all; default 4096. */
  readonly maxDevices?: number;
  /** Own prices, dollars per device-hour by device id; the catalogue's otherwise. */
  readonly usdPerDeviceHour?: Readonly<Record<string, number>>;
  /** Keep so many deployments of each device; default 1. */
  readonly perDevice?: number;
  /** Confirm this many of the cheapest with the simulator; default 3. */
  readonly confirm?: number;
  /** Search the largest rate of each confirmed deployment with the simulator too; a few tenths of a second each. */
  readonly largestRates?: boolean;
  /** Constants fitted on the user's own measurements. */
  readonly profile?: Profile;
}

/** Times of which a simulation gives mean and percentiles. */
export type SimulatedTime = "ttft" | "tpot" | "itl" | "request";

/** What a simulation says of a deployment at the asked rate. */
export interface PlannedSimulation extends Readonly<Record<SimulatedTime, LatencySummary>> {
  /** Poisson, as the question's `arrivals` say, or those of its trace. */
  readonly arrivals: "poisson" | "stated" | "trace";
  /** Requests that the figures count. */
  readonly requests: number;
  /** Share of the requests with both times inside the objective's bounds, and how many a second they are. */
  readonly attainment: number;
  /** Requests per second inside the bounds. */
  readonly goodputRequestsPerSecond: number;
  /** Half-widths of the 95 % confidence intervals; of a trace, which is run once, from its own parts. */
  readonly halfWidth95?: Readonly<Record<SimulatedTime, LatencySummary>> & { readonly attainment: number };
  /** The largest rate that holds the objective, where it was searched, and what the simulation leaves open. */
  readonly largestRate?: { readonly requestsPerSecond: number; readonly interval95: Interval };
}

/** One deployment that answers the question, with its figures at the asked rate. */
export interface PlannedDeployment {
  /** Id of the device. */
  readonly hardware: string;
  /** Devices in all, every replica counted. */
  readonly devices: number;
  /** Degrees of parallelism; `dp` is the number of replicas. */
  readonly plan: Plan;
  /** Number formats. */
  readonly precision: Precisions;
  /** Requests inside at once, in the mean, over all replicas. */
  readonly runningBatch: number;
  /** Mean time to first token, s. */
  readonly ttftSeconds: number;
  /** Its 95th percentile, s. */
  readonly ttftP95Seconds: number;
  /** Mean time per output token, s. */
  readonly tpotSeconds: number;
  /** Its 95th percentile, s. */
  readonly tpotP95Seconds: number;
  /** The asked rate, 1/s. */
  readonly requestsPerSecond: number;
  /**
   * Largest rate that holds the objective on these devices: by simulation where that confirmed the deployment, else by the closed form.
   * Under arrivals other than Poisson the asked rate, unless `largestRates` asks for a search.
   */
  readonly sustainableRequestsPerSecond: number;
  /** At the asked rate, 1/s. */
  readonly outputTokensPerSecond: number;
  /** At the asked rate, 1/s for each device. */
  readonly outputTokensPerSecondPerDevice: number;
  /** What one user sees while decoding: 1/TPOT. */
  readonly outputTokensPerSecondPerUser: number;
  /** Model FLOPs over the dense peak, 0 to 1. */
  readonly mfu: number;
  /** Bytes that decoding must move over what the memory could, 0 to 1. */
  readonly mbu: number;
  /** Tokens whose cache all replicas hold; absent for a model that keeps a state alone. */
  readonly kvCapacityTokens?: number;
  /** Share of the cache that is free at the asked rate. */
  readonly kvHeadroom: number;
  /** Absent where nobody quotes a price: such a device is listed, unranked. */
  readonly usdPerHour?: number;
  /** All costs over output tokens at the asked rate, $ per million. */
  readonly usdPerMillionOutputTokens?: number;
  /** Energy of the devices for one output token, J. */
  readonly energyPerOutputTokenJoules: number;
  /** What limits a step: what to buy more of first. */
  readonly bound: string;
  /** 90 % prediction intervals, each in the unit of the figure of its name. */
  readonly intervals90: {
    readonly tpotSeconds: Interval;
    readonly tpotP95Seconds: Interval;
    readonly ttftSeconds: Interval;
    readonly ttftP95Seconds: Interval;
    readonly sustainableRequestsPerSecond: Interval;
    /** Of what carries the rate: devices fall where throughput grows. */
    readonly usdPerHour?: Interval;
  };
  /** How the percentiles were found. */
  readonly method: "approximation" | "simulation";
  /** Of a confirmed deployment. */
  readonly simulation?: PlannedSimulation;
  /** What was assumed or taken from a prior, one sentence each. */
  readonly warnings: readonly string[];
}

/** How far a search is. */
export interface PlanProgress {
  /** Devices are searched first, then the cheapest deployments are confirmed by simulation. */
  readonly stage: "search" | "confirm";
  /** Devices and confirmations that are done, and all of them. */
  readonly done: number;
  /** Devices and confirmations together. */
  readonly all: number;
}

/** Why a device has no deployment in the answer. */
export interface Rejection {
  /** Id of the device. */
  readonly hardware: string;
  /** Of what kind the reason is. */
  readonly reason: "does-not-fit" | "misses-objective" | "too-many-devices" | "unsupported";
  /** A sentence with the figure: by how many bytes, by how much. */
  readonly message: string;
  /** Bytes that each device lacks at best, where nothing fits. */
  readonly missingBytes?: number;
}

/** A point of the trade between throughput and speed. */
export interface ParetoPoint {
  /** Id of the device. */
  readonly hardware: string;
  /** Devices of one engine. */
  readonly devices: number;
  /** Degrees of one engine; `dp` is 1. */
  readonly plan: Plan;
  /** Number formats. */
  readonly precision: Precisions;
  /** Requests that run at once on one engine. */
  readonly concurrency: number;
  /** 1/s. */
  readonly outputTokensPerSecondPerDevice: number;
  /** 1/TPOT. */
  readonly outputTokensPerSecondPerUser: number;
  /** 90 % prediction intervals of the two. */
  readonly intervals90: {
    readonly outputTokensPerSecondPerDevice: Interval;
    readonly outputTokensPerSecondPerUser: Interval;
  };
}

/** What a search found: deployments that carry the rate within the objective, devices that are out, and the Pareto set. */
export interface PlanAnswer {
  /** Ranked by dollars per hour, cheapest first; those without a price after them, by devices. */
  readonly deployments: readonly PlannedDeployment[];
  /** The cheapest that meets the objective; absent where none has a price. */
  readonly cheapest?: PlannedDeployment;
  /** Devices without a deployment. */
  readonly rejections: readonly Rejection[];
  /** Output tokens per second of a device against those of a user: points that no other beats in both, fastest user first. */
  readonly pareto: readonly ParetoPoint[];
  /** Plans that were enumerated, and those that needed timing. */
  readonly plansEnumerated: number;
  /** Plans whose steps were timed. */
  readonly plansTimed: number;
  /** The approximation that the unconfirmed percentiles come from. */
  readonly approximation: string;
}
