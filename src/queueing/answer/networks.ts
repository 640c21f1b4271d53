import { closedNetwork } from "../networks/closed.ts";
import { tandem } from "../networks/tandem.ts";
import { mdk } from "../many-servers/mdk.ts";
import { mmk } from "../many-servers/erlang.ts";
import { mg1Fcfs, type TimeLaw } from "../mg1/fcfs.ts";
import type { Law } from "../../workloads/law.ts";
import type { Arrivals } from "../../workloads/types.ts";
import { exponentialMean, fixedValue } from "../../workloads/recognise.ts";
import { meanRate } from "../arrivals.ts";
import { readyArrivals } from "./ready.ts";
import { putFirstToken, putFlow, putLaw, putWaitProbability, type Analysis, type Values } from "./values.ts";

/** `closed-network` with a closed population. */
export function analyseClosed(arrivals: Extract<Arrivals, { process: "closed" }>, demandsSeconds: readonly number[]): Analysis {
  const network = closedNetwork(demandsSeconds, arrivals.population, arrivals.think_s);
  const values: Values = {
    mean_sojourn_s: network.cycleSeconds,
    throughput_per_s: network.throughputPerSecond,
    mean_in_system: network.throughputPerSecond * network.cycleSeconds,
  };
  return { values, method: "exact", complete: false };
}

/** `tandem`: the first stage and, where all services are exponential, the whole. */
export function analyseTandem(arrivals: Arrivals, services: readonly Law[], servers: readonly number[]): Analysis | undefined {
  if (readyArrivals(arrivals).kind !== "poisson") return undefined;
  const rate = meanRate(arrivals);
  const exponential = services.map(exponentialMean);
  const values: Values = {};
  values["throughput_per_s"] = rate;
  values["utilisation"] = (rate * services.reduce((sum, { mean }) => sum + mean, 0)) / servers.reduce((sum, count) => sum + count, 0);
  if (exponential.every((mean) => mean !== undefined)) {
    const queue = tandem(rate, exponential.map((meanServiceSeconds, i) => ({ meanServiceSeconds: meanServiceSeconds!, servers: servers[i]! })));
    putFirstStage(values, mmk(rate, exponential[0]!, servers[0]!));
    putFlow(values, "", rate, queue.meanSojournSeconds);
    values["mean_sojourn_s"] = queue.meanSojournSeconds;
    if (queue.sojourn !== undefined) putLaw(values, "", "sojourn", queue.sojourn);
    return { values, method: queue.sojourn === undefined ? "exact" : "numerical", complete: queue.sojourn !== undefined };
  }
  const first = firstStage(rate, services[0]!, servers[0]!);
  if (first === undefined) return undefined;
  putFirstStage(values, first);
  // Fixed services, none longer than the first: nobody catches up with anybody after stage 1.
  const fixed = services.map(fixedValue);
  if (servers.every((count) => count === 1) && fixed.every((value) => value !== undefined && value <= fixed[0]!)) {
    const rest = fixed.slice(1).reduce<number>((sum, value) => sum + value!, 0);
    const sojourn = shifted(first.sojourn, rest);
    putLaw(values, "", "sojourn", sojourn);
    putFlow(values, "", rate, sojourn.meanSeconds);
    return { values, method: "numerical", complete: true };
  }
  return { values, method: "numerical", complete: false };
}

interface Stage {
  readonly waitProbability: number;
  readonly wait: TimeLaw;
  readonly sojourn: TimeLaw;
}

function firstStage(rate: number, service: Law, servers: number): Stage | undefined {
  const exponential = exponentialMean(service);
  const fixed = fixedValue(service);
  if (exponential !== undefined) return mmk(rate, exponential, servers);
  if (fixed !== undefined) return mdk(rate, fixed, servers);
  if (servers > 1) return undefined;
  const queue = mg1Fcfs(service, rate);
  return { ...queue, waitProbability: queue.utilisation };
}

function putFirstStage(values: Values, { wait, sojourn, waitProbability }: Stage): void {
  putLaw(values, "", "wait", wait);
  putFirstToken(values, "", sojourn);
  putWaitProbability(values, "", waitProbability);
}

function shifted(law: TimeLaw, by: number): TimeLaw {
  return {
    meanSeconds: law.meanSeconds + by,
    varianceSecondsSquared: law.varianceSecondsSquared,
    tail: (t) => law.tail(t - by),
    quantile: (q) => law.quantile(q) + by,
  };
}
