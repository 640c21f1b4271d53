import { describe, expect, it } from "vitest";
import { createStreams } from "../../../src/numerics/random.ts";
import { saturatedRate } from "../../../src/queueing/simulation/run-server.ts";
import { simulateServer } from "../../../src/queueing/simulation/simulate-server.ts";
import type { LatencySummary, ServerAnswer, ServerOptions } from "../../../src/queueing/simulation/server-types.ts";
import type { TraceRequest } from "../../../src/workloads/types.ts";

/** A server of 10 requests/s: 20 ms + 0.4 ms a request, 100 tokens of mean; prompts of 300 tokens. */
const server = { stepTime: { fixedSeconds: 0.02, perRequestSeconds: 4e-4, perPrefillTokenSeconds: 1e-4 }, policy: { maxRunningRequests: 64 } } as const;

/** Poisson arrivals and geometric lengths, written down: what a trace of such traffic looks like. */
function recorded(count: number, rate: number, seed: number): TraceRequest[] {
  const [random] = createStreams(seed, 1);
  const geometric = (mean: number): number => Math.ceil(-random!.exponential() / Math.log(1 - 1 / mean));
  let arrivalSeconds = 0;
  return Array.from({ length: count }, () => {
    arrivalSeconds += random!.exponential() / rate;
    return { arrivalSeconds, inputTokens: geometric(300), outputTokens: geometric(100) };
  });
}

const run = (requests: readonly TraceRequest[], more: Partial<ServerOptions> = {}): ServerAnswer => simulateServer({ load: { mode: "trace", requests }, ...server, ...more });
const times = ["ttft", "tpot", "itl", "request"] as const;
const figures = ["meanSeconds", "p50Seconds", "p90Seconds", "p95Seconds", "p99Seconds"] as const satisfies readonly (keyof LatencySummary)[];

describe("the interval of a trace", () => {
  it("holds what endless traffic alike shows", () => {
    const truth = simulateServer({
      load: { mode: "open", arrivals: { process: "poisson", rate_per_s: 5 } }, inputTokens: { dist: "tokens-geometric", mean: 300 },
      outputTokens: { dist: "tokens-geometric", mean: 100 }, ...server, run: { requests: 300_000 },
    });
    let inside = 0;
    let all = 0;
    let widths = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const answer = run(recorded(3000, 5, seed));
      for (const time of times) for (const figure of figures) {
        all++;
        const half = answer.halfWidth95![time][figure];
        if (Math.abs(answer[time][figure] - truth[time][figure]) <= half) inside++;
        widths += half / truth[time][figure];
      }
    }
    expect(inside / all).toBeGreaterThan(0.9);
    // And does so without being wide.
    expect(widths / all).toBeLessThan(0.1);
  });

  it("is that of batch means where a figure is a mean", () => {
    const requests = recorded(1000, 5, 1);
    const { halfWidth95, requests: kept } = run(requests, { keepRequests: true });
    // In the order in which they end.
    const order = requests.map((_, i) => i).sort((a, b) => kept!.lastTokenSeconds[a]! - kept!.lastTokenSeconds[b]!);
    const means = Array.from({ length: 5 }, (_, batch) => order.slice(200 * batch, 200 * batch + 200).reduce((sum, i) => sum + (kept!.lastTokenSeconds[i]! - kept!.arrivalSeconds[i]!) / 200, 0));
    const mean = means.reduce((sum, x) => sum + x / 5, 0);
    // Student's t, 4 degrees of freedom: 2.776.
    const half = 2.776 * Math.sqrt(means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 20);
    // A batch ends with an iteration, in which several may end.
    expect(halfWidth95!.request.meanSeconds / half).toBeCloseTo(1, 1);
  });

  it("is not given near the capacity, where the queue of another stretch may be quite another, but of a long trace", () => {
    const laws = { inputTokens: { dist: "tokens-geometric", mean: 300 }, outputTokens: { dist: "tokens-geometric", mean: 100 } } as const;
    const capacity = saturatedRate({ ...server, ...laws, load: { mode: "offline" } });
    const short = run(recorded(2000, 0.9 * capacity, 1));
    expect(short.halfWidth95).toBeUndefined();
    // 4·(1.96/0.3)²/(1 − 0.9)² of Poisson arrivals and geometric tokens, as far as 2,000 of them tell the load.
    expect(short.requestsForInterval! / 17_074).toBeGreaterThan(0.5);
    expect(short.requestsForInterval! / 17_074).toBeLessThan(2);
    expect(run(recorded(40_000, 0.9 * capacity, 1)).halfWidth95).toBeDefined();
    expect(run(recorded(2000, 1.2 * capacity, 1)).requestsForInterval).toBe(Infinity);
    expect(run(recorded(2000, 0.5 * capacity, 1)).requestsForInterval).toBeUndefined();
  });

  it("narrows with the trace, and is not given of a short one", () => {
    const width = (count: number): number => run(recorded(count, 5, 3)).halfWidth95!.request.meanSeconds;
    expect(width(32_000)).toBeLessThan(0.5 * width(2000));
    expect(run(recorded(99, 5, 1)).halfWidth95).toBeUndefined();
  });

  it("a precision is not reached by running the same requests again", () => {
    const requests = recorded(2000, 5, 1);
    const coarse = run(requests, { run: { precision: 0.5 } });
    expect([coarse.precise, coarse.replications]).toEqual([true, 1]);
    expect(run(requests, { run: { precision: 0.001 } }).precise).toBe(false);
  });
});
