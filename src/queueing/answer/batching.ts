import { lawOf } from "../../workloads/distributions.ts";
import type { Arrivals } from "../../workloads/types.ts";
import type { BatchRule } from "../bulk/chain.ts";
import { bulkLaws, bulkQueue } from "../bulk/queue.ts";
import { geometricBatching } from "../continuous/geometric.ts";
import { mg1Fcfs } from "../mg1/fcfs.ts";
import type { BatchService, DisciplineObject, IterationService } from "../types.ts";
import { meanRate } from "../arrivals.ts";
import { readyArrivals } from "./ready.ts";
import { putFirstToken, putFlow, putLaw, putWaitProbability, QUANTILES, type Analysis, type Values } from "./values.ts";

type Bulk = Extract<DisciplineObject, { name: "batch-dynamic" | "batch-fixed" | "batch-threshold" }>;

/** When the server of a bulk discipline starts, and with how many. */
export function batchRule(discipline: Bulk): BatchRule {
  switch (discipline.name) {
    case "batch-dynamic":
      return { least: 1, most: discipline.max_batch ?? Infinity };
    case "batch-fixed":
      return { least: discipline.batch, most: discipline.batch };
    case "batch-threshold":
      return { least: discipline.min_batch, most: discipline.max_batch };
  }
}

/** The bulk disciplines under Poisson arrivals; a timeout makes the age of the oldest part of the state and is simulated. */
export function analyseBatches(arrivals: Arrivals, service: BatchService, discipline: Bulk): Analysis | undefined {
  if (readyArrivals(arrivals).kind !== "poisson") return undefined;
  const rate = meanRate(arrivals);
  const rule = batchRule(discipline);
  const timeout = discipline.name === "batch-fixed" ? discipline.timeout_s : undefined;
  if (timeout !== undefined && rule.least > 1) return undefined;
  const completion = discipline.completion ?? "padded";
  const queue = bulkQueue(service.batch, lawOf(service.tokens), completion, rule, rate);
  const { chain } = queue;
  const values: Values = {
    mean_wait_s: chain.meanWaitSeconds,
    mean_sojourn_s: chain.meanSojournSeconds,
    p_idle: chain.idleProbability,
    utilisation: queue.utilisation,
    mean_batch: chain.meanBatch,
    var_batch: chain.varianceBatch,
    mean_batch_s: chain.meanBatchSeconds,
  };
  putWaitProbability(values, "", 1 - queue.immediateProbability);
  putFlow(values, "", rate, chain.meanSojournSeconds);
  if (completion === "shrinking" && service.batch.per_request_token_s > 0 && rule.most > 1) return { values, method: "exact", complete: false };
  const laws = bulkLaws(queue);
  putLaw(values, "", "wait", laws.wait);
  putLaw(values, "", "sojourn", laws.sojourn);
  return { values, method: "numerical", complete: true };
}

/**
 * `continuous-batching` without a KV limit: geometric tokens without a prefill cost are a chain; a batch of one is M/G/1 with any tokens.
 */
export function analyseContinuous(
  arrivals: Arrivals,
  { tokens }: IterationService,
  discipline: Extract<DisciplineObject, { name: "continuous-batching" }>,
): Analysis | undefined {
  if (readyArrivals(arrivals).kind !== "poisson" || discipline.kv_capacity_tokens !== undefined) return undefined;
  const rate = meanRate(arrivals);
  const { fixed_s: fixed, per_request_s: perRequest, per_prefill_s: prefill = 0 } = discipline.iteration;
  if (discipline.max_batch === 1) return oneAtATime(rate, tokens, fixed + perRequest, prefill);
  const law = lawOf(tokens);
  const mean = tokens.dist === "tokens-geometric" ? tokens.mean : law.high === 1 ? 1 : undefined;
  // With one token each, everybody is new in every iteration: its prefill is a cost per request.
  if (mean === undefined || (prefill > 0 && mean > 1)) return undefined;
  const queue = geometricBatching(rate, mean, discipline.max_batch, fixed, perRequest + prefill);
  const values: Values = {
    mean_wait_s: queue.meanWaitSeconds,
    mean_ttft_s: queue.meanTtftSeconds,
    mean_sojourn_s: queue.meanSojournSeconds,
    p_idle: queue.idleProbability,
    utilisation: queue.utilisation,
    mean_batch: queue.meanBatch,
    var_batch: queue.varianceBatch,
    mean_batch_s: queue.meanIterationSeconds,
  };
  putWaitProbability(values, "", 1 - queue.idleProbability);
  putFlow(values, "", rate, queue.meanSojournSeconds);
  return { values, method: "exact", complete: false };
}

function oneAtATime(rate: number, tokens: IterationService["tokens"], iteration: number, prefill: number): Analysis {
  const queue = mg1Fcfs(lawOf(tokens, iteration, prefill), rate);
  const counts = lawOf(tokens);
  const values: Values = {};
  putLaw(values, "", "wait", queue.wait);
  putLaw(values, "", "sojourn", queue.sojourn);
  putWaitProbability(values, "", queue.utilisation);
  putFlow(values, "", rate, queue.sojourn.meanSeconds);
  const first = iteration + prefill;
  putFirstToken(values, "", { meanSeconds: queue.wait.meanSeconds + first, quantile: (q) => queue.wait.quantile(q) + first });
  if (counts.high > 1) {
    values["mean_tpot_s"] = iteration;
    for (const [label] of QUANTILES) values[`${label}_tpot_s`] = iteration;
  }
  values["utilisation"] = queue.utilisation;
  values["p_idle"] = 1 - queue.utilisation;
  values["mean_batch"] = 1;
  values["var_batch"] = 0;
  values["mean_batch_s"] = iteration + prefill / counts.mean;
  return { values, method: "numerical", complete: true };
}
