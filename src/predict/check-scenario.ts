import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import type { TraceRequest } from "../workloads/types.ts";
import type { Load, Scenario } from "./types.ts";

/**
 * Checks what the types of a scenario promise, for callers without them: everything that is looked up is checked where it is looked
 * up, this is the rest. A few comparisons, since the planner and benchmarks make scenarios by the hundred thousand.
 */
export function checkScenario(scenario: Scenario): void {
  if (typeof scenario !== "object" || scenario === null) throw invalidValue("scenario", scenario, "is not an object with model, hardware, precision, load and lengths");
  const { engineVersion, prefixHitTokens, prices, interconnect, speculative, sampling } = scenario;
  if (engineVersion !== undefined && typeof engineVersion !== "string") throw invalidValue("engine_version", engineVersion, 'is not a version such as "0.12.0"');
  if (prefixHitTokens !== undefined && !(typeof prefixHitTokens === "number" && prefixHitTokens >= 0 && prefixHitTokens <= 1e9)) {
    throw invalidValue("prefix_hit_tokens", prefixHitTokens, "is not a number of tokens");
  }
  if (![undefined, "greedy", "top-p"].includes(sampling)) throw invalidValue("sampling", sampling, "is not greedy or top-p");
  if (prices !== undefined && !(typeof prices?.usdPerDeviceHour === "number" && prices.usdPerDeviceHour > 1e-12 && prices.usdPerDeviceHour < 1e12)) {
    throw invalidValue("prices.usd_per_device_hour", prices?.usdPerDeviceHour ?? prices, "is not a price above 0");
  }
  if (interconnect === null || (interconnect !== undefined && typeof interconnect !== "string" && typeof interconnect !== "object")) {
    throw invalidValue("interconnect", interconnect, 'is neither a fabric nor {"bytes_per_s_per_device": …}');
  }
  if (speculative === null || (speculative !== undefined && typeof speculative !== "object")) throw invalidValue("speculative", speculative, 'is not {"tokens", "acceptance"}');
  checkLoad(scenario.load);
  const { load, router } = scenario;
  if (router === "session-affinity" && load.mode !== "closed" && load.mode !== "trace") throw invalidValue("router", router, "needs the users of a closed load, or a trace");
}

function checkLoad(load: Load): void {
  if (load === null || typeof load !== "object") throw new RidgepointError("missing-field", 'load is missing; try {"mode": "closed", "concurrency": 16}', { path: "load" });
  if (load.mode === "static") whole(load.batch, "load.batch");
  else if (load.mode === "closed") {
    // Each is simulated.
    whole(load.concurrency, "load.concurrency", 1e6);
    if (load.requests !== undefined) whole(load.requests, "load.requests", 1e6);
  } else if (load.mode === "open") {
    if (!(typeof load.ratePerSecond === "number" && load.ratePerSecond > 0 && load.ratePerSecond < 1e9)) throw invalidValue("load.rate_per_s", load.ratePerSecond, "is not a positive rate");
  } else if (load.mode === "trace") {
    if (!Array.isArray(load.requests) || load.requests.length === 0 ) throw invalidValue("load.requests", load.requests, "is not a list of requests");
    load.requests.forEach(checkRequest);
  } else if (load.mode !== "offline") {
    throw invalidValue("load.mode", (load as { mode: unknown }).mode, "is not a load; try static, closed, open, trace, offline");
  }
}

function checkRequest(request: TraceRequest, index: number): void {
  const path = `load.requests[${index}]`;
  if (typeof request !== "object" || request === null) throw invalidValue(path, request, "is not a request");
  for (const field of ["arrivalSeconds", "inputTokens", "outputTokens"] as const) {
    if (typeof request[field] !== "number") throw invalidValue(`${path}.${field}`, request[field], "is not a number");
  }
}

function whole(value: number, path: string, most = 1e7): void {
  if (!(Number.isInteger(value) && value >= 1 && value <= most)) throw invalidValue(path, value, `is not a positive integer of at most ${most}`);
}
