import type { BatchPoint, CapacityCurve, CostCurve, LoadCurve, MeasuredPoint, ParetoData, Roofs } from "../../src/plots/index.ts";
import type { ExplainedOperator, ExplainedStep, Lever } from "../../src/predict/explain-types.ts";
import type { MemoryAnswer } from "../../src/predict/memory.ts";
import type { Prediction } from "../../src/predict/types.ts";
import type { Plan } from "../../src/deployments/types.ts";

/** Results as the library returns them, with round figures that no calibration moves: what snapshots are of. */

function operator(order: number, name: string, kind: ExplainedOperator["kind"], roof: ExplainedOperator["roof"], work: readonly [seconds: number, launch: number, flops: number, bytes: number]): Omit<ExplainedOperator, "share"> {
  const [seconds, launchSeconds, flops, bytes] = work;
  return { order, name, kind, layers: name === "host" ? 1 : 32, seconds, launchSeconds, flops, bytes, messageBytes: kind === "collective" ? 1e6 : 0, roof, workRoof: roof, idealSeconds: seconds / 2, efficiency: 0.5, ...(kind === "host" ? {} : { interval90: [seconds / 1.2, seconds * 1.2] }) };
}

function step(phase: ExplainedStep["phase"], what: string, operators: readonly Omit<ExplainedOperator, "share">[], byRoof: ExplainedStep["byRoof"]): ExplainedStep {
  const seconds = operators.reduce((sum, part) => sum + part.seconds, 0);
  return { phase, what, seconds, interval90: [seconds / 1.25, seconds * 1.25], byRoof, efficiency: 0.5, operators: operators.map((part) => ({ ...part, share: part.seconds / seconds })) };
}

export const steps: readonly ExplainedStep[] = [
  step("prefill", "one prompt, 1024 new tokens", [
    operator(2, "feed-forward.up", "gemm", "compute", [0.02, 0, 1.2e13, 4e9]), operator(3, "tensor-parallel.all-reduce", "collective", "link", [0.01, 0, 0, 0]),
    operator(0, "attention.qkv", "gemm", "compute", [0.006, 0.001, 3e12, 1.5e9]), operator(1, "norms", "elementwise", "memory", [0.003, 0.0005, 0, 5e9]), operator(4, "host", "host", "host", [0.001, 0, 0, 0]),
  ], { compute: 0.025, memory: 0.0025, link: 0.01, launch: 0.0015, host: 0.001 }),
  step("decode", "16 requests", [
    operator(2, "feed-forward.up", "gemm", "memory", [0.004, 0.0005, 2e11, 4e9]), operator(0, "attention.qkv", "gemm", "memory", [0.002, 0.0005, 5e10, 1.5e9]),
    operator(4, "host", "host", "host", [0.001, 0, 0, 0]), operator(1, "norms", "elementwise", "launch", [0.0008, 0.0007, 0, 2e7]), operator(3, "tensor-parallel.all-reduce", "collective", "link", [0.0006, 0, 0, 0]),
  ], { compute: 0, memory: 0.0051, link: 0.0006, launch: 0.0017, host: 0.001 }),
];

export const levers: readonly Lever[] = [
  { name: "memory bandwidth", effect: { ttft: -0.1, tpot: -0.7, throughput: 0.6 } }, { name: "matrix FLOP/s", effect: { ttft: -0.8, tpot: -0.05, throughput: 0.2 } },
  { name: "power limit", effect: { ttft: 0, tpot: 0.02, throughput: -0.02 } }, { name: "memory capacity", effect: { ttft: 0, tpot: 0, throughput: 0 } },
];

export const roofs: Roofs = {
  hardware: "some-device", compute: [{ name: "FP8", flopsPerSecond: 2e15 }, { name: "BF16", flopsPerSecond: 1e15 }],
  bandwidth: [{ name: "L2 cache", bytesPerSecond: 7e12, kind: "cache" }, { name: "HBM3", bytesPerSecond: 3e12, kind: "memory" }, { name: "host link", bytesPerSecond: 6e10, kind: "link" }],
};

const about = (value: number, factor: number): readonly [number, number] => [value / factor, value * factor];
const predicted = (values: Prediction["values"], intervals90: Prediction["intervals90"]): Prediction => ({ values, intervals90, bound: "hbm", warnings: [], method: "simulation" });

export const load: LoadCurve = {
  saturationRequestsPerSecond: 20,
  points: [[2, 0.05], [10, 0.1], [18, 0.4]].map(([ratePerSecond, seconds]) => ({
    ratePerSecond: ratePerSecond!,
    prediction: predicted(
      { ttftP50Seconds: seconds! * 0.6, ttftP90Seconds: seconds! * 0.9, ttftP95Seconds: seconds!, ttftP99Seconds: seconds! * 1.4 }, { ttftP95Seconds: about(seconds!, 2) },
    ),
  })),
};

const plan = (tp: number): Plan => ({ tp, pp: 1, ep: 1, dp: 1, cp: 1, attentionDp: 1 }) as Plan;
const precision = { weights: "fp8" } as const;

export const answer: ParetoData = {
  pareto: [["fast", 4, 1, 200, 100], ["fast", 4, 4, 150, 400], ["large", 1, 16, 60, 1500], ["large", 1, 64, 30, 3000]].map(([hardware, tp, concurrency, user, device]) => ({
    hardware: hardware as string, devices: tp as number, plan: plan(tp as number), precision, concurrency: concurrency as number,
    outputTokensPerSecondPerUser: user as number, outputTokensPerSecondPerDevice: device as number,
    intervals90: { outputTokensPerSecondPerUser: about(user as number, 1.2), outputTokensPerSecondPerDevice: about(device as number, 1.3) },
  })),
  deployments: [{
    hardware: "large", devices: 2, plan: plan(2), precision, outputTokensPerSecondPerDevice: 300, outputTokensPerSecondPerUser: 40, intervals90: { tpotSeconds: about(1 / 40, 1.3) },
  }],
};

export const memory: MemoryAnswer = {
  parameters: 70e9, activeParameters: 70e9, mtpParameters: 0, visionParameters: 0, weightsBytes: 140e9, kvBytesPerToken: 3e5, kvBytesPerRequest: 3e8, stateBytesPerRequest: 0, activationBytes: 1e9,
  memoryBytesPerDevice: 80 * 2 ** 30, usableBytesPerDevice: 72 * 2 ** 30, reservedBytesPerDevice: 2 * 2 ** 30,
  stages: [36, 35].map((gibibytes, stage) => ({ stage, layers: 40, weightsBytes: gibibytes * 2 ** 30, cache: {} as never })),
};

export const capacities: readonly CapacityCurve[] = [
  { precision: { weights: "bf16" }, name: "bf16", kvBytesPerToken: 2e5, kvCapacityTokens: 4e5, points: [[4096, 90], [32768, 12], [131072, 3]].map(([contextTokens, requests]) => ({ contextTokens: contextTokens!, requests: requests! })) },
  { precision: { weights: "fp8" }, name: "fp8", kvBytesPerToken: 1e5, points: [[4096, 200], [32768, 25], [262144, 3]].map(([contextTokens, requests]) => ({ contextTokens: contextTokens!, requests: requests! })) },
];

export const costs: CostCurve = {
  usdPerHour: 20, capacityRequestsPerSecond: 10, api: { usdPerMillionTokens: 0.8, breakEvenUtilisation: 0.5, breakEvenInterval90: [0.4, 0.62] },
  points: [0.02, 0.1, 0.25, 0.5, 0.75, 1].map((utilisation) => ({ utilisation, usdPerMillionTokens: 0.4 / utilisation, interval90: [0.32 / utilisation, 0.5 / utilisation] })),
};

export const batches: readonly BatchPoint[] = [[1, 3], [8, 0.6], [64, 0.2]].map(([batch, joules]) => ({
  batch: batch!, prediction: predicted({ energyPerOutputTokenJoules: joules! }, { energyPerOutputTokenJoules: about(joules!, 1.4) }),
}));

/** Measured and predicted, with one outside its interval. */
export const measured: readonly MeasuredPoint[] = [
  { measured: 0.01, predicted: 0.011, interval90: [0.009, 0.013], group: "A", name: "first" },
  { measured: 0.05, predicted: 0.04, interval90: [0.036, 0.045], group: "B", name: "second" },
  { measured: 0.2, predicted: 0.21, interval90: [0.18, 0.24], group: "A" },
];
