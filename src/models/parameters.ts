import { layersOfKind } from "./cache.ts";
import { checkArchitecture } from "./check.ts";
import type { Architecture, AttentionMixer, FeedForward, LayerKind, Mixer, MlaMixer, MoeFeedForward } from "./types.ts";

/** Parameters of one layer. */
export interface LayerParameters {
  /** Of the mixer. */
  readonly mixer: number;
  /** Of the feed-forward, all experts. */
  readonly feedForward: number;
  /** Of the norms. */
  readonly norms: number;
  /** Beside those. */
  readonly other: number;
  /** All of the layer. */
  readonly total: number;
  /** Without the routed experts that a token does not visit. */
  readonly active: number;
}

/** Exact parameter counts of a model; quantisation scales are not parameters. */
export interface ParameterCount {
  /** The language model with embeddings and head, without multi-token-prediction modules and vision tower. */
  readonly total: number;
  /** `total` without the routed experts that a token does not visit. */
  readonly active: number;
  /** Token embedding and learned positions. */
  readonly embedding: number;
  /** Output head with its bias; 0 where it is the token embedding (then only the bias). */
  readonly head: number;
  /** All mixers: attention (cross-attention too), MLA, recurrent. */
  readonly mixers: number;
  /** All feed-forward networks, experts and routers included. */
  readonly feedForward: number;
  /** Routed experts, all of them. */
  readonly routedExperts: number;
  /** Norms of the layers and the final norm. */
  readonly norms: number;
  /** Beside all of the above. */
  readonly other: number;
  /** One entry for each of `architecture.layerKinds`. */
  readonly layerKinds: readonly LayerParameters[];
  /** Of modules for multi-token prediction, not in `total`. */
  readonly mtp: number;
  /** Of the vision tower, not in `total`. */
  readonly vision: number;
}

/**
 * Counts the parameters of an architecture: every tensor of the checkpoint once, tied tensors once.
 *
 * Symbols: h hidden size, a heads, g KV heads, d head dimension, d_v value dimension, E experts, k experts of a token.
 * Attention: h·a·d + h·g·(d + d_v) + a·d_v·h; MLA as in DeepSeek-V2 (arXiv:2405.04434, appendix C): low-rank q and kv with
 * their norms; gated feed-forward: 3·h·i; experts: E of them and a router h·E.
 *
 * @throws RidgepointError `invalid-value` with the field where the argument is no architecture.
 */
export function parametersOf(architecture: Architecture): ParameterCount {
  const { hiddenSize, vocabularySize, layerKinds } = checkArchitecture(architecture);
  const kinds = layerKinds.map((kind) => layerParameters(kind, architecture));
  const counts = layersOfKind(architecture);
  const sum = (value: (kind: LayerParameters, index: number) => number): number =>
    kinds.reduce((total, kind, index) => total + (counts[index] ?? 0) * value(kind, index), 0);

  const { embeddingSize = hiddenSize } = architecture;
  const embedding = vocabularySize * embeddingSize + architecture.learnedPositions * hiddenSize;
  const head =
    (architecture.tiedEmbeddings || !architecture.decoder ? 0 : vocabularySize * embeddingSize) +
    (architecture.headBias ? vocabularySize : 0);
  const finalNorm = architecture.norm.final === false ? 0 : normParameters(architecture);
  const other = architecture.otherParameters + (embeddingSize === hiddenSize ? 0 : 2 * embeddingSize * hiddenSize);
  const outside = embedding + head + finalNorm + other;
  return {
    total: outside + sum((kind) => kind.total),
    active: outside + sum((kind) => kind.active),
    embedding,
    head,
    mixers: sum((kind) => kind.mixer),
    feedForward: sum((kind) => kind.feedForward),
    routedExperts: sum((_, index) => {
      const feedForward = layerKinds[index]?.feedForward;
      return feedForward?.kind === "moe" ? feedForward.experts * expertParameters(feedForward, hiddenSize) : 0;
    }),
    norms: sum((kind) => kind.norms) + finalNorm,
    other: sum((kind) => kind.other) + other,
    layerKinds: kinds,
    mtp: architecture.mtpParameters,
    vision: architecture.vision?.parameters ?? 0,
  };
}

/** Parameters of one layer of a kind: {@link parametersOf}. */
export function layerParameters(kind: LayerKind, model: Pick<Architecture, "hiddenSize" | "norm">): LayerParameters {
  const cross = kind.cross === undefined ? 0 : mixerParameters(kind.cross, model.hiddenSize);
  const mixer = mixerParameters(kind.mixer, model.hiddenSize) + cross;
  const feedForward = feedForwardParameters(kind.feedForward, model.hiddenSize);
  const norms = kind.norms * normParameters(model);
  const total = mixer + feedForward + norms + kind.otherParameters;
  return {
    mixer,
    feedForward,
    norms,
    other: kind.otherParameters,
    total,
    active: total - idleExperts(kind.feedForward, model.hiddenSize),
  };
}

/** Parameters of one norm over the hidden state: a weight for each element, and a bias where it has one. */
export function normParameters(model: Pick<Architecture, "hiddenSize" | "norm">): number {
  return model.hiddenSize * (model.norm.bias ? 2 : 1);
}

/** Parameters of one mixer: {@link parametersOf}. */
export function mixerParameters(mixer: Mixer, hiddenSize: number): number {
  switch (mixer.kind) {
    case "attention": {
      const query = mixer.heads * mixer.headDim * (mixer.outputGate ? 2 : 1);
      const queryInputs = mixer.queryLatentDim ?? hiddenSize;
      const intoQueryLatent = mixer.queryLatentDim === undefined ? 0 : hiddenSize * mixer.queryLatentDim;
      const key = mixer.sharesKv ? 0 : mixer.kvHeads * mixer.headDim;
      const value = mixer.sharesKv || mixer.keyIsValue ? 0 : mixer.kvHeads * mixer.valueHeadDim;
      return (
        intoQueryLatent +
        queryInputs * query +
        hiddenSize * (key + value) +
        outputProjection(mixer, hiddenSize) +
        (mixer.headGate === true ? hiddenSize * mixer.heads : 0) +
        (mixer.qkvBias ? query + key + value : 0) +
        (mixer.outputBias ? hiddenSize : 0) +
        mixer.qkNormParameters +
        (mixer.sinks ? mixer.heads : 0) +
        selectionParameters(mixer)
      );
    }
    case "mla": {
      const query = mixer.heads * (mixer.nopeDim + mixer.ropeDim);
      const latent = mixer.queryLatentDim;
      const queryParameters = latent === null ? hiddenSize * query : hiddenSize * latent + latent + latent * query;
      const compressed = mixer.latentDim + mixer.ropeDim;
      const biases = mixer.qkvBias ? (latent ?? query) + compressed + hiddenSize : 0;
      return (
        queryParameters +
        hiddenSize * compressed +
        mixer.latentDim +
        mixer.latentDim * mixer.heads * (mixer.nopeDim + mixer.valueDim) +
        mixer.heads * mixer.valueDim * hiddenSize * (mixer.outputGate === true ? 2 : 1) +
        biases +
        selectionParameters(mixer)
      );
    }
    case "recurrent": {
      const projections = mixer.projections.reduce(
        (total, { inputs, outputs, bias }) => total + inputs * outputs + (bias ? outputs : 0),
        0,
      );
      return projections + mixer.otherParameters;
    }
    case "none":
      return 0;
  }
}

/** The output projection: one matrix, or groups of heads to a latent and all latents to the hidden size. */
function outputProjection(mixer: AttentionMixer, hiddenSize: number): number {
  const width = mixer.heads * mixer.valueHeadDim;
  const latent = mixer.outputLatent;
  return latent === undefined ? width * hiddenSize : width * latent.latentDim + latent.groups * latent.latentDim * hiddenSize;
}

function selectionParameters(mixer: AttentionMixer | MlaMixer): number {
  return (mixer.sparse?.indexParameters ?? 0) + (mixer.sparse?.compressionParameters ?? 0);
}

/** Parameters of one feed-forward network, all its experts, shared experts and router: {@link parametersOf}. */
export function feedForwardParameters(feedForward: FeedForward, hiddenSize: number): number {
  switch (feedForward.kind) {
    case "dense":
      return matrices(feedForward.gated, feedForward.bias, hiddenSize, feedForward.intermediate);
    case "moe": {
      const router = hiddenSize * feedForward.experts + (feedForward.routerBias ? feedForward.experts : 0);
      const shared =
        feedForward.sharedIntermediate === 0
          ? 0
          : matrices(feedForward.gated, feedForward.bias, hiddenSize, feedForward.sharedIntermediate) +
            (feedForward.sharedGate ? hiddenSize : 0);
      const intoLatent = feedForward.expertHidden === null ? 0 : 2 * hiddenSize * feedForward.expertHidden;
      return feedForward.experts * expertParameters(feedForward, hiddenSize) + router + shared + intoLatent;
    }
    case "none":
      return 0;
  }
}

/** Parameters of one routed expert: {@link parametersOf}. */
export function expertParameters(feedForward: MoeFeedForward, hiddenSize: number): number {
  return matrices(feedForward.gated, feedForward.bias, feedForward.expertHidden ?? hiddenSize, feedForward.intermediate);
}

function matrices(gated: boolean, bias: boolean, width: number, intermediate: number): number {
  const up = gated ? 2 : 1;
  return (up + 1) * width * intermediate + (bias ? up * intermediate + width : 0);
}

function idleExperts(feedForward: FeedForward, hiddenSize: number): number {
  return feedForward.kind === "moe" ? (feedForward.experts - feedForward.topK) * expertParameters(feedForward, hiddenSize) : 0;
}
