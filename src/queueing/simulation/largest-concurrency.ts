import { RidgepointError } from "../../quantities/errors.ts";
import { decided, judgeOf, shareHalfWidth, type Judged, type RateSearch } from "./largest-rate.ts";
import type { ServerAnswer } from "./server-types.ts";

/** What a search for the largest concurrency is told. */
export interface ConcurrencySearch extends Pick<RateSearch, "serviceLevel" | "margin" | "recorded" | "requests" | "precision"> {
  /** Simulates so many users, each sending its next request when the last one has ended, with about so many requests. */
  readonly simulateAt: (concurrency: number, requests: number) => ServerAnswer;
  /** The fewest users (an idle replica serves nobody) and the most that are tried; default 1 and 65,536. */
  readonly range?: readonly [fewest: number, most: number];
}

/** The largest number of users with which the service level holds. */
export interface LargestConcurrency {
  /** Users. */
  readonly concurrency: number;
  /** It lies in here with 95 % confidence in each decision: the first surely holds, one more than the last surely does not. */
  readonly interval95: readonly [number, number];
  /** What they send and get. */
  readonly requestsPerSecond: number;
  /** Share of the requests inside the level with so many users. */
  readonly attainment: number;
  /** Half-width of its 95 % interval. */
  readonly attainmentHalfWidth95: number;
  /** The simulation with so many users. */
  readonly answer: ServerAnswer;
  /** How many were run. */
  readonly simulations: number;
}

/**
 * Finds the most users of a closed load with whom a service level holds: by doubling until it does not, then by halves, to a hundredth
 * or one user. Each number is decided by simulation as in `largestRate`: the share of requests inside the level against the wanted
 * fraction, with more requests while its 95 % interval contains the fraction.
 *
 * @throws RidgepointError `infeasible` where not even the fewest users hold the level; what `simulateAt` throws, but for `unstable`, which
 *   counts as not held.
 */
export function largestConcurrency(search: ConcurrencySearch): LargestConcurrency {
  const { precision = 0.01, range: [fewest, most] = [1, 65_536] } = search;
  const judge = judgeOf(search);
  const judged: Judged[] = [];
  const holds = (users: number): Judged | undefined => {
    const point = judge.at(users);
    judged.push(point);
    return point.distance >= 0 ? point : undefined;
  };
  let best = holds(fewest);
  if (best === undefined) {
    throw new RidgepointError("infeasible", `not even ${fewest} users hold the service level; relax it or shorten the requests`, { path: "serviceLevel", value: search.serviceLevel });
  }
  let failing = most + 1;
  for (let next: number; best.rate < failing - 1 && failing - best.rate > precision * best.rate; ) {
    next = failing > most ? Math.min(most, 2 * best.rate) : (best.rate + failing) >> 1;
    const found = holds(next);
    if (found === undefined) failing = next;
    else best = found;
  }
  const { answer, rate } = best as Judged & { readonly answer: ServerAnswer };
  const sure = judged.filter(decided);
  const surelyHolds = sure.reduce((users, point) => (point.distance >= 0 && point.rate <= rate ? Math.max(users, point.rate) : users), 0);
  const surelyFails = sure.reduce((users, point) => (point.distance < 0 && point.rate > rate ? Math.min(users, point.rate) : users), most + 1);
  return {
    concurrency: rate, interval95: [surelyHolds, surelyFails - 1], requestsPerSecond: answer.requestsPerSecond, attainment: answer.attainment,
    attainmentHalfWidth95: shareHalfWidth(answer), answer, simulations: judge.simulations(),
  };
}
