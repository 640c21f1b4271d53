import { causalPairs, fullPairs } from "./attention-pairs.ts";
import { groupTokens, localDistinctExperts, localPairs } from "./experts.ts";
import { shapeSeen } from "./sections.ts";
import type {
  AttentionOperator, CollectiveOperator, ElementwiseOperator, ExpertsOperator, GemmOperator, MlaOperator, Operator, Pass,
  RecurrentOperator, StepShape, Work,
} from "./types.ts";

/** Tokens that pass every layer in one step. */
export function tokensOf(shape: StepShape): number {
  return shape.decodeSequences + shape.prefillTokens;
}

/**
 * FLOPs, bytes by kind and message bytes of one operator in one step on one rank, over all layers that have it.
 * Exact arithmetic, except that expert counts are expectations under uniform routing.
 */
export function workOf(operator: Operator, shape: StepShape): Work {
  switch (operator.kind) {
    case "gemm": return gemmWork(operator, shape);
    case "experts": return expertsWork(operator, shape);
    case "attention": return attentionWork(operator, shape);
    case "mla": return mlaWork(operator, shape);
    case "recurrent": return recurrentWork(operator, shape);
    case "elementwise": return elementwiseWork(operator, shape);
    case "sort": return { ...none, activationBytes: operator.bytesPerToken * rowsOf(operator, shape) * operator.count };
    case "collective": return collectiveWork(operator, shape);
  }
}

/** Sum over a pass. */
export function passWork(pass: Pass, shape: StepShape): Work {
  let total = none;
  for (const { sees, operators } of pass.sections) {
    const seen = shapeSeen(sees, shape);
    if (seen === null) continue;
    for (const operator of operators) {
      const work = workOf(operator, seen);
      total = {
        flops: total.flops + work.flops,
        weightBytes: total.weightBytes + work.weightBytes,
        kvReadBytes: total.kvReadBytes + work.kvReadBytes,
        kvWriteBytes: total.kvWriteBytes + work.kvWriteBytes,
        activationBytes: total.activationBytes + work.activationBytes,
        messageBytes: total.messageBytes + work.messageBytes,
      };
    }
  }
  return total;
}

const none: Work = { flops: 0, weightBytes: 0, kvReadBytes: 0, kvWriteBytes: 0, activationBytes: 0, messageBytes: 0 };

/** Rows of a step that pass an operator: every token, or those whose logits are wanted. */
export function rowsOf({ rows }: { readonly rows: "tokens" | "logits" }, shape: StepShape): number {
  return rows === "tokens" ? tokensOf(shape) : shape.logitRows;
}

function gemmWork(op: GemmOperator, shape: StepShape): Work {
  const m = rowsOf(op, shape);
  const inputBytes = op.weights.weightOnly ? 2 : Math.max(op.weights.bytesPerElement, 0.5);
  return {
    ...none,
    flops: 2 * m * op.n * op.k * op.count,
    weightBytes: m > 0 ? op.n * op.k * op.weights.bytesPerElement * op.count : 0,
    activationBytes: m * (op.k * inputBytes + op.n * op.outputBytes) * op.count,
  };
}

function expertsWork(op: ExpertsOperator, shape: StepShape): Work {
  const tokens = groupTokens(op, tokensOf(shape));
  const pairs = localPairs(op, tokens);
  const matrices = op.gated ? 3 : 2;
  const elements = matrices * op.hidden * op.intermediate;
  return {
    ...none,
    flops: 2 * pairs * elements * op.count,
    weightBytes: localDistinctExperts(op, tokens) * elements * op.weights.bytesPerElement * op.count,
    // Each pair's input and output row, and its intermediate row written and read.
    activationBytes: pairs * (2 * op.hidden + matrices * op.intermediate) * 2 * op.count,
  };
}

function attentionWork(op: AttentionOperator, shape: StepShape): Work {
  const elements = op.headDim + op.valueHeadDim;
  const pairsOf = op.causal ? causalPairs : fullPairs;
  const decodePairs = shape.decodeSequences * Math.min(shape.decodeContext, op.span);
  const queries = shape.prefillSequences > 0 ? shape.prefillTokens / shape.prefillSequences : 0;
  const prefillPairs = shape.prefillSequences * pairsOf(queries, shape.prefillContext, op.span);
  const decodeIndex = shape.decodeSequences * shape.decodeContext;
  const prefillIndex = op.indexFlopsPerPair > 0 ? shape.prefillSequences * pairsOf(queries, shape.prefillContext, Infinity) : 0;
  const kvRow = op.kvHeads * elements * op.kv.bytesPerElement;
  const tokens = tokensOf(shape);
  return {
    ...none,
    flops: (2 * op.heads * elements * (decodePairs + prefillPairs) + op.indexFlopsPerPair * (decodeIndex + prefillIndex)) * op.count,
    kvReadBytes: (kvRow * (decodePairs + shape.prefillSequences * Math.min(shape.prefillContext, op.span + queries - 1))
      + op.indexBytesPerToken * (decodeIndex + shape.prefillSequences * shape.prefillContext)) * op.count,
    kvWriteBytes: op.causal ? kvRow * tokens * op.count : 0,
    activationBytes: tokens * op.heads * elements * 2 * op.count,
  };
}

function mlaWork(op: MlaOperator, shape: StepShape): Work {
  const queries = shape.prefillSequences > 0 ? shape.prefillTokens / shape.prefillSequences : 0;
  const decodePairs = shape.decodeSequences * Math.min(shape.decodeContext, op.span);
  const prefillPairs = shape.prefillSequences * causalPairs(queries, shape.prefillContext, op.span);
  const absorbed = 2 * op.latentDim + op.ropeDim;
  const plain = op.nopeDim + op.ropeDim + op.valueDim;
  const latentRow = (op.latentDim + op.ropeDim) * op.kv.bytesPerElement;
  const decodeIndex = shape.decodeSequences * shape.decodeContext;
  const prefillIndex = op.indexFlopsPerPair > 0 ? shape.prefillSequences * causalPairs(queries, shape.prefillContext, Infinity) : 0;
  const tokens = tokensOf(shape);
  return {
    ...none,
    flops: (2 * op.heads * (absorbed * decodePairs + plain * prefillPairs) + op.indexFlopsPerPair * (decodeIndex + prefillIndex)) * op.count,
    kvReadBytes: (latentRow * (decodePairs + shape.prefillSequences * shape.prefillContext)
      + op.indexBytesPerToken * (decodeIndex + shape.prefillSequences * shape.prefillContext)) * op.count,
    kvWriteBytes: latentRow * tokens * op.count,
    activationBytes: (shape.prefillTokens * op.heads * plain + shape.decodeSequences * op.heads * absorbed) * 2 * op.count,
  };
}

function recurrentWork(op: RecurrentOperator, shape: StepShape): Work {
  const tokens = tokensOf(shape);
  const sequences = shape.decodeSequences + shape.prefillSequences;
  return {
    ...none,
    flops: op.flopsPerToken * tokens * op.count,
    kvReadBytes: op.stateBytes * sequences * op.count,
    kvWriteBytes: op.stateBytes * sequences * op.count,
    activationBytes: op.activationBytesPerToken * tokens * op.count,
  };
}

function elementwiseWork(op: ElementwiseOperator, shape: StepShape): Work {
  const m = rowsOf(op, shape);
  return { ...none, flops: op.flopsPerToken * m * op.count, activationBytes: op.bytesPerToken * m * op.count };
}

function collectiveWork(op: CollectiveOperator, shape: StepShape): Work {
  return { ...none, messageBytes: op.bytesPerToken * rowsOf(op, shape) * op.count };
}
