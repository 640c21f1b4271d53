import type { TokenLengths } from "../../workloads/types.ts";
import { FEWEST } from "./batch-jackknife.ts";
import { saturatedRate } from "./run-server.ts";
import type { ServerConfig } from "./server-config.ts";
import type { ServerTraceRequest } from "./server-types.ts";

/** Of the run that tells the capacity for a trace. */
const CAPACITY_REQUESTS = 4_000;

/**
 * Requests from which on a trace tells how far its figures may be from those of other traffic alike: so many that the mean time in a
 * queue comes out to 30 %, `(1.96/0.3)²·4/(1 − ρ)²·(c_a² + c_s²)/2` of them (W. Whitt, "Planning queueing simulations", Management
 * Science 35, 1989), at a load ρ of the capacity, with the variability of the gaps and of the tokens. A hundred at least; +∞ above the
 * capacity, where no figure lasts.
 *
 * The capacity is that of a backlog of such requests.
 */
export function requestsNeeded(trace: readonly ServerTraceRequest[], config: ServerConfig): number {
  const capacityPerSecond = capacityFor(trace, config);
  const last = trace.length - 1;
  const gaps = trace.slice(1).map(({ arrivalSeconds }, i) => arrivalSeconds - trace[i]!.arrivalSeconds);
  const load = last / (trace[last]!.arrivalSeconds - trace[0]!.arrivalSeconds) / capacityPerSecond;
  if (!(load < 1)) return trace.length < FEWEST ? FEWEST : Infinity;
  const variability = (squaredVariation(gaps) + squaredVariation(trace.map(({ outputTokens }) => outputTokens))) / 2;
  return Math.max(FEWEST, Math.ceil(((1.96 / 0.3) ** 2 * 4 * variability) / (1 - load) ** 2));
}

function squaredVariation(values: readonly number[]): number {
  const moment = (power: number): number => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
  return moment(2) / moment(1) ** 2 - 1;
}

/** Requests per second that the server completes with a backlog of those of a trace; +∞ where any number may run at once. */
function capacityFor(trace: readonly ServerTraceRequest[], { options, front, back }: ServerConfig): number {
  const { kvBlocks, maxRunning } = (back ?? front).settings;
  if (kvBlocks === Infinity && maxRunning === Infinity) return Infinity;
  const law = (tokens: "inputTokens" | "outputTokens" | "prefixHitTokens"): TokenLengths => ({ dist: "empirical", values: trace.map((request) => request[tokens] ?? 0) });
  return saturatedRate({
    ...options, inputTokens: law("inputTokens"), outputTokens: law("outputTokens"), prefixHitTokens: law("prefixHitTokens"), run: { ...options.run, requests: CAPACITY_REQUESTS },
  });
}
