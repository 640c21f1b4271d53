import type { Architecture, MoeFeedForward } from "../../src/index.ts";

/** The routed experts of a model's layers, of the first kind of layer that has them; null for a dense model. */
export function expertsOf(architecture: Architecture): MoeFeedForward | null {
  for (const { feedForward } of architecture.layerKinds) if (feedForward.kind === "moe") return feedForward;
  return null;
}
