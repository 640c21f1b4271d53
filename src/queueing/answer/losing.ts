import { deterministicLaw, lawOf } from "../../workloads/distributions.ts";
import type { Arrivals } from "../../workloads/types.ts";
import { mg1Impatient } from "../impatience/mg1.ts";
import { mmkImpatient } from "../impatience/mmk.ts";
import { mg1Finite, mmppMkFinite, type FiniteQueueTimes } from "../loss/finite-buffer.ts";
import { multiRateLoss } from "../loss/multi-rate.ts";
import { erlangB } from "../many-servers/erlang.ts";
import { renewalLoss } from "../many-servers/renewal.ts";
import type { DisciplineObject } from "../types.ts";
import { exponentialMean } from "../../workloads/recognise.ts";
import { mixedService, readyArrivals, type ReadyClass } from "./ready.ts";
import { putFlow, putLaw, putNoWait, putWaitProbability, type Analysis, type Values } from "./values.ts";

/** `fcfs-impatient`: one server with any service, or several with exponential services; any patience. */
export function analyseImpatient(
  arrivals: Arrivals,
  classes: readonly ReadyClass[],
  servers: number,
  discipline: Extract<DisciplineObject, { name: "fcfs-impatient" }>,
): Analysis | undefined {
  const service = mixedService(classes);
  const exponential = exponentialMean(service);
  if (readyArrivals(arrivals).kind !== "poisson" || (servers > 1 && exponential === undefined)) return undefined;
  const rate = totalRate(classes);
  const patience = discipline.patience === undefined ? deterministicLaw(discipline.patience_s) : lawOf(discipline.patience);
  const queue = exponential === undefined ? mg1Impatient(service, rate, patience) : mmkImpatient(rate, exponential, servers, patience);
  const served = rate * (1 - queue.abandonProbability);
  const values: Values = {};
  putLaw(values, "", "wait", queue.wait);
  putLaw(values, "", "sojourn", queue.sojourn);
  putWaitProbability(values, "", queue.waitProbability);
  values["p_abandon"] = queue.abandonProbability;
  values["mean_served_wait_s"] = queue.served.meanSeconds;
  values["mean_in_system"] = rate * queue.wait.meanSeconds + served * service.mean;
  values["throughput_per_s"] = served;
  values["utilisation"] = queue.utilisation;
  if (servers === 1) values["p_idle"] = 1 - queue.utilisation;
  return { values, method: "numerical", complete: servers === 1 && arrivals.process !== "classes", relativeError: 1e-6 };
}

/** `loss`: no waiting places. Under Poisson arrivals only the mean service counts; renewal arrivals need exponential services. */
export function analyseLoss(arrivals: Arrivals, classes: readonly ReadyClass[], servers: number): Analysis | undefined {
  const service = mixedService(classes);
  const rate = totalRate(classes);
  const ready = readyArrivals(arrivals);
  const exponential = exponentialMean(service);
  let blocking: number;
  if (ready.kind === "poisson") blocking = erlangB(rate * service.mean, servers);
  else if (ready.kind === "renewal" && exponential !== undefined) blocking = renewalLoss(ready.interarrival, exponential, servers);
  else if (ready.kind === "mmpp" && exponential !== undefined) return finite(mmppMkFinite(ready, exponential, servers, 0), rate, servers, exponential, "numerical");
  else return undefined;
  const carried = rate * (1 - blocking);
  const values: Values = {};
  putAdmittedAtOnce(values, "", blocking);
  putLaw(values, "", "sojourn", lawTimes(service));
  putFlow(values, "", carried, service.mean);
  values["utilisation"] = (carried * service.mean) / servers;
  if (ready.kind === "poisson") values["p_idle"] = poissonIdle(rate * service.mean, servers);
  if (arrivals.process === "classes") {
    classes.forEach(({ ratePerSecond, service: own }, i) => {
      putAdmittedAtOnce(values, `class${i}_`, blocking);
      putLaw(values, `class${i}_`, "sojourn", lawTimes(own));
      putFlow(values, `class${i}_`, ratePerSecond * (1 - blocking), own.mean);
    });
  }
  return { values, method: "exact", complete: ready.kind === "poisson" };
}

/** `finite-buffer`: exponential services with Poisson or modulated arrivals, or one server with any service. */
export function analyseFiniteBuffer(
  arrivals: Arrivals,
  classes: readonly ReadyClass[],
  servers: number,
  buffer: number,
): Analysis | undefined {
  if (buffer === 0) return analyseLoss(arrivals, classes, servers);
  const service = mixedService(classes);
  const rate = totalRate(classes);
  const ready = readyArrivals(arrivals);
  const exponential = exponentialMean(service);
  const single = arrivals.process !== "classes";
  if (exponential !== undefined && ready.kind === "poisson") {
    const queue = mmppMkFinite({ rates: [rate], generator: [[0]] }, exponential, servers, buffer);
    return { ...finite(queue, rate, servers, exponential, "exact"), complete: single };
  }
  if (exponential !== undefined && ready.kind === "mmpp") return finite(mmppMkFinite(ready, exponential, servers, buffer), rate, servers, exponential, "numerical");
  if (ready.kind !== "poisson" || servers > 1) return undefined;
  const queue = mg1Finite(service, rate, buffer);
  const admitted = rate * (1 - queue.blockingProbability);
  const values: Values = {
    mean_wait_s: queue.meanWaitSeconds,
    mean_served_wait_s: queue.meanWaitSeconds,
    mean_sojourn_s: queue.meanWaitSeconds + service.mean,
    p_block: queue.blockingProbability,
    p_idle: queue.idleProbability,
    utilisation: 1 - queue.idleProbability,
    throughput_per_s: admitted,
    mean_in_system: queue.meanInSystem,
  };
  putWaitProbability(values, "", 1 - queue.idleProbability);
  return { values, method: "exact", complete: false };
}

function finite(queue: FiniteQueueTimes, rate: number, servers: number, serviceSeconds: number, method: "exact" | "numerical"): Analysis {
  const admitted = rate * (1 - queue.blockingProbability);
  const values: Values = {};
  putLaw(values, "", "wait", queue.wait);
  putLaw(values, "", "sojourn", queue.sojourn);
  // Of all arrivals, the refused ones included: those could not start at once either.
  putWaitProbability(values, "", queue.waitProbability * (1 - queue.blockingProbability) + queue.blockingProbability);
  values["p_block"] = queue.blockingProbability;
  values["mean_served_wait_s"] = queue.wait.meanSeconds;
  values["throughput_per_s"] = admitted;
  values["mean_in_system"] = queue.meanInSystem;
  values["utilisation"] = (admitted * serviceSeconds) / servers;
  values["p_idle"] = queue.idleProbability;
  return { values, method, complete: true };
}

/** `multi-rate-loss`: Kaufman and Roberts, any service laws. */
export function analyseMultiRate(
  arrivals: Arrivals,
  classes: readonly ReadyClass[],
  { capacity, sizes }: Extract<DisciplineObject, { name: "multi-rate-loss" }>,
): Analysis | undefined {
  if (readyArrivals(arrivals).kind !== "poisson") return undefined;
  const loss = multiRateLoss(
    capacity,
    classes.map(({ ratePerSecond, service }, i) => ({ load: ratePerSecond * service.mean, size: sizes[i]! })),
  );
  const rate = totalRate(classes);
  const carried = classes.map(({ ratePerSecond }, i) => ratePerSecond * (1 - loss.blocking[i]!));
  const throughput = carried.reduce((sum, x) => sum + x, 0);
  const values: Values = {};
  putAdmittedAtOnce(values, "", 1 - throughput / rate);
  // Who is in service: the admitted, in proportion to what they carry.
  const admitted = mixedService(classes.map(({ service }, i) => ({ ratePerSecond: Math.max(carried[i]!, 1e-300), service })));
  putLaw(values, "", "sojourn", lawTimes(admitted));
  putFlow(values, "", throughput, admitted.mean);
  values["utilisation"] = loss.meanHeld / capacity;
  if (arrivals.process === "classes") {
    classes.forEach(({ service }, i) => {
      putAdmittedAtOnce(values, `class${i}_`, loss.blocking[i]!);
      putLaw(values, `class${i}_`, "sojourn", lawTimes(service));
      putFlow(values, `class${i}_`, carried[i]!, service.mean);
    });
  }
  return { values, method: "exact", complete: true };
}

/** Admitted requests start at once; the others are refused and wait for nothing. */
function putAdmittedAtOnce(values: Values, prefix: string, blocking: number): void {
  putNoWait(values, prefix);
  putWaitProbability(values, prefix, blocking);
  values[`${prefix}p_block`] = blocking;
}

function lawTimes(law: { mean: number; variance: number; quantile: (q: number) => number; tail: (x: number) => number }): Parameters<typeof putLaw>[3] {
  return { meanSeconds: law.mean, varianceSecondsSquared: law.variance, quantile: law.quantile, tail: law.tail };
}

function totalRate(classes: readonly ReadyClass[]): number {
  return classes.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
}

/** P(0 busy) of Erlang's loss system, in logarithms. */
function poissonIdle(load: number, servers: number): number {
  let term = 0;
  let highest = 0;
  const logs = [0];
  for (let j = 1; j <= servers; j++) {
    term += Math.log(load / j);
    logs.push(term);
    highest = Math.max(highest, term);
  }
  return Math.exp(-highest) / logs.reduce((sum, log) => sum + Math.exp(log - highest), 0);
}
