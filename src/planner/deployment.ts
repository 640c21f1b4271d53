import { devicePower } from "../economics/power.ts";
import { cacheCapacityTokens } from "../memory/capacity.ts";
import { boundOf, modelPeak } from "../predict/figures.ts";
import { familiarityOf, levelAround } from "../predict/intervals.ts";
import { warningsOf } from "../predict/resolve.ts";
import { memoryUse } from "../predict/static.ts";
import { meanContext, type RequestLengths } from "../serving/steady.ts";
import { dispersionOf, traceRate } from "../workloads/trace/rate.ts";
import { pointAtRate, type OperatingPoint } from "./operating-point.ts";
import type { Candidate } from "./search.ts";
import type { Interval } from "../predict/types.ts";
import type { PlannedDeployment, PlanQuestion } from "./types.ts";

/** The figures of a candidate at the asked rate. */
export function deploymentOf(candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, price: number | undefined): PlannedDeployment {
  const { engine, replicas, devices } = candidate;
  const point = pointAtRate(engine, question.ratePerSecond / replicas, candidate.busiest, lengths);
  return describe(candidate, question, lengths, price, point, {
    ttft: point.ttftSeconds, ttft95: point.ttftP95Seconds, tpot: point.state.tpotSeconds, tpot95: point.tpotP95Seconds,
    running: point.state.running * replicas,
  }, "approximation", devices, undefined, poissonWarning(question));
}

/** Windows in which the bursts of a trace are measured. */
const burstSeconds = 10;

/** What to know of percentiles in closed form where the question's own arrivals are others than they are for. */
export function poissonWarning({ trace, arrivals, ratePerSecond }: PlanQuestion): string[] {
  if (trace !== undefined) {
    // In the trace's own time, which is stretched to the rate.
    const dispersion = dispersionOf(trace, (burstSeconds * ratePerSecond) / traceRate(trace));
    return [
      `unconfirmed deployments are for Poisson arrivals; counts in ${burstSeconds} s of the trace have ${dispersion.toPrecision(2)} times their variance: confirm them (--confirm) before they are believed`,
    ];
  }
  return arrivals === undefined || arrivals.process === "poisson" ? [] : ["unconfirmed deployments are for Poisson arrivals, not for those that were stated: confirm them (--confirm) before they are believed"];
}

/** Latencies of a deployment, approximate or simulated. */
export interface Latencies {
  readonly ttft: number;
  readonly ttft95: number;
  readonly tpot: number;
  readonly tpot95: number;
  readonly running: number;
}

/** A candidate with its figures at the asked rate. */
export function describe(
  candidate: Candidate, question: PlanQuestion, lengths: RequestLengths, price: number | undefined, point: OperatingPoint, figures: Latencies,
  method: PlannedDeployment["method"], devices: number, simulation?: PlannedDeployment["simulation"], warnings: readonly string[] = [],
): PlannedDeployment {
  const { base, engine, replicas } = candidate;
  const { state } = point;
  const rate = question.ratePerSecond;
  const outputRate = rate * lengths.outputTokens;
  const usage = Math.min(1, state.decoding);
  const watts = devices * (engine.machine.idleWatts + usage * (devicePower(state.step, engine.machine) - engine.machine.idleWatts));
  const capacity = cacheCapacityTokens(engine.capacity) * replicas;
  const familiarity = familiarityOf(engine, base.engine, base.own, state.running);
  const around = (value: number, level: "tpot" | "ttft" | "rate", inverse?: boolean): Interval => levelAround(value, level, familiarity, inverse);
  const usdPerHour = price === undefined ? undefined : price * devices;
  return {
    hardware: base.device.id, devices, plan: { ...engine.plan, dp: replicas }, precision: candidate.precision,
    runningBatch: figures.running, ttftSeconds: figures.ttft, ttftP95Seconds: figures.ttft95, tpotSeconds: figures.tpot, tpotP95Seconds: figures.tpot95,
    requestsPerSecond: rate, sustainableRequestsPerSecond: candidate.sustainableRate,
    outputTokensPerSecond: outputRate, outputTokensPerSecondPerDevice: outputRate / devices, outputTokensPerSecondPerUser: 1 / figures.tpot,
    mfu: state.flopsPerSecond / (engine.plan.pp * modelPeak(engine)),
    mbu: memoryUse(engine, state.decoding, meanContext(lengths), state.tpotSeconds),
    ...(Number.isFinite(capacity) ? { kvCapacityTokens: capacity } : {}),
    kvHeadroom: Math.max(0, 1 - (figures.running * meanContext(lengths)) / capacity),
    ...(usdPerHour === undefined ? {} : { usdPerHour, usdPerMillionOutputTokens: (usdPerHour / 3600 / outputRate) * 1e6 }),
    energyPerOutputTokenJoules: watts / outputRate,
    bound: boundOf(state.step),
    intervals90: {
      tpotSeconds: around(figures.tpot, "tpot"), tpotP95Seconds: around(figures.tpot95, "tpot"),
      ttftSeconds: around(figures.ttft, "ttft"), ttftP95Seconds: around(figures.ttft95, "ttft"),
      sustainableRequestsPerSecond: around(candidate.sustainableRate, "rate"),
      ...(usdPerHour === undefined ? {} : { usdPerHour: around(usdPerHour, "rate", true) }),
    },
    method, ...(simulation === undefined ? {} : { simulation }), warnings: [...warningsOf(base, engine), ...warnings],
  };
}
