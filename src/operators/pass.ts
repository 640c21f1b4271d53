import type { Architecture, LayerKind } from "../models/types.ts";
import type { Plan } from "../deployments/types.ts";
import type { WeightFormats } from "../deployments/formats.ts";
import { encoderLayers, layersOfKind } from "../models/cache.ts";
import { attentionOperators, crossOperators, mlaOperators, recurrentOperators } from "./mixers.ts";
import { denseOperators, expertCollectives, expertOperators } from "./feed-forward.ts";
import { gemm, type PassContext } from "./gemm.ts";
import { sectionsOf } from "./sections.ts";
import { elementwise, message } from "./weightless.ts";
import type { CollectiveOperator, Operator, Pass, SortOperator } from "./types.ts";

/** What the kernels of an engine are beyond the plainest ones; all false where left out. */
export interface EngineKernels {
  /** The next token is drawn from logits that are sorted for top-k and top-p. */
  readonly sortsLogits?: boolean;
  /** All-reduces add the residual and normalise as well, so that a norm after one is no kernel of its own. */
  readonly fusesNorms?: boolean;
  /** Shared experts run in a stream beside the routed ones: nothing waits for their launches. */
  readonly besidesExperts?: boolean;
}

/**
 * Everything that one rank does in one pass through all layers of `architecture` under `plan`: a short list of operators with
 * their sharded dimensions. Pure counting; no device and no step size yet.
 */
export function passOf(architecture: Architecture, plan: Plan, formats: WeightFormats, { sortsLogits, fusesNorms, besidesExperts }: EngineKernels = {}): Pass {
  const context: PassContext = { plan, formats, hiddenSize: architecture.hiddenSize, fusesNorms, besidesExperts };
  const edges = edgeOperators(architecture, context);
  const operators: Operator[] = [edges.embedding, ...edges.projection];
  const encodes = encoderLayers(architecture) > 0;
  const counts = layersOfKind(architecture);
  const layerWeightBytes: number[] = [];
  for (let kind = 0; kind < counts.length; kind++) {
    const first = operators.length;
    const count = counts[kind] as number;
    if (count > 0) pushLayer(architecture, architecture.layerKinds[kind] as LayerKind, context, count, operators);
    layerWeightBytes.push(weightBytesFrom(operators, first));
  }
  const head = operators.length;
  for (const operator of edges.head) operators.push(operator);
  if (sortsLogits && architecture.decoder) operators.push(logitSort(architecture));
  const headBytes = weightBytesFrom(operators, head);
  if (plan.tp > 1) pushVocabularyCollectives(architecture, context, operators);
  if (plan.pp > 1) operators.push(stageHandover(context));
  if (encodes) pushInputEdges(operators);
  return {
    operators, sections: sectionsOf(operators, encodes), layers: architecture.pattern.length, hiddenSize: architecture.hiddenSize,
    layerWeightBytes, embeddingBytes: edges.embedding.weightBytes, headBytes, widestElements: widest(operators, head),
  };
}

/** The same for input tokens, in the encoder. */
function encoding(operator: Operator): Operator {
  return { ...operator, name: `encoder.${operator.name}`, sees: "inputs" };
}

/**
 * What input tokens need at the edges: rows of the same table, its all-reduce, and the way through a pipeline, each of whose stages has
 * layers of both stacks: from stage to stage, and once more to each, for cross-attention.
 */
function pushInputEdges(operators: Operator[]): void {
  for (const operator of operators.filter(({ name }) => /^(emb|pip)/.test(name))) {
    operators.push(encoding({ ...operator, weightElements: 0, weightBytes: 0, count: operator.count * (operator.name === "pipeline.send" ? 2 : 1) }));
  }
}

function weightBytesFrom(operators: readonly Operator[], first: number): number {
  let bytes = 0;
  for (let i = first; i < operators.length; i++) bytes += (operators[i] as Operator).weightBytes;
  return bytes;
}

/** Routed experts hold the rows of the token–expert pairs that meet on a rank. The head is left out: few rows pass it. */
function widest(operators: readonly Operator[], end: number): number {
  let elements = 0;
  for (let i = 0; i < end; i++) {
    const operator = operators[i] as Operator;
    if (operator.kind === "gemm") elements = Math.max(elements, operator.n + operator.k);
    else if (operator.kind === "experts") {
      const pairsPerToken = (operator.topK * operator.tokenReplicas) / operator.ep;
      elements = Math.max(elements, pairsPerToken * (operator.hidden + (operator.gated ? 2 : 1) * operator.intermediate));
    }
  }
  return elements;
}

/** The operators of one kind of layer, `count` layers of it. */
export function layerOperators(architecture: Architecture, kind: LayerKind, context: PassContext, count: number): Operator[] {
  const operators: Operator[] = [];
  pushLayer(architecture, kind, context, count, operators);
  return operators;
}

/** What comes before the first layer and after the last. */
export function edgeOperators(
  architecture: Architecture, context: PassContext,
): { readonly embedding: Operator; readonly projection: readonly Operator[]; readonly head: readonly Operator[] } {
  const { hiddenSize, embeddingSize } = architecture;
  return {
    embedding: embedding(architecture, context),
    projection: embeddingSize === undefined ? [] : [edgeProjection(context, "embedding.projection", hiddenSize, embeddingSize, "tokens")],
    head: architecture.decoder ? headOperators(architecture, context) : [],
  };
}

/** Between a narrower embedding and the layers. Every rank holds it, as it does what is counted with the small parameters. */
function edgeProjection(context: PassContext, name: string, n: number, k: number, rows: "tokens" | "logits"): Operator {
  return { ...gemm(context, name, "embedding", n, k, 1, false, rows), weightElements: 0, weightBytes: 0 };
}

function pushLayer(architecture: Architecture, kind: LayerKind, context: PassContext, count: number, operators: Operator[]): void {
  const { plan, formats, hiddenSize } = context;
  const { mixer, feedForward, cross } = kind;
  const start = operators.length;
  if (mixer.kind === "attention") operators.push(...attentionOperators(mixer, context, count));
  else if (mixer.kind === "mla") operators.push(...mlaOperators(mixer, context, count));
  else if (mixer.kind === "recurrent") operators.push(...recurrentOperators(mixer, context, count));
  if (cross !== undefined) operators.push(...crossOperators(cross, context, count));
  if (feedForward.kind === "dense") operators.push(...denseOperators(feedForward, context, count));
  else if (feedForward.kind === "moe") operators.push(...expertOperators(feedForward, context, count));
  const joins = plan.tp > 1 ? joinsOf(architecture, kind, context) : 0;
  operators.push({
    kind: "elementwise", name: "norms", count, kernels: context.fusesNorms ? Math.max(0, kind.norms - joins) : kind.norms,
    weightElements: kind.norms * hiddenSize * (architecture.norm.bias ? 2 : 1),
    weightBytes: kind.norms * hiddenSize * (architecture.norm.bias ? 2 : 1) * formats.residualBytes,
    // A fused residual add and norm reads both inputs and writes both outputs.
    bytesPerToken: 4 * kind.norms * hiddenSize * formats.residualBytes,
    flopsPerToken: 0, rows: "tokens",
  });
  if (joins > 0) operators.push(message("allreduce", "tensor-parallel.all-reduce", count * joins, plan.tp, hiddenSize * formats.residualBytes));
  if (feedForward.kind === "moe") operators.push(...expertCollectives(feedForward, context, count));
  if (kind.encodes === true) for (let i = start; i < operators.length; i++) operators[i] = encoding(operators[i] as Operator);
}

/** All-reduces of one layer: one for each mixer and one for the feed-forward network, one in all where they run in parallel. */
function joinsOf(architecture: Architecture, kind: LayerKind, { plan }: PassContext): number {
  const mixer = kind.mixer.kind !== "none";
  const replicatedExperts = kind.feedForward.kind === "moe" && plan.attentionDp > 1;
  const feedForward = kind.feedForward.kind !== "none" && !replicatedExperts;
  if (architecture.parallelBlock && mixer && feedForward) return 1;
  return Number(mixer) + Number(kind.cross !== undefined) + Number(feedForward);
}

/** A row of the table for each token; the table is sharded by vocabulary. */
function embedding(architecture: Architecture, { plan, formats, hiddenSize }: PassContext): Operator {
  const rows = Math.ceil(architecture.vocabularySize / plan.tp);
  const { embeddingSize = hiddenSize } = architecture;
  const table = rows * embeddingSize;
  const positions = architecture.learnedPositions * hiddenSize;
  return {
    kind: "elementwise", name: "embedding", count: 1, kernels: 1, weightElements: table + positions,
    weightBytes: table * formats.byRole.embedding.bytesPerElement + positions * formats.residualBytes,
    bytesPerToken: 2 * embeddingSize * formats.residualBytes, flopsPerToken: 0, rows: "tokens",
  };
}

function headOperators(architecture: Architecture, context: PassContext): Operator[] {
  const rows = Math.ceil(architecture.vocabularySize / context.plan.tp);
  const { hiddenSize, embeddingSize = hiddenSize } = architecture;
  const head = gemm(context, "head", "head", rows, embeddingSize, 1, architecture.headBias, "logits");
  return [
    ...(embeddingSize === hiddenSize ? [] : [edgeProjection(context, "head.projection", embeddingSize, hiddenSize, "logits")]),
    // A tied head is the embedding table, held once.
    architecture.tiedEmbeddings ? { ...head, weightElements: 0, weightBytes: 0 } : head,
    elementwise("sampling", 1, 4, 3 * rows * 4, "logits"),
  ];
}

/** Every rank holds the gathered logits and draws from them: 4 bytes of a logit and 8 of its index, read and written in a pass. */
function logitSort(architecture: Architecture): SortOperator {
  return {
    // Two radix sorts (by logit, then by row), soft-max, running sum, two masks and a scatter.
    kind: "sort", name: "sampling.sort", count: 1, kernels: 16, weightElements: 0, weightBytes: 0,
    bytesPerToken: 2 * 12 * architecture.vocabularySize, flopsPerToken: 0, rows: "logits",
  };
}

function pushVocabularyCollectives(architecture: Architecture, { plan, formats, hiddenSize }: PassContext, operators: Operator[]): void {
  operators.push(message("allreduce", "embedding.all-reduce", 1, plan.tp, hiddenSize * formats.residualBytes));
  if (!architecture.decoder) return;
  operators.push(message("allgather", "head.all-gather", 1, plan.tp, architecture.vocabularySize * formats.residualBytes, "logits"));
}

/** The residual stream from one pipeline stage to the next; each rank sends its shard of it. */
function stageHandover({ plan, formats, hiddenSize }: PassContext): CollectiveOperator {
  return message("p2p", "pipeline.send", plan.pp - 1, 2, hiddenSize * formats.residualBytes, "tokens", plan.tp * plan.attentionDp);
}
