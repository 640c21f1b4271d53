import { describe, expect, it } from "vitest";
import { createStream } from "../../../src/numerics/random.ts";
import { RidgepointError } from "../../../src/quantities/errors.ts";
import { saturatedRate } from "../../../src/queueing/simulation/run-server.ts";
import { simulateServer } from "../../../src/queueing/simulation/simulate-server.ts";
import type { ServerAnswer, ServerOptions, ServerTraceRequest, StepCoefficients } from "../../../src/queueing/simulation/server-types.ts";
import { SpeculativeSteps } from "../../../src/queueing/simulation/speculation.ts";

const steps: StepCoefficients = { fixedSeconds: 0.01, perRequestSeconds: 2e-4, perKvTokenSeconds: 1e-7, perPrefillStepSeconds: 1e-3, perPrefillTokenSeconds: 2e-5 };
const geometric = (mean: number): NonNullable<ServerOptions["outputTokens"]> => ({ dist: "tokens-geometric", mean });
const poisson = (rate: number): ServerOptions["load"] => ({ mode: "open", arrivals: { process: "poisson", rate_per_s: rate } });
const base: Omit<ServerOptions, "load"> = { inputTokens: 100, outputTokens: geometric(50), stepTime: steps, policy: { maxRunningRequests: 16, maxBatchedTokens: 256 } };

function trace(count: number, rate: number, seed = 1): ServerTraceRequest[] {
  const stream = createStream(seed);
  let now = 0;
  return Array.from({ length: count }, () => ({
    arrivalSeconds: (now += stream.exponential() / rate),
    inputTokens: 1 + stream.integer(300),
    outputTokens: stream.geometric(1 / 60),
    session: stream.integer(20),
    priorityClass: stream.integer(2),
  }));
}

function codeOf(work: () => unknown): RidgepointError {
  try {
    work();
  } catch (error) {
    if (error instanceof RidgepointError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a run that can be followed by hand", () => {
  it("one user, three requests: the prompt in chunks of 64, then one step a token", () => {
    const answer = simulateServer({
      load: { mode: "closed", concurrency: 1, requests: 3 },
      inputTokens: 100,
      outputTokens: 4,
      stepTime: { fixedSeconds: 0.01, perRequestSeconds: 0.001, perKvTokenSeconds: 1e-5, perPrefillTokenSeconds: 1e-4, perPrefillPairSeconds: 1e-6 },
      policy: { maxBatchedTokens: 64 },
    });
    const prefill = 0.01 + 64e-4 + ((64 * 65) / 2) * 1e-6 + (0.01 + 36e-4 + (36 * 64 + (36 * 37) / 2) * 1e-6);
    const decode = 3 * (0.01 + 0.001) + (101 + 102 + 103) * 1e-5;
    expect(answer.ttft.meanSeconds).toBeCloseTo(prefill, 12);
    expect(answer.tpot.p99Seconds).toBeCloseTo(decode / 3, 12);
    expect(answer.request.meanSeconds).toBeCloseTo(prefill + decode, 12);
    expect(answer.itl.meanSeconds).toBeCloseTo(decode / 3, 12);
    expect(answer.simulatedSeconds).toBeCloseTo(3 * (prefill + decode), 12);
    expect(answer.outputTokensPerSecond).toBeCloseTo(4 / (prefill + decode), 9);
    expect(answer).toMatchObject({ measuredRequests: 3, replications: 1, preemptionsPerRequest: 0 });
    expect(answer.runningRequests).toBeCloseTo(1, 12);
    expect(answer.busyFraction).toBeCloseTo(1, 12);
  });

  it("continuous batching of one request is M/G/1: E[W] = 0.99 at λ = 0.5, geometric tokens of mean 50, step 0.02 s", () => {
    const answer = simulateServer({
      load: poisson(0.5),
      inputTokens: 1,
      outputTokens: geometric(50),
      stepTime: { fixedSeconds: 0.02 },
      policy: { kind: "mixed", maxRunningRequests: 1 },
      run: { requests: 400_000 },
    });
    expect(Math.abs(answer.queue.meanSeconds - 0.99)).toBeLessThan(1.5 * answer.halfWidth95!.queue.meanSeconds);
    expect(Math.abs(answer.request.meanSeconds - 1.99)).toBeLessThan(1.5 * answer.halfWidth95!.request.meanSeconds);
    expect(answer.halfWidth95!.queue.meanSeconds).toBeLessThan(0.05);
  });

  it("a finite open run ends with its last request", () => {
    const answer = simulateServer({ ...base, load: { mode: "open", arrivals: { process: "renewal", interarrival: { dist: "deterministic", value: 2 } }, requests: 5 }, outputTokens: 20, keepRequests: true });
    expect(Array.from(answer.requests!.arrivalSeconds)).toEqual([2, 4, 6, 8, 10]);
    expect(answer.measuredRequests).toBe(5);
    expect(answer.simulatedSeconds).toBeCloseTo(10 + answer.request.meanSeconds, 9);
    expect(answer.halfWidth95).toBeUndefined();
  });

  it("a backlog keeps every place taken: b requests in E[N] steps of fixed + per_request · b", () => {
    const rate = saturatedRate({ ...base, load: { mode: "offline" }, inputTokens: 1, stepTime: { fixedSeconds: 0.01, perRequestSeconds: 1e-3 }, policy: { maxRunningRequests: 8 } });
    // The first token of a request comes from an iteration in which it is not yet one of the decoding.
    const perRequest = (50 * 0.01) / 8 + 49 * 1e-3;
    expect(rate * perRequest).toBeCloseTo(1, 2);
  });
});

describe("laws", () => {
  it("scaling every time scales every latency", () => {
    const slower = Object.fromEntries(Object.entries(steps).map(([name, seconds]) => [name, 4 * seconds])) as unknown as StepCoefficients;
    const requests = trace(300, 6);
    const late = requests.map((request) => ({ ...request, arrivalSeconds: 4 * request.arrivalSeconds }));
    const kv = { capacityTokens: 3000, blockTokens: 16, admission: "grow" } as const;
    const a = simulateServer({ ...base, kv, load: { mode: "trace", requests } });
    const b = simulateServer({ ...base, kv, stepTime: slower, load: { mode: "trace", requests: late } });
    for (const name of ["ttft", "tpot", "itl", "request", "queue"] as const) expect(b[name].meanSeconds / a[name].meanSeconds).toBeCloseTo(4, 9);
    expect(b.preemptionsPerRequest).toBe(a.preemptionsPerRequest);
    expect(b.requestsPerSecond / a.requestsPerSecond).toBeCloseTo(0.25, 9);
  });

  it("Little's law: what is seen at moments of time is the throughput times the time in the system", () => {
    const requests = trace(4000, 7);
    const answer = simulateServer({ ...base, load: { mode: "trace", requests }, timeSeriesSeconds: 0.05, kv: { capacityTokens: 2500 } });
    const { running, waiting, kvTokens } = answer.timeSeries!;
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const number = answer.requestsPerSecond * answer.request.meanSeconds;
    expect((mean(running) + mean(waiting)) / number).toBeCloseTo(1, 1.7);
    expect((answer.runningRequests + answer.waitingRequests) / number).toBeCloseTo(1, 9);
    expect(mean(kvTokens) / 2500 / answer.kvOccupancy).toBeCloseTo(1, 1.7);
    expect(answer.kvOccupancy).toBeLessThanOrEqual(1);
  });

  it("the time series loses nothing", () => {
    const requests = trace(500, 5);
    const { timeSeries, outputTokensPerSecond, simulatedSeconds } = simulateServer({ ...base, load: { mode: "trace", requests }, timeSeriesSeconds: 1 });
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const tokens = requests.reduce((total, { outputTokens }) => total + outputTokens, 0);
    expect(sum(timeSeries!.arrivals)).toBe(500);
    expect(sum(timeSeries!.completions)).toBe(500);
    expect(sum(timeSeries!.outputTokens)).toBeCloseTo(tokens, 6);
    expect(outputTokensPerSecond * simulatedSeconds).toBeCloseTo(tokens, 6);
  });

  it("a time series in bins too narrow to hold is that of wider ones", () => {
    const requests = trace(400, 5);
    const of = (timeSeriesSeconds: number): NonNullable<ReturnType<typeof simulateServer>["timeSeries"]> =>
      simulateServer({ ...base, load: { mode: "trace", requests }, timeSeriesSeconds }).timeSeries!;
    // 100,000 bins of 2⁻²⁴ s last 6 ms, the run some 80 s: doubled 14 times they are 2⁻¹⁰ s wide.
    const narrow = of(2 ** -24);
    expect(narrow.seconds[0]).toBe(2 ** -10);
    const wide = of(2 ** -10);
    expect(narrow.seconds).toEqual(wide.seconds);
    for (const name of ["running", "waiting", "kvTokens", "arrivals", "completions"] as const) expect(narrow[name], name).toEqual(wide[name]);
    // Sums of the same tokens in another order.
    const sum = (column: Float64Array): number => column.reduce((all, x) => all + x, 0);
    expect(sum(narrow.outputTokens)).toBeCloseTo(sum(wide.outputTokens), 6);
  });

  it("more load waits longer, more cache and more replicas wait less", () => {
    const ttft = (rate: number, more: Partial<ServerOptions> = {}): number =>
      simulateServer({ ...base, ...more, load: poisson(rate), run: { requests: 40_000 } }).ttft.meanSeconds;
    const capacity = saturatedRate({ ...base, load: { mode: "offline" } });
    expect(ttft(0.5 * capacity)).toBeLessThan(ttft(0.8 * capacity));
    expect(ttft(0.8 * capacity)).toBeLessThan(ttft(0.95 * capacity));
    expect(ttft(0.9 * capacity, { replicas: 2 })).toBeLessThan(ttft(0.9 * capacity));
    const rate = 0.6 * capacity;
    expect(ttft(rate, { kv: { capacityTokens: 4000 } })).toBeLessThan(ttft(rate, { kv: { capacityTokens: 2000 } }));
  });

  it("the shortest queue beats chance, and sessions stay where they are", () => {
    const run = (router: ServerOptions["router"]): ServerAnswer =>
      simulateServer({ ...base, replicas: 4, ...(router ? { router } : {}), load: { mode: "trace", requests: trace(3000, 24) }, keepRequests: true });
    const shortest = run("join-shortest-queue");
    expect(shortest.request.meanSeconds).toBeLessThan(run("random").request.meanSeconds);
    expect(run("least-work").ttft.meanSeconds).toBeLessThan(run("random").ttft.meanSeconds);
    const { replica } = run("session-affinity").requests!;
    for (const [i, { session }] of trace(3000, 24).entries()) expect(replica[i]).toBe(session! % 4);
  });

  it("short answers first lowers the mean, priority favours its class", () => {
    const run = (order: "fcfs" | "shortest-predicted" | "priority"): ServerAnswer =>
      simulateServer({ ...base, policy: { maxRunningRequests: 4, order }, load: { mode: "trace", requests: trace(3000, 3.7) }, keepRequests: true });
    const first = run("fcfs");
    expect(run("shortest-predicted").request.meanSeconds).toBeLessThan(first.request.meanSeconds);
    const ranked = run("priority").requests!;
    const queue = (wanted: number): number => {
      const chosen = trace(3000, 3.7).flatMap(({ priorityClass }, i) => (priorityClass === wanted ? [ranked.firstScheduledSeconds[i]! - ranked.arrivalSeconds[i]!] : []));
      return chosen.reduce((sum, wait) => sum + wait, 0) / chosen.length;
    };
    expect(queue(0)).toBeLessThan(0.5 * queue(1));
  });

  it("the service level counts the requests that keep it", () => {
    const requests = trace(800, 8);
    const serviceLevel = { ttftSeconds: 0.02, tpotSeconds: 0.0135 };
    const answer = simulateServer({ ...base, load: { mode: "trace", requests }, serviceLevel, keepRequests: true });
    const times = answer.requests!;
    let inside = 0;
    for (let i = 0; i < 800; i++) {
      const tokens = times.outputTokens[i]!;
      const tpot = tokens > 1 ? (times.lastTokenSeconds[i]! - times.firstTokenSeconds[i]!) / (tokens - 1) : 0;
      if (times.firstTokenSeconds[i]! - times.arrivalSeconds[i]! <= 0.02 && tpot <= 0.0135) inside++;
    }
    expect(inside).toBeGreaterThan(50);
    expect(inside).toBeLessThan(750);
    expect(answer.attainment).toBeCloseTo(inside / 800, 12);
    expect(answer.goodputRequestsPerSecond).toBeCloseTo(inside / answer.simulatedSeconds, 9);
  });

  it("the same seed gives the same answer, and precision is reached", () => {
    const options: ServerOptions = { ...base, load: { mode: "open", arrivals: { process: "mmpp", rates_per_s: [2, 8], generator: [[-0.1, 0.1], [0.1, -0.1]] } }, run: { seed: 9, precision: 0.05 } };
    const answer = simulateServer(options);
    expect(simulateServer(options)).toEqual(answer);
    expect(simulateServer({ ...options, run: { seed: 10, precision: 0.05 } }).ttft).not.toEqual(answer.ttft);
    expect(answer.halfWidth95!.ttft.p99Seconds).toBeLessThanOrEqual(0.05 * answer.ttft.p99Seconds);
    expect(answer.halfWidth95!.request.meanSeconds).toBeLessThanOrEqual(0.05 * answer.request.meanSeconds);
  });
});

describe("step times as a function", () => {
  it("are followed within a percent on a coarse grid, kinks included", () => {
    const roofline = (requests: number, context: number, tokens: number, pairs: number): number =>
      4e-3 + Math.max(6e-3, 1e-4 * (requests + tokens)) + 3e-8 * context + 2e-9 * pairs;
    let calls = 0;
    const requests = trace(1500, 5);
    const sampled = simulateServer({
      ...base,
      load: { mode: "trace", requests },
      stepTime: {
        stepSeconds: (decoding, context, tokens, pairs) => {
          calls++;
          return roofline(decoding, context, tokens, pairs);
        },
      },
    });
    const fine = simulateServer({ ...base, load: { mode: "trace", requests }, stepTime: { stepSeconds: roofline, nodesPerOctave: 64, exactRequests: 64 } });
    expect(sampled.request.meanSeconds / fine.request.meanSeconds).toBeCloseTo(1, 2);
    expect(sampled.tpot.p99Seconds / fine.tpot.p99Seconds).toBeCloseTo(1, 1.5);
    expect(calls).toBeLessThan(4000); // Of which the run that tells the capacity takes some 700.
  });
});

describe("speculation", () => {
  it("needs one iteration a token where nothing is accepted, and k + 1 tokens each where all is", () => {
    const stream = createStream(1);
    for (const tokens of [1, 2, 7, 300, 5000]) {
      expect(new SpeculativeSteps(3, 0).draw(stream, tokens)).toBe(tokens);
      expect(new SpeculativeSteps(3, 1).draw(stream, tokens)).toBe(Math.ceil(tokens / 4));
    }
  });

  it("yields (1 − a^(k+1))/(1 − a) tokens an iteration, with the right spread", () => {
    const [k, a, tokens, n] = [4, 0.7, 2000, 4000];
    const law = new SpeculativeSteps(k, a);
    const stream = createStream(2);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const count = law.draw(stream, tokens);
      sum += count;
      squares += count * count;
    }
    const yields = Array.from({ length: k + 1 }, (_, j) => (j < k ? a ** j * (1 - a) : a ** k));
    const mean = yields.reduce((total, p, j) => total + p * (j + 1), 0);
    expect(mean).toBeCloseTo((1 - a ** (k + 1)) / (1 - a), 12);
    const variance = yields.reduce((total, p, j) => total + p * (j + 1 - mean) ** 2, 0);
    // Renewal theory: E ≈ tokens/m + (σ² + m²)/(2m²) − (1 − 1/m)/2 …; the leading terms are enough at 2,000 tokens.
    expect(sum / n / (tokens / mean)).toBeCloseTo(1, 2);
    expect((squares / n - (sum / n) ** 2) / ((variance * tokens) / mean ** 3)).toBeCloseTo(1, 0.8);
  });
});

describe("what cannot be simulated is refused", () => {
  it("with the field, and the capacity of a load that is too high", () => {
    expect(codeOf(() => simulateServer({ load: poisson(1), outputTokens: 5, stepTime: steps })).code).toBe("missing-field");
    expect(codeOf(() => simulateServer({ ...base, load: poisson(1), stepTime: { fixedSeconds: Number.NaN } })).path).toBe("stepTime.fixedSeconds");
    expect(codeOf(() => simulateServer({ ...base, load: poisson(1), stepTime: { stepSeconds: () => -1 } })).path).toBe("stepTime.stepSeconds");
    expect(codeOf(() => simulateServer({ ...base, load: poisson(0) })).path).toBe("load.arrivals");
    expect(codeOf(() => simulateServer({ ...base, load: { mode: "closed", concurrency: 0 } })).path).toBe("load.concurrency");
    expect(codeOf(() => simulateServer({ ...base, load: { mode: "trace", requests: [] } })).path).toBe("load.requests");
    expect(codeOf(() => simulateServer({ ...base, load: poisson(1), speculative: { tokens: 2, acceptance: 2 } })).path).toBe("speculative.acceptance");
    expect(codeOf(() => simulateServer({ ...base, load: poisson(1), outputTokens: 50, kv: { capacityTokens: 149 } })).code).toBe("infeasible");
    const capacity = saturatedRate({ ...base, load: { mode: "offline" } });
    const error = codeOf(() => simulateServer({ ...base, load: poisson(1.05 * capacity) }));
    expect(error.code).toBe("unstable");
    expect(error.details.capacityPerSecond! / capacity).toBeCloseTo(1, 6);
  });
});
