import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import { lengthMoments } from "../workloads/lengths.ts";
import type { TokenLengths } from "../workloads/types.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import { simulateEngine } from "../serving/simulated.ts";
import type { StepTime } from "../steps/types.ts";
import { checkScenario } from "./check-scenario.ts";
import { predictDisaggregated } from "./disaggregated.ts";
import { addEconomics, boundOf, engineDevices, memoryFigures, wattsOf } from "./figures.ts";
import { familiarityOf, intervalsOf } from "./intervals.ts";
import { attainmentInterval, requestLengths, simulationRequest, steadyFigures, steadyOf, utilisation, valuesOfAnswer } from "./loaded.ts";
import { priceOf } from "./price.ts";
import { engineOf, resolveBase, resolvePlan, warningsOf, type ResolvedBase } from "./resolve.ts";
import { staticFigures } from "./static.ts";
import type { Bound, Interval, Prediction, PredictOptions, Scenario, ServingValues, Simulated } from "./types.ts";

/**
 * Predicts latency, throughput, memory, power and cost of a model on devices under a plan and a load.
 *
 * @throws RidgepointError with the field, its value and the way out: `missing-field`, `unknown-field` (of a device's `spec`),
 *   `invalid-value`, `unknown-model`, `unknown-hardware`, `unsupported`, `infeasible` (with the missing bytes), `unstable` (with the
 *   capacity).
 * @example
 * predict({ model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "bf16" },
 *   load: { mode: "static", batch: 8 }, inputTokens: 1024, outputTokens: 256 }).values.tpotSeconds
 */
export function predict(scenario: Scenario, options: PredictOptions = {}): Prediction {
  checkScenario(scenario);
  if (scenario.disaggregated !== undefined) return predictDisaggregated(scenario, scenario.disaggregated, options);
  const base = resolveBase(scenario);
  const plan = resolvePlan(base.architecture, scenario.plan, scenario.devices);
  return predictEngine(engineOf(base, plan), base, scenario, options);
}

/** The same for an engine that is already put together: the planner's inner loop. */
export function predictEngine(engine: EngineModel, base: ResolvedBase, scenario: Scenario, options: PredictOptions = {}): Prediction {
  const warnings = warningsOf(base, engine);
  const { load } = scenario;
  const simulated = load.mode !== "static" && load.mode !== "offline" && options.method !== "closed-form";
  if (scenario.speculative !== undefined) {
    if (!simulated) {
      throw new RidgepointError("unsupported", "speculative decoding needs simulated requests", { path: "speculative" });
    }
    warnings.push("speculative: the draft model's own time is not counted");
  }
  const { serviceLevel } = options;
  if (serviceLevel !== undefined && !simulated) warnings.push("a service level needs simulated requests");
  if (load.mode === "static") return predictStatic(engine, base, scenario, load.batch, warnings);
  const lengths = requestLengths(scenario);
  const values = memoryFigures(engine, Math.ceil(lengths.inputTokens + lengths.outputTokens));
  const state = steadyOf(engine, load, lengths);
  const familiarity = familiarityOf(engine, base.engine, base.own, state.running);
  let simulation: Simulated | undefined;
  let attainment: Interval | undefined;
  let waitingShare = load.mode === "closed" && state.waiting > 0 ? state.waiting : 0;
  if (!simulated) steadyFigures(engine, load, state, lengths, values);
  else {
    const request = simulationRequest(scenario, options);
    const answer = simulateEngine(engine, request);
    simulation = valuesOfAnswer(answer, lengths, values, options, warnings);
    waitingShare = answer.queue.meanSeconds;
    if (serviceLevel !== undefined) {
      const { run } = simulationRequest(scenario, {});
      attainment = attainmentInterval(serviceLevel, familiarity, (level) => simulateEngine(engine, { ...request, run, serviceLevel: level }));
    }
  }
  utilisation(engine, state, lengths, values);
  const usage = Math.min(1, (values.requestsPerSecond as number) / (state.requestsPerSecond * engine.plan.dp));
  economicsInto(values, engine, base, scenario, state.step, usage, warnings);
  const request = values.requestSeconds ?? 0;
  const bound: Bound = load.mode !== "offline" && waitingShare > request / 2 ? "queue" : boundOf(state.step);
  return finish(values, intervalsOf(values, familiarity, false, attainment), bound, warnings, simulation);
}

function predictStatic(engine: EngineModel, base: ResolvedBase, scenario: Scenario, batch: number, warnings: string[]): Prediction {
  const { inputTokens: input, outputTokens: output } = scenario;
  const inputTokens = wholeTokens(input, "input_tokens");
  const outputTokens = wholeTokens(output, "output_tokens");
  if (inputTokens !== input || outputTokens !== output) warnings.push("a static batch runs with mean lengths; its longest answer ends it later");
  const values = memoryFigures(engine, inputTokens + outputTokens);
  const step: StepTime = staticFigures(engine, batch, inputTokens, outputTokens, Math.min(scenario.prefixHitTokens ?? 0, inputTokens - 1), values, warnings);
  economicsInto(values, engine, base, scenario, step, 1, warnings);
  return finish(values, intervalsOf(values, familiarityOf(engine, base.engine, base.own), true), boundOf(step), warnings);
}

function economicsInto(
  values: ServingValues, engine: EngineModel, base: ResolvedBase, scenario: Scenario, step: StepTime, usage: number, warnings: string[],
): void {
  const devices = engineDevices(engine) * engine.plan.dp;
  const price = priceOf(base.device, scenario, warnings);
  addEconomics(values, wattsOf(engine, devices, step, usage), price === undefined ? price : price * devices);
}

function finish(values: ServingValues, intervals90: Prediction["intervals90"], bound: Bound, warnings: string[], simulation?: Simulated): Prediction {
  return { values, intervals90, bound, warnings, ...(simulation === undefined ? { method: "closed-form" } : { method: "simulation", simulation }) };
}

function wholeTokens(tokens: TokenLengths, path: string): number {
  if (typeof tokens !== "number") return Math.round(lengthMoments(tokens, path).mean);
  if (!(Number.isInteger(tokens) && tokens >= 1 && tokens <= 1e9)) throw invalidValue(path, tokens, "is not a positive number of tokens");
  return tokens;
}
