/**
 * Queueing analysis and simulation for any service law; it knows nothing of accelerators.
 *
 * @module ridgepoint/queueing
 */
// Cases of the contract, answered.
export { answerQueue, answerQueueCap, DEFAULT_PRECISION, DEFAULT_SEED, type QueueCapAnswer } from "./answer.ts";
export { parseQueueCapCase, parseQueueCase, type CheckedQueueCase } from "./validate/case.ts";
export type * from "./types.ts";
// Exact and numerical analysis, one model a file.
export { mg1Fcfs, mg1FcfsClass, type FcfsQueue, type TimeLaw } from "./mg1/fcfs.ts";
export { mg1Priority, streamOf, type ClassTimes, type RequestClass } from "./mg1/priority.ts";
export { mg1SjfPredicted } from "./mg1/predicted.ts";
export * from "./mg1/size-based.ts";
export { mg1SkipJoin, type EntryClass } from "./mg1/skip-join.ts";
export type { TimeMoments, WorkStream } from "./mg1/delay.ts";
export { gg1Fcfs, type RenewalFcfsQueue } from "./gg1/fcfs.ts";
export * from "./processor-sharing/unlimited.ts";
export { limitedSharing, type LimitedSharing } from "./processor-sharing/limited.ts";
export { mg1ProcessorSharing } from "./processor-sharing/variance.ts";
export { mg1Impatient } from "./impatience/mg1.ts";
export { mmkImpatient } from "./impatience/mmk.ts";
export type { ImpatientQueue } from "./impatience/types.ts";
export * from "./many-servers/approximations.ts";
export { erlangB, erlangC, mmk, type MmkQueue } from "./many-servers/erlang.ts";
export * from "./many-servers/mdk.ts";
export * from "./many-servers/modulated.ts";
export * from "./many-servers/renewal.ts";
export * from "./many-servers/time-varying.ts";
export * from "./loss/finite-buffer.ts";
export * from "./loss/multi-rate.ts";
export * from "./networks/closed.ts";
export * from "./networks/tandem.ts";
export * from "./routing/replicas.ts";
export * from "./routing/shortest-queue.ts";
// Batching and the cap on tokens.
export { batchTimes, type BatchMoments, type BatchTimes } from "./bulk/batch-times.ts";
export { batchCapacity, batchChain, type BatchChain, type BatchRule } from "./bulk/chain.ts";
export { bulkLaws, bulkQueue, type BulkLaws, type BulkQueue } from "./bulk/queue.ts";
export * from "./bulk/linear.ts";
export { geometricBatching, type GeometricBatching } from "./continuous/geometric.ts";
export * from "./cap/sweep.ts";
export * from "./cap/impatient.ts";
// The simulators.
export { simulateQueue } from "./simulation/simulate-queue.ts";
export { saturatedRate } from "./simulation/run-server.ts";
export { simulateServer } from "./simulation/simulate-server.ts";
export { largestConcurrency, type ConcurrencySearch, type LargestConcurrency } from "./simulation/largest-concurrency.ts";
export { largestRate, type LargestRate, type Margin, type RateSearch } from "./simulation/largest-rate.ts";
export type * from "./simulation/server-types.ts";
// Laws and traces.
export { deterministicLaw, lawOf, tokenProbabilities } from "../workloads/distributions.ts";
export { cappedMoment, lowerMoment, squaredVariation, type Atoms, type Complex, type Law, type Order } from "../workloads/law.ts";
export { affineLaw, cappedLaw, mixtureLaw } from "../workloads/laws/combined.ts";
export { DISTRIBUTION_NAMES, parseDistribution } from "../workloads/parse.ts";
export { samplerOf, type Sampler } from "../workloads/sampling.ts";
export { FIT_FAMILIES, fitBest, fitDistribution, type Fit, type FitFamily, type FitMethod } from "../workloads/fit/fit.ts";
export { goodnessOf, type Goodness } from "../workloads/fit/goodness.ts";
export { fitLognormalMixture, mixtureTokens, type LognormalMixture } from "../workloads/fit/lognormal-mixture.ts";
export { sampleOf, type Sample } from "../workloads/fit/sample.ts";
export { readTrace, type TraceOptions } from "../workloads/trace/read.ts";
export { AZURE_CONVERSATION_2023, mixtureWorkloadTokens, type MixtureWorkload } from "../workloads/azure-conversation-2023.ts";
export type * from "../workloads/types.ts";
export { createStream, createStreams, RandomStream } from "../numerics/random.ts";
