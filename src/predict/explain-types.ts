import type { OperatorPart, StepRoof } from "../steps/breakdown.ts";
import type { Interval, Prediction } from "./types.ts";

/** One step taken apart. */
export interface ExplainedStep {
  /** Of prompts, or of tokens after the first. */
  readonly phase: "prefill" | "decode";
  /** What the step holds, in words. */
  readonly what: string;
  /** Time of the step, s. */
  readonly seconds: number;
  /** 90 % interval of `seconds`: a prefill step is as sure as a time to first token, a decode step as a time per output token. */
  readonly interval90: Interval;
  /** Longest first; they add up to `seconds`. */
  readonly operators: readonly ExplainedOperator[];
  /** Time by what limits it: device work of each roof, what launches add, the host. They add up to `seconds`. */
  readonly byRoof: Readonly<Record<StepRoof, number>>;
  /** The datasheet's time over this one: 1 is the bare roofline. */
  readonly efficiency: number;
}

/** One operator of a step, over all its layers, on one rank. */
export interface ExplainedOperator extends OperatorPart {
  /** Place in the order in which a step runs its operators, from 0. */
  readonly order: number;
  /** Of the step's time. */
  readonly share: number;
  /** The datasheet's time over its own; 0 where the datasheet has no time for it. */
  readonly efficiency: number;
  /**
   * 90 % interval of `seconds`, from held-back residuals of kernels of its kind that were measured alone. Operators err apart from each
   * other, so that a step is surer than its parts. Absent for the host, sampling and recurrent layers, which nobody measured alone.
   */
  readonly interval90?: Interval;
}

/** What can be made better, as people buy or build it. */
export type LeverName =
  | "memory bandwidth" | "matrix FLOP/s" | "link bandwidth" | "link latency" | "kernel launch" | "host time" | "kernel start and drain"
  | "caches, clock and vector units" | "power limit" | "memory capacity";

/** Relative change of each figure when one thing gets 1 % better, in per cent: −0.6 is a time that falls by 0.6 %. */
export interface Effect {
  /** On the time to first token. */
  readonly ttft: number;
  /** On the time per output token. */
  readonly tpot: number;
  /** Output tokens per second; of an open load or a trace, whose rate is given, the most that the deployment could carry. */
  readonly throughput: number;
}

/**
 * What 1 % of something buys. An effect is the ratio of two predictions that share constants, model and load: an error of both cancels, and
 * so it has no interval. What it leans on is how the time divides among operators, whose intervals {@link ExplainedOperator} has.
 */
export interface Lever {
  /** What gets better. */
  readonly name: LeverName;
  /** What that changes. */
  readonly effect: Effect;
}

/** A constant that the prediction leans on, with where it comes from. */
export interface ConstantUse {
  /** As in the registry of constants. */
  readonly name: string;
  /** On this device with this engine, in `unit`. */
  readonly value: number;
  /** SI unit. */
  readonly unit: string;
  /** What it stands for. */
  readonly meaning: string;
  /** Of the prior. */
  readonly source: string;
  /** Measurements behind the value; 0 where the prior stands alone. */
  readonly observations: number;
  /** Change of each figure in per cent when the constant grows by 1 %. */
  readonly effect: Effect;
}

/** Why a prediction is what it is. */
export interface Explanation {
  /** Means in closed form: what the steps below add up to. */
  readonly prediction: Prediction;
  /** The prefill step, then the decode step where answers have more than one token. */
  readonly steps: readonly ExplainedStep[];
  /** The most effective first. */
  readonly levers: readonly Lever[];
  /** Those that move a figure by more than 0.02 % for each 1 %, the most effective first. */
  readonly constants: readonly ConstantUse[];
  /** Figures of the device that nobody publishes: taken from its relatives. */
  readonly derived: readonly string[];
}
