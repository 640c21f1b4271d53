import type { Distribution } from "../../../src/workloads/types.ts";
import type { QueueCase } from "../../../src/queueing/types.ts";

/** A case whose answer is known, with the values that are. */
export interface Anchor {
  readonly name: string;
  readonly case: QueueCase;
  readonly exact: Readonly<Record<string, number>>;
}

const unit: Distribution = { dist: "exponential", mean: 1 };
const poisson = (rate: number): QueueCase["arrivals"] => ({ process: "poisson", rate_per_s: rate });
const queue = (rate: number, discipline: QueueCase["discipline"], service: QueueCase["service"] = unit, more: Partial<QueueCase> = {}): QueueCase => ({
  kind: "queue",
  arrivals: poisson(rate),
  discipline,
  ...(service === undefined ? {} : { service }),
  ...more,
});
/** Inoue's linear batch time with one token a request: H_b = αb + τ0. */
const linear = (alpha: number, tau: number): QueueCase["service"] => ({
  batch: { fixed_s: tau, per_request_s: alpha, per_token_s: 0, per_request_token_s: 0 },
  tokens: { dist: "deterministic", value: 1 },
});

/**
 * Textbook systems with unit mean service unless said otherwise: M/G/1 (Pollaczek and Khinchine), M/M/k and Erlang (1917),
 * Erlang A (Palm 1957), M/D/k (Franx 2001), priorities (Cobham 1954), size-based disciplines (Schrage and Miller 1966),
 * processor sharing (Ott 1984 for the variance), Kaufman (1981) and Roberts (1981), exact MVA (Reiser and Lavenberg 1980),
 * linear batch times (Inoue 2021).
 */
export const anchors: readonly Anchor[] = [
  { name: "M/M/1", case: queue(0.6, "fcfs"), exact: { mean_wait_s: 1.5, var_wait_s: 5.25, p95_wait_s: Math.log(12) / 0.4, p50_sojourn_s: Math.LN2 / 0.4, p99_sojourn_s: Math.log(100) / 0.4, p_wait: 0.6, p_idle: 0.4, utilisation: 0.6, mean_in_system: 1.5, throughput_per_s: 0.6 } },
  { name: "M/M/1, wait below the atom", case: queue(0.4, "fcfs"), exact: { p50_wait_s: 0, mean_wait_s: 0.4 / 0.6 } },
  { name: "M/D/1", case: queue(0.6, "fcfs", { dist: "deterministic", value: 1 }), exact: { mean_wait_s: 0.75, var_wait_s: 1.0625, p95_wait_s: 2.829466 } },
  { name: "M/E2/1", case: queue(0.6, "fcfs", { dist: "erlang", phases: 2, mean: 1 }), exact: { mean_wait_s: 1.125 } },
  { name: "M/M/3", case: queue(2.25, "fcfs", unit, { servers: 3 }), exact: { p_wait: 0.567757, mean_wait_s: 0.7570093, p99_wait_s: 5.385478, utilisation: 0.75 } },
  { name: "M/D/2", case: queue(1, "fcfs", { dist: "deterministic", value: 1 }, { servers: 2 }), exact: { mean_wait_s: 0.1767411 } },
  { name: "D/M/1", case: queue(1, "fcfs", unit, { arrivals: { process: "renewal", interarrival: { dist: "deterministic", value: 1 / 0.6 } } }), exact: { p_wait: 0.3242433, mean_wait_s: 0.4798225 } },
  { name: "MMPP of equal rates", case: queue(1, "fcfs", unit, { arrivals: { process: "mmpp", rates_per_s: [0.6, 0.6], generator: [[-1, 1], [2, -2]] } }), exact: { mean_wait_s: 1.5 } },
  { name: "Erlang B", case: queue(2, "loss", { dist: "deterministic", value: 1 }, { servers: 3 }), exact: { p_block: 4 / 19 } },
  { name: "M/M/1 with five places", case: queue(0.8, { name: "finite-buffer", buffer: 4 }), exact: { p_block: 0.0888195 } },
  { name: "Erlang A", case: queue(10, { name: "fcfs-impatient", patience: unit }, unit, { servers: 10 }), exact: { p_wait: 0.5420703, p_abandon: 0.12511, mean_in_system: 10 } },
  { name: "deterministic patience", case: queue(0.6, { name: "fcfs-impatient", patience_s: 2 }), exact: { p_abandon: 0.128649, mean_served_wait_s: 0.3926763 } },
  { name: "priority", case: queue(1, "priority", [unit, unit], { arrivals: { process: "classes", rates_per_s: [0.2, 0.4] } }), exact: { class0_mean_wait_s: 0.75, class1_mean_wait_s: 1.875 } },
  { name: "preemptive priority", case: queue(1, "priority-preemptive", [unit, unit], { arrivals: { process: "classes", rates_per_s: [0.2, 0.4] } }), exact: { class0_mean_sojourn_s: 1.25, class1_mean_sojourn_s: 3.125 } },
  { name: "processor sharing", case: queue(0.6, "processor-sharing"), exact: { mean_sojourn_s: 2.5, var_sojourn_s: 11.607143 } },
  { name: "foreground-background", case: queue(0.6, "foreground-background"), exact: { mean_sojourn_s: 2.5 } },
  { name: "lcfs-preemptive", case: queue(0.6, "lcfs-preemptive"), exact: { mean_sojourn_s: 2.5, mean_wait_s: 0 } },
  { name: "srpt", case: queue(0.6, "srpt"), exact: { mean_sojourn_s: 1.604094 } },
  { name: "psjf", case: queue(0.6, "psjf"), exact: { mean_sojourn_s: 1.752608 } },
  { name: "sjf", case: queue(0.6, "sjf"), exact: { mean_sojourn_s: 1.962457 } },
  { name: "sjf predicted exactly", case: queue(0.6, { name: "sjf-predicted", log_error_sigma: 0 }), exact: { mean_sojourn_s: 1.962457 } },
  { name: "mlfq of one level", case: queue(0.6, { name: "mlfq", thresholds_s: [] }), exact: { mean_sojourn_s: 2.5, mean_wait_s: 1.5 } },
  { name: "shared rate n/(0.5 + 0.5 n), Erlang sizes", case: queue(1, { name: "limited-processor-sharing", rate: { fixed: 0.5, per_request: 0.5 } }, { dist: "erlang", phases: 3, mean: 1 }), exact: { mean_sojourn_s: 2 } },
  { name: "multi-rate loss", case: queue(1, { name: "multi-rate-loss", capacity: 4, sizes: [1, 2] }, [unit, { dist: "deterministic", value: 1 }], { arrivals: { process: "classes", rates_per_s: [1, 1] } }), exact: { class0_p_block: 0.1824818, class1_p_block: 0.3868613 } },
  { name: "closed network", case: { kind: "queue", arrivals: { process: "closed", population: 3, think_s: 0 }, discipline: { name: "closed-network", demands_s: [1, 1] } }, exact: { throughput_per_s: 0.75, mean_sojourn_s: 4 } },
  { name: "tandem", case: queue(0.5, { name: "tandem", servers: [1, 1] }, [unit, { dist: "exponential", mean: 0.5 }]), exact: { mean_sojourn_s: 2 + 2 / 3, mean_ttft_s: 2 } },
  { name: "dynamic batches, linear time", case: queue(0.4, { name: "batch-dynamic" }, linear(1, 1)), exact: { mean_sojourn_s: 3.605231, mean_batch: 1.341311 } },
  { name: "dynamic batches, V100", case: queue(4, { name: "batch-dynamic" }, linear(0.1438, 1.8874)), exact: { mean_sojourn_s: 6.941255, mean_batch: 17.77213 } },
  { name: "dynamic batches of one", case: queue(0.6, { name: "batch-dynamic", max_batch: 1 }), exact: { mean_wait_s: 1.5 } },
  { name: "continuous batching of one", case: queue(0.5, { name: "continuous-batching", max_batch: 1, iteration: { fixed_s: 0.02, per_request_s: 0 } }, { tokens: { dist: "tokens-geometric", mean: 50 } }), exact: { mean_wait_s: 0.99, mean_sojourn_s: 1.99 } },
  { name: "capped tokens", case: queue(1 / 40, "fcfs", { per_token_s: 0.0225, fixed_s: 0, tokens: { dist: "tokens-lognormal", mu: 7, sigma: 0.7, max: 20_000 }, cap: 1600 }), exact: { mean_wait_s: 22.34004, utilisation: 0.6092995, p_clipped: 1 - 0.7052827 } },
];
