import { RidgepointError } from "../quantities/errors.ts";
import { largestConcurrency, type LargestConcurrency } from "../queueing/simulation/largest-concurrency.ts";
import { runServer } from "../queueing/simulation/run-server.ts";
import type { ServerAnswer, ServiceLevel } from "../queueing/simulation/server-types.ts";
import { engineServiceLevel, seenByClients } from "../serving/client-side.ts";
import { checkScenario } from "./check-scenario.ts";
import { levelInterval } from "./intervals.ts";
import { subjectOf, type LargestRateOptions } from "./largest-rate.ts";
import { longerBy } from "./loaded.ts";
import type { Interval, Scenario } from "./types.ts";

/** The most users of a scenario. */
export interface SustainableConcurrency extends LargestConcurrency {
  /** 90 % prediction interval: the users if all times were longer, or shorter, by what their own intervals say. */
  readonly interval90: Interval;
}

/**
 * The most users of a closed load with whom a deployment holds a service level: every user sends its next request when the last one
 * has ended. The scenario's own concurrency does not matter; with `load.requests` each number of users is a finite run of so many
 * requests from an idle server, otherwise the steady state.
 *
 * @throws RidgepointError as `predict` does; `unsupported` for other loads (`largestRateOf` answers for open ones and traces);
 *   `infeasible` where not even one user for each replica holds the level.
 * @example largestConcurrencyOf({ model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { weights: "bf16" },
 *   load: { mode: "closed", concurrency: 1 }, inputTokens: 1024, outputTokens: 256 },
 *   { ttftSeconds: 1, tpotSeconds: 0.02, fraction: 0.95 }).concurrency
 */
export function largestConcurrencyOf(scenario: Scenario, serviceLevel: ServiceLevel, options: LargestRateOptions = {}): SustainableConcurrency {
  checkScenario(scenario);
  const { load } = scenario;
  if (load.mode !== "closed") {
    throw new RidgepointError("unsupported", `a ${load.mode} load has no users to search; give a closed one`, { path: "load.mode", value: load.mode });
  }
  const { requests: sent } = load;
  const { engine, familiarity, options: simulated } = subjectOf(scenario, serviceLevel);
  const { seed = 1, ...search } = options;
  const searchIn = (level: ServiceLevel, quick: boolean): LargestConcurrency => {
    const inside = engineServiceLevel(level, engine);
    const simulateAt = (concurrency: number, requests: number): ServerAnswer => seenByClients(runServer({
      ...simulated, serviceLevel: inside, load: { ...simulated.load, mode: "closed", concurrency } as typeof simulated.load, run: { requests, seed, ...(sent === undefined ? { replications: 4 } : {}) },
    }), engine);
    return largestConcurrency({
      requests: quick ? [4000, 4000] : [4000, 32_000], ...search, serviceLevel: level, recorded: sent !== undefined, simulateAt,
      range: [simulated.replicas ?? 1, Math.min(sent ?? Infinity, 65_536)],
    });
  };
  const found = searchIn(serviceLevel, false);
  const end = (of: 0 | 1): number => {
    try {
      return searchIn(longerBy(serviceLevel, (time) => levelInterval(time, familiarity)[of]), true).concurrency;
    } catch (error) {
      if (error instanceof RidgepointError && error.code === "infeasible") return 0;
      throw error;
    }
  };
  return { ...found, interval90: [Math.min(found.concurrency, end(1)), Math.max(found.concurrency, end(0))] };
}
