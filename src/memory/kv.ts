import type { Architecture, LayerKind, Mixer } from "../models/types.ts";
import type { Plan } from "../deployments/types.ts";
import type { WeightFormats } from "../deployments/formats.ts";
import { convolutionElements, indexBytesPerToken, kvElementsPerToken, layersOfKind } from "../models/cache.ts";
import { headsPerRank, stateBytesPerElement } from "../operators/mixers.ts";

/**
 * KV cache and recurrent state of some layers on one device. In a decoder's layer with cross-attention an input token has its entry
 * there, an output token in the layer's own attention, each of the same bytes: so a token costs what it does elsewhere.
 */
export interface CacheGeometry {
  /** Bytes that one token adds while it is inside every window. */
  readonly bytesPerToken: number;
  /** Bytes per token of layers that see at most `span` tokens, and how many tokens they keep. */
  readonly windowed: readonly { readonly span: number; readonly bytesPerToken: number }[];
  /** Fixed bytes of one sequence: recurrent and convolution state. */
  readonly stateBytes: number;
}

/** Elements that one token adds to the cache of one layer on one rank; heads sharded over `tp`, replicated where they do not divide. */
export function cacheElements(mixer: Mixer, tp: number): number {
  const elements = kvElementsPerToken(mixer);
  // A latent is shared by all heads, so every rank keeps it whole.
  return mixer.kind === "attention" ? (elements / mixer.kvHeads) * headsPerRank(mixer.kvHeads, tp) : elements;
}

/** Fixed state of one sequence in one layer on one rank, bytes. */
export function stateBytesOf(mixer: Mixer, tp: number, convolutionBytes: number): number {
  if (mixer.kind !== "recurrent") return 0;
  return (mixer.stateElements * stateBytesPerElement + convolutionElements(mixer) * convolutionBytes) / tp;
}

/**
 * Cache of `counts[kind]` layers of each kind on one device. Pass the layers of one pipeline stage; all layers by default.
 */
export function cacheGeometry(
  architecture: Architecture, plan: Pick<Plan, "tp">, formats: WeightFormats, counts: readonly number[] = layersOfKind(architecture),
): CacheGeometry {
  let bytesPerToken = 0;
  let stateBytes = 0;
  const windowed: { span: number; bytesPerToken: number }[] = [];
  for (let kind = 0; kind < counts.length; kind++) {
    const { mixer, encodes } = architecture.layerKinds[kind] as LayerKind;
    const count = counts[kind] as number;
    // What an encoder makes of its input is not kept; cross-attention has its own keys and values.
    if (count === 0 || encodes === true) continue;
    const row = count * cacheElements(mixer, plan.tp) * formats.kv.bytesPerElement;
    const compression = mixer.kind === "attention" ? mixer.sparse?.compression ?? 1 : 1;
    // A compressed cache stands beside the window's.
    bytesPerToken += row + (compression > 1 ? row / compression : 0) + count * indexBytesPerToken(mixer);
    stateBytes += count * stateBytesOf(mixer, plan.tp, formats.residualBytes);
    const span = mixer.kind === "attention" ? mixer.window ?? mixer.chunk : null;
    if (span !== null && row > 0) windowed.push({ span, bytesPerToken: row });
  }
  return { bytesPerToken, windowed, stateBytes };
}

/** Bytes that one request of `tokens` tokens holds: windows cap, blocks round up, state is fixed. */
export function requestCacheBytes(geometry: CacheGeometry, tokens: number, blockTokens = 1): number {
  const paged = Math.ceil(tokens / blockTokens) * blockTokens;
  let bytes = geometry.bytesPerToken * paged + geometry.stateBytes;
  for (const { span, bytesPerToken } of geometry.windowed) {
    if (paged > span) bytes -= bytesPerToken * (paged - span);
  }
  return bytes;
}
