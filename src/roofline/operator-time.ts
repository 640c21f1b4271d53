import { causalPairs } from "../operators/attention-pairs.ts";
import { groupTokens } from "../operators/experts.ts";
import { tokensOf } from "../operators/work.ts";
import type { AttentionOperator, ExpertsOperator, GemmOperator, MlaOperator, Operator, StepShape } from "../operators/types.ts";
import { attentionDecodeSeconds, decodeRoofs, softwareWideningSeconds } from "./attention-decode.ts";
import { attentionPrefillSeconds, prefillRoofs } from "./attention-prefill.ts";
import { collectiveSeconds } from "./collective.ts";
import { emptyExpertWork, randomExperts } from "./expert-work.ts";
import { gemmRoofs, gemmSeconds } from "./gemm.ts";
import { groupedGemmSeconds, groupedRoofs } from "./grouped-gemm.ts";
import { streamingSeconds } from "./elementwise.ts";
import type { Machine } from "./machine.ts";
import { multipliesNarrow } from "./parallel-units.ts";
import { mlaDecodeSeconds, mlaPrefillSeconds } from "./mla.ts";
import { multipliedFormat, storedAttentionSeconds, unfusedProductSeconds } from "./unfused.ts";

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
    case "attention":
    case "mla": return timeAttention(operator, shape, machine, out);
    case "recurrent": {
      const tokens = tokensOf(shape);
      const stateBytes = operator.stateBytes * (shape.decodeSequences + shape.prefillSequences);
      const bytes = 2 * stateBytes + operator.activationBytesPerToken * tokens;
      out.flops = operator.flopsPerToken * tokens;
      // States of other layers and requests have passed since: they come from memory and go back to it.
      out.seconds = streamingSeconds(machine, stateBytes, bytes - stateBytes, out.flops, 0);
      out.computeSeconds = out.flops / machine.vectorFlopsPerSecond;
      out.memorySeconds = bytes / (machine.memoryBytesPerSecond * machine.constants.streamFraction);
      return;
    }
    case "elementwise": {
      const rows = operator.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
      out.flops = operator.flopsPerToken * rows;
      // A pass writes what the next kernel reads: small batches stay in the last-level cache.
      out.seconds = streamingSeconds(machine, (operator.bytesPerToken * rows) / 2, (operator.bytesPerToken * rows) / 2, out.flops, 1);
      out.memorySeconds = out.seconds;
      out.computeSeconds = 0;
      return;
    }
    case "sort": {
      const bytes = operator.bytesPerToken * shape.logitRows * machine.constants.sortPasses;
      out.flops = 0;
      out.computeSeconds = 0;
      out.memorySeconds = out.seconds = streamingSeconds(machine, bytes, 0, 0, 0);
      return;
    }
    case "collective": {
      const rows = operator.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
      out.flops = 0;
      out.computeSeconds = 0;
      out.memorySeconds = 0;
      out.seconds = collectiveSeconds(machine, operator.collective, operator.bytesPerToken * rows, operator.ranks, operator.stride);
      return;
    }
  }
}

function timeGemm(op: GemmOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  const m = op.rows === "tokens" ? tokensOf(shape) : shape.logitRows;
  const unfused = machine.constants.activationPasses > 0;
  const weights = unfused ? multipliedFormat(machine, m, op.weights) : op.weights;
  // Weights of the other layers have passed since: they come from memory.
  out.seconds = gemmSeconds(machine, m, op.n, op.k, weights, op.outputBytes, Infinity, 1);
  out.flops = gemmRoofs.flops;
  out.computeSeconds = gemmRoofs.compute;
  out.memorySeconds = gemmRoofs.memory;
  if (!unfused) return;
  const product = out.seconds;
  out.seconds = unfusedProductSeconds(machine, op, m, product);
  out.memorySeconds += out.seconds - product;
}

function timeExperts(op: ExpertsOperator, shape: StepShape, machine: Machine, out: OperatorTime): void {
  randomExperts(expertWork, groupTokens(op, tokensOf(shape)), op.experts, op.topK, op.ep, machine.constants.expertSkew);
  out.seconds = groupedGemmSeconds(machine, expertWork, op.hidden, op.intermediate, op.gated, op.weights, 1);
  out.flops = groupedRoofs.flops;
  out.computeSeconds = groupedRoofs.compute;
  out.memorySeconds = groupedRoofs.memory;
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
    if (op.kind === "attention" && op.kv.compute === "fp8" && !multipliesNarrow(machine)) {
      const tokens = decodeContext < op.span ? decodeContext : op.span;
      seconds += softwareWideningSeconds(machine, decodeSequences, tokens, op.heads, op.kvHeads, op.headDim + op.valueHeadDim);
    }
    // Decode reads the cache whatever its kernel does beside it.
    memory = seconds;
    flops += decodeRoofs.flops;
  }
  if (prefillTokens > 0) {
    const queries = prefillTokens / prefillSequences;
    seconds += op.kind === "mla"
      ? mlaPrefillSeconds(machine, prefillSequences, queries, prefillContext, op.heads, op.nopeDim, op.ropeDim, op.valueDim, op.span, kvBytes, 0, 0)
      : machine.constants.storedScorePasses > 0
        ? storedAttentionSeconds(machine, op, shape)
        : attentionPrefillSeconds(machine, prefillSequences, queries, prefillContext, op.heads, op.kvHeads, op.headDim, op.valueHeadDim, op.causal, op.span, kvBytes, 0, 0);
    flops += prefillRoofs.flops;
    compute = prefillRoofs.compute;
    memory += prefillRoofs.memory;
  }
  out.seconds = seconds + indexSeconds(op, shape, machine);
  out.flops = flops;
  out.computeSeconds = compute;
  out.memorySeconds = memory;
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
