import { RidgepointError } from "../quantities/errors.ts";
import { arrivalsAtRate } from "../queueing/arrivals.ts";
import { largestRate, type LargestRate, type RateSearch } from "../queueing/simulation/largest-rate.ts";
import { runServer } from "../queueing/simulation/run-server.ts";
import type { ServerAnswer, ServerLoad, ServerOptions, ServiceLevel } from "../queueing/simulation/server-types.ts";
import { seenByClients } from "../serving/client-side.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import { simulationOptions } from "../serving/simulated.ts";
import { traceAtRate } from "../workloads/trace/rate.ts";
import { checkScenario } from "./check-scenario.ts";
import { poolCapacities, poolOptions, resolvePools } from "./disaggregated.ts";
import { memoryFigures } from "./figures.ts";
import { familiarityOf, familiarityOfPools, levelInterval, type Familiarity } from "./intervals.ts";
import { requestLengths, simulationRequest, steadyOf } from "./loaded.ts";
import { engineOf, resolveBase, resolvePlan } from "./resolve.ts";
import type { Interval, Scenario } from "./types.ts";

/** How a search for the largest rate is done. */
export interface LargestRateOptions extends Pick<RateSearch, "precision" | "requests"> {
  /** Same seed, same answer; default 1. */
  readonly seed?: number;
}

/** The largest rate of a scenario. */
export interface SustainableRate extends LargestRate {
  /** 90 % prediction interval of the rate; `interval95` is what the simulation alone leaves open. */
  readonly interval90: Interval;
}

/**
 * The largest rate at which a deployment holds a service level: the closed form's capacity brackets it, the simulator decides.
 * Arrivals are those of the scenario at other rates: Poisson, or as its `arrivals` say; a trace is squeezed in time, and decides
 * as it is. Of separate pools it is the rate that both of them, and the transfer between, carry in time.
 *
 * @throws RidgepointError as `predict` does; `unsupported` for loads without a rate (`largestConcurrencyOf` answers for users);
 *   `infeasible` where not even a hundredth of the capacity holds the level.
 * @example largestRateOf({ model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { weights: "bf16" },
 *   load: { mode: "open", ratePerSecond: 1 }, inputTokens: 1024, outputTokens: 256 },
 *   { ttftSeconds: 1, tpotSeconds: 0.02, fraction: 0.95 }).requestsPerSecond
 */
export function largestRateOf(scenario: Scenario, serviceLevel: ServiceLevel, options: LargestRateOptions = {}): SustainableRate {
  checkScenario(scenario);
  const { load } = scenario;
  if (load.mode !== "open" && load.mode !== "trace") {
    const other = load.mode === "closed" ? "largestConcurrencyOf searches its users" : "give an open load or a trace";
    throw new RidgepointError("unsupported", `a ${load.mode} load has no rate to search; ${other}`, { path: "load.mode", value: load.mode });
  }
  const { capacity, options: simulated, engine, familiarity } = subjectOf(scenario, serviceLevel);
  const { seed = 1, ...search } = options;
  const found = searchRate(simulated, engine, capacity, { serviceLevel, ...search }, seed);
  const [low, high] = levelInterval("rate", familiarity);
  return { ...found, interval90: [found.requestsPerSecond * Math.exp(low), found.requestsPerSecond * Math.exp(high)] };
}

/** What is searched: the engine (of pools, the one that decodes) whose clients look on, and the capacity in closed form. */
export function subjectOf(scenario: Scenario, serviceLevel: ServiceLevel): {
  readonly engine: EngineModel; readonly familiarity: Familiarity; readonly capacity: number; readonly options: ServerOptions;
} {
  const lengths = requestLengths(scenario);
  const { disaggregated } = scenario;
  if (disaggregated !== undefined) {
    const pools = resolvePools(scenario, disaggregated);
    const { prefill, decode: { engine, base } } = pools;
    memoryFigures(engine, Math.ceil(lengths.inputTokens + lengths.outputTokens));
    memoryFigures(prefill.engine, Math.ceil(lengths.inputTokens + 1));
    const capacities = poolCapacities(prefill.engine, engine, lengths);
    return {
      engine, familiarity: familiarityOfPools(engine, base.own), capacity: Math.min(capacities.prefill, capacities.decode),
      options: poolOptions(scenario, disaggregated, pools, { serviceLevel }),
    };
  }
  const base = resolveBase(scenario);
  const engine = engineOf(base, resolvePlan(base.architecture, scenario.plan, scenario.devices));
  memoryFigures(engine, Math.ceil(lengths.inputTokens + lengths.outputTokens));
  return {
    engine, familiarity: familiarityOf(engine, base.engine, base.own), capacity: steadyOf(engine, { mode: "offline" }, lengths).requestsPerSecond * engine.plan.dp,
    options: simulationOptions(engine, simulationRequest(scenario, { serviceLevel })),
  };
}

/** The search with the options of the simulator. Simulations share the step times that they sample. */
export function searchRate(
  options: ServerOptions, engine: EngineModel, capacity: number, search: Omit<RateSearch, "bracket" | "simulateAt">, seed: number,
): LargestRate {
  const { load } = options;
  const at = (rate: number): ServerLoad => {
    if (load.mode === "trace") return { mode: "trace", requests: traceAtRate(load.requests, rate) };
    return { mode: "open", arrivals: load.mode === "open" ? arrivalsAtRate(load.arrivals, rate) : { process: "poisson", rate_per_s: rate } };
  };
  const simulateAt = (rate: number, requests: number): ServerAnswer => seenByClients(runServer({ ...options, load: at(rate), run: { requests, seed } }), engine);
  // The closed form may be a little below what the simulator carries.
  return largestRate({ precision: 0.02, requests: [4000, 32_000], ...search, recorded: load.mode === "trace", bracket: [0, 1.2 * capacity], simulateAt });
}
