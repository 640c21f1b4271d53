import { describe, expect, it } from "vitest";
import { answerServing } from "../../src/contract/serving.ts";
import { largestConcurrencyOf, largestRateOf, predict, type Scenario, type ServingFigure, simulate } from "../../src/index.ts";
import { createStream } from "../../src/numerics/random.ts";
import type { TraceRequest } from "../../src/workloads/types.ts";

const scenario: Scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "fp8" }, load: { mode: "open", ratePerSecond: 2 },
  inputTokens: { dist: "tokens-geometric", mean: 512 }, outputTokens: { dist: "tokens-geometric", mean: 128 },
};
const at = (ratePerSecond: number): Scenario => ({ ...scenario, load: { mode: "open", ratePerSecond } });
const level = { ttftSeconds: 0.5, tpotSeconds: 0.04 };

/** Requests with lengths as the scenario's, half of them in bursts of ten. */
function bursty(count: number, rate: number): TraceRequest[] {
  const stream = createStream(5);
  let now = 0;
  return Array.from({ length: count }, (_, i) => {
    if (i % 20 >= 10 || i % 20 === 0) now += (20 / 11) * stream.exponential() / rate;
    return { arrivalSeconds: now, inputTokens: 1 + stream.integer(1000), outputTokens: 1 + stream.integer(250), session: i % 7 };
  });
}

describe("goodput under a service level", () => {
  it("is at most the throughput, and the share inside times it", () => {
    for (const load of [{ mode: "open", ratePerSecond: 6 }, { mode: "closed", concurrency: 60 }, { mode: "trace", requests: bursty(1000, 4) }] as const) {
      const { values, intervals90 } = predict({ ...scenario, load }, { serviceLevel: level });
      const { attainment = NaN, goodputRequestsPerSecond = NaN, requestsPerSecond = NaN } = values;
      expect(attainment).toBeGreaterThan(0);
      expect(attainment).toBeLessThanOrEqual(1);
      expect(goodputRequestsPerSecond).toBeLessThanOrEqual(requestsPerSecond);
      expect(goodputRequestsPerSecond / (attainment * requestsPerSecond)).toBeCloseTo(1, 1);
      const [low, high] = intervals90.attainment!;
      expect(low).toBeLessThanOrEqual(attainment);
      expect(high).toBeGreaterThanOrEqual(attainment);
    }
  });

  it("rises with the bounds, and is all of it without any in reach", () => {
    const goodputs = [0.1, 0.2, 0.4, 1e3].map((ttftSeconds) => predict(at(6), { serviceLevel: { ttftSeconds } }).values);
    for (let i = 1; i < goodputs.length; i++) expect(goodputs[i]!.attainment).toBeGreaterThanOrEqual(goodputs[i - 1]!.attainment!);
    expect(goodputs[0]!.attainment).toBeLessThan(1);
    expect(goodputs[3]!.goodputRequestsPerSecond).toBe(goodputs[3]!.requestsPerSecond);
  });

  it("falls to nothing where a trace is far above the capacity", () => {
    const share = (rate: number): number => predict({ ...scenario, load: { mode: "trace", requests: bursty(4000, rate) } }, { serviceLevel: { ttftSeconds: 0.5 } }).values.attainment!;
    expect(share(3)).toBeGreaterThan(0.8);
    expect(share(100)).toBeLessThan(0.05);
  });

  it("is absent where nothing is simulated, with a warning, and a bad bound is refused", () => {
    const still = predict({ ...scenario, load: { mode: "static", batch: 4 } }, { serviceLevel: level });
    expect(still.values.attainment).toBeUndefined();
    expect(still.warnings.join()).toContain("service level");
    expect(predict(scenario).values.attainment).toBeUndefined();
    expect(() => predict(scenario, { serviceLevel: { ttftSeconds: -1 } })).toThrow(/serviceLevel.ttftSeconds = -1/);
  });
});

describe("how exactly a load was simulated", () => {
  it("every simulated figure has a confidence interval, and the gaps have percentiles", () => {
    const { values, simulation } = predict(at(4), { serviceLevel: level });
    const latencies = (["ttft", "tpot", "itl", "request"] as const).flatMap((name) => (["", "P50", "P90", "P95", "P99"] as const).map((p): ServingFigure => `${name}${p}Seconds`));
    for (const figure of [...latencies, "requestsPerSecond", "outputTokensPerSecond", "totalTokensPerSecond", "runningBatch", "attainment", "goodputRequestsPerSecond"] as const) {
      expect(values[figure], figure).toBeGreaterThan(0);
      expect(simulation!.halfWidths95![figure], figure).toBeGreaterThanOrEqual(0);
    }
    expect(values.itlP50Seconds).toBeLessThanOrEqual(values.itlP90Seconds!);
    expect(values.itlP90Seconds).toBeLessThanOrEqual(values.itlP99Seconds!);
    expect(predict(at(4), { method: "closed-form" }).simulation).toBeUndefined();
  });

  it("runs until a precision is reached, or warns", () => {
    const { values, simulation, warnings } = predict(at(2), { run: { precision: 0.05 } });
    for (const figure of ["ttftSeconds", "ttftP99Seconds", "tpotP95Seconds", "requestP50Seconds"] as const) {
      expect(simulation!.halfWidths95![figure]! / values[figure]!).toBeLessThanOrEqual(0.05);
    }
    expect(warnings.join()).not.toContain("precision");
    const short = predict(at(2), { run: { precision: 0.001, requests: 1000, maximumRequests: 2000 } });
    expect(short.warnings.join()).toContain("run.precision = 0.001 is not reached");
  });

  it("same seed, same answer; another seed, another within the intervals", () => {
    expect(predict(at(4), { run: { seed: 3 } })).toEqual(predict(at(4), { run: { seed: 3 } }));
    const [one, other] = [predict(at(4), { run: { seed: 3 } }), predict(at(4), { run: { seed: 4 } })];
    expect(one.values.ttftSeconds).not.toBe(other.values.ttftSeconds);
    const apart = Math.abs(one.values.ttftSeconds! - other.values.ttftSeconds!);
    expect(apart).toBeLessThan(2 * (one.simulation!.halfWidths95!.ttftSeconds! + other.simulation!.halfWidths95!.ttftSeconds!));
  });

  it("the contract has it as ci95", () => {
    const result = answerServing({
      kind: "serving", model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "fp8" }, load: { mode: "open", rate_per_s: 2 }, input_tokens: 512, output_tokens: 128,
      service_level: { ttft_s: 0.5, tpot_s: 0.04 }, router: "random", plan: { dp: 2 },
    });
    const { values, ci95 } = result as unknown as { readonly values: Record<string, number>; readonly ci95: Record<string, [number, number]> };
    for (const name of ["ttft_s", "itl_p95_s", "goodput_requests_per_s", "attainment"]) {
      expect(ci95[name]![0]).toBeLessThanOrEqual(values[name]!);
      expect(ci95[name]![1]).toBeGreaterThanOrEqual(values[name]!);
    }
  });
});

describe("a trace", () => {
  it("is predicted from its own lengths, as simulate does it", () => {
    const load = { mode: "trace", requests: bursty(1000, 2) } as const;
    const one = predict({ ...scenario, load });
    expect(one.values).toEqual(predict({ ...scenario, load, inputTokens: 7, outputTokens: 7 }).values);
    expect(one.values.ttftP95Seconds).toBe(simulate({ ...scenario, load }).ttft.p95Seconds);
    expect(one.simulation).toMatchObject({ requests: 1000, replications: 1 });
  });
});

describe("routers of a deployment", () => {
  const four = { ...at(20), plan: { dp: 4 } } as const;
  it("the shortest queue beats chance; sessions need sessions", () => {
    const ttft = (router: NonNullable<Scenario["router"]>): number => predict({ ...four, router }).values.ttftP95Seconds!;
    expect(ttft("join-shortest-queue")).toBeLessThan(ttft("random"));
    expect(predict({ ...four, router: "round-robin" })).toEqual(predict(four));
    expect(() => predict({ ...four, router: "session-affinity" })).toThrow(/needs the users/);
    expect(predict({ ...four, router: "session-affinity", load: { mode: "closed", concurrency: 20 } }).values.ttftSeconds).toBeGreaterThan(0);
  });
});

describe("the largest rate of a scenario", () => {
  const inside = { ...level, fraction: 0.95 };
  const found = largestRateOf(scenario, inside);
  it("holds the level, and a little more does not", () => {
    const share = (rate: number): number => simulate(at(rate), { serviceLevel: inside, run: { requests: 60_000, seed: 9 } }).attainment;
    const [low, high] = found.interval95;
    expect(low).toBeLessThanOrEqual(found.requestsPerSecond);
    expect(high).toBeGreaterThanOrEqual(found.requestsPerSecond);
    expect((high - low) / found.requestsPerSecond).toBeLessThan(0.15);
    expect(found.attainment).toBeGreaterThanOrEqual(0.95);
    expect(share(0.95 * low)).toBeGreaterThan(0.95);
    expect(share(1.05 * high)).toBeLessThan(0.95);
  });

  it("is the same for the same seed, rises with the level, and with devices", () => {
    expect(largestRateOf(scenario, inside)).toEqual(found);
    expect(largestRateOf(scenario, { ...inside, tpotSeconds: 0.03 }).requestsPerSecond).toBeLessThan(found.requestsPerSecond);
    expect(largestRateOf({ ...scenario, plan: { dp: 2 } }, inside).requestsPerSecond).toBeGreaterThan(1.8 * found.requestsPerSecond);
  });

  it("is lower for bursts and for a bursty trace, and infeasible where one request is too slow", () => {
    const bursts: Scenario = { ...scenario, load: { mode: "open", ratePerSecond: 1, arrivals: { process: "mmpp", rates_per_s: [0.2, 3], generator: [[-0.1, 0.1], [0.2, -0.2]] } } };
    expect(largestRateOf(bursts, inside).requestsPerSecond).toBeLessThan(found.interval95[0]);
    const requests = bursty(2000, 1);
    const ofTrace = (recorded: readonly TraceRequest[]): number => largestRateOf({ ...scenario, load: { mode: "trace", requests: recorded } }, { ttftSeconds: 0.6, fraction: 0.95 }).requestsPerSecond;
    expect(ofTrace(requests)).toBeLessThan(ofTrace(requests.map((request, i) => ({ ...request, arrivalSeconds: i }))));
    expect(() => largestRateOf(scenario, { ttftSeconds: 1e-4 })).toThrow(/no rate/);
    expect(() => largestRateOf({ ...scenario, load: { mode: "closed", concurrency: 3 } }, inside)).toThrow(/no rate to search/);
  });
});

describe("the largest rate of pools", () => {
  const one = { devices: 1, plan: { tp: 1 } };
  const pools = (prefill: number, decode: number): Scenario => ({
    ...scenario, disaggregated: { prefill: { devices: prefill, plan: { dp: prefill } }, decode: { devices: decode, plan: { dp: decode } }, kvLinkBytesPerSecond: 25e9 },
  });
  const inside = { ...level, fraction: 0.95 };
  const rate = (question: Scenario): number => largestRateOf(question, inside).requestsPerSecond;

  it("holds the level, and a little more does not", () => {
    const found = largestRateOf(pools(1, 1), inside);
    const share = (ratePerSecond: number): number =>
      predict({ ...pools(1, 1), load: { mode: "open", ratePerSecond } }, { serviceLevel: inside, run: { requests: 40_000, seed: 9 } }).values.attainment!;
    expect(share(0.93 * found.interval95[0])).toBeGreaterThan(0.95);
    expect(share(1.07 * found.interval95[1])).toBeLessThan(0.95);
    expect(found.interval90[0]).toBeLessThan(found.requestsPerSecond);
  });

  it("is that of the pool that binds: a second decode device carries more, a second one for prompts does not", () => {
    const single = rate(pools(1, 1));
    expect(rate(pools(1, 2))).toBeGreaterThan(1.5 * single);
    expect(rate(pools(2, 1)) / single).toBeLessThan(1.1);
    expect(() => largestRateOf({ ...scenario, disaggregated: { prefill: one, decode: one }, load: { mode: "closed", concurrency: 3 } }, inside)).toThrow(/largestConcurrencyOf/);
  });
});

describe("the most users of a scenario", () => {
  const closed: Scenario = { ...scenario, load: { mode: "closed", concurrency: 1 } };
  const inside = { ...level, fraction: 0.95 };
  const found = largestConcurrencyOf(closed, inside);
  const share = (concurrency: number): number =>
    simulate({ ...scenario, load: { mode: "closed", concurrency } }, { serviceLevel: inside, run: { requests: 60_000, seed: 9 } }).attainment;

  it("keep the level, and a few more do not", () => {
    const [low, high] = found.interval95;
    expect(low).toBeLessThanOrEqual(found.concurrency);
    expect(high).toBeGreaterThanOrEqual(found.concurrency);
    expect(share(Math.floor(0.95 * low))).toBeGreaterThan(0.95);
    expect(share(Math.ceil(1.05 * (high + 1)))).toBeLessThan(0.95);
    const [least, most] = found.interval90;
    expect(least).toBeLessThan(found.concurrency);
    expect(most).toBeGreaterThan(found.concurrency);
  });

  it("are the same for the same seed, more on more devices and in pools with more of them, and none where one is too slow", () => {
    expect(largestConcurrencyOf(closed, inside)).toEqual(found);
    expect(largestConcurrencyOf({ ...closed, plan: { dp: 2 } }, inside).concurrency).toBeGreaterThan(1.8 * found.concurrency);
    const pools = (decode: number): Scenario => ({ ...closed, disaggregated: { prefill: { devices: 2, plan: { dp: 2 } }, decode: { devices: decode, plan: { dp: decode } }, kvLinkBytesPerSecond: 25e9 } });
    expect(largestConcurrencyOf(pools(2), inside).concurrency).toBeGreaterThan(largestConcurrencyOf(pools(1), inside).concurrency);
    expect(() => largestConcurrencyOf(closed, { ttftSeconds: 1e-4 })).toThrow(/not even 1 users/);
    expect(() => largestConcurrencyOf(scenario, inside)).toThrow(/no users to search/);
  });

  it("of a finite run are no more than its requests", () => {
    const run = (requests: number): number => largestConcurrencyOf({ ...closed, load: { mode: "closed", concurrency: 1, requests } }, { requestSeconds: 1e5 }).concurrency;
    expect(run(7)).toBe(7);
  });
});

describe("users without end", () => {
  it.each([
    [64, 1, {}], [500, 4, { inputTokens: 512, outputTokens: 128 }], [300, 1, {}], [1000, 1, {}],
  ])("%d users of %d replicas are in their steady state from the start: a short run is as a long one", (concurrency, dp, lengths) => {
    const run = (requests: number): ReturnType<typeof predict>["values"] => predict({
      ...scenario, ...lengths, plan: { dp }, load: { mode: "closed", concurrency },
    }, { run: { requests } }).values;
    const [short, long] = [run(2000), run(60_000)];
    for (const figure of ["ttftSeconds", "tpotSeconds", "requestSeconds", "requestsPerSecond", "runningBatch"] as const) {
      expect(Math.abs(short[figure]! / long[figure]! - 1), figure).toBeLessThan(figure === "ttftSeconds" ? 0.15 : 0.05);
    }
    expect(short.runningBatch).toBeLessThan(1.02 * concurrency);
  });
});
