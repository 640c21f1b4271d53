import { memo } from "../../numerics/memo.ts";
import { addPoisson } from "../../numerics/poisson.ts";
import type { Atoms, Law } from "../../workloads/law.ts";
import { atomicLaw } from "../../workloads/laws/atomic.ts";
import type { BatchCompletion, BatchTime } from "../types.ts";
import { condense } from "./condense.ts";
import { shrinkingArrivals, shrinkingMoments, shrinkingOwn } from "./shrinking.ts";

/** First two moments, s and s², of the time of a batch, and of a member's own time in it. */
export interface BatchMoments {
  /** Of the batch, s. */
  readonly mean: number;
  /** Of the batch, s². */
  readonly second: number;
  /** Of a member, s. */
  readonly ownMean: number;
  /** Of a member, s². */
  readonly ownSecond: number;
}

/**
 * The time of a batch of b requests, `H_b = fixed + per_request·b + (per_token + per_request_token·b)·M_b`, M_b the largest of b token
 * counts, and what follows from it. Everything is computed once for each b.
 */
export interface BatchTimes {
  /** When members leave. */
  readonly completion: BatchCompletion;
  /** Of a batch of b. */
  readonly moments: (b: number) => BatchMoments;
  /** P(j arrivals during a batch of b), j = 0, 1, … */
  readonly arrivals: (b: number) => Float64Array;
  /** The law of H_b; not for `shrinking`. */
  readonly time: (b: number) => Law;
  /** Time from the start of the batch to a member's own end; not for `shrinking`. */
  readonly own: (b: number) => Law;
  /** lim b/E[H_b]: what a server without a limit on the batch can serve, 1/s. */
  readonly limitPerSecond: number;
}

/**
 * Times of a batch of b requests, in seconds: how long it holds the server, and how long a request of it stays, for every b. Padded
 * batches take as long as their longest answer (the maximum of b draws); in the others each request leaves after its own
 * (arXiv 2407.05347, section IV).
 *
 * @param tokens - law of whole numbers, the tokens of an answer.
 * @param rate - Poisson arrivals, 1/s.
 */
export function batchTimes(time: BatchTime, tokens: Law, completion: BatchCompletion, rate: number): BatchTimes {
  const atoms = tokens.atoms();
  const tails = Float64Array.from(atoms.values, (value) => tokens.tail(value));
  const offset = (b: number): number => time.fixed_s + time.per_request_s * b;
  const slope = (b: number): number => time.per_token_s + time.per_request_token_s * b;
  const lawOfTime = memo((b: number) => affineAtoms(maximumAtoms(atoms, tails, b), slope(b), offset(b)));
  const lawOfOwn = memo((b: number) => (completion === "padded" ? lawOfTime(b) : affineAtoms(atoms, slope(b), offset(b))));
  // One member alone cannot shrink, and without a cost per slot there is nothing to shrink.
  const shrinks = (b: number): boolean => completion === "shrinking" && b > 1 && time.per_request_token_s > 0;
  const largest = tokens.high;
  const perSlot = time.per_request_token_s === 0 ? 0 : completion === "shrinking" ? time.per_request_token_s * tokens.mean : time.per_request_token_s * largest;
  return {
    completion,
    moments: memo((b: number) => {
      if (shrinks(b)) return { ...shrinkingMoments(time, tokens, b), ...shrinkingOwn(time, tokens, b) };
      const whole = lawOfTime(b);
      const own = lawOfOwn(b);
      return { mean: whole.mean, second: whole.moments[1], ownMean: own.mean, ownSecond: own.moments[1] };
    }),
    arrivals: memo((b: number) => (shrinks(b) ? shrinkingArrivals(time, tokens, b, rate) : arrivalCounts(lawOfTime(b).atoms(), rate))),
    time: lawOfTime,
    own: lawOfOwn,
    limitPerSecond: 1 / (time.per_request_s + perSlot),
  };
}

/** P(M_b = n) = F(n)^b − F(n−1)^b, from upper tails: 1 − F^b = −expm1(b·log1p(−tail)). */
export function maximumAtoms({ values }: Atoms, tails: Float64Array, b: number): Atoms {
  const kept: number[] = [];
  const mass: number[] = [];
  let above = 1;
  for (let i = 0; i < values.length; i++) {
    const next = i === values.length - 1 ? 0 : -Math.expm1(b * Math.log1p(-tails[i]!));
    if (above - next > 0) {
      kept.push(values[i]!);
      mass.push(above - next);
    }
    above = next;
  }
  return { values: Float64Array.from(kept), probabilities: Float64Array.from(mass) };
}

function affineAtoms({ values, probabilities }: Atoms, slope: number, offset: number): Law {
  if (slope === 0) return atomicLaw({ values: Float64Array.of(offset), probabilities: Float64Array.of(1) });
  return atomicLaw({ values: values.map((n) => slope * n + offset), probabilities });
}

/** Poisson counts over a random time; atoms closer than a quarter of an arrival are put together. */
function arrivalCounts(atoms: Atoms, rate: number): Float64Array {
  const { values, probabilities } = condense(atoms, 0.25 / rate);
  const longest = rate * values[values.length - 1]!;
  const counts = new Float64Array(Math.ceil(longest + 11 * Math.sqrt(longest) + 40));
  for (let i = 0; i < values.length; i++) {
    const p = probabilities[i]!;
    if (p > 1e-20) addPoisson(counts, 0, rate * values[i]!, p, 1e-18 / Math.min(1, p));
  }
  let last = counts.length;
  while (last > 1 && counts[last - 1]! < 1e-18) last--;
  return counts.slice(0, last);
}
