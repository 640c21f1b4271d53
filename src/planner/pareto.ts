import { admissionLimit, steadyState, type RequestLengths } from "../serving/steady.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { Precisions } from "../deployments/types.ts";
import { levelAround, type Familiarity } from "../predict/intervals.ts";
import type { ParetoPoint } from "./types.ts";

/** Points of one engine shape on the trade of throughput against speed: concurrency doubles from 1 to what it holds. */
export function tradePoints(engine: EngineModel, familiarity: Familiarity, precision: Precisions, lengths: RequestLengths): ParetoPoint[] {
  const { plan, machine } = engine;
  const size = plan.tp * plan.pp * plan.attentionDp;
  const limit = Math.min(admissionLimit(engine, lengths), 4096);
  const points: ParetoPoint[] = [];
  for (let concurrency = 1; concurrency <= limit; concurrency *= 2) {
    const state = steadyState(engine, concurrency, lengths);
    if (!(state.tpotSeconds > 0)) continue;
    const outputTokensPerSecondPerDevice = (state.requestsPerSecond * lengths.outputTokens) / size;
    const outputTokensPerSecondPerUser = 1 / state.tpotSeconds;
    points.push({
      hardware: machine.id, devices: size, plan, precision, concurrency, outputTokensPerSecondPerDevice, outputTokensPerSecondPerUser,
      intervals90: {
        outputTokensPerSecondPerDevice: levelAround(outputTokensPerSecondPerDevice, "rate", familiarity),
        outputTokensPerSecondPerUser: levelAround(outputTokensPerSecondPerUser, "tpot", familiarity, true),
      },
    });
  }
  return points;
}

/** The points that no other point beats in both directions, fastest user first. */
export function paretoSet(points: readonly ParetoPoint[]): ParetoPoint[] {
  const sorted = [...points].sort((a, b) =>
    b.outputTokensPerSecondPerUser - a.outputTokensPerSecondPerUser || b.outputTokensPerSecondPerDevice - a.outputTokensPerSecondPerDevice);
  const front: ParetoPoint[] = [];
  let best = 0;
  for (const point of sorted) {
    if (point.outputTokensPerSecondPerDevice <= best) continue;
    best = point.outputTokensPerSecondPerDevice;
    front.push(point);
  }
  return front;
}
