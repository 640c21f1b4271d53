import { createStreams } from "../../numerics/random.ts";
import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { lawOf } from "../../workloads/distributions.ts";
import type { QueueCase, SimulationAnswer, SimulationOptions } from "../types.ts";
import { batches } from "./queues/batch.ts";
import { requireCapacity } from "./queues/capacity.ts";
import { continuousBatching } from "./queues/continuous-batching.ts";
import { fcfs, lindley } from "./queues/fcfs.ts";
import { foregroundBackground } from "./queues/foreground-background.ts";
import { mlfq } from "./queues/mlfq.ts";
import { closedNetwork, multiRateLoss, tandem } from "./queues/networks.ts";
import { processorSharing } from "./queues/processor-sharing.ts";
import { ranked } from "./queues/ranked.ts";
import { type QueueSetup, type QueueStreams, queueSetup } from "./queues/setup.ts";
import { mergeTransient, type TransientWindow, transient } from "./queues/transient.ts";
import { valuesOf } from "./queues/values.ts";
import { mergeWindows, type QueueWindow } from "./queues/window.ts";
import { intervalOf, type Replication, replicate } from "./replications.ts";

const REPLICATIONS = 32;
/** Requests of all replications together to begin with. */
const INITIAL = 320_000;
/** Work that a case may cost, in seconds of the reference machine, at the costs below. */
const MOST_SECONDS = 10;
/** Arrivals of one run of a queue that is looked at at given times; there are at least 256 runs. */
const MOST_ARRIVALS_OF_RUN = 300_000;

/**
 * Simulates a case of the contract's kind `queue`, whatever its discipline: independent replications without their start-up,
 * continued until every value has a 95 % interval of relative half-width `precision` (variances twice that, which is as much
 * for the standard deviation; probabilities relative to at least 0.01, quantiles to at least the mean) or about ten seconds of work
 * are spent, measured in requests so that the answer depends on the seed alone.
 *
 * @throws RidgepointError `invalid-value` for a precision or a seed that is none; `unstable`, with the capacity, for a load without a
 *   steady state; `infeasible` for a request that does not fit into the KV cache; `unsupported` for a combination of arrivals, service and
 *   discipline that has no meaning.
 */
export function simulateQueue(c: QueueCase, { precision, seed }: SimulationOptions): SimulationAnswer {
  if (!(precision > 0)) throw invalidValue("precision", precision, "must be positive");
  if (!Number.isFinite(seed)) throw invalidValue("seed", seed, "must be a finite number");
  const setup = queueSetup(c);
  if (setup.arrivals.process === "sinusoidal") return simulateTransient(setup, setup.arrivals.at_s, precision, seed);
  if (setup.arrivals.process !== "closed") requireCapacity(setup);
  const { make, nanoseconds } = queueModel(setup);
  const windows = replicate<QueueWindow>(streamsOf(seed).map(make), {
    initial: INITIAL / REPLICATIONS,
    most: (MOST_SECONDS * 1e9) / nanoseconds / REPLICATIONS,
    merge: mergeWindows,
    precise: (kept) => preciseValues(kept.map((window) => valuesOf(window, setup)), precision),
  });
  const requests = windows.reduce((sum, { classes }) => classes.reduce((all, record) => all + record.served, sum), 0);
  const answer = acrossValues(windows.map((window) => valuesOf(window, setup)), requests);
  addClipping(answer, setup);
  return answer;
}

/** How a case is simulated, and about what a request costs (Node 20, 2.6 GHz class of machine). */
export function queueModel(setup: QueueSetup): { make: (streams: QueueStreams) => Replication<QueueWindow>; nanoseconds: number } {
  const { discipline, arrivals, servers, classes } = setup;
  switch (discipline.name) {
    case "fcfs":
      if (servers === 1 && classes === 1) return { make: (streams) => lindley(setup, streams), nanoseconds: 100 };
      return { make: (streams) => fcfs(setup, streams), nanoseconds: 150 };
    case "fcfs-impatient":
    case "loss":
    case "finite-buffer":
      return { make: (streams) => fcfs(setup, streams), nanoseconds: 200 };
    case "processor-sharing":
    case "limited-processor-sharing":
      return { make: (streams) => processorSharing(setup, streams), nanoseconds: 250 };
    case "foreground-background":
      return { make: (streams) => foregroundBackground(setup, streams), nanoseconds: 350 };
    case "mlfq": {
      const { thresholds_s: thresholds } = discipline;
      return { make: (streams) => mlfq(setup, streams, thresholds), nanoseconds: 300 };
    }
    case "multi-rate-loss": {
      const { capacity, sizes } = discipline;
      return { make: (streams) => multiRateLoss(setup, streams, capacity, sizes), nanoseconds: 200 };
    }
    case "tandem": {
      const stages = discipline.servers;
      return { make: (streams) => tandem(setup, streams, stages), nanoseconds: 150 * stages.length + 100 };
    }
    case "closed-network": {
      if (arrivals.process !== "closed") {
        throw new RidgepointError("unsupported", 'closed-network needs arrivals of process "closed"', { path: "arrivals.process", value: arrivals.process });
      }
      const demands = discipline.demands_s;
      const { population, think_s: think } = arrivals;
      return { make: (streams) => closedNetwork(streams, demands, population, think), nanoseconds: 100 * (demands.length + 1) };
    }
    case "batch-dynamic":
    case "batch-fixed":
    case "batch-threshold":
      return { make: (streams) => batches(setup, streams), nanoseconds: 200 };
    case "continuous-batching":
      return { make: (streams) => continuousBatching(setup, streams, discipline), nanoseconds: 350 };
    default:
      return { make: (streams) => ranked(setup, streams), nanoseconds: 250 };
  }
}

/** Values at moments of time from an empty start. */
function simulateTransient(setup: QueueSetup, times: readonly number[], precision: number, seed: number): SimulationAnswer {
  const arrivalsOfRun = Math.max(1, setup.rate * Math.max(...times, 0));
  if (arrivalsOfRun > MOST_ARRIVALS_OF_RUN) {
    throw new RidgepointError("unsupported", `arrivals.at_s: each run would need ${Math.round(arrivalsOfRun)} arrivals; ask for times before ${MOST_ARRIVALS_OF_RUN / setup.rate} s`, {
      path: "arrivals.at_s",
      value: times,
    });
  }
  const read = (window: TransientWindow): Record<string, number[]> => ({
    mean_in_system: Array.from(window.present, (sum) => sum / window.runs),
    p_wait: Array.from(window.allBusy, (sum) => sum / window.runs),
  });
  const answer = (kept: readonly TransientWindow[]): SimulationAnswer => {
    const values: SimulationAnswer["values"] = {};
    const ci95: SimulationAnswer["ci95"] = {};
    const all = kept.map(read);
    for (const name of ["mean_in_system", "p_wait"]) {
      const intervals = times.map((_, i) => intervalOf(all.map((one) => one[name]![i]!)));
      values[name] = intervals.map(({ mean }) => mean);
      ci95[name] = intervals.map(({ mean, halfWidth }): [number, number] => [Math.max(0, mean - halfWidth), mean + halfWidth]);
    }
    return { values, ci95 };
  };
  const precise = (kept: readonly TransientWindow[]): boolean => {
    const all = kept.map(read);
    return ["mean_in_system", "p_wait"].every((name) =>
      times.every((_, i) => {
        const { mean, halfWidth } = intervalOf(all.map((one) => one[name]![i]!));
        return halfWidth <= precision * Math.max(mean, 0.01);
      }),
    );
  };
  return answer(
    replicate<TransientWindow>(
      streamsOf(seed).map((streams) => transient(setup, streams, times)),
      {
        initial: Math.max(8, INITIAL / arrivalsOfRun / REPLICATIONS),
        most: (MOST_SECONDS * 1e9) / (150 * arrivalsOfRun) / REPLICATIONS,
        merge: mergeTransient,
        precise,
      },
    ),
  );
}

function streamsOf(seed: number): QueueStreams[] {
  const streams = createStreams(seed, 3 * REPLICATIONS);
  return Array.from({ length: REPLICATIONS }, (_, i) => ({
    arrivals: streams[3 * i]!,
    services: streams[3 * i + 1]!,
    other: streams[3 * i + 2]!,
  }));
}

/** Values that may lie near 0 without being unimportant are held to an absolute precision there. */
const SHARES = /(^|_)p_|utilisation|fraction/;
/** Quantiles and variances: of what, and of which class. */
const SPREAD = /^(class\d+_)?(?:(p\d+)|var)_(.+)$/;

function preciseValues(replications: readonly Record<string, number>[], precision: number): boolean {
  const across = (name: string): { mean: number; halfWidth: number } => intervalOf(replications.map((values) => values[name] ?? 0));
  return Object.keys(replications[0]!).every((name) => {
    const { mean, halfWidth } = across(name);
    const spread = SPREAD.exec(name);
    // A median next to the atom at zero is held to the precision of the mean, not of itself.
    const scale = spread ? across(`${spread[1] ?? ""}mean_${spread[3]}`).mean : 0;
    if (spread !== null && spread[2] === undefined) return halfWidth <= 2 * precision * Math.max(mean, scale * scale);
    return halfWidth <= precision * Math.max(mean, SHARES.test(name) ? 0.01 : scale);
  });
}

/**
 * Means and intervals. An interval is never narrower than what the method itself blurs: rounding, the sketch between its bins
 * (quantiles), and for shares what `requests` without a single occurrence cannot tell from 0 (3/n, "rule of three").
 */
function acrossValues(replications: readonly Record<string, number>[], requests: number): SimulationAnswer {
  const values: SimulationAnswer["values"] = {};
  const ci95: SimulationAnswer["ci95"] = {};
  for (const name of Object.keys(replications[0]!)) {
    const { mean, halfWidth } = intervalOf(replications.map((one) => one[name] ?? 0));
    const blur = SPREAD.exec(name)?.[2] === undefined ? 1e-9 : 1e-5;
    const half = Math.max(halfWidth, blur * Math.abs(mean), SHARES.test(name) ? 3 / requests : 0);
    values[name] = mean;
    // No figure of a queue is negative.
    ci95[name] = [Math.max(0, mean - half), mean + half];
  }
  return { values, ci95 };
}

/** What the cap cuts off is a property of the law and needs no simulation. */
function addClipping(answer: SimulationAnswer, { services }: QueueSetup): void {
  const service = services[0];
  if (services.length !== 1 || service === undefined || !("cap" in service) || service.cap === undefined) return;
  const law = lawOf(service.tokens);
  const clipped = law.tail(service.cap);
  const lost = law.excess(1, service.cap) / law.mean;
  answer.values["p_clipped"] = clipped;
  answer.ci95["p_clipped"] = [clipped, clipped];
  answer.values["lost_token_fraction"] = lost;
  answer.ci95["lost_token_fraction"] = [lost, lost];
}
