import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceFileOf, plan, planMemory, planSteps, predict, RidgepointError, scenarioOf, type PlanQuestion } from "../../src/index.ts";

const question: PlanQuestion = {
  model: "meta-llama/Llama-3.1-70B", ratePerSecond: 4, inputTokens: 1155, outputTokens: 211,
  objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 }, hardware: ["h100-sxm5-80", "h200-sxm-141", "l4"], confirm: 2,
};

describe("planSteps", () => {
  it("ends with the answer of plan and tells how far it is, never backwards", () => {
    const steps = planSteps(question);
    const seen: { stage: string; done: number; all: number }[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) seen.push(step.value);
    expect(step.value).toEqual(plan(question));
    expect(seen.slice(0, 3)).toEqual([0, 1, 2].map((done) => ({ stage: "search", done, all: 5 })));
    expect(seen.slice(3).every(({ stage }) => stage === "confirm")).toBe(true);
    expect(seen.length).toBeGreaterThan(3);
    for (const [index, { done, all }] of seen.entries()) {
      expect(done).toBeLessThan(all);
      if (index > 0) expect(done).toBeGreaterThanOrEqual(seen[index - 1]?.done ?? 0);
    }
  });

  it("does nothing more once it is left", () => {
    const steps = planSteps(question);
    steps.next();
    steps.return(plan({ ...question, hardware: ["l4"] }));
    expect(steps.next()).toEqual({ done: true, value: undefined });
  });

  it("refuses a bad question at the first step", () => {
    expect(() => planSteps({ ...question, ratePerSecond: 0 }).next()).toThrow(RidgepointError);
  });
});

describe("a device written inline", () => {
  const file = deviceFileOf("h100-sxm5-80");

  // Its intervals are those of a device that was never measured.
  it("is planned as the device of the catalogue with the same figures", () => {
    const figures = (answer: ReturnType<typeof plan>): unknown[] => answer.deployments.map(({ hardware: _, intervals90: __, ...rest }) => rest);
    const usdPerDeviceHour = { "h100-sxm5-80": 2, "my-h100": 2 };
    const byId = plan({ ...question, usdPerDeviceHour, hardware: ["h100-sxm5-80"] });
    const own = plan({ ...question, usdPerDeviceHour, hardware: [{ spec: { ...file, id: "my-h100" } }] });
    expect(own.deployments.map(({ hardware }) => hardware)).toEqual(byId.deployments.map(() => "my-h100"));
    expect(figures(own)).toEqual(figures(byId));
  });

  it("takes a price by its own id", () => {
    const answer = plan({ ...question, hardware: [{ spec: { ...file, id: "my-h100" } }], usdPerDeviceHour: { "my-h100": 1.5 } });
    expect(answer.cheapest?.usdPerHour).toBe(1.5 * (answer.cheapest?.devices ?? 0));
  });

  it("is refused with its fault, not listed as a device that is out", () => {
    expect(() => plan({ ...question, hardware: [{ spec: { id: "nothing" } }] })).toThrow(RidgepointError);
  });
});

describe("scenarioOf", () => {
  const hardware = ["h100-sxm5-80", { spec: { ...deviceFileOf("h200-sxm-141"), id: "my-h200" } }];
  const usdPerDeviceHour = { "h100-sxm5-80": 2, "my-h200": 3 };
  const asked = { ...question, hardware, usdPerDeviceHour };

  it("predicts what the planner confirmed, with the device and the price of the question", () => {
    for (const deployment of plan(asked).deployments) {
      const { values } = predict(scenarioOf(asked, deployment));
      expect(values.ttftP95Seconds).toBeLessThan(question.objective.ttftP95Seconds ?? 0);
      expect(values.tpotP95Seconds).toBeLessThan(question.objective.tpotP95Seconds ?? 0);
      // One engine at its share of the rate stands for all in the planner; here the whole deployment is simulated.
      expect((values.tpotSeconds ?? 0) / deployment.tpotSeconds).toBeCloseTo(1, 1);
      expect((values.usdPerMillionOutputTokens ?? 0) / (deployment.usdPerMillionOutputTokens ?? 0)).toBeCloseTo(1, 2);
    }
  });
});

describe("planMemory", () => {
  const memory = planMemory();
  const answered = (asked: PlanQuestion): ReturnType<typeof plan> => {
    const steps = planSteps(asked, memory);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  };

  it("changes no answer, whatever was asked before", () => {
    fc.assert(fc.property(
      fc.record({
        ratePerSecond: fc.constantFrom(0.5, 4, 37), outputTokens: fc.constantFrom(100, 211), ttftP95Seconds: fc.constantFrom(0.4, 1, 5), tpotP95Seconds: fc.constantFrom(0.02, 0.05),
        perDevice: fc.constantFrom(1, 3), usd: fc.constantFrom(1, 4), hardware: fc.subarray<string>(["h100-sxm5-80", "l40s", "l4", "b200-sxm"], { minLength: 1 }), precisions: fc.constantFrom(undefined, [{ weights: "bf16" as const }]),
      }),
      ({ ratePerSecond, outputTokens, ttftP95Seconds, tpotP95Seconds, perDevice, usd, hardware, precisions }) => {
        const asked: PlanQuestion = {
          ...question, model: "meta-llama/Llama-3.1-8B", confirm: 0, ratePerSecond, outputTokens, objective: { ttftP95Seconds, tpotP95Seconds }, perDevice, hardware,
          usdPerDeviceHour: { "h100-sxm5-80": usd }, ...(precisions === undefined ? {} : { precisions }),
        };
        expect(answered(asked)).toEqual(plan(asked));
      },
    ), { seed: 1, numRuns: 60 });
  });

  it("forgets what another device file of the same id was", () => {
    const file = deviceFileOf("h100-sxm5-80");
    const asked = (power: string): PlanQuestion => ({ ...question, confirm: 0, hardware: [{ spec: { ...file, id: "mine", power: { tdp: power } } }], usdPerDeviceHour: { mine: 2 } });
    for (const power of ["700 W", "350 W", "700 W"]) expect(answered(asked(power))).toEqual(plan(asked(power)));
  });
});
