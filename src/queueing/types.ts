import type { Arrivals, Distribution } from "../workloads/types.ts";

/** A service time in seconds: a law, or an affine function of a request's output tokens. */
export type ServiceTime = Distribution | TokenService;

/** S = per_token_s · min(N, cap) + fixed_s; the cap is censoring and leaves an atom at the cap. */
export interface TokenService {
  /** Of one output token, s. */
  readonly per_token_s: number;
  /** Of a request whatever its length, s. */
  readonly fixed_s: number;
  /** Law of the output tokens N. */
  readonly tokens: Distribution;
  /** Most tokens of an answer; absent: none. */
  readonly cap?: number;
}

/** Coefficients of the time of a batch of b: fixed + per_request·b + (per_token + per_request_token·b)·max N. */
export interface BatchTime {
  /** Of a batch whatever is in it, s. */
  readonly fixed_s: number;
  /** Of each request, s. */
  readonly per_request_s: number;
  /** Of each token of the longest answer, s. */
  readonly per_token_s: number;
  /** Of each request at each of those tokens, s. */
  readonly per_request_token_s: number;
}

/** Service of the bulk disciplines. */
export interface BatchService {
  /** How long a batch takes. */
  readonly batch: BatchTime;
  /** Law of the output tokens of a request. */
  readonly tokens: Distribution;
}

/** Service of `continuous-batching`: the iteration belongs to the discipline, only the tokens are given. */
export interface IterationService {
  /** Law of the output tokens of a request: each takes an iteration. */
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
  /** Of an iteration whatever runs, s. */
  readonly fixed_s: number;
  /** Of each running request, s. */
  readonly per_request_s: number;
  /** Of each new one, s; default 0. */
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
  /** Given back with the answer. */
  readonly id?: string | number;
  readonly kind: "queue";
  /** How requests come. */
  readonly arrivals: Arrivals;
  /** Default 1. */
  readonly servers?: number;
  /** Who is served when. */
  readonly discipline: Discipline;
  /** Absent with `closed` arrivals; a list with `classes` arrivals or the discipline `tandem`. */
  readonly service?: Service | readonly Service[];
  /** Relative half-width of the 95 % confidence interval of simulated values; default 0.005. */
  readonly precision?: number;
  /** Of simulated values; default 1. */
  readonly seed?: number;
}

/** A case of the contract's kind `queue-cap`. */
export interface QueueCapCase {
  /** Given back with the answer. */
  readonly id?: string | number;
  readonly kind: "queue-cap";
  /** Poisson. */
  readonly arrivals: Extract<Arrivals, { readonly process: "poisson" }>;
  /** Time of a request by its tokens. */
  readonly service: { /** Of one output token, s. */ readonly per_token_s: number; /** Of a request whatever its length, s. */ readonly fixed_s: number; /** Law of the output tokens. */ readonly tokens: Distribution };
  /** How many seconds of everybody's wait a lost token is worth. */
  readonly loss_weight_s_per_token: number;
}

/** Where a value comes from: a closed form or finite sum, a converged numerical method, or replications. */
export type Method = "exact" | "numerical" | "simulation";

/** The answer of a queue: figures under the contract's names, arrays where the case asks for several times. */
export interface QueueAnswer {
  /** Means, percentiles and probabilities by the contract's names; times in seconds. */
  readonly values: Readonly<Record<string, number | readonly number[]>>;
  /** The weakest of the methods behind the values. */
  readonly method: Method;
  /** 95 % confidence interval of each simulated value. */
  readonly ci95?: Readonly<Record<string, readonly [number, number] | readonly (readonly [number, number])[]>>;
}

/** What the simulator returns. */
export interface SimulationAnswer {
  /** Means over replications, by the contract's names. */
  readonly values: Record<string, number | number[]>;
  /** For an array of values an array of intervals. */
  readonly ci95: Record<string, [number, number] | [number, number][]>;
}

/** How long the simulator runs and from which seed. */
export interface SimulationOptions {
  /** Relative half-width of the 95 % intervals at which it stops. */
  readonly precision: number;
  /** Same seed, same answer. */
  readonly seed: number;
}
