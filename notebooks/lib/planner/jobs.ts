import { devices, planMemory, planSteps, scenarioOf, RidgepointError, type PlanAnswer, type PlannedDeployment, type PlanQuestion } from "../../../src/index.ts";
import { costCurve, type CostCurve } from "../../../src/plots/index.ts";
import { catalogueDevicePrice } from "../../../src/predict/price.ts";
import { chosenOf } from "./chosen.ts";
import { curveKey, deploymentCurve, type DeploymentCurve } from "./curve.ts";
import { stretched } from "./stretched.ts";
import type { Asked, Said } from "./messages.ts";
import { sameTraffic, type PlannerState } from "./planner-state.ts";
import { questionOf } from "./state.ts";

/** How the jobs talk and wait; a worker has the browser's, a test its own. */
export interface JobHost {
  readonly say: (said: Said) => void;
  /** Lets questions that came meanwhile be heard, then goes on; milliseconds to wait at least. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Work without a pause, milliseconds. */
const slice = 12;
/** A search tells how far it is once it takes longer: shorter ones are many while somebody drags. */
const patience = 150;
/** Nothing is simulated while somebody drags. */
const settle = 180;
const glance = 10;
const keptCurves = 24;
const firstDevices = 6;

/**
 * Answers the latest question: at once by the closed forms, then with the cheapest plans confirmed by simulation, then with the
 * percentiles under load of the plan that is looked at. What a newer question makes stale is left undone.
 */
export function plannerJobs({ say, pause, now }: JobHost): (asked: Asked) => void {
  let latest: Asked | null = null;
  let busy = false;
  let traffic: PlannerState | null = null;
  const memory = planMemory();
  const curves = new Map<string, DeploymentCurve>();
  const isStale = (asked: Asked): boolean => latest !== asked;

  async function search(asked: Asked, question: PlanQuestion, mayEnd: () => boolean, meanwhile: () => void = () => undefined): Promise<PlanAnswer | null> {
    const steps = planSteps(question, memory);
    const start = now();
    let since = start;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (now() - since < slice) continue;
      if (now() - start > patience) meanwhile();
      if (now() - start > patience || step.value.stage === "confirm") say({ id: asked.id, kind: "progress", progress: step.value });
      await pause(0);
      if (isStale(asked) && mayEnd()) {
        meanwhile();
        return null;
      }
      since = now();
    }
  }

  async function curveOf(asked: Asked, question: PlanQuestion, deployment: PlannedDeployment): Promise<void> {
    const key = curveKey(question, deployment);
    const known = curves.get(key);
    if (known !== undefined) return say({ id: asked.id, kind: "curve", curve: stretched(known, deployment) });
    let last: DeploymentCurve | null = null;
    for (const curve of deploymentCurve(question, deployment)) {
      last = curve;
      if (curve.points.length > 2) say({ id: asked.id, kind: "curve", curve });
      await pause(0);
      if (isStale(asked)) return;
    }
    if (last === null) return;
    if (curves.size >= keptCurves) curves.delete(curves.keys().next().value as string);
    curves.set(key, last);
  }

  async function work(asked: Asked): Promise<void> {
    const start = now();
    const question = questionOf(asked.state);
    const { chosen } = asked.state;
    const sayAnswer = (answer: PlanAnswer, confirmed: boolean, isPart = false): void =>
      say({ id: asked.id, kind: "answer", answer, confirmed, isPart, searchSeconds: (now() - start) / 1000, cost: costOf(asked.state, question, answer) });
    const isCold = traffic === null;
    const part = traffic === null || !sameTraffic(traffic, asked.state) ? firstPart(question) : null;
    traffic = asked.state;
    let first = part === null ? null : await search(asked, { ...part, confirm: 0 }, () => false);
    // A part of the answer is shown where the whole takes a while, once.
    const sayFirst = (): void => {
      if (first?.cheapest !== undefined) sayAnswer(first, false, true);
      first = null;
    };
    if (isCold) sayFirst();
    // What it learns serves the newer question too, and its picture follows the dragging: left undone only where that is about something else.
    const quick = await search(asked, { ...question, confirm: 0 }, () => latest !== null && !sameTraffic(latest.state, asked.state), sayFirst);
    if (quick === null) return;
    sayAnswer(quick, false);
    // Whoever drags on is answered at once.
    for (let waited = 0; waited < settle; waited += glance) {
      await pause(glance);
      if (isStale(asked)) return;
    }
    const answer = await search(asked, { ...question, confirm: 3 }, () => true);
    if (answer === null) return;
    sayAnswer(answer, true);
    await pause(0);
    const deployment = chosenOf(answer, chosen);
    if (!isStale(asked) && deployment !== null) await curveOf(asked, question, deployment);
  }

  return (asked) => {
    latest = asked;
    if (busy) return;
    busy = true;
    void (async () => {
      for (let current: Asked | null = null; current !== latest; ) {
        current = latest as Asked;
        try {
          await work(current);
        } catch (fault) {
          say({ id: current.id, kind: "fault", message: fault instanceof Error ? fault.message : String(fault), path: fault instanceof RidgepointError ? fault.path ?? null : null });
        }
      }
      busy = false;
    })();
  };
}

/** What tokens cost on the deployment that is looked at; null where it has no price. */
function costOf({ chosen, api }: PlannerState, question: PlanQuestion, answer: PlanAnswer): CostCurve | null {
  const deployment = chosenOf(answer, chosen);
  return deployment?.usdPerHour === undefined ? null : costCurve(scenarioOf(question, deployment), api === null ? {} : { api });
}

/**
 * The part of a question about the whole catalogue that is most likely to name the cheapest: the newest devices with a price. It is
 * answered in a fraction of the time, so that a page has a picture early. Null where the question chooses its devices itself.
 */
function firstPart(question: PlanQuestion): PlanQuestion | null {
  if (question.hardware !== undefined) return null;
  const hardware = devices().filter((device) => device.kind === "accelerator" && catalogueDevicePrice(device) !== undefined)
    .sort((a, b) => (b.releaseYear ?? 0) - (a.releaseYear ?? 0)).slice(0, firstDevices).map(({ id }) => id);
  return hardware.length === 0 ? null : { ...question, hardware };
}
