import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import { numberFormats, type Precision } from "../quantities/formats.ts";
import { collectiveSeconds, wireBytes } from "../roofline/collective.ts";
import { flopsPerElement, rowKernelCallSeconds, rowKernelSeconds } from "../roofline/elementwise.ts";
import { gemmCall } from "../roofline/gemm-call.ts";
import { groupedGemmCall } from "../roofline/grouped-gemm-call.ts";
import { attentionDecodeCall, attentionPrefillCall, mlaDecodeCall, mlaPrefillCall, type KernelTime } from "../roofline/kernel-time.ts";
import type { Machine } from "../roofline/machine.ts";
import { evenlyAround } from "./intervals.ts";
import { kernelHalfWidth, type KernelErrorKind } from "./kernel-intervals.ts";
import { kernelMachine, withFabric } from "./kernel-machine.ts";
import type { KernelPrediction, KernelScenario } from "./kernel-types.ts";
import type { Bound } from "./types.ts";

/**
 * Predicts one kernel call on one device (a collective: on each of its devices), repeated over the same operands as
 * benchmarks do: small operands then lie in the last-level cache. Engine `ideal` is the datasheet roofline.
 *
 * @throws RidgepointError naming the field: `missing-field`, `unknown-field` (of a device's `spec`), `unknown-hardware`, `invalid-value`
 *   (heads that KV heads do not divide, a context shorter than its queries), `unsupported`.
 * @example predictKernel({ op: "allreduce", hardware: "h100-sxm5-80", bytes: 1 << 20, devices: 8 }).latencySeconds
 */
export function predictKernel(kernel: KernelScenario): KernelPrediction {
  checkKernel(kernel);
  const kind = errorKindOf(kernel.op);
  const { machine, ideal, engine, warnings } = kernelMachine(kernel, kind);
  const time = timeOf(kernel, machine, warnings);
  // The nearer the roof, the surer the prediction.
  const roofShare = machine.ideal || !(time.seconds > 0) ? 1 : timeOf(kernel, ideal, []).seconds / time.seconds;
  const halfWidth = machine.ideal ? 0 : kernelHalfWidth(kind, machine, engine, roofShare);
  return {
    latencySeconds: time.seconds, flops: time.flops, bytes: time.bytes,
    interval90: evenlyAround(time.seconds, halfWidth),
    bound: boundOf(kind, time), warnings,
  };
}

function errorKindOf(op: KernelScenario["op"]): KernelErrorKind {
  switch (op) {
    case "attention_prefill": case "attention_decode": case "mla_prefill": case "mla_decode": return op;
    case "gemm": case "grouped_gemm": return op;
    case "allreduce": case "allgather": case "reduce_scatter": case "alltoall": case "p2p": return "collective";
    default: return "row";
  }
}

function timeOf(kernel: KernelScenario, machine: Machine, warnings: string[]): KernelTime {
  const bytesOf = (precision: Precision): number => numberFormats[precision].bytesPerElement;
  const precision = kernel.precision ?? "bf16";
  switch (kernel.op) {
    case "attention_prefill": {
      checkContext(kernel.queryTokens, kernel.contextTokens);
      checkHeads(kernel.heads, kernel.kvHeads);
      return attentionPrefillCall(machine, kernel.batch, kernel.queryTokens, kernel.contextTokens, kernel.heads, kernel.kvHeads, kernel.headDim,
        kernel.causal ?? true, kernel.window ?? Infinity, bytesOf(kernel.kvPrecision ?? precision));
    }
    case "attention_decode": {
      checkHeads(kernel.heads, kernel.kvHeads);
      return attentionDecodeCall(machine, kernel.batch, kernel.contextTokens, kernel.heads, kernel.kvHeads, kernel.headDim, kernel.window ?? Infinity,
        bytesOf(kernel.kvPrecision ?? precision));
    }
    case "mla_prefill": {
      checkContext(kernel.queryTokens, kernel.contextTokens);
      return mlaPrefillCall(machine, kernel.batch, kernel.queryTokens, kernel.contextTokens, kernel.heads, kernel.nopeDim ?? 128, kernel.ropeDim,
        kernel.valueDim ?? 128, bytesOf(kernel.kvPrecision ?? precision));
    }
    case "mla_decode":
      return mlaDecodeCall(machine, kernel.batch, kernel.contextTokens, kernel.heads, kernel.latentDim, kernel.ropeDim, bytesOf(kernel.kvPrecision ?? precision));
    case "rmsnorm": case "layernorm": case "softmax": case "gelu": case "elementwise": {
      const { op, rows, columns } = kernel;
      const elementBytes = bytesOf(precision);
      const launch = rowKernelCallSeconds(machine, op);
      const memory = rowKernelSeconds(machine, op, rows, columns, elementBytes, 1);
      return {
        seconds: launch + memory, launchSeconds: launch, computeSeconds: 0, memorySeconds: memory,
        flops: flopsPerElement[op] * rows * columns, bytes: 2 * rows * columns * elementBytes,
      };
    }
    case "gemm": {
      const weights = numberFormats[precision];
      return gemmCall(machine, kernel.m, kernel.n, kernel.k, weights, weights.bytesPerElement >= 4 ? 4 : 2);
    }
    case "grouped_gemm": {
      const { tokens, experts, topK, hidden, intermediate, ep = 1, tp = 1, gated = true, expertLoad } = kernel;
      checkExperts(experts, topK, ep);
      const exponent = typeof expertLoad === "object" ? expertLoad.powerLaw : 0;
      return groupedGemmCall(machine, tokens, experts, topK, hidden, intermediate, ep, tp, gated, exponent, numberFormats[precision]);
    }
    default: {
      const { op, bytes, devices, fabric } = kernel;
      const linked = withFabric(machine, kernel);
      if (fabric === undefined && devices > machine.scaleUpDevices) {
        warnings.push(`${devices} devices exceed the ${machine.scaleUpDevices} that share ${machine.id}'s scale-up network; its scale-out link joins them`);
      }
      const seconds = collectiveSeconds(linked, op, bytes, devices, 1);
      const launch = Math.min(seconds, machine.constants.collectiveCallSeconds);
      return { seconds, launchSeconds: launch, computeSeconds: 0, memorySeconds: seconds - launch, flops: 0, bytes: wireBytes(op, bytes, devices) };
    }
  }
}

function boundOf(kind: KernelErrorKind, { seconds, launchSeconds, computeSeconds, memorySeconds }: KernelTime): Bound {
  if (launchSeconds > seconds / 2) return "launch";
  if (kind === "collective") return "link";
  return computeSeconds > memorySeconds ? "compute" : "hbm";
}

function checkHeads(heads: number, kvHeads: number): void {
  if (heads % kvHeads !== 0) throw invalidValue("kv_heads", kvHeads, `does not divide ${heads} heads`);
}

function checkExperts(experts: number, topK: number, ep: number): void {
  if (topK > experts) throw invalidValue("top_k", topK, `is more than the ${experts} experts`);
  if (experts % ep !== 0) throw invalidValue("ep", ep, `does not divide ${experts} experts`);
}

function checkContext(queryTokens: number, contextTokens: number): void {
  if (!(contextTokens >= queryTokens)) throw invalidValue("context_tokens", contextTokens, `is less than query_tokens = ${queryTokens}; the last query sees them all`);
}

/** Fields of a kernel that are no sizes. */
const words = new Set(["op", "hardware", "node", "engine", "engineVersion", "precision", "kvPrecision", "fabric", "causal", "gated", "expertLoad", "profile"]);

/** Every size of a kernel is a number above 0 and below what overflows (a window may be infinite), formats are known, and the operation is a word. */
function checkKernel(kernel: KernelScenario): void {
  if (typeof kernel !== "object" || kernel === null) throw invalidValue("kernel", kernel, 'is not an object such as {"op": "gemm", …}');
  const needed = typeof kernel.op === "string" && Object.hasOwn(kernelSizes, kernel.op) ? kernelSizes[kernel.op] : undefined;
  if (needed === undefined) throw invalidValue("op", kernel.op, `is not a kernel; try ${Object.keys(kernelSizes).join(", ")}`);
  const missing = needed.find((name) => (kernel as unknown as Readonly<Record<string, unknown>>)[name] === undefined);
  if (missing !== undefined) throw new RidgepointError("missing-field", `${missing} is missing; ${kernel.op} needs ${needed.join(", ")}`, { path: missing });
  for (const [name, value] of Object.entries(kernel)) {
    if (value === undefined || words.has(name)) continue;
    if (!(typeof value === "number" && value > 1e-9 && (value <= 1e15 || name === "window"))) throw invalidValue(name, value, "is not a size above 0");
  }
  for (const name of ["precision", "kvPrecision"] as const) {
    const value = (kernel as { readonly [field in typeof name]?: unknown })[name];
    if (value !== undefined && !(typeof value === "string" && Object.hasOwn(numberFormats, value))) {
      throw invalidValue(name, value, `is not a known format; try ${Object.keys(numberFormats).join(", ")}`);
    }
  }
  if (kernel.engineVersion !== undefined && typeof kernel.engineVersion !== "string") throw invalidValue("engineVersion", kernel.engineVersion, 'is not a version such as "0.12.0"');
}

const attention = ["batch", "contextTokens", "heads"];
const message = ["bytes", "devices"];
const rows = ["rows", "columns"];

/** Sizes that each operation needs. */
const kernelSizes: Readonly<Record<string, readonly string[]>> = {
  gemm: ["m", "n", "k"], grouped_gemm: ["tokens", "experts", "topK", "hidden", "intermediate"],
  attention_prefill: [...attention, "queryTokens", "kvHeads", "headDim"], attention_decode: [...attention, "kvHeads", "headDim"],
  mla_prefill: [...attention, "queryTokens", "latentDim", "ropeDim"], mla_decode: [...attention, "latentDim", "ropeDim"],
  allreduce: message, allgather: message, reduce_scatter: message, alltoall: message, p2p: message,
  rmsnorm: rows, layernorm: rows, softmax: rows, gelu: rows, elementwise: rows,
};
