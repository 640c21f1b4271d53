import { describe, expect, it } from "vitest";
import { plan, predict, scenarioOf, simulate, type PlanQuestion, type TraceRequest } from "../../src/index.ts";
import { createStream } from "../../src/numerics/random.ts";

const question: PlanQuestion = {
  model: "meta-llama/Llama-3.1-8B", ratePerSecond: 20, inputTokens: 512, outputTokens: 128, hardware: ["l40s", "h100-sxm5-80"], precisions: [{ weights: "fp8" }],
  objective: { ttftP95Seconds: 0.3, tpotP95Seconds: 0.04 }, confirm: 2,
};

/** Most requests come in the first tenth of each minute. */
function rush(count: number): TraceRequest[] {
  const stream = createStream(3);
  return Array.from({ length: count }, () => 60 * stream.integer(10) + (stream.uniform() < 0.6 ? 6 : 60) * stream.uniform()).sort((a, b) => a - b)
    .map((arrivalSeconds) => ({ arrivalSeconds, inputTokens: 512, outputTokens: 128 }));
}

describe("a plan for arrivals that are not Poisson", () => {
  const trace = rush(4000);
  const poisson = plan(question);
  const recorded = plan({ ...question, trace });

  it("is confirmed under the trace's own: more devices, with which the trace holds the objective", () => {
    for (const deployment of recorded.deployments) {
      const { hardware, devices, ttftP95Seconds, tpotP95Seconds, simulation } = deployment;
      expect(simulation!.arrivals).toBe("trace");
      expect(ttftP95Seconds).toBeLessThanOrEqual(0.3);
      expect(tpotP95Seconds).toBeLessThanOrEqual(0.04);
      expect(devices).toBeGreaterThan(poisson.deployments.find((other) => other.hardware === hardware)!.devices);
      const scenario = scenarioOf({ ...question, trace }, deployment);
      expect(scenario.load.mode).toBe("trace");
      expect(simulate(scenario).ttft.p95Seconds).toBe(ttftP95Seconds);
      expect(predict(scenario).values.ttftP95Seconds).toBe(ttftP95Seconds);
    }
  });

  it("says of those that are not confirmed that they are for Poisson arrivals, and how far the trace is from such", () => {
    const said = plan({ ...question, trace, confirm: 0 }).cheapest!.warnings.find((warning) => /Poisson/.test(warning));
    expect(Number(/have ([\d.]+) times their variance/.exec(said!)![1])).toBeGreaterThan(5);
    for (const { warnings } of [...recorded.deployments, ...plan({ ...question, confirm: 0 }).deployments]) expect(warnings.filter((warning) => /Poisson/.test(warning))).toEqual([]);
  });

  it("the deployment for Poisson arrivals would miss it", () => {
    const { cheapest } = poisson;
    expect(cheapest!.simulation!.arrivals).toBe("poisson");
    const { ttft, tpot } = simulate(scenarioOf({ ...question, trace }, cheapest!));
    expect(ttft.p95Seconds > 0.3 || tpot.p95Seconds > 0.04).toBe(true);
  });

  it("stated bursts need more than Poisson arrivals, and Poisson ones that are stated the same", () => {
    const bursts = plan({ ...question, hardware: ["l40s"], arrivals: { process: "mmpp", rates_per_s: [1, 9], generator: [[-0.1, 0.1], [0.2, -0.2]] } });
    expect(bursts.cheapest!.simulation!.arrivals).toBe("stated");
    expect(bursts.cheapest!.devices).toBeGreaterThan(poisson.deployments.find(({ hardware }) => hardware === bursts.cheapest!.hardware)!.devices);
    expect(plan({ ...question, arrivals: { process: "poisson", rate_per_s: 1 } })).toEqual(poisson);
  });

  it("no more devices than allowed", () => {
    const { devices } = recorded.cheapest!;
    const short = plan({ ...question, trace, maxDevices: devices - 1 });
    expect(short.deployments.every((deployment) => deployment.devices < devices)).toBe(true);
  });
});

describe("the largest rates of a plan", () => {
  it("hold the objective at the asked rate, with what the simulation leaves open, and the goodput", () => {
    const { deployments } = plan({ ...question, largestRates: true });
    for (const { simulation, sustainableRequestsPerSecond, requestsPerSecond } of deployments) {
      const { requestsPerSecond: largest, interval95: [low, high] } = simulation!.largestRate!;
      expect(sustainableRequestsPerSecond).toBe(largest);
      expect(low).toBeLessThanOrEqual(largest);
      expect(high).toBeGreaterThanOrEqual(Math.max(largest, requestsPerSecond));
      expect(simulation!.goodputRequestsPerSecond).toBeLessThanOrEqual(requestsPerSecond);
      expect(simulation!.itl.p99Seconds).toBeGreaterThan(simulation!.itl.p50Seconds);
      expect(simulation!.halfWidth95!.ttft.p95Seconds).toBeGreaterThan(0);
    }
  });
});
