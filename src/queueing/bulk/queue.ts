import type { Law } from "../../workloads/law.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";
import { zoomed } from "../mg1/zoom.ts";
import type { BatchCompletion, BatchTime } from "../types.ts";
import { batchTimes, type BatchTimes } from "./batch-times.ts";
import { batchChain, type BatchChain, type BatchRule } from "./chain.ts";
import { bulkMoments, bulkSheet } from "./laws.ts";

/** A bulk queue: what the chain gives exactly. */
export interface BulkQueue {
  /** The queue that batches leave behind. */
  readonly chain: BatchChain;
  /** How long batches take. */
  readonly times: BatchTimes;
  /** Share of time in which a batch is served. */
  readonly utilisation: number;
  /** P(an arrival starts at once). */
  readonly immediateProbability: number;
}

/** {@link BulkQueue} with the laws of wait and sojourn. */
export interface BulkLaws {
  /** Before the own batch begins. */
  readonly wait: TimeLaw;
  /** Arrival to end. */
  readonly sojourn: TimeLaw;
}

/**
 * Bulk service of Poisson arrivals with a batch time that depends on the batch's size and on its longest answer
 * (arXiv 2407.05347, section IV, with the exact chain in place of its approximations): {@link batchChain}.
 *
 * @param tokens - law of whole numbers, the tokens of an answer.
 * @param rule - `{least: 1, most: B}` dynamic, `{least: b, most: b}` fixed, `{least: a, most: b}` threshold.
 * @param rate - Poisson arrivals, 1/s.
 * @throws RidgepointError as {@link batchChain}.
 */
export function bulkQueue(time: BatchTime, tokens: Law, completion: BatchCompletion, rule: BatchRule, rate: number): BulkQueue {
  const times = batchTimes(time, tokens, completion, rate);
  const chain = batchChain(times, rule, rate);
  let immediate = 0;
  for (let q = 0; q < Math.min(rule.least, chain.left.length); q++) immediate += chain.left[q]!;
  return { chain, times, utilisation: 1 - chain.idleProbability, immediateProbability: immediate / (rate * chain.cycleSeconds) };
}

/**
 * Laws of wait and sojourn of a bulk queue, padded or own-length (`shrinking` needs the joint law of the largest count and the sum for
 * every size, which is left to simulation; its means are exact). Means are those of the chain; variances have a relative error of
 * about 1e-7, percentiles of about 1e-5.
 */
export function bulkLaws({ chain, times, immediateProbability }: BulkQueue): BulkLaws {
  const scale = Math.max(chain.meanSojournSeconds, 1e-300);
  const points = latticePoints(chain);
  const laws = zoomed((range) => bulkSheet(times, chain, range, points), scale);
  let moments: ReturnType<typeof bulkMoments> | undefined;
  const variance = (which: "wait" | "sojourn"): number => {
    moments ??= bulkMoments(times, chain, wholeRange(chain, times), points);
    const spread = ([first, second]: readonly [number, number]): number => second - first * first;
    const waitVariance = spread(moments.wait);
    if (which === "wait" && chain.rule.least > 1) return Math.max(0, waitVariance);
    // Var W is exact where a wait does not depend on later arrivals; the lattice then only adds what T has beside it.
    const exact = chain.rule.least === 1 ? secondWait(chain) - chain.meanWaitSeconds ** 2 : waitVariance;
    return Math.max(0, which === "wait" ? exact : spread(moments.sojourn) - waitVariance + exact);
  };
  return {
    wait: {
      meanSeconds: chain.meanWaitSeconds,
      get varianceSecondsSquared() {
        return variance("wait");
      },
      tail: laws.waitTail,
      quantile: (q) => (q <= immediateProbability ? 0 : laws.waitQuantile(q)),
    },
    sojourn: {
      meanSeconds: chain.meanSojournSeconds,
      get varianceSecondsSquared() {
        return variance("sojourn");
      },
      tail: laws.sojournTail,
      quantile: laws.sojournQuantile,
    },
  };
}

/**
 * E[W²] by the distributional form of Little's law (Keilson and Servi 1988): those behind a request when its batch starts are the
 * arrivals during its wait, so `E[L(L−1)] = λ²E[W²]`; the i-th of a batch that starts with q queued leaves q − i behind.
 */
function secondWait({ left, rate, meanBatch, sizeOf }: BatchChain): number {
  let sum = 0;
  for (let state = 0; state < left.length; state++) {
    const q = Math.max(state, 1);
    const behind = (n: number): number => (n * (n - 1) * (n - 2)) / 3;
    // Σ_{i=1}^{b} (q−i)(q−i−1) = Σ_{n=q−b}^{q−1} n(n−1)
    sum += left[state]! * (behind(q) - behind(q - sizeOf(state)));
  }
  return sum / (rate * rate * meanBatch);
}

/** Fewer points where the chain has many states, so that the work stays bounded. */
function latticePoints({ left }: BatchChain): number {
  return left.length > 1500 ? 512 : left.length > 200 ? 1024 : 2048;
}

/**
 * A range beyond which the wait has no weight in its second moment: its tail falls at least exponentially, so 2.5 times the time that
 * one in 10 000 exceeds is exceeded by about one in 10¹⁰.
 */
function wholeRange(chain: BatchChain, times: BatchTimes): number {
  let range = 3 * (chain.meanWaitSeconds + chain.meanBatchSeconds);
  while (bulkSheet(times, chain, range, 512).waitTail(range) > 1e-4) range *= 1.4;
  return 2.5 * range;
}
