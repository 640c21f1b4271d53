import type { BatchCompletion, Discipline, QueueCase, Service } from "../../../src/queueing/types.ts";
import type { Arrivals, Distribution } from "../../../src/workloads/types.ts";

/** A case at a limit of its parameters, and the simpler model that it must equal there. */
export interface LimitCase {
  readonly name: string;
  readonly general: QueueCase;
  readonly simple: QueueCase;
  /** How near; default 1e-6. */
  readonly relative?: number;
  /** Values that are compared; default all that both have. */
  readonly only?: RegExp;
}

export function queue(arrivals: number | Arrivals, discipline: Discipline, service: Service | readonly Service[], servers = 1): QueueCase {
  return { kind: "queue", arrivals: typeof arrivals === "number" ? { process: "poisson", rate_per_s: arrivals } : arrivals, discipline, service, servers };
}

const unit: Distribution = { dist: "exponential", mean: 1 };
const half: Distribution = { dist: "deterministic", value: 0.5 };
const gamma: Distribution = { dist: "gamma", shape: 2.5, scale: 0.4 };
const tokens: Distribution = { dist: "tokens-lognormal", mu: 3, sigma: 0.7, max: 120 };
const laws: readonly Distribution[] = [unit, half, gamma, { dist: "tokens-pmf", values: [1, 3], probabilities: [0.7, 0.3] }];
const never = 1e7;

const batch = { fixed_s: 0.2, per_request_s: 0.05, per_token_s: 0.02, per_request_token_s: 0.002 };
const bulk = { batch, tokens };
/** The time of a batch of one. */
const alone: Service = { per_token_s: 0.022, fixed_s: 0.25, tokens };
const flat = { batch: { ...batch, per_request_token_s: 0 }, tokens };
const dynamic = (max_batch?: number, completion: BatchCompletion = "padded"): Discipline => ({ name: "batch-dynamic", completion, ...(max_batch === undefined ? {} : { max_batch }) });
const each = <T>(items: readonly T[], make: (item: T) => LimitCase): LimitCase[] => items.map(make);
const label = (law: Distribution): string => law.dist;

const sameLaw: readonly (readonly [string, Distribution, Distribution])[] = [
  ["Erlang with one phase", { dist: "erlang", phases: 1, mean: 1 }, unit],
  ["gamma of shape 1", { dist: "gamma", shape: 1, scale: 1 }, unit],
  ["hyperexponential with equal means", { dist: "hyperexponential", probabilities: [0.3, 0.7], means: [1, 1] }, unit],
  ["counts of one value", { dist: "tokens-pmf", values: [2], probabilities: [1] }, { dist: "deterministic", value: 2 }],
  ["empirical, equal values", { dist: "empirical", values: [0.5, 0.5, 0.5] }, half],
];

/** Poisson arrivals that go on and off are a renewal process with hyperexponential gaps (Kuczura 1973). */
function interrupted(rate: number, off: number, on: number): { readonly modulated: Arrivals; readonly renewal: Arrivals } {
  const sum = rate + off + on;
  const root = Math.sqrt(sum * sum - 4 * rate * on);
  const [fast, slow] = [(sum + root) / 2, (sum - root) / 2];
  const p = (rate - slow) / (fast - slow);
  return {
    modulated: { process: "mmpp", rates_per_s: [rate, 0], generator: [[-off, off], [on, -on]] },
    renewal: { process: "renewal", interarrival: { dist: "hyperexponential", probabilities: [p, 1 - p], means: [1 / fast, 1 / slow] } },
  };
}
const onOff = interrupted(1.2, 0.4, 0.6);
const steady = { process: "sinusoidal", rate_per_s: 1.4, amplitude: 0, period_s: 3, at_s: [400] } as const;

export const limits: readonly LimitCase[] = [
  // Laws under another name.
  ...each(sameLaw, ([name, law, simple]) => ({ name: `${name}: service`, general: queue(0.3, "fcfs", law), simple: queue(0.3, "fcfs", simple), relative: 2e-5 })),
  {
    name: "gamma of shape 1: service after fixed gaps, a low load",
    general: queue({ process: "renewal", interarrival: { dist: "deterministic", value: 10 / 3 } }, "fcfs", { dist: "gamma", shape: 1, scale: 1 }),
    simple: queue({ process: "renewal", interarrival: { dist: "deterministic", value: 10 / 3 } }, "fcfs", unit),
    relative: 2e-5,
  },
  { name: "a cap that cuts nothing", general: queue(1, "fcfs", { per_token_s: 0.02, fixed_s: 0.1, tokens, cap: 120 }), simple: queue(1, "fcfs", { per_token_s: 0.02, fixed_s: 0.1, tokens }) },
  { name: "a cap of one", general: queue(1, "fcfs", { per_token_s: 0.02, fixed_s: 0.1, tokens, cap: 1 }), simple: queue(1, "fcfs", { dist: "deterministic", value: 0.12 }), relative: 2e-5, only: /_s$|p_wait|utilisation/ },
  { name: "a sharp lognormal is a fixed service", general: queue(0.6, "fcfs", { dist: "lognormal", mu: 0, sigma: 1e-4 }), simple: queue(0.6, "fcfs", { dist: "deterministic", value: 1 }), relative: 3e-4 },
  // Arrivals under another name.
  { name: "renewal arrivals with exponential gaps", general: queue({ process: "renewal", interarrival: { dist: "exponential", mean: 2 } }, "fcfs", gamma), simple: queue(0.5, "fcfs", gamma) },
  { name: "an MMPP of equal rates", general: queue({ process: "mmpp", rates_per_s: [0.5, 0.5], generator: [[-1, 1], [2, -2]] }, "fcfs", gamma), simple: queue(0.5, "fcfs", gamma) },
  ...each([1, 2, 3], (k) => ({ name: `Poisson arrivals on and off, ${k} servers`, general: queue(onOff.modulated, "fcfs", unit, k), simple: queue(onOff.renewal, "fcfs", unit, k) })),
  { name: "Poisson arrivals on and off, no waiting places", general: queue(onOff.modulated, "loss", unit, 3), simple: queue(onOff.renewal, "loss", unit, 3), only: /p_block|p_wait|utilisation|mean/ },
  { name: "classes with one service are one class", general: queue({ process: "classes", rates_per_s: [0.2, 0.4] }, "fcfs", [gamma, gamma]), simple: queue(0.6, "fcfs", gamma), only: /^(?!class)/ },
  { name: "one class is everybody: processor sharing", general: queue({ process: "classes", rates_per_s: [0.6] }, "processor-sharing", [gamma]), simple: queue(0.6, "processor-sharing", gamma) },
  { name: "an amplitude of 0 settles to M/M/k", general: queue(steady, "fcfs", unit, 2), simple: queue(1.4, "fcfs", unit, 2), only: /mean_in_system|p_wait/ },
  { name: "an amplitude of 0 settles to Erlang's loss", general: queue(steady, "loss", unit, 2), simple: queue(1.4, "loss", unit, 2), only: /mean_in_system|p_wait/ },
  // Servers and places.
  ...each(laws, (law) => ({ name: `preemptive last-come with one server: the mean of processor sharing, ${label(law)}`, general: queue(0.4, "lcfs-preemptive", law), simple: queue(0.4, "processor-sharing", law), only: /mean|p_wait|p_idle/ })),
  ...each(laws, (law) => ({ name: `a buffer that never fills, ${label(law)}`, general: queue(0.4, { name: "finite-buffer", buffer: 150 }, law), simple: queue(0.4, "fcfs", law), only: /mean_wait|mean_sojourn|p_wait|mean_in_system|utilisation|p_idle/ })),
  { name: "a buffer that never fills, three servers", general: queue(2, { name: "finite-buffer", buffer: 300 }, unit, 3), simple: queue(2, "fcfs", unit, 3) },
  ...each(laws, (law) => ({ name: `a buffer of none is a loss system, ${label(law)}`, general: queue(2, { name: "finite-buffer", buffer: 0 }, law, 2), simple: queue(2, "loss", law, 2) })),
  { name: "one size of one block is Erlang's loss", general: queue(2, { name: "multi-rate-loss", capacity: 3, sizes: [1] }, gamma), simple: queue(2, "loss", gamma, 3), only: /p_block|sojourn|utilisation|throughput/ },
  { name: "sizes and capacity in other units", general: queue(2, { name: "multi-rate-loss", capacity: 21, sizes: [7] }, gamma), simple: queue(2, "loss", gamma, 3), only: /p_block|sojourn|utilisation|throughput/ },
  // Patience.
  ...each(laws, (law) => ({ name: `endless patience, ${label(law)}`, general: queue(0.4, { name: "fcfs-impatient", patience_s: 200 }, law), simple: queue(0.4, "fcfs", law), relative: 2e-5, only: /wait|sojourn|utilisation/ })),
  { name: "endless exponential patience, three servers", general: queue(2, { name: "fcfs-impatient", patience: { dist: "exponential", mean: 1e9 } }, unit, 3), simple: queue(2, "fcfs", unit, 3), relative: 2e-5, only: /wait|sojourn|utilisation/ },
  { name: "no patience is a loss system", general: queue(2, { name: "fcfs-impatient", patience_s: 1e-9 }, unit, 3), simple: queue(2, "loss", unit, 3), only: /utilisation|throughput|mean_in_system|p_wait/ },
  // Orders.
  ...each(laws, (law) => ({ name: `one class of priority, ${label(law)}`, general: queue({ process: "classes", rates_per_s: [0.4] }, "priority", [law]), simple: queue(0.4, "fcfs", law) })),
  ...each(laws, (law) => ({ name: `one class of preemptive priority, ${label(law)}`, general: queue({ process: "classes", rates_per_s: [0.4] }, "priority-preemptive", [law]), simple: queue(0.4, "fcfs", law) })),
  ...each(laws, (law) => ({ name: `a threshold that nobody reaches, ${label(law)}`, general: queue(0.4, { name: "mlfq", thresholds_s: [never] }, law), simple: queue(0.4, "fcfs", law) })),
  ...each(laws, (law) => ({ name: `predictions without error, ${label(law)}`, general: queue(0.4, { name: "sjf-predicted", log_error_sigma: 0 }, law), simple: queue(0.4, "sjf", law) })),
  ...each(["srpt", "psjf", "sjf"] as const, (name) => ({ name: `${name} of equal sizes`, general: queue(1.2, name, half), simple: queue(1.2, "fcfs", half) })),
  // Shared rates: n in service get n/(fixed + per_request·n) together.
  ...each(laws, (law) => ({ name: `a rate of 1 whatever their number, ${label(law)}`, general: queue(0.4, { name: "limited-processor-sharing", rate: { fixed: 0, per_request: 1 } }, law), simple: queue(0.4, "processor-sharing", law), only: /mean|p_idle|p_wait/ })),
  { name: "one at a time of a shared rate", general: queue(0.4, { name: "limited-processor-sharing", max_batch: 1, rate: { fixed: 0.9, per_request: 0.6 } }, unit), simple: queue(0.4, "fcfs", { dist: "exponential", mean: 1.5 }), only: /mean|p_idle|p_wait/ },
  { name: "room for all of a shared rate", general: queue(0.8, { name: "limited-processor-sharing", max_batch: 2000, rate: { fixed: 0.5, per_request: 0.5 } }, unit), simple: queue(0.8, { name: "limited-processor-sharing", rate: { fixed: 0.5, per_request: 0.5 } }, unit), only: /mean|p_idle/ },
  // Networks.
  ...each(laws, (law) => ({ name: `a tandem of one stage, ${label(law)}`, general: queue(0.4, { name: "tandem", servers: [1] }, [law]), simple: queue(0.4, "fcfs", law), relative: 2e-5, only: /wait|sojourn/ })),
  { name: "a second stage of no time", general: queue(1.3, { name: "tandem", servers: [2, 1] }, [unit, { dist: "exponential", mean: 1e-9 }]), simple: queue(1.3, "fcfs", unit, 2), only: /mean_wait|mean_sojourn|p_wait/ },
  // Batches.
  { name: "dynamic batches of one", general: queue(0.8, dynamic(1), bulk), simple: queue(0.8, "fcfs", alone), relative: 1e-4, only: /wait|sojourn|p_idle|utilisation/ },
  { name: "fixed batches of one", general: queue(0.8, { name: "batch-fixed", batch: 1 }, bulk), simple: queue(0.8, "fcfs", alone), relative: 1e-4, only: /wait|sojourn|p_idle|utilisation/ },
  { name: "shrinking batches of one", general: queue(0.8, dynamic(1, "shrinking"), bulk), simple: queue(0.8, "fcfs", alone), relative: 1e-4, only: /mean|p_idle/ },
  { name: "a threshold of one", general: queue(2, { name: "batch-threshold", min_batch: 1, max_batch: 6 }, bulk), simple: queue(2, dynamic(6), bulk) },
  { name: "a threshold of all", general: queue(2, { name: "batch-threshold", min_batch: 6, max_batch: 6 }, bulk), simple: queue(2, { name: "batch-fixed", batch: 6 }, bulk) },
  { name: "a limit that no batch reaches", general: queue(1, dynamic(60), bulk), simple: queue(1, dynamic(), bulk), relative: 1e-5, only: /mean|p_idle/ },
  { name: "own-length shares the wait of padded", general: queue(2, dynamic(6, "own-length"), bulk), simple: queue(2, dynamic(6), bulk), only: /wait|batch|p_idle/ },
  { name: "shrinking is own-length where a step costs the same for any number", general: queue(2, dynamic(6, "shrinking"), flat), simple: queue(2, dynamic(6, "own-length"), flat), relative: 1e-5 },
  { name: "a timeout of none is dynamic", general: queue(2, { name: "batch-fixed", batch: 6, timeout_s: 0 }, bulk), simple: queue(2, dynamic(6), bulk), relative: 0.05, only: /mean/ },
  { name: "a timeout that never comes is a fixed batch", general: queue(2, { name: "batch-fixed", batch: 6, timeout_s: never }, bulk), simple: queue(2, { name: "batch-fixed", batch: 6 }, bulk), relative: 0.05, only: /mean/ },
  // Continuous batching.
  { name: "continuous batching of one", general: queue(1, { name: "continuous-batching", max_batch: 1, iteration: { fixed_s: 0.02, per_request_s: 0.002 } }, { tokens }), simple: queue(1, "fcfs", { per_token_s: 0.022, fixed_s: 0, tokens }), only: /wait|sojourn|p_idle/ },
  { name: "continuous batching of one-token requests, geometric or fixed", general: queue(20, { name: "continuous-batching", max_batch: 4, iteration: { fixed_s: 0.02, per_request_s: 0.01 } }, { tokens: { dist: "tokens-geometric", mean: 1 } }), simple: queue(20, { name: "continuous-batching", max_batch: 4, iteration: { fixed_s: 0.02, per_request_s: 0.01 } }, { tokens: { dist: "deterministic", value: 1 } }) },
  { name: "one-token requests are dynamic batches", general: queue(20, { name: "continuous-batching", max_batch: 4, iteration: { fixed_s: 0.02, per_request_s: 0.01 } }, { tokens: { dist: "deterministic", value: 1 } }), simple: queue(20, dynamic(4), { batch: { fixed_s: 0.02, per_request_s: 0.01, per_token_s: 0, per_request_token_s: 0 }, tokens: { dist: "deterministic", value: 1 } }), only: /mean_(wait|sojourn|batch)|p_idle|var_batch/ },
  { name: "a KV cache that never fills", general: queue(1, { name: "continuous-batching", max_batch: 1, kv_capacity_tokens: 1e6, input_tokens: 5, iteration: { fixed_s: 0.02, per_request_s: 0.002 } }, { tokens }), simple: queue(1, { name: "continuous-batching", max_batch: 1, iteration: { fixed_s: 0.02, per_request_s: 0.002 } }, { tokens }), relative: 0.05, only: /mean/ },
];
