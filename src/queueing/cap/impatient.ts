import { lawOf } from "../../workloads/distributions.ts";
import { affineLaw, cappedLaw } from "../../workloads/laws/combined.ts";
import type { Law } from "../../workloads/law.ts";
import { mg1Impatient } from "../impatience/mg1.ts";
import type { AffineService } from "./sweep.ts";

/** M/G/1 with a fixed patience under one cap. */
export interface ImpatientCap {
  /** Most tokens of an answer. */
  readonly capTokens: number;
  /** Load before losses; may exceed 1. */
  readonly offeredLoad: number;
  /** P(an arrival gives up). */
  readonly lossProbability: number;
  /** Wait of those who are served, s. */
  readonly meanServedWaitSeconds: number;
  /** E[(N − cap)⁺]/E[N]. */
  readonly lostTokenFraction: number;
}

/**
 * The impatient case of arXiv 2407.05347 (section III.B), exact instead of interpolated between exponential and deterministic service:
 * its losses are up to a tenth lower than the paper's.
 *
 * @param tokens - law of the output tokens without a cap.
 * @param rate - Poisson arrivals, 1/s.
 * @param caps - caps to look at, tokens; each costs some milliseconds.
 */
export function impatientCaps(
  tokens: Law,
  { perTokenSeconds, fixedSeconds }: AffineService,
  rate: number,
  patienceSeconds: number,
  caps: readonly number[],
): readonly ImpatientCap[] {
  const patience = lawOf({ dist: "deterministic", value: patienceSeconds });
  return caps.map((capTokens) => {
    const service = affineLaw(cappedLaw(tokens, capTokens), perTokenSeconds, fixedSeconds);
    const queue = mg1Impatient(service, rate, patience);
    return {
      capTokens,
      offeredLoad: rate * service.mean,
      lossProbability: queue.abandonProbability,
      meanServedWaitSeconds: queue.served.meanSeconds,
      lostTokenFraction: tokens.excess(1, capTokens) / tokens.mean,
    };
  });
}
