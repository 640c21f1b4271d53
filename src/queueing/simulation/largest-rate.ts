import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { studentQuantile975 } from "./replications.ts";
import type { ServerAnswer, ServiceLevel } from "./server-types.ts";

/** How far a simulation is inside an objective. */
export interface Margin {
  /** Above 0 it holds; falls as the rate grows. */
  readonly distance: number;
  /** Half-width of its 95 % interval. */
  readonly halfWidth95: number;
}

/** What a search for the largest rate is told. */
export interface RateSearch {
  /** The share of the requests that keep it decides. */
  readonly serviceLevel: ServiceLevel;
  /** Decides in its place, where the objective is another one: percentiles with a bound each, for example. */
  readonly margin?: (answer: ServerAnswer) => Margin;
  /** Simulates the deployment at a rate with about so many requests. Its options should carry `serviceLevel`. */
  readonly simulateAt: (requestsPerSecond: number, requests: number) => ServerAnswer;
  /**
   * Whether a rate that is simulated again gives the same, as a trace does: each rate is then decided as it is, and its half-width
   * counts in the final interval alone.
   */
  readonly recorded?: boolean;
  /** A rate that surely holds (0 will do) and one that surely does not: the capacity, from analysis or `saturatedRate`. */
  readonly bracket: readonly [low: number, high: number];
  /** Relative width of the final interval; default 0.01. */
  readonly precision?: number;
  /** Requests of one simulation: to begin with and at most; default 4,000 and 64,000. */
  readonly requests?: readonly [first: number, most: number];
}

/** The largest rate at which the service level holds. */
export interface LargestRate {
  /** 1/s. */
  readonly requestsPerSecond: number;
  /**
   * The rate lies in here with 95 % confidence in each decision: below the first the level held, above the last it did not. Where
   * the simulation cannot tell, the ends are those of the margin's interval, along its slope.
   */
  readonly interval95: readonly [number, number];
  /** Share of the requests inside the level at `requestsPerSecond`. */
  readonly attainment: number;
  /** Half-width of its 95 % interval. */
  readonly attainmentHalfWidth95: number;
  /** The simulation at `requestsPerSecond`. */
  readonly answer: ServerAnswer;
  /** How many were run. */
  readonly simulations: number;
}

/** A rate that was simulated. */
export interface Judged extends Margin {
  readonly rate: number;
  /** Simulated for it. */
  readonly requests: number;
  /** Absent where the load was unstable. */
  readonly answer?: ServerAnswer;
}

/**
 * Finds the largest arrival rate that holds a service level, by bisection between bounds from analysis. Each rate is decided
 * by simulation: the share of requests inside the level against the wanted fraction, in short runs first, then in longer ones up to the
 * most. Where the 95 % interval of the share contains the fraction, the rate cannot be told from the largest one, and the search ends at
 * the next such rate whose share is not below the fraction. A load that is `unstable` does not hold. The rate that is returned is one that was simulated and held, with the most requests too.
 *
 * @throws RidgepointError `invalid-value` for a bracket that does not rise or a precision that is not above 0; `infeasible` where not even
 *   the lower bound (or a hundredth of the upper) holds the level; what `simulateAt` throws, but for `unstable`.
 */
export function largestRate(search: RateSearch): LargestRate {
  const { serviceLevel, bracket } = search;
  const precision = search.precision ?? 0.01;
  if (!(bracket[0] >= 0 && bracket[1] > bracket[0] && bracket[1] < Infinity)) throw invalidValue("bracket", bracket, "must be two rising rates");
  if (!(precision > 0)) throw invalidValue("precision", precision, "must be positive");
  const judge = judgeOf(search);
  const judged: Judged[] = [];
  const [first, longest] = search.requests ?? defaultRequests;
  let best: Judged | undefined;
  let low = bracket[0];
  const recorded = search.recorded === true;
  // Near saturation a queue takes long to grow, and a short run from an empty server does not see it. So runs become longer: the rate that
  // held in shorter ones is tried again, and what lies between the last one that held and the first that failed is searched.
  for (let requests = first; ; requests = best !== undefined && decided(best) ? longest : Math.min(longest, 4 * requests)) {
    let high = judged.reduce((least, point) => (point.distance < 0 && decided(point) ? Math.min(least, point.rate) : least), bracket[1]);
    do {
      if (best !== undefined && best.requests < requests && !recorded) {
        const again = judge.at(best.rate, requests, requests);
        judged.splice(judged.indexOf(best), 1, again);
        // Rates so near cannot be told from it.
        best = again.distance >= 0 ? again : highestBelow((1 - precision) * again.rate, judged);
        if (again.distance < 0) high = again.rate;
      }
      low = best?.rate ?? bracket[0];
      let rate = (low + high) / 2;
      // Down to a hundredth of the capacity by halves, then the middle.
      while (high - low > precision * high && !(best === undefined && rate < 0.01 * bracket[1] && low === bracket[0])) {
        const point = judge.at(rate, requests, requests);
        judged.push(point);
        if (point.distance >= 0) {
          best = point;
          low = rate;
          if (!recorded && !decided(point)) break;
        } else high = rate;
        // From a rate that just missed, along the slope to one that should just hold.
        rate = recorded || decided(point) || best === undefined ? (low + high) / 2 : high + ((point.distance - point.halfWidth95 / 4) * (high - low)) / (best.distance - point.distance);
        rate = Math.min(high * (1 - precision / 4), Math.max((3 * low + high) / 4, rate));
      }
    } while (best !== undefined && best.requests < requests && !recorded);
    if (requests >= longest || recorded) break;
  }
  if (best?.answer === undefined) {
    throw new RidgepointError("infeasible", `no rate above ${low.toPrecision(3)} requests per second holds the service level; relax it or shorten the requests`, {
      path: "serviceLevel",
      value: serviceLevel,
    });
  }
  const interval95 = intervalAround(best, judged, bracket, judge.at);
  const { answer } = best;
  return {
    requestsPerSecond: best.rate, interval95, attainment: answer.attainment, attainmentHalfWidth95: shareHalfWidth(answer), answer,
    simulations: judge.simulations(),
  };
}

/** The highest rate below another that held. */
function highestBelow(rate: number, judged: readonly Judged[]): Judged | undefined {
  return judged.filter((point) => point.distance >= 0 && point.rate < rate).sort((a, b) => b.rate - a.rate)[0];
}

/** Requests of one simulation: to begin with and at most. */
const defaultRequests = [4_000, 64_000] as const;

export function decided({ distance, halfWidth95 }: Margin): boolean {
  return Math.abs(distance) > halfWidth95;
}

/** Simulates until a rate, or a number of users, is decided. */
export function judgeOf({ serviceLevel, simulateAt, requests: [first, longest] = defaultRequests, margin, recorded }: Omit<RateSearch, "bracket" | "precision">): {
  readonly at: (rate: number, fewest?: number, most?: number) => Judged;
  readonly simulations: () => number;
} {
  const fraction = serviceLevel.fraction ?? 0.99;
  const measure = margin ?? ((answer) => ({ distance: answer.attainment - fraction, halfWidth95: shareHalfWidth(answer) }));
  let simulations = 0;
  const at = (rate: number, fewest = first, most = longest): Judged => {
    for (let requests = fewest; ; ) {
      simulations++;
      let answer: ServerAnswer;
      try {
        answer = simulateAt(rate, requests);
      } catch (error) {
        if (error instanceof RidgepointError && error.code === "unstable") return { rate, requests, distance: -1, halfWidth95: 0 };
        throw error;
      }
      const found = { rate, requests, ...measure(answer), answer };
      if (recorded === true || decided(found) || requests >= most) return found;
      // Half-widths fall with the root of the requests; a fifth more, since the next run has its own.
      const wanted = 1.2 * requests * (found.halfWidth95 / Math.abs(found.distance)) ** 2;
      requests = Math.min(most, Math.max(4 * requests, wanted));
    }
  };
  return { at, simulations: () => simulations };
}

/** Where the margin leaves its 95 % interval on both sides of a rate: at a decided rate, or along the slope to one. */
function intervalAround(best: Judged, judged: readonly Judged[], bracket: readonly [number, number], judge: (rate: number) => Judged): [number, number] {
  const above = judged.filter((point) => point.rate > best.rate && decided(point)).reduce((least, { rate }) => Math.min(least, rate), bracket[1]);
  if (decided(best)) return [best.rate, judged.reduce((least, { rate }) => (rate > best.rate ? Math.min(least, rate) : least), above)];
  const below = judged.filter((point) => point.rate < best.rate && decided(point)).sort((a, b) => b.rate - a.rate)[0] ?? judge(Math.max(bracket[0], 0.9 * best.rate));
  const slope = (below.distance - best.distance) / (best.rate - below.rate);
  if (!(slope > 0)) return [below.rate, above];
  return [
    Math.max(Math.min(below.rate, best.rate), best.rate - Math.max(0, best.halfWidth95 - best.distance) / slope),
    Math.min(above, best.rate + (best.halfWidth95 + best.distance) / slope),
  ];
}

/** From between the replications; not below what independent requests would give, so that shares of 0 and 1 stay uncertain. */
export function shareHalfWidth(answer: ServerAnswer): number {
  const n = answer.measuredRequests;
  const t = answer.replications > 1 ? studentQuantile975(answer.replications - 1) : 1.96;
  const share = (answer.attainment * n + 2) / (n + 4);
  return Math.max(answer.halfWidth95?.attainment ?? 0, t * Math.sqrt((share * (1 - share)) / (n + 4)));
}
