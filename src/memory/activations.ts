import type { Architecture } from "../models/types.ts";
import type { Plan } from "../deployments/types.ts";
import type { WeightFormats } from "../deployments/formats.ts";
import { layerOperators } from "../operators/pass.ts";

/**
 * Bytes of activations alive at once in a forward pass of `tokens` tokens on one device: the residual stream, its normed copy,
 * and input and output of the widest matrix product. Attention scores are never written (fused attention). An attention
 * replica processes its own tokens; routed experts hold the rows of the token–expert pairs that meet on a rank.
 */
export function activationBytes(architecture: Architecture, plan: Plan, formats: WeightFormats, tokens: number): number {
  const context = { plan, formats, hiddenSize: architecture.hiddenSize };
  let widest = 0;
  for (const kind of architecture.layerKinds) {
    for (const operator of layerOperators(architecture, kind, context, 1)) {
      if (operator.kind === "gemm") widest = Math.max(widest, operator.n + operator.k);
      else if (operator.kind === "experts") {
        const pairsPerToken = (operator.topK * operator.tokenReplicas) / operator.ep;
        widest = Math.max(widest, pairsPerToken * (operator.hidden + (operator.gated ? 2 : 1) * operator.intermediate));
      }
    }
  }
  return tokens * (2 * architecture.hiddenSize + widest) * formats.residualBytes;
}
