import { eachFigure, figuresOf, mergeMetrics } from "./server-figures.ts";
import type { ServerConfig } from "./server-config.ts";
import type { ServerMetrics } from "./server-metrics.ts";
import type { ServerFigures } from "./server-types.ts";
import { intervalOf } from "./replications.ts";

/** Few and long, so that what the end of one batch does to the next counts little; Student's t makes up for the number. */
export const BATCHES = 5;
/** A trace has an interval from this many requests on. */
export const FEWEST = 100;

/**
 * Half-widths of 95 % intervals from one run that is cut into batches of as many requests, one after another: every figure is
 * computed again without each batch, and `(B − 1)/B·Σ(θ₋ᵦ − θ̄)²` is its variance (the jackknife of Quenouille and Tukey with blocks
 * in place of single values; Künsch 1989). For a mean it is the method of batch means.
 *
 * It takes the trace as one stretch of traffic that goes on alike, long against the swings of its queue. With as many requests as
 * `requestsNeeded` asks for it covers 0.87 to 0.98 at up to two thirds of the capacity, and 0.85 to 0.98 at eight to nine tenths; there the
 * 99th percentile of TTFT, on the edge of queues that few stretches hold, about 0.77. A trend or a wave makes it wider.
 */
export function jackknife(batches: readonly ServerMetrics[], config: ServerConfig): ServerFigures {
  const without = batches.map((one) => figuresOf(mergeMetrics(batches.filter((batch) => batch !== one)), config));
  return eachFigure(without, (values) => (values.length - 1) * intervalOf(values).halfWidth);
}
