import { describe, expect, it } from "vitest";
import { largestRate } from "../../../src/queueing/simulation/largest-rate.ts";
import { saturatedRate } from "../../../src/queueing/simulation/run-server.ts";
import { simulateServer } from "../../../src/queueing/simulation/simulate-server.ts";
import type { LatencySummary, ServerAnswer, ServerOptions } from "../../../src/queueing/simulation/server-types.ts";

const base: Omit<ServerOptions, "load"> = {
  inputTokens: 200, outputTokens: { dist: "tokens-geometric", mean: 50 }, stepTime: { fixedSeconds: 0.01, perRequestSeconds: 2e-4, perPrefillTokenSeconds: 2e-5 },
  policy: { maxRunningRequests: 16, maxBatchedTokens: 512 },
};
const finite: ServerOptions = { ...base, load: { mode: "closed", concurrency: 20, requests: 100 } };
const open: ServerOptions = { ...base, load: { mode: "open", arrivals: { process: "poisson", rate_per_s: 18 } } };

function worst({ halfWidth95, ...answer }: ServerAnswer): number {
  const ratios = (["ttft", "tpot", "request"] as const).flatMap((name) =>
    (Object.keys(answer[name]) as (keyof LatencySummary)[]).map((figure) => halfWidth95![name][figure] / answer[name][figure]));
  return Math.max(...ratios);
}

describe("a run as long as a precision asks for", () => {
  it("reaches it: steady states run on, finite runs are repeated", () => {
    for (const options of [open, finite]) {
      const answer = simulateServer({ ...options, run: { precision: 0.1, requests: 4000 } });
      expect(answer.precise).toBe(true);
      expect(worst(answer)).toBeLessThanOrEqual(0.1);
    }
    expect(simulateServer({ ...finite, run: { precision: 0.05 } }).replications).toBeGreaterThan(4);
  });

  it("or says that the most requests were not enough", () => {
    for (const options of [open, finite]) {
      const answer = simulateServer({ ...options, run: { precision: 0.001, requests: 1000, maximumRequests: 4000 } });
      expect(answer.precise).toBe(false);
      expect(worst(answer)).toBeGreaterThan(0.001);
      expect(answer.measuredRequests).toBeLessThanOrEqual(4000);
    }
    expect(simulateServer(open).precise).toBeUndefined();
  });

  it("the first runs of many are the same as of few", () => {
    const mean = (replications: number): number => simulateServer({ ...finite, run: { replications } }).ttft.meanSeconds;
    const precise = simulateServer({ ...finite, run: { precision: 0.05 } });
    expect(precise.ttft.meanSeconds).toBe(mean(precise.replications));
  });
});

describe("the largest rate of another objective", () => {
  it("is decided by its margin", () => {
    const bound = 0.5;
    const simulateAt = (rate: number, requests: number): ServerAnswer => simulateServer({ ...open, load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } }, run: { requests } });
    const p95 = ({ ttft, halfWidth95 }: ServerAnswer): { distance: number; halfWidth95: number } => ({ distance: bound - ttft.p95Seconds, halfWidth95: halfWidth95!.ttft.p95Seconds });
    const found = largestRate({ serviceLevel: {}, margin: p95, simulateAt, bracket: [0, saturatedRate(open)] });
    expect(found.answer.ttft.p95Seconds).toBeLessThanOrEqual(bound);
    expect(found.interval95[0]).toBeLessThanOrEqual(found.requestsPerSecond);
    expect(found.interval95[1]).toBeGreaterThanOrEqual(found.requestsPerSecond);
    expect(simulateAt(1.05 * found.interval95[1], 64_000).ttft.p95Seconds).toBeGreaterThan(bound);
    expect(simulateAt(0.95 * found.interval95[0], 64_000).ttft.p95Seconds).toBeLessThan(bound);
  });
});
