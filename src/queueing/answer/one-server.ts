import type { Arrivals } from "../../workloads/types.ts";
import { mg1Fcfs } from "../mg1/fcfs.ts";
import type { TimeMoments } from "../mg1/delay.ts";
import { mg1SjfPredicted } from "../mg1/predicted.ts";
import { mg1Priority, type ClassTimes } from "../mg1/priority.ts";
import { mg1ForegroundBackground, mg1LcfsPreemptive, mg1Mlfq, mg1Psjf, mg1Sjf, mg1Srpt } from "../mg1/size-based.ts";
import { limitedSharing } from "../processor-sharing/limited.ts";
import { exponentialSharedSojourn, sharedQueue } from "../processor-sharing/unlimited.ts";
import { mg1ProcessorSharing } from "../processor-sharing/variance.ts";
import { cappedLaw } from "../../workloads/laws/combined.ts";
import type { DisciplineObject } from "../types.ts";
import { exponentialMean } from "../../workloads/recognise.ts";
import { mixedService, readyArrivals, type ReadyClass } from "./ready.ts";
import { putFlow, putLaw, putMoments, putNoWait, putOneServer, putWaitProbability, QUANTILES, type Analysis, type Values } from "./values.ts";

/** One server, Poisson arrivals, a discipline other than FCFS. */
export function analyseOneServer(arrivals: Arrivals, classes: readonly ReadyClass[], discipline: DisciplineObject): Analysis | undefined {
  if (readyArrivals(arrivals).kind !== "poisson") return undefined;
  const rate = classes.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
  const service = mixedService(classes);
  const single = arrivals.process !== "classes";
  switch (discipline.name) {
    case "priority":
    case "priority-preemptive":
      return analysePriority(classes, discipline.name === "priority-preemptive", single);
    case "sjf":
      return sizes(mg1Sjf(service, rate), rate, rate * service.mean);
    case "psjf":
      return sizes(mg1Psjf(service, rate), rate, rate * service.mean);
    case "srpt":
      return sizes(mg1Srpt(service, rate), rate, rate * service.mean);
    case "sjf-predicted":
      return sizes(mg1SjfPredicted(service, rate, discipline.log_error_sigma), rate, rate * service.mean, 1e-5);
    case "mlfq": {
      const analysis = sizes(mg1Mlfq(service, rate, discipline.thresholds_s), rate, rate * service.mean);
      // The first level is a queue of its own, first come, first served.
      const first = mg1Fcfs(cappedLaw(service, discipline.thresholds_s[0]!), rate).wait;
      for (const [label, q] of QUANTILES) analysis.values[`${label}_wait_s`] = first.quantile(q);
      return { ...analysis, method: "numerical" };
    }
    case "foreground-background":
      return startingAtOnce(mg1ForegroundBackground(service, rate).sojourn, rate, rate * service.mean);
    case "lcfs-preemptive":
      return lastCome(classes, rate, single);
    case "processor-sharing":
      return sharing(classes, rate, single);
    case "limited-processor-sharing":
      return analyseLimitedSharing(classes, rate, discipline, single);
    default:
      return undefined;
  }
}

function sizes(times: ClassTimes, rate: number, load: number, relativeError = 1e-6): Analysis {
  const values: Values = {};
  putMoments(values, "", "wait", times.wait);
  putMoments(values, "", "sojourn", times.sojourn);
  putWaitProbability(values, "", times.waitProbability);
  putFlow(values, "", rate, times.sojourn.meanSeconds);
  putOneServer(values, load);
  return { values, method: relativeError > 1e-6 ? "numerical" : "exact", complete: false, relativeError };
}

function startingAtOnce(sojourn: TimeMoments, rate: number, load: number): Analysis {
  const values: Values = {};
  putNoWait(values, "");
  putMoments(values, "", "sojourn", sojourn);
  putFlow(values, "", rate, sojourn.meanSeconds);
  putOneServer(values, load);
  return { values, method: "exact", complete: false };
}

function analysePriority(classes: readonly ReadyClass[], preemptive: boolean, single: boolean): Analysis {
  const times = mg1Priority(classes, preemptive);
  const rate = classes.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
  const values: Values = {};
  const over = (of: (times: ClassTimes) => TimeMoments): TimeMoments => {
    let first = 0;
    let second = 0;
    times.forEach((own, i) => {
      const { meanSeconds, varianceSecondsSquared } = of(own);
      const share = classes[i]!.ratePerSecond / rate;
      first += share * meanSeconds;
      second += share * (varianceSecondsSquared + meanSeconds ** 2);
    });
    return { meanSeconds: first, varianceSecondsSquared: second - first ** 2 };
  };
  const sojourn = over((own) => own.sojourn);
  putMoments(values, "", "wait", over((own) => own.wait));
  putMoments(values, "", "sojourn", sojourn);
  putWaitProbability(values, "", times.reduce((sum, { waitProbability }, i) => sum + (classes[i]!.ratePerSecond / rate) * waitProbability, 0));
  putFlow(values, "", rate, sojourn.meanSeconds);
  putOneServer(values, classes.reduce((sum, { ratePerSecond, service }) => sum + ratePerSecond * service.mean, 0));
  if (!single) {
    times.forEach((own, i) => {
      const prefix = `class${i}_`;
      putMoments(values, prefix, "wait", own.wait);
      putMoments(values, prefix, "sojourn", own.sojourn);
      putWaitProbability(values, prefix, own.waitProbability);
      putFlow(values, prefix, classes[i]!.ratePerSecond, own.sojourn.meanSeconds);
    });
  }
  return { values, method: "exact", complete: false };
}

/** A busy period is the sojourn, and a class starts it with its own service. */
function lastCome(classes: readonly ReadyClass[], rate: number, single: boolean): Analysis {
  const service = mixedService(classes);
  const analysis = startingAtOnce(mg1LcfsPreemptive(service, rate).sojourn, rate, rate * service.mean);
  if (!single) {
    classes.forEach(({ ratePerSecond, service: own }, i) => {
      putNoWait(analysis.values, `class${i}_`);
      const { sojourn } = mg1LcfsPreemptive(service, rate, own);
      putMoments(analysis.values, `class${i}_`, "sojourn", sojourn);
      putFlow(analysis.values, `class${i}_`, ratePerSecond, sojourn.meanSeconds);
    });
  }
  return analysis;
}

function sharing(classes: readonly ReadyClass[], rate: number, single: boolean): Analysis {
  const service = mixedService(classes);
  const load = rate * service.mean;
  const exponential = exponentialMean(service);
  if (exponential !== undefined && single) {
    const sojourn = exponentialSharedSojourn(rate, exponential, { fixed: 0, perRequest: 1 });
    const { values } = startingAtOnce(sojourn, rate, load);
    putLaw(values, "", "sojourn", sojourn);
    return { values, method: "numerical", complete: true };
  }
  const { values } = startingAtOnce(mg1ProcessorSharing(service, rate), rate, load);
  if (!single) {
    classes.forEach(({ ratePerSecond, service: own }, i) => {
      putNoWait(values, `class${i}_`);
      const sojourn = mg1ProcessorSharing(service, rate, own);
      putMoments(values, `class${i}_`, "sojourn", sojourn);
      putFlow(values, `class${i}_`, ratePerSecond, sojourn.meanSeconds);
    });
  }
  return { values, method: "numerical", complete: false };
}

function analyseLimitedSharing(
  classes: readonly ReadyClass[],
  rate: number,
  { max_batch: most, rate: { fixed, per_request: perRequest } }: Extract<DisciplineObject, { name: "limited-processor-sharing" }>,
  single: boolean,
): Analysis | undefined {
  const service = mixedService(classes);
  const exponential = exponentialMean(service);
  const values: Values = {};
  if (most === undefined) {
    const queue = sharedQueue(rate, service.mean, { fixed, perRequest });
    putNoWait(values, "");
    putFlow(values, "", rate, queue.meanSojournSeconds);
    putOneServer(values, 1 - queue.emptyProbability);
    values["mean_sojourn_s"] = queue.meanSojournSeconds;
    if (!single) {
      classes.forEach(({ ratePerSecond, service: own }, i) => {
        // Insensitivity holds for every size: a class stays in proportion to its mean service.
        const mean = (queue.meanSojournSeconds * own.mean) / service.mean;
        putNoWait(values, `class${i}_`);
        putFlow(values, `class${i}_`, ratePerSecond, mean);
        values[`class${i}_mean_sojourn_s`] = mean;
      });
    }
    if (exponential === undefined || !single) return { values, method: "exact", complete: false };
    putLaw(values, "", "sojourn", exponentialSharedSojourn(rate, exponential, { fixed, perRequest }));
    return { values, method: "numerical", complete: true };
  }
  if (exponential === undefined || !single) return undefined;
  const queue = limitedSharing(rate, exponential, { fixed, perRequest }, most);
  values["mean_wait_s"] = queue.meanWaitSeconds;
  values["mean_sojourn_s"] = queue.meanSojournSeconds;
  putWaitProbability(values, "", queue.waitProbability);
  putFlow(values, "", rate, queue.meanSojournSeconds);
  putOneServer(values, 1 - queue.emptyProbability);
  return { values, method: "exact", complete: false };
}
