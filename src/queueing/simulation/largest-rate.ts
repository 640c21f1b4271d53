import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { studentQuantile975 } from "./replications.ts";
import type { ServerAnswer, ServiceLevel } from "./server-types.ts";

/** What a search for the largest rate is told. */
export interface RateSearch {
  readonly serviceLevel: ServiceLevel;
  /** Simulates the deployment at a rate with about so many requests. Its options should carry `serviceLevel`. */
  readonly simulateAt: (requestsPerSecond: number, requests: number) => ServerAnswer;
  /** A rate that surely holds (0 will do) and one that surely does not: the capacity, from analysis or `saturatedRate`. */
  readonly bracket: readonly [low: number, high: number];
  /** Relative width of the final interval; default 0.01. */
  readonly precision?: number;
  /** Requests of one simulation: to begin with and at most; default 4,000 and 64,000. */
  readonly requests?: readonly [first: number, most: number];
}

/** The largest rate at which the service level holds. */
export interface LargestRate {
  readonly requestsPerSecond: number;
  /** The rate lies in here with 95 % confidence in each decision: below the first the level held, above the last it did not. */
  readonly interval95: readonly [number, number];
  /** Share of the requests inside the level at `requestsPerSecond`. */
  readonly attainment: number;
  readonly attainmentHalfWidth95: number;
  /** The simulation at `requestsPerSecond`. */
  readonly answer: ServerAnswer;
  readonly simulations: number;
}

/**
 * Finds the largest arrival rate that holds a service level, by bisection between bounds from analysis. Each rate is decided
 * by simulation: the share of requests inside the level against the wanted fraction, with four times the requests (up to the
 * most) while the 95 % interval of the share contains the fraction. Where it still does, the rate cannot be told from the
 * largest one, and the search ends there. A load that is `unstable` does not hold.
 *
 * Throws `infeasible` when not even the lower bound (or a hundredth of the upper) holds the level.
 */
export function largestRate(search: RateSearch): LargestRate {
  const { serviceLevel, bracket, simulateAt } = search;
  const fraction = serviceLevel.fraction ?? 0.99;
  const precision = search.precision ?? 0.01;
  const [first, most] = search.requests ?? [4_000, 64_000];
  if (!(bracket[0] >= 0 && bracket[1] > bracket[0] && bracket[1] < Number.POSITIVE_INFINITY)) throw invalidValue("bracket", bracket, "must be two rising rates");
  if (!(precision > 0)) throw invalidValue("precision", precision, "must be positive");
  let simulations = 0;

  const judge = (rate: number): Judgement => {
    for (let requests = first; ; requests *= 4) {
      simulations++;
      let answer: ServerAnswer;
      try {
        answer = simulateAt(rate, requests);
      } catch (error) {
        if (error instanceof RidgepointError && error.code === "unstable") return { verdict: -1, answer: undefined, halfWidth: 0 };
        throw error;
      }
      const halfWidth = shareHalfWidth(answer);
      const distance = answer.attainment - fraction;
      if (Math.abs(distance) > halfWidth) return { verdict: Math.sign(distance), answer, halfWidth };
      if (requests * 4 > most) return { verdict: 0, answer, halfWidth };
    }
  };

  let [low, high] = bracket;
  let best: { rate: number; judgement: Judgement } | undefined;
  while (high - low > precision * high) {
    // Down to a hundredth of the capacity by halves, then the middle.
    const rate = (low + high) / 2;
    if (best === undefined && rate < 0.01 * bracket[1] && low === bracket[0]) break;
    const judgement = judge(rate);
    if (judgement.verdict >= 0) best = { rate, judgement };
    if (judgement.verdict > 0) low = rate;
    else if (judgement.verdict < 0) high = rate;
    else return result(rate, judgement, undecided(judge, low, rate, high, precision), simulations);
  }
  if (best === undefined) {
    throw new RidgepointError("infeasible", `no rate above ${low.toPrecision(3)} requests per second holds the service level; relax it or shorten the requests`, {
      path: "serviceLevel",
      value: serviceLevel,
    });
  }
  return result(best.rate, best.judgement, [low, high], simulations);
}

interface Judgement {
  /** 1: holds, −1: does not, 0: cannot be told with the most requests. */
  readonly verdict: number;
  readonly answer: ServerAnswer | undefined;
  readonly halfWidth: number;
}

/** Ends of the rates that cannot be told from the fraction: from the undecided rate outwards until a decision. */
function undecided(judge: (rate: number) => Judgement, low: number, rate: number, high: number, precision: number): [number, number] {
  let below = rate;
  let above = rate;
  for (let step = precision; below > low; step *= 2) {
    below = Math.max(low, rate * (1 - step));
    if (below > low && judge(below).verdict > 0) break;
  }
  for (let step = precision; above < high; step *= 2) {
    above = Math.min(high, rate * (1 + step));
    if (above < high && judge(above).verdict < 0) break;
  }
  return [below, above];
}

function result(rate: number, { answer, halfWidth }: Judgement, interval95: readonly [number, number], simulations: number): LargestRate {
  const found = answer as ServerAnswer;
  return { requestsPerSecond: rate, interval95, attainment: found.attainment, attainmentHalfWidth95: halfWidth, answer: found, simulations };
}

/** From between the replications; not below what independent requests would give, so that shares of 0 and 1 stay uncertain. */
function shareHalfWidth(answer: ServerAnswer): number {
  const n = answer.measuredRequests;
  const t = studentQuantile975(Math.max(1, answer.replications - 1));
  const share = (answer.attainment * n + 2) / (n + 4);
  return Math.max(answer.halfWidth95?.attainment ?? 0, t * Math.sqrt((share * (1 - share)) / (n + 4)));
}
