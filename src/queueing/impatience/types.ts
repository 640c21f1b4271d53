import type { TimeLaw } from "../mg1/fcfs.ts";

/** A queue whose requests give up when their wait would exceed their patience. Defined at any load. */
export interface ImpatientQueue {
  /** Busy share of a server. */
  readonly utilisation: number;
  /** P(an arrival cannot start at once). */
  readonly waitProbability: number;
  /** P(an arrival gives up). */
  readonly abandonProbability: number;
  /** Time in the queue of every request: min(offered wait, patience). */
  readonly wait: TimeLaw;
  /** Wait of those who are served. */
  readonly served: TimeLaw;
  /** Arrival to end of those who are served. */
  readonly sojourn: TimeLaw;
}
