/**
 * Predictions, plans and explanations: a model on devices under a plan and a load, with intervals; the catalogues of devices and models;
 * money, energy and carbon.
 *
 * @module ridgepoint
 */
export { predict } from "./predict/serving.ts";
export { simulate, type SimulateOptions } from "./predict/simulate.ts";
export { largestRateOf, type LargestRateOptions, type SustainableRate } from "./predict/largest-rate.ts";
export { largestConcurrencyOf, type SustainableConcurrency } from "./predict/largest-concurrency.ts";
export { explain } from "./predict/explain.ts";
export type { ConstantUse, Effect, ExplainedOperator, ExplainedStep, Explanation, Lever, LeverName } from "./predict/explain-types.ts";
export { predictKernel } from "./predict/kernel.ts";
export type * from "./predict/kernel-types.ts";
export { economicsOf, type Economics, type EconomicsOptions } from "./predict/economics.ts";
export type { OperatorPart, StepRoof } from "./steps/breakdown.ts";
export { memoryOf, type MemoryAnswer, type MemoryQuestion } from "./predict/memory.ts";
export type {
  Bound, Disaggregated, HardwareReference, Interval, Load, ModelReference, Pool, Prediction, PredictOptions, Profile, ProfileProvenance, ProfileResiduals, Scenario, ServingFigure, ServingValues, Simulated, Speculative,
} from "./predict/types.ts";
export { withBestMemoryPlan, withBestPlan, type Planned } from "./planner/best-plan.ts";
export { plan, planSteps } from "./planner/plan.ts";
export { planMemory, type PlanMemory } from "./planner/memory.ts";
export { scenarioOf } from "./planner/scenario.ts";
export type { Objective, ParetoPoint, PlanAnswer, PlannedDeployment, PlannedSimulation, PlanProgress, PlanQuestion, Rejection, SimulatedTime } from "./planner/types.ts";
export type { ConcurrencySearch, LargestConcurrency } from "./queueing/simulation/largest-concurrency.ts";
export type { LargestRate, RateSearch } from "./queueing/simulation/largest-rate.ts";
export type { LatencySummary, Router, RunLength, ServerAnswer, ServerFigures, ServerRequestTimes, ServerTimeSeries, ServiceLevel } from "./queueing/simulation/server-types.ts";
export { RidgepointError, type ErrorCode, type ErrorDetails, type Problem } from "./quantities/errors.ts";
export type { ComputeFormat, Precision } from "./quantities/formats.ts";
export type { Engine, KnownEngine, Plan, Precisions } from "./deployments/types.ts";
export type { PartialPlan } from "./deployments/plan.ts";
export { device, deviceIds, devices, fabric, fabrics, host, node, nodes, storage, storages } from "./hardware/lookup.ts";
export { deviceFileOf } from "./hardware/device-file.ts";
export type { Device, DeviceFamily, DeviceLink, DevicePrice, Fabric, MemoryTier, Node, Storage } from "./hardware/types.ts";
export { model, models, type CatalogueEntry } from "./models/lookup.ts";
export { parametersOf, type LayerParameters, type ParameterCount } from "./models/parameters.ts";
export type {
  Architecture, AttentionMixer, DenseFeedForward, Encoder, FeedForward, LayerKind, Mixer, MlaMixer, MoeFeedForward, NoFeedForward, NoMixer, Projection,
  RecurrentMixer, SparseSelection,
} from "./models/types.ts";
export type { Arrivals, Distribution, TokenDistribution, TokenLengths, TraceRequest } from "./workloads/types.ts";
export { publishedWorkload, publishedWorkloads, type PublishedWorkload } from "./workloads/published.ts";
export type { IntervalLevel } from "./constants/intervals.ts";
export type { FittedConstants } from "./constants/lookup.ts";
export type { FittedConstant, FittedOffset } from "./constants/types.ts";
export type { StageFootprint } from "./memory/footprint.ts";
export type { CacheGeometry } from "./memory/kv.ts";
export { breakEven, type ApiPrice, type BreakEven, type BreakEvenQuestion } from "./economics/break-even.ts";
export { costOf, type Cost, type CostQuestion, type PhaseSeconds } from "./economics/cost.ts";
export { facilityEnergy, type Facility, type FacilityEnergy, type FacilityRates } from "./economics/facility.ts";
export { gridCarbon, surveyedPue, type GridCarbon } from "./economics/grid.ts";
export { devicesWithin, type PowerBudget } from "./economics/power-budget.ts";
export type { CollectiveKind } from "./operators/types.ts";
export type { ElementwiseKind } from "./roofline/elementwise.ts";
