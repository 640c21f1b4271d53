import { devicePower } from "../economics/power.ts";
import { cacheCapacityTokens } from "../memory/capacity.ts";
import { boundOf, modelPeak } from "../predict/figures.ts";
import { familiarityOf, levelInterval } from "../predict/intervals.ts";
import { memoryUse } from "../predict/static.ts";
import { simulateEngine } from "../serving/simulated.ts";
import { meanContext, type RequestLengths } from "../serving/steady.ts";
import { busiestPoint, pointAtRate, type OperatingPoint } from "./operating-point.ts";
import type { Candidate } from "./search.ts";
import type { Interval } from "../predict/types.ts";
import type { Objective, PlannedDeployment, PlanQuestion } from "./types.ts";

/** The figures of a candidate at the asked rate. */
export function deploymentOf(candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, price: number | undefined): PlannedDeployment {
  const { engine, replicas, devices } = candidate;
  const point = pointAtRate(engine, question.ratePerSecond / replicas, candidate.busiest, lengths);
  return describe(candidate, question, lengths, price, point, {
    ttft: point.ttftSeconds, ttft95: point.ttftP95Seconds, tpot: point.state.tpotSeconds, tpot95: point.tpotP95Seconds,
    running: point.state.running * replicas,
  }, "approximation", devices);
}

/**
 * Checks a deployment with the simulator and adds replicas until the objective holds there too (at most a quarter more, at
 * least four). Poisson arrivals split at random stay Poisson, so one engine at its share of the rate stands for all.
 */
export function confirm(candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, price: number | undefined): PlannedDeployment | null {
  const size = candidate.devices / candidate.replicas;
  const most = candidate.replicas + Math.max(4, Math.ceil(candidate.replicas / 4));
  let replicas = candidate.replicas;
  while (replicas <= most) {
    const rate = question.ratePerSecond / replicas;
    const answer = simulateEngine({ ...candidate.engine, plan: { ...candidate.engine.plan, dp: 1 } }, {
      load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } },
      inputTokens: question.inputTokens, outputTokens: question.outputTokens, prefixHitTokens: question.prefixHitTokens ?? 0,
      run: { requests: 6000, replications: 3 },
    });
    const figures = {
      ttft: answer.ttft.meanSeconds, ttft95: answer.ttft.p95Seconds, tpot: answer.tpot.meanSeconds, tpot95: answer.tpot.p95Seconds,
      running: answer.runningRequests * replicas,
    };
    if (within(figures, question.objective)) {
      const point = pointAtRate(candidate.engine, rate, candidate.busiest, lengths);
      const sustainableRate = Math.max(rate, sustained(candidate, question.objective, lengths, point, figures)) * replicas;
      const confirmed = { ...candidate, replicas, devices: replicas * size, sustainableRate };
      return describe(confirmed, question, lengths, price, point, figures, "simulation", replicas * size);
    }
    replicas += Math.max(1, Math.round(replicas * 0.03));
  }
  return null;
}

/**
 * The largest rate at which one engine holds the objective: of the closed form, corrected by what the simulation found at the asked
 * rate. Each percentile of the closed form is taken to be off by the same factor at the rates beside.
 */
function sustained(candidate: Candidate, objective: Objective, lengths: RequestLengths, point: OperatingPoint, { ttft95, tpot95 }: Latencies): number {
  const found = busiestPoint(candidate.engine, {
    ...(objective.ttftP95Seconds === undefined ? {} : { ttftP95Seconds: objective.ttftP95Seconds * (point.ttftP95Seconds / ttft95) }),
    ...(objective.tpotP95Seconds === undefined || !(tpot95 > 0) ? {} : { tpotP95Seconds: objective.tpotP95Seconds * (point.tpotP95Seconds / tpot95) }),
  }, lengths, () => false);
  return found === null || found === "useless" ? 0 : found.point.state.requestsPerSecond;
}

interface Latencies {
  readonly ttft: number;
  readonly ttft95: number;
  readonly tpot: number;
  readonly tpot95: number;
  readonly running: number;
}

function within(figures: Latencies, objective: Objective): boolean {
  return !(figures.ttft95 > (objective.ttftP95Seconds ?? Infinity)) && !(figures.tpot95 > (objective.tpotP95Seconds ?? Infinity));
}

function describe(
  candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, price: number | undefined, point: OperatingPoint, figures: Latencies,
  method: PlannedDeployment["method"], devices: number,
): PlannedDeployment {
  const { base, engine, replicas } = candidate;
  const { state } = point;
  const rate = question.ratePerSecond;
  const outputRate = rate * lengths.outputTokens;
  const usage = Math.min(1, state.decoding);
  const watts = devices * (engine.machine.idleWatts + usage * (devicePower(state.step, engine.machine) - engine.machine.idleWatts));
  const capacity = cacheCapacityTokens(engine.capacity) * replicas;
  const familiarity = familiarityOf(engine, base.engine, base.own);
  const around = (value: number, level: "tpot" | "ttft" | "rate"): Interval => {
    const [low, high] = levelInterval(level, familiarity);
    // Devices, and so dollars an hour, fall where throughput grows.
    return level === "rate" ? [value * Math.exp(-high), value * Math.exp(-low)] : [value * Math.exp(low), value * Math.exp(high)];
  };
  const usdPerHour = price === undefined ? undefined : price * devices;
  return {
    hardware: base.device.id, devices, plan: { ...engine.plan, dp: replicas }, precision: candidate.precision,
    runningBatch: figures.running, ttftSeconds: figures.ttft, ttftP95Seconds: figures.ttft95, tpotSeconds: figures.tpot, tpotP95Seconds: figures.tpot95,
    requestsPerSecond: rate, sustainableRequestsPerSecond: candidate.sustainableRate,
    outputTokensPerSecond: outputRate, outputTokensPerSecondPerDevice: outputRate / devices, outputTokensPerSecondPerUser: 1 / figures.tpot,
    mfu: state.flopsPerSecond / (engine.plan.pp * modelPeak(engine)),
    mbu: memoryUse(engine, state.decoding, meanContext(lengths), state.tpotSeconds),
    kvCapacityTokens: capacity,
    kvHeadroom: Math.max(0, 1 - (figures.running * meanContext(lengths)) / capacity),
    ...(usdPerHour === undefined ? {} : { usdPerHour, usdPerMillionOutputTokens: (usdPerHour / 3600 / outputRate) * 1e6 }),
    energyPerOutputTokenJoules: watts / outputRate,
    bound: boundOf(state.step),
    intervals90: {
      tpotSeconds: around(figures.tpot, "tpot"), ttftSeconds: around(figures.ttft, "ttft"),
      ...(usdPerHour === undefined ? {} : { usdPerHour: around(usdPerHour, "rate") }),
    },
    method, warnings: base.warnings,
  };
}
