import { cappedMoment, type Law } from "../../workloads/law.ts";
import { lawNodes } from "../../workloads/nodes.ts";
import { requireStable } from "../stable.ts";
import { addStreams, NO_WORK, stationaryWork, type WorkStream } from "./delay.ts";

/** A class of requests that enters a feedback queue at a level of its own, for example by the length of its prompt. */
export interface EntryClass {
  /** Arrivals, 1/s. */
  readonly ratePerSecond: number;
  /** Law of the service time, s. */
  readonly service: Law;
  /** Level at which it enters, 0 the most urgent. */
  readonly entryLevel: number;
}

/**
 * Mean sojourn of each class in a skip-join feedback queue (the scheduler of FastServe, Wu et al. 2023): levels are preemptive, first
 * come first served inside a level, level i serves a request for at most `quanta[i]` seconds before it goes to the tail of the next.
 * All requests entering at level 0 give {@link mg1Mlfq}; classes that fit into their quantum give preemptive priorities.
 *
 * A request that ends in level l is delayed by all work of levels above l, and by the work of level l that gets there before it:
 * `E[T](1 − ρ_{<l}) = x + E[V_{≤l}] − F + Σ_{e'} λ_{e'}E[w_l]·A_{e'−1}`. V_{≤l} is the M/G/1 work in levels up to l; F the work in
 * level l still to come from requests that are above the entry level at the arrival (they get there later); the sum is over classes that
 * enter between (they get there earlier), A_m being the time until the request leaves level m. All A come from the same equation, level
 * by level.
 *
 * @param classes - rates in 1/s, laws of service in s.
 * @param quanta - service at each level but the last, s; the last level runs to the end.
 * @returns mean sojourn of each class, s.
 * @throws RidgepointError `unstable` where all classes together load the server with 1 or more.
 */
export function mg1SkipJoin(classes: readonly EntryClass[], quanta: readonly number[]): readonly number[] {
  const load = classes.reduce((sum, { ratePerSecond, service }) => sum + ratePerSecond * service.mean, 0);
  const rate = classes.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
  requireStable(rate, rate / load, "one server and this mix of classes");
  const levels = quanta.length + 1;
  /** Service that a class may have had when it leaves level l. */
  const limit = (entry: number, level: number): number => {
    let sum = 0;
    for (let i = entry; i <= level; i++) sum += quanta[i] ?? Infinity;
    return sum;
  };
  const upTo = Array.from({ length: levels }, (_, level) => classes.map((one) => workThrough(one, limit(one.entryLevel, level), level)).reduce(addStreams, NO_WORK));
  const work = upTo.map((stream) => stationaryWork(stream).first);
  /** λ times the mean work of a class in one level. */
  const workAt = ({ ratePerSecond, service, entryLevel }: EntryClass, level: number): number => {
    if (level < entryLevel) return 0;
    const below = level === entryLevel ? 0 : cappedMoment(service, 1, limit(entryLevel, level - 1));
    return ratePerSecond * (cappedMoment(service, 1, limit(entryLevel, level)) - below);
  };
  // passed[e][m]: mean time of a long request that enters at e until it leaves level m.
  const passed: number[][] = Array.from({ length: levels }, () => []);
  const meanTime = (entry: number, level: number, x: number): number => {
    let ahead = x + work[level]!;
    for (const one of classes) {
      const share = workAt(one, level);
      if (one.entryLevel < entry) ahead -= share * passed[one.entryLevel]![entry - 1]!;
      else if (one.entryLevel > entry && one.entryLevel <= level) ahead += share * passed[entry]![one.entryLevel - 1]!;
    }
    return ahead / (1 - (level === 0 ? 0 : upTo[level - 1]!.load));
  };
  for (let level = 0; level < levels - 1; level++) {
    for (let entry = 0; entry <= level; entry++) passed[entry]![level] = meanTime(entry, level, limit(entry, level));
  }
  return classes.map(({ service, entryLevel }) => {
    const thresholds = quanta.map((_, level) => limit(entryLevel, level)).slice(entryLevel);
    const { x, weight } = lawNodes(service, thresholds);
    let total = 0;
    for (let i = 0; i < x.length; i++) {
      let level = entryLevel;
      while (x[i]! > limit(entryLevel, level)) level++;
      total += weight[i]! * meanTime(entryLevel, level, x[i]!);
    }
    return total;
  });
}

/** The work that a class does in levels up to one of them. */
function workThrough({ ratePerSecond, service, entryLevel }: EntryClass, limit: number, level: number): WorkStream {
  if (level < entryLevel) return NO_WORK;
  return {
    load: ratePerSecond * cappedMoment(service, 1, limit),
    second: ratePerSecond * cappedMoment(service, 2, limit),
    third: ratePerSecond * cappedMoment(service, 3, limit),
  };
}
