import type { CollectiveOperator, ElementwiseOperator } from "./types.ts";

/** A pass over activations: bytes and launches, no weights. */
export function elementwise(name: string, count: number, kernels: number, bytesPerToken: number, rows: ElementwiseOperator["rows"] = "tokens"): ElementwiseOperator {
  return { kind: "elementwise", name, count, kernels, weightElements: 0, weightBytes: 0, bytesPerToken, flopsPerToken: 0, rows };
}

/** A message of one kernel. */
export function message(
  collective: CollectiveOperator["collective"], name: string, count: number, ranks: number, bytesPerToken: number, rows: CollectiveOperator["rows"] = "tokens", stride = 1,
): CollectiveOperator {
  return { kind: "collective", name, count, kernels: 1, weightElements: 0, weightBytes: 0, collective, ranks, stride, bytesPerToken, rows };
}
