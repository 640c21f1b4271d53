import { describe, expect, it } from "vitest";
import { chosenOf } from "../../../notebooks/lib/planner/chosen.ts";
import { curveKey, deploymentCurve } from "../../../notebooks/lib/planner/curve.ts";
import { plannerJobs } from "../../../notebooks/lib/planner/jobs.ts";
import type { Asked, Said } from "../../../notebooks/lib/planner/messages.ts";
import { merged } from "../../../notebooks/lib/planner/found.ts";
import { firstState, type PlannerState } from "../../../notebooks/lib/planner/planner-state.ts";
import { questionOf } from "../../../notebooks/lib/planner/state.ts";
import { stretched } from "../../../notebooks/lib/planner/stretched.ts";
import { plan, predict, scenarioOf, type PlanQuestion } from "../../../src/index.ts";

const asks: PlannerState = {
  ...firstState, model: "meta-llama/Llama-3.1-8B", ratePerSecond: 5, workload: { kind: "lengths", inputTokens: 512, outputTokens: 64 }, hardware: ["l40s", "h100-sxm5-80"],
};
const question: PlanQuestion = questionOf(asks);

/** Runs jobs until they rest; `during` may ask again at a pause. */
async function run(first: Asked, during: (pauses: number, ask: (asked: Asked) => void) => void = () => undefined): Promise<Said[]> {
  const said: Said[] = [];
  let clock = 0;
  let pauses = 0;
  let ended: () => void = () => undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const rest = new Promise<void>((resolve) => (ended = resolve));
  const wake = (): void => {
    clearTimeout(idle);
    idle = setTimeout(ended, 1500);
  };
  const ask = plannerJobs({
    say: (one) => void said.push(one), now: () => (clock += 20),
    pause: async () => {
      during(++pauses, ask);
      wake();
      await Promise.resolve();
    },
  });
  ask(first);
  wake();
  await rest;
  return said;
}

describe("planner jobs", () => {
  it("answer by closed forms, confirm, then draw the curve of the plan that is looked at", async () => {
    const said = await run({ id: 1, state: asks });
    const answers = said.filter((one) => one.kind === "answer");
    expect(answers.map(({ confirmed }) => confirmed)).toEqual([false, true]);
    expect(answers[0]?.answer).toEqual(plan({ ...question, confirm: 0 }));
    expect(answers[1]?.answer).toEqual(plan({ ...question, confirm: 3 }));
    const { cheapest } = plan(question);
    expect(answers[1]?.cost?.usdPerHour).toBeCloseTo(cheapest?.usdPerHour ?? 0, 9);
    expect(said.some((one) => one.kind === "progress")).toBe(true);
    const curve = said.findLast((one) => one.kind === "curve");
    expect(curve?.kind === "curve" ? curve.curve.points.length : 0).toBeGreaterThan(7);
    expect(curve?.kind === "curve" ? curve.curve.hardware : "").toBe(plan(question).cheapest?.hardware);
  }, 30_000);

  it("leave undone what a newer question makes stale", async () => {
    const newer: Asked = { id: 2, state: { ...asks, ratePerSecond: 6, chosen: "l40s" } };
    const said = await run({ id: 1, state: asks }, (pauses, ask) => {
      if (pauses === 4) ask(newer);
    });
    expect(said.some((one) => one.id === 1 && one.kind === "answer" && one.confirmed)).toBe(false);
    expect(said.filter((one) => one.id === 2 && one.kind === "answer")).toHaveLength(2);
    const curve = said.findLast((one) => one.kind === "curve");
    expect(curve?.kind === "curve" ? curve.curve.hardware : "").toBe("l40s");
  }, 30_000);

  it("answer a question whose rate was dragged on meanwhile, and drop one whose model was changed", async () => {
    const answered = async (state: PlannerState): Promise<readonly number[]> => {
      let asked = false;
      const said = await run({ id: 1, state: asks }, (_, ask) => {
        if (!asked) ask({ id: 2, state });
        asked = true;
      });
      return said.filter((one) => one.kind === "answer").map(({ id }) => id);
    };
    expect(await answered({ ...asks, ratePerSecond: 6 })).toEqual([1, 2, 2]);
    expect(await answered({ ...asks, model: "meta-llama/Llama-3.2-1B" })).toEqual([2, 2]);
  }, 30_000);

  it("of a new model name the newest devices first where the whole catalogue takes a while", async () => {
    const all: PlannerState = { ...asks, hardware: [] };
    const said = await run({ id: 1, state: { ...all, hardware: ["l40s"] } }, (pauses, ask) => {
      if (pauses === 3) ask({ id: 2, state: { ...all, model: "meta-llama/Llama-3.2-1B" } });
    });
    const [first, whole] = said.flatMap((one) => (one.id === 2 && one.kind === "answer" ? [one] : []));
    expect(first).toMatchObject({ isPart: true, confirmed: false });
    expect(first?.answer.deployments.length).toBeLessThanOrEqual(6);
    expect(whole).toMatchObject({ isPart: false, confirmed: false });
    expect(whole?.answer).toEqual(plan({ ...questionOf({ ...all, model: "meta-llama/Llama-3.2-1B" }), confirm: 0 }));
  }, 30_000);

  it("say what is wrong with a question and go on with the next", async () => {
    const said = await run({ id: 1, state: { ...asks, model: "no/model" } }, () => undefined);
    expect(said).toEqual([expect.objectContaining({ id: 1, kind: "fault", message: expect.stringContaining("no/model") })]);
  }, 30_000);
});

describe("curves of a deployment", () => {
  const deployment = plan({ ...question, ratePerSecond: 60, hardware: ["l40s"], confirm: 0 }).deployments[0];
  if (deployment === undefined) throw new Error("no deployment");

  it("are those of one replica at its share of the rate", () => {
    const [curve] = [...deploymentCurve({ ...question, ratePerSecond: 60 }, deployment)].slice(-1);
    const point = curve?.points[3];
    const scenario = scenarioOf({ ...question, ratePerSecond: 60 }, deployment);
    const one = predict({ ...scenario, devices: deployment.devices / deployment.plan.dp, plan: { ...deployment.plan, dp: 1 }, load: { mode: "open", ratePerSecond: (point?.ratePerSecond ?? 0) / deployment.plan.dp } });
    expect(deployment.plan.dp).toBeGreaterThan(1);
    expect(point?.prediction.values.ttftP95Seconds).toBe(one.values.ttftP95Seconds);
    const p95 = curve?.points.map(({ prediction }) => prediction.values.tpotP95Seconds ?? 0) ?? [];
    expect(p95.at(-1)).toBeGreaterThan(p95[0] ?? 0);
  });

  it("stretch with the replicas and do not depend on the rate", () => {
    const [curve] = [...deploymentCurve(question, deployment)].slice(0, 1);
    if (curve === undefined) throw new Error("no curve");
    const twice = stretched(curve, { plan: { ...deployment.plan, dp: 2 * deployment.plan.dp } });
    expect(twice.saturationRequestsPerSecond).toBeCloseTo(2 * curve.saturationRequestsPerSecond, 9);
    expect(curveKey(question, deployment)).toBe(curveKey({ ...question, ratePerSecond: 9 }, { ...deployment, devices: 12, plan: { ...deployment.plan, dp: 12 } }));
    expect(curveKey(question, deployment)).not.toBe(curveKey({ ...question, inputTokens: 513 }, deployment));
  });
});

describe("what the page shows", () => {
  const answer = plan({ ...question, confirm: 0 });
  const state = { ...firstState, hardware: ["l40s", "h100-sxm5-80"] };
  const said = { id: 1, kind: "answer", answer, confirmed: false, isPart: false, searchSeconds: 0.1, cost: null } as const;

  it("keeps old figures while a search runs, and a curve while only the rate moves", () => {
    const shown = merged(null, state, said);
    const deployment = chosenOf(answer, null);
    if (deployment === null) throw new Error("no deployment");
    const [curve] = [...deploymentCurve(question, deployment)].slice(0, 1);
    if (curve === undefined) throw new Error("no curve");
    const drawn = merged(shown, state, { id: 1, kind: "curve", curve });
    expect(merged(drawn, state, { id: 2, kind: "progress", progress: { stage: "search", done: 1, all: 5 } })?.answer).toBe(answer);
    expect(merged(drawn, { ...state, ratePerSecond: 9 }, said)?.curve).not.toBeNull();
    expect(merged(drawn, { ...state, prefixHitTokens: 9 }, said)?.curve).toBeNull();
    expect(merged(drawn, state, { id: 2, kind: "fault", message: "no", path: null })?.fault).toEqual({ message: "no", path: null });
  });

  it("looks at the chosen device, else the cheapest", () => {
    expect(chosenOf(answer, "l40s")?.hardware).toBe("l40s");
    expect(chosenOf(answer, "nothing")).toBe(answer.cheapest);
  });
});
