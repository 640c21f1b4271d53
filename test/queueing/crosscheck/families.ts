import type { BatchTime, Discipline, QueueCase, Service, ServiceTime } from "../../../src/queueing/types.ts";
import type { Distribution } from "../../../src/workloads/types.ts";
import { type Draw, meanOf } from "./draw.ts";

/** A model that analysis answers, with random parameters. */
export interface Family {
  readonly name: string;
  readonly draw: (r: Draw) => QueueCase;
}

type Law = (r: Draw) => Distribution;
const exponential: Law = (r) => r.exponential();
const fixed: Law = (r) => r.fixed();
const smooth: Law = (r) => r.smooth();
const any: Law = (r) => r.law();

const queue = (rest: Omit<QueueCase, "kind">): QueueCase => ({ kind: "queue", ...rest });
const poisson = (rate: number): QueueCase["arrivals"] => ({ process: "poisson", rate_per_s: rate });
const load = (r: Draw): number => r.real(0.3, 0.8);

/** One or several servers under Poisson arrivals. */
function served(discipline: (r: Draw) => Discipline, law: Law, servers: (r: Draw) => number = () => 1, of: (r: Draw) => number = load): Family["draw"] {
  return (r) => {
    const service = law(r);
    const k = servers(r);
    return queue({ arrivals: poisson((of(r) * k) / meanOf(service)), servers: k, discipline: discipline(r), service });
  };
}

/** Two or three classes under one discipline. */
function classed(discipline: (r: Draw) => Discipline, law: Law, servers: (r: Draw) => number = () => 1): Family["draw"] {
  return (r) => {
    const count = r.whole(2, 3);
    const service = r.list(count, () => law(r));
    const k = servers(r);
    const shares = r.list(count, () => r.real(0.5, 1.5));
    const total = shares.reduce((sum, share) => sum + share, 0);
    const busy = load(r) * k;
    const rates_per_s = shares.map((share, i) => (busy * share) / total / meanOf(service[i]!));
    return queue({ arrivals: { process: "classes", rates_per_s }, servers: k, discipline: discipline(r), service });
  };
}

const named =
  (name: Discipline): (() => Discipline) =>
  () =>
    name;
const few = (r: Draw): number => r.whole(2, 5);

function renewal(service: Law, servers: (r: Draw) => number, discipline: Discipline = "fcfs"): Family["draw"] {
  return (r) => {
    const law = service(r);
    const k = servers(r);
    const mean = meanOf(law) / (load(r) * k);
    const interarrival = r.one<Distribution>([
      { dist: "deterministic", value: mean },
      { dist: "erlang", phases: r.whole(2, 5), mean },
      { dist: "uniform", low: 0.2 * mean, high: 1.8 * mean },
      { dist: "hyperexponential", probabilities: [0.6, 0.4], means: [0.4 * mean, 1.9 * mean] },
    ]);
    return queue({ arrivals: { process: "renewal", interarrival }, servers: k, discipline, service: law });
  };
}

function modulated(servers: (r: Draw) => number, discipline: (r: Draw) => Discipline = named("fcfs")): Family["draw"] {
  return (r) => {
    const service = r.exponential();
    const k = servers(r);
    const [up, down] = [r.real(0.1, 1), r.real(0.1, 1)];
    const rate = (load(r) * k) / meanOf(service);
    const low = r.real(0.1, 0.8);
    // The share of time in the busy state is up/(up + down); its rate follows from the mean.
    const high = (rate * (up + down - low * down)) / up;
    return queue({ arrivals: { process: "mmpp", rates_per_s: [low * rate, high], generator: [[-up, up], [down, -down]] }, servers: k, discipline: discipline(r), service });
  };
}

const patience = (r: Draw): Discipline =>
  r.one<() => Discipline>([
    () => ({ name: "fcfs-impatient", patience_s: r.real(0.5, 5) }),
    () => ({ name: "fcfs-impatient", patience: { dist: "exponential", mean: r.real(0.5, 5) } }),
    () => ({ name: "fcfs-impatient", patience: { dist: "uniform", low: 0.2, high: r.real(1, 6) } }),
  ])();
const overload = (r: Draw): number => r.real(0.4, 1.5);
const buffer = (r: Draw): Discipline => ({ name: "finite-buffer", buffer: r.whole(1, 8) });

function batch(discipline: (r: Draw, most: number) => Discipline, tokens: Law): Family["draw"] {
  return (r) => {
    const time: BatchTime = { fixed_s: r.real(0.1, 1), per_request_s: r.real(0, 0.1), per_token_s: r.real(0.01, 0.1), per_request_token_s: r.real(0, 0.005) };
    const most = r.whole(2, 8);
    const law = tokens(r);
    // Full batches take at most as long as the longest: a bound of the capacity that needs no theory.
    const longest = "max" in law ? law.max : "values" in law ? Math.max(...law.values) : 6 * meanOf(law);
    const seconds = time.fixed_s + most * time.per_request_s + (time.per_token_s + most * time.per_request_token_s) * longest;
    return queue({ arrivals: poisson((r.real(0.3, 0.9) * most) / seconds), discipline: discipline(r, most), service: { batch: time, tokens: law } });
  };
}

const completion = (r: Draw): "padded" | "own-length" => r.one(["padded", "own-length"]);
const dynamic = (r: Draw, most: number): Discipline => ({ name: "batch-dynamic", max_batch: most, completion: completion(r) });

function iterations(tokens: Law, most: (r: Draw) => number, prefill = 0): Family["draw"] {
  return (r) => {
    const law = tokens(r);
    const b = most(r);
    const iteration = { fixed_s: r.real(0.01, 0.1), per_request_s: r.real(0, 0.02), per_prefill_s: prefill * r.real(0.01, 0.1) };
    const seconds = (iteration.fixed_s + b * iteration.per_request_s) * meanOf(law) + b * iteration.per_prefill_s;
    return queue({ arrivals: poisson((load(r) * b) / seconds), discipline: { name: "continuous-batching", max_batch: b, iteration }, service: { tokens: law } });
  };
}

function affine(r: Draw): QueueCase {
  const tokens = r.tokens();
  const service: ServiceTime & Service = { per_token_s: r.real(0.01, 0.1), fixed_s: r.real(0, 0.5), tokens, cap: r.whole(3, 40) };
  return queue({ arrivals: poisson(load(r) / (service.fixed_s + service.per_token_s * meanOf(tokens))), discipline: "fcfs", service });
}

function stages(law: Law, servers: (r: Draw) => number): Family["draw"] {
  return (r) => {
    const service = r.list(r.whole(2, 3), () => law(r));
    const counts = service.map(() => servers(r));
    const capacity = Math.min(...service.map((stage, i) => counts[i]! / meanOf(stage)));
    return queue({ arrivals: poisson(load(r) * capacity), discipline: { name: "tandem", servers: counts }, service });
  };
}

function sinusoidal(discipline: (r: Draw) => Discipline): Family["draw"] {
  return (r) => {
    const service = { dist: "exponential", mean: 1 } as const;
    const k = r.whole(1, 4);
    const period = r.real(4, 12);
    return queue({
      arrivals: { process: "sinusoidal", rate_per_s: r.real(0.3, 0.9) * k, amplitude: r.real(0.2, 1), period_s: period, at_s: [0.3 * period, period, 1.6 * period] },
      servers: k, discipline: discipline(r), service,
    });
  };
}

/** Every discipline and process of the contract that has an exact or a numerical answer. */
export const families: readonly Family[] = [
  { name: "M/M/k", draw: served(named("fcfs"), exponential, few) },
  { name: "M/D/k", draw: served(named("fcfs"), fixed, few) },
  { name: "M/G/1", draw: served(named("fcfs"), any) },
  { name: "M/G/1, capped tokens", draw: affine },
  { name: "M/G/1, classes", draw: classed(named("fcfs"), any) },
  { name: "GI/M/k", draw: renewal(exponential, (r) => r.whole(1, 4)) },
  { name: "GI/G/1", draw: renewal(smooth, () => 1) },
  { name: "MMPP/M/k", draw: modulated((r) => r.whole(1, 4)) },
  { name: "M/M/k + patience", draw: served(patience, exponential, few, overload) },
  { name: "M/G/1 + patience", draw: served(patience, smooth, () => 1, overload) },
  { name: "M/G/k/k", draw: served(named("loss"), smooth, few, overload) },
  { name: "M/G/k/k, classes", draw: classed(named("loss"), smooth, few) },
  { name: "GI/M/k/k", draw: renewal(exponential, few, "loss") },
  { name: "MMPP/M/k/k", draw: modulated(few, named("loss")) },
  { name: "M/M/k, finite buffer", draw: served(buffer, exponential, few, overload) },
  { name: "M/G/1, finite buffer", draw: served(buffer, any, () => 1, overload) },
  { name: "MMPP/M/k, finite buffer", draw: modulated(few, buffer) },
  {
    name: "multi-rate loss",
    draw: (r) => {
      const capacity = r.whole(4, 12);
      const service = [r.smooth(), r.smooth()];
      const sizes = [1, r.whole(2, 3)];
      const rates_per_s = service.map((law, i) => (r.real(0.2, 0.7) * capacity) / sizes[i]! / meanOf(law));
      return queue({ arrivals: { process: "classes", rates_per_s }, discipline: { name: "multi-rate-loss", capacity, sizes }, service });
    },
  },
  { name: "priority", draw: classed(named("priority"), any) },
  { name: "preemptive priority", draw: classed(named("priority-preemptive"), any) },
  { name: "SJF", draw: served(named("sjf"), any) },
  { name: "SJF, predicted", draw: served((r) => ({ name: "sjf-predicted", log_error_sigma: r.real(0.1, 1.5) }), any) },
  { name: "SRPT", draw: served(named("srpt"), any) },
  { name: "PSJF", draw: served(named("psjf"), any) },
  { name: "foreground-background", draw: served(named("foreground-background"), smooth) },
  { name: "MLFQ", draw: served((r) => ({ name: "mlfq", thresholds_s: [r.real(0.1, 0.5), r.real(0.6, 2)] }), any) },
  { name: "LCFS-PR", draw: classed(named("lcfs-preemptive"), any) },
  { name: "processor sharing", draw: served(named("processor-sharing"), any) },
  { name: "processor sharing, classes", draw: classed(named("processor-sharing"), any) },
  { name: "shared rate", draw: served((r) => ({ name: "limited-processor-sharing", rate: { fixed: r.real(0.2, 0.8), per_request: r.real(0.3, 0.5) } }), any, () => 1, (r) => r.real(0.5, 1.2)) },
  { name: "limited sharing", draw: served((r) => ({ name: "limited-processor-sharing", max_batch: r.whole(2, 6), rate: { fixed: 0.6, per_request: 0.4 } }), exponential) },
  { name: "tandem, exponential", draw: stages(exponential, (r) => r.whole(1, 3)) },
  { name: "tandem, any first stage", draw: stages(any, () => 1) },
  {
    name: "closed network",
    draw: (r) => queue({ arrivals: { process: "closed", population: r.whole(1, 8), think_s: r.real(0, 3) }, discipline: { name: "closed-network", demands_s: r.list(r.whole(1, 4), () => r.real(0.1, 1.5)) } }),
  },
  { name: "dynamic batches", draw: batch(dynamic, (r) => r.tokens()) },
  { name: "dynamic batches, no limit", draw: batch((r) => ({ name: "batch-dynamic", completion: completion(r) }), (r) => ({ dist: "tokens-uniform", max: r.whole(5, 30) })) },
  { name: "dynamic batches, shrinking", draw: batch((_, most) => ({ name: "batch-dynamic", max_batch: most, completion: "shrinking" }), (r) => ({ dist: "tokens-uniform", max: r.whole(5, 20) })) },
  { name: "fixed batches", draw: batch((r, most) => ({ name: "batch-fixed", batch: most, completion: completion(r) }), (r) => r.tokens()) },
  { name: "threshold batches", draw: batch((r, most) => ({ name: "batch-threshold", min_batch: r.whole(1, most), max_batch: most, completion: completion(r) }), (r) => r.tokens()) },
  { name: "continuous batching, geometric", draw: iterations((r) => ({ dist: "tokens-geometric", mean: r.real(2, 40) }), (r) => r.whole(2, 12)) },
  { name: "continuous batching, one token", draw: iterations(() => ({ dist: "deterministic", value: 1 }), (r) => r.whole(2, 12), 1) },
  { name: "continuous batching of one", draw: iterations((r) => r.tokens(), () => 1, 1) },
  { name: "M_t/M/k", draw: sinusoidal(named("fcfs")) },
  { name: "M_t/M/k, finite buffer", draw: sinusoidal(buffer) },
  { name: "M_t/M/k/k", draw: sinusoidal(named("loss")) },
];
