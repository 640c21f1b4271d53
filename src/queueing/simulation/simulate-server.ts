import { plainServer } from "./plain-server.ts";
import { requestRecorder } from "./request-recorder.ts";
import { type RunParts, runServer } from "./run-server.ts";
import type { ServerAnswer, ServerOptions } from "./server-types.ts";
import { requestsNeeded } from "./trace-length.ts";
import { TimeSeriesRecorder } from "./time-series.ts";

/**
 * Simulates an LLM server: continuous batching under the policy, KV cache, pools and routers of the options, from event to
 * event, so that a request costs the same whatever its number of tokens.
 *
 * A trace and a load with `requests` run once from an empty system to the last token (`run.replications` repeats them with
 * other random numbers). Other loads are steady states: independent replications, start-up removed, 95 % half-widths from
 * between the replications, continued until `run.precision` or `run.maximumRequests` is reached. Memory does not grow with
 * the number of requests. Same options and seed, same answer.
 *
 * @throws RidgepointError `invalid-value`, `missing-field` or `unsupported` for the options; `infeasible` for a request that does not fit
 *   into the KV cache; `unstable`, with the capacity, for an open load that the server cannot carry.
 */
export function simulateServer(options: ServerOptions): ServerAnswer {
  return runServer(options, { ...recordersOf(options), plain: plainServer });
}

/** The recorders that the options ask for, and how long a trace must be. */
export function recordersOf({ timeSeriesSeconds, keepRequests, load }: ServerOptions): Pick<RunParts, "series" | "kept" | "needs"> {
  return {
    series: timeSeriesSeconds === undefined ? undefined : new TimeSeriesRecorder(timeSeriesSeconds),
    needs: requestsNeeded,
    kept: keepRequests ? requestRecorder(load) : undefined,
  };
}
