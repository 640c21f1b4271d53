import type { Projection, RecurrentMixer } from "../types.ts";

const project = (name: string, inputs: number, outputs: number, shard: Projection["shard"], bias = false): Projection => ({
  name,
  inputs,
  outputs,
  bias,
  shard,
});

/**
 * Mamba-2 mixer (arXiv:2405.21060): one input projection to z, x, B, C and dt, a convolution over x, B and C, a gated norm
 * and an output projection. State of a head: head width × state size.
 */
export function mamba2(dimensions: {
  readonly hiddenSize: number;
  readonly heads: number;
  readonly headDim: number;
  readonly stateSize: number;
  readonly groups: number;
  readonly convolutionWidth: number;
  readonly convolutionBias: boolean;
  readonly projectionBias: boolean;
}): RecurrentMixer {
  const { hiddenSize, heads, headDim, stateSize, groups, convolutionWidth } = dimensions;
  const inner = heads * headDim;
  const channels = inner + 2 * groups * stateSize;
  return {
    kind: "recurrent",
    variant: "mamba2",
    heads,
    keyDim: stateSize,
    valueDim: headDim,
    projections: [
      project("in", hiddenSize, inner + channels + heads, "outputs", dimensions.projectionBias),
      project("out", inner, hiddenSize, "inputs", dimensions.projectionBias),
    ],
    convolutionChannels: channels,
    convolutionWidth,
    stateElements: heads * headDim * stateSize,
    // Convolution, dt bias, A and D, gated norm.
    otherParameters: channels * (convolutionWidth + (dimensions.convolutionBias ? 1 : 0)) + 3 * heads + inner,
  };
}

/**
 * Mamba mixer (arXiv:2312.00752): state of `stateSize` for each inner channel; B, C and dt by a low-rank projection.
 * @param innerNorms Jamba puts norms over dt, B and C
 */
export function mamba(dimensions: {
  readonly hiddenSize: number;
  readonly inner: number;
  readonly stateSize: number;
  readonly timeStepRank: number;
  readonly convolutionWidth: number;
  readonly convolutionBias: boolean;
  readonly projectionBias: boolean;
  readonly innerNorms: boolean;
}): RecurrentMixer {
  const { hiddenSize, inner, stateSize, timeStepRank, convolutionWidth } = dimensions;
  return {
    kind: "recurrent",
    variant: "mamba",
    heads: inner,
    keyDim: stateSize,
    valueDim: 1,
    projections: [
      project("in", hiddenSize, 2 * inner, "outputs", dimensions.projectionBias),
      project("x", inner, timeStepRank + 2 * stateSize, "inputs"),
      project("dt", timeStepRank, inner, "outputs", true),
      project("out", inner, hiddenSize, "inputs", dimensions.projectionBias),
    ],
    convolutionChannels: inner,
    convolutionWidth,
    stateElements: inner * stateSize,
    // Convolution, A, D, and the norms of Jamba.
    otherParameters:
      inner * (convolutionWidth + (dimensions.convolutionBias ? 1 : 0)) +
      inner * stateSize +
      inner +
      (dimensions.innerNorms ? timeStepRank + 2 * stateSize : 0),
  };
}

/**
 * Gated delta net (arXiv:2412.06464) as in Qwen3-Next: q, k, v through a convolution, an output gate z, and decay and
 * step per value head. State of a value head: key width × value width.
 */
export function gatedDeltaNet(dimensions: {
  readonly hiddenSize: number;
  readonly keyHeads: number;
  readonly valueHeads: number;
  readonly keyDim: number;
  readonly valueDim: number;
  readonly convolutionWidth: number;
}): RecurrentMixer {
  const { hiddenSize, keyHeads, valueHeads, keyDim, valueDim, convolutionWidth } = dimensions;
  const values = valueHeads * valueDim;
  const channels = 2 * keyHeads * keyDim + values;
  return {
    kind: "recurrent",
    variant: "gated-deltanet",
    heads: valueHeads,
    keyDim,
    valueDim,
    projections: [
      project("qkvz", hiddenSize, channels + values, "outputs"),
      project("ba", hiddenSize, 2 * valueHeads, "outputs"),
      project("out", values, hiddenSize, "inputs"),
    ],
    convolutionChannels: channels,
    convolutionWidth,
    stateElements: valueHeads * keyDim * valueDim,
    // Convolution, A, dt bias, gated norm over a head.
    otherParameters: channels * convolutionWidth + 2 * valueHeads + valueDim,
  };
}

/**
 * Kimi delta attention (arXiv:2510.26692): a delta net whose decay is per channel (a low-rank projection), with a step per
 * head and an output gate that is low-rank, or full-rank in Kimi K3.
 */
export function kimiDelta(dimensions: {
  readonly hiddenSize: number;
  readonly heads: number;
  readonly headDim: number;
  readonly convolutionWidth: number;
  readonly fullRankGate: boolean;
}): RecurrentMixer {
  const { hiddenSize, heads, headDim, convolutionWidth } = dimensions;
  const inner = heads * headDim;
  const gate = dimensions.fullRankGate
    ? [project("gate", hiddenSize, inner, "outputs")]
    : [project("gate-down", hiddenSize, headDim, "none"), project("gate-up", headDim, inner, "outputs")];
  return {
    kind: "recurrent",
    variant: "kimi-delta",
    heads,
    keyDim: headDim,
    valueDim: headDim,
    projections: [
      project("qkv", hiddenSize, 3 * inner, "outputs"),
      project("decay-down", hiddenSize, headDim, "none"),
      project("decay-up", headDim, inner, "outputs"),
      project("step", hiddenSize, heads, "outputs"),
      ...gate,
      project("out", inner, hiddenSize, "inputs"),
    ],
    convolutionChannels: 3 * inner,
    convolutionWidth,
    stateElements: heads * headDim * headDim,
    // Convolutions, A, dt bias, norm over a head.
    otherParameters: 3 * inner * convolutionWidth + heads + inner + headDim,
  };
}
