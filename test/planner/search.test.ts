import { describe, expect, it } from "vitest";
import { requestLengths } from "../../src/predict/loaded.ts";
import { resolveBase, resolveModel } from "../../src/predict/resolve.ts";
import { engineShapes } from "../../src/planner/enumerate.ts";
import { paretoSet } from "../../src/planner/pareto.ts";
import { plan } from "../../src/planner/plan.ts";
import { scenarioOf } from "../../src/planner/scenario.ts";
import { predict } from "../../src/predict/serving.ts";
import { fewestDevices, searchShapes, type SearchRequest } from "../../src/planner/search.ts";
import type { ParetoPoint } from "../../src/planner/types.ts";
import type { Scenario } from "../../src/predict/types.ts";

const question = {
  model: "meta-llama/Llama-3.1-70B", ratePerSecond: 5, inputTokens: 1155, outputTokens: 211,
  objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 },
} as const;

describe("enumeration", () => {
  it("searches tensor parallelism over all devices: a peer's bug", () => {
    const shapes = engineShapes(resolveModel("meta-llama/Llama-3.1-70B"), 8);
    expect(shapes.some(({ tp }) => tp === 8)).toBe(true);
    expect(shapes.every(({ tp, pp }) => tp * pp <= 8 && 64 % tp === 0)).toBe(true);
  });

  it("spreads experts over every divisor of their group", () => {
    const shapes = engineShapes(resolveModel("mistralai/Mixtral-8x7B-v0.1"), 8);
    expect(new Set(shapes.filter(({ tp, pp, attentionDp }) => tp === 4 && pp === 1 && attentionDp === 2).map(({ ep }) => ep))).toEqual(new Set([1, 2, 4, 8]));
  });
});

describe("pruning", () => {
  it("finds what an exhaustive search finds, and times fewer plans", () => {
    let pruned = 0;
    for (const [model, hardware, rate] of [["meta-llama/Llama-3.1-70B", "h100-sxm5-80", 5], ["meta-llama/Llama-3.1-70B", "a100-sxm-40", 20], ["mistralai/Mixtral-8x7B-v0.1", "h100-sxm5-80", 50]] as const) {
      const precision = { weights: "bf16" } as const;
      const scenario: Scenario = { model, hardware, precision, load: { mode: "open", ratePerSecond: rate }, inputTokens: 1155, outputTokens: 211 };
      const base = resolveBase(scenario);
      const request = {
        base, precision, shapes: engineShapes(base.architecture, 16), ratePerSecond: rate, lengths: requestLengths(scenario), objective: question.objective,
        mostDevices: 4096, keep: 1, known: [],
      };
      const exhaustive = searchShapes({ ...request, prune: false });
      const fast = searchShapes({ ...request, prune: true });
      expect(fast.candidates[0]?.devices).toBe(exhaustive.candidates[0]?.devices);
      pruned += exhaustive.timed - fast.timed;
    }
    expect(pruned).toBeGreaterThan(0);
  });
});

describe("the bound that earlier searches give", () => {
  const precision = { weights: "fp8", kv: "fp8" } as const;
  const scenario: Scenario = { model: "mistralai/Mixtral-8x7B-v0.1", hardware: "h100-sxm5-80", precision, load: { mode: "open", ratePerSecond: 200 }, inputTokens: 500, outputTokens: 300 };
  const base = resolveBase(scenario);
  const shapes = engineShapes(base.architecture, 16);
  const asked = (keep: number): SearchRequest => ({
    base, precision, shapes, ratePerSecond: 200, lengths: requestLengths(scenario), objective: { ttftP95Seconds: 3, tpotP95Seconds: 0.1 }, mostDevices: 4096, keep, prune: true, known: [],
  });
  const forwards = [...shapes.keys()];

  it("is what the search comes to without it, in whatever order the shapes are looked at", () => {
    for (const keep of [1, 2, 3]) {
      const exhaustive = searchShapes({ ...asked(keep), prune: false }).candidates.map(({ devices }) => devices);
      for (const order of [forwards, [...forwards].reverse(), [5, 3, 5, ...forwards]]) expect(fewestDevices(asked(keep), order)).toBe(exhaustive[keep - 1]);
    }
  });

  it("changes nothing of what is found, and leaves less to look at", () => {
    const alone = searchShapes(asked(2));
    const bounded = searchShapes({ ...asked(2), mostDevices: fewestDevices(asked(2), forwards) });
    expect(bounded.candidates.map(({ engine, devices }) => [engine.plan, devices])).toEqual(alone.candidates.map(({ engine, devices }) => [engine.plan, devices]));
    expect(bounded.timed).toBeLessThanOrEqual(alone.timed);
  });
});

describe("plan", () => {
  it("ranks by price, confirms the cheapest by simulation, and says why a device is out", () => {
    const answer = plan({ ...question, hardware: ["h100-sxm5-80", "a100-sxm-80", "groqchip1", "mi300x"], confirm: 1 });
    const prices = answer.deployments.map(({ usdPerHour }) => usdPerHour).filter((price) => price !== undefined);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(answer.cheapest?.method).toBe("simulation");
    expect(answer.cheapest?.ttftP95Seconds as number).toBeLessThanOrEqual(1);
    expect(answer.cheapest?.tpotP95Seconds as number).toBeLessThanOrEqual(0.05);
    const out = answer.rejections.find(({ hardware }) => hardware === "groqchip1");
    expect(out?.reason).toBe("does-not-fit");
    expect(out?.missingBytes as number).toBeGreaterThan(0);
  });

  it("sustains at least the asked rate, confirmed or not", () => {
    for (const confirm of [0, 3]) {
      // Many engines, so that confirmation adds some.
      const { deployments } = plan({ ...question, ratePerSecond: 300, hardware: ["h100-sxm5-80", "a100-sxm-80", "l40s"], confirm });
      expect(deployments.length).toBeGreaterThan(0);
      for (const { sustainableRequestsPerSecond, requestsPerSecond, hardware } of deployments) expect(sustainableRequestsPerSecond, hardware).toBeGreaterThanOrEqual(requestsPerSecond);
    }
  });

  it("what a confirmed deployment sustains is corrected by the simulation: nearer to the objective than the closed form alone", () => {
    const scenario = { ...question, hardware: ["h100-sxm5-80"] };
    // How far the binding percentile is from its limit at the rate that is said to be sustained, both as multiples.
    const excess = (confirm: number): number => {
      const [deployment] = plan({ ...scenario, confirm }).deployments;
      if (deployment === undefined) throw new Error("nothing holds");
      const ratePerSecond = deployment.sustainableRequestsPerSecond;
      const { values } = predict({ ...scenarioOf({ ...scenario, ratePerSecond }, deployment), load: { mode: "open", ratePerSecond } });
      return Math.max((values.ttftP95Seconds ?? 0) / (scenario.objective.ttftP95Seconds ?? Infinity), (values.tpotP95Seconds ?? 0) / (scenario.objective.tpotP95Seconds ?? Infinity));
    };
    const [closed, corrected] = [excess(0), excess(3)];
    expect(Math.abs(Math.log(corrected))).toBeLessThan(Math.abs(Math.log(closed)));
    expect(corrected).toBeLessThan(1.3);
  });

  it("a dearer device never becomes cheaper: prices scale the answer", () => {
    const at = (usd: number): number => plan({ ...question, hardware: ["h100-sxm5-80"], confirm: 0, usdPerDeviceHour: { "h100-sxm5-80": usd } }).cheapest?.usdPerHour as number;
    expect(at(4)).toBeCloseTo(2 * at(2), 9);
  });
});

describe("the Pareto set", () => {
  it("has the intervals of the prediction at as many requests at once", () => {
    for (const point of plan({ ...question, hardware: ["h100-sxm5-80", "l40s"], confirm: 0 }).pareto) {
      const { values, intervals90 } = predict({
        model: question.model, hardware: point.hardware, devices: point.devices, plan: point.plan, precision: point.precision,
        load: { mode: "closed", concurrency: point.concurrency }, inputTokens: question.inputTokens, outputTokens: question.outputTokens,
      }, { method: "closed-form" });
      const { outputTokensPerSecondPerDevice: device, outputTokensPerSecondPerUser: user } = point.intervals90;
      const [rate, tpot] = [intervals90.outputTokensPerSecond ?? [], intervals90.tpotSeconds ?? []];
      expect(values.outputTokensPerSecond).toBeCloseTo(point.outputTokensPerSecondPerDevice * point.devices, 6);
      expect(device.map((end) => end * point.devices)).toEqual(rate.map((end) => expect.closeTo(end, 6)));
      expect(user.map((end) => 1 / end).reverse()).toEqual(tpot.map((end) => expect.closeTo(end, 9)));
    }
  });

  it("keeps exactly the points that none beats in both directions", () => {
    const point = (user: number, device: number): ParetoPoint => ({
      hardware: "x", devices: 1, plan: { tp: 1, pp: 1, ep: 1, dp: 1, attentionDp: 1 }, precision: { weights: "bf16" }, concurrency: 1,
      outputTokensPerSecondPerUser: user, outputTokensPerSecondPerDevice: device, intervals90: { outputTokensPerSecondPerUser: [user, user], outputTokensPerSecondPerDevice: [device, device] },
    });
    const set = paretoSet([point(1, 10), point(2, 9), point(2, 5), point(3, 9), point(4, 1)]);
    expect(set.map((p) => [p.outputTokensPerSecondPerUser, p.outputTokensPerSecondPerDevice])).toEqual([[4, 1], [3, 9], [1, 10]]);
  });

  it("gives no number for a limit that is not there: a model that keeps a state alone has no capacity in tokens", () => {
    const { deployments } = plan({ model: "mamba-2.8b", hardware: ["h100-sxm5-80"], ratePerSecond: 2, inputTokens: 512, outputTokens: 64, objective: { tpotP95Seconds: 0.05 }, confirm: 0 });
    expect(deployments).toHaveLength(1);
    for (const figure of Object.values(deployments[0] ?? {})) expect(figure).not.toBe(Infinity);
  });
});
