import { causalPairs, fullPairs } from "../operators/attention-pairs.ts";
import { groupTokens, localDistinctExperts, localPairs } from "../operators/experts.ts";
import { tokensOf } from "../operators/work.ts";
import type { AttentionOperator, CollectiveOperator, ExpertsOperator, GemmOperator, MlaOperator, Operator, StepShape } from "../operators/types.ts";
import type { Machine } from "./machine.ts";

/** Device time of one layer of an operator. Written into by `timeOperator`. */
export interface OperatorTime {
  seconds: number;
  flops: number;
  computeBound: boolean;
}

export function emptyOperatorTime(): OperatorTime {
  return { seconds: 0, flops: 0, computeBound: false };
}

/** Device time of one layer of `operator` in a step of `shape`, launches not counted. */
export function timeOperator(operator: Operator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  switch (operator.kind) {
    case "gemm": return timeGemm(operator, shape, machine, out);
    case "experts": return timeExperts(operator, shape, machine, out);
    case "attention": return timeAttention(operator, shape, machine, out);
    case "mla": return timeMla(operator, shape, machine, out);
    case "recurrent": {
      const sequences = shape.decodeSequences + shape.prefillSequences;
      const tokens = tokensOf(shape);
      return roofs(operator.flopsPerToken * tokens, machine.vectorFlopsPerSecond,
        2 * operator.stateBytes * sequences + operator.activationBytesPerToken * tokens, machine, out);
    }
    case "elementwise": {
      const rows = operator.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
      return roofs(operator.flopsPerToken * rows, machine.vectorFlopsPerSecond, operator.bytesPerToken * rows, machine, out);
    }
    case "collective": return timeCollective(operator, shape, machine, out);
  }
}

function roofs(flops: number, peak: number, bytes: number, machine: Machine, out: OperatorTime): void {
  const compute = flops / peak;
  const memory = bytes / (machine.memoryBytesPerSecond * 0.85);
  out.flops = flops;
  out.seconds = Math.sqrt(compute * compute + memory * memory);
  out.computeBound = compute > memory;
}

function timeGemm(op: GemmOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  const m = op.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
  roofs(2 * m * op.n * op.k, machine.peakFlopsPerSecond[op.compute] * 0.7,
    op.n * op.k * op.weights.bytesPerElement + m * (op.k + op.n) * 2, machine, out);
}

function timeExperts(op: ExpertsOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  const tokens = groupTokens(op, tokensOf(shape));
  const elements = (op.gated ? 3 : 2) * op.hidden * op.intermediate;
  const pairs = localPairs(op, tokens);
  roofs(2 * pairs * elements, machine.peakFlopsPerSecond[op.compute] * 0.5,
    localDistinctExperts(op, tokens) * elements * op.weights.bytesPerElement + pairs * 4 * op.hidden * 2, machine, out);
}

function timeAttention(op: AttentionOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  const elements = op.headDim + op.valueHeadDim;
  const decodePairs = shape.decodeSequences * Math.min(shape.decodeContext, op.span);
  const queries = shape.prefillSequences > 0 ? shape.prefillTokens / shape.prefillSequences : 0;
  const prefillPairs = shape.prefillSequences * (op.causal ? causalPairs : fullPairs)(queries, shape.prefillContext, op.span);
  roofs(2 * op.heads * elements * prefillPairs, machine.peakFlopsPerSecond.fp16 * 0.5,
    op.kvHeads * elements * op.kv.bytesPerElement * (decodePairs + shape.prefillSequences * shape.prefillContext), machine, out);
  out.flops += 2 * op.heads * elements * decodePairs;
}

function timeMla(op: MlaOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  const queries = shape.prefillSequences > 0 ? shape.prefillTokens / shape.prefillSequences : 0;
  const decodePairs = shape.decodeSequences * Math.min(shape.decodeContext, op.span);
  const prefillPairs = shape.prefillSequences * causalPairs(queries, shape.prefillContext, op.span);
  const flops = 2 * op.heads * ((2 * op.latentDim + op.ropeDim) * decodePairs + (op.nopeDim + op.ropeDim + op.valueDim) * prefillPairs);
  roofs(flops, machine.peakFlopsPerSecond.fp16 * 0.5,
    (op.latentDim + op.ropeDim) * op.kv.bytesPerElement * (decodePairs + shape.prefillSequences * shape.prefillContext), machine, out);
}

function timeCollective(op: CollectiveOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  const rows = op.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
  const bytes = op.bytesPerToken * rows;
  const factor = op.collective === "allreduce" ? (2 * (op.ranks - 1)) / op.ranks : op.collective === "p2p" ? 1 : (op.ranks - 1) / op.ranks;
  out.flops = 0;
  out.computeBound = false;
  out.seconds = bytes > 0 ? 5e-6 + (factor * bytes) / (machine.scaleUpBytesPerSecond * 0.75) : 0;
}
