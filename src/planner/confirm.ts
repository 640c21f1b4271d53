import { searchRate } from "../predict/largest-rate.ts";
import { steadyOf } from "../predict/loaded.ts";
import { arrivalsAtRate } from "../queueing/arrivals.ts";
import { RidgepointError } from "../quantities/errors.ts";
import type { Margin } from "../queueing/simulation/largest-rate.ts";
import type { ServerAnswer, ServerLoad } from "../queueing/simulation/server-types.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import { simulateEngine, simulationOptions, type SimulationRequest } from "../serving/simulated.ts";
import { admissionLimit, type RequestLengths } from "../serving/steady.ts";
import { traceAtRate } from "../workloads/trace/rate.ts";
import { describe, type Latencies } from "./deployment.ts";
import { busiestPoint, pointAtRate, type OperatingPoint } from "./operating-point.ts";
import type { Candidate } from "./search.ts";
import type { Objective, PlannedDeployment, PlannedSimulation, PlanQuestion } from "./types.ts";

/** How many times the replicas of the approximation may become under arrivals that come in bursts. */
const mostInBursts = 8;

/**
 * Checks a deployment with the simulator and adds replicas until the objective holds there too. Poisson arrivals split at random stay
 * Poisson, so one engine at its share of the rate stands for all, and at most a quarter more (at least four) are added. Recorded and
 * stated arrivals are simulated with all replicas behind a router, up to eight times as many.
 */
export function confirm(candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, price: number | undefined): PlannedDeployment | null {
  const { replicas: first, devices } = candidate;
  const size = devices / first;
  const poisson = arrivalsOf(question) === "poisson";
  const most = Math.min(poisson ? first + Math.max(4, Math.ceil(first / 4)) : mostInBursts * first, Math.floor((question.maxDevices ?? Infinity) / size));
  const answers = new Map<number, ServerAnswer>();
  const holds = (replicas: number): boolean => {
    const answer = simulateEngine(engineWith(candidate, poisson ? 1 : replicas), requestOf(question, poisson ? question.ratePerSecond / replicas : question.ratePerSecond));
    answers.set(replicas, answer);
    return marginOf(answer, question.objective).distance >= 0;
  };
  const replicas = poisson ? fewestByThirtieths(first, most, holds) : fewest(first, most, holds);
  if (replicas === null) return null;
  const answer = answers.get(replicas) as ServerAnswer;
  const engines = poisson ? replicas : 1;
  const largest = question.largestRates === true ? largestOf(candidate, question, lengths, poisson ? 1 : replicas) : undefined;
  const figures = {
    ttft: answer.ttft.meanSeconds, ttft95: answer.ttft.p95Seconds, tpot: answer.tpot.meanSeconds, tpot95: answer.tpot.p95Seconds,
    running: answer.runningRequests * engines,
  };
  const point = pointAtRate(candidate.engine, question.ratePerSecond / replicas, candidate.busiest, lengths);
  const sustainableRate = largest !== undefined ? largest.requestsPerSecond * engines
    : poisson ? sustained(candidate, question, lengths, question.ratePerSecond / replicas, point, figures) * replicas : question.ratePerSecond;
  const { ttft, tpot, itl, request, attainment, halfWidth95, measuredRequests } = answer;
  const simulation: PlannedSimulation = {
    arrivals: arrivalsOf(question), requests: measuredRequests, ttft, tpot, itl, request, attainment, goodputRequestsPerSecond: question.ratePerSecond * attainment,
    ...(halfWidth95 === undefined ? {} : { halfWidth95: { ttft: halfWidth95.ttft, tpot: halfWidth95.tpot, itl: halfWidth95.itl, request: halfWidth95.request, attainment: halfWidth95.attainment } }),
    ...(largest === undefined ? {} : { largestRate: { requestsPerSecond: sustainableRate, interval95: [largest.interval95[0] * engines, largest.interval95[1] * engines] } }),
  };
  const confirmed = { ...candidate, replicas, devices: replicas * size, sustainableRate };
  return describe(confirmed, question, lengths, price, point, figures, "simulation", replicas * size, simulation);
}

/** Which arrivals a deployment is confirmed under. */
export function arrivalsOf({ trace, arrivals }: PlanQuestion): PlannedSimulation["arrivals"] {
  return trace !== undefined ? "trace" : arrivals === undefined || arrivals.process === "poisson" ? "poisson" : "stated";
}

function engineWith({ engine }: Candidate, replicas: number): EngineModel {
  return { ...engine, plan: { ...engine.plan, dp: replicas } };
}

function requestOf(question: PlanQuestion, rate: number): SimulationRequest {
  const { trace, arrivals = { process: "poisson", rate_per_s: rate }, inputTokens, outputTokens, prefixHitTokens = 0, objective } = question;
  const load: ServerLoad = trace === undefined ? { mode: "open", arrivals: arrivalsAtRate(arrivals, rate) } : { mode: "trace", requests: traceAtRate(trace, rate) };
  return {
    load, inputTokens, outputTokens, prefixHitTokens,
    serviceLevel: { ttftSeconds: objective.ttftP95Seconds ?? Infinity, tpotSeconds: objective.tpotP95Seconds ?? Infinity },
    run: trace === undefined ? { requests: 6000, replications: 3 } : {},
  };
}

/** How far the percentiles are below their bounds, as a share of the bound that is nearest. */
function marginOf({ ttft, tpot, halfWidth95 }: ServerAnswer, { ttftP95Seconds = Infinity, tpotP95Seconds = Infinity }: Objective): Margin {
  const first = { distance: 1 - ttft.p95Seconds / ttftP95Seconds, halfWidth95: (halfWidth95?.ttft.p95Seconds ?? 0) / ttftP95Seconds };
  const further = { distance: 1 - tpot.p95Seconds / tpotP95Seconds, halfWidth95: (halfWidth95?.tpot.p95Seconds ?? 0) / tpotP95Seconds };
  return first.distance < further.distance ? first : further;
}

/** The largest rate that holds the objective: capacity in closed form brackets it, simulation decides. */
function largestOf(candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, replicas: number): ReturnType<typeof searchRate> {
  const engine = engineWith(candidate, replicas);
  const capacity = steadyOf(engine, { mode: "offline" }, lengths).requestsPerSecond * replicas;
  return searchRate(simulationOptions(engine, requestOf(question, question.ratePerSecond)), engine, capacity, { serviceLevel: {}, margin: (answer) => marginOf(answer, question.objective) }, 1);
}

/** From `first` upwards by a thirtieth, at least one. */
function fewestByThirtieths(first: number, most: number, holds: (count: number) => boolean): number | null {
  for (let count = first; count <= most; count += Math.max(1, Math.round(count * 0.03))) if (holds(count)) return count;
  return null;
}

/** The fewest in first … most that hold, where more hold what fewer do: upwards by doubled steps, then by halves. */
function fewest(first: number, most: number, holds: (count: number) => boolean): number | null {
  let failing = first - 1;
  let count = first;
  for (let step = 1; !holds(count); step *= 2) {
    if (count >= most) return null;
    failing = count;
    count = Math.min(most, count + step);
  }
  while (count - failing > 1) {
    const middle = (failing + count) >> 1;
    if (holds(middle)) count = middle;
    else failing = middle;
  }
  return count;
}

/** What one engine shows at a rate by simulation. */
function simulated(candidate: Candidate, question: PlanQuestion, rate: number, replicas: number, replications: number): Latencies {
  const { ttft, tpot, runningRequests } = simulateEngine({ ...candidate.engine, plan: { ...candidate.engine.plan, dp: 1 } }, {
    load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } },
    inputTokens: question.inputTokens, outputTokens: question.outputTokens, prefixHitTokens: question.prefixHitTokens ?? 0,
    run: { requests: 6000, replications },
  });
  return { ttft: ttft.meanSeconds, ttft95: ttft.p95Seconds, tpot: tpot.meanSeconds, tpot95: tpot.p95Seconds, running: runningRequests * replicas };
}

/**
 * The largest rate at which one engine holds the objective. The closed form, its percentiles corrected by what the simulation found
 * at the asked rate, says how far to look; one more simulation there, and a straight line of log time between the two, tell where the
 * first limit is reached.
 */
function sustained(candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, rate: number, point: OperatingPoint, at: Latencies): number {
  const { ttftP95Seconds: ttft = Infinity, tpotP95Seconds: tpot = Infinity } = question.objective;
  const corrected = { ttftP95Seconds: ttft * (point.ttftP95Seconds / at.ttft95), ...(at.tpot95 > 0 ? { tpotP95Seconds: tpot * (point.tpotP95Seconds / at.tpot95) } : {}) };
  const far = busiestPoint(() => candidate.engine, admissionLimit(candidate.engine, lengths), corrected, lengths, () => false, () => false)?.requestsPerSecond ?? 0;
  if (!(far > rate)) return rate;
  let beyond: Latencies;
  try {
    beyond = simulated(candidate, question, far, 1, 1);
  } catch (error) {
    if (error instanceof RidgepointError && error.code === "unstable") return rate;
    throw error;
  }
  const share = (limit: number, here: number, there: number): number => (there > limit ? Math.log(limit / here) / Math.log(there / here) : 1);
  return rate + (far - rate) * Math.min(share(ttft, at.ttft95, beyond.ttft95), share(tpot, at.tpot95, beyond.tpot95));
}
