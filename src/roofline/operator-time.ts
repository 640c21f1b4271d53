import { causalPairs } from "../operators/attention-pairs.ts";
import { groupTokens } from "../operators/experts.ts";
import { tokensOf } from "../operators/work.ts";
import type { AttentionOperator, ExpertsOperator, GemmOperator, MlaOperator, Operator, StepShape } from "../operators/types.ts";
import { attentionDecodeSeconds, decodeRoofs } from "./attention-decode.ts";
import { attentionPrefillSeconds, prefillRoofs } from "./attention-prefill.ts";
import { collectiveSeconds } from "./collective.ts";
import { emptyExpertWork, randomExperts } from "./expert-work.ts";
import { gemmRoofs, gemmSeconds } from "./gemm.ts";
import { groupedGemmSeconds, groupedRoofs } from "./grouped-gemm.ts";
import { streamingSeconds } from "./elementwise.ts";
import type { Machine } from "./machine.ts";
import { mlaDecodeSeconds, mlaPrefillSeconds } from "./mla.ts";

/** Device time of one layer of an operator. Written into by `timeOperator`. */
export interface OperatorTime {
  seconds: number;
  flops: number;
  /** Its roofs, which `seconds` joins with what tiles and waves add; none for collectives. */
  computeSeconds: number;
  memorySeconds: number;
}

export function emptyOperatorTime(): OperatorTime {
  return { seconds: 0, flops: 0, computeSeconds: 0, memorySeconds: 0 };
}

/** Device time of one layer of `operator` in a step of `shape`, launches not counted. */
export function timeOperator(operator: Operator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  switch (operator.kind) {
    case "gemm": return timeGemm(operator, shape, machine, out);
    case "experts": return timeExperts(operator, shape, machine, out);
    case "attention": return timeAttention(operator, shape, machine, out);
    case "mla": return timeAttention(operator, shape, machine, out);
    case "recurrent": {
      const sequences = shape.decodeSequences + shape.prefillSequences;
      const tokens = tokensOf(shape);
      const flops = operator.flopsPerToken * tokens;
      const compute = flops / machine.vectorFlopsPerSecond;
      const memory = (2 * operator.stateBytes * sequences + operator.activationBytesPerToken * tokens) / (machine.memoryBytesPerSecond * 0.85);
      return write(out, Math.sqrt(compute * compute + memory * memory), flops, compute, memory);
    }
    case "elementwise": {
      const rows = operator.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
      const flops = operator.flopsPerToken * rows;
      // A pass writes what the next kernel reads: small batches stay in the last-level cache.
      const seconds = streamingSeconds(machine, (operator.bytesPerToken * rows) / 2, (operator.bytesPerToken * rows) / 2, flops, 1);
      return write(out, seconds, flops, 0, seconds);
    }
    case "sort": {
      const seconds = streamingSeconds(machine, operator.bytesPerToken * shape.logitRows * machine.constants.sortPasses, 0, 0, 0);
      return write(out, seconds, 0, 0, seconds);
    }
    case "collective": {
      const rows = operator.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
      return write(out, collectiveSeconds(machine, operator.collective, operator.bytesPerToken * rows, operator.ranks, operator.stride), 0, 0, 0);
    }
  }
}

function write(out: OperatorTime, seconds: number, flops: number, compute: number, memory: number): void {
  out.seconds = seconds;
  out.flops = flops;
  out.computeSeconds = compute;
  out.memorySeconds = memory;
}

function timeGemm(op: GemmOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  // Weights of the other layers have passed since: they come from memory.
  const seconds = gemmSeconds(machine, op.rows === "tokens" ? tokensOf(shape) : shape.logitRows, op.n, op.k, op.weights, op.outputBytes, Infinity, 1);
  write(out, seconds, gemmRoofs.flops, gemmRoofs.compute, gemmRoofs.memory);
}

function timeExperts(op: ExpertsOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  randomExperts(expertWork, groupTokens(op, tokensOf(shape)), op.experts, op.topK, op.ep);
  const seconds = groupedGemmSeconds(machine, expertWork, op.hidden, op.intermediate, op.gated, op.weights, 1);
  write(out, seconds, groupedRoofs.flops, groupedRoofs.compute, groupedRoofs.memory);
}

/** Reused: one rank's share of the routed experts. */
const expertWork = emptyExpertWork();

function timeAttention(op: AttentionOperator | MlaOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  const kvBytes = op.kv.bytesPerElement;
  const { decodeSequences, decodeContext, prefillTokens, prefillSequences, prefillContext } = shape;
  let seconds = 0;
  let flops = 0;
  let compute = 0;
  let memory = 0;
  if (decodeSequences > 0) {
    seconds = op.kind === "mla"
      ? mlaDecodeSeconds(machine, decodeSequences, decodeContext, op.heads, op.latentDim, op.ropeDim, op.span, kvBytes, 0)
      : attentionDecodeSeconds(machine, decodeSequences, decodeContext, op.heads, op.kvHeads, op.headDim, op.valueHeadDim, op.span, kvBytes, 0);
    // Decode reads the cache whatever its kernel does beside it.
    memory = seconds;
    flops += decodeRoofs.flops;
  }
  if (prefillTokens > 0) {
    const queries = prefillTokens / prefillSequences;
    seconds += op.kind === "mla"
      ? mlaPrefillSeconds(machine, prefillSequences, queries, prefillContext, op.heads, op.nopeDim, op.ropeDim, op.valueDim, op.span, kvBytes, 0, 0)
      : scoreSeconds(op, shape, machine)
        + attentionPrefillSeconds(machine, prefillSequences, queries, prefillContext, op.heads, op.kvHeads, op.headDim, op.valueHeadDim, op.causal, op.span, kvBytes, 0, 0);
    flops += prefillRoofs.flops;
    compute = prefillRoofs.compute;
    memory += prefillRoofs.memory;
  }
  write(out, seconds + indexSeconds(op, shape, machine), flops, compute, memory);
}

/** Passes over stored scores, where prefill attention is not fused. */
function scoreSeconds(op: AttentionOperator, { prefillTokens, prefillContext }: StepShape, machine: Machine): number {
  const passes = machine.constants.storedScorePasses;
  return passes === 0 ? 0 : streamingSeconds(machine, passes * 4 * op.heads * prefillTokens * prefillContext, 0, 0, 0);
}

/** Scoring of the whole context by a sparse attention's indexer: its keys are read and multiplied like a narrow attention. */
function indexSeconds(op: AttentionOperator | MlaOperator, shape: StepShape, machine: Machine): number {
  if (op.indexFlopsPerPair === 0) return 0;
  const queries = shape.prefillSequences > 0 ? shape.prefillTokens / shape.prefillSequences : 0;
  const decode = shape.decodeSequences * shape.decodeContext;
  const pairs = decode + shape.prefillSequences * causalPairs(queries, shape.prefillContext, Infinity);
  const compute = (op.indexFlopsPerPair * pairs) / (machine.peakFlopsPerSecond.fp8 * machine.constants.attentionMatrixFraction);
  const memory = (op.indexBytesPerToken * (decode + shape.prefillSequences * shape.prefillContext)) / (machine.memoryBytesPerSecond * machine.constants.decodeMemoryFraction);
  return Math.max(compute, memory);
}
