import type { KernelMeasurement } from "./machine.ts";

/** How far predictions were from measurements. Errors are |predicted/measured − 1|. */
export interface ErrorSummary {
  readonly cases: number;
  readonly medianError: number;
  /** Nine in ten are at most this far off. */
  readonly p90Error: number;
  readonly largestError: number;
  /** Median of predicted/measured − 1: negative where predictions are too fast. */
  readonly bias: number;
}

/** Sums up how far predictions of some kernels were off, |predicted/measured − 1|; null for none. */
export function summariseErrors(kernels: readonly KernelMeasurement[]): ErrorSummary | null {
  if (kernels.length === 0) return null;
  const signed = kernels.map(({ predictedSeconds, measuredSeconds }) => predictedSeconds / measuredSeconds - 1).sort((a, b) => a - b);
  const errors = signed.map(Math.abs).sort((a, b) => a - b);
  const rank = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? sorted[0] ?? 0;
  return {
    cases: kernels.length, medianError: rank(errors, 0.5), p90Error: rank(errors, 0.9), largestError: rank(errors, 1), bias: rank(signed, 0.5),
  };
}
