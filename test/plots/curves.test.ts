import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQueue } from "../../src/queueing/answer.ts";
import { memoryOf } from "../../src/predict/memory.ts";
import { predict } from "../../src/predict/serving.ts";
import { simulate } from "../../src/predict/simulate.ts";
import {
  batchCurve, capacityCurves, costCurve, loadCurve, overlapSpans, pipelineSpans, queueCurves, requestSpans, roofsOf, serverCurves, waitCurves,
} from "../../src/plots/index.ts";
import { explain } from "../../src/predict/explain.ts";
import type { Scenario } from "../../src/predict/types.ts";

const scenario: Scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "fp8" }, plan: { tp: 2 }, inputTokens: 1024, outputTokens: 128,
  load: { mode: "static", batch: 16 },
};
const explanation = explain(scenario);
const curve = loadCurve(scenario, { ratesPerSecond: [2, 20] });

describe("loadCurve", () => {
  it("is what predict says at each rate, up to the rate that predict refuses", () => {
    const [first] = curve.points;
    expect(first!.prediction).toEqual(predict({ ...scenario, load: { mode: "open", ratePerSecond: 2 } }));
    const beyond = { ...scenario, load: { mode: "open" as const, ratePerSecond: curve.saturationRequestsPerSecond * 1.001 } };
    expect(() => predict(beyond, { method: "closed-form" })).toThrow(/capacity/);
  });

  it("leaves out rates at or above saturation", () => {
    const { saturationRequestsPerSecond: most } = curve;
    expect(loadCurve(scenario, { ratesPerSecond: [2, most, 10 * most] }).points.map(({ ratePerSecond }) => ratePerSecond)).toEqual([2]);
  });
});

describe("capacityCurves", () => {
  it("are memoryOf's counts, and fall with the context", () => {
    const question = { model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "bf16" as const } };
    const [own, fp8] = capacityCurves(question);
    expect([own!.name, fp8!.name]).toEqual(["bf16", "bf16, fp8 cache"]);
    for (const { contextTokens, requests } of own!.points) expect(requests).toBe(memoryOf({ ...question, inputTokens: contextTokens - 1, outputTokens: 1 }).maxConcurrency);
    own!.points.forEach(({ requests }, i) => expect(i === 0 || requests <= own!.points[i - 1]!.requests).toBe(true));
    expect(fp8!.kvBytesPerToken).toBe(own!.kvBytesPerToken / 2);
  });

  it("nothing that fits is the error of memoryOf; no device is one of its own", () => {
    expect(() => capacityCurves({ model: "meta-llama/Llama-3.1-70B", hardware: "l4", precision: { weights: "bf16" } })).toThrow(expect.objectContaining({ code: "infeasible" }));
    expect(() => capacityCurves({ model: "meta-llama/Llama-3.1-8B", precision: { weights: "bf16" } })).toThrow(expect.objectContaining({ code: "missing-field" }));
  });
});

describe("costCurve", () => {
  const { points, api, usdPerHour, capacityRequestsPerSecond } = costCurve(scenario, { api: { usdPerMillionInputTokens: 0.05, usdPerMillionOutputTokens: 0.08 } });

  it("costs the same in all at any use: c(u)·u is constant, and at full use the offline price", () => {
    const { values } = predict({ ...scenario, load: { mode: "offline" } });
    for (const { utilisation, usdPerMillionTokens } of points) expect(usdPerMillionTokens * utilisation).toBeCloseTo(values.usdPerMillionTokens!, 9);
    expect(usdPerHour / 3600 / capacityRequestsPerSecond / 1152 * 1e6).toBeCloseTo(points.at(-1)!.usdPerMillionTokens, 9);
  });

  it("breaks even where the curve meets the API's price, and so do the ends of its interval", () => {
    const at = (u: number): number => points.at(-1)!.usdPerMillionTokens / u;
    expect(at(api!.breakEvenUtilisation)).toBeCloseTo(api!.usdPerMillionTokens, 9);
    const [low, high] = api!.breakEvenInterval90;
    expect(low < api!.breakEvenUtilisation && api!.breakEvenUtilisation < high).toBe(true);
    expect(api!.usdPerMillionTokens).toBeCloseTo((1024 * 0.05 + 128 * 0.08) / 1152, 12);
  });
});

describe("batchCurve", () => {
  it("is predict of static batches", () => {
    expect(batchCurve(scenario, { batches: [4] })[0]!.prediction).toEqual(predict({ ...scenario, load: { mode: "static", batch: 4 } }));
  });
});

describe("roofsOf", () => {
  it("has the peaks of the formats in use and every tier, fastest first", () => {
    const { compute, bandwidth } = roofsOf(scenario);
    expect(compute.map(({ name }) => name)).toEqual(["FP8", "BF16"]);
    expect(bandwidth.map(({ kind }) => kind)).toEqual(["cache", "memory", "link", "link"]);
    // NVIDIA H100 SXM datasheet: 3.35 TB/s, 1,979 TFLOP/s dense FP8.
    expect(bandwidth[1]!.bytesPerSecond).toBeCloseTo(3.35e12, -10);
    expect(compute[0]!.flopsPerSecond / 1979e12).toBeCloseTo(1, 3);
  });
});

describe("waitCurves", () => {
  const queue = { kind: "queue", arrivals: { process: "poisson", rate_per_s: 4 }, discipline: "fcfs", service: { dist: "exponential", mean: 0.2 } };

  it("M/M/1: P(W > t) = ρ·exp(−(μ − λ)t)", () => {
    const [wait, sojourn] = waitCurves(queue);
    for (const { seconds, probability } of wait!.points) expect(probability).toBeCloseTo(0.8 * Math.exp(-seconds), 9);
    for (const { seconds, probability } of sojourn!.points) expect(probability).toBeCloseTo(Math.exp(-seconds), 9);
  });

  it("the percentiles are those of the answer", () => {
    const service = { dist: "deterministic", value: 0.2 };
    const { values } = answerQueue({ ...queue, service });
    const [wait] = waitCurves({ ...queue, service });
    expect(wait!.percentiles.map(({ seconds }) => seconds)).toEqual(["p50", "p90", "p95", "p99"].map((label) => expect.closeTo(values[`${label}_wait_s`] as number, 9)));
    expect(queueCurves({ values })[0]!.percentiles.map(({ seconds }) => seconds)).toEqual(["p50", "p90", "p95", "p99"].map((label) => values[`${label}_wait_s`]));
  });

  it("other disciplines have the percentiles of their answer, with confidence intervals where they were simulated", () => {
    const shared = { ...queue, discipline: "processor-sharing" };
    const { values } = answerQueue(shared);
    const sojourn = waitCurves(shared).find(({ name }) => name === "wait and service");
    expect(sojourn!.percentiles.map(({ seconds }) => seconds)).toEqual(["p50", "p90", "p95", "p99"].map((label) => values[`${label}_sojourn_s`]));
    const [simulated] = queueCurves({ values: { p90_wait_s: 2, p_wait: 0.5 }, ci95: { p90_wait_s: [1.9, 2.1] } });
    expect(simulated!.points).toEqual([{ seconds: 0, probability: 0.5 }, expect.objectContaining({ seconds: 2, interval95: [1.9, 2.1] })]);
  });

  it("an answer without percentiles has no curve", () => {
    expect(queueCurves({ values: { mean_wait_s: 1 } })).toEqual([]);
  });
});

describe("simulated servers", () => {
  const answer = simulate(
    { ...scenario, load: { mode: "trace", requests: Array.from({ length: 20 }, (_, i) => ({ arrivalSeconds: i * 0.05, inputTokens: 500 + i, outputTokens: 20 })) } }, { keepRequests: true },
  );

  it("a request waits, computes its prompt, answers: spans follow each other from its arrival to its last token", () => {
    const { requests } = answer;
    const spans = requestSpans(requests!, 5);
    for (let i = 0; i < 5; i++) {
      const own = spans.filter(({ lane }) => lane === `request ${i + 1}`);
      expect(own[0]!.startSeconds).toBe(requests!.arrivalSeconds[i]);
      expect(own.at(-1)!.endSeconds).toBe(requests!.lastTokenSeconds[i]);
      own.forEach((span, k) => expect(k === 0 || span.startSeconds === own[k - 1]!.endSeconds).toBe(true));
    }
  });

  it("curves hold the run's percentiles", () => {
    expect(serverCurves(answer).map(({ name, percentiles }) => [name, percentiles[3]!.seconds])).toEqual([
      ["wait in the queue", answer.queue.p99Seconds], ["time to first token", answer.ttft.p99Seconds], ["whole request", answer.request.p99Seconds],
    ]);
  });
});

describe("spans", () => {
  it("a pipeline of equal stages takes (m + p − 1) turns, and nobody does two things at once", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 12 }), (stages, microBatches) => {
      const spans = pipelineSpans({ stageSeconds: new Array<number>(stages).fill(2), microBatches });
      expect(Math.max(...spans.map(({ endSeconds }) => endSeconds))).toBe(2 * (microBatches + stages - 1));
      for (const lane of new Set(spans.map((span) => span.lane))) {
        const own = spans.filter((span) => span.lane === lane);
        own.forEach((span, i) => expect(i === 0 || span.startSeconds >= own[i - 1]!.endSeconds).toBe(true));
      }
    }), { seed: 1, numRuns: 60 });
  });

  it("a bad pipeline is refused by its field", () => {
    for (const [pipeline, path] of [[{ stageSeconds: [], microBatches: 1 }, "stageSeconds"], [{ stageSeconds: [1, Number.NaN], microBatches: 1 }, "stageSeconds"], [{ stageSeconds: [1], microBatches: 0.5 }, "microBatches"], [{ stageSeconds: [1], microBatches: 1, transferSeconds: -1 }, "transferSeconds"]] as const) {
      expect(() => pipelineSpans(pipeline)).toThrow(expect.objectContaining({ code: "invalid-value", details: expect.objectContaining({ path }) }));
    }
  });

  it("a layer's operators follow each other in the order of the step, and nothing is busier than its operator is long", () => {
    const [step] = explanation.steps;
    const spans = overlapSpans(step!, roofsOf(scenario));
    const operators = spans.filter(({ lane }) => lane === "operator");
    expect(operators[0]!.label).toBe("embedding");
    operators.forEach((span, i) => expect(i === 0 || Math.abs(span.startSeconds - operators[i - 1]!.endSeconds) < 1e-12).toBe(true));
    expect(operators.at(-1)!.endSeconds * 32).toBeCloseTo(step!.seconds, 9);
    for (const span of spans) expect(operators.some((o) => span.startSeconds >= o.startSeconds - 1e-12 && span.endSeconds <= o.endSeconds + 1e-12)).toBe(true);
  });
});
