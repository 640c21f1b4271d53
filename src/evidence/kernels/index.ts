/**
 * Reference kernels on the TensorFlow.js API, the same kernels as instrumented plain loops, and the machine at hand as a device.
 * TensorFlow.js is never imported here: pass its namespace, or let {@link loadBackend} find a backend.
 *
 * @module ridgepoint/kernels
 */
export type { BackendTensor, TensorBackend, TensorResult, TensorType } from "./backend.ts";
export { loadBackend, type BackendName, type LoadBackendOptions, type LoadedBackend } from "./load-backend.ts";

export { attentionDecode, type AttentionDecodeOptions } from "./attention-decode.ts";
export { attentionPrefill, type AttentionPrefillOptions } from "./attention-prefill.ts";
export { batchedGemm, type BatchedGemmOptions } from "./batched-gemm.ts";
export { embedding } from "./embedding.ts";
export { gatedFfn, type GatedFfnWeights } from "./gated-ffn.ts";
export { gemm } from "./gemm.ts";
export { groupedQueryAttention, type AttentionTensors, type GroupedQueryOptions } from "./grouped-query-attention.ts";
export { appendToCache, type KvCache } from "./kv-cache.ts";
export { mlaAbsorbQuery, mlaDecode, mlaExpandValue, type MlaUpProjections } from "./mla-decode.ts";
export { rmsNorm } from "./rms-norm.ts";
export { rotaryTable, rotate, type RotaryTable } from "./rotary.ts";
export { expertFfn, routeTopK, routedMoe, type RoutedMoeWeights, type Routing } from "./routed-moe.ts";
export { softmax } from "./softmax.ts";
export { transformerBlock, type BlockResult, type BlockShape, type BlockWeights } from "./transformer-block.ts";
export { visibleKeys, type KeyRange, type Visibility } from "./visible-keys.ts";

export { plainAttention, type AttentionOperands, type AttentionShape } from "./plain/attention.ts";
export { plainBlock, type BlockNumbers, type CacheNumbers, type FfnNumbers, type PlainBlockResult, type PlainBlockShape } from "./plain/block.ts";
export {
  plainExpertFfn, plainGatedFfn, plainRoute, plainSiluMultiply, type FfnShape, type MoeShape, type PlainFfnWeights, type PlainRouting,
} from "./plain/feed-forward.ts";
export { plainGemm, type GemmShape } from "./plain/gemm.ts";
export { CountingArray, Meter, type KernelCounts } from "./plain/meter.ts";
export { plainMlaDecode, type MlaDecodeShape } from "./plain/mla.ts";
export { plainGather, plainResidualRmsNorm, plainRmsNorm, plainSoftmax } from "./plain/rows.ts";

export { countTrace, type OpName, type OpRecord, type TraceCounts } from "./trace/op-record.ts";
export { roundRobin, shapeBackend, type ShapeTensor, type TopKChooser } from "./trace/shape-backend.ts";
export { tracingBackend, type TracingBackend } from "./trace/tracing-backend.ts";

export { bandwidthAt, type BandwidthPoint } from "./host/bandwidth-curve.ts";
export { checkBackend, type KernelCheck } from "./host/check-backend.ts";
export { processorClock, singleThreadClocks, wallClock, type Clock } from "./host/clock.ts";
export { summariseErrors, type ErrorSummary } from "./host/error-summary.ts";
export { heldBackBlocks } from "./host/held-back-blocks.ts";
export { heldBackKernels } from "./host/held-back-cases.ts";
export { traceOf, type KernelCase, type MakeTensor } from "./host/kernel-case.ts";
export type { GemmPoint, KernelMeasurement, MachineMeasurement } from "./host/machine.ts";
export {
  measureHost, measureKernels, measureMachine, type HostMeasurement, type MeasureKernelsOptions, type MeasureOptions,
} from "./host/measure.ts";
export { hostRoofline, type HostRoofline, type RooflinePoint } from "./host/roofline-points.ts";
export { predictTrace, type AmongOthers, type ClassCost, type OperationCosts } from "./host/operation-costs.ts";
export type * from "../../hardware/file.ts";
