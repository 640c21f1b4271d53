import { RidgepointError } from "../../quantities/errors.ts";
import { cappedMoment, type Law } from "../../workloads/law.ts";

/** S = perTokenSeconds·min(N, cap) + fixedSeconds. */
export interface AffineService {
  /** s. */
  readonly perTokenSeconds: number;
  /** s. */
  readonly fixedSeconds: number;
}

/** M/G/1 FCFS under every cap c = 1 … `caps` on the tokens; index c − 1. */
export interface CapSweep {
  /** The largest cap, tokens. */
  readonly caps: number;
  /** E[min(N, c)]. */
  readonly meanTokens: Float64Array;
  /** Load under each cap. */
  readonly utilisation: Float64Array;
  /** E[W], s; Infinity where the load has no steady state. */
  readonly meanWaitSeconds: Float64Array;
  /** P(N > c). */
  readonly clippedFraction: Float64Array;
  /** E[(N − c)⁺]. */
  readonly lostTokens: Float64Array;
  /** E[(N − c)⁺]/E[N]. */
  readonly lostTokenFraction: Float64Array;
}

/** Beyond this many tokens a sweep stops even where the law goes on. */
const MOST_CAPS = 10_000_000;

/**
 * The whole sweep over the cap in O(n): a cap is censoring, so `E[min(N,c)^k] = E[N^k; N ≤ c] + c^k·P(N > c)` from running sums, and
 * E[W] by Pollaczek and Khinchine (arXiv 2407.05347, section III). The mean wait grows with c and has no optimum of its own: that
 * belongs to a utility, for example {@link bestCap}.
 *
 * @param tokens - output tokens; a law with a density is taken as it is.
 * @param rate - Poisson arrivals, 1/s.
 * @param most - the largest cap; default the law's largest value, or where its tail is below 1e-17.
 */
export function capSweep(tokens: Law, { perTokenSeconds: a, fixedSeconds: f }: AffineService, rate: number, most?: number): CapSweep {
  const caps = Math.max(1, Math.min(MOST_CAPS, most ?? largestCap(tokens)));
  const sweep = {
    caps,
    meanTokens: new Float64Array(caps),
    utilisation: new Float64Array(caps),
    meanWaitSeconds: new Float64Array(caps),
    clippedFraction: new Float64Array(caps),
    lostTokens: new Float64Array(caps),
    lostTokenFraction: new Float64Array(caps),
  };
  const moments = tokens.density === undefined ? runningMoments(tokens) : (c: number) => [cappedMoment(tokens, 1, c), cappedMoment(tokens, 2, c), tokens.tail(c)] as const;
  for (let c = 1; c <= caps; c++) {
    const [n1, n2, above] = moments(c);
    const i = c - 1;
    const s1 = a * n1 + f;
    const s2 = a * a * n2 + 2 * a * f * n1 + f * f;
    const rho = rate * s1;
    const lost = tokens.mean - n1;
    sweep.meanTokens[i] = n1;
    sweep.utilisation[i] = rho;
    sweep.meanWaitSeconds[i] = rho < 1 ? (rate * s2) / (2 * (1 - rho)) : Infinity;
    sweep.clippedFraction[i] = above;
    sweep.lostTokens[i] = Math.max(0, lost);
    sweep.lostTokenFraction[i] = Math.max(0, lost / tokens.mean);
  }
  return sweep;
}

/** Moments of min(N, c) for c = 1, 2, … asked for in order: one pass over the atoms. */
function runningMoments(tokens: Law): (c: number) => readonly [number, number, number] {
  const { values, probabilities } = tokens.atoms();
  let next = 0;
  let s1 = 0;
  let s2 = 0;
  return (c) => {
    while (next < values.length && values[next]! <= c) {
      const v = values[next]!;
      const p = probabilities[next++]!;
      s1 += p * v;
      s2 += p * v * v;
    }
    const above = tokens.tail(c);
    return [s1 + c * above, s2 + c * c * above, above];
  };
}

function largestCap(tokens: Law): number {
  if (tokens.high < Infinity) return Math.ceil(tokens.high);
  let c = Math.max(1, Math.ceil(tokens.mean));
  while (c < MOST_CAPS && tokens.tail(c) > 1e-17) c *= 2;
  return c;
}

/**
 * The cap that minimises `E[W] + weight·E[(N − c)⁺]` among the stable ones, by a look at every cap (the cost need not be convex); the
 * smallest of equals.
 *
 * @param lossWeightSecondsPerToken - how many seconds of mean wait one lost token is worth.
 * @throws RidgepointError `unstable` where even a cap of 1 has no steady state.
 */
export function bestCap(sweep: CapSweep, lossWeightSecondsPerToken: number): { readonly capTokens: number; readonly cost: number } {
  let capTokens = 0;
  let cost = Infinity;
  for (let i = 0; i < sweep.caps; i++) {
    const here = sweep.meanWaitSeconds[i]! + lossWeightSecondsPerToken * sweep.lostTokens[i]!;
    if (here < cost) {
      cost = here;
      capTokens = i + 1;
    }
  }
  if (capTokens > 0) return { capTokens, cost };
  const load = sweep.utilisation[0]!;
  throw new RidgepointError("unstable", `even a cap of 1 token gives a load of ${load}: there is no steady state; lower the rate or the time per request`, {
    path: "arrivals.rate_per_s",
  });
}
