import { cappedMoment, type Law } from "../../workloads/law.ts";
import { requireStable } from "../stable.ts";
import {
  addIndependent,
  delayBusyPeriod,
  fixedTime,
  stationaryWork,
  timeMoments,
  workWithOthers,
  type TwoMoments,
  type WorkStream,
} from "./delay.ts";
import type { ClassTimes } from "./priority.ts";
import { sizeTable, type SizeNode } from "./size-table.ts";

/** What a request of one size sees. */
interface SizeTimes {
  readonly wait: TwoMoments;
  readonly sojourn: TwoMoments;
  readonly waitProbability: number;
}

function averageOverSizes(service: Law, rate: number, at: (node: SizeNode) => SizeTimes, breaks: readonly number[] = []): ClassTimes {
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  const wait = { first: 0, second: 0 };
  const sojourn = { first: 0, second: 0 };
  let waitProbability = 0;
  for (const node of sizeTable(service, rate, breaks)) {
    const times = at(node);
    wait.first += node.weight * times.wait.first;
    wait.second += node.weight * times.wait.second;
    sojourn.first += node.weight * times.sojourn.first;
    sojourn.second += node.weight * times.sojourn.second;
    waitProbability += node.weight * times.waitProbability;
  }
  return { wait: timeMoments(wait), sojourn: timeMoments(sojourn), waitProbability };
}

/**
 * M/G/1 shortest job first, without preemption: priority classes by size, atoms are one class each (first come, first served inside).
 * For a density `E[T(x)] = x + λm2/(2(1−ρ(x))²)` (Phipps 1956).
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1Sjf(service: Law, rate: number): ClassTimes {
  const all = wholeStream(service, rate);
  return averageOverSizes(service, rate, ({ x, smaller, upTo }) => {
    const wait = delayBusyPeriod(workWithOthers(upTo, subtract(all, upTo)), smaller);
    return { wait, sojourn: addIndependent(wait, fixedTime(x)), waitProbability: all.load };
  });
}

/**
 * M/G/1 preemptive shortest job first, by original size: `E[T(x)] = x/(1−ρ(x)) + λE[S²; S≤x]/(2(1−ρ(x))²)`; at an atom one of the
 * loads is of strictly smaller sizes.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1Psjf(service: Law, rate: number): ClassTimes {
  return averageOverSizes(service, rate, ({ x, smaller, upTo }) => {
    const work = stationaryWork(upTo);
    return {
      wait: delayBusyPeriod(work, smaller),
      sojourn: delayBusyPeriod(addIndependent(work, fixedTime(x)), smaller),
      waitProbability: upTo.load,
    };
  });
}

/**
 * M/G/1 shortest remaining processing time (Schrage and Miller 1966): wait until first service
 * `λE[min(S,x)²]/(2(1−ρ(x⁻))(1−ρ(x)))`, then `∫_0^x dt/(1−ρ(t))`; both are independent.
 * A larger request becomes urgent when its remainder reaches x, which happens only while nothing more urgent is there.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1Srpt(service: Law, rate: number): ClassTimes {
  return averageOverSizes(service, rate, (node) => {
    const { x, smaller, upTo, largerRate } = node;
    const remainders: WorkStream = { load: largerRate * x, second: largerRate * x ** 2, third: largerRate * x ** 3 };
    const wait = delayBusyPeriod(workWithOthers(upTo, remainders), smaller);
    const residence = { first: node.residenceMean, second: node.residenceMean ** 2 + node.residenceVariance };
    return { wait, sojourn: addIndependent(wait, residence), waitProbability: upTo.load + remainders.load };
  });
}

/**
 * M/G/1 foreground-background (least attained service first): `E[T(x)] = λb2/(2(1−λb1)²) + x/(1−λb1)`, `b_k = E[min(S,x)^k]`
 * (Schrage 1967): every request delays one of size x by at most x. Service starts at the arrival.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1ForegroundBackground(service: Law, rate: number): ClassTimes {
  return averageOverSizes(service, rate, ({ x, upTo, largerRate }) => {
    const stream: WorkStream = {
      load: upTo.load + largerRate * x, second: upTo.second + largerRate * x ** 2, third: upTo.third + largerRate * x ** 3,
    };
    const sojourn = delayBusyPeriod(addIndependent(stationaryWork(stream), fixedTime(x)), stream);
    return { wait: { first: 0, second: 0 }, sojourn, waitProbability: 0 };
  });
}

/**
 * M/G/1 with feedback levels, first come first served inside a level and preemptive between levels; a request leaves level i when its
 * attained service reaches threshold i. For `x ∈ (a_{i−1}, a_i]`:
 * `E[T(x)] = [λb2(a_i)/(2(1−λb1(a_i))) + x]/(1−λb1(a_{i−1}))` (Kleinrock, Queueing Systems II, section 4.7).
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @param thresholds - ascending, s.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1Mlfq(service: Law, rate: number, thresholds: readonly number[]): ClassTimes {
  // Level i works off what is capped at the i-th edge, behind what is capped at the one before.
  const streams = [0, ...thresholds, Infinity].map((edge) => cappedStream(service, rate, edge));
  const first = streams[1]!;
  return averageOverSizes(service, rate, ({ x }) => {
    const level = thresholds.findIndex((threshold) => x <= threshold);
    const above = level < 0 ? thresholds.length : level;
    const urgent = streams[above]!;
    const within = streams[above + 1]!;
    return {
      wait: stationaryWork(first),
      sojourn: delayBusyPeriod(addIndependent(stationaryWork(within), fixedTime(x)), urgent),
      waitProbability: first.load,
    };
  }, thresholds);
}

/**
 * M/G/1 last come, first served with preemption and resumption: a sojourn is a busy period, `E[T] = m1/(1−ρ)`, `E[T²] = m2/(1−ρ)³` over all
 * (Kleinrock, Queueing Systems I, section 5.8). A class starts it with its own service.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @param own - law of the service of the class that is asked for, s; default `service`.
 * @throws RidgepointError `unstable` where ρ = λE[S] ≥ 1, with the capacity.
 */
export function mg1LcfsPreemptive(service: Law, rate: number, own: Law = service): ClassTimes {
  const stream = wholeStream(service, rate);
  requireStable(rate, 1 / service.mean, `one server with a mean service of ${service.mean} s`);
  const sojourn = delayBusyPeriod({ first: own.mean, second: own.moments[1] }, stream);
  return { wait: timeMoments({ first: 0, second: 0 }), sojourn: timeMoments(sojourn), waitProbability: 0 };
}

function wholeStream(service: Law, rate: number): WorkStream {
  const [m1, m2, m3] = service.moments;
  return { load: rate * m1, second: rate * m2, third: rate * m3 };
}

function cappedStream(service: Law, rate: number, x: number): WorkStream {
  if (x <= 0) return { load: 0, second: 0, third: 0 };
  return { load: rate * cappedMoment(service, 1, x), second: rate * cappedMoment(service, 2, x), third: rate * cappedMoment(service, 3, x) };
}

function subtract(a: WorkStream, b: WorkStream): WorkStream {
  return { load: a.load - b.load, second: a.second - b.second, third: a.third - b.third };
}
