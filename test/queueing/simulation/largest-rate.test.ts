import { describe, expect, it } from "vitest";
import { RidgepointError } from "../../../src/quantities/errors.ts";
import { largestRate } from "../../../src/queueing/simulation/largest-rate.ts";
import { saturatedRate } from "../../../src/queueing/simulation/run-server.ts";
import { simulateServer } from "../../../src/queueing/simulation/simulate-server.ts";
import type { ServerAnswer, ServerOptions } from "../../../src/queueing/simulation/server-types.ts";

/** An answer of which only the share inside the level matters. */
const share = (attainment: number, requests: number): ServerAnswer =>
  ({ attainment, measuredRequests: requests, replications: 8, halfWidth95: { attainment: 0.3 / Math.sqrt(requests) } }) as unknown as ServerAnswer;

describe("largestRate", () => {
  it("finds the rate at which a known share falls below the fraction", () => {
    // 1 − (r/10)² = 0.9 at r = √10.
    const found = largestRate({
      serviceLevel: { fraction: 0.9 },
      simulateAt: (rate, requests) => share(1 - (rate / 10) ** 2, requests * 1e6),
      bracket: [0, 10],
      precision: 1e-3,
    });
    expect(found.requestsPerSecond / Math.sqrt(10)).toBeCloseTo(1, 2.7);
    expect(found.interval95[0]).toBeLessThanOrEqual(Math.sqrt(10));
    expect(found.interval95[1]).toBeGreaterThanOrEqual(Math.sqrt(10));
  });

  it("says how far the simulation cannot tell", () => {
    const found = largestRate({ serviceLevel: { fraction: 0.9 }, simulateAt: (rate, requests) => share(1 - (rate / 10) ** 2, requests), bracket: [0, 10], requests: [500, 500] });
    const [low, high] = found.interval95;
    expect(low).toBeLessThan(Math.sqrt(10));
    expect(high).toBeGreaterThan(Math.sqrt(10));
    expect((high - low) / found.requestsPerSecond).toBeGreaterThan(0.02);
  });

  it("a level that no rate holds is infeasible, an unstable rate does not hold", () => {
    const never = (): unknown => largestRate({ serviceLevel: {}, simulateAt: (_rate, requests) => share(0, requests), bracket: [0, 1] });
    expect(never).toThrow(RidgepointError);
    const found = largestRate({
      serviceLevel: {},
      simulateAt: (rate, requests) => {
        if (rate > 3) throw new RidgepointError("unstable", "too much");
        return share(1, requests);
      },
      bracket: [0, 8],
    });
    expect(found.requestsPerSecond / 3).toBeCloseTo(1, 1.5);
  });

  it("holds on a server: inside just below, outside well above", () => {
    const options: Omit<ServerOptions, "load"> = {
      inputTokens: 200,
      outputTokens: { dist: "tokens-geometric", mean: 100 },
      stepTime: { fixedSeconds: 0.01, perRequestSeconds: 2e-4, perPrefillTokenSeconds: 2e-5 },
      policy: { maxRunningRequests: 32, maxBatchedTokens: 512 },
      serviceLevel: { ttftSeconds: 0.5, fraction: 0.95 },
    };
    const simulateAt = (rate: number, requests: number): ServerAnswer =>
      simulateServer({ ...options, load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } }, run: { requests, seed: 3 } });
    const found = largestRate({ serviceLevel: options.serviceLevel!, simulateAt, bracket: [0, saturatedRate({ ...options, load: { mode: "offline" } })] });
    expect(found.attainment + found.attainmentHalfWidth95).toBeGreaterThanOrEqual(0.95);
    expect(simulateAt(0.9 * found.interval95[0], 50_000).attainment).toBeGreaterThan(0.95);
    expect(simulateAt(Math.min(1.05 * found.interval95[1], found.interval95[1] * 1.02), 50_000).attainment).toBeLessThan(0.96);
  });
});
