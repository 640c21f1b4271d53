import type { WeightFormats } from "../deployments/formats.ts";
import type { Pass } from "../operators/types.ts";

/**
 * Bytes of activations alive at once in a forward pass of `tokens` tokens on one device: the residual stream, its normed copy,
 * and input and output of the widest matrix product. Attention scores are never written (fused attention). An attention
 * replica processes its own tokens.
 */
export function activationBytes(pass: Pass, formats: WeightFormats, tokens: number): number {
  return tokens * (2 * pass.hiddenSize + pass.widestElements) * formats.residualBytes;
}
