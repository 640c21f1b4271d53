import { requestLengths } from "../predict/loaded.ts";
import { engineOf, resolveBase, resolvePlan, type ResolvedBase } from "../predict/resolve.ts";
import type { Scenario, ServingFigure } from "../predict/types.ts";
import { lengthMoments } from "../workloads/lengths.ts";
import { devicePower } from "../economics/power.ts";
import { devicesOf } from "../deployments/plan.ts";
import { machineOf } from "../roofline/machine-of.ts";
import type { Machine } from "../roofline/machine.ts";
import type { FittedConstants } from "../constants/lookup.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import { meanFirstTokenSeconds } from "../serving/first-token.ts";
import { admissionLimit, steadyState, type RequestLengths } from "../serving/steady.ts";
import { staticRun } from "../serving/static.ts";

/** One measured figure of one scenario. */
export interface Observation {
  readonly scenario: Scenario;
  readonly figure: ServingFigure;
  readonly measured: number;
  /** Runs that share what the case cannot say (one model, device, engine and precision): they are not independent. */
  readonly slice: string;
  readonly weight: number;
}

/** An observation made ready for many evaluations: looked up and counted, only timing is left. */
export interface PreparedObservation extends Observation {
  readonly base: ResolvedBase;
  readonly engine: EngineModel;
  readonly lengths: RequestLengths;
}

/** Looks everything up once. Disaggregated scenarios have no closed form and are refused with undefined. */
export function prepare(observation: Observation): PreparedObservation | undefined {
  const { scenario } = observation;
  if (scenario.disaggregated !== undefined) return undefined;
  const base = resolveBase(scenario);
  const plan = resolvePlan(base.architecture, scenario.plan, scenario.devices);
  return { ...observation, base, engine: engineOf(base, plan), lengths: requestLengths(scenario) };
}

/**
 * Closed-form prediction of the observed figure with other constants: what a fit evaluates thousands of times. Loads that
 * `predict` simulates are taken at their steady state; the ratio of the two is the caller's business.
 */
export function quickFigure(observation: PreparedObservation, machine: Machine): number {
  const engine: EngineModel = { ...observation.engine, machine };
  const { scenario, lengths, figure } = observation;
  const { load } = scenario;
  const dp = engine.plan.dp;
  if (load.mode === "static") {
    const input = Math.round(lengthMoments(scenario.inputTokens, "input_tokens").mean);
    const output = Math.round(lengthMoments(scenario.outputTokens, "output_tokens").mean);
    const run = staticRun(engine, Math.ceil(load.batch / dp), input, output, scenario.prefixHitTokens ?? 0);
    switch (figure) {
      case "batchSeconds": case "requestSeconds": return run.totalSeconds;
      case "firstTokenBatchSeconds": case "ttftSeconds": return run.firstTokenSeconds;
      case "tpotSeconds": return run.tpotSeconds;
      case "decodeTokensPerSecond": return (load.batch * (output - 1)) / run.decodeSeconds;
      case "prefillTokensPerSecond": return (load.batch * input) / (run.totalSeconds - run.decodeSeconds);
      case "outputTokensPerSecond": return (load.batch * output) / run.totalSeconds;
      case "totalTokensPerSecond": return (load.batch * (input + output)) / run.totalSeconds;
      case "powerWatts": return devicePower(run.breakdown, machine) * devicesOf(engine.plan);
      default: return NaN;
    }
  }
  const limit = Math.min(admissionLimit(engine, lengths), 1e5);
  const running = load.mode === "closed" ? Math.min(load.concurrency / dp, limit) : limit;
  const state = steadyState(engine, running, lengths);
  switch (figure) {
    case "tpotSeconds": return state.tpotSeconds;
    case "ttftSeconds": {
      if (load.mode !== "closed") return meanFirstTokenSeconds(engine, state, lengths, 0);
      const waiting = Math.max(0, load.concurrency / dp - running) / state.requestsPerSecond;
      return meanFirstTokenSeconds(engine, state, lengths, waiting, load.concurrency, load.requests);
    }
    case "requestsPerSecond": return state.requestsPerSecond * dp;
    case "outputTokensPerSecond": return state.requestsPerSecond * dp * lengths.outputTokens;
    case "totalTokensPerSecond": return state.requestsPerSecond * dp * (lengths.inputTokens + lengths.outputTokens);
    case "powerWatts": return devicePower(state.step, machine) * devicesOf(engine.plan);
    default: return NaN;
  }
}

/** Machines of observations under other constants, each made once. */
export function machinesOf(fitted: FittedConstants): (observation: PreparedObservation) => Machine {
  const machines = new Map<string, Machine>();
  return ({ base }) => {
    const key = `${base.device.id} ${base.engine} ${base.generation}`;
    let machine = machines.get(key);
    if (machine === undefined) {
      machine = machineOf(base.device, { engine: base.engine, generation: base.generation, fitted });
      machines.set(key, machine);
    }
    return machine;
  };
}
