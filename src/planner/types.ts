import type { HardwareReference, Interval, ModelReference, Profile } from "../predict/types.ts";
import type { Engine, Plan, Precisions } from "../deployments/types.ts";
import type { LatencySummary } from "../queueing/simulation/server-types.ts";
import type { Arrivals, TokenLengths, TraceRequest } from "../workloads/types.ts";

/** What users must see. Every bound that is given must hold. */
export interface Objective {
  readonly ttftP95Seconds?: number;
  readonly tpotP95Seconds?: number;
}

/** The question of a capacity planner. */
export interface PlanQuestion {
  readonly model: ModelReference;
  /** Requests per second in all. */
  readonly ratePerSecond: number;
  /** How they come, at that rate; Poisson by default. Deployments are found under Poisson arrivals and confirmed under these. */
  readonly arrivals?: Arrivals;
  /** Recorded requests, stretched or squeezed in time to that rate: deployments are confirmed by running them. */
  readonly trace?: readonly TraceRequest[];
  readonly inputTokens: TokenLengths;
  readonly outputTokens: TokenLengths;
  readonly prefixHitTokens?: number;
  readonly objective: Objective;
  /** Devices to consider, by id or written inline; every accelerator of the catalogue by default. */
  readonly hardware?: readonly HardwareReference[];
  /** Formats to consider; 16-bit and, where the device multiplies it, fp8 by default. */
  readonly precisions?: readonly Precisions[];
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
  readonly goodputRequestsPerSecond: number;
  /** Half-widths of the 95 % confidence intervals; of a trace, which is run once, from its own parts. */
  readonly halfWidth95?: Readonly<Record<SimulatedTime, LatencySummary>> & { readonly attainment: number };
  /** The largest rate that holds the objective, where it was searched, and what the simulation leaves open. */
  readonly largestRate?: { readonly requestsPerSecond: number; readonly interval95: Interval };
}

/** One deployment that answers the question, with its figures at the asked rate. */
export interface PlannedDeployment {
  readonly hardware: string;
  readonly devices: number;
  readonly plan: Plan;
  readonly precision: Precisions;
  readonly runningBatch: number;
  readonly ttftSeconds: number;
  readonly ttftP95Seconds: number;
  readonly tpotSeconds: number;
  readonly tpotP95Seconds: number;
  readonly requestsPerSecond: number;
  /**
   * Largest rate that holds the objective on these devices: by simulation where that confirmed the deployment, else by the closed form.
   * Under arrivals other than Poisson the asked rate, unless `largestRates` asks for a search.
   */
  readonly sustainableRequestsPerSecond: number;
  readonly outputTokensPerSecond: number;
  readonly outputTokensPerSecondPerDevice: number;
  /** What one user sees while decoding: 1/TPOT. */
  readonly outputTokensPerSecondPerUser: number;
  readonly mfu: number;
  readonly mbu: number;
  readonly kvCapacityTokens: number;
  /** Share of the cache that is free at the asked rate. */
  readonly kvHeadroom: number;
  /** Absent where nobody quotes a price: such a device is listed, unranked. */
  readonly usdPerHour?: number;
  readonly usdPerMillionOutputTokens?: number;
  readonly energyPerOutputTokenJoules: number;
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
  readonly warnings: readonly string[];
}

/** How far a search is. */
export interface PlanProgress {
  /** Devices are searched first, then the cheapest deployments are confirmed by simulation. */
  readonly stage: "search" | "confirm";
  /** Devices and confirmations that are done, and all of them. */
  readonly done: number;
  readonly all: number;
}

/** Why a device has no deployment in the answer. */
export interface Rejection {
  readonly hardware: string;
  readonly reason: "does-not-fit" | "misses-objective" | "too-many-devices" | "unsupported";
  /** A sentence with the figure: by how many bytes, by how much. */
  readonly message: string;
  readonly missingBytes?: number;
}

/** A point of the trade between throughput and speed. */
export interface ParetoPoint {
  readonly hardware: string;
  readonly devices: number;
  readonly plan: Plan;
  readonly precision: Precisions;
  /** Requests that run at once on one engine. */
  readonly concurrency: number;
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
  readonly rejections: readonly Rejection[];
  readonly pareto: readonly ParetoPoint[];
  /** Plans that were enumerated, and those that needed timing. */
  readonly plansEnumerated: number;
  readonly plansTimed: number;
  /** The approximation that the unconfirmed percentiles come from. */
  readonly approximation: string;
}
