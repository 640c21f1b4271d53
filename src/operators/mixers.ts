import type { AttentionMixer, MlaMixer, RecurrentMixer, SparseSelection } from "../models/types.ts";
import { gemm, type PassContext } from "./gemm.ts";
import type { Operator } from "./types.ts";
import { elementwise } from "./weightless.ts";

/** Heads of one rank; KV heads are replicated where there are fewer than ranks. */
export function headsPerRank(heads: number, tp: number): number {
  return Math.ceil(heads / tp);
}

/**
 * Projections and softmax attention of one layer, sharded by heads over `tp`: q, k and v in one matrix, attention, output.
 * KV heads that do not divide are replicated (max(1, kv/tp) on each rank).
 */
export function attentionOperators(mixer: AttentionMixer, context: PassContext, count: number): Operator[] {
  const { plan, formats, hiddenSize } = context;
  const heads = headsPerRank(mixer.heads, plan.tp);
  const kvHeads = headsPerRank(mixer.kvHeads, plan.tp);
  const queryWidth = heads * mixer.headDim * (mixer.outputGate ? 2 : 1);
  const ownKv = mixer.sharesKv ? 0 : kvHeads * (mixer.headDim + (mixer.keyIsValue ? 0 : mixer.valueHeadDim));
  const index = indexCost(mixer.sparse);
  return [
    gemm(context, "attention.qkv", "attention", queryWidth + ownKv, hiddenSize, count, mixer.qkvBias),
    // Rotary embedding (with the q and k norms) and the write of new keys and values; an encoder with neither has no such kernel.
    ropeAndCache(count, (queryWidth + 2 * ownKv) * 2 * formats.residualBytes, mixer.causal || mixer.rotary),
    ...indexer(context, mixer.sparse, count),
    {
      kind: "attention", name: "attention.core", count, kernels: 2, weightElements: 0, weightBytes: 0,
      heads, kvHeads, headDim: mixer.headDim, valueHeadDim: mixer.valueHeadDim,
      span: spanOf(mixer.window ?? mixer.chunk, mixer.sparse), causal: mixer.causal, kv: formats.kv,
      indexBytesPerToken: index.bytesPerToken, indexFlopsPerPair: index.flopsPerPair,
    },
    gemm(context, "attention.output", "attention-output", hiddenSize, heads * mixer.valueHeadDim, count, mixer.outputBias),
  ];
}

/**
 * Cross-attention of a decoder's layer: keys and values of the input are projected once, when it has been encoded, and cached; every
 * output token then has a query of its own and reads them all. Vaswani et al., arXiv:1706.03762, section 3.2.3.
 */
export function crossOperators(cross: AttentionMixer, context: PassContext, count: number): Operator[] {
  const { plan, formats, hiddenSize } = context;
  const kv = headsPerRank(cross.kvHeads, plan.tp) * (cross.headDim + cross.valueHeadDim);
  const project = (part: string, width: number, sees: "inputs" | "cross"): Operator =>
    ({ ...gemm(context, `cross-attention.${part}`, "attention", width, hiddenSize, count, cross.qkvBias), sees });
  return [
    project("kv", kv, "inputs"),
    { ...elementwise("cross-attention.cache", count, 1, kv * (formats.residualBytes + formats.kv.bytesPerElement)), sees: "inputs" },
    project("q", headsPerRank(cross.heads, plan.tp) * cross.headDim, "cross"),
    // The core and the output projection.
    ...attentionOperators(cross, context, count).slice(-2).map((operator): Operator => ({ ...operator, name: `cross-${operator.name}`, sees: "cross" })),
  ];
}

/**
 * Latent attention: the latent and the rotary key are computed on every rank (they are shared by all heads); query
 * up-projection, per-head key/value up-projections (applied to queries and outputs in decode: absorption) and the output
 * projection are sharded by heads. DeepSeek-V2, arXiv:2405.04434, section 2.1.
 */
export function mlaOperators(mixer: MlaMixer, context: PassContext, count: number): Operator[] {
  const { plan, formats, hiddenSize } = context;
  const heads = headsPerRank(mixer.heads, plan.tp);
  const queryWidth = heads * (mixer.nopeDim + mixer.ropeDim);
  const kvDown = mixer.latentDim + mixer.ropeDim;
  const index = indexCost(mixer.sparse);
  const down = mixer.queryLatentDim === null
    ? [
        gemm(context, "attention.q", "attention", queryWidth, hiddenSize, count, mixer.qkvBias),
        gemm(context, "attention.kv-down", "attention", kvDown, hiddenSize, count, mixer.qkvBias),
      ]
    : [
        gemm(context, "attention.qkv-down", "attention", mixer.queryLatentDim + kvDown, hiddenSize, count, mixer.qkvBias),
        gemm(context, "attention.q-up", "attention", queryWidth, mixer.queryLatentDim, count, false),
      ];
  return [
    ...down,
    // Two latent norms, rotary, cache write, and the transposes around the absorbed products.
    { ...ropeAndCache(count, (queryWidth + 2 * kvDown) * 2 * formats.residualBytes), kernels: 5 },
    gemm(context, "attention.kv-up", "attention", heads * (mixer.nopeDim + mixer.valueDim), mixer.latentDim, count, false),
    ...indexer(context, mixer.sparse, count),
    {
      kind: "mla", name: "attention.core", count, kernels: 2, weightElements: 0, weightBytes: 0,
      heads, latentDim: mixer.latentDim, ropeDim: mixer.ropeDim, nopeDim: mixer.nopeDim, valueDim: mixer.valueDim,
      span: spanOf(null, mixer.sparse), kv: formats.kv,
      indexBytesPerToken: index.bytesPerToken, indexFlopsPerPair: index.flopsPerPair,
    },
    gemm(context, "attention.output", "attention-output", hiddenSize, heads * mixer.valueDim, count, false),
  ];
}

/**
 * Recurrent mixer: its projections and the state update. One token costs, per state element, a decay (1), an outer-product
 * accumulation (2) and a read-out (2); the delta rule reads the state once more (2).
 */
export function recurrentOperators(mixer: RecurrentMixer, context: PassContext, count: number): Operator[] {
  const { plan, formats, hiddenSize } = context;
  const stateElements = mixer.stateElements / plan.tp;
  const delta = mixer.variant === "gated-deltanet" || mixer.variant === "kimi-delta";
  const gemms = mixer.projections.map((projection) => gemm(
    context, `recurrent.${projection.name}`, "attention",
    projection.shard === "outputs" ? Math.ceil(projection.outputs / plan.tp) : projection.outputs,
    projection.shard === "inputs" ? Math.ceil(projection.inputs / plan.tp) : projection.inputs,
    count, projection.bias,
  ));
  const channels = mixer.convolutionChannels / plan.tp;
  return [
    ...gemms,
    {
      kind: "recurrent", name: "recurrent.core", count, kernels: 5,
      weightElements: mixer.otherParameters / plan.tp,
      weightBytes: (mixer.otherParameters / plan.tp) * formats.residualBytes,
      stateElements, stateBytes: stateElements * stateBytesPerElement,
      flopsPerToken: stateElements * (delta ? 7 : 5) + 2 * channels * mixer.convolutionWidth,
      activationBytesPerToken: (2 * channels + 2 * hiddenSize / plan.tp) * formats.residualBytes,
    },
  ];
}

/** Engines keep the recurrent state in 32 bits (Transformers' and vLLM's default for Mamba-2 and gated delta nets). */
export const stateBytesPerElement = 4;

function ropeAndCache(count: number, bytesPerToken: number, runs = true): Operator {
  return elementwise("attention.rotary-cache", count, runs ? 2 : 0, runs ? bytesPerToken : 0);
}

function spanOf(window: number | null, sparse: SparseSelection | null): number {
  return Math.min(window ?? Infinity, sparse?.topTokens ?? Infinity);
}

function indexCost(sparse: SparseSelection | null): { bytesPerToken: number; flopsPerPair: number } {
  if (sparse === null) return { bytesPerToken: 0, flopsPerPair: 0 };
  return {
    bytesPerToken: sparse.indexBytesPerToken,
    flopsPerPair: (2 * sparse.indexHeads * sparse.indexHeadDim) / sparse.compression,
  };
}

/** The indexer's projections; replicated on every rank, as its keys are shared by all heads. */
function indexer(context: PassContext, sparse: SparseSelection | null, count: number): Operator[] {
  if (sparse === null || sparse.indexParameters === 0) return [];
  const outputs = Math.round(sparse.indexParameters / context.hiddenSize);
  return [{ ...gemm(context, "attention.indexer", "attention", outputs, context.hiddenSize, count, false), kernels: 4 }];
}

