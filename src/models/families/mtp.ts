import { layerParameters } from "../parameters.ts";
import type { Architecture, LayerKind } from "../types.ts";

/**
 * Parameters of multi-token-prediction modules in the form of DeepSeek-V3 (arXiv:2412.19437, section 2.2), which Qwen3.5,
 * GLM, MiMo and Nemotron share: two norms, a projection of 2h to h, layers like the model's own, and a last norm. Embedding
 * and head are the model's own and not counted again.
 * @param layers the layers of one module
 */
export function mtpParameters(
  modules: number,
  layers: readonly LayerKind[],
  model: Pick<Architecture, "hiddenSize" | "norm">,
): number {
  if (modules === 0) return 0;
  const { hiddenSize } = model;
  const inner = layers.reduce((sum, kind) => sum + layerParameters(kind, model).total, 0);
  return modules * (inner + 2 * hiddenSize * hiddenSize + 3 * hiddenSize);
}
