import type { Plan } from "../deployments/types.ts";
import type { WeightFormats, WeightRole } from "../deployments/formats.ts";
import type { GemmOperator } from "./types.ts";

/** What every operator builder needs to know. */
export interface PassContext {
  readonly plan: Plan;
  readonly formats: WeightFormats;
  readonly hiddenSize: number;
  readonly fusesNorms?: boolean | undefined;
  readonly besidesExperts?: boolean | undefined;
  /** Nothing waits for these operators: they run beside others. */
  readonly independent?: boolean;
}

/** One weight matrix of `n` outputs and `k` inputs on this rank, in the stored format of its role. */
export function gemm(
  context: PassContext, name: string, role: WeightRole, n: number, k: number, count: number, bias: boolean,
  rows: GemmOperator["rows"] = "tokens",
): GemmOperator {
  const weights = context.formats.byRole[role];
  // Activations of a quantised product are quantised by a kernel of their own.
  const quantises = weights.bytesPerElement < 2 && !weights.weightOnly;
  return {
    kind: "gemm", name, count, kernels: context.independent ? 0 : quantises ? 2 : 1,
    weightElements: n * k + (bias ? n : 0),
    weightBytes: n * k * weights.bytesPerElement + (bias ? n * context.formats.residualBytes : 0),
    n, k, weights, compute: weights.compute, rows, outputBytes: context.formats.residualBytes,
  };
}
