import { describe, expect, it } from "vitest";
import { deterministicLaw } from "../../../src/workloads/distributions.ts";
import { leastWorkRouting, randomRouting } from "../../../src/queueing/routing/replicas.ts";
import { simulateServer } from "../../../src/queueing/simulation/simulate-server.ts";
import { Draw } from "./draw.ts";
import { compareRouter, routerFamilies } from "./routers.ts";

describe("replicas behind a router: analysis and simulation agree", () => {
  it.each(routerFamilies.map((family, index) => [family.name, family, index] as const))("%s", (_, family, index) => {
    const seed = 500 + index;
    for (const { name, value, simulated, offset } of compareRouter(family.draw(new Draw(seed)), seed)) {
      expect(Math.abs(offset), `${name}: analysis ${value}, simulated ${simulated}`).toBeLessThan(2);
    }
  });

  it("fewest tokens not ended lies between one queue for all and chance", () => {
    const [rate, seconds, count] = [2.4, 1, 3];
    const mean = simulateServer({
      load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } }, inputTokens: 1, outputTokens: 50, stepTime: { fixedSeconds: seconds / 50 },
      policy: { maxRunningRequests: 1 }, replicas: count, router: "least-work", run: { requests: 160_000 },
    }).queue.meanSeconds;
    expect(mean).toBeGreaterThan(leastWorkRouting(deterministicLaw(seconds), rate, count)!.wait.meanSeconds);
    expect(mean).toBeLessThan(randomRouting(deterministicLaw(seconds), rate, [1 / 3, 1 / 3, 1 / 3]).wait.meanSeconds);
  });
});
