import { addTransition, bandedChain, stationaryBanded } from "../../numerics/banded.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { requireStable } from "../stable.ts";
import type { BatchTimes } from "./batch-times.ts";

/** The server waits until `least` are queued and takes at most `most` (Infinity: all). */
export interface BatchRule {
  /** Requests. */
  readonly least: number;
  /** Requests. */
  readonly most: number;
}

/** The stationary law of the queue that a batch leaves behind, and the averages over cycles. */
export interface BatchChain {
  /** How batches are formed. */
  readonly rule: BatchRule;
  /** Arrivals, 1/s. */
  readonly rate: number;
  /** π_q: q requests wait when a batch ends. */
  readonly left: Float64Array;
  /** Mean time from one batch's end to the next one's, s. */
  readonly cycleSeconds: number;
  /** Requests, each batch counted once. */
  readonly meanBatch: number;
  /** Its variance. */
  readonly varianceBatch: number;
  /** Time of a batch, s. */
  readonly meanBatchSeconds: number;
  /** Share of time in which nothing is served. */
  readonly idleProbability: number;
  /** Before the own batch begins, s. */
  readonly meanWaitSeconds: number;
  /** Arrival to end, s. */
  readonly meanSojournSeconds: number;
  /** Size of the batch that starts with q left: min(max(q, least), most). */
  readonly sizeOf: (q: number) => number;
}

/**
 * The largest load: `most/E[H_most]`, or the limit without a bound.
 *
 * @returns requests per second.
 */
export function batchCapacity(times: BatchTimes, { most }: BatchRule): number {
  return most < Infinity ? most / times.moments(most).mean : times.limitPerSecond;
}

/**
 * Bulk service of Poisson arrivals, exact: the queue q left at a batch's end is a Markov chain, `q' = (q − b)⁺ + A_b` with
 * b = min(max(q, least), most) and A_b the arrivals during a batch of b (Bailey 1954; Chaudhry and Templeton 1983). Its law gives
 * `C = Σπ_q(E[H_b] + (least−q)⁺/λ)`, `E[B] = Σπ_q b = λC`, `E[W] = Σπ_q[(q−b)⁺E[H_b] + λE[H_b²]/2 + Σ_{j=q}^{least−1} j/λ]/(λC)`, and
 * `E[T] = E[W] + Σπ_q b·E[own time in a batch of b]/E[B]`: a request meets batches by their size.
 *
 * @param rate - Poisson arrivals, 1/s; the rate that `times` were built for.
 * @throws RidgepointError `unstable`, naming the capacity `most/E[H_most]`, which may be below that of a smaller batch; `unsupported` for
 *   a rate too close to it for the chain.
 */
export function batchChain(times: BatchTimes, rule: BatchRule, rate: number): BatchChain {
  const { least, most } = rule;
  const capacity = batchCapacity(times, rule);
  requireStable(rate, capacity, most < Infinity ? `batches of ${most}` : "batches without limit");
  const sizeOf = (q: number): number => Math.min(Math.max(q, least), most);
  const left = stationaryLeft(times, rule, rate, sizeOf);
  let cycle = 0;
  let batch = 0;
  let square = 0;
  let busy = 0;
  let idle = 0;
  let wait = 0;
  let own = 0;
  for (let q = 0; q < left.length; q++) {
    const p = left[q]!;
    if (p === 0) continue;
    const b = sizeOf(q);
    const h = times.moments(b);
    const forming = Math.max(0, least - q) / rate;
    cycle += p * (h.mean + forming);
    batch += p * b;
    square += p * b * b;
    busy += p * h.mean;
    idle += p * forming;
    wait += p * (Math.max(0, q - b) * h.mean + (rate * h.second) / 2);
    for (let j = q; j < least; j++) wait += (p * j) / rate;
    own += p * b * h.ownMean;
  }
  const meanWaitSeconds = wait / (rate * cycle);
  return {
    rule,
    rate,
    left,
    cycleSeconds: cycle,
    meanBatch: batch,
    varianceBatch: Math.max(0, square - batch * batch),
    meanBatchSeconds: busy,
    idleProbability: idle / cycle,
    meanWaitSeconds,
    meanSojournSeconds: meanWaitSeconds + own / batch,
    sizeOf,
  };
}

/** Most entries of a chain that are tried: a longer queue is too close to saturation for it. */
const MOST_ENTRIES = 3e7;

function stationaryLeft(times: BatchTimes, { least, most }: BatchRule, rate: number, sizeOf: (q: number) => number): Float64Array {
  const first = times.arrivals(sizeOf(0)).length;
  for (let n = Math.max(64, 2 * Math.min(most, first), least + 1); ; n *= 2) {
    // The furthest step up, over all batch sizes.
    let up = 1;
    for (let q = 0; q < Math.min(n, most < Infinity ? most + 1 : n); q++) {
      const b = sizeOf(q);
      up = Math.max(up, Math.max(0, q - b) + times.arrivals(b).length - 1 - q);
    }
    up = Math.min(up, n);
    const down = Math.min(n, most < Infinity ? most : n);
    // Without a limit the chain is dense below the diagonal; the band then has n columns on that side.
    if (n * (down + up + 1) > MOST_ENTRIES) break;
    const chain = bandedChain(n, down, up);
    for (let q = 0; q < n; q++) {
      const b = sizeOf(q);
      const counts = times.arrivals(b);
      const rest = Math.max(0, q - b);
      for (let j = 0; j < counts.length; j++) if (counts[j] !== 0) addTransition(chain, q, rest + j, counts[j]!);
    }
    const law = stationaryBanded(chain);
    if (law[n - 1]! < 1e-14) return law;
  }
  throw new RidgepointError("unsupported", `arrivals of ${rate}/s are too close to the capacity for the exact chain ; lower the rate slightly`, {
    path: "arrivals.rate_per_s",
    value: rate,
  });
}
