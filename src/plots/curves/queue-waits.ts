import { answerQueue } from "../../queueing/answer.ts";
import { gg1Fcfs } from "../../queueing/gg1/fcfs.ts";
import { mmk } from "../../queueing/many-servers/erlang.ts";
import { mdk } from "../../queueing/many-servers/mdk.ts";
import { mg1Fcfs, type TimeLaw } from "../../queueing/mg1/fcfs.ts";
import type { QueueAnswer, QueueCase } from "../../queueing/types.ts";
import { parseQueueCase } from "../../queueing/validate/case.ts";
import { lawOf } from "../../workloads/distributions.ts";
import { exponentialMean, fixedValue } from "../../workloads/recognise.ts";
import type { Distribution } from "../../workloads/types.ts";
import { lawCurve, queueCurves, type WaitCurve } from "./waits.ts";

/**
 * The times of a queue as curves: the whole law of wait and sojourn where analysis has it (first come, first served: M/M/k, M/D/k,
 * M/G/1, G/G/1), else the percentiles of its answer.
 *
 * @param question - a case of kind `queue`, as `answerQueue` takes it.
 * @throws RidgepointError as `answerQueue` does.
 * @example waitCurves({ kind: "queue", arrivals: { process: "poisson", rate_per_s: 4 }, discipline: "fcfs",
 *   service: { dist: "exponential", mean: 0.2 } }).map(({ name }) => name) // ["wait", "wait and service"]
 */
export function waitCurves(question: unknown, answer?: QueueAnswer): WaitCurve[] {
  const queue = lawsOf(parseQueueCase(question));
  if (queue === undefined) return queueCurves(answer ?? answerQueue(question));
  return [lawCurve("wait", queue.wait), lawCurve("wait and service", queue.sojourn)].filter(({ points }) => points.length > 1);
}

function lawsOf({ arrivals, discipline, servers = 1, service }: QueueCase): { readonly wait: TimeLaw; readonly sojourn: TimeLaw } | undefined {
  const name = typeof discipline === "string" ? discipline : discipline.name;
  if (name !== "fcfs" || service === undefined || !isLaw(service)) return undefined;
  const law = lawOf(service);
  if (arrivals.process === "renewal") return servers === 1 ? gg1Fcfs(lawOf(arrivals.interarrival), law) : undefined;
  if (arrivals.process !== "poisson") return undefined;
  const exponential = exponentialMean(law);
  if (exponential !== undefined) return mmk(arrivals.rate_per_s, exponential, servers);
  const fixed = fixedValue(law);
  if (fixed !== undefined) return mdk(arrivals.rate_per_s, fixed, servers);
  return servers === 1 ? mg1Fcfs(law, arrivals.rate_per_s) : undefined;
}

function isLaw(service: NonNullable<QueueCase["service"]>): service is Distribution {
  return "dist" in service;
}
