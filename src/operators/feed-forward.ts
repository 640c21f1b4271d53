import type { DenseFeedForward, MoeFeedForward } from "../models/types.ts";
import { expertGroupOf } from "../deployments/plan.ts";
import { gemm, type PassContext } from "./gemm.ts";
import type { CollectiveOperator, Operator } from "./types.ts";
import { elementwise, message } from "./weightless.ts";

/** A dense feed-forward network, its intermediate width sharded over `tp`. */
export function denseOperators(
  feedForward: DenseFeedForward, context: PassContext, count: number, prefix = "feed-forward",
): Operator[] {
  const { plan, formats, hiddenSize } = context;
  const width = Math.ceil(feedForward.intermediate / plan.tp);
  const upWidth = feedForward.gated ? 2 * width : width;
  return [
    gemm(context, `${prefix}.up`, "feed-forward", upWidth, hiddenSize, count, feedForward.bias),
    elementwise(`${prefix}.activation`, count, context.independent ? 0 : 1, (upWidth + width) * formats.residualBytes),
    gemm(context, `${prefix}.down`, "feed-forward", hiddenSize, width, count, feedForward.bias),
  ];
}

/**
 * A mixture of experts: router, dispatch, the routed experts of this rank, combine, and the shared experts.
 * Experts are spread over `ep` ranks of the group of tp × attentionDp; what remains of the group shards each expert.
 */
export function expertOperators(feedForward: MoeFeedForward, context: PassContext, count: number): Operator[] {
  const { plan, formats, hiddenSize } = context;
  const group = expertGroupOf(plan);
  const width = Math.ceil(feedForward.intermediate / (group / plan.ep));
  const localExperts = Math.ceil(feedForward.experts / plan.ep);
  const hidden = feedForward.expertHidden ?? hiddenSize;
  const weights = formats.byRole.experts;
  const matrices = feedForward.gated ? 3 : 2;
  const elements = matrices * hidden * width;
  const biases = feedForward.bias ? (feedForward.gated ? 2 : 1) * width + hidden : 0;
  const operators: Operator[] = [
    gemm(context, "experts.router", "router", feedForward.experts, hiddenSize, count, feedForward.routerBias),
    ...latentProjections(feedForward, context, count),
    {
      kind: "experts", name: "experts", count,
      // Top-k, permutation, two grouped products, activation, combination; quantisation of both inputs.
      kernels: 6 + (weights.bytesPerElement < 2 && !weights.weightOnly ? 2 : 0),
      weightElements: localExperts * (elements + biases),
      weightBytes: localExperts * (elements * weights.bytesPerElement + biases * formats.residualBytes),
      experts: feedForward.experts, localExperts, topK: feedForward.topK, hidden, intermediate: width,
      gated: feedForward.gated, weights, compute: weights.compute, tokenReplicas: plan.attentionDp, ep: plan.ep,
    },
  ];
  if (feedForward.sharedIntermediate > 0) {
    const shared: DenseFeedForward = {
      kind: "dense", intermediate: feedForward.sharedIntermediate, gated: feedForward.gated, bias: feedForward.bias,
    };
    const own = context.besidesExperts ? { ...context, independent: true } : context;
    operators.push(...denseOperators(shared, own, count, "shared-expert"));
    if (feedForward.sharedGate) operators.push(gemm(own, "shared-expert.gate", "router", 1, hiddenSize, count, false));
  }
  return operators;
}

function latentProjections(feedForward: MoeFeedForward, context: PassContext, count: number): Operator[] {
  if (feedForward.expertHidden === null) return [];
  return [
    gemm(context, "experts.latent-down", "feed-forward", feedForward.expertHidden, context.hiddenSize, count, false),
    gemm(context, "experts.latent-up", "feed-forward", context.hiddenSize, feedForward.expertHidden, count, false),
  ];
}

/**
 * Messages of expert parallelism where attention is replicated: every token travels to the distinct ranks that hold its
 * experts, ep·(1 − (1 − 1/ep)^k) of them in expectation under uniform routing, and back. Dispatch in the activation's
 * format, combine in that of the residual stream. With ep = 1 the group gathers the tokens and scatters the sums.
 */
export function expertCollectives(feedForward: MoeFeedForward, context: PassContext, count: number): CollectiveOperator[] {
  const { plan, formats, hiddenSize } = context;
  if (plan.attentionDp === 1) return [];
  const weights = formats.byRole.experts;
  const dispatchBytes = weights.weightOnly ? formats.residualBytes : Math.min(formats.residualBytes, Math.max(1, weights.bytesPerElement));
  const width = feedForward.expertHidden ?? hiddenSize;
  const group = expertGroupOf(plan);
  if (plan.ep === 1) {
    return [
      message("allgather", "experts.gather", count, group, width * dispatchBytes * plan.attentionDp),
      message("reduce_scatter", "experts.scatter", count, group, width * formats.residualBytes * plan.attentionDp),
    ];
  }
  const destinations = plan.ep * -Math.expm1(feedForward.topK * Math.log1p(-1 / plan.ep));
  return [
    message("alltoall", "experts.dispatch", count, group, destinations * width * dispatchBytes),
    message("alltoall", "experts.combine", count, group, destinations * width * formats.residualBytes),
  ];
}
