import type { DeviceFamily } from "../hardware/types.ts";

/**
 * Where a constant's value may differ: everywhere the same, by device family, by engine, by both, or by both and the age of the software:
 * what a family's kernels reach in one year says nothing of the next, for software ripens on it.
 */
export type ConstantScope = "global" | "family" | "engine" | "family+engine" | "family+age";

/** A physical constant that a datasheet does not give. */
export interface ConstantDefinition {
  /** Value before anything is fitted: from a cited source or from the mechanism. */
  readonly prior: number;
  readonly scope: ConstantScope;
  /** Physical limits of the value. */
  readonly bounds: readonly [low: number, high: number];
  /** Prior by family where a source tells families apart; others take `prior`. */
  readonly priorByFamily?: Readonly<Partial<Record<DeviceFamily, number>>>;
  /**
   * Prior by engine (`vllm`), engine generation (`vllm/2023`), or a family's build of a generation (`nvidia-ampere|vllm/2023`) where a
   * source or mechanism tells them apart; the most particular counts.
   */
  readonly priorByEngine?: Readonly<Record<string, number>>;
  /** Value under `ideal`, the term switched off; default 0. */
  readonly ideal?: number;
}

/** What a constant is, how sure its prior is and where it comes from. */
export interface ConstantProvenance {
  /** Unit of the value: `s`, `1` (a fraction or exponent), `B`, `B/s`, `W`, … */
  readonly unit: string;
  /** Uncertainty of the prior: standard deviation of its logarithm. */
  readonly priorLogSd: number;
  /** How far one family or engine may differ from its parent: standard deviation of the log ratio. */
  readonly poolLogSd: number;
  /** What it is, in one sentence. */
  readonly meaning: string;
  /** Where the prior comes from. */
  readonly source: string;
}

/** One fitted value: the log ratio to its parent. Keys: `""` the global value, a family, an engine, or both, with the age of the software where the scope has it. */
export interface FittedOffset {
  /** What is added to the logarithm of the prior. */
  readonly logOffset: number;
  /** Standard deviation of that. */
  readonly logSd: number;
  /** Observations that informed it. */
  readonly observations: number;
}

/** The calibration's product for one constant, by key. */
export type FittedConstant = Readonly<Record<string, FittedOffset>>;
