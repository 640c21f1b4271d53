import type { Law } from "../../workloads/law.ts";
import { requireStable } from "../stable.ts";
import {
  addIndependent,
  addStreams,
  delayBusyPeriod,
  NO_WORK,
  stationaryWork,
  timeMoments,
  workWithOthers,
  type TimeMoments,
  type WorkStream,
} from "./delay.ts";

/** A class of requests: Poisson arrivals and a service law. */
export interface RequestClass {
  /** Arrivals, 1/s. */
  readonly ratePerSecond: number;
  /** Law of the service time, s. */
  readonly service: Law;
}

/** What a class sees. */
export interface ClassTimes {
  /** Until service first starts. */
  readonly wait: TimeMoments;
  /** Arrival to end. */
  readonly sojourn: TimeMoments;
  /** P(service does not start at the arrival). */
  readonly waitProbability: number;
}

/** The work that a class brings. */
export function streamOf({ ratePerSecond, service }: RequestClass): WorkStream {
  const [m1, m2, m3] = service.moments;
  return { load: ratePerSecond * m1, second: ratePerSecond * m2, third: ratePerSecond * m3 };
}

/**
 * M/G/1 with classes, class 0 the most urgent, first come first served inside a class. With `s_i = Σ_{j≤i} λ_j m1_j`:
 * without preemption `E[W_i] = (Σ_j λ_j m2_j/2)/((1−s_{i−1})(1−s_i))` (Cobham 1954);
 * with preemption and resumption `E[T_i] = m1_i/(1−s_{i−1}) + (Σ_{j≤i} λ_j m2_j/2)/((1−s_{i−1})(1−s_i))`.
 * Variances from the delay busy periods behind these means (Conway, Maxwell and Miller 1967, chapter 8).
 *
 * @param classes - rates in 1/s, laws of service in s.
 * @throws RidgepointError `unstable` where all classes together load the server with 1 or more.
 */
export function mg1Priority(classes: readonly RequestClass[], preemptive: boolean): readonly ClassTimes[] {
  const streams = classes.map(streamOf);
  const total = streams.reduce(addStreams, NO_WORK);
  const rate = classes.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
  requireStable(rate, rate / total.load, "one server and this mix of classes");
  let urgent = NO_WORK;
  return classes.map(({ service }, i) => {
    const upTo = addStreams(urgent, streams[i]!);
    const lower = streams.slice(i + 1).reduce(addStreams, NO_WORK);
    const work = preemptive ? stationaryWork(upTo) : workWithOthers(upTo, lower);
    const own = { first: service.mean, second: service.moments[1] };
    const wait = delayBusyPeriod(work, urgent);
    const sojourn = preemptive ? delayBusyPeriod(addIndependent(work, own), urgent) : addIndependent(wait, own);
    const times = { wait: timeMoments(wait), sojourn: timeMoments(sojourn), waitProbability: preemptive ? upTo.load : total.load };
    urgent = upTo;
    return times;
  });
}
