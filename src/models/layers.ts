import type {
  Architecture,
  AttentionMixer,
  DenseFeedForward,
  LayerKind,
  Mixer,
  MoeFeedForward,
  NoFeedForward,
  NoMixer,
} from "./types.ts";

/** Attention with everything that is not said at its commonest value: causal, rotary, no bias, no window. */
export function attention(
  dimensions: Pick<AttentionMixer, "heads" | "kvHeads" | "headDim"> & Partial<Omit<AttentionMixer, "kind">>,
): AttentionMixer {
  return {
    kind: "attention",
    valueHeadDim: dimensions.headDim,
    window: null,
    chunk: null,
    causal: true,
    rotary: true,
    qkvBias: false,
    outputBias: false,
    qkNormParameters: 0,
    outputGate: false,
    sinks: false,
    sharesKv: false,
    keyIsValue: false,
    sparse: null,
    ...dimensions,
  };
}

/** A feed-forward network; gated and without bias unless said. */
export function dense(
  intermediate: number,
  options: { readonly gated?: boolean; readonly bias?: boolean } = {},
): DenseFeedForward {
  return { kind: "dense", intermediate, gated: options.gated ?? true, bias: options.bias ?? false };
}

/** A mixture of experts; gated, without shared experts and without router bias unless said. */
export function moe(
  dimensions: Pick<MoeFeedForward, "experts" | "topK" | "intermediate"> & Partial<Omit<MoeFeedForward, "kind">>,
): MoeFeedForward {
  return {
    kind: "moe",
    expertHidden: null,
    gated: true,
    bias: false,
    sharedIntermediate: 0,
    sharedGate: false,
    routerBias: false,
    ...dimensions,
  };
}

export const noFeedForward: NoFeedForward = { kind: "none" };
export const noMixer: NoMixer = { kind: "none" };

/** A layer of a pre-norm transformer: a mixer and a feed-forward network with a norm each, unless said. */
export function layer(mixer: Mixer, feedForward: LayerKind["feedForward"], norms = 2, otherParameters = 0): LayerKind {
  return { mixer, feedForward, norms, otherParameters };
}

/** Folds a list of layers into its few kinds and the pattern in which they follow each other. */
export function fold(layers: readonly LayerKind[]): Pick<Architecture, "layerKinds" | "pattern"> {
  const byIdentity = new Map<LayerKind, number>();
  const byContent = new Map<string, number>();
  const layerKinds: LayerKind[] = [];
  const pattern = layers.map((entry) => {
    const known = byIdentity.get(entry);
    if (known !== undefined) return known;
    const content = JSON.stringify(entry);
    let index = byContent.get(content);
    if (index === undefined) {
      index = layerKinds.push(entry) - 1;
      byContent.set(content, index);
    }
    byIdentity.set(entry, index);
    return index;
  });
  return { layerKinds, pattern };
}
