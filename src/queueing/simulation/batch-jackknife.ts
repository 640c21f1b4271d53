import { eachFigure, figuresOf, mergeMetrics } from "./server-figures.ts";
import type { ServerConfig } from "./server-config.ts";
import type { ServerMetrics } from "./server-metrics.ts";
import type { ServerFigures, ServerTraceRequest } from "./server-types.ts";
import { intervalOf } from "./replications.ts";

/** Few and long, so that what the end of one batch does to the next counts little; Student's t makes up for the number. */
export const BATCHES = 5;
/** A trace has an interval from this many requests on. */
const FEWEST = 100;

/**
 * Requests from which on a trace tells how far its figures may be from those of other traffic alike: so many that the mean time in a
 * queue comes out to 30 %, `(1.96/0.3)²·4/(1 − ρ)²·(c_a² + c_s²)/2` of them (W. Whitt, "Planning queueing simulations", Management
 * Science 35, 1989), at a load ρ of the capacity, with the variability of the gaps and of the tokens. A hundred at least; +∞ above the
 * capacity, where no figure lasts.
 *
 * @param capacityPerSecond - requests per second that the server completes with a backlog of such requests.
 */
export function requestsNeeded(trace: readonly ServerTraceRequest[], capacityPerSecond: number): number {
  const last = trace.length - 1;
  const gaps = trace.slice(1).map(({ arrivalSeconds }, i) => arrivalSeconds - trace[i]!.arrivalSeconds);
  const load = last / (trace[last]!.arrivalSeconds - trace[0]!.arrivalSeconds) / capacityPerSecond;
  if (!(load < 1)) return trace.length < FEWEST ? FEWEST : Number.POSITIVE_INFINITY;
  const variability = (squaredVariation(gaps) + squaredVariation(trace.map(({ outputTokens }) => outputTokens))) / 2;
  return Math.max(FEWEST, Math.ceil(((1.96 / 0.3) ** 2 * 4 * variability) / (1 - load) ** 2));
}

function squaredVariation(values: readonly number[]): number {
  const moment = (power: number): number => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
  return moment(2) / moment(1) ** 2 - 1;
}

/**
 * Half-widths of 95 % intervals from one run that is cut into batches of as many requests, one after another: every figure is
 * computed again without each batch, and `(B − 1)/B·Σ(θ₋ᵦ − θ̄)²` is its variance (the jackknife of Quenouille and Tukey with blocks
 * in place of single values; Künsch 1989). For a mean it is the method of batch means.
 *
 * It takes the trace as one stretch of traffic that goes on alike, long against the swings of its queue. With as many requests as
 * {@link requestsNeeded} asks for it covers 0.87 to 0.98 at up to two thirds of the capacity, and 0.85 to 0.98 at nine tenths; there the
 * 99th percentile of TTFT, on the edge of queues that few stretches hold, 0.75. A trend or a wave makes it wider.
 */
export function jackknife(batches: readonly ServerMetrics[], config: ServerConfig): ServerFigures {
  const without = batches.map((one) => figuresOf(mergeMetrics(batches.filter((batch) => batch !== one)), config));
  return eachFigure(without, (values) => (values.length - 1) * intervalOf(values).halfWidth);
}
