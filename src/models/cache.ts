import type { Architecture, LayerKind, Mixer } from "./types.ts";

/**
 * Elements that one cache entry of one layer holds: attention g·(d + d_v) (g·d where key and value are one tensor), MLA latent + rotary key, nothing for recurrent
 * mixers and for layers that share another layer's cache. Indexer keys of sparse attention are apart (`indexBytesPerToken`),
 * because they have a number format of their own.
 */
export function kvElementsPerToken(mixer: Mixer): number {
  switch (mixer.kind) {
    case "attention":
      return mixer.sharesKv ? 0 : mixer.kvHeads * (mixer.headDim + (mixer.cachedOnce === true ? 0 : mixer.valueHeadDim));
    case "mla":
      return mixer.latentDim + mixer.ropeDim;
    case "recurrent":
    case "none":
      return 0;
  }
}

/**
 * Cache entries that one sequence of `contextTokens` tokens holds in one layer: no more than the window or the chunk; with a
 * compressed cache one entry for each block of `compression` tokens, beside the window.
 */
export function kvTokensHeld(mixer: Mixer, contextTokens: number): number {
  switch (mixer.kind) {
    case "attention": {
      if (mixer.sharesKv) return 0;
      const cap = Math.min(mixer.window ?? Infinity, mixer.chunk ?? Infinity);
      return Math.min(contextTokens, cap) + compressedEntries(mixer, contextTokens);
    }
    case "mla":
      return contextTokens;
    case "recurrent":
    case "none":
      return 0;
  }
}

/** Entries of the compressed cache; 0 where the cache is per token. */
function compressedEntries(mixer: Mixer, contextTokens: number): number {
  if (mixer.kind !== "attention") return 0;
  const compression = mixer.sparse?.compression ?? 1;
  return compression > 1 ? Math.floor(contextTokens / compression) : 0;
}

/** Bytes of indexer keys that one token of one layer caches, spread over the tokens of a compressed entry; 0 without an indexer. */
export function indexBytesPerToken(mixer: Mixer): number {
  const sparse = mixer.kind === "attention" || mixer.kind === "mla" ? mixer.sparse : null;
  return sparse === null ? 0 : sparse.indexBytesPerToken / sparse.compression;
}

/** Elements of state that one sequence holds in one layer, whatever its length: recurrent state and the convolution's last inputs. */
export function stateElements(mixer: Mixer): number {
  return mixer.kind === "recurrent" ? mixer.stateElements + convolutionElements(mixer) : 0;
}

/** The inputs that a short convolution keeps of the past: width − 1 for each channel. */
export function convolutionElements(mixer: Mixer): number {
  return mixer.kind === "recurrent" ? mixer.convolutionChannels * Math.max(0, mixer.convolutionWidth - 1) : 0;
}

/** Layers of the encoder of an encoder–decoder, the first of its pattern; 0 for a model of one stack. */
export function encoderLayers({ layerKinds, pattern }: Pick<Architecture, "layerKinds" | "pattern">): number {
  if (layerKinds[pattern[0] as number]?.encodes !== true) return 0;
  return pattern.filter((kind) => layerKinds[kind]?.encodes === true).length;
}

/** Routed experts of a layer that has them; 0 for a model without. */
export function routedExperts({ layerKinds }: Pick<Architecture, "layerKinds">): number {
  let experts = 0;
  for (const { feedForward } of layerKinds) if (feedForward.kind === "moe" && feedForward.experts > experts) experts = feedForward.experts;
  return experts;
}

/** How many layers there are of each of `architecture.layerKinds`. */
export function layersOfKind(architecture: Pick<Architecture, "layerKinds" | "pattern">): readonly number[] {
  if (architecture.layerKinds.length === 1) return [architecture.pattern.length];
  const counts = new Array<number>(architecture.layerKinds.length).fill(0);
  for (const index of architecture.pattern) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

/** Sums a figure of a layer kind over all layers. */
export function sumLayers(
  architecture: Pick<Architecture, "layerKinds" | "pattern">,
  figure: (kind: LayerKind) => number,
): number {
  const counts = layersOfKind(architecture);
  return architecture.layerKinds.reduce((sum, kind, index) => sum + (counts[index] ?? 0) * figure(kind), 0);
}
