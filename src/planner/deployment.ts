import { devicePower } from "../economics/power.ts";
import { cacheCapacityTokens } from "../memory/capacity.ts";
import { boundOf, modelPeak } from "../predict/figures.ts";
import { familiarityOf, levelInterval } from "../predict/intervals.ts";
import { memoryUse } from "../predict/static.ts";
import { RidgepointError } from "../quantities/errors.ts";
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
    const figures = simulated(candidate, question, rate, replicas, 3);
    if (within(figures, question.objective)) {
      const point = pointAtRate(candidate.engine, rate, candidate.busiest, lengths);
      const sustainableRate = sustained(candidate, question, lengths, rate, point, figures) * replicas;
      const confirmed = { ...candidate, replicas, devices: replicas * size, sustainableRate };
      return describe(confirmed, question, lengths, price, point, figures, "simulation", replicas * size);
    }
    replicas += Math.max(1, Math.round(replicas * 0.03));
  }
  return null;
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
  const found = busiestPoint(candidate.engine, corrected, lengths, () => false);
  const far = found === null || found === "useless" ? 0 : found.point.state.requestsPerSecond;
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
