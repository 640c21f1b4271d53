import type { Arrivals, Distribution } from "../workloads/types.ts";

/** A service time in seconds: a law, or an affine function of a request's output tokens. */
export type ServiceTime = Distribution | TokenService;

/** S = per_token_s · min(N, cap) + fixed_s; the cap is censoring and leaves an atom at the cap. */
export interface TokenService {
  readonly per_token_s: number;
  readonly fixed_s: number;
  readonly tokens: Distribution;
  readonly cap?: number;
}

/** Coefficients of the time of a batch of b: fixed + per_request·b + (per_token + per_request_token·b)·max N. */
export interface BatchTime {
  readonly fixed_s: number;
  readonly per_request_s: number;
  readonly per_token_s: number;
  readonly per_request_token_s: number;
}

/** Service of the bulk disciplines. */
export interface BatchService {
  readonly batch: BatchTime;
  readonly tokens: Distribution;
}

/** Service of `continuous-batching`: the iteration belongs to the discipline, only the tokens are given. */
export interface IterationService {
  readonly tokens: Distribution;
}

/** How long the server takes: for a request, a batch, or an iteration. */
export type Service = ServiceTime | BatchService | IterationService;

/** Disciplines without parameters: each may also be written `{ "name": … }`. */
export type PlainDisciplineName =
  | "fcfs"
  | "lcfs-preemptive"
  | "processor-sharing"
  | "srpt"
  | "psjf"
  | "sjf"
  | "foreground-background"
  | "priority"
  | "priority-preemptive"
  | "loss";

/** When the requests of a batch leave: all at its end; each at its own token; and so that later steps get shorter. */
export type BatchCompletion = "padded" | "own-length" | "shrinking";

/** The time of an iteration with b running, a of them new: fixed + per_request·b + per_prefill·a. */
export interface IterationTime {
  readonly fixed_s: number;
  readonly per_request_s: number;
  readonly per_prefill_s?: number;
}

/** A discipline with its parameters, in the form that the analysis and the simulator read. */
export type DisciplineObject =
  | { readonly name: PlainDisciplineName }
  | { readonly name: "sjf-predicted"; readonly log_error_sigma: number }
  | { readonly name: "mlfq"; readonly thresholds_s: readonly number[] }
  | {
      readonly name: "limited-processor-sharing";
      readonly max_batch?: number;
      readonly rate: { readonly fixed: number; readonly per_request: number };
    }
  | { readonly name: "fcfs-impatient"; readonly patience_s: number; readonly patience?: never }
  | { readonly name: "fcfs-impatient"; readonly patience: Distribution; readonly patience_s?: never }
  | { readonly name: "finite-buffer"; readonly buffer: number }
  | { readonly name: "multi-rate-loss"; readonly capacity: number; readonly sizes: readonly number[] }
  | { readonly name: "tandem"; readonly servers: readonly number[] }
  | { readonly name: "closed-network"; readonly demands_s: readonly number[] }
  | { readonly name: "batch-dynamic"; readonly max_batch?: number; readonly completion?: BatchCompletion }
  | {
      readonly name: "batch-fixed";
      readonly batch: number;
      readonly timeout_s?: number;
      readonly completion?: BatchCompletion;
    }
  | {
      readonly name: "batch-threshold";
      readonly min_batch: number;
      readonly max_batch: number;
      readonly completion?: BatchCompletion;
    }
  | {
      readonly name: "continuous-batching";
      readonly max_batch: number;
      readonly kv_capacity_tokens?: number;
      readonly input_tokens?: number | Distribution;
      readonly iteration: IterationTime;
    };

/** Who is served when. */
export type Discipline = PlainDisciplineName | DisciplineObject;

/** A case of the contract's kind `queue`. */
export interface QueueCase {
  readonly id?: string | number;
  readonly kind: "queue";
  readonly arrivals: Arrivals;
  /** Default 1. */
  readonly servers?: number;
  readonly discipline: Discipline;
  /** Absent with `closed` arrivals; a list with `classes` arrivals or the discipline `tandem`. */
  readonly service?: Service | readonly Service[];
  /** Relative half-width of the 95 % confidence interval of simulated values; default 0.005. */
  readonly precision?: number;
  readonly seed?: number;
}

/** A case of the contract's kind `queue-cap`. */
export interface QueueCapCase {
  readonly id?: string | number;
  readonly kind: "queue-cap";
  readonly arrivals: Extract<Arrivals, { readonly process: "poisson" }>;
  readonly service: { readonly per_token_s: number; readonly fixed_s: number; readonly tokens: Distribution };
  readonly loss_weight_s_per_token: number;
}

/** Where a value comes from: a closed form or finite sum, a converged numerical method, or replications. */
export type Method = "exact" | "numerical" | "simulation";

/** The answer of a queue: figures under the contract's names, arrays where the case asks for several times. */
export interface QueueAnswer {
  readonly values: Readonly<Record<string, number | readonly number[]>>;
  readonly method: Method;
  /** 95 % confidence interval of each simulated value. */
  readonly ci95?: Readonly<Record<string, readonly [number, number] | readonly (readonly [number, number])[]>>;
}

/** What the simulator returns. */
export interface SimulationAnswer {
  readonly values: Record<string, number | number[]>;
  /** For an array of values an array of intervals. */
  readonly ci95: Record<string, [number, number] | [number, number][]>;
}

/** How long the simulator runs and from which seed. */
export interface SimulationOptions {
  readonly precision: number;
  readonly seed: number;
}
