import { lawOf } from "../../workloads/distributions.ts";
import type { BatchService, IterationService, ServiceTime } from "../types.ts";
import type { CheckedQueueCase } from "../validate/case.ts";
import { analyseBatches, analyseContinuous } from "./batching.ts";
import { analyseFirstCome, analyseTimeVarying } from "./first-come.ts";
import { analyseFiniteBuffer, analyseImpatient, analyseLoss, analyseMultiRate } from "./losing.ts";
import { analyseClosed, analyseTandem } from "./networks.ts";
import { analyseOneServer } from "./one-server.ts";
import { readyClasses, serviceLaw, serviceList } from "./ready.ts";
import type { Analysis } from "./values.ts";

/**
 * What theory says of a case, and whether that is everything; undefined where it says nothing.
 *
 * @throws RidgepointError `unstable` where the case has no steady state.
 */
export function analyse(c: CheckedQueueCase): Analysis | undefined {
  const analysis = dispatch(c);
  if (analysis !== undefined) addClipping(c, analysis);
  return analysis;
}

function dispatch(c: CheckedQueueCase): Analysis | undefined {
  const { arrivals, discipline } = c;
  const servers = c.servers ?? 1;
  switch (discipline.name) {
    case "closed-network":
      return arrivals.process === "closed" ? analyseClosed(arrivals, discipline.demands_s) : undefined;
    case "tandem": {
      const services = serviceList(c).map((service) => serviceLaw(service as ServiceTime));
      const stages = discipline.servers.map((_, i) => services[i] ?? services[0]!);
      return analyseTandem(arrivals, stages, discipline.servers);
    }
    case "batch-dynamic":
    case "batch-fixed":
    case "batch-threshold":
      return analyseBatches(arrivals, serviceList(c)[0] as BatchService, discipline);
    case "continuous-batching":
      return analyseContinuous(arrivals, serviceList(c)[0] as IterationService, discipline);
    default:
  }
  const classes = readyClasses(c);
  if (arrivals.process === "sinusoidal") {
    const places = discipline.name === "loss" ? servers : discipline.name === "finite-buffer" ? servers + discipline.buffer : Infinity;
    return discipline.name === "fcfs-impatient" ? undefined : analyseTimeVarying(arrivals, classes, servers, places);
  }
  switch (discipline.name) {
    case "fcfs":
      return analyseFirstCome(arrivals, classes, servers);
    case "fcfs-impatient":
      return analyseImpatient(arrivals, classes, servers, discipline);
    case "loss":
      return analyseLoss(arrivals, classes, servers);
    case "finite-buffer":
      return analyseFiniteBuffer(arrivals, classes, servers, discipline.buffer);
    case "multi-rate-loss":
      return analyseMultiRate(arrivals, classes, discipline);
    default:
      return analyseOneServer(arrivals, classes, discipline);
  }
}

/** What a cap cuts off is a property of the token law. */
function addClipping(c: CheckedQueueCase, { values }: Analysis): void {
  const [service, ...others] = serviceList(c);
  if (service === undefined || others.length > 0 || !("cap" in service) || service.cap === undefined) return;
  const tokens = lawOf(service.tokens);
  values["p_clipped"] = tokens.tail(service.cap);
  values["lost_token_fraction"] = tokens.mean > 0 ? tokens.excess(1, service.cap) / tokens.mean : 0;
}
