import { gg1Fcfs } from "../gg1/fcfs.ts";
import { mmk } from "../many-servers/erlang.ts";
import { mdk } from "../many-servers/mdk.ts";
import { mmppMk } from "../many-servers/modulated.ts";
import { gimk } from "../many-servers/renewal.ts";
import { timeVaryingQueue } from "../many-servers/time-varying.ts";
import { mg1Fcfs, mg1FcfsClasses, type TimeLaw } from "../mg1/fcfs.ts";
import type { Arrivals } from "../../workloads/types.ts";
import { exponentialMean, fixedValue } from "../../workloads/recognise.ts";
import { mixedService, readyArrivals, type ReadyClass } from "./ready.ts";
import { putFlow, putLaw, putOneServer, putWaitProbability, type Analysis, type Values } from "./values.ts";

/** `fcfs` with servers ≥ 1. */
export function analyseFirstCome(arrivals: Arrivals, classes: readonly ReadyClass[], servers: number): Analysis | undefined {
  const service = mixedService(classes);
  const rate = classes.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
  const ready = readyArrivals(arrivals);
  const exponential = exponentialMean(service);
  const fixed = fixedValue(service);
  const values: Values = {};
  if (arrivals.process === "classes" && arrivals.rates_per_s.length > 1) return analyseClasses(classes, rate, servers);
  if (ready.kind === "poisson" && exponential !== undefined) {
    const queue = mmk(rate, exponential, servers);
    putQueue(values, queue, rate);
    values["p_idle"] = queue.idleProbability;
    return { values: withClass(values, arrivals), method: "exact", complete: true };
  }
  if (ready.kind === "poisson" && fixed !== undefined) {
    const queue = mdk(rate, fixed, servers);
    putQueue(values, queue, rate);
    values["p_idle"] = queue.idleProbability;
    return { values: withClass(values, arrivals), method: "exact", complete: true };
  }
  if (ready.kind === "poisson" && servers === 1) {
    const queue = mg1Fcfs(service, rate);
    putQueue(values, { ...queue, waitProbability: queue.utilisation }, rate);
    values["p_idle"] = 1 - queue.utilisation;
    return { values: withClass(values, arrivals), method: "numerical", complete: true };
  }
  if (ready.kind === "renewal" && exponential !== undefined) {
    const queue = gimk(ready.interarrival, exponential, servers);
    putQueue(values, queue, rate);
    if (servers === 1) values["p_idle"] = 1 - queue.utilisation;
    return { values, method: "exact", complete: servers === 1 };
  }
  if (ready.kind === "renewal" && servers === 1) {
    const queue = gg1Fcfs(ready.interarrival, service);
    if (queue === undefined) return undefined;
    putQueue(values, queue, rate);
    values["p_idle"] = 1 - queue.utilisation;
    return { values, method: "numerical", complete: true };
  }
  if (ready.kind === "mmpp" && exponential !== undefined) {
    const queue = mmppMk(ready, exponential, servers);
    putQueue(values, queue, rate);
    values["p_idle"] = queue.idleProbability;
    return { values, method: "numerical", complete: true };
  }
  return undefined;
}

function putQueue(values: Values, queue: { utilisation: number; waitProbability: number; wait: TimeLaw; sojourn: TimeLaw }, rate: number): void {
  putLaw(values, "", "wait", queue.wait);
  putLaw(values, "", "sojourn", queue.sojourn);
  putWaitProbability(values, "", queue.waitProbability);
  putFlow(values, "", rate, queue.sojourn.meanSeconds);
  values["utilisation"] = queue.utilisation;
}

/** A single class is everybody. */
function withClass(values: Values, arrivals: Arrivals): Values {
  if (arrivals.process !== "classes") return values;
  const shared = Object.entries(values).filter(([name]) => name !== "utilisation" && name !== "p_idle");
  return { ...values, ...Object.fromEntries(shared.map(([name, value]) => [`class0_${name}`, value])) };
}

/** Every class waits alike; it leaves after its own service. */
function analyseClasses(classes: readonly ReadyClass[], rate: number, servers: number): Analysis | undefined {
  const service = mixedService(classes);
  const exponential = exponentialMean(service);
  const fixed = fixedValue(service);
  const values: Values = {};
  if (servers > 1) {
    // With one law for all classes they are one.
    const queue = exponential !== undefined ? mmk(rate, exponential, servers) : fixed !== undefined ? mdk(rate, fixed, servers) : undefined;
    if (queue === undefined) return undefined;
    putQueue(values, queue, rate);
    values["p_idle"] = queue.idleProbability;
    classes.forEach(({ ratePerSecond }, i) => putClass(values, i, ratePerSecond, queue));
    return { values, method: "exact", complete: true };
  }
  const queue = mg1FcfsClasses(service, rate, classes.map((one) => one.service));
  putQueue(values, { ...queue, waitProbability: queue.utilisation }, rate);
  putOneServer(values, queue.utilisation);
  classes.forEach(({ ratePerSecond }, i) => {
    putClass(values, i, ratePerSecond, { waitProbability: queue.utilisation, wait: queue.wait, sojourn: queue.classes[i]! });
  });
  return { values, method: "numerical", complete: true };
}

function putClass(values: Values, i: number, rate: number, queue: { waitProbability: number; wait: TimeLaw; sojourn: TimeLaw }): void {
  const prefix = `class${i}_`;
  putLaw(values, prefix, "wait", queue.wait);
  putLaw(values, prefix, "sojourn", queue.sojourn);
  putWaitProbability(values, prefix, queue.waitProbability);
  putFlow(values, prefix, rate, queue.sojourn.meanSeconds);
}

/** Time-varying arrivals: the queue at the wanted times, for exponential services. */
export function analyseTimeVarying(
  arrivals: Extract<Arrivals, { process: "sinusoidal" }>,
  classes: readonly ReadyClass[],
  servers: number,
  places: number,
): Analysis | undefined {
  const exponential = exponentialMean(classes[0]!.service);
  if (exponential === undefined) return undefined;
  const { rate_per_s: ratePerSecond, amplitude, period_s: periodSeconds, at_s: atSeconds } = arrivals;
  const queue = timeVaryingQueue({ ratePerSecond, amplitude, periodSeconds }, exponential, servers, places, atSeconds);
  return { values: { mean_in_system: queue.meanInSystem, p_wait: queue.busyProbability }, method: "numerical", complete: true };
}
